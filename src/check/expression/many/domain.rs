//! What many values can come to.

use super::super::super::context::Context;
use super::super::build;
use super::members::Members;
use crate::ir::Aggregate;
use crate::quantity::{Domain, Number, Numbers};
use crate::source::Span;

/// How many there can be: the least and the most.
pub(super) type Count = (u64, u64);

/// The rows that belong to one record: at most so many, which reading holds them to.
pub(super) const ROWS: Count = (0, 1_000_000);
/// The records or rows of one run: at most so many, which reading holds them to.
pub(super) const RUN: Count = (0, 100_000_000);
/// The records of a group, which holds its own member.
pub(super) const GROUP: Count = (1, 100_000_000);

/// The numbers from the least to the most.
pub(super) fn count((least, most): Count) -> Option<Numbers> {
    Numbers::between((least, true), (most, true), Number::ONE)
}

/// Everything that these many values can come to; `None` where it is told that it may not fit.
pub(super) fn of(
    cx: &mut Context,
    members: &Members,
    aggregate: Aggregate,
    (least, most): Count,
    span: Span,
) -> Option<Domain> {
    let least = if members.filter.is_some() { 0 } else { least };
    let value = members.value.as_ref();
    let numbers = value.and_then(|value| value.domain.numbers());
    let result = match (aggregate, numbers) {
        (Aggregate::Every | Aggregate::Some, _) => return Some(Domain::ANY_BOOL),
        (Aggregate::Count, _) => count((least, most))?,
        (Aggregate::Least | Aggregate::Greatest, _) => return value.map(|value| value.domain.clone()),
        (Aggregate::Sum, Some(numbers)) => sum(numbers, (least, most))?,
        (Aggregate::Average { step, mode }, Some(numbers)) => numbers.mean(step, mode)?,
        _ => return None,
    };
    build::settled(cx, result, span).map(Domain::Numbers)
}

/// What so many numbers can add up to. They need not be equal: the ends are those of a product, the step is their own.
fn sum(numbers: &Numbers, many: Count) -> Option<Numbers> {
    let product = numbers.mul(&count(many)?);
    let step = numbers.step();
    if step.is_zero() {
        return Some(product);
    }
    Numbers::between((product.lo(), true), (product.hi(), true), step)
}
