//! The values that a test gives or expects: names to slots, values to constants.

use super::super::context::Entity;
use super::super::expression::{Wanted, constant};
use super::super::resolve;
use super::build::Build;
use super::domains;
use crate::diagnostic::{Code, Diagnostic, nearest_of};
use crate::ir::{Assignment, RelationId, Role, SlotId, Type, Value};
use crate::source::Span;
use crate::syntax::ast::{self, AssignedValue};
use crate::syntax::keyword::Keyword;

/// Whose values are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Those of the record, of which all else follows.
    Record,
    /// Those of another record, or of this one in an earlier period: they are what they are.
    Other,
    /// Those of a row.
    Row(RelationId),
}

impl Whose {
    /// Whether a value of that role can be given.
    fn can_give(self, role: Option<Role>) -> bool {
        match self {
            Whose::Record => matches!(role, Some(Role::Field | Role::Metric | Role::Lookup)),
            Whose::Other => role.is_some(),
            Whose::Row(_) => matches!(role, Some(Role::Lookup | Role::Details)),
        }
    }
}

/// The values that are given, of the record, of another, of an earlier period or of a row.
pub(super) fn givens(build: &mut Build, written: &[ast::Assignment], whose: Whose) -> Vec<Assignment> {
    let mut given: Vec<Assignment> = vec![];
    for assigned in written {
        let Some(value) = assignment(build, assigned, whose) else { continue };
        if !whose.can_give(role(build, value.slot)) {
            refuse(build, assigned, "given-computed", None);
        } else if let Some(first) = given.iter().find(|known| known.slot == value.slot) {
            refuse(build, assigned, "twice", Some(first.span));
        } else if admitted(build, assigned, &value) {
            given.push(value);
        }
    }
    given
}

/// What the value of a slot is.
pub(super) fn role(build: &Build, slot: SlotId) -> Option<Role> {
    build.cx.slots.get(slot.0).map(|slot| slot.role)
}

/// Tells a value that cannot be given, or expected.
pub(super) fn refuse(build: &mut Build, written: &ast::Assignment, variant: &'static str, place: Option<Span>) {
    let told = Diagnostic::new(Code::BadAssignment, written.span).variant(variant).arg("name", path(written));
    build.tell(match place {
        Some(place) => told.label(place, "first"),
        None => told,
    });
}

/// A given value must be one that a record may have, or that the metric can be.
fn admitted(build: &mut Build, written: &ast::Assignment, value: &Assignment) -> bool {
    let Some(slot) = build.cx.slots.get(value.slot.0) else { return false };
    if value.value == Value::Missing || !matches!(slot.role, Role::Field | Role::Lookup | Role::Details) {
        return true;
    }
    let (ty, domain, span) = (slot.ty, slot.domain.clone(), slot.span);
    let told = Diagnostic::new(Code::OutsideDomain, value.span)
        .variant("given")
        .arg("name", path(written))
        .label(span, "declared");
    domains::hold(&mut build.cx, &value.value, ty, &domain, told)
}

/// What is written for a value, as a constant of its type; what cannot be is told.
pub(super) fn assignment(build: &mut Build, written: &ast::Assignment, whose: Whose) -> Option<Assignment> {
    let slot = match whose {
        Whose::Row(relation) => of_row(build, written, relation)?,
        _ => target(build, written)?,
    };
    if build.cx.scope.means.contains_key(&slot) {
        refuse(build, written, "quotient", None);
        return None;
    }
    let known = build.cx.slots.get(slot.0)?;
    let (ty, optional) = (known.ty, known.optional);
    if ty == Type::Invalid {
        return None;
    }
    let (value, span) = match &written.value {
        AssignedValue::Expr(ast::Expr { kind: ast::ExprKind::Name(word), span }) if optional && is_exempt(word) => {
            let missing = if word.text == Keyword::Exempt.zh() { Keyword::Missing.zh() } else { Keyword::Missing.en() };
            let told = Diagnostic::new(Code::MisplacedExempt, *span).variant("test").arg("word", word.text.as_str());
            build.tell(told.arg("proposal", missing).safe_edit(*span, missing));
            return None;
        }
        AssignedValue::Expr(expr) => (constant(&mut build.cx, expr, Wanted::Type(ty))?, expr.span),
        AssignedValue::Missing(span) if optional => (Value::Missing, *span),
        AssignedValue::Missing(_) => {
            refuse(build, written, "never-missing", None);
            return None;
        }
    };
    Some(Assignment { slot, value, span })
}

/// The slot of a row that a name in its block means; what means none is told.
fn of_row(build: &mut Build, written: &ast::Assignment, relation: RelationId) -> Option<SlotId> {
    let names: Vec<&ast::Name> = written.path.iter().collect();
    if let Some(slot) = resolve::of_row(&mut build.cx, relation, &names) {
        return Some(slot);
    }
    let owner = build.cx.relations.get(relation.0)?.name.clone();
    let known = build.cx.scope.members.keys().filter(|(of, _)| *of == owner).map(|(_, member)| member.as_str());
    let near = nearest_of(&path(written), known).map(str::to_owned);
    let told = Diagnostic::new(Code::BadAssignment, written.span).without(&owner);
    let told = without(told, &path(written)).arg("name", path(written)).arg("block", owner);
    let span = written.path.first().map_or(written.span, |name| name.span);
    build.tell(match near {
        Some(near) => without(told, &near).variant("row-near").arg("near", near.as_str()).edit(span, near),
        None => told.variant("row-unknown"),
    });
    None
}

fn is_exempt(word: &ast::Name) -> bool {
    !word.quoted && Keyword::Exempt.is(&word.text)
}

/// The slot that a name in a test means; what means none is told.
fn target(build: &mut Build, written: &ast::Assignment) -> Option<SlotId> {
    let (owner, member) = match written.path.as_slice() {
        [name] => (name, None),
        [owner, member] => (owner, Some(member)),
        _ => return unknown(build, written),
    };
    let entity = resolve::name(&mut build.cx, owner);
    if let Some(member) = member {
        return match resolve::member(&mut build.cx, owner, &[member]) {
            Some(slot) => Some(slot),
            None if matches!(entity, Some(Entity::Invalid(_))) => None,
            None => unknown(build, written),
        };
    }
    match entity {
        Some(Entity::Slot(slot)) => Some(slot),
        Some(Entity::Invalid(_)) => None,
        Some(Entity::Param(_)) => {
            refuse(build, written, "param", None);
            None
        }
        Some(Entity::Group(_) | Entity::Relation(_)) => {
            refuse(build, written, "group", None);
            None
        }
        None => unknown(build, written),
    }
}

fn unknown(build: &mut Build, written: &ast::Assignment) -> Option<SlotId> {
    let name = path(written);
    let near = nearest_of(&name, build.values.keys().map(String::as_str)).map(str::to_owned);
    let told = without(Diagnostic::new(Code::BadAssignment, written.span), &name).arg("name", name);
    let span = match (written.path.first(), written.path.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => written.span,
    };
    build.tell(match near {
        Some(near) => without(told, &near).variant("near").arg("near", near.as_str()).edit(span, near),
        None => told.variant("unknown"),
    });
    None
}

/// Takes a name, or the owner that it begins with, to mean nothing: its declaration may be what could not be read.
pub(super) fn without(told: Diagnostic, path: &str) -> Diagnostic {
    told.without(path.split('.').next().unwrap_or(path))
}

fn path(written: &ast::Assignment) -> String {
    let parts: Vec<&str> = written.path.iter().map(|name| name.text.as_str()).collect();
    parts.join(".")
}
