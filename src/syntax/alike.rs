//! One habit, one message: the same slip in several places of a declaration is told once, with one edit for all of
//! them.

use crate::diagnostic::{Applicability, Arg, Code, Diagnostic, Edit};
use crate::source::{SourceFile, Span};

/// More places than this are told by their number alone.
const MOST_PLACES: usize = 6;

/// The diagnostics of a file, in the order of its text, whose declarations begin at `starts`.
pub fn joined(told: Vec<Diagnostic>, starts: &[u32], source: &SourceFile) -> Vec<Diagnostic> {
    let mut groups: Vec<Vec<Diagnostic>> = vec![];
    for one in told {
        let group = groups.iter_mut().find(|group| group.first().is_some_and(|first| is_alike(first, &one, starts)));
        match group {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups.into_iter().flat_map(|group| together(&group, source).map_or(group, |one| vec![one])).collect()
}

fn is_alike(first: &Diagnostic, other: &Diagnostic, starts: &[u32]) -> bool {
    // Of brackets each is looked for by itself.
    let mends = |told: &Diagnostic| told.edits.len() == 1 && told.code != Code::UnclosedBracket;
    let at = |told: &Diagnostic| starts.partition_point(|start| *start <= told.span.start);
    mends(first) && mends(other) && first.is_habit_of(other) && (first.is_remark() || at(first) == at(other))
}

/// Several of one habit as one; `None` where there are no several, or their edits do not go together.
fn together(group: &[Diagnostic], source: &SourceFile) -> Option<Diagnostic> {
    let (first, others) = group.split_first().filter(|(_, others)| !others.is_empty())?;
    let mut edits: Vec<&Edit> = group.iter().flat_map(|told| &told.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let apart = edits.iter().zip(edits.iter().skip(1)).all(|(one, two)| one.span.end <= two.span.start);
    let (span, text) = apart.then(|| at_once(&edits, source))??;
    let safe = edits.iter().all(|edit| edit.applicability == Applicability::Safe);
    let mut told = first.clone().arg("alike", Arg::from(group.len()));
    told.edits.clear();
    told.labels.extend(others.iter().take(MOST_PLACES - 1).flat_map(|other| {
        let place = Diagnostic::new(other.code, other.span).label(other.span, "");
        place.labels.into_iter().chain(other.labels.clone())
    }));
    Some(if safe { told.safe_edit(span, text) } else { told.edit(span, text) })
}

/// Edits that stand in order and apart as one.
fn at_once(edits: &[&Edit], source: &SourceFile) -> Option<(Span, String)> {
    let whole = edits.first()?.span.to(edits.last()?.span);
    let (mut text, mut from) = (String::new(), whole.range().start);
    for edit in edits {
        text.push_str(source.text.get(from..edit.span.range().start)?);
        text.push_str(&edit.text);
        from = edit.span.range().end;
    }
    Some((whole, text))
}
