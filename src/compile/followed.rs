//! An edit is tried before it is shown: what would be told next of the same lines is mended in it as well, so that
//! whoever makes it is done there. `5百` becomes `500元`, not `500`, of which the next check would ask the unit.

use std::ops::Range;

use super::{Compiled, Files, Job, Unusable};
use crate::diagnostic::{Applicability, Code, Diagnostic, Edit, Severity};
use crate::ir::Policy;
use crate::source::{FileId, SourceFile, Span};

/// So many edits are tried: each takes another reading of the policy.
const MOST_EDITS: usize = 40;

/// A line holds a slip behind a slip, but not many.
const MOST_STEPS: usize = 12;

/// Makes the edits of a policy's errors reach as far as what comes to light by them on their lines.
pub(super) fn follow(compiled: &mut Compiled, job: &Job) {
    let known: Vec<(Code, Span)> = compiled.diagnostics.iter().flat_map(places).collect();
    let mut left = MOST_EDITS;
    for told in compiled.diagnostics.iter_mut().filter(|told| begins(told)) {
        let tried = told.edits.len().min(left);
        left -= tried;
        for at in (0..tried).rev() {
            let trial = told
                .edits
                .get(at)
                .and_then(|edit| Trial::new(job, compiled.sources.get(edit.span.file)?, &compiled.files, edit));
            match trial.map(|trial| trial.longer(&known, told)) {
                Some(Found::Longer(edit)) => put(told, at, edit),
                // Nothing would be won by it.
                Some(Found::Same) => drop(told.edits.remove(at)),
                _ => {}
            }
        }
    }
}

/// No longer tells of what a longer edit of something else mends as well: two edits of one row would undo each other.
pub(super) fn drop_mended(compiled: &mut Compiled) {
    let lies_in = |inner: Span, outer: Span| {
        inner.file == outer.file && outer.start <= inner.start && inner.end <= outer.end && inner != outer
    };
    let mends = |by: &Diagnostic, told: &Diagnostic| {
        let written = compiled.sources.slice(told.span);
        let reaches = |edit: &Edit| told.edits.iter().all(|own| lies_in(own.span, edit.span) && own.span != by.span);
        written.len() > 2
            && by
                .edits
                .iter()
                .any(|edit| lies_in(told.span, edit.span) && reaches(edit) && !edit.text.contains(written))
    };
    let all = &compiled.diagnostics;
    let kept = all.iter().enumerate().map(|(at, told)| {
        let others = all.iter().enumerate().filter(|(other, by)| *other != at && begins(by)).map(|(_, by)| by);
        !begins(told) || told.edits.is_empty() || !others.into_iter().any(|by| mends(by, told))
    });
    let kept: Vec<bool> = kept.collect();
    let mut kept = kept.into_iter();
    compiled.diagnostics.retain(|_| kept.next().unwrap_or(true));
}

/// Closes an interval that lacks its last bracket as the rows beside it leave room, and no longer tells that the one
/// that was put in would be the wrong one.
pub(super) fn close_intervals(diagnostics: &mut Vec<Diagnostic>) {
    let open = |told: &Diagnostic| told.code == Code::UnclosedBracket;
    let ends: Vec<(Span, Span)> = diagnostics.iter().filter(|told| open(told)).filter_map(end).collect();
    for (opener, end) in ends {
        let closes = |edit: &&Edit| {
            let span = edit.span;
            (span.file, span.end) == (end.file, end.start)
                && span.start <= opener.start
                && edit.text.ends_with([']', ')'])
        };
        let better = |told: &Diagnostic| match told.code {
            Code::Overlap => told.edits.iter().find(closes).cloned(),
            _ => None,
        };
        let Some((at, edit)) = diagnostics.iter().enumerate().find_map(|(at, told)| Some((at, better(told)?))) else {
            continue;
        };
        diagnostics.remove(at);
        let told = diagnostics.iter_mut().find(|told| open(told) && told.span == opener);
        told.into_iter().for_each(|told| told.edits = vec![edit.clone()]);
    }
}

/// Where a bracket that lacks is put in, behind the place of its partner.
fn end(told: &Diagnostic) -> Option<(Span, Span)> {
    let edit = told.edits.first()?;
    matches!(edit.text.as_str(), "]" | ")").then_some((told.span, edit.span))
}

/// Where a diagnostic tells of something: one habit in several places has them all.
fn places(told: &Diagnostic) -> Vec<(Code, Span)> {
    let others = told.labels.iter().filter(|label| label.key.is_empty()).map(|label| label.span);
    others.chain([told.span]).map(|span| (told.code, span)).collect()
}

/// Whether the edits of a diagnostic are followed: those of what does not read, or was written in another tongue. A
/// guess at a name is none to build on.
fn begins(told: &Diagnostic) -> bool {
    told.severity() == Severity::Error && is_reading(told) && !told.reaches_far()
}

fn is_reading(told: &Diagnostic) -> bool {
    const CHECKED: [Code; 5] =
        [Code::UnknownName, Code::BareNumber, Code::TypeMismatch, Code::BadOption, Code::NoOperator];
    told.code.is_syntax() || CHECKED.contains(&told.code) && !told.is_guess()
}

/// Puts a longer edit in the place of one, and into the texts that quote it.
pub(super) fn put(told: &mut Diagnostic, at: usize, edit: Edit) {
    let Some(old) = told.edits.get_mut(at) else { return };
    let was = std::mem::replace(old, edit);
    // What reaches further than the place that is told of is shown, not quoted.
    let same = old.span == was.span;
    let text = old.text.clone();
    if same {
        told.quote(&was.text, &text);
    }
}

