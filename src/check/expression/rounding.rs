//! `round`, `floor`, `ceiling`, `steps`.

use super::super::context::Context;
use super::expected::{Expected, RoundTo};
use super::{build, functions, literal, places, present, refuse, units};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Type};
use crate::quantity::{Decimal, Dimension, Rounding};
use crate::source::Span;
use crate::syntax::ast::{self, Call};
use crate::syntax::keyword::Keyword;

/// The words for the ways to round.
const MODES: &[(Keyword, Rounding)] = &[
    (Keyword::HalfUp, Rounding::HalfUp),
    (Keyword::HalfEven, Rounding::HalfEven),
    (Keyword::HalfDown, Rounding::HalfDown),
    (Keyword::Up, Rounding::Up),
    (Keyword::Down, Rounding::Down),
    (Keyword::Floor, Rounding::Floor),
    (Keyword::Ceiling, Rounding::Ceiling),
];

/// Checks `round(x, step, mode)`, `floor(x, step)`, `ceiling(x, step)`.
pub(super) fn round(
    cx: &mut Context,
    span: Span,
    (it, word): (&Call, Keyword),
    (value, step, mode): (&ast::Expr, &ast::Expr, &[ast::Expr]),
    hint: Option<Type>,
) -> Expr {
    let Some(mode) = rounding_mode(word, mode) else { return refuse::bad_arguments(cx, it, span) };
    match sized(cx, value, step, (hint, Some(mode))) {
        Some((rounded, _)) => {
            places::warn(cx, (step, word), &rounded);
            Expr { span, ..rounded }
        }
        None => build::invalid(span),
    }
}

/// Tells `round(x)`, which does not say to which place.
pub(super) fn without_step(cx: &mut Context, span: Span, it: &Call, value: &ast::Expr, hint: Option<Type>) -> Expr {
    let unit = match hint {
        Some(Type::Number(dimension)) => cx.unit(dimension).unwrap_or_default(),
        _ => String::new(),
    };
    let whole = Keyword::among(&it.function.text, &[Keyword::Floor, Keyword::Ceiling]);
    if let Some(told) = whole.and_then(|word| counted(cx, span, word, value)) {
        cx.tell(told.arg("function", it.function.text.clone()));
        return build::invalid(span);
    }
    // Of what is cut to whole numbers people say no more.
    let step = if whole.is_some() {
        "1"
    } else if unit.is_empty() {
        "0.1"
    } else {
        "0.01"
    };
    let proposal = format!("{}({}, {step}{unit})", it.function.text, cx.sources.slice(value.span));
    let told = Diagnostic::new(Code::BadArguments, span).variant("no-step").arg("function", it.function.text.clone());
    cx.tell(told.arg("proposal", proposal.clone()).edit(span, proposal));
    build::invalid(span)
}

/// `floor((x - 30s) / 5s)`: how often a size is in a value is counted by steps.
fn counted(cx: &mut Context, span: Span, word: Keyword, value: &ast::Expr) -> Option<Diagnostic> {
    let ast::ExprKind::Arithmetic { op: ast::ArithmeticOp::Div, left, right, .. } = &value.kind else { return None };
    let (over, size) = cx.probe(|cx| (cx.infer(left, Expected::default()), cx.infer(right, Expected::default()))).0;
    (over.ty == size.ty && fixed(cx, &size).is_some()).then_some(())?;
    let kind = if word == Keyword::Floor { Keyword::Full } else { Keyword::Started };
    let text = |expr: &ast::Expr| {
        let text = cx.sources.slice(expr.span).trim();
        let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        inside.filter(|inside| !inside.contains(['(', ')'])).unwrap_or(text).to_owned()
    };
    let proposal = format!("{}({}, {}, {})", Keyword::Steps.en(), text(left), text(right), kind.en());
    let told = Diagnostic::new(Code::BadArguments, span).variant("steps").arg("proposal", proposal.clone());
    Some(told.edit(span, proposal))
}

