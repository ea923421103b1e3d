//! What is found over all rows of a lookup.

use super::super::expression::{Scope, Window};
use super::super::observer::Spot;
use super::super::{Stop, aggregate};
use super::part::Part;
use super::stages::Stage;
use super::{Found, Run};
use crate::ir::{OverRows, Relation, SlotId, Value};

impl Run<'_> {
    /// What a step over the rows of a lookup is for each record of a period. Where it asks nothing of the
    /// record, it is the same for all.
    pub(super) fn over_rows(
        &self,
        step: &OverRows,
        period: Option<i32>,
        members: &[usize],
        stage: &Stage,
        parts: Vec<Part>,
    ) -> Vec<Found> {
        let Some(relation) = self.policy.relation(step.relation) else { return vec![] };
        let one = |member: usize| self.over_rows_of(step, period, self.partly(member, &stage.needed).scope(()));
        let own = |slot: SlotId| relation.slots.contains(&slot.0);
        let same = step.many.expressions().all(|expr| !expr.reads(|slot| !own(slot)));
        match (same, members.first()) {
            (true, Some(first)) => vec![one(*first); parts.len()],
            _ => members.iter().map(|member| one(*member)).collect(),
        }
    }

    /// The same for one record.
    pub(super) fn over_rows_of(&self, step: &OverRows, period: Option<i32>, scope: Scope<()>) -> Found {
        let Some(relation) = self.policy.relation(step.relation) else { return Found::unknown() };
        let all = self.tables.of(step.relation).iter().enumerate().filter(|(_, row)| is_of(relation, row, period));
        let rows: Vec<(usize, Window)> =
            all.map(|(at, values)| (at, Window { first: relation.slots.start, values })).collect();
        let at = (Spot::of(&step.many), relation.span);
        let value = aggregate::of_rows(scope, &step.many, rows.iter().copied(), at);
        Found { value, members: rows.len(), counted: rows.len(), doubt: None }
    }
}

/// Whether a row is of a period. Where a test does not say, it is.
fn is_of(relation: &Relation, row: &[Result<Value, Stop>], period: Option<i32>) -> bool {
    match (relation.period.and_then(|slot| relation.value(row, slot)), period) {
        (Some(Ok(Value::Calendar(moment))), Some(period)) => moment.ordinal == period,
        _ => true,
    }
}
