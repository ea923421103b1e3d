//! Whether an amount that is shared out is one for the whole group.
//!
//! What a value goes by are fields of the record: its own, those that a lookup's row is joined by, the key for
//! what comes of a person's past. The period is one for all that are reckoned together, and a value over a group
//! goes by what makes the group; a column of a table by another that makes the group, where no two rows that agree in
//! that answer differently in it: the pool of a grade by its label. A pool may go by nothing that its own group does not.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Allocate, Cohort, CohortFunction, Expr, ExprKind, Policy, RelationId, Row, RowValue, SlotId, Step, Type, Value,
};
use crate::source::Sources;

/// Tells the pools that may differ within a group.
pub(super) fn analyse(policy: &Policy, sources: &Sources, told: &mut Vec<Diagnostic>) {
    for step in &policy.steps {
        if let Step::Cohort(cohort) = step
            && let CohortFunction::Allocate(allocate) = &cohort.function
            && let Some(field) = Group::of(policy, sources, &cohort.within).lacking(&allocate.pool)
        {
            told.push(differs(policy, sources, cohort, allocate, field));
        }
    }
}

/// For each slot a field that it goes by and the group does not; of what is one for the group, none.
struct Group<'a> {
    policy: &'a Policy,
    sources: &'a Sources,
    /// What makes the group, as it is written.
    within: HashSet<&'a str>,
    /// What makes the group, where it is the value of a slot.
    keys: HashSet<SlotId>,
    lacking: Vec<Option<SlotId>>,
}

impl<'a> Group<'a> {
    fn of(policy: &'a Policy, sources: &'a Sources, within: &[Expr]) -> Self {
        let keys: HashSet<SlotId> = within.iter().filter_map(Expr::slot).collect();
        let written = within.iter().map(|key| sources.slice(key.span)).collect();
        let lacking = vec![None; policy.slots.len()];
        let mut group = Group { policy, sources, within: written, keys: keys.clone(), lacking };
        let mut people = policy.keys().peekable();
        if people.peek().is_some() && people.all(|key| keys.contains(&key)) {
            // Each person is a group.
            return group;
        }
        for (at, field) in policy.fields.iter().enumerate() {
            if !field.period && !keys.contains(&SlotId(at)) {
                group.set(SlotId(at), Some(SlotId(at)));
            }
        }
        for (at, relation) in policy.relations.iter().enumerate() {
            let by = group.joined(RelationId(at));
            let slots = relation.slots.clone().map(SlotId).filter(|slot| !keys.contains(slot));
            slots.for_each(|slot| group.set(slot, by));
        }
        for step in &policy.steps {
            let by = group.of_step(step);
            for slot in step.outputs().into_iter().filter(|slot| !keys.contains(slot)) {
                group.set(slot, group.of_column(step, slot).unwrap_or(by));
            }
        }
        group
    }

    fn set(&mut self, slot: SlotId, by: Option<SlotId>) {
        self.lacking.get_mut(slot.0).into_iter().for_each(|place| *place = by);
    }

    fn get(&self, slot: SlotId) -> Option<SlotId> {
        self.lacking.get(slot.0).copied().flatten()
    }

    /// What the rows of a relation that belong to a record go by.
    fn joined(&self, relation: RelationId) -> Option<SlotId> {
        self.policy.relation(relation)?.join.iter().find_map(|(of_record, _)| self.get(*of_record))
    }

    fn key(&self) -> Option<SlotId> {
        self.policy.keys().find_map(|key| self.get(key))
    }

