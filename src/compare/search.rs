//! Records that both policies admit, tried for one that comes out otherwise.

use std::cell::Cell;

use super::names::{Names, carried};
use super::normal::Side;
use super::own::{self, Own};
use crate::eval::Evaluation;
use crate::ir::{Policy, SlotId, Value};
use crate::promise::{BUDGET, Input, World, between};

/// Records around which each input goes through all of its values.
const BASES: usize = 4;
/// Records around which it is looked for where either policy turns another way.
const TURNING: usize = 12;

/// What a record holds in one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Entry {
    /// A value; as the old policy knows it, where it reads it at all.
    Value(Value),
    /// Nothing, so that each policy takes its own default.
    Absent,
}

/// Something that is read of a record.
pub(super) struct Read {
    /// What it is called in the old policy.
    pub called: String,
    /// Its slot in the old policy.
    pub old: Option<SlotId>,
    /// Its slot in the new policy.
    pub new: Option<SlotId>,
    /// What to try.
    pub values: Vec<Entry>,
}

/// A record: an entry for each that is read.
pub(super) type Record = Vec<Entry>;

/// What a record comes to under both policies.
pub(super) type Both = (Evaluation, Evaluation);

/// The records that two policies are tried on.
pub(super) struct Search<'a> {
    names: &'a Names<'a>,
    own: Own<'a>,
    pub old: World<'a>,
    pub new: World<'a>,
    /// What is read.
    pub reads: Vec<Read>,
    spent: Cell<usize>,
}

impl<'a> Search<'a> {
    /// The records for some slots of the old policy and some of the new.
    pub fn towards(names: &'a Names<'a>, olds: &[SlotId], news: &[SlotId]) -> Self {
        let own = Own::of(names);
        let old = World::towards(names.old, &[olds, own.slots(true)].concat());
        let new = World::towards(names.new, &[news, own.slots(false)].concat());
        let mut search = Search { names, own, old, new, reads: vec![], spent: Cell::new(0) };
        search.reads = search.read();
        search
    }

    fn read(&self) -> Vec<Read> {
        let mut reads: Vec<Read> = vec![];
        for input in &self.old.inputs {
            let called = self.names.old_side.called.get(input.slot.0).cloned().unwrap_or_default();
            let new = self.names.new_slot(input.slot);
            let values = self.marks(input, true).map(Entry::Value).collect();
            reads.push(Read { called, old: Some(input.slot), new, values });
        }
        for input in &self.new.inputs {
            let called = self.names.new_side.called.get(input.slot.0).cloned().unwrap_or_default();
            let old = self.names.old_slot(input.slot);
            let values = self.marks(input, false).filter_map(|value| match old {
                Some(old) => self.carried((self.names.new, input.slot), (self.names.old, old), &value),
                None => Some(value),
            });
            let values: Vec<Entry> = values.map(Entry::Value).collect();
            match reads.iter_mut().find(|read| read.called == called) {
                Some(read) => read.values.extend(values),
                None => reads.push(Read { called, old, new: Some(input.slot), values }),
            }
        }
        for read in &mut reads {
            let mut seen = vec![];
            read.values.retain(|entry| {
                let first = !seen.contains(entry);
                seen.push(entry.clone());
                first && self.is_admitted((read.old, read.new), entry)
            });
            if self.names.old_side.absent.contains_key(&read.called) {
                read.values.push(Entry::Absent);
            }
        }
        reads.retain(|read| !read.values.is_empty());
        reads
    }

    /// The values of an input to try, with those by which a policy tells which records are its own.
    fn marks(&self, input: &Input, old: bool) -> impl Iterator<Item = Value> {
        let tells = self.own.slots(old).contains(&input.slot);
        let policy = if old { self.names.old } else { self.names.new };
        let named = if tells { own::named(policy) } else { vec![] };
        input.marks.values.clone().into_iter().chain(named)
    }

    /// Whether both take an entry, as far as they read it.
    fn is_admitted(&self, (old, new): (Option<SlotId>, Option<SlotId>), entry: &Entry) -> bool {
        let Entry::Value(value) = entry else { return true };
        let lies = |policy: &Policy, slot: SlotId, value: &Value| {
            policy.slot(slot).is_some_and(|slot| match value {
                Value::Missing => slot.optional,
                value => value.lies_in(&slot.domain),
            })
        };
        let was = old.is_none_or(|old| lies(self.names.old, old, value));
        let is = new.is_none_or(|new| {
            let known = match old {
                Some(old) => self.carried((self.names.old, old), (self.names.new, new), value),
                None => Some(value.clone()),
            };
            known.is_some_and(|value| lies(self.names.new, new, &value))
        });
        was && is
    }

    /// A value of one policy as the other knows it.
    fn carried(&self, (from, slot): (&Policy, SlotId), (to, place): (&Policy, SlotId), value: &Value) -> Option<Value> {
        carried((from, from.slot(slot)?.ty), (to, to.slot(place)?.ty), value)
    }

    /// What a record comes to.
    pub fn evaluate(&self, record: &Record) -> Both {
        self.spent.set(self.spent.get() + 1);
        let old = self.given(record, true);
        let new = self.given(record, false);
        let values = |world: &World, given: &[(SlotId, Value)]| -> Vec<Value> {
            let value = |slot: SlotId| given.iter().find(|(known, _)| *known == slot).map(|(_, value)| value.clone());
            world.inputs.iter().map(|input| value(input.slot).unwrap_or(Value::Missing)).collect()
        };
        (self.old.evaluate(&values(&self.old, &old)), self.new.evaluate(&values(&self.new, &new)))
    }

