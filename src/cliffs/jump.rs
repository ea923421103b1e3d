//! How much a pay block jumps between two neighbours, over all that it is found from besides.

use super::Record;
use super::axis::{Axis, Pair};
use super::drawn::Inputs;
use super::neighbours::Neighbours;
use super::paid::Paid;
use super::rise::jump;
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

/// Whether anybody jumps at a place: a record without system shows it, or all are looked at; nothing, where none does and
/// not everything that matters was looked at.
pub(super) fn is_there(axis: &Axis, inputs: &Inputs, pair: &Pair, most: usize) -> Option<bool> {
    let neighbours = Neighbours::of(axis, pair);
    // A bound bends what is paid, which these do not tell from a jump.
    if !axis.is_bounded() && inputs.drawn(axis).any(|record| told(axis, &neighbours, &record, false).is_some()) {
        return Some(true);
    }
    match at(axis, pair, most) {
        Looked::Jumps(_) => Some(true),
        Looked::Not(surely) => surely.then_some(false),
    }
}

/// The jumps at a place, where no more is settled than so often.
pub(super) fn at(axis: &Axis, pair: &Pair, most: usize) -> Looked {
    let neighbours = Neighbours::of(axis, pair);
    let (states, complete) = Spread::of(&axis.cone, &axis.factors, axis.field, &neighbours.points, most);
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

/// Where not everything was tried: bounds what can be by more than there is. Whether that is so.
fn around(axis: &Axis, neighbours: &Neighbours, paid: &mut Paid, most: usize) -> bool {
    let Some(outer) = &axis.outer else { return false };
    let (states, complete) = Spread::of(&axis.cone, outer, axis.field, &neighbours.points, most);
    complete && paid.bound(states)
}

/// The jump of a record, as it is evaluated.
fn told(axis: &Axis, neighbours: &Neighbours, record: &Record, flat: bool) -> Option<Number> {
    let pays = neighbours.each(flat, |value| axis.pays(record, value));
    jump(&pays, axis.unit(), axis.lines())
}
