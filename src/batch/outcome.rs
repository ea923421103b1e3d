//! What is to be said of a record besides its values, and what becomes of one that has none.

use std::borrow::Cow;

use crate::data::{Batch, Content, InputRecord, Note, Outcome, Problem, Reading, Rejection, spell_cell};
use crate::diagnostic::Code;
use crate::eval::{BoundedAmount, Evaluation, Trace};
use crate::ir::{Pay, Policy, Step, Value};

/// The gates that do not hold, the items that the record is exempt from, the bounds that acted.
pub(super) fn notes(policy: &Policy, evaluation: &Evaluation) -> Vec<Note> {
    let mut notes = vec![];
    let mut bounds = vec![];
    for (at, step) in policy.steps.iter().enumerate() {
        match (step, evaluation.trace(at)) {
            (Step::Gate(gate), Some(Trace::Gate(failed))) if !failed.is_empty() => {
                notes.push(Note::Failed(gate.slot, failed.clone()));
            }
            (Step::Pay(pay), Some(Trace::Pay { lines, sum })) => bounds.extend(acted(pay, lines, sum)),
            _ => {}
        }
    }
    let exempt = policy.items.iter().enumerate();
    let exempt = exempt.filter(|(_, item)| evaluation.value(item.points) == Ok(&Value::Missing)).map(|(at, _)| at);
    let exempt: Vec<usize> = exempt.collect();
    if !exempt.is_empty() {
        notes.push(Note::Exempt(exempt));
    }
    notes.extend(bounds);
    notes
}

fn acted<'a>(
    pay: &'a Pay,
    lines: &'a [Option<BoundedAmount>],
    sum: &'a Option<BoundedAmount>,
) -> impl Iterator<Item = Note> {
    let slots = pay.lines.iter().map(|line| line.slot).chain([pay.slot]);
    slots.zip(lines.iter().chain([sum])).filter_map(|(slot, bounded)| {
        let BoundedAmount { before, amount, acted } = bounded.as_ref()?;
        Some(Note::Bound { slot, acted: (*acted)?, before: before.clone(), amount: amount.clone() })
    })
}

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
