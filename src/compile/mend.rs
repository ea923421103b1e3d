//! Makes the edits that cannot change any result.
//!
//! That an edit is called safe is not enough. What could not be read had no results, and its edit is safe where
//! the text has one reading; any other is made only where what was evaluated before and after is the same. An edit
//! that does not stand that test is left out, and the others are made.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::{Compiled, Files, Job, Unusable, compile_with, followed};
use crate::diagnostic::{Applicability, Code, Diagnostic, Edit, Severity};
use crate::promise::agree;
use crate::source::{FileId, SourceFile, Sources};

/// A slip can hide another one behind it, but not many.
const MOST_ROUNDS: usize = 64;

/// A policy after its safe edits.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The files whose text is another now: as it was, and as it is.
    pub changed: Vec<(SourceFile, SourceFile)>,
    /// What the policy comes to.
    pub compiled: Compiled,
    /// How many edits were called safe and were left out: something would have come out otherwise.
    pub left_out: usize,
}

/// Makes every safe edit of a policy and the files it uses, then those that come to light by them, until none is
/// left.
pub fn mend(policy: &SourceFile, files: &dyn Files) -> Mended {
    let first = Edited { files, texts: IndexMap::new() };
    let mut state = State { compiled: first.compiled(policy), edited: first };
    let mut left_out = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let edits = chosen(&state.compiled, &left_out);
        if edits.is_empty() {
            break;
        }
        let Some(next) = state.round(policy, &edits, &mut left_out) else { continue };
        state = next;
    }
    let State { edited, mut compiled } = state;
    let marks: Vec<Option<Mark>> =
        compiled.diagnostics.iter().map(|told| Some(mark(&compiled, (told, told.edits.first()?)))).collect();
    // What was tried and left out is not proposed either.
    for (told, mark) in compiled.diagnostics.iter_mut().zip(marks) {
        if mark.is_some_and(|mark| left_out.contains(&mark)) {
            told.edits.clear();
        }
    }
    edited.follow(policy, &mut compiled);
    Mended { changed: edited.changed(), compiled, left_out: left_out.len() }
}

/// What an edit is known by, whatever is done elsewhere: its code, what it replaces and by what, and the line.
type Mark = (String, Code, String, String, String);

/// A diagnostic and the edit of it that is safe.
type Chosen<'a> = (&'a Diagnostic, &'a Edit);

/// Texts, and what they come to.
struct State<'a> {
    edited: Edited<'a>,
    compiled: Compiled,
}

impl<'a> State<'a> {
    /// After all of the edits; where that is not the same policy, after those that each leave it so, and if even
    /// that is none, after the first of these. `None` where not one does.
    fn round(&self, policy: &SourceFile, edits: &[Chosen], left_out: &mut BTreeSet<Mark>) -> Option<State<'a>> {
        if let Some(next) = self.after(policy, edits) {
            return Some(next);
        }
        let (kept, lost): (Vec<_>, Vec<_>) =
            edits.iter().copied().partition(|edit| self.after(policy, &[*edit]).is_some());
        left_out.extend(lost.iter().map(|edit| mark(&self.compiled, *edit)));
        let first = kept.first().copied()?;
        self.after(policy, &kept).or_else(|| self.after(policy, &[first]))
    }

    fn after(&self, policy: &SourceFile, edits: &[Chosen]) -> Option<State<'a>> {
        let edited = self.edited.after(&self.compiled, &by_file(edits));
        let compiled = edited.compiled(policy);
        keeps(&self.compiled, &compiled, edits).then_some(State { edited, compiled })
    }
}

/// Files of which some were edited: by name, as each was and as it is.
struct Edited<'a> {
    files: &'a dyn Files,
    texts: IndexMap<String, (SourceFile, SourceFile)>,
}

impl Files for Edited<'_> {
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable> {
        self.files.find(from, path).map(|file| self.current(file))
    }
}

