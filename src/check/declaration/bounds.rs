//! The least and the most that a pay block, or one of its lines, comes to.

use super::super::expression::{Wanted, constant, offender};
use super::build::Build;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Bounds, Type, Value};
use crate::quantity::{Decimal, Dimension, Rounding, Tongue, exact, spell};
use crate::source::Span;
use crate::syntax::{Keyword, ast, topped_up};

/// A bound that was written: which, and what it is.
type Written<'a> = (Keyword, &'a ast::Expr);

/// The bounds of a block.
pub(super) fn of_block(build: &mut Build, pay: &ast::Pay) -> Bounds {
    let Some((span, (bound, amount))) = computed(build, &pay.bounds) else { return bounds(build, &pay.bounds) };
    let text = |expr: &ast::Expr| build.cx.sources.slice(expr.span).to_owned();
    // `if junior then 3500 CNY else 0 CNY` is a condition of its own.
    let (amount, condition) = match &amount.kind {
        ast::ExprKind::If { condition, then, otherwise } if is_zero(otherwise) => (text(then), Some(text(condition))),
        ast::ExprKind::When { value, condition } => (text(value), Some(text(condition))),
        _ => (text(amount), None),
    };
    let zero = format!("0{}", build.cx.unit(Dimension::MONEY).unwrap_or_default());
    let names = (pay.name.text.as_str(), condition.as_deref());
    let [first, second] = topped_up(tongue(build, pay), (bound, &zero, &amount), names);
    let told = not_fixed(build, span).variant("bound").arg("first", first).arg("second", second);
    build.tell(told);
    Bounds::default()
}

/// The bounds of a line.
pub(super) fn of_line(build: &mut Build, pay: &ast::Pay, line: &ast::PayLine) -> Bounds {
    let Some((span, (bound, amount))) = computed(build, &line.bounds) else { return bounds(build, &line.bounds) };
    let function = if bound == Keyword::AtLeast { Keyword::Max } else { Keyword::Min };
    let function = if tongue(build, pay) == Tongue::Zh { function.zh() } else { function.en() };
    let text = |span: Span| build.cx.sources.slice(span).to_owned();
    let name = text(line.name.span);
    let wanted = format!("{name} = {function}({}, {})", text(line.value.span), text(amount.span));
    let told = not_fixed(build, span).variant("bound-line").arg("wanted", wanted.clone());
    let alone = line.bounds.at_least.is_none() || line.bounds.at_most.is_none();
    build.tell(if alone { told.edit(line.span, wanted) } else { told });
    Bounds::default()
}

/// The tongue of the word by which a block begins.
fn tongue(build: &Build, pay: &ast::Pay) -> Tongue {
    if build.cx.sources.slice(pay.span).starts_with(Keyword::Pay.zh()) { Tongue::Zh } else { Tongue::En }
}

fn is_zero(expr: &ast::Expr) -> bool {
    matches!(&expr.kind, ast::ExprKind::Literal(ast::Literal::Quantity { figure, .. }) if figure.is_zero())
}

/// A bound that is not the same for everybody, and the part of it that is not.
fn computed<'a>(build: &Build, bounds: &'a ast::Bounds) -> Option<(Span, Written<'a>)> {
    let written = [(Keyword::AtLeast, &bounds.at_least), (Keyword::AtMost, &bounds.at_most)];
    written.into_iter().find_map(|(word, bound)| {
        let bound = bound.as_ref()?;
        Some((offender(&build.cx, bound)?, (word, bound)))
    })
}

fn not_fixed(build: &Build, span: Span) -> Diagnostic {
    Diagnostic::new(Code::NotConstant, span).arg("text", build.cx.sources.slice(span))
}

fn bounds(build: &mut Build, bounds: &ast::Bounds) -> Bounds {
    let wanted = Wanted::Type(Type::Number(Dimension::MONEY));
    let mut value = |expr: &Option<ast::Expr>| {
        let value = constant(&mut build.cx, expr.as_ref()?, wanted)?;
        whole_units(build, expr.as_ref()?.span, &value);
        Some(value)
    };
    let (at_least, at_most) = (value(&bounds.at_least), value(&bounds.at_most));
    if let (Some(Value::Number(low)), Some(Value::Number(high))) = (&at_least, &at_most)
        && low > high
    {
        crossed(build, bounds);
    }
    Bounds { at_least, at_most }
}

/// Tells a bound that no amount can equal, since amounts are paid in whole minor units.
fn whole_units(build: &mut Build, span: Span, value: &Value) {
    let header = &build.cx.header;
    let Some(bound) = value.decimal().filter(|bound| !exact::is_multiple(*bound, header.minor_unit)) else { return };
    let quantity = |value: Decimal| Arg::Quantity(value.into(), Dimension::MONEY, header.currency.clone());
    let mut told = Diagnostic::new(Code::OutsideDomain, span)
        .variant("bound")
        .arg("value", quantity(bound))
        .arg("step", quantity(header.minor_unit));
    for mode in [Rounding::Floor, Rounding::Ceiling] {
        if let Some(paid) = exact::round(bound, header.minor_unit, mode) {
            told = told.edit(span, spell(paid, Dimension::MONEY, &header.currency, header.tongue));
        }
    }
    build.tell(told);
}

fn crossed(build: &mut Build, bounds: &ast::Bounds) {
    let span = |expr: &Option<ast::Expr>| expr.as_ref().map_or(Span::default(), |expr| expr.span);
    let (low, high) = (span(&bounds.at_least), span(&bounds.at_most));
    let text = |span| build.cx.sources.slice(span).to_owned();
    let told = Diagnostic::new(Code::CrossedBounds, high).arg("low", text(low)).arg("high", text(high));
    build.tell(told.label(low, "low"));
}
