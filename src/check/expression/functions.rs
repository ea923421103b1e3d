//! The functions: how each is written, and which of them a call is.

use crate::syntax::ast::{Call, Expr, ExprKind};
use crate::syntax::keyword::Keyword;

/// The functions of one record, and how each is written.
const OF_ONE: &[(Keyword, &str)] = &[
    (Keyword::Round, "round(x, 0.1)"),
    (Keyword::Floor, "floor(x, 0.1)"),
    (Keyword::Ceiling, "ceiling(x, 0.1)"),
    (Keyword::Min, "min(a, b)"),
    (Keyword::Max, "max(a, b)"),
    (Keyword::Abs, "abs(x)"),
    (Keyword::Clamp, "clamp(x, lo, hi)"),
    (Keyword::Steps, "steps(x, 1%, full)"),
    (Keyword::Number, "number(x)"),
    (Keyword::Percent, "percent(x)"),
    (Keyword::Promote, "promote(x, 1)"),
    (Keyword::Demote, "demote(x, 1)"),
    (Keyword::DaysIn, "days_in(x)"),
    (Keyword::Increasing, "increasing(x, y)"),
];

/// The functions over many values, and how each is written.
const OF_MANY: &[(Keyword, &str)] = &[
    (Keyword::Sum, "sum(x, within: all)"),
    (Keyword::Count, "count(within: all)"),
    (Keyword::Average, "average(x, within: all)"),
    (Keyword::Every, "every(x, within: all)"),
    (Keyword::Some, "some(x, within: all)"),
    (Keyword::Rank, "rank(x, within: all, ties: shared)"),
    (Keyword::Allocate, "allocate(pool, by: x, within: all)"),
    (Keyword::Previous, "previous(x), previous(x, 2)"),
    (Keyword::Streak, "streak(x)"),
];

/// Every function.
pub(super) fn words() -> impl Iterator<Item = Keyword> {
    OF_ONE.iter().chain(OF_MANY).map(|(word, _)| *word)
}

/// How the function that a call names is written.
pub(super) fn form(it: &Call) -> &'static str {
    OF_ONE.iter().chain(OF_MANY).find(|(word, _)| word.is(&it.function.text)).map_or("", |(_, form)| form)
}

/// Which function of one record a call is.
pub(super) fn of_one(it: &Call) -> Option<Keyword> {
    OF_ONE.iter().map(|(word, _)| *word).find(|word| word.is(&it.function.text))
}

/// Which function over many values a call is. `min` and `max` of one value are over many.
pub(super) fn of_many(it: &Call) -> Option<Keyword> {
    let alone = it.arguments.len() == 1 || it.filter.is_some() || !it.options.is_empty();
    let extremes = [Keyword::Min, Keyword::Max].into_iter().filter(|_| alone);
    OF_MANY.iter().map(|(word, _)| *word).chain(extremes).find(|word| word.is(&it.function.text))
}

/// The value of `number(x)` or `percent(x)`.
pub(super) fn converted(it: &Call) -> Option<&Expr> {
    match (of_one(it), it.arguments.as_slice()) {
        (Some(Keyword::Number | Keyword::Percent), [value]) => Some(value),
        _ => None,
    }
}

/// Whether an expression is a mean, which is a quotient.
pub(super) fn is_average(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Call(it) if Keyword::Average.is(&it.function.text))
}
