//! Steps: what numbers are multiples of.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::{Number, Repr, narrow};
use crate::quantity::Rounding;

impl Number {
    /// Whether it is a whole multiple of `step`; of step 0 only 0 is.
    pub fn is_multiple(&self, step: &Number) -> bool {
        if step.is_zero() {
            return self.is_zero();
        }
        if let (Repr::Narrow(x), Repr::Narrow(step)) = (&self.0, &step.0)
            && let Some(multiple) = narrow::is_multiple(*x, *step)
        {
            return multiple;
        }
        let (x, step, _) = self.aligned(step);
        (x % step).is_zero()
    }

    /// The greatest step of which both are multiples.
    pub fn common_step(&self, other: &Number) -> Number {
        if let (Repr::Narrow(a), Repr::Narrow(b)) = (&self.0, &other.0)
            && let Some(step) = narrow::common_step(*a, *b)
        {
            return step.into();
        }
        let (a, b, scale) = self.aligned(other);
        Number::of(a.gcd(&b), scale)
    }

    /// How many steps it is from 0, where it is a whole number of them.
    pub fn index(&self, step: &Number) -> Option<BigInt> {
        if step.is_zero() {
            return None;
        }
        let (x, step, _) = self.aligned(step);
        let (index, rest) = x.div_rem(&step);
        rest.is_zero().then_some(index)
    }

    /// The multiple of `step`, which is above 0, that is next below it (`Floor`) or above it (`Ceiling`), or itself.
    pub fn reach(&self, step: &Number, mode: Rounding) -> Number {
        if let Some(step) = step.decimal() {
            return self.round(step, mode);
        }
        let (x, unit, scale) = self.aligned(step);
        let (below, rest) = x.div_mod_floor(&unit);
        let up = mode == Rounding::Ceiling && rest.is_positive();
        Number::of((below + BigInt::from(u8::from(up))) * unit, scale)
    }
}
