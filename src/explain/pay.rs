//! Pay blocks and scales: what adds up to an amount.

use super::Asked;
use super::model::{Bound, Found, Pay, PayLine, RowTaken, Scale, Slice};
use crate::eval::{BoundedAmount, SliceTrace, Trace};
use crate::ir::{Pay as Block, Scale as Marginal, SlotId, Step, Table, TableKind};
use crate::quantity::Number;
use crate::source::Span;

impl<'a> Asked<'a, '_> {
    pub(super) fn pay(&self) -> Vec<Pay<'a>> {
        let steps = self.written.policy.steps.iter().enumerate();
        let pays = steps.filter_map(|(at, step)| match (step, self.observed.evaluation.trace(at)) {
            (Step::Pay(pay), trace) => self.block(pay, trace),
            _ => None,
        });
        let mut pays: Vec<Pay<'a>> = pays.collect();
        pays.sort_by_key(|pay| self.span(pay.of.slot));
        pays
    }

    fn span(&self, slot: SlotId) -> Option<Span> {
        self.written.policy.slot(slot).map(|slot| slot.span)
    }

    fn block(&self, pay: &'a Block, trace: Option<&Trace>) -> Option<Pay<'a>> {
        let (amounts, sum) = match trace {
            Some(Trace::Pay { lines, sum }) => (lines.as_slice(), sum.as_ref()),
            _ => (&[] as &[_], None),
        };
        let amount = |at: usize| amounts.get(at).and_then(Option::as_ref);
        let lines = pay.lines.iter().enumerate().filter_map(|(at, line)| {
            let worked = amount(at).and_then(|_| self.worked(&line.value, line.written));
            Some(PayLine { of: self.named(line.slot)?, worked, bound: amount(at).and_then(bound) })
        });
        let mut lines: Vec<PayLine<'a>> = lines.collect();
        lines.sort_by_key(|line| self.span(line.of.slot));
        Some(Pay { of: self.named(pay.slot)?, lines, bound: sum.and_then(bound) })
    }

    pub(super) fn scales(&self) -> Vec<Scale<'a>> {
        let steps = self.written.policy.steps.iter().enumerate();
        let scales = steps.filter_map(|(at, step)| match (step, self.observed.evaluation.trace(at)) {
            (Step::Scale(scale), trace) => self.marginal(scale, trace),
            (Step::Table(table), trace) if table.kind == TableKind::Scale => self.whole(table, trace),
            _ => None,
        });
        let mut scales: Vec<Scale<'a>> = scales.collect();
        scales.sort_by_key(|scale| self.span(scale.amount.slot));
        scales
    }

    fn marginal(&self, scale: &'a Marginal, trace: Option<&Trace>) -> Option<Scale<'a>> {
        let filled = match trace {
            Some(Trace::Slices(filled)) => filled.as_slice(),
            _ => &[],
        };
        let slice = |filled: &SliceTrace| Slice {
            row: self.row(filled.slice, filled.span),
            part: filled.part.clone(),
            rate: filled.rate.clone(),
            amount: filled.amount.clone(),
        };
        let slices = filled.iter().map(slice).collect();
        Some(Scale { name: &scale.name, on: self.on(&scale.input)?, slices, amount: self.named(scale.output)? })
    }

    /// A whole scale: all of it at the rate of the row that was reached.
    fn whole(&self, table: &'a Table, trace: Option<&Trace>) -> Option<Scale<'a>> {
        let on = self.on(table.inputs.first()?)?;
        let amount = self.named(self.written.policy.slot_named(&table.name)?)?;
        let rate = self.named(*table.outputs.first()?)?;
        let slice = match trace {
            Some(Trace::Row(row)) => {
                let parts = number(&on.value).zip(number(&rate.value)).zip(number(&amount.value));
                parts.map(|((part, rate), amount)| Slice { row: self.row(row.row, row.span), part, rate, amount })
            }
            _ => None,
        };
        Some(Scale { name: &table.name, on, slices: slice.into_iter().collect(), amount })
    }

    /// A row of the policy.
    pub(super) fn row(&self, at: usize, span: Span) -> RowTaken<'a> {
        RowTaken { at, place: self.written.place(span), text: self.written.text(span) }
    }
}

/// The number that was found, where it is one.
fn number(found: &Found) -> Option<Number> {
    found.as_ref().ok()?.number().cloned()
}

/// The bound of an amount that acted.
fn bound(amount: &BoundedAmount) -> Option<Bound> {
    Some(Bound { kind: amount.acted?, limit: amount.amount.clone(), before: amount.before.clone() })
}
