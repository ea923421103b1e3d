//! The two neighbours at which something may jump, and those next to them.

use super::axis::{Axis, Pair};
use crate::quantity::Number;

/// Both neighbours, with two more to either side where there are any.
pub(super) struct Neighbours {
    /// The values.
    pub points: Vec<Number>,
    /// Their places among the six.
    pub at: Vec<usize>,
}

impl Neighbours {
    pub fn of(axis: &Axis, pair: &Pair) -> Self {
        let step = &pair.to - &pair.from;
        let (mut points, mut at) = (vec![], vec![]);
        for place in 0..6_usize {
            let value = &pair.from + &((Number::from(place) - Number::from(2)) * &step);
            if axis.numbers.contains(&value) {
                points.push(value);
                at.push(place);
            }
        }
        Neighbours { points, at }
    }

    /// Something of each of the six that there is; where both sides are flat, of the two in the middle alone, and of
    /// these alone too where it is the same of both: then nothing jumps.
    pub fn each(&self, flat: bool, mut of: impl FnMut(usize, &Number) -> Option<Number>) -> [Option<Number>; 6] {
        let mut all = [const { None }; 6];
        let is_middle = |at: &usize| (2..=3).contains(at);
        for middle in [true, false] {
            if !middle && (flat || all[2] == all[3]) {
                break;
            }
            for (number, (value, at)) in self.points.iter().zip(&self.at).enumerate() {
                if is_middle(at) == middle {
                    all.get_mut(*at).into_iter().for_each(|place| *place = of(number, value));
                }
            }
        }
        all
    }

    /// The place among the values of one of the six.
    pub fn place(&self, of: usize) -> Option<usize> {
        self.at.iter().position(|at| *at == of)
    }
}
