//! The course of an expression, from those of its parts.

use super::course::{Course, Courses};
use crate::ir::{Comparison, Expr, ExprKind, Operator, Pattern};
use crate::quantity::{Decimal, Domain};

/// The course of an expression.
pub(super) fn course(courses: &Courses, expr: &Expr) -> Course {
    let of = |expr: &Expr| courses.of(expr);
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Param(_) => Course::FLAT,
        ExprKind::Slot(slot) => courses.slot(*slot),
        ExprKind::Arithmetic { op: Operator::Add, left, right } => of(left).and(of(right)),
        ExprKind::Arithmetic { op: Operator::Sub, left, right } | ExprKind::DateDifference { left, right } => {
            of(left).and(of(right).flip())
        }
        ExprKind::Arithmetic { op: Operator::Mul, left, right } => {
            of(left).times(&right.domain).and(of(right).times(&left.domain))
        }
        ExprKind::Sum(values) | ExprKind::Extreme { values, .. } => Course::all(values.iter().map(of)),
        ExprKind::Negate(value) | ExprKind::Not(value) => of(value).flip(),
        ExprKind::DivideExact { value, by } if *by < Decimal::ZERO => of(value).flip(),
        ExprKind::DivideExact { value, .. } | ExprKind::Round { value, .. } | ExprKind::Steps { value, .. } => {
            of(value)
        }
        ExprKind::Abs(value) => of(value).times(&value.domain),
        ExprKind::Quotient { dividend, divisor, fallback, .. } => {
            quotient(courses, dividend, divisor, fallback.as_deref())
        }
        ExprKind::If { condition, then, otherwise } => choice(courses, condition, then, otherwise),
        ExprKind::Otherwise { value, .. } if courses.is_field(value) => of(value),
        ExprKind::Otherwise { value, fallback } if of(value).is_flat() => of(fallback),
        ExprKind::Otherwise { value, fallback } => {
            of(value).and(if value.optional { of(fallback) } else { Course::FLAT })
        }
        ExprKind::Logic { left, right, .. } => of(left).and(of(right)),
        ExprKind::Compare { op, left, right } => compared(*op, of(left), of(right)),
        ExprKind::Matches { value, pattern } => matched(of(value), pattern),
        // Whether it is there does not change where its course is known.
        ExprKind::IsMissing(value) if of(value) == Course::UNKNOWN => Course::UNKNOWN,
        ExprKind::IsMissing(_) => Course::FLAT,
        ExprKind::Shift { value, places, promote, .. } => {
            of(value).and(if *promote { of(places).flip() } else { of(places) })
        }
        ExprKind::ByLabel { value, cases } => by_label(courses, value, cases),
        ExprKind::DaysIn { value, .. } if of(value).is_flat() => Course::FLAT,
        ExprKind::OfRows { relation, many }
            if !courses.joins(*relation) && many.expressions().all(|expr| is_still(courses, expr)) =>
        {
            Course::FLAT
        }
        ExprKind::DaysIn { .. } | ExprKind::OfRows { .. } | ExprKind::Invalid => Course::UNKNOWN,
    }
}

fn is_still(courses: &Courses, expr: &Expr) -> bool {
    expr.slots().into_iter().all(|slot| courses.slot(slot).is_flat())
}

/// Where the divisor is 0, the fallback stands in; that a divisor becomes 0 on the way is no course.
fn quotient(courses: &Courses, dividend: &Expr, divisor: &Expr, fallback: Option<&Expr>) -> Course {
    let own = courses.of(dividend).times(&divisor.domain);
    let by = courses.of(divisor);
    let fallback = fallback.map_or(Course::FLAT, |fallback| courses.of(fallback));
    if by.is_flat() {
        return own.and(fallback);
    }
    match divisor.domain.numbers() {
        Some(numbers) if numbers.lo() > Decimal::ZERO || numbers.hi() < Decimal::ZERO => {
            own.and(by.flip().times(&dividend.domain))
        }
        _ => Course::UNKNOWN,
    }
}

/// One branch or the other. Where the field decides which, the later one must not be below.
fn choice(courses: &Courses, condition: &Expr, then: &Expr, otherwise: &Expr) -> Course {
    let branches = courses.of(then).and(courses.of(otherwise));
    let decides = courses.of(condition);
    if decides.is_flat() {
        return branches;
    }
    if then.optional || otherwise.optional {
        return Course::UNKNOWN;
    }
    let (then_more, otherwise_more) = (courses.not_less(then, otherwise), courses.not_less(otherwise, then));
    let up = (decides.up && then_more) || (decides.down && otherwise_more);
    let down = (decides.up && otherwise_more) || (decides.down && then_more);
    Course { up: up && branches.up, down: down && branches.down }
}

fn compared(op: Comparison, left: Course, right: Course) -> Course {
    match op {
        Comparison::Less | Comparison::LessEqual => right.and(left.flip()),
        Comparison::Greater | Comparison::GreaterEqual => left.and(right.flip()),
        Comparison::Equal | Comparison::NotEqual if left.is_flat() && right.is_flat() => Course::FLAT,
        Comparison::Equal | Comparison::NotEqual => Course::UNKNOWN,
    }
}

fn matched(value: Course, pattern: &Pattern) -> Course {
    match pattern {
        _ if value.is_flat() => Course::FLAT,
        Pattern::Interval { lo: Some(_), hi: None } => value,
        Pattern::Interval { lo: None, hi: Some(_) } => value.flip(),
        _ => Course::UNKNOWN,
    }
}

/// One case a label: along the labels the cases must keep their order.
fn by_label(courses: &Courses, value: &Expr, cases: &[Expr]) -> Course {
    let Domain::Labels(labels) = &value.domain else { return Course::UNKNOWN };
    let reached: Vec<&Expr> = labels.iter().filter_map(|label| cases.get(*label)).collect();
    let own = Course::all(reached.iter().map(|case| courses.of(case)));
    let label = courses.of(value);
    if label.is_flat() {
        return own;
    }
    let pairs = || reached.iter().zip(reached.iter().skip(1));
    let ascends = pairs().all(|(before, after)| courses.not_less(after, before));
    let descends = pairs().all(|(before, after)| courses.not_less(before, after));
    let up = (label.up && ascends) || (label.down && descends);
    let down = (label.up && descends) || (label.down && ascends);
    Course { up: up && own.up, down: down && own.down }
}