fn rounding_mode(word: Keyword, mode: &[ast::Expr]) -> Option<Rounding> {
    match (word, mode) {
        (Keyword::Floor, []) => Some(Rounding::Floor),
        (Keyword::Ceiling, []) => Some(Rounding::Ceiling),
        (Keyword::Round, []) => Some(Rounding::HalfUp),
        (Keyword::Round, [ast::Expr { kind: ast::ExprKind::Name(name), .. }]) => {
            MODES.iter().find(|(word, _)| word.is(&name.text)).map(|(_, mode)| *mode)
        }
        _ => None,
    }
}

/// Checks a value and a step of its type, to which it is rounded, or of which it is counted how many it holds. A step with a
/// unit tells a quotient what it is.
fn sized(
    cx: &mut Context,
    value: &ast::Expr,
    step: &ast::Expr,
    (hint, mode): (Option<Type>, Option<Rounding>),
) -> Option<(Expr, Decimal)> {
    let bare = matches!(&step.kind, ast::ExprKind::Literal(it) if literal::open(it));
    let first = cx.infer(step, Expected::default());
    if first.ty == Type::Invalid {
        return None;
    }
    let Some(size) = fixed(cx, &first).filter(|size| *size > Decimal::ZERO) else {
        let told = Diagnostic::new(Code::BadArguments, step.span).variant("step");
        cx.tell(match fixed(cx, &first).filter(|_| matches!(first.kind, ExprKind::Param(_))) {
            Some(_) => told.variant("step-param").arg("name", cx.sources.slice(step.span)),
            None => told,
        });
        return None;
    };
    let round = mode.map(|mode| RoundTo { step: size, mode, fallback: None });
    let checked = cx.infer(value, Expected { ty: if bare { hint } else { Some(first.ty) }, round, outer: None });
    // Where there is no mean, there is none that is rounded.
    let checked = if functions::is_average(value) { checked } else { present(cx, checked) };
    if bare && round.is_some() && places::told(cx, step, checked.ty) {
        return None;
    }
    let first = if bare { cx.infer(step, checked.ty) } else { first };
    let size = fixed(cx, &first)?;
    let (checked, _) = units::same(cx, (checked, first), (value, step), step.span)?;
    Some((checked, size))
}

/// The number that a step is: a literal, or the value of a param.
fn fixed(cx: &Context, step: &Expr) -> Option<Decimal> {
    match step.kind {
        ExprKind::Param(id) => cx.params.get(id.0)?.value.decimal(),
        _ => build::constant_number(step)?.decimal(),
    }
}

/// Tells `steps(x, size)`, which does not say whether a begun step counts.
pub(super) fn without_word(cx: &mut Context, span: Span, it: &Call, (value, size): (&ast::Expr, &ast::Expr)) -> Expr {
    let arguments = cx.sources.slice(value.span.to(size.span)).to_owned();
    let chinese = Keyword::Steps.zh() == it.function.text;
    let [full, started] = [Keyword::Full, Keyword::Started].map(|word| {
        let word = if chinese { word.zh() } else { word.en() };
        format!("{}({arguments}, {word})", it.function.text)
    });
    let told = Diagnostic::new(Code::BadArguments, span)
        .variant("no-word")
        .arg("function", it.function.text.clone())
        .arg("proposal", full.clone())
        .arg("other", started.clone());
    cx.tell(told.edit(span, full).edit(span, started));
    build::invalid(span)
}

/// Checks `steps(x, size, full)` and `steps(x, size, started)`.
pub(super) fn steps(
    cx: &mut Context,
    span: Span,
    it: &Call,
    (value, size, how): (&ast::Expr, &ast::Expr, &ast::Expr),
) -> Expr {
    let word = match &how.kind {
        ast::ExprKind::Name(name) => Keyword::among(&name.text, &[Keyword::Full, Keyword::Started]),
        _ => None,
    };
    let Some(word) = word else { return refuse::bad_arguments(cx, it, span) };
    let Some((value, size)) = sized(cx, value, size, (None, None)) else { return build::invalid(span) };
    let started = word == Keyword::Started;
    let counts = build::as_number(&value).and_then(|(numbers, _)| numbers.steps(size, started));
    let Some(counts) = counts else { return build::invalid(span) };
    build::number(ExprKind::Steps { value: Box::new(value), size, started }, Dimension::NUMBER, counts, span)
}
