//! The steps of a policy, and what its declarations come to.

use super::{Cohort, Expr, History, OverRows, RelationId, RowValue, Scale, SlotId, Table, Value};
use crate::source::Span;

/// One thing to evaluate. [`Policy::steps`](super::Policy) has them in an order in which each
/// needs only what came before.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A metric, `let`, flag, computed item, weighted score, section or sum.
    Value(ValueStep),
    /// A `score` with rows, a `grade`, a `table`, the rates of a `whole` scale.
    Table(Table),
    /// A marginal scale.
    Scale(Scale),
    /// A gate.
    Gate(Gate),
    /// A pay block.
    Pay(Pay),
    /// Something over the records of a period.
    Cohort(Cohort),
    /// Something over the rows of a lookup.
    OverRows(OverRows),
    /// Something over earlier periods.
    History(History),
}

/// A slot and the expression that gives its value.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueStep {
    /// What is given.
    pub slot: SlotId,
    /// Its value.
    pub value: Expr,
    /// Where the whole of it stands: what is rounded has the place of the quotient that is.
    pub written: Span,
}

/// A gate: true where all conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Its truth value.
    pub slot: SlotId,
    /// Its conditions.
    pub conditions: Vec<Condition>,
}

/// A condition of a gate.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The condition.
    pub value: Expr,
    /// As it was written, for the result.
    pub text: String,
}

/// A pay block. Each line is rounded half-up to the currency's minor unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    /// The sum.
    pub slot: SlotId,
    /// Its lines, each after those it uses.
    pub lines: Vec<PayLine>,
    /// Bounds of the sum.
    pub bounds: Bounds,
}

/// A line of a pay block.
#[derive(Debug, Clone, PartialEq)]
pub struct PayLine {
    /// Its value.
    pub slot: SlotId,
    /// The amount, already rounded to the minor unit, not yet bounded.
    pub value: Expr,
    /// Where the whole of it stands.
    pub written: Span,
    /// Bounds of the line.
    pub bounds: Bounds,
}

/// What a line or sum may not go below or above. Constants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bounds {
    /// `at least`
    pub at_least: Option<Value>,
    /// `at most`
    pub at_most: Option<Value>,
}

/// `ensure C`: what must hold of every record.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensure {
    /// The condition; of `increasing`, the value that must not fall.
    pub slot: SlotId,
    /// What is claimed of it.
    pub claim: Claim,
    /// The declaration as it was written.
    pub text: String,
    /// The declaration.
    pub span: Span,
}

/// What an `ensure` claims of its slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is a condition, and holds.
    Holds,
    /// Of two records that differ in this field alone, the one with more of it has no less.
    Increasing(SlotId),
}

/// A test: values that are given and values that must come out.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// What it is called.
    pub name: String,
    /// The whole test.
    pub span: Span,
    /// Fields, or metrics whose definition the value replaces.
    pub given: Vec<Assignment>,
    /// What must come out.
    pub expect: Vec<Assignment>,
    /// Rows of lookups and details.
    pub rows: Vec<GivenRow>,
    /// Other records of the run. What they do not say, but for the key, is as in the record.
    pub others: Vec<Vec<Assignment>>,
    /// The record of earlier periods: how many before, and what is known of it.
    pub earlier: Vec<(u32, Vec<Assignment>)>,
}

/// A row of a lookup or of details, in a test. What it does not say of whom it belongs to is as in the record.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenRow {
    /// Whose row.
    pub relation: RelationId,
    /// Its values.
    pub values: Vec<Assignment>,
}

/// A slot and a value for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The slot.
    pub slot: SlotId,
    /// The value.
    pub value: Value,
    /// Where it was written.
    pub span: Span,
}

impl Step {
    /// The slots whose values it gives.
    pub fn outputs(&self) -> Vec<SlotId> {
        match self {
            Step::Value(step) => vec![step.slot],
            Step::Table(table) => table.outputs.clone(),
            Step::Scale(scale) => vec![scale.output],
            Step::Gate(gate) => vec![gate.slot],
            Step::Pay(pay) => pay.lines.iter().map(|line| line.slot).chain([pay.slot]).collect(),
            Step::Cohort(step) => vec![step.slot],
            Step::OverRows(step) => vec![step.slot],
            Step::History(step) => vec![step.slot],
        }
    }

    /// Whether its values are found over several records, rows or periods at once.
    pub fn is_joint(&self) -> bool {
        matches!(self, Step::Cohort(_) | Step::OverRows(_) | Step::History(_))
    }

    /// The expressions that stand in it, in the order of the text.
    pub fn expressions(&self) -> Vec<&Expr> {
        match self {
            Step::Value(step) => vec![&step.value],
            Step::Table(table) => {
                let rows =
                    table.rows.iter().flat_map(|row| row.guard.iter().chain(row.values.iter().filter_map(answer)));
                table.inputs.iter().map(|input| &input.value).chain(rows).collect()
            }
            Step::Scale(scale) => {
                std::iter::once(&scale.input.value).chain(scale.slices.iter().map(|slice| &slice.rate)).collect()
            }
            Step::Gate(gate) => gate.conditions.iter().map(|condition| &condition.value).collect(),
            Step::Pay(pay) => pay.lines.iter().map(|line| &line.value).collect(),
            Step::Cohort(step) => step.expressions(),
            Step::OverRows(step) => step.many.expressions().collect(),
            Step::History(step) => vec![&step.value],
        }
    }

    /// The same, to be changed.
    pub fn expressions_mut(&mut self) -> Vec<&mut Expr> {
        match self {
            Step::Value(step) => vec![&mut step.value],
            Step::Table(table) => {
                let rows = table.rows.iter_mut().flat_map(|row| {
                    row.guard.iter_mut().chain(row.values.iter_mut().filter_map(|value| match value {
                        RowValue::Expr(expr) => Some(expr),
                        RowValue::Line(_) | RowValue::Missing => None,
                    }))
                });
                table.inputs.iter_mut().map(|input| &mut input.value).chain(rows).collect()
            }
            Step::Scale(scale) => {
                let rates = scale.slices.iter_mut().map(|slice| &mut slice.rate);
                std::iter::once(&mut scale.input.value).chain(rates).collect()
            }
            Step::Gate(gate) => gate.conditions.iter_mut().map(|condition| &mut condition.value).collect(),
            Step::Pay(pay) => pay.lines.iter_mut().map(|line| &mut line.value).collect(),
            Step::Cohort(step) => step.expressions_mut(),
            Step::OverRows(step) => step.many.expressions_mut().collect(),
            Step::History(step) => vec![&mut step.value],
        }
    }
}

fn answer(value: &RowValue) -> Option<&Expr> {
    match value {
        RowValue::Expr(expr) => Some(expr),
        RowValue::Line(_) | RowValue::Missing => None,
    }
}
