//! Values of an explanation as a person reads them.

use std::borrow::Cow;

use super::super::{Tongue, say, spell};
use crate::diagnostic::Arg;
use crate::explain::{Exact, Explanation, Input, Named, Piece};
use crate::ir::{Policy, SlotId, Type, Value};
use crate::quantity::{Number, TimeUnit};

/// The words that stand for values, which are the same for every record.
const TERMS: [&str; 4] = ["yes", "no", "missing", "exempt"];

/// Tells of the records of a policy in a tongue.
pub struct Teller<'a> {
    pub(super) policy: &'a Policy,
    pub(super) tongue: Tongue,
    /// One a term.
    words: [String; TERMS.len()],
}

impl<'a> Teller<'a> {
    /// Who tells of a policy in that tongue.
    pub fn new(policy: &'a Policy, tongue: Tongue) -> Self {
        Teller { policy, tongue, words: TERMS.map(|term| say(&format!("term-{term}"), &[], tongue)) }
    }
}

impl Teller<'_> {
    /// A value in words.
    fn spelt(&self, value: &Arg) -> String {
        let word = match value {
            Arg::Term(term) => TERMS.iter().position(|known| known == term).and_then(|at| self.words.get(at)),
            _ => None,
        };
        word.cloned().unwrap_or_else(|| spell(value, self.tongue))
    }

    /// Whose a record is: its key, its name, its period.
    pub(super) fn who(&self, told: &Explanation) -> String {
        let known = |slot: SlotId| told.fields.iter().find(|field| field.of.slot == slot).map(|field| &field.of);
        let name = self.policy.name_field().and_then(known).filter(|name| name.value != Ok(Value::Missing));
        let all = told.key.iter().chain(name).chain(&told.period).filter_map(|named| self.named(named));
        all.collect::<Vec<_>>().join(" ")
    }

    /// An exact figure without a unit.
    pub(super) fn plain(&self, exact: &Exact) -> String {
        exact.to_string()
    }

    /// The value of a slot; of one that has none, nothing.
    pub(super) fn named(&self, named: &Named) -> Option<String> {
        self.slot(named.slot, named.value.as_ref().ok()?)
    }

    /// A value that a slot could have.
    pub(super) fn slot(&self, slot: SlotId, value: &Value) -> Option<String> {
        let slot = self.policy.slot(slot)?;
        Some(self.spelt(&self.policy.notation_of(slot).in_unit(slot.time_unit).shown(value)))
    }

    /// The same of a number.
    pub(super) fn number(&self, slot: SlotId, number: &Number) -> String {
        self.slot(slot, &Value::Number(number.clone())).unwrap_or_default()
    }

    /// A value of a type.
    pub(super) fn value(&self, ty: Type, unit: TimeUnit, value: &Value) -> String {
        self.spelt(&self.policy.notation(ty).in_unit(unit).shown(value))
    }

    /// The value of what was asked.
    pub(super) fn input(&self, input: &Input) -> Option<String> {
        Some(self.value(input.ty, input.unit, input.value.as_ref().ok()?))
    }

    /// A text of the policy with values in the place of names.
    pub(super) fn pieces<'t>(&self, pieces: &'t [Piece]) -> Cow<'t, str> {
        let each = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Cow::from(&**text),
            Piece::Value(value, ty, unit) => self.value(*ty, *unit, value).into(),
            Piece::Truth(name, is) => self.truth(name, *is).into(),
            Piece::Exact(exact, _) => exact.to_string().into(),
        });
        each.reduce(|text, piece| text + piece).unwrap_or_default()
    }

    /// A name and whether it is true: `试用期（是）`
    fn truth(&self, name: &str, is: bool) -> String {
        let args = [("name", Arg::from(name)), ("value", self.spelt(&Arg::Term(if is { "yes" } else { "no" })).into())];
        say("why-truth", &args, self.tongue)
    }

    /// The type of a slot.
    pub(super) fn ty(&self, slot: SlotId) -> Type {
        self.policy.slot(slot).map_or(Type::Invalid, |slot| slot.ty)
    }

    /// What somebody calls what was asked: its title where it has one.
    pub(super) fn called<'t>(&'t self, input: &'t Input) -> &'t str {
        let slot = self.policy.slot_named(input.name);
        slot.and_then(|slot| self.title(slot)).unwrap_or(input.name)
    }

    /// The title of a slot.
    pub(super) fn title(&self, slot: SlotId) -> Option<&str> {
        self.policy.slot(slot)?.title.as_deref()
    }
}

/// The name of a member without that of what it belongs to: `提成` of `应发工资.提成`.
pub(super) fn member<'n>(owner: &str, name: &'n str) -> &'n str {
    name.strip_prefix(owner).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name)
}
