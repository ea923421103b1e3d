//! Values put together in stretches of one width, and how many lie in each.

use std::collections::BTreeMap;
use std::iter::successors;

use crate::quantity::{Decimal, Number, Rounding};

/// A decimal has no more places.
const MOST_PLACES: u32 = 28;

/// How many people have which figure.
pub(super) type Counts = BTreeMap<Number, usize>;

/// Values put together in stretches of one width.
pub(super) struct Stretches {
    /// Where the first begins.
    pub from: Number,
    /// Where the last ends.
    pub to: Number,
    width: Number,
    /// How many are in each.
    pub counts: Vec<usize>,
}

impl Stretches {
    /// At most so many stretches, of a width that people like, over all values; nothing where there are none.
    pub fn of(values: &Counts, most: usize) -> Option<Self> {
        let (least, greatest) = (values.keys().next()?, values.keys().next_back()?);
        let width = width(&(greatest - least), values, most)?;
        let from = least.reach(&width, Rounding::Floor);
        let to = &greatest.reach(&width, Rounding::Floor) + &width;
        let place = |value: &Number| whole(&(value - &from).quotient(&width, Decimal::ONE, Rounding::Floor)?);
        let mut counts = vec![0; place(greatest)? + 1];
        for (value, count) in values {
            *counts.get_mut(place(value)?)? += count;
        }
        Some(Stretches { from, to, width, counts })
    }

    /// The ends of each.
    pub fn ends(&self) -> impl Iterator<Item = (Number, Number)> {
        (0..self.counts.len()).scan(self.from.clone(), |from, _| {
            let to = &*from + &self.width;
            Some((std::mem::replace(from, to.clone()), to))
        })
    }

    /// Where a value stands, in thousandths of all; what lies beyond stands at the end.
    pub fn place(&self, value: &Number) -> usize {
        let thousand = Number::from(1000);
        let along = &(value - &self.from) * &thousand;
        let place = along.quotient(&(&self.to - &self.from), Decimal::ONE, Rounding::Floor);
        place.filter(|place| !place.is_negative()).and_then(|place| whole(&place)).unwrap_or(0).min(1000)
    }
}

/// The least of 1, 2, 5, 10, 20… of which no more than so many reach over all, and which no two neighbours come within.
fn width(span: &Number, values: &Counts, most: usize) -> Option<Number> {
    let keys = || values.keys();
    let step = keys().zip(keys().skip(1)).map(|(one, other)| other - one).min();
    let smallest = Number::from(Decimal::new(1, MOST_PLACES));
    let tens = successors(Some(smallest), |ten| Some(ten * &Number::from(10))).take(2 * MOST_PLACES as usize);
    let mut likely = tens.flat_map(|ten| [1, 2, 5].map(|times| &ten * &Number::from(times)));
    let fits = |width: &Number| {
        let several = step.as_ref().is_none_or(|step| width >= step);
        let count = span.quotient(width, Decimal::ONE, Rounding::Floor).and_then(|count| whole(&count));
        several && count.is_some_and(|count| count < most)
    };
    match span.is_zero() {
        true => Some(Number::ONE),
        false => likely.find(fits),
    }
}

fn whole(number: &Number) -> Option<usize> {
    usize::try_from(number.decimal()?).ok()
}
