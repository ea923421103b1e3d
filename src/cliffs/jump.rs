//! How much a pay block jumps between two neighbours, over all that it is found from besides.

use super::Record;
use super::axis::{Axis, Pair};
use super::bound::Sides;
use super::drawn::Inputs;
use super::neighbours::Neighbours;
use super::paid::Paid;
use super::rise::{jump, noise};
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

/// Whether anybody jumps at a place: a record without system shows it, or it is plain that nobody does; nothing, where it
/// takes more to tell.
pub(super) fn is_seen(axis: &Axis, inputs: &Inputs, pair: &Pair) -> Option<bool> {
    let neighbours = Neighbours::of(axis, pair);
    if is_straight(axis, &neighbours) {
        return Some(false);
    }
    // A bound bends what is paid, and makes no jump.
    let jumps = |record: &Record| {
        let bare = |_: usize, value: &Number| axis.pays_bare(record, value);
        told(axis, &neighbours, record, false).is_some()
            && (!axis.is_bounded() || jump(&neighbours.each(false, bare), axis.unit(), axis.lines()).is_some())
    };
    inputs.drawn(axis).any(|record| jumps(&record)).then_some(true)
}

/// The jumps at a place, where no more is settled than so often.
pub(super) fn at(axis: &Axis, pair: &Pair, most: usize) -> Looked {
    let neighbours = Neighbours::of(axis, pair);
    if is_straight(axis, &neighbours) {
        return Looked::Not(true);
    }
    let (states, complete) = Spread::of(&axis.cone, &axis.others().factors, axis.field, &neighbours.points, most);
    let mut paid = Paid::of(axis, &neighbours);
    paid.look(states);
    let complete = axis.free && (complete || around(axis, &neighbours, &mut paid, most));
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

/// Whether it surely goes on from one side as on the other, whatever all else is: as little more is paid, or less, as
/// rounding can make.
fn is_straight(axis: &Axis, neighbours: &Neighbours) -> bool {
    let rise = |from: usize| {
        let place = |at: usize| neighbours.points.get(neighbours.place(at)?);
        Sides::of(&axis.cone).along(&axis.cone, axis.field, (place(from)?, place(from + 1)?))
    };
    let is_noise = |one: &(Number, Number), other: &(Number, Number)| {
        (&one.1 - &other.0).max(&other.1 - &one.0) <= noise(axis.unit())
    };
    rise(2).is_some_and(|over| [1, 3].into_iter().filter_map(rise).any(|beside| is_noise(&over, &beside)))
}

/// Where not everything was tried: bounds what can be by more than there is. Whether that is so.
fn around(axis: &Axis, neighbours: &Neighbours, paid: &mut Paid, most: usize) -> bool {
    let Some(outer) = &axis.others().outer else { return false };
    let (states, complete) = Spread::of(&axis.cone, outer, axis.field, &neighbours.points, most);
    complete && paid.bound(states)
}

/// The jump of a record, as it is evaluated.
fn told(axis: &Axis, neighbours: &Neighbours, record: &Record, flat: bool) -> Option<Number> {
    let pays = neighbours.each(flat, |_, value| axis.pays(record, value));
    jump(&pays, axis.unit(), axis.lines())
}
