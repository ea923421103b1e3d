//! When a rise from one value to the next is a jump, and how much of it.

use crate::quantity::Number;

/// What is paid more from the one to the other, less what the line on either side would give; nothing, where that is
/// no more than rounding can make. What is paid stands at both and at two neighbours to either side.
pub(super) fn jump(pays: &[Option<Number>; 6], unit: Number, lines: usize) -> Option<Number> {
    let [before_left, left, from, to, right, after_right] = pays;
    let (from, to) = (from.as_ref()?, to.as_ref()?);
    let rise = to - from;
    if rise.is_zero() {
        return None;
    }
    let noise = noise(unit.clone());
    let rise_between = |one: &Option<Number>, other: &Option<Number>| Some(other.as_ref()? - one.as_ref()?);
    let (on_left, on_right) = (from_some(left, from), right.as_ref().map(|right| right - to));
    // Two steps alike are a line.
    if [&on_left, &on_right].into_iter().flatten().any(|along| (along - &rise).abs() <= noise) {
        return None;
    }
    // A line goes on as it went; what does not is another jump.
    let slope = |near: Option<Number>, far: Option<Number>| {
        let (near, far) = (near?, far?);
        ((&near - &far).abs() <= noise).then_some(near)
    };
    let left = slope(on_left, rise_between(before_left, left));
    let right = slope(on_right, rise_between(right, after_right));
    let (lo, hi) = match (left, right) {
        (Some(left), Some(right)) => (left.clone().min(right.clone()), left.max(right)),
        (Some(one), None) | (None, Some(one)) => (one.clone(), one),
        (None, None) => (Number::ZERO, Number::ZERO),
    };
    let beyond = rise.clone().clamp(lo, hi);
    let jump = &rise - &beyond;
    let flat = beyond.is_zero();
    ((flat && !jump.is_zero()) || jump.abs() > unit * Number::from(lines)).then_some(jump)
}

/// Rises that differ by no more than this are alike: each of two amounts is rounded.
pub(super) fn noise(unit: Number) -> Number {
    &unit + &unit
}

fn from_some(left: &Option<Number>, from: &Number) -> Option<Number> {
    left.as_ref().map(|left| from - left)
}
