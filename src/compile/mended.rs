//! A policy after the first edit of each of its errors, and the way from there back to the text as it was.

use std::ops::Range;

use super::mend::applied;
use crate::diagnostic::{Applicability, Code, Diagnostic, Edit, Label, Severity, joined};
use crate::source::{FileId, SourceFile, Span};

/// Whether an error is mended by what is proposed first. A guess at a name is none to build on.
pub(super) fn is_mended(told: &Diagnostic) -> bool {
    !told.is_guess() && (told.severity() == Severity::Error || told.code == Code::ShortScale)
}

/// What is put in the place of a part of a text.
type Change = (Range<usize>, String);

/// A single place that is changed.
struct Hunk {
    edit: Edit,
    /// What stands there afterwards, in the edited text.
    put_in: Range<usize>,
    /// Whose edit it is, by the place among the diagnostics.
    owner: usize,
    /// Whether it gives a name another spelling.
    renames: bool,
    /// Whether there is another way to mend it.
    open: bool,
}

/// Edits of a file, in order and apart.
pub(super) struct Mends<'a> {
    file: FileId,
    source: &'a SourceFile,
    hunks: Vec<Hunk>,
}

impl<'a> Mends<'a> {
    /// The first edits of the errors; of two that are in each other's way, the first by place.
    pub(super) fn of(told: &[Diagnostic], file: FileId, source: &'a SourceFile) -> Self {
        let edits = told.iter().enumerate().filter(|(_, told)| is_mended(told));
        let edits = edits.filter_map(|(at, told)| Some((at, told, told.edits.first()?)));
        let mut edits: Vec<(usize, &Diagnostic, &Edit)> = edits.filter(|(.., edit)| edit.span.file == file).collect();
        // A name is another one wherever nothing else is changed.
        edits.sort_by_key(|(_, told, edit)| (told.is_renaming(), edit.span));
        let mut taken: Vec<(usize, &Diagnostic, Edit)> = vec![];
        for (owner, told, edit) in edits {
            let mut hunks = edit.hunks(source);
            let free = |hunk: &Edit| !taken.iter().any(|(.., other)| overlaps(hunk.span.range(), other.span.range()));
            match told.is_renaming() {
                true => hunks.retain(free),
                false if hunks.iter().all(free) => {}
                false => continue,
            }
            taken.extend(hunks.into_iter().map(|hunk| (owner, told, hunk)));
        }
        taken.sort_by_key(|(.., edit)| edit.span);
        let mut end = 0;
        let mut from = 0;
        let hunks = taken.into_iter().map(|(owner, told, edit)| {
            let start = end + (edit.span.range().start - from);
            (from, end) = (edit.span.range().end, start + edit.text.len());
            let (renames, open) = (told.is_renaming(), told.edits.len() > 1);
            Hunk { put_in: start..end, edit, owner, renames, open }
        });
        Mends { file, source, hunks: hunks.collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.hunks.is_empty()
    }

    /// The edited text.
    pub(super) fn text(&self) -> String {
        let edits: Vec<&Edit> = self.hunks.iter().map(|hunk| &hunk.edit).collect();
        applied(&self.source.text, &edits)
    }

    /// The diagnostic where it stood; `None` where it is about what an edit puts in.
    pub(super) fn back(&self, told: &Diagnostic) -> Option<Diagnostic> {
        let mut back = told.clone();
        back.span = self.outside(told.span).or_else(|| self.mended_elsewhere(told))?;
        // What hangs on one of two ways to mend is told when one was taken.
        let hangs =
            |hunk: &Hunk, span: Span| span.file == self.file && hunk.open && meets(span.range(), hunk.put_in.clone());
        if told.labels.iter().any(|label| self.hunks.iter().any(|hunk| hangs(hunk, label.span))) {
            return None;
        }
        let label = |label: Label| Some(Label { span: self.outside(label.span)?, ..label });
        back.labels = back.labels.into_iter().filter_map(label).collect();
        if let Some(finding) = &mut back.finding {
            finding.rows = finding.rows.iter().filter_map(|row| self.outside(*row)).collect();
        }
        Some(back)
    }

    /// The edits of a diagnostic that nothing here is in the way of, as edits of the text as it was.
    pub(super) fn edits(&self, told: &Diagnostic, edited: &SourceFile) -> Vec<Edit> {
        let own = |edit: &Edit| {
            if edit.span.file != self.file {
                return Some(edit.clone());
            }
            self.touched(edit, edited).is_none().then_some(())?;
            let hunks = edit.hunks(edited);
            let back = hunks.into_iter().map(|hunk| Edit { span: self.place(hunk.span), ..hunk }).collect::<Vec<_>>();
            let back = joined(self.source, &back.iter().collect::<Vec<_>>())?;
            Some(self.wider(back, self.place(edit.span)))
        };
        told.edits.iter().filter_map(own).collect()
    }

    /// Whose edits put in what an edit changes: none, one, or (`Some(None)`) several.
    pub(super) fn touched(&self, edit: &Edit, edited: &SourceFile) -> Option<Option<usize>> {
        let hunks = if edit.span.file == self.file { edit.hunks(edited) } else { vec![] };
        let mut owners: Vec<usize> = hunks.iter().flat_map(|hunk| self.at(hunk)).map(|hunk| hunk.owner).collect();
        owners.sort_unstable();
        owners.dedup();
        match owners.as_slice() {
            [] => None,
            [one] => Some(Some(*one)),
            _ => Some(None),
        }
    }

    /// What an edit puts in or takes away that another changes. A name that is another one is so in all edits.
    fn at(&self, edit: &Edit) -> impl Iterator<Item = &Hunk> {
        let span = edit.span.range();
        self.hunks.iter().filter(move |hunk| !hunk.renames && meets(span.clone(), hunk.put_in.clone()))
    }

    /// The edit of `owner` and another one that changes what it puts in, as one of the text as it was.
    pub(super) fn longer(&self, owner: usize, edit: &Edit, edited: &SourceFile) -> Option<Edit> {
        let own = self.hunks.iter().filter(|hunk| hunk.owner == owner);
        let own = own.map(|hunk| (hunk.put_in.clone(), None));
        let new = edit.hunks(edited).into_iter().map(|hunk| (hunk.span.range(), Some(hunk.text)));
        let mut parts: Vec<(Range<usize>, Option<String>)> = own.chain(new).collect();
        parts.sort_by_key(|(range, text)| (range.start, text.is_some(), range.end));
        let mut groups: Vec<(Range<usize>, Vec<Change>)> = vec![];
        for (range, text) in parts {
            let changes = text.map(|text| (range.clone(), text));
            match groups.last_mut().filter(|(whole, _)| meets(range.clone(), whole.clone())) {
                Some((whole, found)) => {
                    whole.end = whole.end.max(range.end);
                    found.extend(changes);
                }
                None => groups.push((range, changes.into_iter().collect())),
            }
        }
        let hunks = groups.into_iter().map(|(whole, changes)| {
            let (mut text, mut from) = (String::new(), whole.start);
            for (range, put) in changes {
                text.push_str(edited.text.get(from..range.start)?);
                text.push_str(&put);
                from = range.end;
            }
            text.push_str(edited.text.get(from..whole.end)?);
            let span = self.place(Span::new(self.file, whole.start, whole.end));
            Some(Edit { span, text, applicability: Applicability::Choice })
        });
        let hunks: Vec<Edit> = hunks.collect::<Option<_>>()?;
        joined(self.source, &hunks.iter().collect::<Vec<_>>())
    }

    /// An edit that writes all of a place anew, as it is read more easily.
    pub(super) fn wider(&self, edit: Edit, place: Span) -> Edit {
        let whole = Span { start: edit.span.start.min(place.start), end: edit.span.end.max(place.end), ..edit.span };
        let before = self.source.slice(Span { end: edit.span.start, ..whole });
        let behind = self.source.slice(Span { start: edit.span.end, ..whole });
        Edit { span: whole, text: format!("{before}{}{behind}", edit.text), ..edit }
    }

    /// Where something stood that an edit put in, of which the way out is elsewhere.
    fn mended_elsewhere(&self, told: &Diagnostic) -> Option<Span> {
        let free = |edit: &Edit| edit.span.file == self.file && self.at(edit).next().is_none();
        told.edits.first().is_some_and(free).then(|| self.place(told.span))
    }

    /// Where a place of the edited text stood, unless it is all of an edit's making.
    fn outside(&self, span: Span) -> Option<Span> {
        let range = span.range();
        let inside = |hunk: &Hunk| {
            let put_in = &hunk.put_in;
            !put_in.is_empty() && put_in.start <= range.start && range.end <= put_in.end && !range.is_empty()
        };
        let made = span.file == self.file && self.hunks.iter().any(inside);
        (!made).then(|| self.place(span))
    }

    /// Where a place of the edited text stood; with all of what an edit took away where it begins or ends in what that puts in.
    pub(super) fn place(&self, span: Span) -> Span {
        if span.file != self.file {
            return span;
        }
        let range = span.range();
        let start = self.origin(range.start, false);
        let end = self.origin(range.end, true);
        Span::new(span.file, start, end.max(start))
    }

    fn origin(&self, at: usize, is_end: bool) -> usize {
        let mut place = at;
        for hunk in &self.hunks {
            let (old, put_in) = (hunk.edit.span.range(), &hunk.put_in);
            match () {
                // What ends where something was taken away does not reach over it.
                () if at < put_in.start || at == put_in.start && (is_end || !put_in.is_empty()) => break,
                () if at < put_in.end => return if is_end { old.end } else { old.start },
                () => place = old.end + (at - hunk.put_in.end),
            }
        }
        place
    }
}

/// Whether two changes cannot both be made.
fn overlaps(one: Range<usize>, other: Range<usize>) -> bool {
    let inside = |at: usize, range: &Range<usize>| range.start < at && at < range.end;
    match (one.is_empty(), other.is_empty()) {
        (true, false) => inside(one.start, &other),
        (false, true) => inside(other.start, &one),
        _ => meets(one, other),
    }
}

/// Whether two changes are in each other's way.
fn meets(one: Range<usize>, other: Range<usize>) -> bool {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => one.start == other.start,
        (true, false) => other.start <= one.start && one.start <= other.end,
        (false, true) => one.start <= other.start && other.start <= one.end,
        (false, false) => one.start < other.end && other.start < one.end,
    }
}