/// An edit of a file, and what makes the policy after it.
pub(super) struct Trial<'a> {
    job: &'a Job<'a>,
    file: &'a SourceFile,
    id: FileId,
    whose: Whose,
    edit: Edit,
}

/// What an edit came to when it was tried.
enum Found {
    /// It is all that there is to do, or all that can be done so.
    Alone,
    /// There is more to do at once.
    Longer(Edit),
    /// The same is told afterwards.
    Same,
}

/// Which file is edited.
#[derive(Clone, Copy)]
enum Whose {
    Policy,
    Patch(usize),
    Used,
}

impl<'a> Trial<'a> {
    /// An edit of a file of the job; nothing, where it is none.
    pub(super) fn new(job: &'a Job<'a>, file: &'a SourceFile, read: &[FileId], edit: &Edit) -> Option<Self> {
        let id = edit.span.file;
        let is = |other: &SourceFile| other.name == file.name && other.text == file.text;
        let patch = || job.patches.iter().position(is).map(Whose::Patch);
        let used = || read.contains(&id).then_some(Whose::Used);
        let whose = if is(&job.policy) { Some(Whose::Policy) } else { patch().or_else(used) };
        Some(Trial { job, file, id, whose: whose?, edit: edit.clone() })
    }

    /// The edit with those that it leads to.
    fn longer(mut self, known: &[(Code, Span)], first: &Diagnostic) -> Found {
        let mut steps = 0;
        while steps < MOST_STEPS
            && let Some(next) = self.next(known)
        {
            let [edit] = next.edits.as_slice() else {
                let same = steps == 0 && next.edits.is_empty() && next.is_of_kind(first);
                return if same { Found::Same } else { self.found(steps) };
            };
            if !is_reading(&next) || next.code == Code::UnclosedBracket || !self.is_within(edit.span) {
                break;
            }
            self.edit = self.with(edit);
            steps += 1;
        }
        self.found(steps)
    }

    fn found(self, steps: usize) -> Found {
        if steps > 0 { Found::Longer(self.edit) } else { Found::Alone }
    }

    /// The file after the edit.
    fn edited(&self) -> SourceFile {
        let (text, span) = (&self.file.text, self.edit.span.range());
        let part = |range: Range<usize>| text.get(range).unwrap_or("");
        self.file.with_text(format!("{}{}{}", part(0..span.start), self.edit.text, part(span.end..text.len())))
    }

    /// What is told after the edit.
    fn told(&self) -> Vec<Diagnostic> {
        self.then(|job| job.told())
    }

    /// The policy after the edit, as far as it checks.
    pub(super) fn policy(&self) -> Policy {
        self.then(|job| job.checked().policy)
    }

    /// What is made of the job after the edit.
    fn then<T>(&self, make: impl Fn(&Job) -> T) -> T {
        let (job, edited) = (self.job.clone(), self.edited());
        match self.whose {
            Whose::Policy => make(&Job { policy: edited, ..job }),
            Whose::Patch(at) => {
                let mut patches = job.patches.to_vec();
                patches.get_mut(at).into_iter().for_each(|patch| *patch = edited.clone());
                make(&Job { patches: &patches, ..job })
            }
            Whose::Used => make(&Job { files: &Instead { files: job.files, edited }, ..job }),
        }
    }

    /// What the edit put in, in the edited file.
    fn put_in(&self) -> Range<usize> {
        let start = self.edit.span.range().start;
        start..start + self.edit.text.len()
    }

    /// What is told next of the same lines.
    fn next(&self, known: &[(Code, Span)]) -> Option<Diagnostic> {
        let errors = self.told().into_iter().filter(|told| told.severity() == Severity::Error);
        errors.filter(|told| self.is_within(told.span)).find(|told| !self.is_known(told, known))
    }

    /// Whether a place of the edited file is on the lines of the edit.
    fn is_within(&self, span: Span) -> bool {
        let lines = lines(&self.edited().text, &self.put_in());
        span.file == self.id && span.range().start >= lines.start && span.range().end <= lines.end
    }

    /// Whether it was told before the edit.
    fn is_known(&self, told: &Diagnostic, known: &[(Code, Span)]) -> bool {
        let put_in = self.put_in();
        let span = told.span.range();
        let was = match () {
            () if span.end <= put_in.start => span.start,
            () if span.start >= put_in.end => span.start - put_in.len() + self.edit.span.range().len(),
            () => return false,
        };
        known.iter().any(|(code, place)| (*code, place.file, place.range().start) == (told.code, self.id, was))
    }

    /// Both edits as one of the file as it was.
    fn with(&self, next: &Edit) -> Edit {
        let (put_in, edited, span) = (self.put_in(), self.edited(), next.span.range());
        let (start, end) = (put_in.start.min(span.start), put_in.end.max(span.end));
        let part = |range: Range<usize>| edited.text.get(range).unwrap_or("");
        let text = format!("{}{}{}", part(start..span.start), next.text, part(span.end..end));
        let end = end - put_in.end + self.edit.span.range().end;
        let safe = [&self.edit, next].iter().all(|edit| edit.applicability == Applicability::Safe);
        let applicability = if safe { Applicability::Safe } else { Applicability::Choice };
        Edit { span: Span::new(self.id, start, end), text, applicability }
    }
}

/// The lines of a text in which a part of it is.
fn lines(text: &str, part: &Range<usize>) -> Range<usize> {
    let start = text.get(..part.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(part.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| part.end + end);
    start..end
}

/// Files of which one is another.
struct Instead<'a> {
    files: &'a dyn Files,
    edited: SourceFile,
}

impl Files for Instead<'_> {
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable> {
        let file = self.files.find(from, path)?;
        Ok(if file.name == self.edited.name { self.edited.clone() } else { file })
    }
}
