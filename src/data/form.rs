//! How the values of a slot are held in a column: as integers, and as narrow as all of them fit.

use num_traits::ToPrimitive;

use crate::ir::{Type, Value};
use crate::quantity::exact::ulp;
use crate::quantity::{Decimal, Domain, Moment, Number};

/// How many bits an integer of a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Width {
    /// 32
    Narrow,
    /// 64
    Wide,
    /// 128
    Widest,
}

impl Width {
    /// The narrowest that holds everything between two ends.
    pub fn of(lo: i128, hi: i128) -> Width {
        let fits = |bits: u32| [lo, hi].iter().all(|end| end.checked_abs().is_some_and(|it| it >> (bits - 1) == 0));
        match () {
            () if fits(32) => Width::Narrow,
            () if fits(64) => Width::Wide,
            () => Width::Widest,
        }
    }
}

/// What the integers of a column stand for: the values of a type, between two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Form {
    /// How many of its digits stand behind the point; of what is no number, 0.
    pub places: u32,
    /// No integer is less.
    pub lo: i128,
    /// No integer is greater.
    pub hi: i128,
}

impl Form {
    /// Truth values.
    pub const BOOL: Form = Form { places: 0, lo: 0, hi: 1 };

    /// The form of the values of a domain, of which this many are texts that are told apart. Nothing, where they need
    /// more than 127 bits, or a value of their type is no integer.
    pub fn of(domain: &Domain, texts: usize) -> Option<Form> {
        let whole = |lo: i128, hi: i128| Some(Form { places: 0, lo, hi });
        match domain {
            Domain::Numbers(numbers) => {
                let places = numbers.step().places();
                let (lo, hi) = (scaled(&numbers.lo(), places)?, scaled(&numbers.hi(), places)?);
                Some(Form { places, lo, hi })
            }
            Domain::Calendar { first, last } => whole(i128::from(*first), i128::from(*last)),
            Domain::Labels(labels) => whole(0, i128::try_from(*labels.last()?).ok()?),
            Domain::Bool { .. } => Some(Form::BOOL),
            Domain::Text => whole(-1, i128::try_from(texts).ok()?),
            Domain::Invalid => None,
        }
    }

    /// The width of a column of them.
    pub fn width(self) -> Width {
        // What is missing is held as 0.
        Width::of(self.lo.min(0), self.hi.max(0))
    }

    /// The integer that stands for a value; of a text, none.
    pub fn code(self, value: &Value) -> Option<i128> {
        match value {
            Value::Number(number) => scaled(number, self.places),
            Value::Bool(truth) => Some(i128::from(*truth)),
            Value::Label(place) => i128::try_from(*place).ok(),
            Value::Calendar(moment) => Some(i128::from(moment.ordinal)),
            Value::Missing | Value::Text(_) => None,
        }
    }

    /// The value of a type that an integer stands for; of a text, none.
    pub fn value(self, code: i128, ty: Type) -> Option<Value> {
        Some(match ty {
            Type::Number(_) => {
                let decimal = Decimal::try_from_i128_with_scale(code, self.places);
                Value::Number(decimal.map_or_else(|_| wide(code, self.places), |it| Number::from(it.normalize())))
            }
            Type::Bool => Value::Bool(code != 0),
            Type::Label(_) => Value::Label(usize::try_from(code).ok()?),
            Type::Calendar(kind) => Value::Calendar(Moment { kind, ordinal: i32::try_from(code).ok()? }),
            Type::Text | Type::Invalid => return None,
        })
    }
}

/// `code × 10^-places`, for numbers that no decimal holds.
fn wide(code: i128, places: u32) -> Number {
    (0..places).fold(Number::from(num_bigint::BigInt::from(code)), |number, _| number * tenth())
}

fn tenth() -> Number {
    ulp(1).map_or(Number::ONE, Number::from)
}

/// A number times `10^places`, where that is a whole number of at most 127 bits.
pub fn scaled(number: &Number, places: u32) -> Option<i128> {
    let unit = ulp(places)?;
    number.index(&unit.into())?.to_i128()
}

/// `10^places`
pub fn power(places: u32) -> Option<i128> {
    10_i128.checked_pow(places)
}
