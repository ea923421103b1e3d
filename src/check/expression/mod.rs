//! Expressions and patterns: names, types, units, absence and domains, in one pass.
//!
//! `Context::infer` finds out what an expression is, given what its place expects: a type that bare numbers and
//! labels take on, a rounding that its quotients take. `units::fit` then holds the type against what is asked for.

mod alternatives;
mod arithmetic;
mod bare;
mod branch;
mod build;
mod call;
mod compare;
mod comparison;
mod constant;
mod division;
mod expected;
mod facts;
mod foreign;
mod function;
mod functions;
mod grade;
mod grouped;
mod increasing;
mod infer;
mod label;
mod lacking;
mod linear;
mod literal;
mod logic;
mod many;
mod mean;
mod membership;
mod missing;
mod name;
mod open;
mod operands;
mod pattern;
mod places;
mod quotient;
mod ranking;
mod reach;
mod refuse;
mod rounding;
mod said;
mod separator;
mod truth;
mod units;
mod unrounded;
mod zero;

use super::context::{Context, Facts};
use crate::ir::{Expr, Pattern, SlotId, Type, Value};
use crate::quantity::{Decimal, Numbers, Rounding, TimeUnit};
use crate::source::Span;
use crate::syntax::ast;
use expected::{Expected, RoundTo};
use truth::Whose;

pub(super) use refuse::present;
pub(super) use units::Wanted;

/// Checks an expression; its value is exact, so a quotient in it that is not rounded is told.
/// Whether it may be missing stands in the result: who needs a value there calls [`present`].
pub(super) fn expression(cx: &mut Context, expr: &ast::Expr, wanted: Wanted) -> Expr {
    let checked = cx.infer(expr, wanted);
    units::fit(cx, checked, expr, wanted)
}

/// Checks an expression under a declared `decimals n`: its value is rounded once to a multiple of
/// `step`, and a quotient may stand directly in it (also in the branches of `if`, `when`, `otherwise`).
pub(super) fn rounded(cx: &mut Context, expr: &ast::Expr, wanted: Wanted, step: Decimal, mode: Rounding) -> Expr {
    let round = Some(RoundTo { step, mode, fallback: None });
    let checked = cx.infer(expr, Expected { round, ..wanted.into() });
    units::fit(cx, checked, expr, wanted)
}

/// Checks a condition: a `bool` that is never missing. One that always or never holds is told;
/// where that is no news (`ensure`), [`expression`] with `bool` wanted does.
pub(super) fn condition(cx: &mut Context, expr: &ast::Expr) -> Expr {
    truth::condition(cx, expr, Whose::Own)
}

/// The value and the field of `increasing(value, field)`, where a condition is that; `Some(None)` where an
/// error in it was told.
pub(super) fn increasing(cx: &mut Context, expr: &ast::Expr) -> Option<Option<(Expr, SlotId)>> {
    increasing::increasing(cx, expr)
}

/// The part of an expression that no constant can have.
pub(super) fn offender(cx: &Context, expr: &ast::Expr) -> Option<Span> {
    constant::offender(cx, expr)
}

/// A constant expression over literals and params; `None` where an error was told.
pub(super) fn constant(cx: &mut Context, expr: &ast::Expr, wanted: Wanted) -> Option<Value> {
    constant::constant(cx, expr, wanted)
}

/// A pattern for values of `against`. `Pattern::Invalid` where an error was told.
pub(super) fn pattern(cx: &mut Context, pattern: &ast::Pattern, against: &Expr) -> Pattern {
    pattern::pattern(cx, pattern, against)
}

/// Tells an interval of which both ends lack the unit that their place needs. Whether it is one.
pub(super) fn bare_interval(cx: &mut Context, interval: &ast::Interval, ty: Type, unit: TimeUnit) -> bool {
    literal::bare_interval(cx, interval, ty, unit)
}

/// The grade whose labels a value has, where its declaration or the values in it say so.
pub(super) fn grade_of(cx: &Context, value: &Expr) -> Option<String> {
    grade::of(cx, value)
}

/// The facts where a condition holds, or does not.
pub(super) fn narrowed(cx: &Context, condition: &Expr, holds: bool) -> Facts {
    facts::narrowed(cx, condition, holds)
}

/// What facts become where a pattern takes a value, or does not; `None` where that never happens.
pub(super) fn taken(cx: &Context, facts: Facts, value: &Expr, pattern: &Pattern, takes: bool) -> Option<Facts> {
    facts::taken(cx, facts, value, pattern, takes)
}

/// What facts become where a condition does not hold under them; `None` where that never happens.
pub(super) fn refused(cx: &Context, facts: Facts, condition: &Expr) -> Option<Facts> {
    facts::learnt(cx, facts, condition, false)
}

/// What facts become where one of these ways holds, each of which was learnt under them; `None` for no way.
pub(super) fn one_of(cx: &Context, facts: Facts, ways: Vec<Facts>) -> Option<Facts> {
    facts::either(cx, facts, ways)
}

/// The numbers of a declaration that is no expression, or the error that nothing may grow so wide.
pub(super) fn settled(cx: &mut Context, numbers: Numbers, span: Span) -> Option<Numbers> {
    build::settled(cx, numbers, span)
}
