//! What is paid, what is pointed out, what is promised.

use super::Teller;
use crate::ir::{Bounds, Claim, Pay, Role, SlotId, Step};
use crate::pages::page::{Block, Card};

impl Teller<'_> {
    /// The pay blocks, each line in words.
    pub(super) fn pay(&self) -> Vec<Block> {
        let blocks = self.of_role(Role::Pay).into_iter().filter_map(|(id, _)| match self.step(id)? {
            Step::Pay(pay) => Some(pay),
            _ => None,
        });
        blocks.enumerate().map(|(at, pay)| Block::Card(self.block(at, pay))).collect()
    }

    fn block(&self, at: usize, pay: &Pay) -> Card {
        let heads = [("doc-head-pay", false), ("doc-head-formula", false), ("doc-head-bounds", false)];
        let mut table = self.table("", &heads);
        let mut lines: Vec<_> = pay.lines.iter().collect();
        lines.sort_by_key(|line| self.words.policy.slot(line.slot).map(|slot| slot.span));
        for line in lines {
            let formula = self.words.formula(&line.value).text;
            table.row(vec![self.line(pay.slot, line.slot), formula, self.bounds(line.slot, &line.bounds)]);
        }
        table.sum(vec![self.say("doc-sum", &[]), self.say("doc-pay-sum", &[]), self.bounds(pay.slot, &pay.bounds)]);
        let blocks = vec![Block::Table(table.without_empty())];
        Card { id: format!("pay-{}", at + 1), title: self.words.called(pay.slot), lead: String::new(), blocks }
    }

    /// What a line is called in its block.
    fn line(&self, pay: SlotId, line: SlotId) -> String {
        let known = |slot: SlotId| self.words.policy.slot(slot);
        let Some((block, line)) = known(pay).zip(known(line)) else { return String::new() };
        let member = line.name.strip_prefix(block.name.as_str()).and_then(|rest| rest.strip_prefix('.'));
        line.title.clone().unwrap_or_else(|| member.unwrap_or(&line.name).to_owned())
    }

    fn bounds(&self, slot: SlotId, bounds: &Bounds) -> String {
        let told = [("doc-at-least", &bounds.at_least), ("doc-at-most", &bounds.at_most)];
        let told = told.into_iter().filter_map(|(id, bound)| {
            Some(self.say(id, &[("value", self.words.of_slot(slot, bound.as_ref()?).into())]))
        });
        told.collect::<Vec<_>>().join(&self.say("words-comma", &[]))
    }

    /// What the policy points out, and what it promises.
    pub(super) fn promises(&self) -> Vec<Block> {
        let mut blocks = vec![];
        let flags = self.of_role(Role::Flag).into_iter().filter_map(|(id, slot)| match self.step(id)? {
            Step::Value(step) => {
                let text = slot.title.as_ref().unwrap_or(&slot.name).as_str().into();
                let condition = self.words.condition(&step.value).into();
                Some(self.say("doc-flag", &[("text", text), ("condition", condition)]))
            }
            _ => None,
        });
        let flags: Vec<String> = flags.collect();
        if !flags.is_empty() {
            blocks.extend([Block::Text(self.say("doc-flags", &[])), Block::List(flags)]);
        }
        let promises: Vec<String> = self.source.compiled.promises.iter().map(|of| self.promise(of)).collect();
        if !promises.is_empty() {
            blocks.extend([Block::Text(self.say("doc-ensures", &[])), Block::List(promises)]);
        }
        blocks
    }

    fn promise(&self, promise: &crate::promise::Promise) -> String {
        let slot = promise.ensure.slot;
        let said = match (self.step(slot), promise.ensure.claim) {
            (Some(Step::Value(step)), Claim::Increasing(field)) => {
                let args = [
                    ("field", self.words.called(field).into()),
                    ("value", self.words.formula(&step.value).text.into()),
                ];
                self.say("doc-increasing", &args)
            }
            (Some(Step::Value(step)), Claim::Holds) => self.words.condition(&step.value),
            (_, Claim::Increasing(field)) => {
                let args = [("field", self.words.called(field).into()), ("value", self.words.called(slot).into())];
                self.say("doc-increasing", &args)
            }
            (_, Claim::Holds) => self.words.written(promise.ensure.span),
        };
        let id = if promise.answer.is_proved() { "doc-proved" } else { "doc-watched" };
        self.say(id, &[("promise", said.into())])
    }
}
