//! What records come to, asked for one after the other: by their columns as far as that goes.

use super::{Engine, feed};
use crate::batch::Started;
use crate::columnar::{Machine, Plan};
use crate::data::{Content, Reading, Stretch};
use crate::ir::{Policy, SlotId, Type, Value};

impl Engine {
    /// What gives these slots their values, which no policy but this one has; a text is the same in every policy that
    /// names it, and is left to the evaluator.
    fn of_values(policy: &Policy, wanted: &[SlotId]) -> Option<Self> {
        let is_text = |slot: &SlotId| policy.slot(*slot).is_none_or(|slot| slot.ty == Type::Text);
        if wanted.iter().any(is_text) {
            return None;
        }
        Engine::of(policy, wanted, Plan::of(policy, wanted))
    }
}

impl<'a> Started<'a> {
    /// What gives these slots their values by columns, where that can be. Fields need not be among them.
    pub fn engine_of(&self, wanted: &[SlotId]) -> Option<Engine> {
        let (policy, _) = self.single()?;
        let found: Vec<SlotId> = wanted.iter().copied().filter(|slot| slot.0 >= policy.fields.len()).collect();
        Engine::of_values(policy, &found)
    }

    /// What each record comes to, the evaluator having those that an engine does not.
    pub fn values<'s>(&'s self, engine: Option<&'s Engine>) -> Values<'s, 'a> {
        let machine = engine.map(|engine| (engine, Machine::new(&engine.plan)));
        let batch = self.shared().batches.first();
        Values {
            started: self,
            machine,
            ahead: Box::new(batch.into_iter().flat_map(|batch| batch.stretches())),
            now: None,
        }
    }
}

/// What records come to: the values of the slots that were asked for, and nothing that is to be said of them.
pub struct Values<'s, 'a> {
    started: &'s Started<'a>,
    machine: Option<(&'s Engine, Machine<'s>)>,
    /// The stretches to come.
    ahead: Box<dyn Iterator<Item = Stretch<'s>> + 's>,
    /// The one that was carried out last, and which of it the evaluator has.
    now: Option<(Stretch<'s>, Vec<bool>)>,
}

impl<'s> Values<'s, '_> {
    /// What becomes of a record. They are asked for in their order: what lies behind the evaluator has.
    pub fn of(&mut self, at: usize) -> Option<Content<'s>> {
        self.by_columns(at).map(|values| Content::Values(values, vec![])).or_else(|| self.started.bare(at))
    }

    fn by_columns(&mut self, at: usize) -> Option<Vec<Value>> {
        let (engine, machine) = self.machine.as_mut()?;
        while self.now.as_ref().is_none_or(|(stretch, _)| stretch.first + stretch.len <= at) {
            let stretch = self.ahead.next()?;
            let apart = feed::feed(engine, machine, stretch);
            machine.run(stretch.len);
            self.now = Some((stretch, apart));
        }
        let (stretch, apart) = self.now.as_ref()?;
        let place = at.checked_sub(stretch.first)?;
        if apart.get(place) != Some(&false) {
            return None;
        }
        let (policy, batch) = self.started.single()?;
        let Reading::Record(mut values) = batch.record(at)?.into_owned().reading else { return None };
        values.resize(policy.slots.len(), Value::Missing);
        for held in &engine.plan.outputs {
            let code = machine.get(held.value, place)?;
            let present = held.present.is_none_or(|present| machine.get(present, place) == Some(1));
            let value = if present { held.form.value(code, held.ty)? } else { Value::Missing };
            values.get_mut(held.slot.0).into_iter().for_each(|slot| slot.clone_from(&value));
        }
        Some(values)
    }
}
