//! Types against types: what a place wants against what stands there, and two sides of an operator.

use super::super::context::Context;
use super::{build, lacking, said};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Expr, Notation, Type};
use crate::quantity::{Dimension, TimeUnit, Tongue, Unit};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{self, ArithmeticOp};

/// What a declaration asks for where an expression stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Wanted {
    /// Nothing: the expression says what it is.
    Anything,
    /// A value of this type. Bare numbers, labels and quotients of ratios take it on; another type is told.
    Type(Type),
}

/// Holds the type of an expression against what its place wants.
pub(super) fn fit(cx: &mut Context, checked: Expr, expr: &ast::Expr, wanted: Wanted) -> Expr {
    match (wanted, checked.ty) {
        (_, Type::Invalid) | (Wanted::Type(Type::Invalid), _) => checked,
        (Wanted::Anything, Type::Number(dimension)) if !has_type(dimension) => no_such_unit(cx, checked),
        (Wanted::Anything, _) => checked,
        (Wanted::Type(wanted), found) if wanted == found => checked,
        (Wanted::Type(wanted), found) if both_ratios(wanted, found) && is_quotient(expr) => retyped(checked, wanted),
        (Wanted::Type(wanted), _) => mismatch(cx, (&checked, expr), wanted),
    }
}

/// Holds the types of two sides against each other: the sides, or `None` where that is told.
pub(super) fn same(
    cx: &mut Context,
    (left, right): (Expr, Expr),
    exprs: (&ast::Expr, &ast::Expr),
    span: Span,
) -> Option<(Expr, Expr)> {
    match (left.ty, right.ty) {
        (Type::Invalid, _) | (_, Type::Invalid) => None,
        (a, b) if a == b => Some((left, right)),
        (a, b) if both_ratios(a, b) && is_quotient(exprs.0) => Some((retyped(left, b), right)),
        (a, b) if both_ratios(a, b) && is_quotient(exprs.1) => Some((left, retyped(right, a))),
        _ if misspelt(cx, (&left, &right), exprs) => None,
        (a, b) if let Some(told) = half(cx, [(a, exprs.0), (b, exprs.1)]) => {
            cx.tell(told);
            None
        }
        (a, b) => {
            let (left_type, right_type) = (type_arg(cx, a), type_arg(cx, b));
            let variant = match (a, b) {
                _ if both_ratios(a, b) => "sides-ratio",
                (Type::Calendar(_), Type::Calendar(_)) => "sides-calendar",
                _ => "sides",
            };
            let diagnostic = Diagnostic::new(Code::TypeMismatch, span)
                .variant(variant)
                .arg("left", left_type)
                .arg("right", right_type)
                .label(left.span, "left")
                .label(right.span, "right");
            let points = |ty: Type| ty == Type::Number(Dimension::POINTS);
            let plain = |ty: Type| ty == Type::Number(Dimension::NUMBER);
            cx.tell(match (plain(left.ty) && points(right.ty), points(left.ty) && plain(right.ty)) {
                (true, _) => as_points(cx, diagnostic, exprs.0),
                (_, true) => as_points(cx, diagnostic, exprs.1),
                _ => diagnostic,
            });
            None
        }
    }
}

/// A number that stands for points, times one of them: `100 - deducted`, where `deducted` is a number.
fn as_points(cx: &Context, told: Diagnostic, expr: &ast::Expr) -> Diagnostic {
    let text = cx.sources.slice(expr.span).trim();
    let factor = matches!(expr.kind, ast::ExprKind::Name(_) | ast::ExprKind::Call(_));
    let text = if factor { text.to_owned() } else { format!("({text})") };
    told.edit(expr.span, format!("{text} * 1{}", point()))
}

/// Tells `active = 1` and `active = "yes"`, and minutes that are written as points: `wait > 25分`.
fn misspelt(cx: &mut Context, (left, right): (&Expr, &Expr), exprs: (&ast::Expr, &ast::Expr)) -> bool {
    let (known, other, expr) = match exprs.1.kind {
        ast::ExprKind::Literal(_) => (left.ty, right.ty, exprs.1),
        _ => (right.ty, left.ty, exprs.0),
    };
    let written = cx.sources.slice(expr.span).trim().to_owned();
    let literal = matches!(expr.kind, ast::ExprKind::Literal(_));
    let minutes = || written.strip_suffix('分').filter(|_| other == Type::Number(Dimension::POINTS));
    if let Some(told) = [left, right].iter().find_map(|side| said::quoted(cx, side)) {
        cx.tell(told);
        return true;
    }
    let (variant, wanted) = match known {
        Type::Bool => ("", said::truth(cx, written.trim_matches(['"', '“', '”']))),
        Type::Number(dimension) if dimension == Dimension::TIME => {
            let word = Unit::Time(TimeUnit::Minute).word(Tongue::En);
            ("minutes", minutes().map(|figure| format!("{}{word}", figure.trim())))
        }
        Type::Number(Dimension::POINTS | Dimension::PERCENT) if let Type::Number(to) = known => {
            ("", rewritten(cx, &written, to).filter(|(_, same)| *same).map(|(wanted, _)| wanted))
        }
        _ => return false,
    };
    let Some(wanted) = wanted.filter(|_| literal) else { return false };
    let told = Diagnostic::new(Code::ForeignSign, expr.span).variant(variant).arg("found", written);
    cx.tell(told.arg("wanted", wanted.clone()).edit(expr.span, wanted));
    true
}

