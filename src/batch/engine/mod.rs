//! Records by their columns: whoever can be evaluated so is, many at a time; the evaluator has the others.

mod feed;
mod flowing;
mod keys;
mod passing;
mod values;

use std::cell::Cell;
use std::convert::Infallible;

pub use flowing::Flowing;
pub use passing::{Entangled, Passing};
pub use values::Values;

use super::appraisal::Started;
use super::tally::Tally;
use crate::columnar::{Held, Machine, Operand, Plan};
use crate::data::{Came, Figures, Outcome, Piece, PutOut, Side, Spell, Stretch};
use crate::ir::{Policy, Role, SlotId, Type};
use crate::promise::Watch;

/// What evaluates the records of a policy by their columns.
pub struct Engine {
    plan: Plan,
}

impl Engine {
    /// What gives these slots their values; nothing, where a policy asks more of a record than its own fields, or of
    /// integers than they hold.
    fn of(policy: &Policy, wanted: &[SlotId], plan: Plan) -> Option<Self> {
        let by_fields = plan.inputs.iter().all(|input| input.slot.0 < policy.fields.len());
        let found = |slot: &SlotId| plan.outputs.iter().any(|output| output.slot == *slot);
        (!policy.is_joint() && by_fields && wanted.iter().all(found)).then_some(Engine { plan })
    }

    /// What gives the slots that a summary counts, and tells nothing more of a record.
    pub fn of_totals(policy: &Policy, watch: &Watch) -> Option<Self> {
        let mut wanted = slots(policy, &[Role::Grade, Role::Pay, Role::Flag]);
        wanted.extend(watch.by_value()?);
        Engine::of(policy, &wanted, Plan::of(policy, &wanted))
    }

    /// What gives these slots and those that a summary counts, and says of which records there is more to tell. Texts are
    /// not among them, since no column of integers holds one.
    pub fn of_results(policy: &Policy, watch: &Watch, shown: &[SlotId]) -> Option<Self> {
        let mut wanted = slots(policy, &[Role::Grade, Role::Pay]);
        let of_integers = |slot: &&SlotId| policy.slot(**slot).is_some_and(|slot| slot.ty != Type::Text);
        wanted.extend(shown.iter().filter(of_integers));
        wanted.sort_unstable();
        wanted.dedup();
        Engine::of(policy, &wanted, Plan::telling(policy, &wanted, &watch.by_value()?).ok()?)
    }

    /// The plan, for who wants to see it.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The slots that it gives values.
    pub fn slots(&self) -> Vec<SlotId> {
        self.plan.outputs.iter().map(|output| output.slot).collect()
    }

    /// What a machine found of each of them.
    fn figures<'m>(&self, machine: &'m Machine) -> Vec<Figures<'m>> {
        let of = |held: &Held| {
            let present = held.present.map_or(Some(Side::Same(1)), |present| side(machine, present));
            let value = side(machine, held.value)?;
            Some(Figures { slot: held.slot, ty: held.ty, form: held.form, value, present: present? })
        };
        self.plan.outputs.iter().filter_map(of).collect()
    }

    /// Evaluates some records by their columns as far as that goes, and those that it leaves as `outcome` says.
    fn carry<'o>(
        &self,
        machine: &mut Machine,
        stretch: Stretch,
        tally: &mut Tally,
        outcome: &dyn Fn(usize) -> Option<Outcome<'o>>,
        tell: &mut dyn FnMut(Came),
    ) {
        let mut apart = feed::feed(self, machine, stretch);
        machine.run(stretch.len);
        self.leave(machine, &mut apart);
        let piece = Piece { stretch, apart: &apart, figures: self.figures(machine) };
        tally.count_piece(&piece);
        let mut at = 0;
        while at < stretch.len {
            let run = at..at + piece.run(at);
            if run.is_empty() {
                if let Some(outcome) = outcome(stretch.first + at) {
                    tally.count(&outcome);
                    tell(Came::Outcome(&outcome));
                }
                at += 1;
            } else {
                at = run.end;
                tally.count_flags(&piece, &run);
                tell(Came::Figures(&piece, run));
            }
        }
    }

    /// Leaves to the evaluator also those records of which more is to be told than their values.
    fn leave(&self, machine: &Machine, apart: &mut [bool]) {
        if let Some(told) = self.plan.told.and_then(|told| side(machine, told)) {
            apart.iter_mut().enumerate().for_each(|(at, apart)| *apart |= told.get(at) != Some(0));
        }
    }
}

/// Where an operand stands.
fn side<'m>(machine: &'m Machine, operand: Operand) -> Option<Side<'m>> {
    Some(match operand {
        Operand::Constant(constant) => Side::Same(constant),
        Operand::Register(register) => Side::Lane(machine.lane(register)?),
    })
}

/// The slots of these roles.
fn slots(policy: &Policy, roles: &[Role]) -> Vec<SlotId> {
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| roles.contains(&slot.role));
    slots.map(|(at, _)| SlotId(at)).collect()
}

impl<'a> Started<'a> {
    /// The only policy, and what is watched of it.
    fn alone(&self) -> Option<(&'a Policy, &Watch<'a>)> {
        let ([policy], [watch]) = (self.policies(), self.watches()) else { return None };
        Some((policy, watch))
    }

    /// What evaluates all records by their columns so far that these slots can be shown, where that can be.
    pub fn engine(&self, shown: &[SlotId]) -> Option<Engine> {
        let (policy, watch) = self.alone()?;
        Engine::of_results(policy, watch, shown)
    }

    /// Evaluates every record, and counts what comes of it.
    pub fn totals(&self) -> Tally<'a> {
        let engine = self.alone().and_then(|(policy, watch)| Engine::of_totals(policy, watch));
        let counted: Result<Tally, Infallible> = match engine {
            Some(engine) => self.by_columns(&engine, &|_, _| {}, &mut |_| Ok(())),
            None => Ok(self.counted()),
        };
        match counted {
            Ok(tally) => tally,
            Err(never) => match never {},
        }
    }

    /// The same by the evaluator alone.
    pub fn counted(&self) -> Tally<'a> {
        let mut outcomes = self.outcomes();
        outcomes.by_ref().for_each(drop);
        outcomes.tally
    }

    /// Evaluates all records by their columns as far as that goes, has what they came to spelt and puts that out in order,
    /// and counts them.
    pub fn by_columns<E>(&self, engine: &Engine, spell: &Spell, put: &mut PutOut<E>) -> Result<Tally<'a>, E> {
        let spelt = Cell::new(vec![]);
        let mut tell = |came: Came| {
            let mut own = spelt.take();
            spell(came, &mut own);
            spelt.set(own);
        };
        self.told(engine, &mut tell, &mut || {
            let mut own = spelt.take();
            put(&own)?;
            own.clear();
            spelt.set(own);
            Ok(())
        })
    }

    /// The same, where somebody is told of each in order what it came to, and asked now and then whether to go on.
    pub fn told<E>(
        &self,
        engine: &Engine,
        tell: &mut dyn FnMut(Came),
        go_on: &mut dyn FnMut() -> Result<(), E>,
    ) -> Result<Tally<'a>, E> {
        let mut tally = Tally::new(self.policies(), self.watches());
        let mut machine = Machine::new(&engine.plan);
        self.progress().begin(self.shared().len());
        for stretch in self.shared().batches.first().into_iter().flat_map(|batch| batch.stretches()) {
            engine.carry(&mut machine, stretch, &mut tally, &|at| self.outcome(at), tell);
            go_on()?;
            self.progress().add(stretch.len);
        }
        Ok(tally)
    }
}
