//! `round(x, 2)`: a multiple of 2 here, two decimals in every spreadsheet.

use super::super::context::Context;
use super::{bare, units};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Type;
use crate::quantity::{Decimal, Dimension, Unit, spell_number};
use crate::syntax::ast::Expr;

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

/// Warns of a step that is a bare whole number, where a number may be meant so.
pub(super) fn warn(cx: &mut Context, step: &Expr, ty: Type) {
    let Type::Number(dimension) = ty else { return };
    let more = |figure: &Decimal| *figure > Decimal::ONE;
    let (Some(decimals), Some(_)) = (last_place(step), bare::bare_figure(step).filter(more)) else { return };
    let figure = cx.sources.slice(step.span).to_owned();
    let pt = Unit::Point.word(cx.header.tongue);
    // Of a number without unit both are written alike.
    let multiple = (dimension == Dimension::POINTS).then(|| format!("{figure}{pt}"));
    let variant = if multiple.is_some() { "" } else { "plain" };
    let told = Diagnostic::new(Code::StepOrDecimals, step.span).variant(variant).arg("figure", figure);
    cx.tell(with_readings(told, step, [Some(decimals), multiple]));
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
