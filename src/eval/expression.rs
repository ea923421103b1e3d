//! The value of an expression: what it names, the branches it takes, and the way to the operators.

use super::evaluation::both;
use super::observer::{Observer, Spot};
use super::related::Related;
use super::{Evaluation, FaultKind, Stop, aggregate, arithmetic, condition};
use crate::ir::{Expr, ExprKind, Policy, SlotId, Value};
use crate::quantity::{Decimal, Moment, Number, Rounding};
use crate::source::Span;

/// What an expression can name, and who is told of its value.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a, O> {
    /// The policy, for its params.
    pub policy: &'a Policy,
    /// What is known of the record's slots.
    pub record: Window<'a>,
    /// The row at hand, whose slots take the place of the record's.
    pub row: Option<Window<'a>>,
    /// The rows of details that belong to the record.
    pub related: Related<'a>,
    /// Who is told.
    pub observer: O,
}

/// The values of neighbouring slots.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    /// The first slot.
    pub first: usize,
    /// One value a slot.
    pub values: &'a [Result<Value, Stop>],
}

impl<'a> Window<'a> {
    /// The value of a slot, where it is one of these.
    pub fn get(self, slot: SlotId) -> Option<&'a Result<Value, Stop>> {
        self.values.get(slot.0.checked_sub(self.first)?)
    }
}

impl<'a, O: Observer> Scope<'a, O> {
    /// The value of a slot.
    pub fn get(self, slot: SlotId) -> Option<&'a Result<Value, Stop>> {
        self.row.and_then(|row| row.get(slot)).or_else(|| self.record.get(slot))
    }

    /// The same with a row at hand, which has that place.
    pub fn with(self, (at, row): (usize, Window<'a>)) -> Self {
        Scope { row: Some(row), observer: self.observer.of_row(at), ..self }
    }

    /// The quotient that stands at a place, rounded; whoever observes is told of it as it is.
    pub fn round(self, at: Spot, quotient: (&Number, &Number), step: Decimal, mode: Rounding) -> Option<Number> {
        self.observer.rounded(at, quotient);
        quotient.0.quotient(quotient.1, step, mode)
    }
}

impl Evaluation {
    /// What an expression would be where these are the values. Which rows belong to the record is not known any more:
    /// what goes over them is stopped.
    pub(crate) fn would_be(&self, policy: &Policy, expr: &Expr) -> Result<Value, Stop> {
        let record = Window { first: 0, values: &self.values };
        value(Scope { policy, record, row: None, related: Related::UNKNOWN, observer: () }, expr)
    }
}

/// The value of an expression. Whoever observes is told of it.
pub(super) fn value<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Value, Stop> {
    let found = found(scope, expr);
    scope.observer.found(expr, &found);
    found
}

#[deny(clippy::wildcard_enum_match_arm)]
fn found<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Value, Stop> {
    let fault = |kind| Stop::fault(kind, expr.span);
    match &expr.kind {
        ExprKind::Constant(constant) => Ok(constant.clone()),
        ExprKind::Param(id) => {
            scope.policy.params.get(id.0).map(|param| param.value.clone()).ok_or(fault(FaultKind::Invalid))
        }
        ExprKind::Slot(slot) => scope.get(*slot).cloned().ok_or(fault(FaultKind::Invalid))?,
        ExprKind::If { condition, then, otherwise } => {
            value(scope, if truth(scope, condition)? { then } else { otherwise })
        }
        ExprKind::Otherwise { value: first, fallback } => {
            let found = value(scope, first)?;
            if found == Value::Missing { value(scope, fallback) } else { Ok(found) }
        }
        ExprKind::ByLabel { value: label, cases } => {
            let case = cases.get(self::label(scope, label)?).ok_or(fault(FaultKind::NoRow))?;
            value(scope, case)
        }
        ExprKind::Shift { value: label, places, promote, count } => {
            let (label, places) = both(self::label(scope, label), number(scope, places))?;
            let shifted = condition::shift(label, if *promote { -places } else { places }, *count);
            shifted.map(Value::Label).ok_or(fault(FaultKind::WrongKind))
        }
        ExprKind::OfRows { .. } if !scope.related.known => Err(Stop::NotGiven(vec![])),
        ExprKind::OfRows { relation, many } => {
            aggregate::of_rows(scope, many, scope.related.rows(scope.policy, *relation), (Spot::of(expr), expr.span))
        }
        ExprKind::Logic { .. }
        | ExprKind::Not(_)
        | ExprKind::Compare { .. }
        | ExprKind::Matches { .. }
        | ExprKind::IsMissing(_) => condition::holds(scope, expr).map(Value::Bool),
        ExprKind::Invalid => Err(fault(FaultKind::Invalid)),
        ExprKind::Arithmetic { .. }
        | ExprKind::Sum(_)
        | ExprKind::Negate(_)
        | ExprKind::DivideExact { .. }
        | ExprKind::Quotient { .. }
        | ExprKind::Round { .. }
        | ExprKind::Abs(_)
        | ExprKind::Extreme { .. }
        | ExprKind::Steps { .. }
        | ExprKind::DateDifference { .. }
        | ExprKind::DaysIn { .. } => arithmetic::result(scope, expr).map(Value::Number),
    }
}

/// The value of an expression that is a number and there.
pub(super) fn number<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Number, Stop> {
    match value(scope, expr)? {
        Value::Number(number) => Ok(number),
        other => Err(unfit(&other, expr.span)),
    }
}

/// The truth of a condition.
pub(super) fn truth<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<bool, Stop> {
    match value(scope, expr)? {
        Value::Bool(truth) => Ok(truth),
        other => Err(unfit(&other, expr.span)),
    }
}

/// The value of an expression that is a calendar value.
pub(super) fn moment<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Moment, Stop> {
    match value(scope, expr)? {
        Value::Calendar(moment) => Ok(moment),
        other => Err(unfit(&other, expr.span)),
    }
}

fn label<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<usize, Stop> {
    match value(scope, expr)? {
        Value::Label(label) => Ok(label),
        other => Err(unfit(&other, expr.span)),
    }
}

/// Why a value cannot be used in its place: it is missing, or of another kind.
pub(super) fn unfit(value: &Value, span: Span) -> Stop {
    let kind = if *value == Value::Missing { FaultKind::Missing } else { FaultKind::WrongKind };
    Stop::fault(kind, span)
}
