//! The courses of what a table answers.

use super::course::{Course, Courses, ends};
use crate::analysis::coverage::Places;
use crate::analysis::tables::{Axis, Points};
use crate::ir::{Row, RowValue, Table};
use crate::quantity::Number;

/// A table in which more patterns would have to be looked at is not gone through.
const MOST_LOOKS: usize = 5_000_000;
/// Each guard doubles them.
const MOST_GUARDS: usize = 4;

/// One course an output.
pub(super) fn courses(courses: &Courses, table: &Table) -> Vec<Course> {
    let unknown = vec![Course::UNKNOWN; table.outputs.len()];
    if table.rows.iter().flat_map(|row| &row.guard).any(|guard| !courses.of(guard).is_flat()) {
        return unknown;
    }
    let moving = table.inputs.iter().enumerate().filter(|(_, input)| !courses.of(&input.value).is_flat());
    match moving.map(|(at, _)| at).collect::<Vec<_>>().as_slice() {
        [] => (0..table.outputs.len()).map(|output| own(courses, table, output)).collect(),
        [one] => along(courses, table, *one).unwrap_or(unknown),
        _ => unknown,
    }
}

/// The course of an output where the row stays the same.
fn own(courses: &Courses, table: &Table, output: usize) -> Course {
    let values = table.rows.iter().filter_map(|row| row.values.get(output));
    Course::all(values.map(|value| match value {
        RowValue::Expr(expr) => courses.of(expr),
        RowValue::Line(_) | RowValue::Missing => Course::FLAT,
    }))
}

/// A table of which one input moves: its rows, as that input grows.
struct Moving<'a> {
    courses: &'a Courses<'a>,
    table: &'a Table,
    /// The input that moves.
    input: usize,
    axes: Vec<Axis>,
    /// For each row and input the places that it takes.
    places: Vec<Vec<Places>>,
}

fn along(courses: &Courses, table: &Table, input: usize) -> Option<Vec<Course>> {
    let moved = &table.inputs.get(input)?.value;
    if table.rows.iter().any(|row| row.invalid) || (moved.optional && !courses.is_field(moved)) {
        return None;
    }
    let patterns = |at: usize| table.rows.iter().filter_map(move |row| row.patterns.get(at));
    let axes = table.inputs.iter().enumerate().map(|(at, input)| Axis::of(input, patterns(at)));
    let axes: Vec<Axis> = axes.collect::<Option<_>>()?;
    if matches!(axes.get(input)?.points, Points::Texts(_)) {
        return None;
    }
    let of_row = |row: &Row| row.patterns.iter().zip(&axes).map(|(pattern, axis)| axis.places(pattern)).collect();
    let places: Vec<Vec<Places>> = table.rows.iter().map(of_row).collect::<Option<_>>()?;
    let moving = Moving { courses, table, input, axes, places };
    let sequences = moving.sequences()?;
    let course = courses.of(moved);
    Some((0..table.outputs.len()).map(|output| moving.course(&sequences, output, course)).collect())
}

