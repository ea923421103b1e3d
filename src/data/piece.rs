//! Some records on end, with what they came to by their columns.

use super::{Form, Lane, Outcome, Stretch};
use crate::ir::{SlotId, Type, Value};
use crate::quantity::Number;

/// What a record came to.
pub enum Came<'c> {
    /// Figures, at a place of a piece: nothing but its values is to be told of it.
    Figures(&'c Piece<'c>, usize),
    /// Whatever was found when it was evaluated by itself.
    Outcome(&'c Outcome<'c>),
}

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
        let number = |code| match self.form.value(code, self.ty) {
            Some(Value::Number(number)) => number,
            _ => Number::ZERO,
        };
        let (mut sum, mut rest) = (Number::ZERO, 0_i128);
        for code in codes {
            rest = rest.checked_add(code).unwrap_or_else(|| {
                sum = &sum + &number(rest);
                code
            });
        }
        &sum + &number(rest)
    }
}
