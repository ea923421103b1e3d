//! What the next check would tell: once the errors of a policy are mended as proposed, what is wrong with the rest of it
//! comes to light. It is told at once, so that nobody meets it one check after the other.

use super::mend::{apart, applied};
use super::{Compiled, Job};
use crate::diagnostic::{Code, Diagnostic, Edit, Severity};
use crate::source::{FileId, Span};

/// Tells of the places that no edit touches what is wrong there once the errors are mended.
pub(super) fn look(compiled: &mut Compiled, job: &Job) {
    let Some(policy) = compiled.files.first().copied() else { return };
    let mends =
        |told: &&Diagnostic| told.severity() == Severity::Error && is_mended(told) || told.code == Code::ShortScale;
    let told = compiled.diagnostics.iter().filter(mends);
    let edits = told.filter_map(|told| Some((told, told.edits.first()?))).filter(|(_, edit)| edit.span.file == policy);
    let mut edits: Vec<(&Diagnostic, &Edit)> = edits.collect();
    apart(&mut edits);
    let edits: Vec<Edit> = edits.into_iter().map(|(_, edit)| edit.clone()).collect();
    // Where a block ends is a guess that all below it hangs on.
    if edits.is_empty() || compiled.diagnostics.iter().any(|told| told.code == Code::UnclosedBracket) {
        return;
    }
    let text = applied(&job.policy.text, &edits.iter().collect::<Vec<_>>());
    let next = Job { policy: job.policy.with_text(text), ..job.clone() }.compiled();
    let back = Back { file: policy, edits: &edits };
    match compiled.accepted() {
        true => scales(compiled, &next, &back),
        false => errors(compiled, &next, &back),
    }
}

/// Whether an error is mended by what is proposed first. A guess at a name, or at the kind of a scale, is none to build on.
fn is_mended(told: &Diagnostic) -> bool {
    !told.is_guess() && !told.asks_kind()
}

/// Adds the errors that come to light.
fn errors(compiled: &mut Compiled, next: &Compiled, back: &Back) {
    let hidden = next.diagnostics.iter().filter(|told| told.severity() == Severity::Error && !told.is_unread());
    let of_roles = next.diagnostics.iter().filter(|told| told.is_by_role()).find_map(|told| back.diagnostic(told));
    let same =
        |told: &&mut Diagnostic| of_roles.as_ref().is_some_and(|of| (of.code, of.span) == (told.code, told.span));
    // Whose each weight is comes to light with the conditions of the items.
    if let Some((told, of)) = compiled.diagnostics.iter_mut().find(same).zip(of_roles.clone()) {
        *told = of;
    }
    let is_known = |told: &Diagnostic| {
        compiled.diagnostics.iter().filter(|known| known.severity() == Severity::Error).any(|known| {
            // Of a table that was looked at, all was told.
            (known.code, known.span) == (told.code, told.span) || known.is_of_table_with(told)
        })
    };
    let found: Vec<Diagnostic> =
        hidden.filter_map(|told| back.diagnostic(told)).filter(|told| !is_known(told)).collect();
    compiled.diagnostics.extend(found);
    compiled.diagnostics.sort_by_key(|told| told.span);
}

/// Items out of 10 make all totals too small: rows that nobody gets to only because of that are not told of, and gaps that
/// nobody falls into only because of that are.
fn scales(compiled: &mut Compiled, next: &Compiled, back: &Back) {
    let still = |told: &Diagnostic| {
        next.diagnostics.iter().any(|other| other.code == told.code && back.span(other.span) == Some(told.span))
    };
    compiled.diagnostics.retain(|told| told.code != Code::IdleRung || still(told));
    let gap = next.diagnostics.iter().find(|told| told.code == Code::Gap);
    let short = compiled.diagnostics.iter_mut().find(|told| told.code == Code::ShortScale && !told.edits.is_empty());
    if let (Some(short), Some((gap, span))) = (short, gap.and_then(|gap| Some((gap, back.span(gap.span)?)))) {
        short.points_at(span, "gap", gap, &["table", "point"]);
    }
}

/// The way from an edited file to the file as it was.
struct Back<'a> {
    file: FileId,
    /// In order and apart.
    edits: &'a [Edit],
}

impl Back<'_> {
    /// The diagnostic where it stood; `None` where an edit touches anything that it is about.
    fn diagnostic(&self, told: &Diagnostic) -> Option<Diagnostic> {
        let mut told = told.clone();
        told.span = self.span(told.span)?;
        if told.is_of_exempt() {
            // A row that an edit puts in leaves people out, and needs no pointing at.
            told.labels.retain(|label| self.span(label.span).is_some());
            told.finding.iter_mut().for_each(|finding| finding.rows.retain(|row| self.span(*row).is_some()));
        }
        if told.is_by_role() {
            // All weights in one edit reach over the heads between them; the text has each.
            told.edits.retain(|edit| self.span(edit.span).is_some());
        }
        for label in &mut told.labels {
            label.span = self.span(label.span)?;
        }
        for edit in &mut told.edits {
            edit.span = self.span(edit.span)?;
        }
        if let Some(finding) = &mut told.finding {
            finding.rows = finding.rows.iter().map(|row| self.span(*row)).collect::<Option<_>>()?;
        }
        Some(told)
    }

    fn span(&self, span: Span) -> Option<Span> {
        if span.file != self.file {
            return Some(span);
        }
        let range = span.range();
        let mut shift = 0_usize;
        let mut cut = 0_usize;
        for edit in self.edits {
            let start = edit.span.range().start + shift - cut;
            let end = start + edit.text.len();
            if range.end <= start {
                break;
            }
            if range.start < end {
                return None;
            }
            shift += edit.text.len();
            cut += edit.span.range().len();
        }
        Some(Span::new(span.file, range.start + cut - shift, range.end + cut - shift))
    }
}
