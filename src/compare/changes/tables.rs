//! Changes of grades, tables and scales, row by row.

use super::Found;
use super::held::Held;
use super::rows::{RowChange, table};
use crate::compare::change::{Kind, Revert};
use crate::compare::names::labels;
use crate::ir::{SlotId, Step};
use crate::source::Span;
use crate::syntax::ast;

impl Found<'_, '_> {
    pub(super) fn grade(&mut self, old: &ast::Grade, new: &ast::Grade) {
        let (was, is) = self.names();
        let Some((one, other)) = self.held.slots(&was, &is) else { return };
        self.outputs((old.span, new.span), (&old.outputs, &new.outputs), (&was, &is));
        let sets = [(&self.held.old.policy, one), (&self.held.new.policy, other)].map(|(policy, slot)| {
            policy.slot(slot).map(|slot| labels(policy, slot.ty).into_iter().map(str::to_owned).collect::<Vec<_>>())
        });
        let [Some(mut before), Some(mut after)] = sets else { return };
        if before != after {
            before.sort();
            after.sort();
            if before == after {
                let written = self.written(old.name.span, new.name.span);
                self.tell_whole(Kind::Order, (old.span, new.span), written);
            }
        }
        self.answers((old.span, new.span), (one, other), (&old.rows, &new.rows));
    }

    pub(super) fn plain_table(&mut self, old: &ast::Table, new: &ast::Table) {
        let (was, is) = self.names();
        self.outputs((old.span, new.span), (&old.outputs, &new.outputs), (&was, &is));
        let slot = |policy: &crate::ir::Policy, name: &str| {
            let mut steps = policy.steps.iter().chain(policy.relations.iter().flat_map(|it| &it.steps));
            steps.find_map(|step| match step {
                Step::Table(table) if table.name == name => table.outputs.first().copied(),
                _ => None,
            })
        };
        let slots = slot(&self.held.old.policy, &was).zip(slot(&self.held.new.policy, &is));
        let Some(slots) = slots else { return };
        self.answers((old.span, new.span), slots, (&old.rows, &new.rows));
    }

    /// Columns of a table that are new, gone, or of another type.
    fn outputs(&mut self, places: (Span, Span), (old, new): (&[ast::Output], &[ast::Output]), (was, is): (&str, &str)) {
        let name = |output: &ast::Output| output.name.as_ref().map(|name| name.text.clone());
        let revert = vec![Revert::Whole(self.key())];
        for output in new {
            let Some(other) = old.iter().find(|other| name(other) == name(output)) else {
                let called = name(output).unwrap_or_default();
                self.tell_within(Kind::Added, &called, (None, Some(output.span)), (None, None), revert.clone());
                continue;
            };
            let slots = [(was, other), (is, output)].map(|(owner, output)| match name(output) {
                Some(name) => format!("{owner}.{name}"),
                None => owner.to_owned(),
            });
            let [was, is] = &slots;
            let Some((was, is)) = self.held.slots(was, is) else { continue };
            let types = [(&self.held.old.policy, was), (&self.held.new.policy, is)]
                .map(|(policy, slot)| policy.slot(slot).map(|slot| slot.ty));
            if let [Some(one), Some(two)] = types
                && !self.is_one_type(one, two)
            {
                let written = self.written(other.span, output.span);
                self.tell_whole(Kind::Type, places, written);
            }
        }
        for output in old.iter().filter(|output| !new.iter().any(|other| name(other) == name(output))) {
            let called = name(output).unwrap_or_default();
            self.tell_within(Kind::Removed, &called, (Some(output.span), None), (None, None), revert.clone());
        }
    }

    /// What the rows answer.
    fn answers(&mut self, places: (Span, Span), (old, new): (SlotId, SlotId), rows: (&[ast::Row], &[ast::Row])) {
        let (policy, other) = (&self.held.old.policy, &self.held.new.policy);
        let (Some(one), Some(two)) = (table(policy, old), table(other, new)) else {
            if !self.held.is_same(old, new) {
                let written = self.written(places.0, places.1);
                self.tell_whole(Kind::Formula, places, written);
            }
            return;
        };
        let outputs = one.outputs.clone().into_iter().filter_map(|slot| {
            let called = self.held.names.old_side.called.get(slot.0)?;
            let is = two.outputs.iter().find(|new| self.held.names.new_side.called.get(new.0) == Some(called))?;
            Some((slot, *is))
        });
        let outputs: Vec<(SlotId, SlotId)> = outputs.collect();
        let same = outputs.into_iter().map(|(old, new)| self.held.is_same(old, new)).collect::<Vec<bool>>();
        if same.into_iter().any(|same| !same) {
            self.rows(places, (old, new), rows);
        }
    }

    /// The rows of a table of which it is known that it does not answer as it did.
    pub(super) fn rows(
        &mut self,
        places: (Span, Span),
        (old, new): (SlotId, SlotId),
        (olds, news): (&[ast::Row], &[ast::Row]),
    ) {
        let (policy, other) = (&self.held.old.policy, &self.held.new.policy);
        let (Some(one), Some(two)) = (table(policy, old), table(other, new)) else {
            let written = self.written(places.0, places.1);
            return self.tell_whole(Kind::Formula, places, written);
        };
        if one.inputs.len() != two.inputs.len() || one.outputs.len() != two.outputs.len() {
            let written = self.written(places.0, places.1);
            return self.tell_whole(Kind::Formula, places, written);
        }
        let inputs = one.inputs.iter().zip(&two.inputs).map(|(was, is)| {
            let same = self.held.cut[0].expr(self.held.terms, &was.value);
            same == self.held.cut[1].expr(self.held.terms, &is.value)
        });
        if inputs.collect::<Vec<bool>>().contains(&false) {
            let written = self.written(places.0, places.1);
            self.tell_whole(Kind::Formula, places, written);
        }
        let found = self.held.row_changes(one, two);
        if found.is_empty() {
            self.ordered(places, olds, news);
        }
        for change in found {
            self.row(change, olds, news);
        }
    }