/// A value that is used must have the unit of a type. What has none is told.
pub(super) fn used(cx: &mut Context, checked: Expr) -> Expr {
    match checked.ty {
        Type::Number(dimension) if !has_type(dimension) => no_such_unit(cx, checked),
        _ => checked,
    }
}

/// How messages call a type.
pub(super) fn type_arg(cx: &Context, ty: Type) -> Arg {
    Notation::new(&cx.header, &cx.label_sets, ty).called()
}

/// A literal of the dimension, `1` and its unit; a rate has none.
pub(super) fn example(cx: &Context, dimension: Dimension) -> Option<String> {
    cx.unit(dimension)
        .map(|unit| if dimension == Dimension::POINTS { format!("1{}", point()) } else { format!("1{unit}") })
}

fn point() -> String {
    Unit::Point.word(Tongue::En).to_owned()
}

/// Whether a type, or a rate of two types, has this dimension.
fn has_type(dimension: Dimension) -> bool {
    let exponents = [dimension.money, dimension.time, dimension.points];
    let count = |exponent: i8| exponents.iter().filter(|e| **e == exponent).count();
    exponents.iter().all(|e| (-1..=1).contains(e)) && count(1) <= 1 && count(-1) <= 1
}

fn both_ratios(a: Type, b: Type) -> bool {
    matches!((a, b), (Type::Number(a), Type::Number(b)) if a.is_ratio() && b.is_ratio())
}

/// Whether an expression is a quotient, whose ratio takes on the type of its place.
fn is_quotient(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Arithmetic { op, .. } => *op == ArithmeticOp::Div,
        ast::ExprKind::Otherwise { value, .. } | ast::ExprKind::When { value, .. } => is_quotient(value),
        ast::ExprKind::If { then, otherwise, .. } => is_quotient(then) && is_quotient(otherwise),
        _ => false,
    }
}

fn retyped(mut expr: Expr, ty: Type) -> Expr {
    expr.ty = ty;
    expr
}

fn no_such_unit(cx: &mut Context, checked: Expr) -> Expr {
    let found = type_arg(cx, checked.ty);
    let text = cx.sources.slice(checked.span).to_owned();
    cx.tell(Diagnostic::new(Code::NoSuchUnit, checked.span).arg("text", text).arg("found", found));
    build::invalid(checked.span)
}

/// What is written instead of a literal with a unit of another type: the same amount, where its unit is a word for
/// both (`25分` is points, and minutes as people say it), else an example, since 60元 tells nothing of a duration.
fn rewritten(cx: &Context, text: &str, wanted: Dimension) -> Option<(String, bool)> {
    let (figure, written) = figure(text);
    let literal = !figure.is_empty() && !written.is_empty() && !written.contains(|c: char| "+-*/×÷() ".contains(c));
    if !literal {
        return None;
    }
    match (wanted, written) {
        (Dimension::TIME, "分") => Some((format!("{figure}{}", Unit::Time(TimeUnit::Minute).word(Tongue::Zh)), true)),
        // Who gives 100% for a row means full marks of a hundred, and who weighs 60分 means 60 of a hundred.
        (Dimension::POINTS, "%") => Some((format!("{figure}{}", point()), true)),
        (Dimension::PERCENT, "分" | "pt" | "pts") => Some((format!("{figure}%"), true)),
        _ => Some((example(cx, wanted)?, false)),
    }
}

/// The figure of a literal, and its unit.
pub(super) fn figure(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len()))
}

/// How a rate of two types is written: `1元 / 1pt`.
fn example_rate(cx: &Context, rate: Dimension) -> Option<String> {
    let bases =
        [(rate.money, cx.unit(Dimension::MONEY)?), (rate.time, TimeUnit::Hour.to_string()), (rate.points, point())];
    let side = |sign: i8| bases.iter().find(|(exponent, _)| *exponent == sign).map(|(_, unit)| format!("1{unit}"));
    Some(format!("{} / {}", side(1)?, side(-1)?))
}

