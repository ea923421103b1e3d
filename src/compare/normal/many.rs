//! The terms of what is found over several records, rows or periods.

use std::collections::HashMap;

use super::{Builder, Cut, Head, Side, TermId, Terms};
use crate::ir::{Cohort, CohortFunction, Expr, History, OverRows, RelationId, SlotId, Type};

impl Builder<'_> {
    pub(super) fn cohort(&mut self, terms: &mut Terms, cohort: &Cohort) -> TermId {
        let mut within: Vec<TermId> = cohort.within.iter().map(|group| self.expr(terms, group)).collect();
        within.sort_unstable();
        within.dedup();
        let (head, own): (Head, Vec<&Expr>) = match &cohort.function {
            CohortFunction::Aggregate(many) => {
                (Head::Group(many.aggregate, many.value.is_some(), many.filter.is_some()), many.expressions().collect())
            }
            CohortFunction::Rank(rank) => (
                Head::Rank(rank.ascending, rank.dense, rank.then.is_some(), rank.filter.is_some()),
                [&rank.value].into_iter().chain(&rank.then).chain(&rank.filter).collect(),
            ),
            CohortFunction::Allocate(it) => (Head::Allocate(it.step), vec![&it.pool, &it.by]),
        };
        let own: Vec<TermId> = own.into_iter().map(|expr| self.expr(terms, expr)).collect();
        self.over(terms, cohort.slot, head, own.into_iter().chain(within).collect())
    }

    pub(super) fn over_rows(&mut self, terms: &mut Terms, over: &OverRows) -> TermId {
        let many = &over.many;
        let rows = format!("all {}", self.rows_of(over.relation));
        let of = many.expressions().map(|expr| self.expr(terms, expr)).collect();
        let head = Head::Rows(rows, many.aggregate, many.value.is_some(), many.filter.is_some());
        self.over(terms, over.slot, head, of)
    }

    pub(super) fn history(&mut self, terms: &mut Terms, history: &History) -> TermId {
        let of = vec![self.expr(terms, &history.value)];
        self.over(terms, history.slot, Head::History(history.function), of)
    }

    fn over(&mut self, terms: &mut Terms, slot: SlotId, head: Head, of: Vec<TermId>) -> TermId {
        let atom = terms.atom(head, of, self.space(slot));
        let truth = self.policy.slot(slot).is_some_and(|slot| slot.ty == Type::Bool && !slot.optional);
        if truth { terms.holds(atom) } else { atom }
    }

    /// Which rows belong to a record: what they are called and by what they are found.
    pub(super) fn rows_of(&self, relation: RelationId) -> String {
        let Some(relation) = self.policy.relation(relation) else { return String::new() };
        let mut joins: Vec<String> = relation
            .join
            .iter()
            .map(|(record, row)| format!("{}={}", self.called(*record), self.called(*row)))
            .collect();
        joins.sort_unstable();
        let period = relation.period.map(|slot| self.called(slot)).unwrap_or_default();
        format!("{} {:?} {period} {joins:?}", relation.name, relation.kind)
    }

    /// A slot of a row that is the result of a policy on records of its own.
    pub(super) fn of_origin(&mut self, terms: &mut Terms, id: SlotId) -> Option<TermId> {
        let policy = self.policy;
        let (at, relation) = policy.relations.iter().enumerate().find(|(_, it)| it.slots.contains(&id.0))?;
        let origin = relation.policy.as_ref()?;
        let source = *origin.slots.get(relation.place(id)?)?;
        if let Some(known) = self.origins.get(&at).and_then(|(_, known)| known.get(&source)) {
            return Some(*known);
        }
        let called = origin.policy.slots.iter().map(|slot| format!("{}/{}", relation.name, slot.name)).collect();
        let side = Side { called, old: self.side.old, ..Side::default() };
        let mut builder = Builder::new(&origin.policy, &side, Cut::default());
        let known: HashMap<SlotId, TermId> =
            origin.slots.iter().map(|slot| (*slot, builder.slot(terms, *slot))).collect();
        let found = known.get(&source).copied();
        self.origins.insert(at, (side, known));
        found
    }
}
