//! How far the next better label of a grade is, or more points of an item.

use super::Asked;
use super::model::Distance;
use crate::analysis::dependents;
use crate::eval::RowTrace;
use crate::ir::{ExprKind, Input, Pattern, Policy, Row, RowValue, SlotId, Table, Value};
use crate::quantity::{Number, Numbers, Rounding};

/// The values that a table over one number can be asked: of many those at the bounds of its rows and a step beside them,
/// for in between nothing changes.
#[derive(Debug)]
pub(super) struct Ladder {
    /// From the least to the greatest, each with the rows that take it.
    values: Vec<(Number, Vec<usize>)>,
    /// Whether the guard of a row may hang on what is asked.
    moves: Vec<bool>,
}

impl Ladder {
    /// Those of a table; nothing, where it is asked something else than one number.
    pub fn of(policy: &Policy, table: &Table) -> Option<Ladder> {
        let [input] = table.inputs.as_slice() else { return None };
        let with_rows = |value: Number| {
            let asked = Value::Number(value.clone());
            let takes = |row: &Row| row.patterns.iter().all(|it| it.takes(&asked));
            let rows = table.rows.iter().enumerate().filter(|(_, row)| takes(row)).map(|(at, _)| at);
            (value, rows.collect())
        };
        let values = values(table, input.value.domain.numbers()?).into_iter().map(with_rows).collect();
        Some(Ladder { values, moves: moves(policy, table, input) })
    }

    /// The values that can be but the one at hand, the nearest first; of two equally near the smaller.
    fn from<'l>(&'l self, here: &'l Number) -> impl Iterator<Item = &'l (Number, Vec<usize>)> {
        let (below, above) = self.values.split_at(self.values.partition_point(|(value, _)| value < here));
        let mut below = below.iter().rev().peekable();
        let mut above = above.iter().skip_while(move |(value, _)| value == here).peekable();
        std::iter::from_fn(move || match (below.peek(), above.peek()) {
            (Some((lower, _)), Some((upper, _))) if upper - here < here - lower => above.next(),
            (None, Some(_)) => above.next(),
            _ => below.next(),
        })
    }
}

impl Asked<'_, '_> {
    /// The least change of what is graded that would reach a better label, all else as it is. Nothing, where there is
    /// none, or where a guard that nobody has asked could say something else on the way.
    pub(super) fn next_label(&self, table: (usize, &Table), taken: &RowTrace) -> Option<Distance> {
        // The labels of a grade stand from best to worst.
        self.next(table, taken, |row| Some(Value::Label(label(row)?)), |new, old| new < old)
    }

    /// The same of what is scored and more points.
    pub(super) fn next_points(&self, table: (usize, &Table), taken: &RowTrace) -> Option<Distance> {
        self.next(table, taken, |row| Some(Value::Number(points(row)?)), |new, old| new > old)
    }

    fn next(
        &self,
        (step, table): (usize, &Table),
        taken: &RowTrace,
        says: impl Fn(&Row) -> Option<Value>,
        is_better: impl Fn(&Value, &Value) -> bool,
    ) -> Option<Distance> {
        let [Value::Number(here)] = taken.inputs.as_slice() else { return None };
        let ladder = self.written.ladder(step)?;
        let own = says(table.rows.get(taken.row)?)?;
        // Who has the best already need not look for a way.
        if !table.rows.iter().filter_map(&says).any(|said| is_better(&said, &own)) {
            return None;
        }
        for (there, rows) in ladder.from(here) {
            let row = self.first(table, ladder, rows)?;
            let said = says(row)?;
            if is_better(&said, &own) {
                let nearer = ladder.from(here).map(|(value, _)| value).take_while(|value| *value != there);
                let (bound, open) = edge(row.patterns.first()?, here, there, nearer);
                return Some(Distance { label: said, bound, open, distance: there - here });
            }
        }
        None
    }

