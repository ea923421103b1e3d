//! One cell to one value, or to the reason why it is none.

mod calendar;
mod duration;
mod fault;
mod number;
mod plan;
mod quantity;
mod words;

use std::borrow::Cow;

pub(super) use fault::Fault;
pub(super) use number::written_out;
pub(super) use plan::{FieldPlan, Layout};
pub(super) use words::{is_summary, normal};

use crate::ir::{Role, Value};
use crate::quantity::Moment;
use plan::Kind;

/// A cell as a file has it. Workbook cells are spelt as text before they come here: a percent cell
/// as `98.5%`, a date as `2024-03-01`, a clock time as `00:01:20`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// What the text alone does not tell.
    pub nature: Nature,
}

/// What the text of a cell does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Nature {
    /// Nothing.
    #[default]
    Plain,
    /// A number of a workbook whose number formats are not known: 0.985 may be shown as 98.5%.
    Unformatted,
    /// A number of a workbook with more than 15 digits, of which the last are lost.
    Long,
    /// A formula of a workbook that no program has computed.
    Uncomputed,
    /// Covered by a merged cell, with its text where that goes down the column.
    Merged,
    /// A JSON array or object.
    Nested,
    /// A key that a JSON object has twice.
    Twice,
}

impl<'a> Cell<'a> {
    /// A cell that holds just a text.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Cell { text: text.into(), nature: Nature::Plain }
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        matches!(self.nature, Nature::Plain | Nature::Merged) && self.text.trim().is_empty()
    }

    /// The same, no longer tied to the file.
    pub fn owned(&self) -> Cell<'static> {
        Cell { text: Cow::Owned(self.text.clone().into_owned()), nature: self.nature }
    }
}

/// The value of `cell` for a field.
pub(super) fn read_cell(plan: &FieldPlan, cell: &Cell) -> Result<Value, Fault> {
    match cell.nature {
        Nature::Nested => return Err(Fault::new("nested")),
        Nature::Twice => return Err(Fault::new("twice")),
        Nature::Uncomputed => return Err(Fault::new("uncomputed")),
        // One figure over several rows may be meant for each or for all together, and one key is not two.
        Nature::Merged if plan.field.key || cell.is_blank() || matches!(plan.kind, Kind::Number(_)) => {
            return Err(Fault::new("merged"));
        }
        Nature::Plain | Nature::Long | Nature::Unformatted | Nature::Merged => {}
    }
    let text = normal(&cell.text);
    let text = text.as_ref();
    if let Kind::Labels(labels) = &plan.kind
        && let Some(place) = labels.get(text)
    {
        return Ok(Value::Label(*place));
    }
    if words::is_missing(text) {
        return plan.absent();
    }
    match &plan.kind {
        Kind::Number(shape) => quantity::read(plan, shape, text, cell.nature).map(Value::Number),
        Kind::Labels(_) => Err(Fault::new("label").arg("labels", plan.labels())),
        Kind::Bool => words::truth(passed(plan, text)).map(Value::Bool).ok_or(Fault::new("bool")),
        Kind::Text => Ok(Value::Text(text.into())),
        Kind::Calendar { kind, first, last } => {
            let moment = calendar::read(*kind, text)?;
            in_range(moment, *first, *last)
        }
    }
}

/// A gate that does not hold is written with what failed: `no: …`.
fn passed<'t>(plan: &FieldPlan, text: &'t str) -> &'t str {
    match plan.slot.role {
        Role::Gate => text.split(':').next().unwrap_or(text),
        _ => text,
    }
}

/// What to tell of a cell that reads: a spreadsheet has cut a long number, or shows it as `1.0E+11`.
pub(super) fn doubtful(plan: &FieldPlan, cell: &Cell) -> Option<Fault> {
    match (cell.nature, &plan.kind) {
        (Nature::Long, _) => Some(Fault::long("")),
        (Nature::Plain, Kind::Text) if number::is_scientific(cell.text.trim()) => Some(Fault::long("exponent")),
        _ => None,
    }
}

fn in_range(moment: Moment, first: i32, last: i32) -> Result<Value, Fault> {
    if (first..=last).contains(&moment.ordinal) {
        return Ok(Value::Calendar(moment));
    }
    let bound = |ordinal| Moment { kind: moment.kind, ordinal }.to_string();
    Err(Fault::domain("").arg("from", bound(first)).arg("to", bound(last)))
}
