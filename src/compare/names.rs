//! Which slot of an old policy is which of a new one: each that of its name, then what means the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::normal::{Builder, Cut, Side, Space, TermId, Terms};
use crate::ir::{Bare, Field, Policy, Role, SlotId, Type, Value, squeezed};

/// Two policies with what is the same in both.
#[derive(Debug)]
pub(super) struct Names<'a> {
    /// The old policy.
    pub old: &'a Policy,
    /// The new policy.
    pub new: &'a Policy,
    /// Its slots.
    pub old_side: Side,
    /// Those of the new one, called as in the old.
    pub new_side: Side,
    /// The same of both, with every input read alike: what is told where it is declared is not told of what reads it.
    pub local: [Side; 2],
    /// The slots whose names differ, old and new.
    pub renamed: Vec<(SlotId, SlotId)>,
}

impl<'a> Names<'a> {
    /// Holds two policies against each other.
    pub fn of(old: &'a Policy, new: &'a Policy, terms: &mut Terms) -> Self {
        let side = |policy: &Policy, old| {
            let called = policy.slots.iter().map(|slot| slot.name.clone()).collect();
            Side { called, old, ..Side::default() }
        };
        let mut names = Names {
            old,
            new,
            old_side: side(old, true),
            new_side: side(new, false),
            local: Default::default(),
            renamed: vec![],
        };
        names.fields();
        names.inputs();
        names.same_meaning(terms);
        let alike = |side: &Side| Side { absent: HashMap::new(), unlike: vec![], ..side.clone() };
        names.local = [alike(&names.old_side), alike(&names.new_side)];
        names
    }

    /// The slot of the old policy that a slot of the new one is.
    pub fn old_slot(&self, new: SlotId) -> Option<SlotId> {
        self.old.slot_named(self.new_side.called.get(new.0)?)
    }

    /// The slot of the new policy that a slot of the old one is.
    pub fn new_slot(&self, old: SlotId) -> Option<SlotId> {
        let called = self.old_side.called.get(old.0)?;
        self.new_side.called.iter().position(|name| name == called).map(SlotId)
    }

    /// What something of the new policy is called in the old one.
    pub fn was<'n>(&'n self, name: &'n str) -> &'n str {
        let at = self.new.slot_named(name).and_then(|slot| self.new_side.called.get(slot.0));
        at.map_or(name, String::as_str)
    }

    fn rename(&mut self, old: SlotId, new: SlotId) {
        let (Some(name), Some(place)) = (self.old_side.called.get(old.0).cloned(), self.new_side.called.get_mut(new.0))
        else {
            return;
        };
        *place = name;
        self.renamed.push((old, new));
    }

    fn unmatched(&self) -> (Vec<SlotId>, Vec<SlotId>) {
        let known = |side: &Side| side.called.iter().cloned().collect::<BTreeSet<String>>();
        let (olds, news) = (known(&self.old_side), known(&self.new_side));
        let lacking = |side: &Side, others: &BTreeSet<String>| {
            let each = side.called.iter().enumerate().filter(|(_, name)| !others.contains(*name));
            each.map(|(at, _)| SlotId(at)).collect()
        };
        (lacking(&self.old_side, &news), lacking(&self.new_side, &olds))
    }

    /// A field that has another name but the same column, type and domain.
    fn fields(&mut self) {
        let (olds, news) = self.unmatched();
        for new in news {
            let Some(found) = olds.iter().copied().find(|old| {
                let free = self.renamed.iter().all(|(taken, _)| taken != old);
                free && self.is_same_field(*old, new)
            }) else {
                continue;
            };
            self.rename(found, new);
        }
    }

    fn is_same_field(&self, old: SlotId, new: SlotId) -> bool {
        let (Some(one), Some(other)) = (self.old.field(old), self.new.field(new)) else { return false };
        let (Some(slot), Some(now)) = (self.old.slot(old), self.new.slot(new)) else { return false };
        let alike =
            (one.key, one.period, one.optional, slot.role) == (other.key, other.period, other.optional, now.role);
        let types = match (slot.ty, now.ty) {
            (Type::Label(_), Type::Label(_)) => labels(self.old, slot.ty) == labels(self.new, now.ty),
            (one, other) => one == other,
        };
        alike && types && slot.domain == now.domain && share_a_column(one, other)
    }

    /// What each input can be in both, and how it is read where nothing stands in its cell.
    fn inputs(&mut self) {
        let pairs: Vec<(SlotId, SlotId)> = (0..self.new.slots.len())
            .map(SlotId)
            .filter(|new| self.new.field(*new).is_some())
            .filter_map(|new| Some((self.old_slot(new)?, new)))
            .filter(|(old, _)| self.old.field(*old).is_some())
            .collect();
        for (old, new) in pairs {
            let called = self.old_side.called.get(old.0).cloned().unwrap_or_default();
            let (Some(space), Some(other)) = (space(self.old, old), space(self.new, new)) else { continue };
            let both = space.and(&other);
            let (Some(one), Some(two)) = (self.old.field(old), self.new.field(new)) else { continue };
            if !reads_alike((self.old, old, one), (self.new, new, two)) {
                self.old_side.unlike.push(called.clone());
                self.new_side.unlike.push(called.clone());
            }
            let defaults =
                [(self.old, old, one), (self.new, new, two)].map(|(policy, slot, field)| lacking(policy, slot, field));
            if let [Some((was, before)), Some((is, after))] = defaults
                && was != is
            {
                self.old_side.absent.insert(called.clone(), before);
                self.new_side.absent.insert(called.clone(), after);
            }
            self.old_side.spaces.insert(called.clone(), both.clone());
            self.new_side.spaces.insert(called, both);
        }
    }

