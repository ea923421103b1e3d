//! How a record came to what it came to: one model for all who tell it.
//!
//! It is made of the policy, an evaluation of it and what was observed on the way. Nothing is evaluated here, and
//! nothing is said in words.

mod figures;
mod joint;
mod model;
mod next_label;
mod notes;
mod pay;
mod place;
mod record;
mod scored;
mod slot;
mod table;
mod worked;

pub use model::*;
pub use notes::notes;
pub use place::InFiles;
pub use record::{Stand, Whereabouts, unused};
pub use slot::{By, Joint, Why, why};

use crate::data::Doubt;
use crate::eval::Observed;
use crate::ir::{Claim, Expr, Gate as Conditions, Policy, Role, Slot, SlotId, Step, Value};
use crate::promise::{Broken, Promise};
use crate::quantity::{Number, TimeUnit};
use crate::source::{Sources, Span};

/// A policy as it is written.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// Its text, and that of the files that it uses.
    pub sources: &'a Sources,
    /// SHA-256 of the policy's bytes, where that is asked for.
    pub sha256: Option<&'a str>,
    /// What became of its promises.
    pub promises: &'a [Promise],
}

/// What an explanation is made of.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The policy as it is written.
    pub written: Written<'a>,
    /// The evaluation, and how its values came about.
    pub observed: &'a Observed<'a>,
    /// Where what is read of the record stands.
    pub whereabouts: &'a dyn Whereabouts,
    /// The promises that the record breaks.
    pub broken: &'a [Broken<'a>],
    /// Why its values may yet change.
    pub doubts: &'a [Doubt],
}

/// The step that gives a slot its value, and its place; nothing, where it is read.
type StepAt<'a> = Option<(usize, &'a Step)>;

/// How a record that was evaluated came to what it came to.
pub fn explain(asked: &Asked) -> Explanation {
    let policy = asked.observed.policy;
    Explanation {
        policy: policy_text(policy, asked.written),
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

/// The file of a policy.
fn policy_text(policy: &Policy, written: Written) -> PolicyText {
    let file = written.sources.get(policy.header.claim.file).map_or_else(String::new, |file| file.name.clone());
    PolicyText { title: policy.header.title.clone(), file, sha256: written.sha256.map(str::to_owned) }
}

impl Asked<'_> {
    /// A text of the policy on one line.
    fn text(&self, span: Span) -> String {
        self.written.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where something stands in the policy.
    fn place(&self, span: Span) -> Line {
        let file = self.written.sources.get(span.file).map_or_else(String::new, |file| file.name.clone());
        Line { file, line: self.written.sources.place(span).line }
    }

    /// The value of a slot, or why it has none.
    fn found(&self, slot: SlotId) -> Found {
        self.observed.evaluation.value(slot).cloned().map_err(Clone::clone)
    }

    /// The unit of a duration: that of what has a name.
    fn unit(&self, expr: &Expr) -> TimeUnit {
        let slot = expr.slot().and_then(|slot| self.observed.policy.slot(slot));
        slot.map_or(TimeUnit::Second, |slot| slot.time_unit)
    }

    /// Something with its name and value.
    fn named(&self, slot: SlotId) -> Option<Named> {
        Some(Named { slot, name: self.observed.policy.slot(slot)?.name.clone(), value: self.found(slot) })
    }

    /// What the policy calls a slot: a part of a total, as the total.
    fn name(&self, id: SlotId) -> String {
        let policy = self.observed.policy;
        let Some(slot) = policy.slot(id) else { return String::new() };
        let total = policy.totals.iter().find(|total| total.earned == id || total.possible == Some(id));
        total.map_or_else(|| slot.name.clone(), |total| total.name.clone())
    }

    /// The slots of a role with their steps, in the order of the policy.
    fn of_role(&self, role: Role) -> Vec<(SlotId, &Slot, StepAt<'_>)> {
        let policy = self.observed.policy;
        let slots = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == role);
        let with_step = slots.map(|(at, slot)| {
            let step = policy.step_of(SlotId(at)).and_then(|step| Some((step, policy.steps.get(step)?)));
            (SlotId(at), slot, step)
        });
        let mut found: Vec<_> = with_step.collect();
        found.sort_by_key(|(_, slot, _)| slot.span);
        found
    }

    fn metrics(&self, role: Role) -> Vec<Metric> {
        let each = self.of_role(role).into_iter();
        each.filter_map(|(slot, _, step)| Some(Metric { of: self.named(slot)?, worked: self.value_step(step) }))
            .collect()
    }

    /// How a step that is an expression came about.
    fn value_step(&self, step: StepAt) -> Option<Worked> {
        match step? {
            (_, Step::Value(step)) => self.worked(&step.value, step.written),
            _ => None,
        }
    }

    fn flags(&self) -> Vec<Flag> {
        let each = self.of_role(Role::Flag).into_iter();
        let flag = |(slot, known, step): (SlotId, &Slot, _)| {
            Some(Flag { of: self.named(slot)?, title: known.title.clone(), worked: self.value_step(step) })
        };
        each.filter_map(flag).collect()
    }

    fn gates(&self) -> Vec<Gate> {
        let each = self.of_role(Role::Gate).into_iter();
        let gate = |(slot, _, step): (SlotId, &Slot, StepAt)| {
            let failed = match step {
                Some((_, Step::Gate(gate))) => self.failed(gate),
                _ => vec![],
            };
            Some(Gate { of: self.named(slot)?, failed })
        };
        each.filter_map(gate).collect()
    }

    fn failed(&self, gate: &Conditions) -> Vec<Failed> {
        let failed =
            gate.conditions.iter().filter(|it| self.observed.value(&it.value) == Some(&Ok(Value::Bool(false))));
        let failed = failed.map(|condition| Failed {
            text: condition.text.clone(),
            figures: figures::figures(self, &condition.value, condition.value.span),
            place: self.place(condition.value.span),
        });
        failed.collect()
    }

    /// Which promises the record keeps. Of what must not fall nobody knows, unless it is proved, or the record breaks it.
    fn kept(&self) -> Vec<Kept> {
        let kept = self.written.promises.iter().map(|promise| {
            let broken = self.broken.iter().any(|broken| *broken.ensure == promise.ensure);
            let holds = match (promise.answer.is_proved(), promise.ensure.claim) {
                (true, _) => Some(true),
                (false, _) if broken => Some(false),
                (false, Claim::Holds) => self.found(promise.ensure.slot).ok().map(|found| found == Value::Bool(true)),
                (false, Claim::Increasing(_)) => None,
            };
            Kept { text: promise.ensure.text.clone(), holds, place: self.place(promise.ensure.span) }
        });
        kept.collect()
    }
}

/// The number that was found, where it is one.
fn number(found: &Found) -> Option<Number> {
    found.as_ref().ok().and_then(Value::number).cloned()
}
