//! `details N from policy "file"`: the results of that policy are rows, joined by the keys that both have.

use std::sync::Arc;

use super::super::context::Entity;
use super::build::{Build, NewSlot};
use super::values;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Label, LabelSet, LabelSetId, Origin, Policy, Relation, RelationId, RelationKind, Role, SlotId, Type};
use crate::source::Span;
use crate::syntax::ast;

/// Makes the results of a policy the rows of details.
pub(super) fn relation(build: &mut Build, block: &ast::Block, path: &ast::Text) {
    let Some(policy) = build.origins.get(&path.span).cloned() else {
        // That it cannot be had was told.
        return values::absorb(build, &block.name);
    };
    if policy.header.currency != build.cx.header.currency {
        let told = Diagnostic::new(Code::BadOrigin, path.span).variant("currency").arg("path", path.text.as_str());
        let told = told.arg("own", build.cx.header.currency.as_str()).arg("other", policy.header.currency.as_str());
        build.tell(told);
        return values::absorb(build, &block.name);
    }
    let (id, first) = (RelationId(build.cx.relations.len()), build.cx.slots.len());
    let mut results: Vec<SlotId> = policy.columns.iter().map(|column| column.slot).collect();
    results.sort_unstable();
    results.dedup();
    let sets = label_sets(build, &policy, path.span);
    results.iter().for_each(|result| column(build, (&policy, &sets), block, *result));
    let join = join(build, block, &policy, (&results, first));
    let own = |of: SlotId| results.iter().position(|result| *result == of).map(|at| SlotId(first + at));
    build.cx.relations.push(Relation {
        name: block.name.text.clone(),
        kind: RelationKind::Details,
        fields: vec![],
        slots: first..build.cx.slots.len(),
        steps: vec![],
        join,
        period: policy.period().and_then(own),
        policy: Some(Origin { policy: Arc::clone(&policy), slots: results }),
        span: block.name.span,
    });
    build.entity(&block.name, Entity::Relation(id));
}

/// The label sets of a policy, each as one of this policy's: sets with the same labels are one type.
fn label_sets(build: &mut Build, policy: &Policy, span: Span) -> Vec<LabelSetId> {
    let sets = &mut build.cx.label_sets;
    let taken = policy.label_sets.iter().map(|set| {
        let same = |known: &LabelSet| known.labels.iter().map(|l| &l.name).eq(set.labels.iter().map(|l| &l.name));
        let at = sets.iter().position(same).unwrap_or_else(|| {
            let labels = set.labels.iter().map(|label| Label { name: label.name.clone(), span }).collect();
            sets.push(LabelSet { labels, ..set.clone() });
            sets.len() - 1
        });
        LabelSetId(at)
    });
    taken.collect()
}

/// One column of the results.
fn column(build: &mut Build, (policy, sets): (&Policy, &[LabelSetId]), block: &ast::Block, result: SlotId) {
    let Some(slot) = policy.slot(result) else { return };
    let ty = match slot.ty {
        Type::Label(set) => sets.get(set.0).map_or(Type::Invalid, |set| Type::Label(*set)),
        other => other,
    };
    let span = block.policy.as_ref().map_or(block.span, |path| path.span);
    let name = format!("{}.{}", block.name.text, slot.name);
    let new = NewSlot::new(name, span, Role::Details).time_unit(slot.time_unit);
    let own = build.slot(new, ty, slot.domain.clone(), slot.optional);
    build.member(&block.name.text, &slot.name, own);
}

/// The keys and the period that both have.
fn join(
    build: &mut Build,
    block: &ast::Block,
    policy: &Policy,
    (results, first): (&[SlotId], usize),
) -> Vec<(SlotId, SlotId)> {
    let mut pairs = vec![];
    for (at, field) in policy.fields.iter().enumerate().filter(|(_, field)| field.key || field.period) {
        let own = results.iter().position(|result| result.0 == at).map(|place| first + place);
        let of_record = build.fields.iter().position(|other| other.name == field.name);
        let (Some(own), Some(of_record)) = (own, of_record) else { continue };
        let ty = |slot: usize| build.cx.slots.get(slot).map(|slot| slot.ty);
        if ty(own) == ty(of_record) {
            pairs.push((SlotId(of_record), SlotId(own)));
        }
    }
    let told = unkeyed(build, block, policy);
    if !told.is_empty() {
        told.into_iter().for_each(|told| build.tell(told));
    } else if pairs.is_empty() {
        let keys = build.fields.iter().filter(|field| field.key || field.period);
        let keys: Vec<Arg> = keys.map(|field| Arg::from(field.name.as_str())).collect();
        let told = Diagnostic::new(Code::BadJoin, block.name.span).arg("block", block.name.text.as_str());
        build.tell(told.arg("keys", Arg::List(keys)));
    }
    pairs
}

/// Keys of the record that the other policy has as a field that is none there: its results would belong to
/// everybody who agrees in the rest.
fn unkeyed(build: &Build, block: &ast::Block, policy: &Policy) -> Vec<Diagnostic> {
    let Some(path) = &block.policy else { return vec![] };
    let keys = build.fields.iter().filter(|field| field.key || field.period);
    let told = keys.filter_map(|key| {
        let other = policy.fields.iter().find(|other| other.name == key.name)?;
        let told = Diagnostic::new(Code::BadJoin, path.span).variant("unkeyed").arg("name", key.name.as_str());
        let mark = if key.period { "period" } else { "key" };
        (!other.key && !other.period)
            .then(|| told.arg("path", path.text.as_str()).arg("mark", mark).label(key.span, "record"))
    });
    told.collect()
}
