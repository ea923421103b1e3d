//! What becomes of a record that has no values.

use std::borrow::Cow;

use crate::data::{Batch, Content, InputRecord, Outcome, Problem, Reading, Rejection, spell_cell};
use crate::diagnostic::Code;
use crate::ir::{Policy, Value};

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

/// A record that should have had a result is rejected, never left out.
pub(super) fn fault<'a>(policy: &Policy, (batch, record): (&Batch, &InputRecord), fields: &[Value]) -> Content<'a> {
    let file = batch.input(record.place).map_or_else(|| "".into(), |input| input.name.clone());
    let problem = Problem::new(Code::Fault, "", &file).arg("row", record.place.row as usize);
    let cells = policy.slots.iter().zip(fields).map(|(slot, value)| Some(spell_cell(policy, slot, value))).collect();
    Content::Rejected(Cow::Owned(Rejection::new(vec![problem], cells)))
}
