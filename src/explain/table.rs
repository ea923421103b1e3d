//! Grades and tables: the row that answered, and what it said.

use super::Asked;
use super::model::{Answer, Exact, Input, Output, RoundedBy, RowTaken, Table};
use crate::eval::Trace;
use crate::ir::{Input as Asking, Line, RowValue, SlotId, Step, Table as Rows, TableKind};

impl<'a> Asked<'a, '_> {
    /// The grades, or the tables, in the order of the policy.
    pub(super) fn tables(&self, kind: TableKind) -> Vec<Table<'a>> {
        let steps = self.written.policy.steps.iter().enumerate();
        let tables = steps.filter_map(|(at, step)| match step {
            Step::Table(table) if table.kind == kind => Some((table.span, self.table(at, table))),
            _ => None,
        });
        let mut tables: Vec<_> = tables.collect();
        tables.sort_by_key(|(span, _)| *span);
        tables.into_iter().map(|(_, table)| table).collect()
    }

    fn table(&self, at: usize, table: &'a Rows) -> Table<'a> {
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
            name: &table.name,
            on: table.inputs.iter().filter_map(|input| self.on(input)).collect(),
            row,
            outputs: outputs.collect(),
            to_next: match (table.kind, trace) {
                (TableKind::Grade, Some(Trace::Row(taken))) => self.next_label((at, table), taken),
                _ => None,
            },
        }
    }

    /// The name of an output without that of its table.
    fn output_name(&self, table: &Rows, slot: SlotId) -> &'a str {
        let name = self.written.policy.slot(slot).map_or("", |slot| slot.name.as_str());
        let own = name.strip_prefix(table.name.as_str()).and_then(|rest| rest.strip_prefix('.'));
        own.unwrap_or(name)
    }

    /// What a table is asked.
    pub(super) fn on(&self, input: &'a Asking) -> Option<Input<'a>> {
        Some(Input {
            name: &input.name,
            value: self.observed.value(&input.value)?.clone(),
            ty: input.value.ty,
            unit: self.unit(&input.value),
        })
    }

    /// The row that answered, and what stood in it, one an output.
    pub(super) fn answers(&self, table: &'a Rows, trace: Option<&Trace>) -> (Option<RowTaken<'a>>, Vec<Answer<'a>>) {
        let Some(Trace::Row(taken)) = trace else { return (None, vec![]) };
        let Some(row) = table.rows.get(taken.row) else { return (None, vec![]) };
        (Some(self.row(taken.row, taken.span)), row.values.iter().map(|value| self.answer(value)).collect())
    }

    fn answer(&self, value: &'a RowValue) -> Answer<'a> {
        match value {
            RowValue::Expr(expr) => {
                self.worked(expr, expr.span).map_or(Answer::Nothing, |worked| Answer::Worked(Box::new(worked)))
            }
            RowValue::Line(line) => self.height(line).unwrap_or(Answer::Nothing),
            RowValue::Missing => Answer::Nothing,
        }
    }

    fn height(&self, line: &Line) -> Option<Answer<'a>> {
        let (height, run) = self.observed.exact_height(line)?;
        let rounded_by = RoundedBy { step: line.step, mode: line.mode };
        Some(Answer::Line(Exact::over(height, run)?, rounded_by))
    }
}
