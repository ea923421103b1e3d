//! Who gains, who loses and how much of it.

use crate::quantity::Number;

/// Counts and totals of some people.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// How many have a result of both.
    pub compared: usize,
    /// How many are paid the same, more, less.
    pub same: usize,
    /// More.
    pub gain: usize,
    /// Less.
    pub lose: usize,
    /// By how much in all.
    pub gain_total: Number,
    /// By how much in all; not above 0.
    pub lose_total: Number,
    /// Lose over 5%, lose, within 0.1%, gain, gain over 5%, from nothing.
    pub classes: [usize; 6],
}

impl Counts {
    pub(super) fn count(&mut self, old: &Number, new: &Number) {
        let delta = new - old;
        self.compared += 1;
        match delta.cmp(&Number::ZERO) {
            std::cmp::Ordering::Equal => self.same += 1,
            std::cmp::Ordering::Greater => {
                self.gain += 1;
                self.gain_total = &self.gain_total + &delta;
            }
            std::cmp::Ordering::Less => {
                self.lose += 1;
                self.lose_total = &self.lose_total + &delta;
            }
        }
        let thousand = &delta.abs() * &Number::from(1000);
        let class = match () {
            () if old.is_zero() && !delta.is_zero() => 5,
            () if thousand <= old.abs() => 2,
            () if delta.is_negative() => usize::from(thousand <= &old.abs() * &Number::from(50)),
            () if thousand > &old.abs() * &Number::from(50) => 4,
            () => 3,
        };
        self.classes.get_mut(class).into_iter().for_each(|count| *count += 1);
    }
}
