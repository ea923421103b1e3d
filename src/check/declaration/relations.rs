//! Lookups and details: the fields of their rows, what is computed of a row, and which records a row belongs to.

use std::collections::HashMap;

use super::super::context::{Entity, Scope};
use super::build::{Build, NewSlot};
use super::nodes::{self, Kind, Node, Outline};
use super::{order, origins, record, rows, scales, tables, values};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Field, Relation, RelationId, RelationKind, Role, Slot, SlotId, Type};
use crate::quantity::Domain;
use crate::syntax::ast;

/// Lowers all lookups and details.
pub(super) fn relations(build: &mut Build, outline: &Outline) {
    build.cx.of_record = outline.names.keys().map(|name| (*name).to_owned()).collect();
    for (kind, block) in &outline.relations {
        relation(build, *kind, block);
    }
}

fn relation(build: &mut Build, kind: RelationKind, block: &ast::Block) {
    if let Some(policy) = &block.policy {
        return origins::relation(build, block, policy);
    }
    let id = RelationId(build.cx.relations.len());
    let first = build.cx.slots.len();
    let of_record = std::mem::take(&mut build.fields);
    let role = if kind == RelationKind::Lookup { Role::Lookup } else { Role::Details };
    let mut seen: HashMap<&str, &ast::Name> = HashMap::new();
    for field in &block.fields {
        if let Some(before) = seen.insert(&field.name.text, &field.name) {
            let twice = Diagnostic::new(Code::DuplicateName, field.name.span).arg("name", field.name.text.as_str());
            build.tell(twice.label(before.span, "first"));
        } else {
            record::lower(build, field, (role, Some(&block.name.text)));
        }
    }
    let fields = std::mem::replace(&mut build.fields, of_record);
    let count = build.cx.slots.len() - first;
    let period = fields.iter().position(|field| field.period).map(|at| SlotId(first + at));
    let slots = first..first + count;
    let name = block.name.text.clone();
    let span = block.name.span;
    let relation = Relation { name, kind, fields, slots, steps: vec![], join: vec![], period, policy: None, span };
    record::shared_columns(build, Some(&relation));
    build.cx.relations.push(relation);
    join(build, id, block);
    items(build, id, block);
    build.entity(&block.name, Entity::Relation(id));
}

/// Finds the fields of the record that a row must agree with.
fn join(build: &mut Build, id: RelationId, block: &ast::Block) {
    let Some(relation) = build.cx.relations.get(id.0) else { return };
    let (mut pairs, mut told, mut again) = (vec![], vec![], vec![]);
    let marked = relation.fields.iter().enumerate().filter(|(_, field)| field.key || field.period);
    for (at, field) in marked {
        let slot = |at: usize| build.cx.slots.get(at).map(|slot| slot.ty);
        let own = relation.slots.start + at;
        let of_record = build.fields.iter().position(|other| other.name == field.name);
        let problem = Diagnostic::new(Code::BadJoin, field.span).arg("name", field.name.as_str());
        match of_record.map(|at| (at, slot(at), slot(own))) {
            Some((at, Some(one), Some(other))) if one == other => {
                pairs.push((SlotId(at), SlotId(own)));
                let place = |slot: usize| build.cx.slots.get(slot).map(|slot| slot.span);
                again.extend(place(own).zip(place(at)));
            }
            Some((at, Some(one), Some(other))) if one != Type::Invalid && other != Type::Invalid => {
                let place = build.fields.get(at).map_or(field.span, |field| field.span);
                told.push(problem.variant("type").arg("block", relation.name.as_str()).label(place, "record"));
            }
            Some(_) => {}
            // A row of details may have a key of its own: the number of an order.
            None if relation.kind == RelationKind::Details && field.key => {}
            None => {
                let mark = if field.period { "period" } else { "key" };
                let ty = match slot(own) {
                    Some(Type::Calendar(kind)) => Arg::from(kind.term()),
                    _ => Arg::from(""),
                };
                let problem = problem.variant("unknown").arg("block", relation.name.as_str());
                told.push(problem.arg("mark", mark).arg("type", ty));
            }
        }
    }
    if pairs.is_empty() && told.is_empty() && !block.fields.is_empty() {
        let keys = build.fields.iter().filter(|field| field.key || field.period);
        let keys: Vec<Arg> = keys.map(|field| Arg::from(field.name.as_str())).collect();
        let problem = Diagnostic::new(Code::BadJoin, block.name.span).arg("block", block.name.text.as_str());
        let known = if keys.is_empty() { "no" } else { "yes" };
        told.push(problem.arg("known", known).arg("keys", Arg::List(keys)));
    }
    if told.is_empty() && !pairs.is_empty() {
        told.extend(of_everybody(build, relation, &pairs, block));
    }
    if let Some(relation) = build.cx.relations.get_mut(id.0) {
        relation.join = pairs;
    }
    keys_of_absent_rows(build, id);
    again.into_iter().for_each(|(own, of_record)| build.cx.references.again(own, of_record));
    told.into_iter().for_each(|told| build.tell(told));
}

