//! A metric without a type: the value says which it most likely has.

use super::super::expression::{Wanted, expression};
use super::build::Build;
use super::types::fitted;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Type};
use crate::quantity::{Decimal, Dimension, Numbers};
use crate::syntax::{Keyword, ast, in_percent};

/// What a ratio is called.
const RATES: [&str; 8] = ["率", "比", "占", "度", "rate", "ratio", "share", "percent"];

/// Tells a metric that has no type, with the one of its value.
pub(super) fn value(build: &mut Build, metric: &ast::Metric) -> Expr {
    let probe = |build: &mut Build| build.cx.probe(|cx| expression(cx, &metric.value, Wanted::Anything));
    let (plain, told) = probe(build);
    // A quotient that is no longer asked to come out is rounded by the decimals that are proposed.
    let quotient = told.iter().any(|told| told.code == Code::UnroundedQuotient);
    let text = build.cx.sources.get(metric.name.span.file).map_or("", |source| source.text.as_str());
    let named = in_percent(text, &metric.name.text)
        .unwrap_or_else(|| RATES.iter().any(|word| metric.name.text.to_lowercase().contains(word)));
    let (ty, step) = match quotient {
        true if named => (Type::Number(Dimension::PERCENT), Some(Decimal::new(1, 4))),
        true => (Type::Invalid, Some(Decimal::new(1, 2))),
        false => (Type::Invalid, None),
    };
    let value = fitted(&mut build.cx, &metric.value, ty, step);
    let found = if value.ty == Type::Invalid { plain.ty } else { value.ty };
    // What the sum of the scores is, is known where a score is not.
    let sum = is_sum(&metric.value);
    let found = if sum { Type::Number(Dimension::POINTS) } else { found };
    let written = written(build, found, &value, quotient).or_else(|| unread(found, quotient_of(&metric.value), named));
    let told =
        Diagnostic::new(Code::MissingColon, metric.name.span).variant("type").arg("name", metric.name.text.as_str());
    let told = told.arg("example", written.clone().unwrap_or_else(|| "number".to_owned()));
    build.tell(match written {
        Some(written) => told.edit(metric.ty.span, format!(" : {written}")),
        None => told,
    });
    value
}

/// The type that a quotient most likely has, where what is divided is not known yet.
fn unread(found: Type, quotient: bool, named: bool) -> Option<String> {
    let ty = if named { "percent" } else { "number" };
    (found == Type::Invalid && quotient).then(|| format!("{ty}, decimals 2"))
}

/// Whether a value is the sum of the scores, or that and more.
fn is_sum(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Name(name) => Keyword::Scores.is(&name.text),
        ast::ExprKind::Arithmetic { op: ast::ArithmeticOp::Add | ast::ArithmeticOp::Sub, left, .. } => is_sum(left),
        _ => false,
    }
}

/// Whether a value is a quotient.
fn quotient_of(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Arithmetic { op, .. } => *op == ast::ArithmeticOp::Div,
        ast::ExprKind::Otherwise { value, .. } => quotient_of(value),
        _ => false,
    }
}

/// How the type is written.
fn written(build: &Build, ty: Type, value: &Expr, quotient: bool) -> Option<String> {
    let whole = |numbers: &Numbers| numbers.step().is_integer() && numbers.lo() >= Decimal::ZERO;
    let decimals = |word: &str| format!("{word}, decimals 2");
    Some(match ty {
        Type::Number(Dimension::POINTS) => decimals("points"),
        Type::Number(Dimension::PERCENT) => decimals("percent"),
        Type::Number(Dimension::MONEY) if quotient => decimals("money"),
        Type::Number(Dimension::MONEY) => "money".to_owned(),
        Type::Number(Dimension::TIME) if quotient => return None,
        Type::Number(Dimension::TIME) => "duration(s)".to_owned(),
        Type::Number(Dimension::NUMBER) if quotient => decimals("number"),
        Type::Number(Dimension::NUMBER) if value.domain.numbers().is_some_and(whole) => "count".to_owned(),
        Type::Number(Dimension::NUMBER) => "number".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Text => "text".to_owned(),
        Type::Calendar(kind) => kind.term().to_owned(),
        Type::Label(set) => build.cx.label_sets.get(set.0)?.name.clone()?,
        Type::Number(_) | Type::Invalid => return None,
    })
}
