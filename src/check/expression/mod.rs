//! Expressions and patterns: names, types, units, absence and domains, in one pass.
//!
//! `infer` finds out what an expression is, given a hint from its place that bare numbers and labels
//! take on; `units::fit` then holds the type against what the place asks for.

mod arithmetic;
mod branch;
mod build;
mod call;
mod compare;
mod comparison;
mod constant;
mod facts;
mod foreign;
mod function;
mod functions;
mod grade;
mod grouped;
mod increasing;
mod infer;
mod label;
mod linear;
mod literal;
mod many;
mod mean;
mod membership;
mod name;
mod pattern;
mod places;
mod quotient;
mod reach;
mod refuse;
mod rounding;
mod truth;
mod units;
mod unrounded;
mod zero;

use super::context::{Context, Facts};
use crate::ir::{Expr, Pattern, SlotId, Type, Value};
use crate::quantity::{Decimal, Dimension, Domain, Numbers, Rounding, TimeUnit};
use crate::source::Span;
use crate::syntax::ast;
use truth::Whose;

pub(super) use refuse::present;

/// What the place of an expression asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing: the expression says what it is.
    Anything,
    /// A value of this type. Bare numbers, labels and quotients of ratios take it on; another type is told.
    Type(Type),
}

impl Wanted {
    fn hint(self) -> Option<Type> {
        match self {
            Wanted::Anything => None,
            Wanted::Type(ty) => Some(ty),
        }
    }
}

/// Checks an expression; its value is exact, so a quotient in it that is not rounded is told.
/// Whether it may be missing stands in the result: who needs a value there calls [`present`].
pub(super) fn expression(cx: &mut Context, expr: &ast::Expr, wanted: Wanted) -> Expr {
    let checked = infer::infer(cx, expr, wanted.hint());
    units::fit(cx, checked, expr, wanted)
}

/// Checks an expression under a declared `decimals n`: its value is rounded once to a multiple of
/// `step`, and a quotient may stand directly in it (also in the branches of `if`, `when`, `otherwise`).
pub(super) fn rounded(cx: &mut Context, expr: &ast::Expr, wanted: Wanted, step: Decimal, mode: Rounding) -> Expr {
    let to = quotient::RoundTo { step, mode, fallback: None };
    let checked = quotient::rounded(cx, expr, wanted.hint(), to);
    units::fit(cx, checked, expr, wanted)
}

/// Checks a condition: a `bool` that is never missing. One that always or never holds is told;
/// where that is no news (`ensure`), [`expression`] with `bool` wanted does.
pub(super) fn condition(cx: &mut Context, expr: &ast::Expr) -> Expr {
    condition_of(cx, expr, Whose::Own)
}

fn condition_of(cx: &mut Context, expr: &ast::Expr, whose: Whose) -> Expr {
    let checked = expression(cx, expr, Wanted::Type(Type::Bool));
    let checked = present(cx, checked);
    truth::tell_constant(cx, &checked, whose);
    checked
}

/// The value and the field of `increasing(value, field)`, where a condition is that; `Some(None)` where an
/// error in it was told.
pub(super) fn increasing(cx: &mut Context, expr: &ast::Expr) -> Option<Option<(Expr, SlotId)>> {
    increasing::increasing(cx, expr)
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

/// What the policy's other facts become where `condition` holds (or does not): narrower domains of the
/// slots that it compares with constants, and slots that are not missing there.
pub(super) fn assuming(cx: &Context, condition: &Expr, holds: bool) -> Facts {
    facts::assuming(cx, condition, holds).unwrap_or_else(|| cx.facts.clone())
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

/// Whether a pattern takes some value of a domain.
pub(super) fn takes_some(domain: &Domain, pattern: &Pattern) -> bool {
    facts::matching(domain, pattern).is_some()
}

/// How the unit of a dimension is written behind a number; a rate has none.
pub(super) fn unit(cx: &Context, dimension: Dimension) -> Option<String> {
    units::unit(cx, dimension)
}

/// The numbers of a declaration that is no expression, or the error that nothing may grow so wide.
pub(super) fn settled(cx: &mut Context, numbers: Numbers, span: Span) -> Option<Numbers> {
    build::settled(cx, numbers, span)
}
