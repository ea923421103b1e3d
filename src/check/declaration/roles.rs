//! Items for some people only: which of them count for each label of a field, as `role`.
//!
//! Who is exempt from an item is said in its rows. Where they hang on the labels of a field alone, the items of each label
//! make a sum of their own, and whether somebody is exempt from all is known label by label.

use super::build::Build;
use crate::ir::{Expr, ExprKind, Pattern, Role, Row, RowValue, Share, SlotId, Step, Table, Type, Value};
use crate::quantity::{Domain, Number};

/// What counts for the people of one label.
pub(super) struct Of {
    /// The label's place among those of the field.
    pub label: usize,
    /// The sum of what counts unless another reason leaves it out.
    pub counted: Number,
    /// The sum of what counts for certain.
    pub certain: Number,
    /// Of each item, whether it counts unless another reason leaves it out.
    pub items: Vec<bool>,
}

/// The labels of each field that somebody's items can hang on, with what counts for each.
pub(super) fn each(build: &Build, shares: &[Share]) -> Vec<(SlotId, Vec<Of>)> {
    let tables: Vec<Option<&Table>> = shares.iter().map(|share| table(build, share.points)).collect();
    let fields = build.cx.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Field && !slot.optional);
    let of_field = |(at, slot): (usize, &crate::ir::Slot)| {
        let Domain::Labels(labels) = &slot.domain else { return None };
        let told = labels.iter().map(|label| {
            let by = Labelled { build, field: SlotId(at), label: *label };
            let items: Vec<Option<bool>> =
                shares.iter().zip(&tables).map(|(share, table)| by.counts(share.points, *table)).collect();
            let sum = |counts: &dyn Fn(&Option<bool>) -> bool| {
                shares.iter().zip(&items).filter(|(_, item)| counts(item)).map(|(share, _)| share.share.clone()).sum()
            };
            let (counted, certain) = (sum(&|item| *item != Some(false)), sum(&|item| *item == Some(true)));
            Of { label: *label, counted, certain, items: items.iter().map(|item| *item != Some(false)).collect() }
        });
        Some((SlotId(at), told.collect()))
    };
    fields.filter_map(of_field).collect()
}

/// The least sum of what counts for certain, whatever the label is: the best that any field tells.
pub(super) fn least(build: &Build, shares: &[Share]) -> Option<Number> {
    let of_field = |(_, each): (SlotId, Vec<Of>)| each.into_iter().map(|of| of.certain).min();
    each(build, shares).into_iter().filter_map(of_field).max()
}

/// The table that scores an item.
fn table<'a>(build: &'a Build, points: SlotId) -> Option<&'a Table> {
    build.steps.iter().find_map(|step| match step {
        Step::Table(table) if table.outputs.contains(&points) => Some(table),
        _ => None,
    })
}

/// The people of one label.
struct Labelled<'a> {
    build: &'a Build<'a>,
    field: SlotId,
    label: usize,
}

impl Labelled<'_> {
    /// Whether an item counts for them: for certain, never (but for what is missing), or it hangs on more.
    fn counts(&self, points: SlotId, table: Option<&Table>) -> Option<bool> {
        if !self.build.cx.slots.get(points.0)?.optional {
            return Some(true);
        }
        let table = table?;
        for row in &table.rows {
            let exempt = row.values.first() == Some(&RowValue::Missing);
            match (self.takes(table, row), exempt) {
                (Some(false), _) => {}
                (Some(true), true) => return Some(false),
                (Some(true), false) if table.inputs.iter().all(|input| !input.value.optional) => return Some(true),
                _ if self.can_be_exempt(table) => return None,
                _ => return Some(true),
            }
        }
        None
    }

    /// Whether any row that can take one of them leaves the item out.
    fn can_be_exempt(&self, table: &Table) -> bool {
        let exempt = |row: &&Row| row.values.first() == Some(&RowValue::Missing);
        table.rows.iter().filter(exempt).any(|row| self.takes(table, row) != Some(false))
    }

    /// Whether a row takes all of them who have a value, or none.
    fn takes(&self, table: &Table, row: &Row) -> Option<bool> {
        if row.invalid {
            return None;
        }
        let patterns = row.patterns.iter().zip(&table.inputs);
        let each = patterns.map(|(pattern, input)| self.matches(&input.value, pattern));
        both(each.chain(row.guard.iter().map(|guard| self.truth(guard))))
    }

    fn matches(&self, value: &Expr, pattern: &Pattern) -> Option<bool> {
        match pattern {
            Pattern::Any | Pattern::Otherwise => Some(true),
            Pattern::Missing if !value.optional => Some(false),
            _ => Some(pattern.takes(&self.value(value)?)),
        }
    }

    /// The value of an expression where the label alone tells it.
    fn value(&self, expr: &Expr) -> Option<Value> {
        match &expr.kind {
            ExprKind::Constant(value) => Some(value.clone()),
            ExprKind::Slot(slot) if *slot == self.field => Some(Value::Label(self.label)),
            _ if expr.ty == Type::Bool => self.truth(expr).map(Value::Bool),
            _ => None,
        }
    }

    fn truth(&self, condition: &Expr) -> Option<bool> {
        match &condition.kind {
            ExprKind::Constant(Value::Bool(truth)) => Some(*truth),
            ExprKind::Not(inner) => self.truth(inner).map(|truth| !truth),
            ExprKind::Logic { and: true, left, right } => both([self.truth(left), self.truth(right)].into_iter()),
            ExprKind::Logic { left, right, .. } => {
                let denied = [left, right].map(|side| self.truth(side).map(|truth| !truth));
                both(denied.into_iter()).map(|neither| !neither)
            }
            ExprKind::Compare { op, left, right } => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                Some(Pattern::compared(*op, &right, condition.span).takes(&left))
            }
            ExprKind::Matches { value, pattern } => self.matches(value, pattern),
            ExprKind::Slot(slot) => {
                let parts = self.build.cx.conditions.get(slot)?;
                both(parts.iter().map(|part| self.truth(part)))
            }
            _ => None,
        }
    }
}

/// Whether all hold: none does not, and all are known.
fn both(mut each: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    each.try_fold(Some(true), |all, one| match one {
        Some(false) => Err(false),
        Some(true) => Ok(all),
        None => Ok(None),
    })
    .unwrap_or_else(Some)
}