/// Tells rows that would belong to everybody of a period, since nothing but the period tells whose they are. A lookup may
/// well be the whole shop's, unless a field in it tells people or groups apart.
fn of_everybody(
    build: &Build,
    relation: &Relation,
    pairs: &[(SlotId, SlotId)],
    block: &ast::Block,
) -> Option<Diagnostic> {
    let key = |own: SlotId| relation.place(own).and_then(|at| relation.fields.get(at)).is_some_and(|field| field.key);
    if pairs.iter().any(|(_, own)| key(*own)) || !build.fields.iter().any(|field| field.key) {
        return None;
    }
    let tells_apart = |field: &&ast::Field| {
        let at = build.fields.iter().position(|other| other.name == field.name.text && !other.period);
        let of_record = at.and_then(|at| Some((build.fields.get(at)?, build.cx.slots.get(at)?)));
        of_record.is_some_and(|(field, slot)| field.key || matches!(slot.ty, Type::Text | Type::Label(_)))
    };
    let told = |span| Diagnostic::new(Code::BadJoin, span).arg("block", relation.name.as_str());
    if let Some(field) = block.fields.iter().find(tells_apart) {
        let told = told(field.span).variant("unmarked").arg("name", field.name.text.as_str());
        return Some(told.edit(field.ty.span.after(), ", key"));
    }
    let keys = build.fields.iter().filter(|field| field.key).map(|field| Arg::from(field.name.as_str())).collect();
    let of_details = relation.kind == RelationKind::Details;
    of_details.then(|| told(block.name.span).variant("everybody").arg("keys", Arg::List(keys)))
}

/// A row of a lookup that is absent has the key by which it was looked for: its key can be what the record's can be.
fn keys_of_absent_rows(build: &mut Build, id: RelationId) {
    let Some(relation) = build.cx.relations.get(id.0) else { return };
    if relation.kind != RelationKind::Lookup || relation.fields.iter().any(Field::is_required) {
        return;
    }
    for (of_record, own) in relation.join.clone() {
        let Some((optional, domain)) = build.cx.slots.get(of_record.0).map(|it| (it.optional, it.domain.clone()))
        else {
            continue;
        };
        let Some(slot) = build.cx.slots.get_mut(own.0) else { continue };
        slot.optional = optional;
        slot.domain = slot.domain.union(&domain);
    }
}

/// Lowers what is computed of a row. Inside the block its fields go by their own names.
fn items(build: &mut Build, id: RelationId, block: &ast::Block) {
    let Some(relation) = build.cx.relations.get(id.0) else { return };
    let fields: Vec<(String, SlotId)> = relation
        .fields
        .iter()
        .zip(relation.slots.clone())
        .map(|(field, at)| (field.name.clone(), SlotId(at)))
        .collect();
    let steps = std::mem::take(&mut build.steps);
    let outside = enter(build, &fields);
    (build.cx.row, build.cx.in_block) = (Some(id), true);
    for node in ordered(build, block) {
        rows::forget(build);
        match node.kind {
            Kind::Let(it) => values::binding(build, it),
            Kind::Table(it) => tables::table(build, it),
            Kind::Scale(it) => scales::scale(build, it),
            _ => {}
        }
    }
    rows::forget(build);
    (build.cx.row, build.cx.in_block) = (None, false);
    let inside = std::mem::replace(&mut build.cx.scope, outside);
    absorb(build, &block.name.text, &inside);
    let steps = std::mem::replace(&mut build.steps, steps);
    let end = build.cx.slots.len();
    if let Some(relation) = build.cx.relations.get_mut(id.0) {
        relation.steps = steps;
        relation.slots.end = end;
    }
    leave(build, &block.name.text, inside);
}

/// The scope inside a block: types and params, and the fields of the row.
fn enter(build: &mut Build, fields: &[(String, SlotId)]) -> Scope {
    let outside = build.cx.scope.clone();
    build.cx.scope.members.clear();
    build.cx.scope.names.retain(|_, entity| matches!(entity, Entity::Param(_)));
    build.cx.scope.names.extend(fields.iter().map(|(name, slot)| (name.clone(), Entity::Slot(*slot))));
    outside
}

/// What was told inside a block absorbs outside too.
fn absorb(build: &mut Build, block: &str, inside: &Scope) {
    for (name, entity) in &inside.names {
        if let Entity::Invalid(span) = entity {
            let new = NewSlot::new(format!("{block}.{name}"), *span, Role::Details);
            let slot = build.slot(new, Type::Invalid, Domain::Invalid, false);
            build.member(block, name, slot);
        }
    }
}

/// What a block declares goes by `block.name` outside.
fn leave(build: &mut Build, block: &str, inside: Scope) {
    for (name, entity) in inside.names {
        if let Entity::Slot(slot) = entity {
            build.member(block, &name, slot);
        }
    }
    for ((owner, member), slot) in inside.members {
        build.member(block, &format!("{owner}.{member}"), slot);
    }
    build.cx.scope.graded.extend(inside.graded);
    let start = build.cx.relations.last().map_or(usize::MAX, |relation| relation.slots.start);
    let prefix = format!("{block}.");
    let rename = |slot: &mut Slot| {
        slot.role = if slot.role == Role::Lookup { Role::Lookup } else { Role::Details };
        if !slot.name.starts_with(&prefix) {
            slot.name.insert_str(0, &prefix);
        }
    };
    build.cx.slots.iter_mut().skip(start).for_each(rename);
}

/// What a block computes, in the order of its dependencies.
fn ordered<'a>(build: &mut Build, block: &'a ast::Block) -> Vec<Node<'a>> {
    let inside = nodes::of_block(block, &mut build.cx.diagnostics);
    let ordered = order::graph(&inside).order();
    for found in &ordered.loops {
        let told = order::tell(&inside, found);
        build.cx.diagnostics.extend(told);
        found.iter().filter_map(|at| inside.nodes.get(*at)?.name).for_each(|name| values::absorb(build, name));
    }
    ordered.order.iter().filter_map(|at| inside.nodes.get(*at).copied()).collect()
}
