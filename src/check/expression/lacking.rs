//! The units that the numbers of a formula lack, all at once: `max(100 - n * 5, 0)` where points are wanted.

use super::super::context::Context;
use super::{bare, functions};
use crate::ir::Type;
use crate::quantity::{Dimension, Tongue, Unit};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{self, ArithmeticOp, CompareOp, ExprKind};

/// A formula with what its numbers lack.
pub(super) struct Completed {
    /// The formula.
    pub text: String,
    /// Whether a figure was taken for one a percentage point, not one for the whole.
    pub each_percent: bool,
}

/// A formula with the unit of `wanted` behind each number that lacks it; `None` where that would not make it one.
pub(super) fn with_units(cx: &mut Context, expr: &ast::Expr, wanted: Dimension) -> Option<Completed> {
    let unit = match wanted {
        Dimension::POINTS => Unit::Point.word(Tongue::En).to_owned(),
        Dimension::MONEY | Dimension::TIME => bare::the_unit(cx, wanted)?,
        _ => return None,
    };
    let mut places = vec![];
    lacking(cx, expr, wanted, &mut places)?;
    places.sort_unstable_by_key(|place| place.at);
    let (mut text, mut from) = (String::new(), expr.span.start);
    for place in &places {
        text.push_str(cx.sources.slice(Span { start: from, end: place.at, ..expr.span }));
        text.push_str(if place.percent { " / 1%" } else { &unit });
        from = place.at;
    }
    text.push_str(cx.sources.slice(Span { start: from, ..expr.span }));
    let each_percent = places.iter().any(|place| place.percent);
    (!places.is_empty()).then_some(Completed { text, each_percent })
}

/// Where something is lacking.
struct Place {
    /// Behind what.
    at: u32,
    /// Whether it is that a percent is counted in percentage points, not the unit of a number.
    percent: bool,
}

impl Place {
    fn unit(number: &ast::Expr) -> Place {
        Place { at: number.span.end, percent: false }
    }
}

/// The numbers that need the unit, so that all of it is of that dimension.
fn lacking(cx: &mut Context, expr: &ast::Expr, wanted: Dimension, places: &mut Vec<Place>) -> Option<()> {
    if bare::bare_figure(expr).is_some() {
        places.push(Place::unit(expr));
        return Some(());
    }
    match &expr.kind {
        ExprKind::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Sub, left, right, .. } => {
            lacking(cx, left, wanted, places)?;
            lacking(cx, right, wanted, places)
        }
        ExprKind::Arithmetic { op: ArithmeticOp::Mul, left, right, .. } => {
            product(cx, (expr.span, [left, right]), wanted, places)
        }
        ExprKind::Negate(value) => lacking(cx, value, wanted, places),
        ExprKind::When { value, .. } => lacking(cx, value, wanted, places),
        ExprKind::If { then, otherwise, .. } => {
            lacking(cx, then, wanted, places)?;
            lacking(cx, otherwise, wanted, places)
        }
        ExprKind::Call(call) => {
            const SAME: [Keyword; 4] = [Keyword::Min, Keyword::Max, Keyword::Clamp, Keyword::Abs];
            functions::of_one(call).filter(|function| SAME.contains(function) && call.options.is_empty())?;
            call.arguments.iter().try_for_each(|argument| lacking(cx, argument, wanted, places))
        }
        _ => (cx.silently(expr, None).ty == Type::Number(wanted)).then_some(()),
    }
}

/// One factor has the dimension, or is the number that gets it.
fn product(
    cx: &mut Context,
    (all, factors): (Span, [&ast::Expr; 2]),
    wanted: Dimension,
    places: &mut Vec<Place>,
) -> Option<()> {
    let has = |cx: &mut Context, factor| cx.silently(factor, None).ty == Type::Number(wanted);
    if factors.iter().any(|factor| has(cx, factor)) {
        return Some(());
    }
    let counts = |cx: &mut Context, factor: &ast::Expr| {
        let ty = cx.silently(factor, None).ty;
        matches!(ty, Type::Number(dimension) if dimension.is_ratio())
    };
    let ratios = factors.iter().all(|factor| counts(cx, factor));
    let bare = factors.into_iter().rev().find(|factor| bare::bare_figure(factor).is_some()).filter(|_| ratios);
    match bare {
        Some(bare) => {
            places.push(Place::unit(bare));
            places.extend(exceeding(cx, (all, factors), bare).map(|at| Place { at, percent: true }));
            Some(())
        }
        None => {
            let inner = factors.into_iter().find(|factor| matches!(factor.kind, ExprKind::Arithmetic { .. }))?;
            ratios.then(|| lacking(cx, inner, wanted, places))?
        }
    }
}

