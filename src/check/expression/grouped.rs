//! `max(base, 3,500 CNY)`: one number with a thousands comma, where two would stand.

use super::super::context::Context;
use super::bare;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::ast::{Call, Expr, ExprKind, Literal};
use crate::syntax::keyword::Keyword;

/// The sign of an amount, as it may be typed.
const YUAN: [char; 2] = ['¥', '￥'];

/// Tells numbers of a call that are parted by commas as thousands are. Whether there are some.
pub(super) fn told(cx: &mut Context, it: &Call, word: Keyword) -> bool {
    let Some((first, last)) = group(cx, it).filter(|(first, last)| fits(word, it.arguments.len() - (last - first)))
    else {
        return false;
    };
    let (Some(from), Some(to)) = (it.arguments.get(first), it.arguments.get(last)) else { return false };
    let whole = last_of(from).span.to(to.span);
    let text = cx.sources.slice(whole);
    let figure = text.trim_start_matches(YUAN).trim_start();
    let length = figure.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '，' | '.')).unwrap_or(figure.len());
    let written = figure.get(..length).unwrap_or(figure).to_owned();
    let bytes = |text: &str| u32::try_from(text.len()).unwrap_or_default();
    let start = whole.start + bytes(text) - bytes(figure);
    let span = Span { start, end: start + bytes(&written), ..whole };
    let wanted = written.replace([',', '，'], "");
    let told = Diagnostic::new(Code::ThousandsSeparator, span).arg("number", written);
    cx.tell(told.arg("wanted", wanted.as_str()).edit(span, wanted));
    true
}

/// Whether the function takes so many arguments.
fn fits(word: Keyword, count: usize) -> bool {
    match word {
        Keyword::Min | Keyword::Max => count >= 2,
        Keyword::Clamp | Keyword::Steps => count == 3,
        Keyword::Round => matches!(count, 2 | 3),
        Keyword::Floor | Keyword::Ceiling => count == 2,
        Keyword::Abs | Keyword::Number | Keyword::Percent => count == 1,
        Keyword::Sum | Keyword::Average | Keyword::Rank | Keyword::Allocate | Keyword::Streak => count == 1,
        _ => false,
    }
}

/// The first and the last argument of such a number.
fn group(cx: &Context, it: &Call) -> Option<(usize, usize)> {
    let pairs = it.arguments.iter().zip(it.arguments.iter().skip(1));
    let comma = |one: &Expr, next: &Expr| cx.sources.slice(one.span.after().to(next.span.before()));
    let touching: Vec<bool> = pairs.clone().map(|(one, next)| matches!(comma(one, next), "," | "，")).collect();
    let parts: Vec<bool> =
        pairs.zip(&touching).map(|((one, next), touches)| *touches && is_group(cx, one, next)).collect();
    let first = parts.iter().position(|part| *part)?;
    let last = first + parts.iter().skip(first).take_while(|part| **part).count();
    let at = |at: usize| it.arguments.get(at);
    let bare = |part: Option<&Expr>| part.is_some_and(|part| bare::bare_figure(part).is_some());
    let has_unit = !bare(at(last).map(first_of)) || !bare(at(first).map(last_of));
    // Who leaves no blank behind any comma may mean two numbers.
    (has_unit || touching.iter().any(|touches| !touches)).then_some((first, last))
}

/// The operand that an argument begins with: of `500 CNY - base` that is 500 CNY.
fn first_of(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Arithmetic { left: first, .. }
        | ExprKind::Logic { left: first, .. }
        | ExprKind::Compare { first, .. }
        | ExprKind::Otherwise { value: first, .. }
            if first.span.start == expr.span.start =>
        {
            first_of(first)
        }
        _ => expr,
    }
}

/// The operand that an argument ends with: of `base + 3` that is 3.
fn last_of(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Arithmetic { right: last, .. }
        | ExprKind::Logic { right: last, .. }
        | ExprKind::Otherwise { fallback: last, .. }
            if last.span.end == expr.span.end =>
        {
            last_of(last)
        }
        ExprKind::Compare { rest, .. } => {
            rest.last().map_or(expr, |(_, last)| if last.span.end == expr.span.end { last_of(last) } else { expr })
        }
        _ => expr,
    }
}

/// Whether `3` and `500` can be the parts of 3,500.
fn is_group(cx: &Context, one: &Expr, next: &Expr) -> bool {
    let (one, next) = (last_of(one), first_of(next));
    let written = cx.sources.slice(one.span);
    let lead = written.trim_start_matches(YUAN).trim_start();
    let digits = lead.chars().all(|c| c.is_ascii_digit());
    let leads = digits && lead.len() <= 3 && !lead.starts_with('0');
    let text = cx.sources.slice(next.span);
    let count = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = matches!(next.kind, ExprKind::Literal(Literal::Quantity { .. }));
    // What follows ¥3 without a sign of its own goes on with it.
    let signed = lead.len() < written.len();
    (signed || bare::bare_figure(one).is_some()) && leads && number && count == 3
}