    /// Rows that are all there, in another order that matters.
    fn ordered(&mut self, places: (Span, Span), olds: &[ast::Row], news: &[ast::Row]) {
        let told = self.changes.iter().any(|change| change.new == Some(places.1));
        if !told && olds.len() == news.len() {
            let written = self.written(places.0, places.1);
            self.tell_whole(Kind::Order, places, written);
        }
    }

    fn row(&mut self, change: RowChange, olds: &[ast::Row], news: &[ast::Row]) {
        let key = self.key();
        let name = key.new.clone().or(key.old.clone()).unwrap_or_default();
        let whole = |row: Option<&ast::Row>| row.map(|row| row.span);
        match change {
            RowChange::Removed(at, before) => {
                let revert = vec![Revert::Gone { key, old: at, before }];
                self.tell_within(Kind::RowRemoved, &name, (whole(olds.get(at)), None), (None, None), revert);
            }
            RowChange::Added(at) => {
                let revert = vec![Revert::New { key, new: at }];
                self.tell_within(Kind::RowAdded, &name, (None, whole(news.get(at))), (None, None), revert);
            }
            RowChange::Values(old, new) => {
                let (Some(one), Some(other)) = (olds.get(old), news.get(new)) else { return };
                let pieces = (self.answer(one), self.answer(other));
                let revert = vec![Revert::Values { key, old, new }];
                self.tell_within(Kind::Value, &name, (Some(one.span), Some(other.span)), pieces, revert);
            }
            RowChange::Taken(old, new) => {
                let (Some(one), Some(other)) = (olds.get(old), news.get(new)) else { return };
                let pieces = (self.taken(one), self.taken(other));
                let kind = if one.guard.is_some() || other.guard.is_some() { Kind::Formula } else { Kind::MovedBound };
                let revert = vec![Revert::Bound { key, old, new, input: 0, side: None }];
                self.tell_within(kind, &name, (Some(one.span), Some(other.span)), pieces, revert);
            }
            RowChange::Moved(rows) => {
                let first = rows.first().and_then(|(old, new, ..)| Some((olds.get(*old)?, news.get(*new)?)));
                let Some((one, other)) = first else { return };
                let pieces = (self.taken(one), self.taken(other));
                let ends = rows.iter().map(|(old, new, input, side)| Revert::Bound {
                    key: key.clone(),
                    old: *old,
                    new: *new,
                    input: *input,
                    side: Some(*side),
                });
                let revert = ends.collect();
                self.tell_within(Kind::MovedBound, &name, (Some(one.span), Some(other.span)), pieces, revert);
            }
        }
    }

    /// What a row takes, as it was written.
    fn taken(&self, row: &ast::Row) -> Option<String> {
        let places = row.patterns.iter().map(|pattern| pattern.span).chain(row.guard.iter().map(|guard| guard.span));
        places.reduce(Span::to).map(|span| self.held.text(span))
    }

    /// What a row answers, as it was written.
    fn answer(&self, row: &ast::Row) -> Option<String> {
        let places = row.values.iter().map(|value| match value {
            ast::RowValue::Expr(expr) => expr.span,
            ast::RowValue::Line { span, .. } | ast::RowValue::Missing(span) | ast::RowValue::Exempt(span) => *span,
        });
        places.reduce(Span::to).or(row.label.as_ref().map(|label| label.span)).map(|span| self.held.text(span))
    }

    pub(super) fn scale(&mut self, old: &ast::Scale, new: &ast::Scale) {
        let (was, is) = self.names();
        let Some((one, other)) = self.held.slots(&was, &is) else { return };
        let places = (old.span, new.span);
        if old.mode != new.mode {
            let written = self.written(old.span, new.span);
            return self.tell_whole(Kind::ScaleKind, places, written);
        }
        if self.held.is_same(one, other) {
            return;
        }
        let rate = |policy: &crate::ir::Policy, name: &str| {
            policy.steps.iter().find_map(|step| match step {
                Step::Table(table) if table.name == name => table.outputs.first().copied(),
                _ => None,
            })
        };
        if let Some(rates) = rate(&self.held.old.policy, &was).zip(rate(&self.held.new.policy, &is)) {
            return self.rows(places, rates, (&old.rows, &new.rows));
        }
        let steps = (Held::step(&self.held.old.policy, one), Held::step(&self.held.new.policy, other));
        if let (Some(Step::Scale(one)), Some(Step::Scale(two))) = steps {
            let (one, two) = (sliced(one), sliced(two));
            for change in self.held.row_changes(&one, &two) {
                self.row(change, &old.rows, &new.rows);
            }
        }
    }
}

/// A scale as the table of its rates.
fn sliced(scale: &crate::ir::Scale) -> crate::ir::Table {
    let rows = scale.slices.iter().map(|slice| crate::ir::Row {
        patterns: vec![slice.interval.clone()],
        pattern_spans: vec![slice.interval_span],
        guard: None,
        values: vec![crate::ir::RowValue::Expr(slice.rate.clone())],
        span: slice.span,
        invalid: false,
    });
    crate::ir::Table {
        kind: crate::ir::TableKind::Scale,
        name: scale.name.clone(),
        span: scale.span,
        inputs: vec![scale.input.clone()],
        outputs: vec![],
        rows: rows.collect(),
    }
}
