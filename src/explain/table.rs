//! Grades and tables: the row that answered, what it said, and how far the next better label is.

use super::Asked;
use super::model::{Answer, Distance, Input, Output, RoundedBy, RowTaken, Table};
use crate::eval::{RowTrace, Trace};
use crate::ir::{Bound, Input as Asking, Line, Pattern, Row, RowValue, SlotId, Step, Table as Rows, TableKind, Value};
use crate::quantity::{Fraction, Number, TimeUnit};

impl Asked<'_> {
    /// The grades, or the tables, in the order of the policy.
    pub(super) fn tables(&self, kind: TableKind) -> Vec<Table> {
        let steps = self.observed.policy.steps.iter().enumerate();
        let tables = steps.filter_map(|(at, step)| match step {
            Step::Table(table) if table.kind == kind => Some((table.span, self.table(at, table))),
            _ => None,
        });
        let mut tables: Vec<_> = tables.collect();
        tables.sort_by_key(|(span, _)| *span);
        tables.into_iter().map(|(_, table)| table).collect()
    }

    fn table(&self, at: usize, table: &Rows) -> Table {
        let trace = self.observed.evaluation.trace(at);
        let (row, answers) = self.answers(table, trace);
        let answers = answers.into_iter().chain(std::iter::repeat(Answer::Nothing));
        let outputs = table.outputs.iter().zip(answers).map(|(slot, answer)| Output {
            name: self.output_name(table, *slot),
            slot: *slot,
            value: self.found(*slot),
            answer,
        });
        Table {
            kind: table.kind,
            name: table.name.clone(),
            on: table.inputs.iter().filter_map(|input| self.on(input)).collect(),
            row,
            outputs: outputs.collect(),
            to_next: match (table.kind, trace) {
                (TableKind::Grade, Some(Trace::Row(taken))) => self.next_label(table, taken),
                _ => None,
            },
        }
    }

    /// The name of an output without that of its table.
    fn output_name(&self, table: &Rows, slot: SlotId) -> String {
        let name = self.observed.policy.slot(slot).map_or("", |slot| slot.name.as_str());
        let own = name.strip_prefix(table.name.as_str()).and_then(|rest| rest.strip_prefix('.'));
        own.unwrap_or(name).to_owned()
    }

    /// What a table is asked.
    pub(super) fn on(&self, input: &Asking) -> Option<Input> {
        let slot = input.value.slot().and_then(|slot| self.observed.policy.slot(slot));
        Some(Input {
            name: input.name.clone(),
            value: self.observed.value(&input.value)?.clone(),
            ty: input.value.ty,
            unit: slot.map_or(TimeUnit::Second, |slot| slot.time_unit),
        })
    }

    /// The row that answered, and what stood in it, one an output.
    pub(super) fn answers(&self, table: &Rows, trace: Option<&Trace>) -> (Option<RowTaken>, Vec<Answer>) {
        let Some(Trace::Row(taken)) = trace else { return (None, vec![]) };
        let Some(row) = table.rows.get(taken.row) else { return (None, vec![]) };
        (Some(self.row(taken.span)), row.values.iter().map(|value| self.answer(value)).collect())
    }

    fn answer(&self, value: &RowValue) -> Answer {
        match value {
            RowValue::Expr(expr) => {
                self.worked(expr, expr.span).map_or(Answer::Nothing, |worked| Answer::Worked(Box::new(worked)))
            }
            RowValue::Line(line) => self.height(line).unwrap_or(Answer::Nothing),
            RowValue::Missing => Answer::Nothing,
        }
    }

    fn height(&self, line: &Line) -> Option<Answer> {
        let (height, run) = self.observed.exact_height(line)?;
        let rounded_by = RoundedBy { step: line.step, mode: line.mode };
        Some(Answer::Line(Fraction::new(height, run)?, rounded_by))
    }

    /// The least change of what is graded that would reach a better label, all else as it is.
    fn next_label(&self, table: &Rows, taken: &RowTrace) -> Option<Distance> {
        let ([input], [Value::Number(here)]) = (table.inputs.as_slice(), taken.inputs.as_slice()) else { return None };
        let step = input.value.domain.numbers()?.step();
        let own = self.label(table.rows.get(taken.row)?)?;
        let steps = table.rows.iter().filter_map(|row| {
            let label = self.label(row).filter(|label| *label < own)?;
            let Some(Pattern::Interval { lo, hi }) = row.patterns.first() else { return None };
            let (bound, there) = nearest(here, (lo.as_ref(), hi.as_ref()), &step)?;
            // Another row may come first there.
            let answers = self.first(table, &there)?;
            let distance = &there - here;
            (self.label(answers)? == label).then(|| Distance {
                label: Value::Label(label),
                bound: bound.value.clone(),
                open: !bound.included,
                distance,
            })
        });
        steps.min_by_key(|to| to.distance.abs())
    }

    /// The label of a row that says it outright.
    fn label(&self, row: &Row) -> Option<usize> {
        match row.values.first()? {
            RowValue::Expr(expr) => match expr.kind {
                crate::ir::ExprKind::Constant(Value::Label(label)) => Some(label),
                _ => None,
            },
            RowValue::Line(_) | RowValue::Missing => None,
        }
    }

    /// The row that would answer to a value, where every guard that counts was evaluated.
    fn first<'t>(&self, table: &'t Rows, value: &Number) -> Option<&'t Row> {
        let value = Value::Number(value.clone());
        for row in table.rows.iter().filter(|row| row.patterns.iter().all(|pattern| pattern.takes(&value))) {
            match &row.guard {
                None => return Some(row),
                Some(guard) => match self.observed.value(guard)? {
                    Ok(Value::Bool(true)) => return Some(row),
                    Ok(Value::Bool(false)) => {}
                    _ => return None,
                },
            }
        }
        None
    }
}

/// The value of an interval that is nearest to one outside it, on the step, and the bound that it lies at.
fn nearest<'b>(
    here: &Number,
    (lo, hi): (Option<&'b Bound>, Option<&'b Bound>),
    step: &Number,
) -> Option<(&'b Bound, Number)> {
    let number = |bound: &'b Bound| bound.value.number().map(|number| (bound, number));
    if let Some((bound, lo)) = lo.and_then(number).filter(|(_, lo)| here <= *lo) {
        let least = lo.reach(step, crate::quantity::Rounding::Ceiling);
        return Some((bound, if bound.included || least > *lo { least } else { &least + step }));
    }
    let (bound, hi) = hi.and_then(number).filter(|(_, hi)| here >= *hi)?;
    let most = hi.reach(step, crate::quantity::Rounding::Floor);
    Some((bound, if bound.included || most < *hi { most } else { &most - step }))
}
