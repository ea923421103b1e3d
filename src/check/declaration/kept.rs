//! Values that depend on their own past: a level that is kept, a debt that is carried on.
//!
//! What `previous` asks for before its declaration is reached gets its slot at once. It is taken to be
//! anything that its type can hold, of either sign, and its definition is held to that: what one period can
//! be then follows from what the period before could be.

use super::super::context::Entity;
use super::super::resolve;
use super::build::{Build, NewSlot};
use super::domains;
use super::nodes::{Kind, Node, Outline};
use super::order::Graph;
use super::types;
use super::values::absorb;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Role, Type};
use crate::quantity::{Dimension, Domain, Numbers};
use crate::syntax::ast;

/// Gives what is used of earlier periods before it is declared its slots.
pub(super) fn reserve(build: &mut Build, outline: &Outline, graph: &Graph) {
    let mut kept: Vec<usize> = graph.kept.iter().map(|(_, used)| *used).collect();
    kept.sort_unstable();
    kept.dedup();
    for node in kept.iter().filter_map(|at| outline.nodes.get(*at)) {
        one(build, node);
    }
}

fn one(build: &mut Build, node: &Node) {
    match node.kind {
        Kind::Metric(it) => {
            let domain = typed(build, &it.ty, it.attributes.decimals);
            bare(build, &it.name, (Role::Metric, domain));
            graded(build, &it.name, &it.ty);
        }
        Kind::Let(it) => {
            let Some(ty) = &it.ty else { return untyped(build, &it.name) };
            let domain = typed(build, ty, it.attributes.decimals);
            bare(build, &it.name, (Role::Let, domain));
            graded(build, &it.name, ty);
        }
        Kind::Grade(it) => {
            let Some(set) = build.cx.scope.types.get(&it.name.text).copied() else { return };
            let ty = Type::Label(set);
            bare(build, &it.name, (Role::Grade, (ty, domains::anything(&build.cx, ty))));
            if let Some(Entity::Slot(slot)) = resolve::meaning(&build.cx, &it.name.text) {
                build.cx.scope.graded.insert(Entity::Slot(slot), it.name.text.clone());
            }
            outputs(build, &it.name, &it.outputs, Role::GradeOutput);
        }
        Kind::Table(it) => outputs(build, &it.name, &it.outputs, Role::TableOutput),
        Kind::Gate(it) => bare(build, &it.name, (Role::Gate, (Type::Bool, Domain::ANY_BOOL))),
        Kind::Flag(it) => bare(build, &it.name, (Role::Flag, (Type::Bool, Domain::ANY_BOOL))),
        Kind::Pay(it) => {
            let money = money(build);
            bare(build, &it.name, (Role::Pay, money.clone()));
            for line in &it.lines {
                member(build, &it.name, &line.name, (Role::PayLine, money.clone()));
            }
        }
        Kind::Param(_) | Kind::Score(..) | Kind::Section(..) | Kind::Scores | Kind::Scale(_) | Kind::Ensure(_) => {
            if let Some(name) = node.name {
                untyped(build, name);
            }
        }
    }
}

fn outputs(build: &mut Build, owner: &ast::Name, outputs: &[ast::Output], role: Role) {
    for output in outputs {
        let domain = typed(build, &output.ty, output.attributes.decimals);
        match &output.name {
            Some(name) => member(build, owner, name, (role, domain)),
            None => bare(build, owner, (role, domain)),
        }
    }
}

fn bare(build: &mut Build, name: &ast::Name, (role, (ty, domain)): (Role, (Type, Domain))) {
    let slot = build.reserve(NewSlot::new(&name.text, name.span, role), ty, domain);
    build.name(&name.text, slot);
}

fn member(build: &mut Build, owner: &ast::Name, name: &ast::Name, (role, (ty, domain)): (Role, (Type, Domain))) {
    let full = format!("{}.{}", owner.text, name.text);
    let slot = build.reserve(NewSlot::new(full, name.span, role), ty, domain);
    build.member(&owner.text, &name.text, slot);
}

fn graded(build: &mut Build, name: &ast::Name, ty: &ast::TypeExpr) {
    if let Some(entity) = resolve::meaning(&build.cx, &name.text) {
        build.graded(entity, ty);
    }
}

/// The type and all that it can hold, of either sign.
fn typed(build: &mut Build, ty: &ast::TypeExpr, decimals: Option<ast::Decimals>) -> (Type, Domain) {
    // What is wrong with a type is told where it is declared.
    let ((declared, domain), _) = build.cx.quietly(|cx| {
        let declared = types::declared(cx, ty);
        let step = types::step(cx, &declared, decimals);
        let domain = domains::domain(cx, &declared, None, step);
        (declared, domain)
    });
    (declared.ty, if declared.count { domain } else { either_sign(domain) })
}

fn money(build: &Build) -> (Type, Domain) {
    let ty = Type::Number(Dimension::MONEY);
    (ty, either_sign(domains::anything(&build.cx, ty)))
}

fn either_sign(domain: Domain) -> Domain {
    let Domain::Numbers(numbers) = &domain else { return domain };
    let step = numbers.step();
    let both = Numbers::between((-numbers.hi(), true), (numbers.hi(), true), step);
    both.map_or(domain, Domain::Numbers)
}

/// Tells a value that is used of earlier periods and has no type of its own.
fn untyped(build: &mut Build, name: &ast::Name) {
    let told = Diagnostic::new(Code::Unsettled, name.span).variant("untyped").arg("name", name.text.as_str());
    build.tell(told);
    absorb(build, name);
}
