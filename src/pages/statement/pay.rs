//! What is paid, line by line, and the slices of scales.

use super::Statement;
use super::scored::told;
use crate::data::BoundActed;
use crate::explain::{Bound, Named, Pay, PayLine, Scale};
use crate::ir::{Expr, SlotId, Step, Type, Value};
use crate::pages::page::Block;
use crate::quantity::{Dimension, Number, TimeUnit};

impl Statement<'_> {
    /// The pay blocks.
    pub(super) fn pay(&self) -> Vec<Block> {
        let pays = self.told.pay.iter().filter(|pay| pay.lines.iter().any(|line| line.of.value.is_ok()));
        pays.flat_map(|pay| self.block(pay)).collect()
    }

    fn block(&self, pay: &Pay) -> Vec<Block> {
        let mut heads = vec![("", false), ("page-how", false), ("page-amount", true)];
        heads.extend(self.earlier.iter().flat_map(|_| [("report-then", true), ("report-delta", true)]));
        let mut table = self.table(&heads);
        let lines = pay.lines.iter().filter(|line| line.of.value.is_ok());
        let (others, own): (Vec<&PayLine>, Vec<&PayLine>) = lines.partition(|line| self.is_of_others(pay, line));
        for line in own {
            let how = [self.line(pay, line), self.by_scale(pay, line), self.bound(line.of.slot, line.bound.as_ref())];
            let how: Vec<String> = how.into_iter().filter(|text| !text.is_empty()).collect();
            let cells = vec![self.member(pay, line), how.join(&self.say("words-between", &[])), self.value(&line.of)];
            table.row(self.with_earlier(cells, &line.of));
        }
        if pay.of.value.is_ok() {
            let bound = self.bound(pay.of.slot, pay.bound.as_ref());
            table.sum(self.with_earlier(vec![self.say("why-sum", &[]), bound, self.value(&pay.of)], &pay.of));
        }
        let heading = Block::Heading(self.words.called(pay.of.slot));
        let others = self.of_others(pay, &others).map(Block::Text);
        std::iter::once(heading).chain(told(table)).chain(others).collect()
    }

    /// The cells with what it was and how much more it is, where it is held against earlier results.
    fn with_earlier(&self, mut cells: Vec<String>, of: &Named) -> Vec<String> {
        if self.earlier.is_some() {
            cells.extend([self.was(of.slot), self.moved(of.slot, of.value.as_ref().ok())]);
        }
        cells
    }

    /// What a line is called in its block.
    pub(super) fn member(&self, pay: &Pay, line: &PayLine) -> String {
        let title = self.words.policy.slot(line.of.slot).and_then(|slot| slot.title.clone());
        let member = line.of.name.strip_prefix(pay.of.name).and_then(|rest| rest.strip_prefix('.'));
        title.unwrap_or_else(|| member.unwrap_or(line.of.name).to_owned())
    }

    /// How a line came about; nothing, where that says no more than the amount.
    fn line(&self, pay: &Pay, line: &PayLine) -> String {
        let Some(formula) = self.paid_by(pay, line).filter(|_| line.worked.is_some()) else { return String::new() };
        if let Some(text) = self.worked_out(formula, line.worked.as_ref(), &line.of) {
            return text;
        }
        let named = self.words.named().formula(formula).text;
        if named == self.member(pay, line) { String::new() } else { named }
    }

    /// The formula of a line.
    pub(super) fn paid_by(&self, pay: &Pay, line: &PayLine) -> Option<&Expr> {
        let Step::Pay(block) = self.step(pay.of.slot)? else { return None };
        block.lines.iter().find(|of| of.slot == line.of.slot).map(|of| &of.value)
    }

    /// The slices of the scales that a line reads.
    fn by_scale(&self, pay: &Pay, line: &PayLine) -> String {
        let read = self.paid_by(pay, line).map(Expr::slots).unwrap_or_default();
        let scales = self.told.scales.iter().filter(|scale| read.contains(&scale.amount.slot));
        let each = scales.filter(|scale| scale.amount.value.is_ok() && !scale.slices.is_empty()).map(|scale| {
            let args = [
                ("name", self.words.called(scale.amount.slot).into()),
                ("on", self.asked_by_name(std::slice::from_ref(&scale.on)).into()),
                ("slices", self.slices(scale).into()),
            ];
            self.say("page-by-scale", &args)
        });
        each.collect::<Vec<_>>().join(&self.say("words-between", &[]))
    }

    /// Whether a line of pay tells the slices of a scale.
    pub(super) fn is_paid(&self, scale: &Scale) -> bool {
        let mut lines = self.told.pay.iter().flat_map(|pay| pay.lines.iter().map(move |line| (pay, line)));
        lines.any(|(pay, line)| {
            let reads = self.paid_by(pay, line).is_some_and(|formula| formula.slots().contains(&scale.amount.slot));
            reads && line.of.value.is_ok() && !self.is_of_others(pay, line)
        })
    }

    fn bound(&self, slot: SlotId, bound: Option<&Bound>) -> String {
        let Some(bound) = bound else { return String::new() };
        let id = match bound.kind {
            BoundActed::AtLeast => "why-at-least",
            BoundActed::AtMost => "why-at-most",
        };
        let spelt = |number: &Number| self.of_slot(slot, &Value::Number(number.clone()));
        self.say(id, &[("before", spelt(&bound.before).into()), ("limit", spelt(&bound.limit).into())])
    }

    /// What each slice of a scale pays: `20000元 × 1% = 200元`
    pub(super) fn slices(&self, scale: &Scale) -> String {
        let amount = self.words.policy.slot(scale.amount.slot).map_or(Type::Invalid, |slot| slot.ty);
        let rate = match (scale.on.ty, amount) {
            (Type::Number(on), Type::Number(amount)) if on == amount => Type::Number(Dimension::PERCENT),
            (Type::Number(on), Type::Number(amount)) => Type::Number(amount.over(on)),
            _ => Type::Invalid,
        };
        let spelt = |ty, number: &Number| self.words.value(ty, TimeUnit::Second, &Value::Number(number.clone()));
        let each = scale.slices.iter().map(|slice| {
            let (part, rate) = (spelt(scale.on.ty, &slice.part), spelt(rate, &slice.rate));
            format!("{part} × {rate} = {}", spelt(amount, &slice.amount))
        });
        each.collect::<Vec<_>>().join(&self.say("words-between", &[]))
    }
}
