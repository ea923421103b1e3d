//! What a region is about, and between which values it lies.

use super::names::Names;
use super::normal::{Head, Term, TermId, Terms, Values};
use crate::analysis::coverage::Places;
use crate::ir::{SlotId, Value};
use crate::quantity::{Fraction, Number};

/// Something that both policies read or work out, and where it lies in a region.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What it is called, or the sum that it is.
    pub name: String,
    /// Its slot in the old policy; none of a sum.
    pub slot: Option<SlotId>,
    /// From where to where, both ends included.
    pub ranges: Vec<(Value, Value)>,
    /// Whether it may be that nothing stands in its cell, so that each policy takes its own default.
    pub absent: bool,
}

impl Axis {
    /// That nothing stands in the cell of a field.
    pub(super) fn absent(names: &Names, called: &str) -> Axis {
        let slot = names.old.slot_named(called);
        Axis { name: now(names, slot, called.to_owned()), slot, ranges: vec![], absent: true }
    }

    pub(super) fn of(terms: &mut Terms, names: &Names, axis: TermId, places: &Places) -> Axis {
        let named = match terms.get(axis) {
            Term::Atom(atom) => match &atom.head {
                Head::Input(name) | Head::Named(name) => Some((name.clone(), false)),
                Head::Absent(name) => Some((name.clone(), true)),
                _ => None,
            },
            Term::Sum(_) | Term::Constant(_) | Term::Choice { .. } => None,
        };
        let slot = named.as_ref().and_then(|(name, _)| names.old.slot_named(name));
        let absent = named.as_ref().is_some_and(|(_, absent)| *absent);
        let name = named.map_or_else(|| terms.text_of(names, axis), |(name, _)| now(names, slot, name));
        let value = |terms: &mut Terms, place: i128| match slot {
            Some(slot) => terms.value_at(axis, names.old, slot, place),
            None => terms.number_at(axis, place),
        };
        let ranges: Vec<(Value, Value)> = if absent {
            vec![]
        } else {
            let each = places.ranges().iter();
            each.filter_map(|(lo, hi)| Some((value(terms, *lo)?, value(terms, *hi)?))).collect()
        };
        Axis { name, slot, ranges, absent: absent && places.contains(1) }
    }
}

/// What something is called in the new policy.
fn now(names: &Names, slot: Option<SlotId>, name: String) -> String {
    let new = slot.and_then(|slot| names.new_slot(slot)).and_then(|slot| names.new.slot(slot));
    new.map_or(name, |slot| slot.name.clone())
}

impl Terms {
    fn number_at(&mut self, axis: TermId, place: i128) -> Option<Value> {
        let Values::Numbers { step, .. } = self.space(axis).values else {
            return Some(Value::Bool(place == 1));
        };
        let steps = Fraction::from(Number::from(num_bigint::BigInt::from(place)));
        (&steps * &step).number().map(Value::Number)
    }

    /// A term in words of the policy, as far as it has any: `总分 - 目标`.
    fn text_of(&self, names: &Names, term: TermId) -> String {
        match self.get(term) {
            Term::Sum(terms) => {
                let mut text = String::new();
                for (factors, times) in terms {
                    let sign = if times.is_negative() { "-" } else { "+" };
                    let size = if times.is_negative() { -times } else { times.clone() };
                    let factors: Vec<String> = factors.iter().map(|factor| self.text_of(names, *factor)).collect();
                    let product = match (factors.is_empty(), size == Fraction::ONE) {
                        (true, _) => size.to_string(),
                        (false, true) => factors.join(" * "),
                        (false, false) => format!("{size} * {}", factors.join(" * ")),
                    };
                    match (text.is_empty(), sign) {
                        (true, "-") => text = format!("-{product}"),
                        (true, _) => text = product,
                        (false, sign) => text = format!("{text} {sign} {product}"),
                    }
                }
                text
            }
            Term::Atom(atom) => match &atom.head {
                Head::Input(name) | Head::Named(name) | Head::Absent(name) => {
                    now(names, names.old.slot_named(name), name.clone())
                }
                _ => {
                    let parts: Vec<String> = atom.of.iter().map(|part| self.text_of(names, *part)).collect();
                    format!("({})", parts.join(", "))
                }
            },
            Term::Choice { axis, .. } => format!("({})", self.text_of(names, *axis)),
            Term::Constant(_) => String::new(),
        }
    }
}
