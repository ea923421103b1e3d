//! A row that answers a straight line, from its lower end to its upper.

use super::build::Build;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Bound, Expr, Line, Pattern, Type, Value};
use crate::quantity::{Decimal, Rounding, spell};
use crate::source::Span;
use crate::syntax::Keyword;

/// The line from the row's lower end to its upper.
pub(super) fn straight(
    build: &mut Build,
    (from, to): (Decimal, Decimal),
    (input, pattern): (&Expr, &Pattern),
    (step, behind): (Option<Decimal>, Span),
    (span, place): (Span, Span),
) -> Option<Line> {
    let told = |variant| Diagnostic::new(Code::BadLine, span).variant(variant).label(place, "row");
    let Some(step) = step else {
        build.tell(told("decimals").edit(behind.after(), format!(", {} 2", Keyword::Decimals.en())));
        return None;
    };
    let Pattern::Interval { lo, hi } = pattern else {
        if *pattern != Pattern::Invalid {
            build.tell(told("interval"));
        }
        return None;
    };
    if input.domain.numbers().is_none() {
        if input.ty != Type::Invalid {
            build.tell(told("interval"));
        }
        return None;
    }
    let (Some(lo), Some(hi)) = (lo, hi) else {
        let told = one_sided(build, input, (lo.as_ref(), hi.as_ref()), told("open"), place);
        build.tell(told);
        return None;
    };
    let (lo, hi) = (lo.value.decimal()?, hi.value.decimal()?);
    if hi <= lo {
        build.tell(told("empty"));
        return None;
    }
    Some(Line { lo, hi, from, to, step, mode: Rounding::HalfUp })
}

/// A line in a row that leaves an end open, with the end that its input has.
fn one_sided(
    build: &Build,
    input: &Expr,
    (lo, hi): (Option<&Bound>, Option<&Bound>),
    told: Diagnostic,
    place: Span,
) -> Diagnostic {
    let (Some(numbers), Type::Number(dimension)) = (input.domain.numbers(), input.ty) else { return told };
    let header = &build.cx.header;
    let end = |value| Bound { value: Value::Number(value), included: true, span: Span::NOWHERE };
    let closed = Pattern::Interval {
        lo: Some(lo.cloned().unwrap_or_else(|| end(numbers.lo()))),
        hi: Some(hi.cloned().unwrap_or_else(|| end(numbers.hi()))),
    };
    let text = closed.interval(|bound| match (build.cx.sources.slice(bound.span), bound.value.number()) {
        ("", Some(value)) => spell(value, dimension, &header.currency, header.tongue),
        (text, _) => text.to_owned(),
    });
    let text = text.unwrap_or_default();
    told.arg("proposal", text.as_str()).edit(place, text)
}
