//! Some records on end, with what they came to by their columns.

use std::ops::Range;

use super::{Form, Lane, Outcome, Stretch};
use crate::ir::{SlotId, Type, Value};
use crate::quantity::Number;

/// What records came to.
pub enum Came<'c> {
    /// Figures, at places of a piece: of these records nothing but the values is to be told.
    Figures(&'c Piece<'c>, Range<usize>),
    /// Whatever was found when one was evaluated by itself.
    Outcome(&'c Outcome<'c>),
}

/// Who spells what records came to, behind what is spelt already.
pub type Spell<'t> = dyn Fn(Came, &mut Vec<u8>) + Sync + 't;

/// Who takes what was spelt, in the order of the records.
pub type PutOut<'t, E> = dyn FnMut(&[u8]) -> Result<(), E> + 't;

/// Some records on end, with what they came to by their columns.
pub struct Piece<'c> {
    /// The records.
    pub stretch: Stretch<'c>,
    /// Which of them are evaluated by themselves.
    pub apart: &'c [bool],
    /// What the others came to, of each slot that was asked for.
    pub figures: Vec<Figures<'c>>,
}

/// The values of a slot of the records of a piece.
#[derive(Clone, Copy)]
pub struct Figures<'c> {
    /// The slot.
    pub slot: SlotId,
    /// The type.
    pub ty: Type,
    /// What the integers stand for.
    pub form: Form,
    /// The integers.
    pub value: Side<'c>,
    /// Whether each is there.
    pub present: Side<'c>,
}

/// A column, or one integer for all.
#[derive(Clone, Copy)]
pub enum Side<'c> {
    /// One integer.
    Same(i128),
    /// A column.
    Lane(&'c Lane),
}

impl<'c> Piece<'c> {
    /// Whether the record at a place is evaluated by itself.
    pub fn is_apart(&self, at: usize) -> bool {
        self.apart.get(at) != Some(&false)
    }

    /// How many on end from a place were evaluated by their columns.
    pub fn run(&self, from: usize) -> usize {
        let apart = self.apart.get(from..).unwrap_or_default();
        apart.iter().position(|apart| *apart).unwrap_or(apart.len())
    }

    /// How many were evaluated by their columns.
    pub fn count(&self) -> usize {
        self.apart.iter().filter(|apart| !**apart).count()
    }

    /// The values of a slot, where they were asked for.
    pub fn figures(&self, slot: SlotId) -> Option<&Figures<'c>> {
        self.figures.iter().find(|figures| figures.slot == slot)
    }

    /// The integers of a slot of those that were evaluated by their columns, where they are there.
    pub fn codes(&self, figures: &Figures<'c>) -> impl Iterator<Item = i128> {
        let own = self.apart.iter().enumerate().filter(|(_, apart)| !**apart);
        own.filter_map(|(at, _)| figures.code(at))
    }

    /// How many of them have each of some integers from 0 on.
    pub fn count_each(&self, figures: &Figures<'c>, counts: &mut [usize]) {
        let mut count = |code: Option<usize>| {
            let count = code.and_then(|code| counts.get_mut(code));
            count.into_iter().for_each(|count| *count += 1);
        };
        match (figures.value, self.is_whole(figures)) {
            (Side::Lane(Lane::Narrow(all)), true) => all.iter().for_each(|code| count(usize::try_from(*code).ok())),
            _ => self.codes(figures).for_each(|code| count(usize::try_from(code).ok())),
        }
    }

    /// The sum of their values.
    pub fn sum(&self, figures: &Figures<'c>) -> Number {
        let most = figures.form.lo.unsigned_abs().max(figures.form.hi.unsigned_abs());
        let fits = most.checked_mul(self.stretch.len as u128).is_some_and(|most| i64::try_from(most).is_ok());
        match (figures.value, self.is_whole(figures) && fits) {
            (Side::Lane(Lane::Narrow(all)), true) => {
                figures.number(all.iter().map(|code| i64::from(*code)).sum::<i64>().into())
            }
            (Side::Lane(Lane::Wide(all)), true) => figures.number(all.iter().sum::<i64>().into()),
            _ => figures.sum(self.codes(figures)),
        }
    }

    /// Whether all records were evaluated by their columns, and all have a value of the slot.
    fn is_whole(&self, figures: &Figures) -> bool {
        matches!(figures.present, Side::Same(1)) && self.run(0) == self.stretch.len
    }
}

impl Side<'_> {
    /// The integer at a place.
    pub fn get(self, at: usize) -> Option<i128> {
        match self {
            Side::Same(one) => Some(one),
            Side::Lane(lane) => lane.get(at),
        }
    }
}

impl Figures<'_> {
    /// The integer at a place; nothing, where the value is missing.
    pub fn code(&self, at: usize) -> Option<i128> {
        self.value.get(at).filter(|_| self.present.get(at) == Some(1))
    }

    /// The sum of integers as a number.
    pub fn sum(&self, codes: impl Iterator<Item = i128>) -> Number {
        let (mut sum, mut rest) = (Number::ZERO, 0_i128);
        for code in codes {
            rest = rest.checked_add(code).unwrap_or_else(|| {
                sum = &sum + &self.number(rest);
                code
            });
        }
        &sum + &self.number(rest)
    }

    /// The number that an integer stands for.
    fn number(&self, code: i128) -> Number {
        match self.form.value(code, self.ty) {
            Some(Value::Number(number)) => number,
            _ => Number::ZERO,
        }
    }
}
