//! `max(base, 3,500 CNY)`: one number with a thousands comma, where two would stand.

use super::super::context::Context;
use super::literal;
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
    let whole = from.span.to(to.span);
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
    let has_unit = at(last).is_some_and(|last| literal::bare_figure(last).is_none())
        || at(first).is_some_and(|first| literal::bare_figure(first).is_none());
    // Who leaves no blank behind any comma may mean two numbers.
    (has_unit || touching.iter().any(|touches| !touches)).then_some((first, last))
}

/// Whether `3` and `500` can be the parts of 3,500.
fn is_group(cx: &Context, one: &Expr, next: &Expr) -> bool {
    let written = cx.sources.slice(one.span);
    let lead = written.trim_start_matches(YUAN).trim_start();
    let digits = lead.chars().all(|c| c.is_ascii_digit());
    let leads = digits && lead.len() <= 3 && !lead.starts_with('0');
    let text = cx.sources.slice(next.span);
    let count = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = matches!(next.kind, ExprKind::Literal(Literal::Quantity { .. }));
    // What follows ¥3 without a sign of its own goes on with it.
    let signed = lead.len() < written.len();
    (signed || literal::bare_figure(one).is_some()) && leads && number && count == 3
}
