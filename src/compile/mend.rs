//! Makes the edits that cannot change any result.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{Compiled, Files, Unusable, compile_with};
use crate::diagnostic::{Applicability, Edit, Severity};
use crate::eval::testing;
use crate::source::{FileId, SourceFile};

/// A slip can hide another one behind it, but not many.
const MOST_ROUNDS: usize = 64;

/// A policy after its safe edits.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The files whose text is another now: as it was, and as it is.
    pub changed: Vec<(SourceFile, SourceFile)>,
    /// What the policy comes to.
    pub compiled: Compiled,
    /// Whether it was given up: the edits would have changed what the policy says.
    pub given_up: bool,
}

/// Makes every safe edit of a policy and the files it uses, then those that come to light by them, until none is
/// left. Where the mended policy would not be what the policy was, nothing is mended.
pub fn mend(policy: &SourceFile, files: &dyn Files) -> Mended {
    let mut edited = Edited { files, texts: IndexMap::new() };
    let before = edited.compiled(policy);
    let mut compiled = before.clone();
    for _ in 0..MOST_ROUNDS {
        let edits = chosen(&compiled);
        if edits.is_empty() {
            break;
        }
        let next = edited.after(&compiled, &edits);
        let after = next.compiled(policy);
        if unreadable(&after) > unreadable(&compiled) {
            break;
        }
        (edited, compiled) = (next, after);
    }
    match keeps(&before, &compiled) {
        true => Mended { changed: edited.changed(), compiled, given_up: false },
        false => Mended { changed: vec![], compiled: before, given_up: true },
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
        compile_with(self.current(policy.clone()), self, &[])
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

/// The best edit of each diagnostic where that one is safe, by file; of two that overlap, the first by place.
fn chosen(compiled: &Compiled) -> BTreeMap<FileId, Vec<&Edit>> {
    let best = compiled.diagnostics.iter().filter_map(|diagnostic| diagnostic.edits.first());
    let safe = best.filter(|edit| edit.applicability == Applicability::Safe);
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in safe.filter(|edit| compiled.files.contains(&edit.span.file)) {
        by_file.entry(edit.span.file).or_default().push(edit);
    }
    by_file.values_mut().for_each(|edits| apart(edits));
    by_file
}

fn apart(edits: &mut Vec<&Edit>) {
    edits.sort_by_key(|edit| edit.span);
    let mut free = 0;
    edits.retain(|edit| {
        let fits = edit.span.start >= free;
        // Behind an insertion nothing is inserted at the same place.
        free = if fits { edit.span.end.max(edit.span.start + 1) } else { free };
        fits
    });
}

/// The text with edits that stand in order and apart.
fn applied(text: &str, edits: &[&Edit]) -> String {
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

/// Whether a policy that was accepted is accepted still, and its tests come out as before.
fn keeps(before: &Compiled, after: &Compiled) -> bool {
    let outcomes = |compiled: &Compiled| {
        let tests = testing::run(&compiled.policy).into_iter();
        tests
            .map(|test| (test.name, test.expectations.into_iter().map(|of| of.got).collect()))
            .collect::<Vec<(_, Vec<_>)>>()
    };
    !before.accepted() || (after.accepted() && outcomes(before) == outcomes(after))
}

#[cfg(test)]
mod tests {
    use super::{keeps, mend};
    use crate::compile::{InMemory, compile};
    use crate::source::SourceFile;

    const POLICY: &str = "policy \"p\" { }\nrecord { x : points in [0, 100] }\n\
        metric y : points = x + 1\ntest \"t\" {\n    given { x = 1 }\n    expect { y = 2 }\n}\n";

    fn source(text: impl Into<String>) -> SourceFile {
        SourceFile::new("p.merit", text)
    }

    #[test]
    fn a_policy_that_would_be_refused_or_come_out_otherwise_is_not_kept() {
        let compiled = |text: String| compile(source(text), &[]);
        let before = compiled(POLICY.to_owned());
        assert!(before.accepted() && keeps(&before, &before));
        assert!(!keeps(&before, &compiled(POLICY.replace("x + 1", "x + 2"))));
        assert!(!keeps(&before, &compiled(POLICY.replace("x + 1", "z"))));
        assert!(keeps(&compiled(POLICY.replace("x + 1", "z")), &before));
    }

    #[test]
    fn what_overlaps_waits_and_what_is_clean_stays() {
        let mended = |text: &str| mend(&source(text), &InMemory::default());
        assert!(mended(POLICY).changed.is_empty());
        let slips = POLICY.replace("= x + 1", "= x + 01").replace("[0, 100]", "[0、 0100]");
        let changed: Vec<_> = mended(&slips).changed.into_iter().map(|(was, is)| (was.text, is.text)).collect();
        assert_eq!(changed, [(slips, POLICY.to_owned())]);
    }
}
