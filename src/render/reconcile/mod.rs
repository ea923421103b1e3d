//! A sheet held against policies in words: a line a difference, for terminals, for files and for programs.

mod json;
mod report;
mod words;

pub use json::json;
pub use report::report;

use super::{Tongue, say};
use crate::batch::Inputs;
use crate::data::{InputFile, spell_cell};
use crate::diagnostic::{Arg, At};
use crate::ir::{Policy, Slot, SlotId, Value};
use crate::quantity::Moment;
use crate::reconcile::{Cause, Difference, Reconciliation, Sheet, Spot, Theirs};
use crate::source::{Sources, Span};

/// What is told, and what it is about.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// What was found.
    pub found: &'a Reconciliation,
    /// The policies.
    pub policies: &'a [&'a Policy],
    /// Their texts.
    pub sources: &'a [&'a Sources],
    /// The records, and the rows beside them.
    pub inputs: &'a Inputs,
    /// The sheet as each policy reads it.
    pub sheets: &'a [Sheet],
    /// The reader's tongue.
    pub tongue: Tongue,
}

/// A difference as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// What tells whose it is, as cells.
    pub key: Vec<String>,
    /// What somebody is called.
    pub name: String,
    /// The period.
    pub period: String,
    /// The column, as the policy calls it.
    pub column: String,
    /// What the policy gives.
    pub ours: String,
    /// What stands in the sheet.
    pub theirs: String,
    /// By how much theirs is more, with its sign.
    pub delta: String,
    /// The likely cause in two words.
    pub kind: String,
    /// The same in a sentence.
    pub words: String,
    /// The cell of the sheet.
    pub cell: String,
}

impl Told<'_> {
    /// The differences, a row each.
    pub fn rows(&self) -> Vec<DifferenceRow> {
        self.found.differences.iter().filter_map(|difference| self.row(difference)).collect()
    }

    fn row(&self, difference: &Difference) -> Option<DifferenceRow> {
        let policy = self.policies.get(difference.policy)?;
        let slot = policy.slot(difference.slot)?;
        let own = |slot: Option<SlotId>| slot.and_then(|slot| self.of_record(difference, slot)).unwrap_or_default();
        let cause = difference.causes.first();
        let kind = cause.map_or("none", |cause| cause.kind.name());
        Some(DifferenceRow {
            key: policy.keys().map(|key| own(Some(key))).collect(),
            name: own(policy.name_field()),
            period: own(policy.period()),
            column: slot.name.clone(),
            ours: spell_cell(policy, slot, &difference.ours),
            theirs: theirs(policy, slot, &difference.theirs),
            delta: self.delta(difference, policy, slot),
            kind: say(&format!("reconcile-kind-{kind}"), &[], self.tongue),
            words: cause.map_or_else(String::new, |cause| self.words(difference.policy, cause)),
            cell: self.cell(difference.policy, (difference.row, difference.field)).unwrap_or_default(),
        })
    }

    fn delta(&self, difference: &Difference, policy: &Policy, slot: &Slot) -> String {
        let Some(delta) = &difference.delta else { return String::new() };
        signed(spell_cell(policy, slot, &Value::Number(delta.clone())))
    }

    /// A field of a record as a cell shows it.
    fn of_record(&self, difference: &Difference, slot: SlotId) -> Option<String> {
        let policy = self.policies.get(difference.policy)?;
        let batch = self.inputs.shared.batches.get(difference.policy)?;
        Some(spell_cell(policy, policy.slot(slot)?, &*batch.known(difference.record, slot.0)?))
    }

    /// The file of the sheet, and the line of one of its rows.
    fn of_sheet(&self, policy: usize, row: usize) -> Option<(&InputFile, u32)> {
        let batch = &self.sheets.get(policy)?.batch;
        let place = batch.place(row)?;
        Some((batch.input(place)?, place.row))
    }

    /// A cell of the sheet as spreadsheets call it; in a file without cells its line.
    fn cell(&self, policy: usize, (row, field): (usize, usize)) -> Option<String> {
        let (input, line) = self.of_sheet(policy, row)?;
        Some(input.cell_name(line, field).map_or_else(|| line.to_string(), |cell| cell.to_string()))
    }

    /// Where a cause is: the file, and the place in it. In the policy, the line.
    fn place(&self, policy: usize, cause: &Cause) -> Option<(String, At)> {
        let of_data = |record: usize| {
            let batch = self.inputs.shared.batches.get(policy)?;
            let place = batch.place(record)?;
            Some((batch.input(place)?, place.row))
        };
        let at = |(input, line): (&InputFile, u32), field: Option<usize>| {
            let at = field.map_or_else(|| input.at(line), |field| input.cell(line, field));
            (input.name.to_string(), at)
        };
        match cause.spot {
            Spot::Policy(span) => self.line(policy, span),
            Spot::Lookup(record, slot) => match self.of_lookup(policy, record, slot) {
                Some((input, line, field)) => Some(at((input, line), Some(field))),
                None => self.line(policy, self.policies.get(policy)?.slot(slot)?.span),
            },
            Spot::Data(record, field) => Some(at(of_data(record)?, Some(field))),
            Spot::Earlier(record) => Some(at(of_data(record)?, None)),
            Spot::Sheet(row, field) => Some(at(self.of_sheet(policy, row)?, Some(field))),
            Spot::History => None,
        }
    }

    /// A line of a policy.
    fn line(&self, policy: usize, span: Span) -> Option<(String, At)> {
        let sources = self.sources.get(policy)?;
        let row = u32::try_from(sources.place(span).line).ok()?;
        Some((sources.get(span.file)?.name.clone(), At { row: Some(row), ..At::default() }))
    }

    /// The file, the line and the field of what a record looked up.
    fn of_lookup(&self, policy: usize, record: usize, slot: SlotId) -> Option<(&InputFile, u32, usize)> {
        let joined = &self.inputs.own.get(policy)?.joined;
        let relations = &self.policies.get(policy)?.relations;
        let relation = relations.iter().position(|relation| relation.slots.contains(&slot.0))?;
        let row = *joined.rows.get(record)?.get(relation)?.first()?;
        let stand = joined.places.get(relation)?;
        let place = *stand.rows.get(row)?;
        Some((stand.inputs.get(place.input as usize)?, place.row, relations.get(relation)?.place(slot)?))
    }
}

/// What stands in a cell of the sheet.
fn theirs(policy: &Policy, slot: &Slot, theirs: &Theirs) -> String {
    match theirs {
        Theirs::Value(value) => spell_cell(policy, slot, value),
        Theirs::Text(text) => text.clone(),
    }
}

/// A figure with its sign, also where it is above 0.
fn signed(figure: String) -> String {
    if figure.starts_with('-') { figure } else { format!("+{figure}") }
}

/// A period of the policies.
fn period(policies: &[&Policy], ordinal: i32) -> Arg {
    let kind = policies.iter().find_map(|policy| policy.header.period);
    kind.map_or(Arg::from(""), |kind| Moment { kind, ordinal }.to_string().into())
}
