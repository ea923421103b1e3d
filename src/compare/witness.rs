//! A record on which two policies differ, as both read it.

use super::names::Names;
use super::search::{Entry, Record, Search};
use crate::analysis::marks;
use crate::ir::{Policy, SlotId, Value};

/// What a record holds of one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What the field is called, in the new policy where it has it.
    pub name: String,
    /// As the old policy reads it; nothing where it does not.
    pub old: Option<(SlotId, Value)>,
    /// As the new policy reads it; nothing where it does not.
    pub new: Option<(SlotId, Value)>,
    /// Nothing stands in its cell: each policy takes its own default.
    pub absent: bool,
    /// Whether what differs hangs on it.
    pub matters: bool,
}

/// A record: first what matters, then the other fields as anything that both admit.
pub(super) fn witness(names: &Names, search: &Search, record: &Record) -> Vec<Given> {
    let (old, new) = (search.given(record, true), search.given(record, false));
    let of =
        |given: &[(SlotId, Value)], slot: Option<SlotId>| given.iter().find(|(known, _)| Some(*known) == slot).cloned();
    let mut all: Vec<Given> = search
        .reads
        .iter()
        .zip(record)
        .map(|(read, entry)| Given {
            name: name(names, (read.old, read.new)),
            old: of(&old, read.old),
            new: of(&new, read.new),
            absent: *entry == Entry::Absent,
            matters: true,
        })
        .collect();
    let fields = (0..names.new.fields.len()).map(SlotId).map(|new| (names.old_slot(new), Some(new)));
    let gone = (0..names.old.fields.len()).map(SlotId).filter(|old| names.new_slot(*old).is_none());
    for (old, new) in fields.chain(gone.map(|old| (Some(old), None))) {
        let known = all.iter().any(|given| {
            let has = |given: &Option<(SlotId, Value)>, slot: Option<SlotId>| {
                slot.is_some() && given.as_ref().map(|(slot, _)| *slot) == slot
            };
            has(&given.old, old) || has(&given.new, new)
        });
        if !known {
            all.push(any(names, (old, new)));
        }
    }
    all.sort_by_key(|given| {
        given.new.as_ref().map_or((1, given.old.as_ref().map(|(slot, _)| *slot)), |(slot, _)| (0, Some(*slot)))
    });
    all
}

/// A field as anything that both admit.
fn any(names: &Names, (old, new): (Option<SlotId>, Option<SlotId>)) -> Given {
    let first = |policy: &Policy, slot: SlotId| {
        let values = marks(policy, slot, std::iter::empty()).values;
        values.into_iter().next().unwrap_or(Value::Missing)
    };
    let (was, is) = (old.map(|slot| (slot, first(names.old, slot))), new.map(|slot| (slot, first(names.new, slot))));
    Given { name: name(names, (old, new)), old: was, new: is, absent: false, matters: false }
}

fn name(names: &Names, (old, new): (Option<SlotId>, Option<SlotId>)) -> String {
    let new = new.and_then(|slot| names.new.slot(slot));
    new.or_else(|| names.old.slot(old?)).map(|slot| slot.name.clone()).unwrap_or_default()
}
