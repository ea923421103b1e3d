//! Two policies held against each other: which slot, and which label, of the one is which of the other's.

use std::collections::HashMap;

use super::{LabelSet, Policy, SlotId, Type, Value};

/// What the slots and values of an old policy are in a new one: each that of its name.
#[derive(Debug, Clone)]
pub struct Alignment<'p> {
    old: &'p Policy,
    new: &'p Policy,
    /// For each slot of the new policy the one of the old that has its name.
    slots: Vec<Option<SlotId>>,
}

/// Holds an old policy against a new one.
pub fn align<'p>(old: &'p Policy, new: &'p Policy) -> Alignment<'p> {
    let mut named: HashMap<&str, SlotId> = HashMap::new();
    for (at, slot) in old.slots.iter().enumerate() {
        named.entry(&slot.name).or_insert(SlotId(at));
    }
    let slots = new.slots.iter().map(|slot| named.get(slot.name.as_str()).copied()).collect();
    Alignment { old, new, slots }
}

impl Alignment<'_> {
    /// The slot of the old policy that a slot of the new one was.
    pub fn old_slot(&self, new: SlotId) -> Option<SlotId> {
        self.slots.get(new.0).copied().flatten()
    }

    /// A value that the old policy has for a slot of the new one, as the new one knows it: a label by its
    /// name. Nothing where it has no such label, or where the two are of different types.
    pub fn value(&self, new: SlotId, value: &Value) -> Option<Value> {
        let (was, is) = (self.old.slot(self.old_slot(new)?)?.ty, self.new.slot(new)?.ty);
        match (value, self.old.labels(was), self.new.labels(is)) {
            (Value::Label(at), Some(was), Some(is)) => was.place_in(is, *at).map(Value::Label),
            _ => (was == is || *value == Value::Missing).then(|| value.clone()),
        }
    }
}

impl LabelSet {
    /// The name of the label at a place.
    pub fn name_at(&self, place: usize) -> Option<&str> {
        self.labels.get(place).map(|label| label.name.as_str())
    }

    /// The place of the label of a name.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.labels.iter().position(|label| label.name == name)
    }

    /// The place that the label at a place of this set has in another.
    pub fn place_in(&self, other: &LabelSet, place: usize) -> Option<usize> {
        other.place(self.name_at(place)?)
    }
}

impl Policy {
    /// The label set of a type of labels.
    pub fn labels(&self, ty: Type) -> Option<&LabelSet> {
        match ty {
            Type::Label(set) => self.label_sets.get(set.0),
            Type::Number(_) | Type::Bool | Type::Text | Type::Calendar(_) | Type::Invalid => None,
        }
    }

    /// The name of a label of a type.
    pub fn label(&self, ty: Type, place: usize) -> Option<&str> {
        self.labels(ty)?.name_at(place)
    }
}