    /// A record as one of both policies reads it.
    pub fn given(&self, record: &Record, old: bool) -> Vec<(SlotId, Value)> {
        let side: &Side = if old { &self.names.old_side } else { &self.names.new_side };
        let each = self.reads.iter().zip(record).filter_map(|(read, entry)| {
            let slot = if old { read.old } else { read.new }?;
            let value = match entry {
                Entry::Absent => side.absent.get(&read.called)?.clone(),
                Entry::Value(value) => match (old, read.old) {
                    (false, Some(was)) => self.carried((self.names.old, was), (self.names.new, slot), value)?,
                    _ => value.clone(),
                },
            };
            Some((slot, value))
        });
        each.collect()
    }

    /// Whether two slots come out otherwise for a record that is both policies' own.
    pub fn differs(&self, both: &Both, old: SlotId, new: SlotId) -> bool {
        let (Ok(one), Ok(other)) = (both.0.value(old), both.1.value(new)) else { return false };
        let types = self.names.old.slot(old).zip(self.names.new.slot(new)).map(|(old, new)| (old.ty, new.ty));
        let Some((was, is)) = types else { return false };
        carried((self.names.old, was), (self.names.new, is), one).as_ref() != Some(other) && self.own.are(both)
    }

    /// Whether enough was tried.
    pub fn is_spent(&self) -> bool {
        self.spent.get() >= BUDGET
    }

    /// Begins to count anew.
    pub fn renew(&self) {
        self.spent.set(0);
    }

    /// A record without system, always the same for one number.
    pub fn scattered(&self, number: usize) -> Record {
        let mut state = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let each = self.reads.iter().map(|read| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from((state >> 33) % read.values.len().max(1) as u64).unwrap_or(0);
            read.values.get(at).cloned().unwrap_or(Entry::Absent)
        });
        each.collect()
    }

    /// Looks at records until `see` has what it wants: at all values of each input around some records, where either
    /// policy turns another way, then at random.
    pub fn each(&self, see: &mut dyn FnMut(&Record, &Both) -> bool) -> bool {
        let mut look = |record: &Record| {
            let both = self.evaluate(record);
            see(record, &both)
        };
        for base in (0..BASES).map(|number| self.scattered(number)) {
            for (at, read) in self.reads.iter().enumerate() {
                for entry in &read.values {
                    if self.is_spent() {
                        return false;
                    }
                    if look(&with(&base, at, entry.clone())) {
                        return true;
                    }
                }
            }
        }
        for base in (BASES..BASES + TURNING).map(|number| self.scattered(number)) {
            for at in 0..self.reads.len() {
                for record in self.turns(&base, at) {
                    if look(&record) {
                        return true;
                    }
                }
            }
        }
        for record in (BASES..BUDGET).map(|number| self.scattered(number)) {
            if self.is_spent() {
                return false;
            }
            if look(&record) {
                return true;
            }
        }
        false
    }

    /// Where one of both policies begins to go another way along an input, all else being as it is.
    fn turns(&self, base: &Record, at: usize) -> Vec<Record> {
        let Some(read) = self.reads.get(at) else { return vec![] };
        let mut found = vec![];
        for (world, old) in [(&self.old, true), (&self.new, false)] {
            let Some(slot) = (if old { read.old } else { read.new }) else { continue };
            let given = self.given(base, old);
            let value = |slot: SlotId| given.iter().find(|(known, _)| *known == slot).map(|(_, value)| value.clone());
            let record: Vec<Value> =
                world.inputs.iter().map(|input| value(input.slot).unwrap_or(Value::Missing)).collect();
            let Some(place) = world.inputs.iter().position(|input| input.slot == slot) else { continue };
            let mut numbers: Vec<_> = read
                .values
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Value(Value::Number(number)) => Some(number),
                    _ => None,
                })
                .collect();
            numbers.sort_unstable();
            for (lo, hi) in numbers.iter().zip(numbers.iter().skip(1)) {
                if let Some((below, above)) = world.turn_between(&record, place, lo, hi) {
                    for number in [below, above] {
                        let entry = Entry::Value(Value::Number(number));
                        if self.is_admitted((read.old, read.new), &entry) {
                            found.push(with(base, at, entry));
                        }
                    }
                }
            }
        }
        found
    }

    /// The same record with each entry as a reader would rather see it, as long as it stays one that is wanted.
    pub fn plain(&self, record: &Record, wanted: &mut dyn FnMut(&Both) -> bool) -> Record {
        let mut record = record.clone();
        for (at, read) in self.reads.iter().enumerate() {
            for entry in &read.values {
                if record.get(at) == Some(entry) {
                    break;
                }
                let next = with(&record, at, entry.clone());
                if wanted(&self.evaluate(&next)) {
                    record = next;
                    break;
                }
            }
        }
        record
    }

    /// A number between two of an input, half-way; nothing between neighbours.
    pub fn between(&self, at: usize, lo: &Value, hi: &Value) -> Option<Value> {
        let read = self.reads.get(at)?;
        let slot = match read.old {
            Some(old) => self.names.old.slot(old)?,
            None => self.names.new.slot(read.new?)?,
        };
        let middle = between(slot.domain.numbers()?, lo.number()?, hi.number()?)?;
        Some(Value::Number(middle))
    }
}

/// A record with another entry in one place.
pub(super) fn with(record: &Record, at: usize, entry: Entry) -> Record {
    let mut changed = record.clone();
    changed.get_mut(at).into_iter().for_each(|place| *place = entry.clone());
    changed
}
