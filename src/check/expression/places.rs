//! `round(x, 2)`: a multiple of 2 here, two decimals in every spreadsheet.

use super::super::context::Context;
use super::{bare, units};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, ExprKind, Type};
use crate::quantity::{Decimal, Dimension, Number, Numbers, Rounding, Unit, spell_number};
use crate::syntax::ast::Expr;
use crate::syntax::keyword::Keyword;

/// A unit of the first decimal.
const TENTH: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Tells a bare whole number as the step of a value that has a unit, with both readings. Whether it is one.
pub(super) fn told(cx: &mut Context, step: &Expr, ty: Type) -> bool {
    let Type::Number(wanted @ (Dimension::MONEY | Dimension::PERCENT | Dimension::TIME)) = ty else { return false };
    let (Some(decimals), Some(unit)) = (last_place(step), bare::the_unit(cx, wanted)) else { return false };
    let figure = cx.sources.slice(step.span).to_owned();
    let readings = [decimals, figure.clone()].map(|reading| format!("{reading}{unit}"));
    let told = Diagnostic::new(Code::BareNumber, step.span)
        .variant("step")
        .arg("figure", figure)
        .arg("wanted", units::type_arg(cx, ty));
    cx.tell(with_readings(told, step, readings.map(Some)));
    true
}

/// Warns of a step that is a bare whole number, where a number may be meant so: with 1 where a value is cut to whole ones
/// that has more than one decimal, so that one decimal would say something.
pub(super) fn warn(cx: &mut Context, (step, word): (&Expr, Keyword), rounded: &ir::Expr) {
    let Type::Number(dimension) = rounded.ty else { return };
    let doubted = |figure: &Decimal| match *figure == Decimal::ONE {
        // Of a spreadsheet's FLOOR and CEILING it is a multiple as well.
        true => word == Keyword::Round && !cx.sources.slice(step.span).contains('.') && loses_decimals(rounded),
        false => *figure > Decimal::ONE,
    };
    let (Some(decimals), Some(size)) = (last_place(step), bare::bare_figure(step).filter(doubted)) else { return };
    let figure = cx.sources.slice(step.span).to_owned();
    let pt = Unit::Point.word(cx.header.tongue);
    // Of a number without unit both are written alike.
    let multiple = (dimension == Dimension::POINTS).then(|| format!("{figure}{pt}"));
    let whole = size == Decimal::ONE;
    let variant = match &multiple {
        _ if whole => "whole",
        Some(_) => "",
        None => "plain",
    };
    let multiple = multiple.or_else(|| whole.then(|| format!("{figure}.0")));
    let told = Diagnostic::new(Code::StepOrDecimals, step.span).variant(variant).arg("figure", figure);
    cx.tell(with_readings(told, step, [Some(decimals), multiple]));
}

/// Whether a value that is rounded to whole ones had more than one decimal: points, and numbers as small as ratings are.
fn loses_decimals(rounded: &ir::Expr) -> bool {
    let rating = |numbers: &Numbers| numbers.lo() >= Number::ZERO && numbers.hi() <= Number::from(10);
    let small = rounded.domain.numbers().is_some_and(rating);
    let tenths = |numbers: &Numbers| numbers.round(TENTH, Rounding::HalfUp) == *numbers;
    let fine = match &rounded.kind {
        ExprKind::Quotient { .. } => true,
        ExprKind::Round { value, .. } => value.domain.numbers().is_some_and(|numbers| !tenths(numbers)),
        _ => false,
    };
    fine && (rounded.ty == Type::Number(Dimension::POINTS) || small)
}

fn with_readings(told: Diagnostic, step: &Expr, [decimals, multiple]: [Option<String>; 2]) -> Diagnostic {
    let shown = |reading: &Option<String>| reading.clone().unwrap_or_default();
    let told = told.arg("decimals", shown(&decimals)).arg("multiple", shown(&multiple));
    [decimals, multiple].into_iter().flatten().fold(told, |told, reading| told.edit(step.span, reading))
}

/// The last place that counts where a bare step is a number of decimals.
fn last_place(step: &Expr) -> Option<String> {
    let places = bare::bare_figure(step).filter(|places| places.fract().is_zero() && *places < Decimal::TEN)?;
    Some(spell_number(Decimal::new(1, u32::try_from(places).ok()?)))
}
