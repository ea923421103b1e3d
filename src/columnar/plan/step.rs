//! The steps of a policy, each in the order of need.

use std::collections::BTreeMap;

use super::builder::{Builder, Lowered, Planned};
use super::{Kind, Operand, Shape, Term, Unplanned};
use crate::data::Form;
use crate::ir::{Bounds, Comparison, Gate, Pay, Scale, Step, Type, Value};
use crate::quantity::{Domain, Number};

impl Builder<'_> {
    /// Does a step, or leaves it to others.
    pub fn step(&mut self, at: usize, step: &Step) {
        let text = |slot| self.policy.slot(slot).is_none_or(|slot| slot.ty == Type::Text);
        let done = match step {
            step if step.outputs().into_iter().any(text) => Err(Unplanned::Text),
            Step::Value(step) => self.expression(&step.value).map(|value| self.define(step.slot, value)),
            Step::Table(table) => self.table(table),
            Step::Scale(scale) => self.scale(scale),
            Step::Gate(gate) => self.gate(gate),
            Step::Pay(pay) => self.pay(pay),
            Step::Cohort(_) | Step::OverRows(_) | Step::History(_) => Err(Unplanned::Joint),
        };
        if let Err(why) = done {
            self.leave(at, why);
        }
    }

    fn gate(&mut self, gate: &Gate) -> Planned<()> {
        let mut holds = Operand::Constant(1);
        for condition in &gate.conditions {
            let truth = self.truth(&condition.value)?;
            holds = self.both(true, holds, truth);
        }
        self.define(gate.slot, Lowered { value: holds, form: Form::BOOL, present: None });
        Ok(())
    }

    fn pay(&mut self, pay: &Pay) -> Planned<()> {
        let mut lines = vec![];
        for line in &pay.lines {
            let amount = self.expression(&line.value)?;
            let amount = self.bounded(amount, &line.bounds)?;
            self.define(line.slot, amount);
            lines.push((amount, 1));
        }
        let sum = self.total(&lines)?;
        let sum = self.bounded(sum, &pay.bounds)?;
        self.define(pay.slot, sum);
        Ok(())
    }

    /// The sum of lines, as far as their ends say what it can be.
    fn total(&mut self, lines: &[(Lowered, i128)]) -> Planned<Lowered> {
        let each: Vec<Lowered> = lines.iter().map(|(line, _)| *line).collect();
        let aligned = self.at_one_scale(&each)?;
        let end = |of: fn(&Lowered) -> i128| {
            let mut ends = aligned.iter().map(of);
            ends.try_fold(0_i128, i128::checked_add).ok_or(Unplanned::Width)
        };
        let places = aligned.first().map_or(0, |line| line.form.places);
        let form = Form { places, lo: end(|line| line.form.lo)?, hi: end(|line| line.form.hi)? };
        let parts: Vec<(Operand, i128)> = aligned.iter().map(|line| (line.value, 1)).collect();
        Ok(Lowered { value: self.sum(&parts, form)?, form, present: None })
    }

    /// An amount within its bounds: below the least the least, else above the most the most.
    fn bounded(&mut self, amount: Lowered, bounds: &Bounds) -> Planned<Lowered> {
        let limit = |bound: &Option<Value>| bound.as_ref().and_then(Value::number).cloned();
        let (least, most) = (limit(&bounds.at_least), limit(&bounds.at_most));
        if let (Some(least), Some(most)) = (&least, &most)
            && least > most
        {
            return Err(Unplanned::Invalid);
        }
        let amount = self.held(amount, true, least)?;
        self.held(amount, false, most)
    }

    fn held(&mut self, amount: Lowered, greatest: bool, limit: Option<Number>) -> Planned<Lowered> {
        let Some(limit) = limit else { return Ok(amount) };
        let limit = self.constant(&Value::Number(limit))?;
        let aligned = self.at_one_scale(&[amount, limit])?;
        let [amount, limit] = aligned.as_slice() else { return Err(Unplanned::Invalid) };
        let (at, Form { lo, hi, .. }) = (limit.form.lo, amount.form);
        let op = if greatest { Comparison::Less } else { Comparison::Greater };
        let acts = self.compared(op, amount.value, limit.value);
        self.acts(acts);
        let form = match greatest {
            true => Form { lo: lo.max(at), hi: hi.max(at), ..amount.form },
            false => Form { lo: lo.min(at), hi: hi.min(at), ..amount.form },
        };
        let value = match amount.value {
            Operand::Constant(_) => Operand::Constant(form.lo),
            Operand::Register(left) => self.put(Kind::Extreme { greatest, left, right: limit.value }, form),
        };
        Ok(Lowered { value, form, present: None })
    }

    /// The sum over the slices of a marginal scale.
    fn scale(&mut self, scale: &Scale) -> Planned<()> {
        let input = self.expression(&scale.input.value)?;
        let edges = scale.slices.iter().flat_map(|slice| std::iter::once(slice.from).chain(slice.to));
        let places = edges.map(|edge| Number::from(edge).places()).max().unwrap_or_default();
        let input = self.aligned(input, places.max(input.form.places))?;
        let domain = self.policy.slot(scale.output).map(|slot| slot.domain.clone()).ok_or(Unplanned::Invalid)?;
        let mut rates = vec![];
        for slice in &scale.slices {
            rates.push(self.expression(&slice.rate)?);
        }
        let rates = self.at_one_scale(&rates)?;
        let constant = |rate: &Lowered| if let Operand::Constant(rate) = rate.value { Some(rate) } else { None };
        let amount = match rates.iter().map(constant).collect::<Option<Vec<i128>>>() {
            Some(fixed) => {
                self.ramps(scale, input, &fixed, rates.first().map_or(0, |rate| rate.form.places), &domain)?
            }
            None => self.parts(scale, input, &rates, &domain)?,
        };
        self.define(scale.output, amount);
        Ok(())
    }

    /// The sum where every rate is a constant: at each edge the rate changes.
    fn ramps(
        &mut self,
        scale: &Scale,
        input: Lowered,
        rates: &[i128],
        places: u32,
        domain: &Domain,
    ) -> Planned<Lowered> {
        let mut changes: BTreeMap<i128, i128> = BTreeMap::new();
        for (slice, rate) in scale.slices.iter().zip(rates) {
            *changes.entry(edge(input.form, slice.from)?).or_default() += rate;
            if let Some(to) = slice.to {
                *changes.entry(edge(input.form, to)?).or_default() -= rate;
            }
        }
        changes.retain(|_, change| *change != 0);
        let form = super::number::form(domain, input.form.places + places)?;
        let value = self.ramped(input, changes.into_iter().collect(), form)?;
        Ok(Lowered { value, form, present: None })
    }

    fn ramped(&mut self, input: Lowered, changes: Vec<(i128, i128)>, form: Form) -> Planned<Operand> {
        let Operand::Register(of) = input.value else {
            let Form { lo: at, .. } = input.form;
            let parts = changes.iter().map(|(edge, rate)| at.saturating_sub(*edge).max(0).checked_mul(*rate));
            let sum = parts.into_iter().try_fold(0_i128, |sum, part| sum.checked_add(part?));
            return sum.map(Operand::Constant).ok_or(Unplanned::Width);
        };
        // What every record passes is a straight line, and what none does is nothing.
        let (mut constant, mut slope) = (0_i128, 0_i128);
        for (edge, rate) in changes.iter().filter(|(edge, _)| *edge < input.form.lo) {
            let part = edge.checked_mul(*rate).and_then(|part| constant.checked_sub(part));
            (constant, slope) = (part.ok_or(Unplanned::Width)?, slope.checked_add(*rate).ok_or(Unplanned::Width)?);
        }
        let passed = changes.into_iter().filter(|(edge, _)| (input.form.lo..input.form.hi).contains(edge));
        let mut terms =
            vec![Term { of, shape: Shape::Times(slope) }, Term { of, shape: Shape::Ramps(passed.collect()) }];
        terms.retain(|term| !matches!(&term.shape, Shape::Times(0)) && term.shape != Shape::Ramps(vec![]));
        if terms.is_empty() {
            return Ok(Operand::Constant(constant));
        }
        Ok(self.put(Kind::Sum { constant, terms }, form))
    }

    /// The sum where a rate is found for each record: what lies in each slice, times its rate.
    fn parts(&mut self, scale: &Scale, input: Lowered, rates: &[Lowered], domain: &Domain) -> Planned<Lowered> {
        let mut parts = vec![];
        for (slice, rate) in scale.slices.iter().zip(rates) {
            let from = edge(input.form, slice.from)?;
            let to = slice.to.map(|to| edge(input.form, to)).transpose()?;
            let most = to.map_or(input.form.hi, |to| to.min(input.form.hi)).checked_sub(from);
            let form = Form { lo: 0, hi: most.ok_or(Unplanned::Width)?.max(0), ..input.form };
            let changes = std::iter::once((from, 1)).chain(to.map(|to| (to, -1))).collect();
            let part = Lowered { value: self.ramped(input, changes, form)?, form, present: None };
            let places = part.form.places + rate.form.places;
            let ends = [rate.form.lo, rate.form.hi].map(|end| end.checked_mul(form.hi));
            let [Some(lo), Some(hi)] = ends else { return Err(Unplanned::Width) };
            let form = Form { places, lo: lo.min(0), hi: hi.max(0) };
            let value = match (part.value, rate.value) {
                (Operand::Constant(times), of) | (of, Operand::Constant(times)) => self.sum(&[(of, times)], form)?,
                (Operand::Register(left), Operand::Register(right)) => self.put(Kind::Product { left, right }, form),
            };
            parts.push((Lowered { value, form, present: None }, 1));
        }
        self.added(&parts, domain)
    }
}

/// Where a slice begins or ends, as an integer of the input.
fn edge(form: Form, at: crate::quantity::Decimal) -> Planned<i128> {
    crate::data::scaled(&at.into(), form.places).ok_or(Unplanned::Width)
}
