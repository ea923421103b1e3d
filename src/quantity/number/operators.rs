//! `+ - ×` and the sign. None of them rounds.

use std::ops::{Add, Mul, Neg, Sub};

use super::{Number, Repr, narrow};

impl Add for &Number {
    type Output = Number;

    fn add(self, other: &Number) -> Number {
        if let (Repr::Narrow(a), Repr::Narrow(b)) = (&self.0, &other.0)
            && let Some(sum) = narrow::add(*a, *b)
        {
            return sum.into();
        }
        let (a, b, scale) = self.aligned(other);
        Number::of(a + b, scale)
    }
}

impl Sub for &Number {
    type Output = Number;

    fn sub(self, other: &Number) -> Number {
        if let (Repr::Narrow(a), Repr::Narrow(b)) = (&self.0, &other.0)
            && let Some(difference) = narrow::add(*a, -*b)
        {
            return difference.into();
        }
        let (a, b, scale) = self.aligned(other);
        Number::of(a - b, scale)
    }
}

impl Mul for &Number {
    type Output = Number;

    fn mul(self, other: &Number) -> Number {
        if let (Repr::Narrow(a), Repr::Narrow(b)) = (&self.0, &other.0)
            && let Some(product) = narrow::mul(*a, *b)
        {
            return product.into();
        }
        let ((a, a_scale), (b, b_scale)) = (self.parts(), other.parts());
        Number::of(a * b, a_scale + b_scale)
    }
}

impl Neg for &Number {
    type Output = Number;

    fn neg(self) -> Number {
        match &self.0 {
            Repr::Narrow(decimal) => (-*decimal).normalize().into(),
            Repr::Wide(wide) => Number::of(-wide.mantissa.clone(), wide.scale),
        }
    }
}

impl Neg for Number {
    type Output = Number;

    fn neg(self) -> Number {
        -&self
    }
}

macro_rules! owned {
    ($($operator:ident $function:ident)*) => {$(
        impl $operator for Number {
            type Output = Number;

            fn $function(self, other: Number) -> Number {
                (&self).$function(&other)
            }
        }

        impl $operator<&Number> for Number {
            type Output = Number;

            fn $function(self, other: &Number) -> Number {
                (&self).$function(other)
            }
        }
    )*};
}

owned!(Add add Sub sub Mul mul);

impl std::iter::Sum for Number {
    fn sum<I: Iterator<Item = Number>>(terms: I) -> Number {
        terms.fold(Number::ZERO, |sum, term| sum + term)
    }
}

impl<'n> std::iter::Sum<&'n Number> for Number {
    fn sum<I: Iterator<Item = &'n Number>>(terms: I) -> Number {
        terms.fold(Number::ZERO, |sum, term| sum + term)
    }
}