    /// The first of these rows that would answer; nothing, where that hangs on a guard of which nothing is known.
    fn first<'t>(&self, table: &'t Table, ladder: &Ladder, rows: &[usize]) -> Option<&'t Row> {
        for at in rows {
            let row = table.rows.get(*at)?;
            let Some(guard) = &row.guard else { return Some(row) };
            match self.observed.value(guard) {
                Some(Ok(Value::Bool(holds))) if ladder.moves.get(*at) == Some(&false) => {
                    if *holds {
                        return Some(row);
                    }
                }
                _ => return None,
            }
        }
        None
    }
}

/// For each row whether its guard may say something else where something else is asked.
fn moves(policy: &Policy, table: &Table, input: &Input) -> Vec<bool> {
    if table.rows.iter().all(|row| row.guard.is_none()) {
        return vec![false; table.rows.len()];
    }
    let asked = input.value.slots();
    let moving: Vec<Vec<bool>> = asked.iter().map(|slot| dependents(policy, *slot)).collect();
    let moves = |slot: SlotId| moving.iter().any(|moving| moving.get(slot.0).copied().unwrap_or(false));
    table.rows.iter().map(|row| row.guard.as_ref().is_some_and(|guard| guard.reads(moves))).collect()
}

/// The label of a row that says it outright.
fn label(row: &Row) -> Option<usize> {
    match row.values.first()? {
        RowValue::Expr(expr) => match expr.kind {
            ExprKind::Constant(Value::Label(label)) => Some(label),
            _ => None,
        },
        RowValue::Line(_) | RowValue::Missing => None,
    }
}

/// The points of a row that says them outright.
fn points(row: &Row) -> Option<Number> {
    match row.values.first()? {
        RowValue::Expr(expr) => match &expr.kind {
            ExprKind::Constant(Value::Number(points)) => Some(points.clone()),
            _ => None,
        },
        RowValue::Line(_) | RowValue::Missing => None,
    }
}

/// The values that can be asked, of many those at which something changes, from the least to the greatest.
fn values(table: &Table, domain: &Numbers) -> Vec<Number> {
    let mut values: Vec<Number> = match domain {
        Numbers::Values(values) => values.iter().cloned().collect(),
        Numbers::Range { step, .. } => {
            let patterns = table.rows.iter().filter_map(|row| row.patterns.first());
            let beside = |turn: &Number| {
                let at = turn.reach(step, Rounding::Floor);
                [&at - step, &at + step, at]
            };
            let values = patterns.flat_map(turns).flat_map(beside);
            values.filter(|value| domain.contains(value.clone())).collect()
        }
    };
    values.sort_unstable();
    values.dedup();
    values
}

/// The numbers at which a pattern takes something else.
fn turns(pattern: &Pattern) -> Vec<&Number> {
    match pattern {
        Pattern::Interval { lo, hi } => [lo, hi].into_iter().flatten().filter_map(|it| it.value.number()).collect(),
        Pattern::Values(values) | Pattern::Not(values) => values.iter().filter_map(Value::number).collect(),
        Pattern::Any | Pattern::Missing | Pattern::Otherwise | Pattern::Invalid => vec![],
    }
}

/// The bound at which a pattern begins to take values on the way, and whether it does not itself belong to it: its own,
/// unless it takes a nearer value, which another row is given; else the value that is reached.
fn edge<'n>(
    pattern: &Pattern,
    here: &Number,
    there: &Number,
    mut nearer: impl Iterator<Item = &'n Number>,
) -> (Value, bool) {
    let up = there > here;
    let own = match pattern {
        Pattern::Interval { lo, hi } => if up { lo } else { hi }.as_ref(),
        _ => None,
    };
    let takes_nearer = nearer.any(|it| (it > here) == up && pattern.takes(&Value::Number(it.clone())));
    match own {
        Some(bound) if !takes_nearer && !pattern.takes(&Value::Number(here.clone())) => {
            (bound.value.clone(), !bound.included)
        }
        _ => (Value::Number(there.clone()), false),
    }
}
