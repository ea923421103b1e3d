//! How far the next better label of a grade is, or more points of an item.

use super::Asked;
use super::model::Distance;
use crate::analysis::dependents;
use crate::eval::RowTrace;
use crate::ir::{Expr, ExprKind, Input, Pattern, Row, RowValue, SlotId, Table, Value};
use crate::quantity::{Number, Numbers, Rounding};

impl Asked<'_> {
    /// The least change of what is graded that would reach a better label, all else as it is. Nothing, where there is
    /// none, or where a guard that nobody has asked could say something else on the way.
    pub(super) fn next_label(&self, table: &Table, taken: &RowTrace) -> Option<Distance> {
        // The labels of a grade stand from best to worst.
        self.next(table, taken, |row| Some(Value::Label(label(row)?)), |new, old| new < old)
    }

    /// The same of what is scored and more points.
    pub(super) fn next_points(&self, table: &Table, taken: &RowTrace) -> Option<Distance> {
        self.next(table, taken, |row| Some(Value::Number(points(row)?)), |new, old| new > old)
    }

    fn next(
        &self,
        table: &Table,
        taken: &RowTrace,
        says: impl Fn(&Row) -> Option<Value>,
        is_better: impl Fn(&Value, &Value) -> bool,
    ) -> Option<Distance> {
        let ([input], [Value::Number(here)]) = (table.inputs.as_slice(), taken.inputs.as_slice()) else { return None };
        let own = says(table.rows.get(taken.row)?)?;
        let guards = self.guards(table, input);
        let tries = tries(table, input.value.domain.numbers()?, here);
        for (at, there) in tries.iter().enumerate() {
            let row = first(table, &guards, there)?;
            let said = says(row)?;
            if is_better(&said, &own) {
                let (bound, open) = edge(row.patterns.first()?, here, there, tries.get(..at)?);
                return Some(Distance { label: said, bound, open, distance: there - here });
            }
        }
        None
    }

    /// What the guard of each row says, also where something else is graded; nothing, where that is not known.
    fn guards(&self, table: &Table, input: &Input) -> Vec<Option<bool>> {
        let graded = input.value.slots();
        let moving: Vec<Vec<bool>> = match table.rows.iter().any(|row| row.guard.is_some()) {
            true => graded.iter().map(|slot| dependents(self.observed.policy, *slot)).collect(),
            false => vec![],
        };
        let moves = |slot: SlotId| moving.iter().any(|moving| moving.get(slot.0).copied().unwrap_or(false));
        let said = |guard: &Expr| match self.observed.value(guard) {
            Some(Ok(Value::Bool(holds))) if !guard.reads(moves) => Some(*holds),
            _ => None,
        };
        table.rows.iter().map(|row| row.guard.as_ref().map_or(Some(true), said)).collect()
    }
}

/// The row that would answer to a value; nothing, where that hangs on a guard of which nothing is known.
fn first<'t>(table: &'t Table, guards: &[Option<bool>], value: &Number) -> Option<&'t Row> {
    let value = Value::Number(value.clone());
    let mut takes = table.rows.iter().zip(guards).filter(|(row, _)| row.patterns.iter().all(|it| it.takes(&value)));
    takes.find(|(_, holds)| **holds != Some(false)).and_then(|(row, holds)| holds.map(|_| row))
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

/// The other values that can be, the nearest first: of many those at the bounds of the rows and a step beside them, for
/// in between nothing changes.
fn tries(table: &Table, domain: &Numbers, here: &Number) -> Vec<Number> {
    let mut tries: Vec<Number> = match domain {
        Numbers::Values(values) => values.iter().cloned().collect(),
        Numbers::Range { step, .. } => {
            let patterns = table.rows.iter().filter_map(|row| row.patterns.first());
            let beside = |turn: &Number| {
                let at = turn.reach(step, Rounding::Floor);
                [&at - step, &at + step, at]
            };
            let tries = patterns.flat_map(turns).flat_map(beside);
            tries.filter(|there| domain.contains(there.clone())).collect()
        }
    };
    tries.retain(|there| there != here);
    tries.sort_by_cached_key(|there| ((there - here).abs(), there.clone()));
    tries.dedup();
    tries
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
fn edge(pattern: &Pattern, here: &Number, there: &Number, nearer: &[Number]) -> (Value, bool) {
    let up = there > here;
    let own = match pattern {
        Pattern::Interval { lo, hi } => if up { lo } else { hi }.as_ref(),
        _ => None,
    };
    let takes_nearer = nearer.iter().any(|it| (it > here) == up && pattern.takes(&Value::Number(it.clone())));
    match own {
        Some(bound) if !takes_nearer && !pattern.takes(&Value::Number(here.clone())) => {
            (bound.value.clone(), !bound.included)
        }
        _ => (Value::Number(there.clone()), false),
    }
}
