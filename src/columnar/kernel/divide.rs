//! Quotients, each rounded once to a whole number.

use super::{Integer, Source};
use crate::quantity::{Calendar, Moment, Rounding};

/// Quotients rounded once, times `unit`. By 0 they are of no account.
pub(in crate::columnar) fn quotient<T: Integer>(
    out: &mut [T],
    dividend: &[T],
    divisor: Source<T>,
    (unit, mode): (T, Rounding),
) {
    match mode {
        Rounding::HalfUp => each(out, dividend, divisor, unit, |half, _, _| half.is_ge()),
        Rounding::HalfDown => each(out, dividend, divisor, unit, |half, _, _| half.is_gt()),
        Rounding::HalfEven => each(out, dividend, divisor, unit, |half, odd, _| half.is_gt() || half.is_eq() && odd),
        Rounding::Up => each(out, dividend, divisor, unit, |_, _, _| true),
        Rounding::Down => each(out, dividend, divisor, unit, |_, _, _| false),
        Rounding::Floor => each(out, dividend, divisor, unit, |_, _, negative| negative),
        Rounding::Ceiling => each(out, dividend, divisor, unit, |_, _, negative| !negative),
    }
}

/// Whether a quotient that leaves a rest goes away from 0: by how the rest compares with half of the divisor, whether
/// the whole part is odd, and whether the quotient is below 0.
trait Away: Fn(std::cmp::Ordering, bool, bool) -> bool {}
impl<F: Fn(std::cmp::Ordering, bool, bool) -> bool> Away for F {}

fn each<T: Integer>(out: &mut [T], dividend: &[T], divisor: Source<T>, unit: T, away: impl Away) {
    let out = out.iter_mut().zip(dividend);
    match divisor {
        Source::Same(by) => out.for_each(|(out, of)| *out = one(*of, by, &away).mul(unit)),
        Source::Lane(by) => out.zip(by).for_each(|((out, of), by)| *out = one(*of, *by, &away).mul(unit)),
    }
}

fn one<T: Integer>(dividend: T, divisor: T, away: &impl Away) -> T {
    let (whole, rest) = dividend.div_rem(divisor);
    if rest == T::default() {
        return whole;
    }
    let negative = dividend.is_negative() != divisor.is_negative();
    let rest = rest.size();
    let half = rest.cmp(&divisor.size().sub(rest));
    match (away(half, whole.is_odd(), negative), negative) {
        (true, true) => whole.sub(T::ONE),
        (true, false) => whole.add(T::ONE),
        (false, _) => whole,
    }
}

/// A quotient of two integers, rounded once.
pub(in crate::columnar) fn rounded(dividend: i128, divisor: i128, mode: Rounding) -> i128 {
    let mut out = [0];
    quotient(&mut out, &[dividend], Source::Same(divisor), (1, mode));
    let [rounded] = out;
    rounded
}

/// How many days each calendar value has.
pub(in crate::columnar) fn days<T: Integer>(out: &mut [T], of: &[i32], kind: Calendar) {
    for (out, ordinal) in out.iter_mut().zip(of) {
        let days = Moment { kind, ordinal: *ordinal }.days();
        *out = T::cut(days.map_or(0, i128::from));
    }
}