    /// What has another name but is found in the same way.
    fn same_meaning(&mut self, terms: &mut Terms) {
        let (olds, news) = self.unmatched();
        if olds.is_empty() || news.is_empty() {
            return;
        }
        let (old_side, new_side) = (self.old_side.clone(), self.new_side.clone());
        let mut builders = [(self.old, &old_side), (self.new, &new_side)]
            .map(|(policy, side)| Builder::new(policy, side, Cut::default()));
        let [old, new] = &mut builders;
        old.all(terms);
        new.all(terms);
        let is_named = |policy: &Policy, slot: SlotId| policy.slot(slot).is_some_and(|slot| can_be_renamed(slot.role));
        let mut known: BTreeMap<TermId, Vec<SlotId>> = BTreeMap::new();
        for slot in olds.into_iter().filter(|slot| is_named(self.old, *slot)) {
            known.entry(old.slot(terms, slot)).or_default().push(slot);
        }
        let mut found = vec![];
        for slot in news.into_iter().filter(|slot| is_named(self.new, *slot)) {
            let Some(same) = known.get_mut(&new.slot(terms, slot)) else { continue };
            let role = |policy: &Policy, id: SlotId| policy.slot(id).map(|slot| slot.role);
            let owner = |policy: &Policy, id: SlotId| {
                policy.slot(id).and_then(|slot| slot.name.split_once('.').map(|(owner, _)| owner.to_owned()))
            };
            // Of a table that keeps its name an output is the one that it has there.
            let fits = |old: &SlotId| {
                role(self.old, *old) == role(self.new, slot)
                    && owner(self.old, *old).is_none_or(|name| self.new.slot_named(&name).is_none())
                        == owner(self.new, slot).is_none_or(|name| self.old.slot_named(&name).is_none())
            };
            if let Some(at) = same.iter().position(fits) {
                found.push((same.remove(at), slot));
            }
        }
        for (old, new) in found {
            self.rename(old, new);
        }
    }
}

/// Whether something of that role has a name that somebody gave it.
fn can_be_renamed(role: Role) -> bool {
    !matches!(role, Role::Field | Role::Lookup | Role::Joint | Role::Total | Role::Ensure | Role::Scores | Role::Let)
}

/// The names of a type's labels.
pub(super) fn labels(policy: &Policy, ty: Type) -> Vec<&str> {
    let labels = policy.labels(ty).map(|set| set.labels.iter().map(|label| label.name.as_str()));
    labels.into_iter().flatten().collect()
}

/// What a slot can be.
pub(super) fn space(policy: &Policy, id: SlotId) -> Option<Space> {
    let slot = policy.slot(id)?;
    let labels: Vec<String> = labels(policy, slot.ty).into_iter().map(str::to_owned).collect();
    Some(Space::of(&slot.domain, slot.optional, &labels))
}

/// Whether the two find their values in a column of one name.
fn share_a_column(one: &Field, other: &Field) -> bool {
    let names = |field: &Field| -> Vec<String> {
        [&field.name].into_iter().chain(&field.title).chain(&field.columns).map(|name| squeezed(name)).collect()
    };
    let others = names(other);
    names(one).iter().any(|name| others.contains(name))
}

/// What stands in for an empty cell, in words that both policies share: nothing where it is refused.
fn lacking(policy: &Policy, id: SlotId, field: &Field) -> Option<(String, Value)> {
    let ty = policy.slot(id)?.ty;
    match &field.default {
        Some(value) => Some((spelt(policy, ty, value), value.clone())),
        None if field.optional => Some((String::new(), Value::Missing)),
        None => None,
    }
}

fn spelt(policy: &Policy, ty: Type, value: &Value) -> String {
    match value {
        Value::Label(at) => policy.label(ty, *at).unwrap_or_default().to_owned(),
        other => format!("{other:?}"),
    }
}

/// Whether the two read the same value from a cell, where both take it.
fn reads_alike((old, was, one): (&Policy, SlotId, &Field), (new, is, other): (&Policy, SlotId, &Field)) -> bool {
    let (Some(before), Some(after)) = (old.slot(was), new.slot(is)) else { return false };
    let form = |bare: Bare| if bare == Bare::Refused { Bare::Plain } else { bare };
    let bare = match (one.bare, other.bare) {
        // What the one refuses is no cell that both take.
        (Bare::Refused, _) | (_, Bare::Refused) => true,
        (one, other) => form(one) == form(other),
    };
    let types = match (before.ty, after.ty) {
        (Type::Label(_), Type::Label(_)) => true,
        (one, other) => one == other,
    };
    let rounded = (one.rounded || other.rounded) && (one.rounded, one.step) != (other.rounded, other.step);
    bare && types && !rounded && one.key == other.key && one.period == other.period
}

impl Names<'_> {
    /// Terms of the results that both have, old and new, each with its slots.
    pub fn results(&self) -> Vec<(SlotId, SlotId)> {
        let columns = self.new.columns.iter().filter(|column| column.default);
        let found =
            |new: SlotId| self.new.slot(new).is_some_and(|slot| !matches!(slot.role, Role::Field | Role::Lookup));
        let columns = columns.map(|column| column.slot).filter(|slot| found(*slot));
        columns.filter_map(|new| Some((self.old_slot(new)?, new))).collect()
    }
}

/// A value of one policy's type as another's: a label by its name.
pub(super) fn carried((from, ty): (&Policy, Type), (to, other): (&Policy, Type), value: &Value) -> Option<Value> {
    match (value, from.labels(ty), to.labels(other)) {
        (Value::Label(at), Some(was), Some(is)) => was.place_in(is, *at).map(Value::Label),
        _ => Some(value.clone()),
    }
}