impl Edited<'_> {
    fn current(&self, file: SourceFile) -> SourceFile {
        self.texts.get(&file.name).map_or(file, |(_, now)| now.clone())
    }

    fn compiled(&self, policy: &SourceFile) -> Compiled {
        let (policy, beside) = (self.current(policy.clone()), &Sources::default());
        let open = [policy.name.clone()];
        // An edit that reaches further is no longer safe where what it reaches is not.
        Job { beside, policy, files: self, patches: &[], settings: &[], open: &open }.compiled()
    }

    /// Makes the edits that are left reach as far as they can.
    fn follow(&self, policy: &SourceFile, compiled: &mut Compiled) {
        let (policy, beside) = (self.current(policy.clone()), &Sources::default());
        let open = [policy.name.clone()];
        followed::follow(compiled, &Job { beside, policy, files: self, patches: &[], settings: &[], open: &open });
    }

    /// The files after further edits of what they came to.
    fn after(&self, compiled: &Compiled, edits: &BTreeMap<FileId, Vec<&Edit>>) -> Self {
        let mut texts = self.texts.clone();
        for (id, edits) in edits {
            if let Some(file) = compiled.sources.get(*id) {
                let next = file.with_text(applied(&file.text, edits));
                let was = self.texts.get(&file.name).map_or(file, |(was, _)| was).clone();
                texts.insert(file.name.clone(), (was, next));
            }
        }
        Edited { files: self.files, texts }
    }

    fn changed(self) -> Vec<(SourceFile, SourceFile)> {
        self.texts.into_values().filter(|(was, is)| was.text != is.text).collect()
    }
}

/// The best edit of each diagnostic where that one is safe; of two that overlap, the first by place. What does not
/// read comes before anything that hangs on what the text means.
fn chosen<'a>(compiled: &'a Compiled, left_out: &BTreeSet<Mark>) -> Vec<Chosen<'a>> {
    let best = compiled.diagnostics.iter().filter_map(|told| Some((told, told.edits.first()?)));
    let safe = best.filter(|(_, edit)| edit.applicability == Applicability::Safe);
    let own = safe.filter(|(_, edit)| compiled.files.contains(&edit.span.file));
    let mut edits: Vec<Chosen> = own.filter(|edit| !left_out.contains(&mark(compiled, *edit))).collect();
    if edits.iter().any(|(told, _)| told.code.is_syntax()) {
        edits.retain(|(told, _)| told.code.is_syntax());
    }
    apart(&mut edits);
    edits
}

fn mark(compiled: &Compiled, (told, edit): Chosen) -> Mark {
    let file = compiled.sources.get(edit.span.file).map_or(String::new(), |file| file.name.clone());
    let old = compiled.sources.slice(edit.span).to_owned();
    (file, told.code, old, edit.text.clone(), compiled.sources.slice(told.span).to_owned())
}

fn by_file<'a>(edits: &[Chosen<'a>]) -> BTreeMap<FileId, Vec<&'a Edit>> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for (_, edit) in edits {
        by_file.entry(edit.span.file).or_default().push(edit);
    }
    by_file
}

/// Leaves of edits that are in each other's way the first.
fn apart(edits: &mut Vec<Chosen>) {
    edits.sort_by_key(|(_, edit)| edit.span);
    let mut free = (FileId::default(), 0);
    edits.retain(|(_, edit)| {
        let fits = (edit.span.file, edit.span.start) >= free;
        // Behind an insertion nothing is inserted at the same place.
        free = if fits { (edit.span.file, edit.span.end.max(edit.span.start + 1)) } else { free };
        fits
    });
}

/// The text with edits that stand in order and apart.
pub(super) fn applied(text: &str, edits: &[&Edit]) -> String {
    let piece = |range: std::ops::Range<usize>| text.get(range).unwrap_or("");
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        out.push_str(piece(from..edit.span.start as usize));
        out.push_str(&edit.text);
        from = edit.span.end as usize;
    }
    out.push_str(piece(from..text.len()));
    out
}

/// How many places of a policy cannot be read: a mended sign must not tear open what stands around it.
fn unreadable(compiled: &Compiled) -> usize {
    compiled.diagnostics.iter().filter(|told| told.severity() == Severity::Error && told.code.is_syntax()).count()
}

/// Whether edits leave what a policy is: none of it is unreadable that could be read, what was accepted is so still,
/// and unless they only make readable what was not, everything comes out as before.
fn keeps(before: &Compiled, after: &Compiled, edits: &[Chosen]) -> bool {
    let reads = unreadable(after) <= unreadable(before);
    let accepted = !before.accepted() || after.accepted();
    let readings = edits.iter().all(|(told, _)| told.code.is_syntax());
    reads && accepted && (readings || agree(&before.policy, &after.policy))
}

/// Whether a policy is still what it was after a change that is to leave it so: the same is told of it, and where it is
/// accepted, everything comes out as before.
pub fn still(before: &SourceFile, after: &SourceFile, files: &dyn Files) -> bool {
    let (before, after) = (compile_with(before.clone(), files, &[]), compile_with(after.clone(), files, &[]));
    let codes = |of: &Compiled| of.diagnostics.iter().map(|told| told.code).collect::<Vec<Code>>();
    codes(&before) == codes(&after) && (!before.accepted() || agree(&before.policy, &after.policy))
}
