//! What is paid, line by line, and the slices of scales.

use super::Statement;
use super::scored::told;
use crate::data::BoundActed;
use crate::explain::{Bound, Pay, PayLine, Scale};
use crate::ir::{SlotId, Step, Type, Value};
use crate::pages::page::Block;
use crate::quantity::{Dimension, Number, TimeUnit};

impl Statement<'_> {
    /// The pay blocks.
    pub(super) fn pay(&self) -> Vec<Block> {
        let pays = self.told.pay.iter().filter(|pay| pay.lines.iter().any(|line| line.of.value.is_ok()));
        pays.flat_map(|pay| self.block(pay)).collect()
    }

    fn block(&self, pay: &Pay) -> Vec<Block> {
        let mut table = self.table(&[("", false), ("page-how", false), ("page-amount", true)]);
        for line in pay.lines.iter().filter(|line| line.of.value.is_ok()) {
            let how = [self.line(pay, line), self.bound(line.of.slot, line.bound.as_ref())];
            let how: Vec<String> = how.into_iter().filter(|text| !text.is_empty()).collect();
            table.row(vec![self.member(pay, line), how.join(&self.say("words-between", &[])), self.value(&line.of)]);
        }
        if pay.of.value.is_ok() {
            let bound = self.bound(pay.of.slot, pay.bound.as_ref());
            table.sum(vec![self.say("why-sum", &[]), bound, self.value(&pay.of)]);
        }
        let heading = Block::Heading(self.words.called(pay.of.slot));
        std::iter::once(heading).chain(told(table)).collect()
    }

    /// What a line is called in its block.
    fn member(&self, pay: &Pay, line: &PayLine) -> String {
        let title = self.words.policy.slot(line.of.slot).and_then(|slot| slot.title.clone());
        let member = line.of.name.strip_prefix(pay.of.name).and_then(|rest| rest.strip_prefix('.'));
        title.unwrap_or_else(|| member.unwrap_or(line.of.name).to_owned())
    }

    /// How a line came about; nothing, where that says no more than the amount.
    fn line(&self, pay: &Pay, line: &PayLine) -> String {
        let Some(Step::Pay(block)) = self.step(pay.of.slot) else { return String::new() };
        let formula = block.lines.iter().find(|of| of.slot == line.of.slot);
        let Some(formula) = formula.filter(|_| line.worked.is_some()) else { return String::new() };
        let text = self.words.formula(&formula.value).text;
        let amount = line.of.value.as_ref().map(|value| self.words.of_slot(line.of.slot, value));
        if amount != Ok(text.clone()) {
            return text;
        }
        let named = self.words.named().formula(&formula.value).text;
        if named == self.member(pay, line) { String::new() } else { named }
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
