//! Values of an explanation as a person reads them.

use super::super::{Tongue, spell};
use super::shown;
use crate::explain::{Explanation, Input, Named, Piece};
use crate::ir::{Policy, SlotId, Type, Value};
use crate::quantity::{Fraction, Number, TimeUnit};

/// A policy and the tongue in which it is told of.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub policy: &'a Policy,
    pub tongue: Tongue,
}

impl Teller<'_> {
    /// Whose a record is: its key, its name, its period.
    pub fn who(&self, told: &Explanation) -> String {
        let known = |slot: SlotId| told.fields.iter().find(|field| field.of.slot == slot).map(|field| &field.of);
        let name = self.policy.name_field().and_then(known).filter(|name| name.value != Ok(Value::Missing));
        let all = told.key.iter().chain(name).chain(&told.period).filter_map(|named| self.named(named));
        all.collect::<Vec<_>>().join(" ")
    }

    /// An exact figure without a unit.
    pub fn plain(&self, fraction: &Fraction) -> String {
        fraction.to_string()
    }

    /// The value of a slot; of one that has none, nothing.
    pub fn named(&self, named: &Named) -> Option<String> {
        self.slot(named.slot, named.value.as_ref().ok()?)
    }

    /// A value that a slot could have.
    pub fn slot(&self, slot: SlotId, value: &Value) -> Option<String> {
        Some(shown(self.policy, self.policy.slot(slot)?, value, self.tongue))
    }

    /// The same of a number.
    pub fn number(&self, slot: SlotId, number: &Number) -> String {
        self.slot(slot, &Value::Number(number.clone())).unwrap_or_default()
    }

    /// A value of a type.
    pub fn value(&self, ty: Type, unit: TimeUnit, value: &Value) -> String {
        spell(&self.policy.notation(ty).in_unit(unit).shown(value), self.tongue)
    }

    /// The value of what was asked.
    pub fn input(&self, input: &Input) -> Option<String> {
        Some(self.value(input.ty, input.unit, input.value.as_ref().ok()?))
    }

    /// A text of the policy with values in the place of names.
    pub fn pieces(&self, pieces: &[Piece]) -> String {
        let each = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Value(value, ty, unit) => self.value(*ty, *unit, value),
            Piece::Exact(fraction, _) => fraction.to_string(),
        });
        each.collect()
    }

    /// The type of a slot.
    pub fn ty(&self, slot: SlotId) -> Type {
        self.policy.slot(slot).map_or(Type::Invalid, |slot| slot.ty)
    }

    /// What somebody calls what was asked: its title where it has one.
    pub fn called<'a>(&'a self, input: &'a Input) -> &'a str {
        let slot = self.policy.slot_named(&input.name);
        slot.and_then(|slot| self.title(slot)).unwrap_or(&input.name)
    }

    /// The title of a slot.
    pub fn title(&self, slot: SlotId) -> Option<&str> {
        self.policy.slot(slot)?.title.as_deref()
    }
}

/// The name of a member without that of what it belongs to: `提成` of `应发工资.提成`.
pub(super) fn member<'n>(owner: &str, name: &'n str) -> &'n str {
    name.strip_prefix(owner).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name)
}
