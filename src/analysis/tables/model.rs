//! A table as the algebra of coverage takes it: inputs as axes, rows as areas.

use super::axis::{Axis, shape};
use crate::analysis::coverage::{Area, Cover};
use crate::ir::{ExprKind, Input, Pattern, Policy, Row, RowValue, Table, TableKind, Value};
use crate::source::Sources;

/// A table with its inputs as axes and its rows as areas.
pub(in crate::analysis) struct Model<'a> {
    /// The policy, for its labels and currency.
    pub policy: &'a Policy,
    /// The text, for what edits keep of it.
    pub sources: &'a Sources,
    /// The table.
    pub table: &'a Table,
    /// An axis for each input.
    pub axes: Vec<Axis>,
    /// For each input the first that is the same: most often itself.
    pub firsts: Vec<usize>,
    /// An area for each row; `None` where an error was told in it.
    pub rows: Vec<Option<Cover>>,
    /// Whether the rows are the slices of a marginal scale.
    pub slices: bool,
}

impl<'a> Model<'a> {
    /// The model of a table; `None` where the values of an input are not known.
    pub fn of(policy: &'a Policy, sources: &'a Sources, table: &'a Table) -> Option<Model<'a>> {
        let firsts = firsts(&table.inputs);
        let axis = |(at, input)| {
            let rows = table.rows.iter().filter(|row| !row.invalid);
            let alike = |column: &usize| firsts.get(*column) == firsts.get(at);
            let columns: Vec<usize> = (0..firsts.len()).filter(alike).collect();
            Axis::of(input, rows.flat_map(|row| columns.iter().filter_map(|column| row.patterns.get(*column))))
        };
        let axes: Vec<Axis> = table.inputs.iter().enumerate().map(axis).collect::<Option<_>>()?;
        let rows = table.rows.iter().map(|row| cover(row, &axes)).collect();
        Some(Model { policy, sources, table, axes, firsts, rows, slices: false })
    }

    /// Whether of a row without an error it is not known what it takes.
    pub fn is_blurred(&self) -> bool {
        self.table.rows.iter().zip(&self.rows).any(|(row, cover)| !row.invalid && cover.is_none() && !is_told(row))
    }

    /// The row of that number.
    pub fn row(&self, at: usize) -> Option<&'a Row> {
        self.table.rows.get(at)
    }

    /// The pattern of a row for an input.
    pub fn pattern(&self, row: usize, axis: usize) -> Option<&'a Pattern> {
        self.row(row)?.patterns.get(axis)
    }

    /// The rows that surely take something, with their numbers.
    pub fn takers(&self) -> impl Iterator<Item = (usize, &Cover)> {
        let rows = self.rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?)));
        rows.filter(|(_, row)| !row.guarded)
    }

    /// The row that takes a combination of inputs.
    pub fn taker(&self, point: &[i128]) -> Option<usize> {
        self.takers().find(|(_, row)| row.area.contains(point)).map(|(at, _)| at)
    }

    /// The label that a row of a grade gives.
    pub fn grade(&self, row: usize) -> Option<&'a str> {
        if self.table.kind != TableKind::Grade {
            return None;
        }
        let RowValue::Expr(value) = self.row(row)?.values.first()? else { return None };
        let ExprKind::Constant(Value::Label(label)) = value.kind else { return None };
        self.policy.label(value.ty, label)
    }
}

/// Whether an error was told in one of the patterns.
fn is_told(row: &Row) -> bool {
    row.patterns.contains(&Pattern::Invalid)
}

fn cover(row: &Row, axes: &[Axis]) -> Option<Cover> {
    if row.invalid || row.patterns.len() != axes.len() {
        return None;
    }
    let places = row.patterns.iter().zip(axes).map(|(pattern, axis)| axis.places(pattern));
    Some(Cover {
        area: Area(places.collect::<Option<_>>()?),
        shapes: row.patterns.iter().map(shape).collect(),
        guarded: row.guard.is_some(),
        rest: row.patterns.contains(&Pattern::Otherwise),
    })
}

/// For each input the first one that always has the same value; itself, where there is none.
fn firsts(inputs: &[Input]) -> Vec<usize> {
    let first = |(at, input): (usize, &Input)| {
        inputs.iter().take(at).position(|earlier| earlier.value.alike(&input.value)).unwrap_or(at)
    };
    inputs.iter().enumerate().map(first).collect()
}
