//! How much a pay block jumps between two neighbours, over all that it is found from besides.

use super::Record;
use super::axis::{Axis, Pair};
use super::neighbours::Neighbours;
use super::paid::Paid;
use super::spread::Spread;
use crate::quantity::Number;

/// A jump and the record that has it, without the field.
type Seen = Option<(Number, Record)>;

/// How much a block jumps at one place.
pub(super) struct Jump {
    pub least: Number,
    pub most: Number,
    /// The lowest and the highest jump by its sign.
    pub lowest: Seen,
    pub highest: Seen,
    /// Whether there is no lesser and no greater one.
    pub exact: bool,
}

/// What was seen at a place.
pub(super) enum Looked {
    /// It jumps.
    Jumps(Jump),
    /// It does not; whether that is so for everybody.
    Not(bool),
}

/// The jumps at a place.
pub(super) fn at(axis: &Axis, pair: &Pair) -> Looked {
    let neighbours = Neighbours::of(axis, pair);
    let (states, complete) = Spread::of(&axis.cone, &axis.factors, axis.field, &neighbours.points);
    let mut paid = Paid::of(axis, &neighbours);
    paid.look(states);
    let complete = axis.free && (complete || around(axis, &neighbours, &mut paid));
    let exact = complete && paid.is_exact();
    let all = [&paid.least, &paid.most, &paid.lowest, &paid.highest].map(|seen| {
        let seen = seen.as_ref()?;
        let record = axis.record(&seen.picks, &seen.wide)?;
        let jump = told(axis, &neighbours, &record, seen.flat)?;
        Some((jump, record))
    });
    let same = [&paid.least, &paid.most].into_iter().zip(&all);
    let same = same.into_iter().all(|(seen, told)| seen.as_ref().map(|it| &it.jump) == told.as_ref().map(|it| &it.0));
    let [least, most, lowest, highest] = all;
    match least.zip(most) {
        Some(((least, _), (most, _))) => Looked::Jumps(Jump { least, most, lowest, highest, exact: exact && same }),
        None => Looked::Not(complete && paid.is_still()),
    }
}

/// Where not everything was tried: bounds what can be by more than there is. Whether that is so.
fn around(axis: &Axis, neighbours: &Neighbours, paid: &mut Paid) -> bool {
    let Some(outer) = &axis.outer else { return false };
    let (states, complete) = Spread::of(&axis.cone, outer, axis.field, &neighbours.points);
    complete && paid.bound(states)
}

/// The jump of a record, as it is evaluated.
fn told(axis: &Axis, neighbours: &Neighbours, record: &Record, flat: bool) -> Option<Number> {
    let pays = neighbours.each(flat, |value| axis.pays(record, value));
    jump(&pays, axis.unit(), axis.lines())
}

/// What is paid more from the one to the other, less what the line on either side would give; nothing, where that is
/// no more than rounding can make. What is paid stands at both and at two neighbours to either side.
pub(super) fn jump(pays: &[Option<Number>; 6], unit: Number, lines: usize) -> Option<Number> {
    let [before_left, left, from, to, right, after_right] = pays;
    let (from, to) = (from.as_ref()?, to.as_ref()?);
    let rise = to - from;
    if rise.is_zero() {
        return None;
    }
    let noise = &unit + &unit;
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

fn from_some(left: &Option<Number>, from: &Number) -> Option<Number> {
    left.as_ref().map(|left| from - left)
}
