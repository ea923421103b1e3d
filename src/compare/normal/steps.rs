//! The terms of the steps of a policy.

use super::{Builder, Constant, TermId, Terms};
use crate::ir::{Bounds, Comparison, Input, Line, Pay, Row, RowValue, Scale, SlotId, Step, Table, Value};
use crate::quantity::{Fraction, Number};

impl Builder<'_> {
    /// The term of one of the slots that a step gives.
    pub(super) fn output(&mut self, terms: &mut Terms, step: &Step, id: SlotId) -> TermId {
        match step {
            Step::Value(step) => self.expr(terms, &step.value),
            Step::Table(table) => self.table(terms, table, id),
            Step::Scale(scale) => self.scale(terms, scale),
            Step::Gate(gate) => {
                let all = terms.truth(true);
                gate.conditions.iter().fold(all, |found, condition| {
                    let condition = self.expr(terms, &condition.value);
                    terms.both(found, condition)
                })
            }
            Step::Pay(pay) => self.pay(terms, pay, id),
            Step::Cohort(cohort) => self.cohort(terms, cohort),
            Step::OverRows(over) => self.over_rows(terms, over),
            Step::History(history) => self.history(terms, history),
        }
    }

    fn table(&mut self, terms: &mut Terms, table: &Table, id: SlotId) -> TermId {
        let inputs: Vec<TermId> = table.inputs.iter().map(|input| self.expr(terms, &input.value)).collect();
        let rows: Vec<(TermId, Vec<TermId>)> = table
            .rows
            .iter()
            .map(|row| {
                let taken = self.taken(terms, (&table.inputs, &inputs), row);
                (taken, row.values.iter().map(|value| self.row_value(terms, value, inputs.first())).collect())
            })
            .collect();
        let mut found = None;
        for (at, output) in table.outputs.iter().enumerate() {
            let value = |row: &(TermId, Vec<TermId>)| row.1.get(at).copied();
            let mut upwards = rows.iter().rev();
            let last = if self.gaps { None } else { upwards.next().and_then(value) };
            let last = last.unwrap_or_else(|| terms.constant(Constant::Missing));
            let term = upwards.fold(last, |rest, row| match value(row) {
                Some(value) => terms.select(row.0, value, rest),
                None => rest,
            });
            self.keep(*output, term);
            if *output == id {
                found = Some(term);
            }
        }
        found.unwrap_or_else(|| terms.constant(Constant::Missing))
    }

    /// Whether a row takes the inputs.
    pub(in crate::compare) fn taken(
        &mut self,
        terms: &mut Terms,
        (inputs, values): (&[Input], &[TermId]),
        row: &Row,
    ) -> TermId {
        let mut taken = terms.truth(true);
        for ((pattern, input), value) in row.patterns.iter().zip(inputs).zip(values) {
            let (ty, labels) = (input.value.ty, self.labels(input.value.ty));
            let takes = terms.takes(*value, pattern, &labels, &mut |terms, bound| self.constant(terms, bound, ty));
            taken = terms.both(taken, takes);
        }
        match &row.guard {
            Some(guard) => {
                let guard = self.expr(terms, guard);
                terms.both(taken, guard)
            }
            None => taken,
        }
    }

    /// What a row answers.
    pub(in crate::compare) fn row_value(
        &mut self,
        terms: &mut Terms,
        value: &RowValue,
        input: Option<&TermId>,
    ) -> TermId {
        match (value, input) {
            (RowValue::Expr(expr), _) => self.expr(terms, expr),
            (RowValue::Line(line), Some(input)) => terms.on_line(line, *input),
            (RowValue::Missing | RowValue::Line(_), _) => terms.constant(Constant::Missing),
        }
    }

    /// A marginal scale is a straight line in each slice.
    fn scale(&mut self, terms: &mut Terms, scale: &Scale) -> TermId {
        let input = self.expr(terms, &scale.input.value);
        let mut below = terms.number(Fraction::ZERO);
        let mut slices = vec![];
        for slice in &scale.slices {
            let rate = self.expr(terms, &slice.rate);
            let from = terms.number(Number::from(slice.from).into());
            let part = terms.difference(input, from);
            let part = terms.product_of(part, rate);
            let line = terms.sum(&[(below, Fraction::ONE), (part, Fraction::ONE)]);
            slices.push((slice.to, line));
            if let Some(to) = slice.to {
                let whole = terms.times(rate, &Number::from(to - slice.from).into());
                below = terms.sum(&[(below, Fraction::ONE), (whole, Fraction::ONE)]);
            }
        }
        let mut upwards = slices.into_iter().rev();
        let Some((_, last)) = upwards.next() else { return below };
        upwards.fold(last, |above, (to, line)| match to {
            Some(to) => {
                let to = terms.number(Number::from(to).into());
                let within = terms.compare(Comparison::LessEqual, input, to, &[]);
                terms.select(within, line, above)
            }
            None => line,
        })
    }

    fn pay(&mut self, terms: &mut Terms, pay: &Pay, id: SlotId) -> TermId {
        if let Some(line) = pay.lines.iter().find(|line| line.slot == id) {
            let before = self.expr(terms, &line.value);
            return terms.bounded(before, &line.bounds);
        }
        let lines: Vec<_> = pay.lines.iter().map(|line| (self.slot(terms, line.slot), Fraction::ONE)).collect();
        let sum = terms.sum(&lines);
        terms.bounded(sum, &pay.bounds)
    }
}

impl Terms {
    /// The height of a line, rounded.
    fn on_line(&mut self, line: &Line, input: TermId) -> TermId {
        let [lo, hi, from, to] = [line.lo, line.hi, line.from, line.to].map(|end| Fraction::from(Number::from(end)));
        let slope = (&to - &from).over(&(&hi - &lo)).unwrap_or(Fraction::ZERO);
        let start = self.number(&from - &(&lo * &slope));
        let height = self.sum(&[(start, Fraction::ONE), (input, slope)]);
        self.round(height, line.step, line.mode)
    }

    /// An amount within its bounds.
    fn bounded(&mut self, before: TermId, bounds: &Bounds) -> TermId {
        let limit = |terms: &mut Terms, bound: &Option<Value>| {
            let number = bound.as_ref().and_then(Value::number).cloned()?;
            Some(terms.number(number.into()))
        };
        let (least, most) = (limit(self, &bounds.at_least), limit(self, &bounds.at_most));
        let mut amount = before;
        if let Some(most) = most {
            let above = self.compare(Comparison::Greater, before, most, &[]);
            amount = self.select(above, most, amount);
        }
        if let Some(least) = least {
            let below = self.compare(Comparison::Less, before, least, &[]);
            amount = self.select(below, least, amount);
        }
        amount
    }
}
