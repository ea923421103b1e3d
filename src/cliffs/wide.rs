//! Values of the inputs that can be any of many numbers: some of all, and those next to where a jump ends.

use super::paid::{Paid, Wide};
use super::spread::State;
use crate::ir::{SlotId, Value};
use crate::quantity::{Decimal, Number, Rounding};

/// So many combinations are tried in a state.
const TRIED: usize = 128;
/// An input is halved so often to find the least jump.
const HALVES: usize = 80;

impl Paid<'_> {
    /// Tries values of the inputs with many numbers: all combinations, or each along the ends of the others; and the
    /// least with which there is a jump.
    pub fn tried(&mut self, state: &State, flat: bool) {
        let axis = self.axis;
        let mut nearest: Option<(Number, Wide)> = None;
        for wide in combined(&axis.others().wide) {
            self.left = self.left.saturating_sub(1);
            let Some(jump) = self.jump(&wide, flat) else { continue };
            self.take(jump.clone(), &state.picks, wide.clone(), flat);
            if nearest.as_ref().is_none_or(|(least, _)| jump.abs() < least.abs()) {
                nearest = Some((jump, wide));
            }
        }
        let bases: Vec<Wide> = nearest.iter().map(|(_, wide)| wide.clone()).chain(bases(&axis.others().wide)).collect();
        for (base, at) in bases.iter().flat_map(|base| (0..base.len()).map(move |at| (base, at))) {
            if nearest.as_ref().is_some_and(|(least, _)| least.abs() <= axis.unit()) {
                break;
            }
            let Some((less, with)) = self.lessened(base, at, flat) else { continue };
            self.take(less.clone(), &state.picks, with.clone(), flat);
            if nearest.as_ref().is_none_or(|(least, _)| less.abs() < least.abs()) {
                nearest = Some((less, with));
            }
        }
    }

    /// The jump next to where there is none any more, along an input; where there is one all along, that at its least.
    fn lessened(&mut self, wide: &Wide, at: usize, flat: bool) -> Option<(Number, Wide)> {
        let (slot, _) = self.axis.others().wide.get(at)?;
        let numbers = self.axis.policy.slot(*slot)?.domain.numbers()?;
        let step = numbers.step();
        let with = |number: &Number| {
            let mut with = wide.clone();
            with.get_mut(at).into_iter().for_each(|place| *place = Value::Number(number.clone()));
            with
        };
        let own = wide.get(at)?.number()?.clone();
        let has = |paid: &mut Self, number: &Number| paid.jump(&with(number), flat);
        let (lo, hi) = (numbers.lo(), numbers.hi());
        let (mut some, mut none) = match (has(self, &lo), has(self, &own), has(self, &hi)) {
            (None, Some(_), _) => (own, lo),
            (_, Some(_), None) => (own, hi),
            (Some(_), None, _) => (lo, own),
            (_, None, Some(_)) => (hi, own),
            (Some(jump), ..) => return Some((jump, with(&lo))),
            (None, None, None) => return None,
        };
        for _ in 0..HALVES {
            let half = (&some + &none) * Number::from(Decimal::new(5, 1));
            let middle = half.reach(&step, if some < none { Rounding::Ceiling } else { Rounding::Floor });
            if middle == none || middle == some {
                break;
            }
            match has(self, &middle) {
                Some(_) => some = middle,
                None => none = middle,
            }
        }
        Some((has(self, &some)?, with(&some)))
    }
}

/// The least, the greatest and the middle values of all.
fn bases(wide: &[(SlotId, Vec<Value>)]) -> [Wide; 3] {
    let sorted: Vec<Vec<&Value>> = wide
        .iter()
        .map(|(_, values)| {
            let mut values: Vec<&Value> = values.iter().filter(|value| **value != Value::Missing).collect();
            values.sort();
            values
        })
        .collect();
    let at = |of: &dyn Fn(&[&Value]) -> Option<Value>| -> Wide { sorted.iter().filter_map(|it| of(it)).collect() };
    let first = |values: &[&Value]| values.first().map(|value| (*value).clone());
    let last = |values: &[&Value]| values.last().map(|value| (*value).clone());
    let middle = |values: &[&Value]| values.get(values.len() / 2).map(|value| (*value).clone());
    [at(&first), at(&last), at(&middle)]
}

/// Combinations of values.
fn combined(wide: &[(SlotId, Vec<Value>)]) -> Vec<Wide> {
    let count = wide.iter().fold(1_usize, |all, (_, values)| all.saturating_mul(values.len().max(1)));
    if count <= TRIED {
        let start: Vec<Wide> = vec![vec![]];
        return wide.iter().fold(start, |all, (_, values)| {
            let each = all
                .iter()
                .flat_map(|one| values.iter().map(move |value| [one.as_slice(), std::slice::from_ref(value)].concat()));
            each.collect()
        });
    }
    let bases = bases(wide);
    let mut found = bases.to_vec();
    for (place, (_, values)) in wide.iter().enumerate() {
        for (base, value) in bases.iter().flat_map(|base| values.iter().map(move |value| (base, value))) {
            let mut one = base.clone();
            one.get_mut(place).into_iter().for_each(|old| *old = value.clone());
            found.push(one);
        }
    }
    found
}