/// What to tell of a formula that is a cap or a floor written as a comparison, or only lacks units.
fn unlike(cx: &mut Context, told: &Diagnostic, expr: &ast::Expr, wanted: Dimension) -> Option<Diagnostic> {
    let bounded = lacking::bounded(cx, expr, wanted).map(|proposal| ("bounded", proposal));
    let completed = |cx: &mut Context| {
        let completed = lacking::with_units(cx, expr, wanted)?;
        Some((if completed.each_percent { "units-each" } else { "units" }, completed.text))
    };
    let (variant, proposal) = bounded.or_else(|| completed(cx))?;
    Some(told.clone().variant(variant).arg("proposal", proposal.clone()).edit(expr.span, proposal))
}

/// What to tell of two sides of which one only lacks the units that the other has.
fn half(cx: &mut Context, sides: [(Type, &ast::Expr); 2]) -> Option<Diagnostic> {
    let [(Type::Number(left), one), (Type::Number(right), other)] = sides else { return None };
    let (expr, wanted, found) = match (left == Dimension::NUMBER, right == Dimension::NUMBER) {
        (true, false) => (one, right, left),
        (false, true) => (other, left, right),
        _ => return None,
    };
    let told = Diagnostic::new(Code::TypeMismatch, expr.span).arg("text", cx.sources.slice(expr.span).to_owned());
    let told = told.arg("wanted", type_arg(cx, Type::Number(wanted))).arg("found", type_arg(cx, Type::Number(found)));
    unlike(cx, &told, expr, wanted)
}

fn mismatch(cx: &mut Context, (checked, expr): (&Expr, &ast::Expr), wanted: Type) -> Expr {
    let text = cx.sources.slice(checked.span).to_owned();
    let diagnostic = Diagnostic::new(Code::TypeMismatch, checked.span)
        .arg("text", text.clone())
        .arg("wanted", type_arg(cx, wanted))
        .arg("found", type_arg(cx, checked.ty));
    if let Type::Number(dimension) = wanted
        && let Some(told) = unlike(cx, &diagnostic, expr, dimension)
    {
        cx.tell(told);
        return build::invalid(checked.span);
    }
    let diagnostic = match (wanted, checked.ty) {
        (Type::Number(to), Type::Number(from)) if to.is_ratio() && from.is_ratio() => {
            let function = if to.percent { Keyword::Percent } else { Keyword::Number };
            let proposal = format!("{}({text})", function.en());
            diagnostic.variant("ratio").arg("proposal", proposal.clone()).edit(checked.span, proposal)
        }
        (Type::Number(to), Type::Number(_)) if let Some((proposal, same)) = rewritten(cx, &text, to) => {
            let told = diagnostic.variant(if same { "same" } else { "literal" }).arg("proposal", proposal.clone());
            if same { told.edit(checked.span, proposal) } else { told }
        }
        (Type::Calendar(_), Type::Calendar(_)) => diagnostic.variant("calendar"),
        (Type::Number(to), Type::Number(from)) if from.is_ratio() && example(cx, to).is_some() => {
            let told = diagnostic.variant("plain").arg("example", example(cx, to).unwrap_or_default());
            let points = to == Dimension::POINTS && from == Dimension::NUMBER;
            if points { as_points(cx, told, expr) } else { told }
        }
        (Type::Number(to), Type::Number(from)) => {
            let factor = to.over(from);
            let inverse = from.over(to);
            match (has_type(factor) && factor.money + factor.time + factor.points >= 0, has_type(inverse)) {
                (true, _) => match example_rate(cx, factor) {
                    Some(rate) => {
                        let told = diagnostic.variant("rate").arg("factor", type_arg(cx, Type::Number(factor)));
                        let told = told.arg("example", rate);
                        match lacking::rated(cx, expr, (from, to)) {
                            Some(wanted) => told.edit(checked.span, wanted),
                            None => told,
                        }
                    }
                    None => diagnostic.variant("times").arg("factor", type_arg(cx, Type::Number(factor))),
                },
                (false, true) => {
                    let told = diagnostic.variant("over").arg("factor", type_arg(cx, Type::Number(inverse)));
                    match lacking::divided(cx, expr, inverse) {
                        Some((span, text)) => told.edit(span, text),
                        None => told,
                    }
                }
                (false, false) => diagnostic,
            }
        }
        _ => diagnostic,
    };
    cx.tell(diagnostic);
    build::invalid(checked.span)
}
