//! How a record came to what it came to: one model for all who tell it.
//!
//! It is made of the policy, an evaluation of it and what was observed on the way. Nothing is evaluated here, and
//! nothing is said in words.

mod figures;
mod joint;
mod model;
mod next_label;
mod notes;
mod only;
mod pay;
mod place;
mod record;
mod scored;
mod slot;
mod table;
mod worked;
mod written;

pub use model::*;
pub use notes::notes;
pub use place::InFiles;
pub use record::{Stand, Whereabouts, unused};
pub use slot::{By, Joint, Why, why};
pub use written::Written;

use crate::data::Doubt;
use crate::eval::Observed;
use crate::ir::{Claim, Expr, Gate as Conditions, Role, Slot, SlotId, Step, Value};
use crate::promise::Broken;
use crate::quantity::{Number, TimeUnit};

/// What an explanation is made of.
#[derive(Clone, Copy)]
pub struct Asked<'a, 'o> {
    /// The policy as it is written.
    pub written: &'o Written<'a>,
    /// The evaluation, and how its values came about.
    pub observed: &'o Observed<'a>,
    /// Where what is read of the record stands.
    pub whereabouts: &'o dyn Whereabouts,
    /// The promises that the record breaks.
    pub broken: &'o [Broken<'o>],
    /// Why its values may yet change.
    pub doubts: &'o [Doubt],
}

/// The step that gives a slot its value, and its place; nothing, where it is read.
type StepAt<'a> = Option<(usize, &'a Step)>;

/// How a record that was evaluated came to what it came to.
pub fn explain<'a>(asked: &Asked<'a, '_>) -> Explanation<'a> {
    let policy = asked.written.policy;
    Explanation {
        policy: asked.written.policy_text(),
        key: policy.keys().filter_map(|slot| asked.named(slot)).collect(),
        period: policy.period().and_then(|slot| asked.named(slot)),
        status: Status::Ok,
        doubts: asked.doubts.to_vec(),
        fields: asked.fields(),
        lookups: asked.lookups(),
        details: asked.details(),
        metrics: asked.metrics(Role::Metric),
        lets: asked.metrics(Role::Let),
        items: asked.items(),
        sections: asked.sections(),
        total: asked.total(),
        grades: asked.tables(crate::ir::TableKind::Grade),
        tables: asked.tables(crate::ir::TableKind::Table),
        scales: asked.scales(),
        gates: asked.gates(),
        cohort: asked.cohort(),
        history: asked.history(),
        pay: asked.pay(),
        flags: asked.flags(),
        promises: asked.kept(),
    }
}

impl<'a> Asked<'a, '_> {
    /// The value of a slot, or why it has none.
    fn found(&self, slot: SlotId) -> Found {
        self.observed.evaluation.value(slot).cloned().map_err(Clone::clone)
    }

    /// The number that a slot has.
    fn number(&self, slot: SlotId) -> Option<&Number> {
        self.observed.evaluation.value(slot).ok()?.number()
    }

    /// The unit of a duration: that of what has a name.
    fn unit(&self, expr: &Expr) -> TimeUnit {
        let slot = expr.slot().and_then(|slot| self.written.policy.slot(slot));
        slot.map_or(TimeUnit::Second, |slot| slot.time_unit)
    }

    /// Something with its name and value.
    fn named(&self, slot: SlotId) -> Option<Named<'a>> {
        Some(Named { slot, name: &self.written.policy.slot(slot)?.name, value: self.found(slot) })
    }

    fn metrics(&self, role: Role) -> Vec<Metric<'a>> {
        let each = self.written.of_role(role);
        each.filter_map(|(slot, _)| {
            Some(Metric { of: self.named(slot)?, worked: self.value_step(self.written.step(slot)) })
        })
        .collect()
    }

    /// How a step that is an expression came about.
    fn value_step(&self, step: StepAt<'a>) -> Option<Worked<'a>> {
        match step? {
            (_, Step::Value(step)) => self.worked(&step.value, step.written),
            _ => None,
        }
    }

    fn flags(&self) -> Vec<Flag<'a>> {
        let flag = |(slot, known): (SlotId, &'a Slot)| {
            let worked = self.value_step(self.written.step(slot));
            Some(Flag { of: self.named(slot)?, title: known.title.as_deref(), worked })
        };
        self.written.of_role(Role::Flag).filter_map(flag).collect()
    }

    fn gates(&self) -> Vec<Gate<'a>> {
        let gate = |(slot, _): (SlotId, &Slot)| {
            let failed = match self.written.step(slot) {
                Some((_, Step::Gate(gate))) => self.failed(gate),
                _ => vec![],
            };
            Some(Gate { of: self.named(slot)?, failed })
        };
        self.written.of_role(Role::Gate).filter_map(gate).collect()
    }

    fn failed(&self, gate: &'a Conditions) -> Vec<Failed<'a>> {
        let failed =
            gate.conditions.iter().filter(|it| self.observed.value(&it.value) == Some(&Ok(Value::Bool(false))));
        let failed = failed.map(|condition| Failed {
            text: &condition.text,
            figures: figures::figures(self, &condition.value, condition.value.span),
            place: self.written.place(condition.value.span),
        });
        failed.collect()
    }

    /// Which promises the record keeps. Of what must not fall nobody knows, unless it is proved, or the record breaks it.
    fn kept(&self) -> Vec<Kept<'a>> {
        let kept = self.written.promises.iter().map(|promise| {
            let broken = self.broken.iter().any(|broken| *broken.ensure == promise.ensure);
            let holds = match (promise.answer.is_proved(), promise.ensure.claim) {
                (true, _) => Some(true),
                (false, _) if broken => Some(false),
                (false, Claim::Holds) => self.found(promise.ensure.slot).ok().map(|found| found == Value::Bool(true)),
                (false, Claim::Increasing(_)) => None,
            };
            Kept { text: &promise.ensure.text, holds, place: self.written.place(promise.ensure.span) }
        });
        kept.collect()
    }
}
