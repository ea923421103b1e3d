//! One habit, one message: the same slip in several places of a declaration is told once, with one edit for all of
//! them.

use super::edit::joined;
use super::{Arg, Code, Diagnostic, Edit};
use crate::source::SourceFile;

/// More places than this are told by their number alone.
const MOST_PLACES: usize = 6;

/// The diagnostics of a file, in the order of its text, whose declarations begin at `starts`.
pub fn habits(told: Vec<Diagnostic>, starts: &[u32], source: &SourceFile) -> Vec<Diagnostic> {
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
    let mends = |told: &Diagnostic| match told.code {
        // Of brackets each is looked for by itself.
        Code::UnclosedBracket => false,
        // Where nobody can say which of several is meant, it is the same question all over.
        Code::BareNumber | Code::StepOrDecimals | Code::ThousandsSeparator => told.edits.len() == first.edits.len(),
        Code::RangeDash | Code::CompoundPattern => !told.edits.is_empty() && told.edits.len() == first.edits.len(),
        Code::UnknownType => told.edits.len() == 1 && told.says_what(first),
        Code::RowShape => told.is_unlabelled(),
        code => code.is_syntax() && told.edits.len() == 1,
    };
    let at = |told: &Diagnostic| starts.partition_point(|start| *start <= told.span.start);
    mends(first) && mends(other) && first.is_habit_of(other) && (first.is_remark() || at(first) == at(other))
}

/// Several of one habit as one; `None` where there are no several, or their edits do not go together.
fn together(group: &[Diagnostic], source: &SourceFile) -> Option<Diagnostic> {
    let (first, others) = group.split_first().filter(|(_, others)| !others.is_empty())?;
    let alternative = |at: usize| {
        let edits: Option<Vec<&Edit>> = group.iter().map(|told| told.edits.get(at)).collect();
        joined(source, &edits?)
    };
    let edits: Vec<Edit> = (0..first.edits.len()).map(alternative).collect::<Option<_>>()?;
    let mut told = first.clone().arg("alike", Arg::from(group.len()));
    told.edits = edits;
    told.labels.extend(others.iter().take(MOST_PLACES - 1).flat_map(|other| {
        let place = Diagnostic::new(other.code, other.span).label(other.span, "");
        place.labels.into_iter().chain(other.labels.clone())
    }));
    Some(told)
}
