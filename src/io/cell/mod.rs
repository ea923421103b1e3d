//! One cell to one value, or to the reason why it is none.

mod amounts;
mod calendar;
mod clock;
mod duration;
mod face;
mod fault;
mod headed;
mod number;
mod pieces;
mod plan;
mod quantity;
mod share;
mod title;
mod words;

use std::borrow::Cow;

pub(super) use face::Face;
pub(super) use fault::Fault;
pub(super) use headed::Headed;
pub(super) use number::{
    as_decimal, has_decimal_comma, has_decimal_point, is_one_group, is_one_pointed_group, written_out,
};
pub(super) use pieces::unmarked;
pub(super) use plan::{FieldPlan, Kind, heads, plan};
pub(super) use share::{Share, TwoShares, share};
pub(super) use title::TitleUnit;
pub(super) use words::{Oddity, is_control, is_note, is_part_of, is_summary, may_be_control};

use crate::diagnostic::{Arg, Code};
pub(super) use crate::ir::normal;
use crate::ir::{Bare, Role, Value};
use crate::quantity::Moment;
use crate::render::status_named;

/// A cell as a file has it. Workbook cells are spelt as text before they come here: a percent cell
/// as `98.5%`, a date as `2024-03-01`, a clock time as `00:01:20`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// What the text alone does not tell.
    pub nature: Nature,
    /// What a cell of a workbook shows beside what it holds.
    pub face: Option<Box<Face>>,
    /// Whether a formula of a workbook gives it.
    pub formula: bool,
}

/// What the text of a cell does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Nature {
    /// Nothing.
    #[default]
    Plain,
    /// A number of a workbook whose number formats are not known: 0.985 may be shown as 98.5%.
    Unformatted,
    /// A number of a workbook with more than 15 digits, of which the program that wrote it may have lost the last.
    Long,
    /// A number of a workbook that is too long for every digit of it to be kept.
    Lost,
    /// What a formula that failed shows.
    Failed,
    /// A formula of a workbook that no program has computed.
    Uncomputed,
    /// Covered by a merged cell, with its text where that goes down the column.
    Merged,
    /// A JSON array or object.
    Nested,
    /// Bytes that are no text, or a day that no calendar has.
    Binary,
    /// A key that a JSON object has twice.
    Twice,
}

impl<'a> Cell<'a> {
    /// A cell that holds just a text.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Cell::of(text, Nature::Plain)
    }

    /// A text of which more is known.
    pub fn of(text: impl Into<Cow<'a, str>>, nature: Nature) -> Self {
        Cell { text: text.into(), nature, face: None, formula: false }
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        matches!(self.nature, Nature::Plain | Nature::Merged) && self.text.trim().is_empty()
    }

    /// The same, no longer tied to the file.
    pub fn owned(&self) -> Cell<'static> {
        let text = Cow::Owned(self.text.clone().into_owned());
        Cell { text, nature: self.nature, face: self.face.clone(), formula: self.formula }
    }
}

/// The value of `cell` for a field, below a title.
pub(super) fn read_cell(plan: &FieldPlan, headed: &Headed, cell: &Cell) -> Result<Value, Fault> {
    match (cell.nature, &plan.kind) {
        (Nature::Nested, _) => return Err(Fault::new("nested")),
        (Nature::Binary, _) => return Err(Fault::new("binary")),
        (Nature::Twice, _) => return Err(Fault::new("twice")),
        (Nature::Failed, _) => return Err(Fault::new("formula")),
        (Nature::Uncomputed, _) => return Err(Fault::new("uncomputed")),
        (Nature::Lost, Kind::Text | Kind::Labels(_)) => return Err(Fault::new("lost")),
        // One figure over several rows may be meant for each or for all together, and one key is not two.
        (Nature::Merged, kind) if plan.field.key || cell.is_blank() || matches!(kind, Kind::Number(_)) => {
            return Err(Fault::new("merged"));
        }
        _ => {}
    }
    if cell.text.bytes().any(may_be_control)
        && let Some(control) = cell.text.trim().chars().find(|c| is_control(*c))
    {
        return Err(Fault::new("control").arg("character", format!("U+{:04X}", u32::from(control))));
    }
    let Some(face) = &cell.face else { return read_below(plan, headed, &cell.text, cell.nature) };
    let read =
        face.text(plan, &cell.text).and_then(|text| match headed.multiplies(&text) && face.shows_other_digits() {
            true => Err(Fault::of_face("shown")),
            false => match headed.signed(&text, true) {
                Some(fault) => Err(fault),
                None => read_below(plan, headed, &text, cell.nature),
            },
        });
    read.map_err(|fault| face.told(plan, &cell.text, or_shown(fault, (plan, headed), face)))
}

