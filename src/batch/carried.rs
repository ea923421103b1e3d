//! What two policies read of the same data, as a policy that lies between them would read it.

use std::collections::HashMap;

use super::inputs::Inputs;
use super::join::Joined;
use crate::data::{Batch, Earlier, Identity, InputRecord, Past, Place, Reading, RowPlaces};
use crate::eval::Tables;
use crate::ir::{Policy, RelationId, SlotId, Value};

/// A policy with what it read.
pub type Read<'a> = (&'a Policy, &'a Inputs);

/// What two policies read of the same rows.
pub struct Carrier<'a> {
    /// The old and the new policy.
    pub both: [Read<'a>; 2],
    /// What a field or relation of the new policy is called in the old one.
    pub was: &'a dyn Fn(&str) -> String,
    /// Whether a field or relation, as the new policy calls it, is that of the old one.
    pub is_old: &'a dyn Fn(&str) -> bool,
}

/// Where a slot is found: the side, and the slot there.
type Origin = (usize, SlotId);

impl Carrier<'_> {
    /// The records of some rows, each by its places in what both read. One that neither takes is none.
    pub fn inputs(&self, policy: &Policy, rows: &[(usize, usize)]) -> Inputs {
        let origins: Vec<Option<Origin>> = (0..policy.fields.len()).map(|at| self.origin(policy, SlotId(at))).collect();
        let mut batch = Batch::default();
        for row in rows {
            let fields = self.is_record(*row).then(|| {
                let each = origins.iter().zip(0..).map(|(origin, at)| self.value(policy, SlotId(at), (*origin)?, *row));
                each.collect::<Option<Vec<Value>>>()
            });
            let reading = match fields.flatten() {
                Some(fields) => Reading::Record(fields),
                None => Reading::Skipped(Box::default()),
            };
            batch.push(InputRecord { place: Place { input: 0, row: 0 }, reading });
        }
        let mut inputs = Inputs::new(&[policy], vec![batch]);
        for own in &mut inputs.own {
            own.joined = self.joined(policy, rows);
            own.past = self.past(policy);
        }
        inputs
    }

    fn is_record(&self, (old, new): (usize, usize)) -> bool {
        [old, new].into_iter().zip(&self.both).any(|(at, (_, inputs))| {
            let batch = inputs.shared.batches.first();
            batch.is_some_and(|batch| {
                at < batch.len() && batch.apart(at).is_none_or(|it| matches!(it.reading, Reading::Record(_)))
            })
        })
    }

    /// The side from which something is taken, and its slot there: the other one, where the first does not have it.
    fn origin(&self, policy: &Policy, slot: SlotId) -> Option<Origin> {
        let name = &policy.slot(slot)?.name;
        let owner = name.split_once('.').map(|(owner, _)| owner);
        let old = (self.is_old)(name) || owner.is_some_and(|owner| (self.is_old)(owner));
        let was = (self.was)(name);
        let of = |side: usize| {
            let (policy, _) = self.both.get(side)?;
            let found = policy.slot_named(if side == 0 { &was } else { name })?;
            policy.field(found).map(|_| (side, found))
        };
        let (first, second) = if old { (0, 1) } else { (1, 0) };
        of(first).or_else(|| of(second))
    }

    fn value(&self, policy: &Policy, slot: SlotId, (side, from): Origin, row: (usize, usize)) -> Option<Value> {
        let (_, inputs) = self.both.get(side)?;
        let at = if side == 0 { row.0 } else { row.1 };
        let known = inputs.shared.batches.first()?.known(at, from.0)?;
        self.carried(policy, slot, (side, from), &known)
    }

    /// A value as the policy knows it: a label by its name.
    fn carried(&self, policy: &Policy, slot: SlotId, (side, from): Origin, value: &Value) -> Option<Value> {
        let (other, _) = self.both.get(side)?;
        let (was, is) = (other.slot(from)?.ty, policy.slot(slot)?.ty);
        match (value, other.labels(was), policy.labels(is)) {
            (Value::Label(at), Some(was), Some(is)) => was.place_in(is, *at).map(Value::Label),
            _ => Some(value.clone()),
        }
    }

    /// The rows of lookups and details, and which of them belong to each record.
    fn joined(&self, policy: &Policy, rows: &[(usize, usize)]) -> Joined {
        if policy.relations.is_empty() {
            return Joined::default();
        }
        let mut joined = Joined {
            tables: Tables::new(policy),
            rows: vec![vec![vec![]; policy.relations.len()]; rows.len()],
            places: vec![RowPlaces::default(); policy.relations.len()],
            ..Joined::default()
        };
        for (at, relation) in policy.relations.iter().enumerate() {
            let fields: Vec<SlotId> = relation.slots.clone().map(SlotId).take(relation.fields.len()).collect();
            let origins: Vec<Option<Origin>> = fields.iter().map(|slot| self.origin(policy, *slot)).collect();
            let Some((side, _)) = origins.iter().flatten().next().copied() else { continue };
            let Some((other, inputs)) = self.both.get(side) else { continue };
            let name = if side == 0 { (self.was)(&relation.name) } else { relation.name.clone() };
            let Some(from) = other.relations.iter().position(|it| it.name == name) else { continue };
            let Some((own, first)) = inputs.own.first().zip(other.relations.get(from).map(|it| it.slots.start)) else {
                continue;
            };
            for row in own.joined.tables.of(RelationId(from)) {
                let given = fields.iter().zip(&origins).filter_map(|(slot, origin)| {
                    let (of, found) = (*origin).filter(|(of, _)| *of == side)?;
                    let value = row.get(found.0.checked_sub(first)?)?.as_ref().ok()?;
                    Some((*slot, self.carried(policy, *slot, (of, found), value)?))
                });
                joined.tables.add(policy, RelationId(at), &given.collect::<Vec<_>>());
            }
            for (places, row) in joined.rows.iter_mut().zip(rows) {
                let found = own.joined.rows.get(if side == 0 { row.0 } else { row.1 });
                let found = found.and_then(|all| all.get(from)).cloned().unwrap_or_default();
                places.get_mut(at).into_iter().for_each(|place| place.clone_from(&found));
            }
        }
        joined
    }

    /// What was known before, by the names of what it is.
    fn past(&self, policy: &Policy) -> Past {
        let mut records: Vec<Earlier> = vec![];
        let mut seen: HashMap<Identity, usize> = HashMap::new();
        for (side, (other, inputs)) in self.both.iter().enumerate().rev() {
            let own = inputs.own.first().map_or(&[] as &[Earlier], |own| own.past.records.as_slice());
            if own.is_empty() {
                continue;
            }
            let called = policy.slots.iter().map(|it| if side == 0 { (self.was)(&it.name) } else { it.name.clone() });
            let called: HashMap<String, SlotId> = called.zip(0..).map(|(name, at)| (name, SlotId(at))).collect();
            for (values, identity) in own {
                let mapped = values.iter().filter_map(|(slot, value)| {
                    let here = *called.get(&other.slot(*slot)?.name)?;
                    Some((here, self.carried(policy, here, (side, *slot), value)?))
                });
                let mapped: Vec<(SlotId, Value)> = mapped.collect();
                match seen.get(identity).and_then(|at| records.get_mut(*at)) {
                    Some((there, _)) => {
                        let lacking = |(slot, _): &(SlotId, Value)| there.iter().all(|(known, _)| known != slot);
                        let more: Vec<(SlotId, Value)> = mapped.into_iter().filter(lacking).collect();
                        there.extend(more);
                    }
                    None => {
                        seen.insert(identity.clone(), records.len());
                        records.push((mapped, identity.clone()));
                    }
                }
            }
        }
        Past { records, ..Past::default() }
    }
}