impl Moving<'_> {
    /// For each combination of the other inputs and guards the rows that answer one after the other.
    fn sequences(&self) -> Option<Vec<Vec<usize>>> {
        let cells: Vec<Vec<i128>> = self.axes.iter().enumerate().map(|(at, axis)| self.cells(at, axis)).collect();
        let guards = self.table.rows.iter().filter(|row| row.guard.is_some()).count();
        let mut others = cells.iter().enumerate().filter(|(at, _)| *at != self.input).map(|(_, cells)| cells.len());
        let count = others.try_fold(1_usize, |product, len| product.checked_mul(len))?;
        let looks = count.checked_mul(cells.get(self.input)?.len())?.checked_mul(self.table.rows.len())?;
        if guards > MOST_GUARDS || looks > MOST_LOOKS >> guards {
            return None;
        }
        let mut sequences = vec![];
        for number in 0..count {
            let mut point = combination(&cells, self.input, number)?;
            for open in 0..1_usize << guards {
                let mut rows: Vec<usize> = vec![];
                for cell in cells.get(self.input)? {
                    point.get_mut(self.input).into_iter().for_each(|place| *place = *cell);
                    let row = self.taker(&point, open)?;
                    rows.extend((rows.last() != Some(&row)).then_some(row));
                }
                sequences.push(rows);
            }
        }
        sequences.sort();
        sequences.dedup();
        Some(sequences)
    }

    /// A place in each part of an axis within which every pattern says the same.
    fn cells(&self, at: usize, axis: &Axis) -> Vec<i128> {
        let missing = (axis.extent.missing && at != self.input).then_some(axis.extent.len);
        let inside = |place: &i128| (1..axis.extent.len).contains(place);
        match axis.extent.ordered {
            true => [0].into_iter().chain(axis.edges.keys().copied().filter(inside)).chain(missing).collect(),
            false => (0..axis.extent.len).chain(missing).collect(),
        }
    }

    /// The row that takes a point where these guards hold, one bit a guard.
    fn taker(&self, point: &[i128], open: usize) -> Option<usize> {
        let mut guard = 0;
        for (at, (row, places)) in self.table.rows.iter().zip(&self.places).enumerate() {
            let holds = row.guard.is_none() || {
                guard += 1;
                open >> (guard - 1) & 1 == 1
            };
            if holds && places.iter().zip(point).all(|(places, place)| places.contains(*place)) {
                return Some(at);
            }
        }
        None
    }

    fn course(&self, sequences: &[Vec<usize>], output: usize, input: Course) -> Course {
        let value = |row: &usize| self.table.rows.get(*row).and_then(|row| row.values.get(output));
        let (mut ascends, mut descends, mut own) = (true, true, Course::FLAT);
        for rows in sequences {
            for row in rows {
                own = own.and(value(row).map_or(Course::UNKNOWN, |value| self.own(value, input)));
            }
            for (before, after) in rows.iter().zip(rows.iter().skip(1)) {
                let (Some(before), Some(after)) = (value(before), value(after)) else { return Course::UNKNOWN };
                ascends &= self.not_less(after, before);
                descends &= self.not_less(before, after);
            }
        }
        let up = (input.up && ascends) || (input.down && descends);
        let down = (input.up && descends) || (input.down && ascends);
        Course { up: up && own.up, down: down && own.down }
    }

    /// The course of an answer within its row.
    fn own(&self, value: &RowValue, input: Course) -> Course {
        match value {
            RowValue::Expr(expr) if expr.optional => Course::UNKNOWN,
            RowValue::Expr(expr) => self.courses.of(expr),
            RowValue::Line(line) if line.from <= line.to => input,
            RowValue::Line(_) => input.flip(),
            RowValue::Missing => Course::UNKNOWN,
        }
    }

    fn not_less(&self, more: &RowValue, less: &RowValue) -> bool {
        if let (RowValue::Expr(more), RowValue::Expr(less)) = (more, less) {
            return self.courses.not_less(more, less);
        }
        matches!((span(more), span(less)), (Some(more), Some(less)) if more.0 >= less.1)
    }
}

/// The least and the greatest that an answer can be.
fn span(value: &RowValue) -> Option<(Number, Number)> {
    match value {
        RowValue::Expr(expr) => ends(&expr.domain),
        RowValue::Line(line) => Some((line.from.min(line.to).into(), line.from.max(line.to).into())),
        RowValue::Missing => None,
    }
}

/// The combination of that number of the cells of all axes but one.
fn combination(cells: &[Vec<i128>], but: usize, mut number: usize) -> Option<Vec<i128>> {
    let mut point = vec![];
    for (at, cells) in cells.iter().enumerate() {
        if at == but {
            point.push(0);
            continue;
        }
        point.push(*cells.get(number.checked_rem(cells.len())?)?);
        number /= cells.len().max(1);
    }
    Some(point)
}