    fn of_step(&self, step: &Step) -> Option<SlotId> {
        // What is written alike is alike.
        let other = |expr: &&Expr| !self.within.contains(self.sources.slice(expr.span));
        let among = |exprs: &[Expr]| exprs.iter().filter(other).find_map(|expr| self.lacking(expr));
        match step {
            Step::Cohort(it) => match &it.function {
                CohortFunction::Aggregate(_) => among(&it.within),
                CohortFunction::Rank(_) => step.expressions().into_iter().find_map(|expr| self.lacking(expr)),
                CohortFunction::Allocate(_) => self.key().or_else(|| among(&it.within)),
            },
            Step::OverRows(it) => {
                let own = self.policy.relation(it.relation).map_or(0..0, |relation| relation.slots.clone());
                let read = it.many.expressions().flat_map(Expr::slots).filter(|slot| !own.contains(&slot.0));
                read.into_iter().find_map(|slot| self.get(slot))
            }
            Step::History(_) => self.key(),
            step => step.expressions().into_iter().find_map(|expr| self.lacking(expr)),
        }
    }

    /// What a column of a table goes by where another column, which makes the group, settles which answer it is.
    fn of_column(&self, step: &Step, slot: SlotId) -> Option<Option<SlotId>> {
        let Step::Table(table) = step else { return None };
        let place = |slot: &SlotId| table.outputs.iter().position(|output| output == slot);
        let at = place(&slot)?;
        let mut keys = self.keys.iter().filter_map(place);
        keys.any(|key| settles(&table.rows, key, at)).then(|| {
            let answers = table.rows.iter().filter_map(|row| match row.values.get(at) {
                Some(RowValue::Expr(answer)) => self.lacking(answer),
                _ => None,
            });
            answers.into_iter().next()
        })
    }

    /// A field that an expression goes by and the group does not.
    fn lacking(&self, expr: &Expr) -> Option<SlotId> {
        let mut found = None;
        expr.walk(&mut |expr| {
            found = found.or_else(|| match &expr.kind {
                ExprKind::Slot(slot) => self.get(*slot),
                ExprKind::OfRows { relation, .. } => self.joined(*relation),
                _ => None,
            });
        });
        found
    }
}

/// Whether rows that agree in one column, which answers constants, agree in another.
fn settles(rows: &[Row], key: usize, at: usize) -> bool {
    let mut known: Vec<(&Value, &RowValue)> = vec![];
    rows.iter().all(|row| {
        let Some(RowValue::Expr(Expr { kind: ExprKind::Constant(key), .. })) = row.values.get(key) else {
            return false;
        };
        let Some(answer) = row.values.get(at) else { return false };
        let alike = |known: &RowValue| match (known, answer) {
            (RowValue::Expr(known), RowValue::Expr(answer)) => known.alike(answer),
            (RowValue::Missing, RowValue::Missing) => true,
            _ => false,
        };
        match known.iter().find(|(of, _)| *of == key) {
            Some((_, known)) => alike(known),
            // What goes along a line goes by the input.
            None => {
                known.push((key, answer));
                alike(answer)
            }
        }
    })
}

fn differs(policy: &Policy, sources: &Sources, step: &Cohort, allocate: &Allocate, field: SlotId) -> Diagnostic {
    let keys: Vec<&str> = step.within.iter().map(|key| sources.slice(key.span)).collect();
    let within = match keys.as_slice() {
        [] => "all".to_owned(),
        [one] => (*one).to_owned(),
        several => format!("{{{}}}", several.join(", ")),
    };
    let told = Diagnostic::new(Code::BadPool, allocate.pool.span)
        .arg("text", sources.slice(allocate.pool.span))
        .arg("within", within);
    // A group by amounts or people would be a group of one.
    let sorts = |ty| matches!(ty, Type::Label(_) | Type::Text | Type::Bool | Type::Calendar(_));
    let is_key = policy.keys().any(|key| key == field);
    match policy.slot(field).filter(|slot| sorts(slot.ty) && !is_key) {
        Some(slot) => {
            let all: Vec<&str> = keys.into_iter().chain([slot.name.as_str()]).collect();
            let proposal =
                if let [one] = all.as_slice() { (*one).to_owned() } else { format!("{{{}}}", all.join(", ")) };
            told.variant("differs").arg("field", slot.name.as_str()).arg("proposal", proposal)
        }
        None => told.variant("differs-many"),
    }
}