/// The value of a text below a title, which may name its unit.
fn read_below(plan: &FieldPlan, headed: &Headed, text: &str, nature: Nature) -> Result<Value, Fault> {
    let means = |written: &str| quantity_of(plan, &read_text(plan, written, Nature::Plain).ok()?);
    if let Some(fault) = headed.against(plan, text, means).or_else(|| headed.signed(text, false)) {
        return Err(fault);
    }
    // Perhaps it is shown as a percentage already.
    let unknown = nature == Nature::Unformatted && plan.dimension().is_some_and(|dimension| dimension.percent);
    let read = read_text(plan, if unknown { text.into() } else { headed.text(text) }.as_ref(), nature);
    read.map_err(|fault| share::either(fault, plan, text))
}

/// A value as a message shows it.
pub(super) fn quantity_of(plan: &FieldPlan, value: &Value) -> Option<Arg> {
    match value {
        Value::Number(seconds) if plan.is_time() => {
            let unit = plan.slot.time_unit;
            seconds.divide(&unit.seconds().into()).map(|figure| Arg::from(format!("{figure}{unit}")))
        }
        Value::Number(number) => Some(Arg::Quantity(number.clone(), plan.dimension()?, plan.currency.to_owned())),
        _ => None,
    }
}

/// Of a number that is too fine for its field: that the digits which are shown would do.
fn or_shown(fault: Fault, (plan, headed): (&FieldPlan, &Headed), face: &Face) -> Fault {
    let fine = fault.code == Code::TooPrecise && matches!(fault.variant, "" | "step" | "whole");
    let shown = face.as_shown(plan).filter(|_| fine);
    match shown.filter(|text| read_below(plan, headed, text, Nature::Plain).is_ok()) {
        Some(_) => Fault { variant: "shown", of_face: true, ..fault },
        None => fault,
    }
}

fn read_text(plan: &FieldPlan, written: &str, nature: Nature) -> Result<Value, Fault> {
    let text = normal(written);
    let text = text.as_ref();
    if let Kind::Labels(labels) = &plan.kind
        && let Some(place) = labels.get(text)
    {
        return Ok(Value::Label(place));
    }
    if plan.tests && words::says_missing(text) {
        return Ok(Value::Missing);
    }
    if words::is_missing(text) {
        return plan.absent().map_err(|fault| if text.is_empty() { fault } else { fault.marked() });
    }
    match &plan.kind {
        Kind::Number(shape) => quantity::read(plan, shape, text, nature).map(Value::from),
        Kind::Labels(_) => Err(Fault::new("label").arg("labels", plan.labels())),
        Kind::Bool => words::truth(passed(plan, text)).map(Value::Bool).ok_or(Fault::new("bool")),
        Kind::Text if words::is_formula_error(text) => Err(Fault::new("formula")),
        // A spreadsheet or a float has cut its last digits: it is surely not the number that was meant.
        Kind::Text if number::is_scientific(text) => Err(Fault::new("lost-exponent")),
        Kind::Text => Ok(Value::Text(written.into())),
        Kind::Status => Ok(Value::Text(status_named(text).map_or(written, |status| status.as_str()).into())),
        Kind::Calendar { kind, first, last } => {
            let moment = calendar::read(*kind, plan.field.bare == Bare::DateTime, text)?;
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

/// What is worth a look in a cell, by itself or with others of its column.
pub(super) fn oddity(plan: &FieldPlan, cell: &Cell) -> Option<Oddity> {
    match &plan.kind {
        Kind::Text if words::is_null(cell.text.trim()) => Some(Oddity::Null),
        Kind::Text if words::is_float(cell.text.trim()) => Some(Oddity::Float),
        Kind::Number(_) if cell.text.starts_with(' ') && cell.text.ends_with(' ') && cell.text.trim() == "-" => {
            Some(Oddity::Dash)
        }
        _ => None,
    }
}

/// What to tell of a cell that reads: the spreadsheet may have cut a long number, or shows other digits than it holds.
pub(super) fn doubtful(plan: &FieldPlan, headed: &Headed, cell: &Cell, value: &Value) -> Option<Fault> {
    if matches!(cell.nature, Nature::Long | Nature::Lost) {
        return Some(Fault::long());
    }
    let face = cell.face.as_ref()?;
    let told = |variant| face.told(plan, &cell.text, Fault { code: Code::ShowsOther, ..Fault::of_face(variant) });
    if matches!(plan.kind, Kind::Text) && face.yearless().is_some() {
        return Some(told("date"));
    }
    (as_shown(plan, headed, cell)? != *value).then(|| told("shown"))
}

/// What the digits say that a cell shows, where that is another value than it holds.
pub(super) fn as_shown(plan: &FieldPlan, headed: &Headed, cell: &Cell) -> Option<Value> {
    let text = cell.face.as_ref()?.as_shown(plan)?;
    read_below(plan, headed, &text, Nature::Plain).ok()
}

fn in_range(moment: Moment, first: i32, last: i32) -> Result<Value, Fault> {
    if (first..=last).contains(&moment.ordinal) {
        return Ok(Value::Calendar(moment));
    }
    let bound = |ordinal| Moment { kind: moment.kind, ordinal }.to_string();
    Err(Fault::domain("").arg("from", bound(first)).arg("to", bound(last)))
}
