//! A person's statement, made of an explanation: what was scored, which grade, what is paid and of what each figure is made.

mod earlier;
mod exempt;
mod parts;
mod pay;
mod scored;

use std::collections::BTreeMap;

pub(super) use earlier::Earlier;

use super::page::{Block, Figure, Table};
use super::words::Words;
use crate::data::Problem;
use crate::diagnostic::Arg;
use crate::explain::{Explanation, Named, Status};
use crate::ir::{Role, SlotId, Type, Value};
use crate::quantity::{Dimension, Number};
use crate::render::{amount, problem};

/// How much a statement tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Of somebody who is nobody: an example.
    Example,
    /// Of a person.
    Person,
}

/// What a statement is made of.
#[derive(Clone, Copy)]
pub(super) struct Statement<'a> {
    /// Who words it.
    pub words: Words<'a>,
    /// What is told.
    pub told: &'a Explanation<'a>,
    /// How much.
    pub extent: Extent,
    /// What it was in earlier results, where it is held against some.
    pub earlier: Option<&'a Earlier>,
}

impl Statement<'_> {
    /// What stands on it.
    pub fn blocks(&self) -> Vec<Block> {
        match &self.told.status {
            Status::Ok => self.evaluated(),
            Status::Rejected(problems, _) => self.unused("why-rejected", problems),
            Status::Skipped(problems, _) => self.unused("why-skipped", problems),
        }
    }

    fn evaluated(&self) -> Vec<Block> {
        let known = self.known();
        let with_figures = Statement { words: Words { figures: Some(&known), ..self.words }, ..*self };
        let mut blocks = vec![];
        let figures = self.figures();
        if !figures.is_empty() {
            blocks.push(Block::Figures(figures));
        }
        blocks.extend(self.earlier.map(|earlier| Block::Text(earlier.said.clone())));
        if self.extent == Extent::Example {
            blocks.extend(self.given());
        }
        blocks.extend(with_figures.pay());
        blocks.extend(with_figures.scores());
        blocks.extend(with_figures.tables());
        blocks.extend(self.gates());
        blocks.extend(with_figures.values());
        blocks.extend(self.notices());
        blocks
    }

    fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.words.say(id, args)
    }

    fn table(&self, heads: &[(&str, bool)]) -> Table {
        let head = |id: &str| if id.is_empty() { String::new() } else { self.say(id, &[]) };
        Table::of(heads.iter().map(|(id, figures)| (head(id), *figures)).collect())
    }

    fn unused(&self, id: &str, problems: &[Problem]) -> Vec<Block> {
        let reasons = problems.iter().map(|told| problem(told, self.words.tongue)).collect();
        vec![Block::Note(self.say(id, &[])), Block::List(reasons)]
    }

    /// The value of every slot that is told of.
    fn known(&self) -> BTreeMap<SlotId, Value> {
        let told = self.told;
        let fields = told.fields.iter().chain(told.lookups.iter().flat_map(|of| &of.fields)).map(|field| &field.of);
        let worked = told.metrics.iter().chain(&told.lets).map(|metric| &metric.of);
        let joint = told.cohort.iter().map(|of| &of.of).chain(told.history.iter().map(|of| &of.of));
        let paid = told.pay.iter().flat_map(|pay| pay.lines.iter().map(|line| &line.of).chain([&pay.of]));
        let scaled = told.scales.iter().map(|scale| &scale.amount);
        let named = fields.chain(worked).chain(joint).chain(paid).chain(scaled);
        let mut known: BTreeMap<SlotId, Value> =
            named.filter_map(|of| Some((of.slot, of.value.clone().ok()?))).collect();
        let outputs = told.grades.iter().chain(&told.tables).flat_map(|table| &table.outputs);
        known.extend(outputs.filter_map(|output| Some((output.slot, output.value.clone().ok()?))));
        let total = told.total.as_ref().and_then(|total| total.value.as_ref()?.fraction().number());
        let scores = self.words.policy.slots.iter().position(|slot| slot.role == Role::Scores);
        known.extend(scores.zip(total).map(|(at, total)| (SlotId(at), Value::Number(total))));
        known.extend(told.items.iter().filter_map(|item| Some((item.slot, item.points.clone().ok()?))));
        known
    }

    /// A value, of money as it is paid: with all digits of the currency.
    fn value(&self, of: &Named) -> String {
        of.value.as_ref().map(|value| self.of_slot(of.slot, value)).unwrap_or_default()
    }

    fn of_slot(&self, slot: SlotId, value: &Value) -> String {
        let policy = self.words.policy;
        match (policy.slot(slot).map(|slot| slot.ty), value) {
            (Some(Type::Number(Dimension::MONEY)), Value::Number(number)) => self.money(number),
            _ => self.words.of_slot(slot, value),
        }
    }

    fn money(&self, number: &Number) -> String {
        amount(number, &self.words.policy.header.currency, self.words.tongue)
    }

    /// What is seen first: the total, the grades, what is paid.
    fn figures(&self) -> Vec<Figure> {
        let told = self.told;
        let total = told.total.as_ref().filter(|total| total.value.is_some() && !told.items.is_empty());
        // What is graded is the total as people know it.
        let graded = told.grades.last().and_then(|grade| grade.on.first());
        let graded = graded.filter(|on| on.value.is_ok() && total.is_some());
        let total = graded.and_then(|on| {
            let value = self.words.value(on.ty, on.unit, on.value.as_ref().ok()?);
            let name = self.words.policy.slot_named(on.name).map(|slot| self.words.called(slot));
            Some(Figure { name: name.unwrap_or_else(|| on.name.to_owned()), value })
        });
        let labels = told.grades.iter().filter_map(|grade| {
            let label = grade.outputs.first()?;
            let value = self.of_slot(label.slot, label.value.as_ref().ok()?);
            Some(Figure { name: self.words.called(label.slot), value })
        });
        let pay = told.pay.iter().filter(|pay| pay.of.value.is_ok());
        let pay = pay.map(|pay| Figure { name: self.words.called(pay.of.slot), value: self.value(&pay.of) });
        total.into_iter().chain(labels).chain(pay).collect()
    }
}
