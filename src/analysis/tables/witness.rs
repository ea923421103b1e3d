//! A value of each input that shows a gap or an overlap.

use super::axis::{Axis, Points};
use super::model::Model;
use crate::analysis::coverage::Area;
use crate::ir::Value;
use crate::quantity::{Number, Rounding};

/// On which side of a range a row stands, so that a value near it tells most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis) enum Near {
    /// Its lower end.
    Lower,
    /// Its upper end.
    Upper,
}

/// A combination in `area` such as a person would name: round values near the rows beside it.
pub(in crate::analysis) fn witness(model: &Model, area: &Area) -> Vec<i128> {
    let mut point = area.least_point();
    for (axis, (known, places)) in model.axes.iter().zip(&area.0).enumerate() {
        let Some((lo, hi)) = places.ranges().first().copied() else { continue };
        if !known.extent.ordered || lo >= known.extent.len {
            continue;
        }
        let near = if lo == 0 && hi + 1 < known.extent.len { Near::Upper } else { Near::Lower };
        let place = near_place(known, lo, hi, near);
        if let Some(slot) = point.get_mut(axis).filter(|_| places.contains(place)) {
            *slot = place;
        }
    }
    point
}

/// The roundest place of a range near one of its ends.
fn near_place(axis: &Axis, lo: i128, hi: i128, near: Near) -> i128 {
    let end = if near == Near::Lower { lo } else { hi };
    let ends = (axis.value(lo), axis.value(hi));
    match (&axis.points, ends) {
        (Points::Grid { step, .. }, (Some(Value::Number(low)), Some(Value::Number(high)))) => {
            round_value(&low, &high, step, near).and_then(|value| axis.place_of(&Value::Number(value))).unwrap_or(end)
        }
        _ => end,
    }
}

/// The multiple of a round size in `[low, high]` that is nearest to one end: sizes 5, 1, 0.5, 0.1 and so
/// on, from half of what lies between the rows beside the range; of a far reach, from a twentieth of its end.
fn round_value(low: &Number, high: &Number, step: &Number, near: Near) -> Option<Number> {
    let width = high - low + step + step;
    let end = if near == Near::Lower { low } else { high };
    let far = !end.is_zero() && width > end.abs();
    let (reach, parts) = if far { (end.abs(), 20) } else { (width, 2) };
    // A part of a finite decimal by 2 or 20 is one too.
    let limit = reach.divide(&Number::from(parts))?.reach(step, Rounding::Ceiling);
    let toward = if near == Near::Lower { Rounding::Ceiling } else { Rounding::Floor };
    let sizes = sizes().skip_while(|size| *size > limit).take_while(|size| size >= step);
    let mut values = sizes.map(|size| end.reach(&size, toward));
    values.find(|value| low <= value && value <= high && value.is_multiple(step))
}

/// …, 50, 10, 5, 1, 0.5, 0.1, …
fn sizes() -> impl Iterator<Item = Number> {
    let greatest = Number::from(10_u64.pow(19));
    let tenth = Number::ONE.divide(&Number::from(10)).unwrap_or_default();
    let powers = std::iter::successors(Some(greatest), move |power| Some(power * &tenth));
    powers.take(48).flat_map(|power| [&power * &Number::from(5), power])
}
