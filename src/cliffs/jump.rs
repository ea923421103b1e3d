//! How much a pay block jumps between two neighbours, over all that it is found from besides.

use super::axis::{Axis, Pair};
use super::choice::{nth, scattered};
use crate::quantity::Number;

/// Rounds in which every other input is tried.
const ROUNDS: usize = 3;

/// A jump and the records that have it.
type Seen = Option<(Number, Vec<usize>)>;

/// How much a block jumps at one place.
pub(super) struct Jump {
    pub least: Number,
    pub most: Number,
    /// The lowest and the highest jump by its sign, each with the record, without the field.
    pub lowest: Seen,
    pub highest: Seen,
    pub exact: bool,
}

/// What is seen of the jumps at one place.
#[derive(Default)]
struct Found {
    least: Option<Number>,
    most: Option<Number>,
    lowest: Seen,
    highest: Seen,
}

/// The jumps at a place; nothing, where none was found.
pub(super) fn at(axis: &Axis, pair: &Pair, budget: usize) -> Option<Jump> {
    let mut found = Found::default();
    let all = Some(axis.count()).filter(|count| *count <= budget);
    let complete = axis.choices.iter().all(|choice| choice.complete);
    match all {
        Some(count) => (0..count).for_each(|number| found.see(axis, pair, nth(&axis.choices, number))),
        None => search(axis, pair, budget, &mut found),
    }
    let (least, most) = found.least.zip(found.most)?;
    Some(Jump { least, most, lowest: found.lowest, highest: found.highest, exact: all.is_some() && complete })
}

/// Of too many records some without system, and from these on by one input at a time to the least and greatest jump.
fn search(axis: &Axis, pair: &Pair, budget: usize, found: &mut Found) {
    let mut starts = vec![];
    for number in 0..budget / 3 {
        let record = scattered(&axis.choices, number);
        if let Some(jump) = jump(axis, pair, &record) {
            starts.push((jump.clone(), record.clone()));
            found.take(jump, record);
        }
    }
    starts.sort_by(|one, other| one.0.cmp(&other.0));
    let ends = [starts.first().cloned(), starts.last().cloned()];
    for (up, start) in [false, true].into_iter().zip(ends) {
        let Some((mut best, mut record)) = start else { continue };
        for _ in 0..ROUNDS {
            for (at, choice) in axis.choices.iter().enumerate() {
                for option in 0..choice.options.len() {
                    let mut next = record.clone();
                    next.get_mut(at).into_iter().for_each(|place| *place = option);
                    let Some(jump) = jump(axis, pair, &next) else { continue };
                    found.take(jump.clone(), next.clone());
                    if (jump > best) == up && jump != best {
                        (best, record) = (jump, next);
                    }
                }
            }
        }
    }
}

impl Found {
    fn see(&mut self, axis: &Axis, pair: &Pair, record: Vec<usize>) {
        if let Some(jump) = jump(axis, pair, &record) {
            self.take(jump, record);
        }
    }

    fn take(&mut self, jump: Number, record: Vec<usize>) {
        if self.least.as_ref().is_none_or(|least| jump.abs() < least.abs()) {
            self.least = Some(jump.clone());
        }
        if self.most.as_ref().is_none_or(|most| jump.abs() > most.abs()) {
            self.most = Some(jump.clone());
        }
        if self.lowest.as_ref().is_none_or(|(lowest, _)| jump < *lowest) {
            self.lowest = Some((jump.clone(), record.clone()));
        }
        if self.highest.as_ref().is_none_or(|(highest, _)| jump > *highest) {
            self.highest = Some((jump, record));
        }
    }
}

/// What is paid more from the one to the other, less what the line on either side would give; nothing, where that is
/// no more than rounding can make.
fn jump(axis: &Axis, pair: &Pair, others: &[usize]) -> Option<Number> {
    let pays = |value: &Number| axis.numbers.contains(value).then(|| axis.pays(&axis.record(others, value))).flatten();
    let (from, to) = (pays(&pair.from)?, pays(&pair.to)?);
    let rise = &to - &from;
    if rise.is_zero() {
        return None;
    }
    let step = &pair.to - &pair.from;
    let unit = Number::from(axis.policy.header.minor_unit);
    let next = [(&pair.from - &step, &from, -1), (&pair.to + &step, &to, 1)];
    // Two steps alike are a line.
    let goes_on = next.into_iter().any(|(value, here, sign)| {
        pays(&value).is_some_and(|there| {
            let along = if sign > 0 { &there - here } else { here - &there };
            (&along - &rise).abs() <= &unit + &unit
        })
    });
    if goes_on {
        return None;
    }
    let slope = |near: &Number, far: &Number, further: &Number| {
        let (near, far, further) = (pays(near)?, pays(far)?, pays(further)?);
        let (one, two) = (&near - &far, &far - &further);
        // A line goes on as it went; what does not is another jump.
        ((&one - &two).abs() <= &unit + &unit).then_some(one)
    };
    let left = slope(&pair.from, &(&pair.from - &step), &(&pair.from - &(&step + &step)));
    let right = slope(&pair.to, &(&pair.to + &step), &(&pair.to + &(&step + &step))).map(|slope| -slope);
    let (lo, hi) = match (left, right) {
        (Some(left), Some(right)) => (left.clone().min(right.clone()), left.max(right)),
        (Some(one), None) | (None, Some(one)) => (one.clone(), one),
        (None, None) => (Number::ZERO, Number::ZERO),
    };
    let beyond = rise.clone().clamp(lo, hi);
    let jump = &rise - &beyond;
    let flat = beyond.is_zero();
    let noise = Number::from(axis.policy.header.minor_unit) * Number::from(axis.lines());
    ((flat && !jump.is_zero()) || jump.abs() > noise).then_some(jump)
}
