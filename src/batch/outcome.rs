//! What becomes of a record that has no values.

use std::borrow::Cow;

use crate::data::{Batch, Content, Doubt, InputRecord, Note, Outcome, Problem, Reading, Rejection, spell_cell};
use crate::diagnostic::Code;
use crate::eval::Evaluation;
use crate::explain;
use crate::ir::{Policy, Value};
use crate::promise::Watch;

/// A row that no policy claims, with the cells of all their fields.
pub(super) fn nobodys<'a>(record: &InputRecord, cells: Vec<Option<String>>) -> Outcome<'a> {
    let why = |rejection: &Rejection| Cow::Owned(Rejection::new(rejection.problems.clone(), cells.clone()));
    let content = match &record.reading {
        Reading::Skipped(rejection) => Content::Skipped(why(rejection)),
        Reading::Rejected(rejection) => Content::Rejected(why(rejection)),
        Reading::Record(_) | Reading::Foreign(_) => Content::Rejected(why(&Rejection::default())),
    };
    Outcome { owner: None, place: record.place, content }
}

/// A record that is not evaluated; nothing, where it is another policy's.
pub(super) fn unused(record: &InputRecord) -> Option<Content<'_>> {
    match &record.reading {
        Reading::Rejected(rejection) => Some(Content::Rejected(Cow::Borrowed(rejection))),
        Reading::Skipped(rejection) => Some(Content::Skipped(Cow::Borrowed(rejection))),
        Reading::Record(_) | Reading::Foreign(_) => None,
    }
}

/// The values of an evaluated record that may be watched, and hangs on such `doubts`; nothing where one is lacking, which the checks prove
/// cannot be.
pub(super) fn values<'a>(
    (policy, watch): (&Policy, Option<&Watch>),
    evaluation: Evaluation,
    doubts: &[Doubt],
) -> Option<Content<'a>> {
    let mut notes = explain::notes(policy, &evaluation);
    let broken = watch.map(|watch| watch.broken(&evaluation)).unwrap_or_default();
    notes.extend(broken.into_iter().map(|broken| Note::Broken(broken.at, broken.pair)));
    notes.extend(doubts.iter().cloned().map(Note::Provisional));
    Some(Content::Values(evaluation.into_values().ok()?, notes))
}

/// A record that should have had a result is rejected, never left out.
pub(super) fn fault<'a>(policy: &Policy, (batch, record): (&Batch, &InputRecord), fields: &[Value]) -> Content<'a> {
    let file = batch.input(record.place).map_or_else(|| "".into(), |input| input.name.clone());
    let problem = Problem::new(Code::Fault, "", &file).arg("row", record.place.row as usize);
    let cells = policy.slots.iter().zip(fields).map(|(slot, value)| Some(spell_cell(policy, slot, value))).collect();
    Content::Rejected(Cow::Owned(Rejection::new(vec![problem], cells)))
}
