//! The tests of a policy: names to slots, values to constants.

use std::collections::HashMap;

use super::super::context::Entity;
use super::super::expression::{Wanted, constant};
use super::build::Build;
use super::domains;
use super::nodes::Outline;
use super::order::score_member;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::ir::{Assignment, Role, SlotId, Test, Type, Value};
use crate::source::Span;
use crate::syntax::ast::{self, AssignedValue};
use crate::syntax::keyword::Keyword;

/// Lowers the tests.
pub(super) fn tests(build: &mut Build, outline: &Outline) {
    let mut cases: Vec<(&str, Vec<Assignment>)> = vec![];
    let mut written: Vec<_> = outline.cases.iter().collect();
    written.sort_by_key(|(_, case)| case.name.span);
    for (name, case) in written {
        cases.push((name, givens(build, &case.given)));
    }
    let cases: HashMap<&str, Vec<Assignment>> = cases.into_iter().collect();
    for test in &outline.tests {
        let lowered = self::test(build, test, &cases);
        build.tests.push(lowered);
    }
}

fn test(build: &mut Build, test: &ast::Test, cases: &HashMap<&str, Vec<Assignment>>) -> Test {
    let own = givens(build, &test.given.values);
    let mut given = base(build, test, cases);
    given.retain(|shared| !own.iter().any(|value| value.slot == shared.slot));
    given.extend(own);
    let mut expect: Vec<Assignment> = vec![];
    for written in &test.expect {
        let Some(value) = assignment(build, written) else { continue };
        if let Some(known) = given.iter().find(|known| known.slot == value.slot) {
            refuse(build, written, "expect-given", Some(known.span));
        } else if role(build, value.slot) == Some(Role::Field) {
            refuse(build, written, "expect-field", None);
        } else if let Some(first) = expect.iter().find(|known| known.slot == value.slot) {
            refuse(build, written, "twice", Some(first.span));
        } else {
            expect.push(value);
        }
    }
    Test { name: test.name.text.clone(), span: test.span, given, expect }
}

fn base(build: &mut Build, test: &ast::Test, cases: &HashMap<&str, Vec<Assignment>>) -> Vec<Assignment> {
    let Some(name) = &test.given.case else { return vec![] };
    if let Some(case) = cases.get(name.text.as_str()) {
        return case.clone();
    }
    let told = Diagnostic::new(Code::UnknownCase, name.span).arg("name", name.text.as_str());
    build.tell(match nearest(&name.text, cases.keys().copied()) {
        Some(near) => told.variant("near").arg("near", near).edit(name.span, near),
        None => told,
    });
    vec![]
}

fn givens(build: &mut Build, written: &[ast::Assignment]) -> Vec<Assignment> {
    let mut given: Vec<Assignment> = vec![];
    for assigned in written {
        let Some(value) = assignment(build, assigned) else { continue };
        if !matches!(role(build, value.slot), Some(Role::Field | Role::Metric)) {
            refuse(build, assigned, "given-computed", None);
        } else if let Some(first) = given.iter().find(|known| known.slot == value.slot) {
            refuse(build, assigned, "twice", Some(first.span));
        } else if admitted(build, assigned, &value) {
            given.push(value);
        }
    }
    given
}

fn role(build: &Build, slot: SlotId) -> Option<Role> {
    build.cx.slots.get(slot.0).map(|slot| slot.role)
}

fn refuse(build: &mut Build, written: &ast::Assignment, variant: &'static str, place: Option<Span>) {
    let told = Diagnostic::new(Code::BadAssignment, written.span).variant(variant).arg("name", path(written));
    build.tell(match place {
        Some(place) => told.label(place, "first"),
        None => told,
    });
}

/// A given value must be one that a record may have, or that the metric can be.
fn admitted(build: &mut Build, written: &ast::Assignment, value: &Assignment) -> bool {
    let Some(slot) = build.cx.slots.get(value.slot.0) else { return false };
    if value.value == Value::Missing || slot.role != Role::Field {
        return true;
    }
    let (ty, domain, span) = (slot.ty, slot.domain.clone(), slot.span);
    let told = Diagnostic::new(Code::OutsideDomain, value.span)
        .variant("given")
        .arg("name", path(written))
        .label(span, "declared");
    domains::hold(&mut build.cx, &value.value, ty, &domain, told)
}

fn assignment(build: &mut Build, written: &ast::Assignment) -> Option<Assignment> {
    let slot = target(build, written)?;
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
    let scope = &build.cx.scope;
    let entity = scope.names.get(&owner.text);
    if let Some(member) = member {
        let word = score_member(&member.text).unwrap_or(&member.text).to_owned();
        return match scope.members.get(&(owner.text.clone(), word)) {
            Some(slot) => Some(*slot),
            None if matches!(entity, Some(Entity::Invalid(_))) => None,
            None => unknown(build, written),
        };
    }
    match entity {
        Some(Entity::Slot(slot)) => Some(*slot),
        Some(Entity::Invalid(_)) => None,
        Some(Entity::Param(_)) => {
            refuse(build, written, "param", None);
            None
        }
        Some(Entity::Group(_)) => {
            refuse(build, written, "group", None);
            None
        }
        None => unknown(build, written),
    }
}

fn unknown(build: &mut Build, written: &ast::Assignment) -> Option<SlotId> {
    let name = path(written);
    let near = nearest(&name, build.values.keys().map(String::as_str)).map(str::to_owned);
    let told = Diagnostic::new(Code::BadAssignment, written.span).arg("name", name);
    let span = match (written.path.first(), written.path.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => written.span,
    };
    build.tell(match near {
        Some(near) => told.variant("near").arg("near", near.as_str()).edit(span, near),
        None => told.variant("unknown"),
    });
    None
}

fn path(written: &ast::Assignment) -> String {
    let parts: Vec<&str> = written.path.iter().map(|name| name.text.as_str()).collect();
    parts.join(".")
}