/// `(rate - 5%) * 8`: so many points for each percentage point above. The place behind what is above.
fn exceeding(cx: &mut Context, (all, [left, right]): (Span, [&ast::Expr; 2]), bare: &ast::Expr) -> Option<u32> {
    let (factor, end) = if std::ptr::eq(left, bare) { (right, all.end) } else { (left, right.span.start) };
    let above = matches!(factor.kind, ExprKind::Arithmetic { op: ArithmeticOp::Sub, .. });
    let percent = cx.silently(factor, None).ty == Type::Number(Dimension::PERCENT);
    if !above || !percent || cx.sources.slice(bare.span).trim() == "100" {
        return None;
    }
    // Behind the bracket that holds it.
    let rest = cx.sources.slice(Span { start: factor.span.end, end: end.max(factor.span.end), ..all });
    let closed = rest.rfind([')', '）']).and_then(|at| Some(at + rest.get(at..)?.chars().next()?.len_utf8()));
    Some(factor.span.end + u32::try_from(closed.unwrap_or(0)).ok()?)
}

/// `20 CNY * late <= 200 CNY` where an amount is wanted: a cap or a floor. Of what is taken off, which is below 0, the
/// size is meant.
pub(super) fn bounded(cx: &mut Context, expr: &ast::Expr, wanted: Dimension) -> Option<String> {
    let ExprKind::Compare { first, rest } = &expr.kind else { return None };
    let [(sign, bound)] = rest.as_slice() else { return None };
    let cap = match sign {
        CompareOp::Less | CompareOp::LessEqual => true,
        CompareOp::Greater | CompareOp::GreaterEqual => false,
        _ => return None,
    };
    let fits =
        |cx: &mut Context, expr: &ast::Expr| cx.silently(expr, Some(Type::Number(wanted))).ty == Type::Number(wanted);
    let fitting = fits(cx, first) && fits(cx, bound);
    let (value, amount) = (cx.sources.slice(first.span).trim(), cx.sources.slice(bound.span).trim());
    let turned = value.starts_with('-') && !amount.starts_with('-');
    let word = if cap == turned { Keyword::Max } else { Keyword::Min };
    let minus = if turned { "-" } else { "" };
    fitting.then(|| format!("{}({value}, {minus}{amount})", word.en()))
}

/// `加班小时 * 18元`, `总分 * 10元`: the factor whose dimension is one too many, divided by one of its unit.
pub(super) fn divided(cx: &mut Context, expr: &ast::Expr, surplus: Dimension) -> Option<(Span, String)> {
    let ExprKind::Arithmetic { op: ArithmeticOp::Mul, left, right, .. } = &expr.kind else { return None };
    [left, right].into_iter().find_map(|factor| {
        if cx.silently(factor, None).ty == Type::Number(surplus) && matches!(factor.kind, ExprKind::Name(_)) {
            let unit = one(cx, factor, surplus)?;
            return Some((factor.span, format!("{} / {unit}", cx.sources.slice(factor.span).trim())));
        }
        divided(cx, factor, surplus)
    })
}

/// `hours * 12` where an amount is wanted: so much for each.
pub(super) fn rated(cx: &mut Context, expr: &ast::Expr, (from, to): (Dimension, Dimension)) -> Option<String> {
    let ExprKind::Arithmetic { op: ArithmeticOp::Mul, left, right, .. } = &expr.kind else { return None };
    let (factor, figure) = if bare::bare_figure(right).is_some() { (left, right) } else { (right, left) };
    bare::bare_figure(figure)?;
    let counted = cx.silently(factor, None).ty == Type::Number(from);
    let (unit, each) = (bare::the_unit(cx, to)?, one(cx, factor, from).filter(|_| counted)?);
    let text = |expr: &ast::Expr| cx.sources.slice(expr.span).trim().to_owned();
    Some(format!("{} / {each} * {}{unit}", text(factor), text(figure)))
}

/// One of the unit that a value is counted in.
fn one(cx: &Context, factor: &ast::Expr, dimension: Dimension) -> Option<String> {
    match dimension {
        Dimension::POINTS => Some(format!("1{}", Unit::Point.word(Tongue::En))),
        Dimension::TIME => {
            let ExprKind::Name(name) = &factor.kind else { return None };
            let slot = cx.slots.iter().find(|slot| slot.name == name.text)?;
            Some(format!("1{}", Unit::Time(slot.time_unit).word(Tongue::En)))
        }
        _ => None,
    }
}
