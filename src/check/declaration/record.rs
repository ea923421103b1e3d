//! The fields of the record: their types, domains and how they are read.

use std::collections::HashMap;

use super::super::context::{Context, DomainPlace, Entity};
use super::super::expression::{Wanted, constant};
use super::build::{Build, NewSlot};
use super::domains;
use super::types::{self, Declared, misplaced};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Bare, Field, Relation, Role, Slot, SlotId, Type, Value};
use crate::quantity::{Decimal, Domain};
use crate::source::Span;
use crate::syntax::ast;

/// Lowers the fields. They become the first slots, in order.
pub(super) fn fields(build: &mut Build, fields: &[&ast::Field]) {
    for field in fields {
        let slot = lower(build, field, (Role::Field, None));
        build.name(&field.name.text, slot);
    }
    shared_columns(build, None);
    period(build, fields);
    let kind = |slot: &Slot| if let Type::Calendar(kind) = slot.ty { Some(kind) } else { None };
    let at = build.fields.iter().position(|field| field.period);
    build.cx.identity.period = at.and_then(|at| build.cx.slots.get(at)).and_then(kind);
    build.cx.identity.keyed = build.fields.iter().any(|field| field.key);
}

/// Lowers a field, of the record or of the rows of what `of` names.
pub(super) fn lower(build: &mut Build, field: &ast::Field, (role, of): (Role, Option<&str>)) -> SlotId {
    let cx = &mut build.cx;
    let declared = types::declared(cx, &field.ty);
    let step = types::step(cx, &declared, field.attributes.decimals);
    let label_titles = types::titles(cx, &field.ty);
    let domain = domains::domain(cx, &declared, field.attributes.domain.as_ref(), step);
    fitting(cx, field, &declared, role);
    let default = default(cx, field, &declared, &domain);
    // Beside a default, or of a key, `optional` was told: it is taken as not said. A row of a lookup may be absent.
    let marks = &field.attributes;
    let there = marks.default.is_some() || marks.key.is_some() || marks.period.is_some();
    let absent = role == Role::Lookup && marks.required.is_none();
    let optional = (marks.optional.is_some() || absent) && !there;
    let step = domain.numbers().and_then(|_| step.or_else(|| usual_step(&domain)));
    let name = of.map_or_else(|| field.name.text.clone(), |of| format!("{of}.{}", field.name.text));
    let new = NewSlot::new(name, field.name.span, role).title(field.title.as_ref()).time_unit(declared.time_unit);
    let slot = build.slot(new, declared.ty, domain, optional);
    build.graded(Entity::Slot(slot), &field.ty);
    let written = field.attributes.domain.as_ref().map(|interval| interval.span);
    build.cx.scope.domains.insert(slot, DomainPlace { written, behind: field.ty.span.after() });
    build.fields.push(Field {
        name: field.name.text.clone(),
        title: field.title.as_ref().map(|title| title.text.clone()),
        columns: field.attributes.columns.iter().map(|column| column.text.clone()).collect(),
        label_titles,
        key: field.attributes.key.is_some(),
        period: field.attributes.period.is_some(),
        optional,
        default,
        bare: declared.bare,
        rounded: field.attributes.rounded.is_some(),
        step,
        span: field.span,
    });
    slot
}

fn usual_step(domain: &Domain) -> Option<Decimal> {
    domain.numbers().and_then(|numbers| numbers.step().decimal())
}

/// Tells the attributes that do not fit the field.
fn fitting(cx: &mut Context, field: &ast::Field, declared: &Declared, role: Role) {
    let attributes = &field.attributes;
    if let Some(span) = attributes.required.filter(|_| role != Role::Lookup) {
        cx.tell(misplaced(span, "required", cx));
    }
    let numeric = matches!(declared.ty, Type::Number(_) | Type::Invalid);
    if let Some(span) = attributes.rounded.filter(|_| !numeric) {
        cx.tell(misplaced(span, "rounded", cx));
    }
    if let Some(span) = attributes.optional.filter(|_| attributes.key.is_some() || attributes.period.is_some()) {
        cx.tell(misplaced(span, "optional-key", cx));
    } else if let (Some(span), Some(default)) = (attributes.optional, &attributes.default) {
        cx.tell(misplaced(span, "optional-default", cx).label(default.span, "default"));
    }
}

fn default(cx: &mut Context, field: &ast::Field, declared: &Declared, domain: &Domain) -> Option<Value> {
    let expr = field.attributes.default.as_ref()?;
    let value = constant(cx, expr, Wanted::Type(declared.ty))?;
    let told = Diagnostic::new(Code::OutsideDomain, expr.span)
        .variant("default")
        .arg("name", field.name.text.as_str())
        .label(field.name.span, "declared");
    domains::hold(cx, &value, declared.ty, domain, told).then_some(value)
}

/// Tells columns that two fields would be read from. Date and time of day may come from one.
pub(super) fn shared_columns(build: &mut Build, relation: Option<&Relation>) {
    let mut owners: HashMap<String, (usize, Span)> = HashMap::new();
    let mut told = vec![];
    let fields = relation.map_or(build.fields.as_slice(), |relation| &relation.fields);
    for (at, field) in fields.iter().enumerate() {
        let further = field.title.iter().chain(&field.columns);
        for column in std::iter::once(&field.name).chain(further) {
            match owners.get(column) {
                Some((owner, first)) if *owner != at && !both_parts(fields, *owner, at) => told.push(
                    Diagnostic::new(Code::SharedColumn, field.span)
                        .arg("column", column.as_str())
                        .arg("name", field.name.as_str())
                        .label(*first, "first"),
                ),
                Some(_) => {}
                None => {
                    owners.insert(column.clone(), (at, field.span));
                }
            }
        }
    }
    build.cx.diagnostics.append(&mut told);
}

/// Whether two fields take their parts of a date with a time.
fn both_parts(fields: &[Field], one: usize, other: usize) -> bool {
    [one, other].iter().all(|at| fields.get(*at).is_some_and(|field| field.bare == Bare::DateTime))
}

/// A policy has one period field, of the type that its header names.
fn period(build: &mut Build, fields: &[&ast::Field]) {
    let mut periods = fields.iter().filter_map(|field| Some((field, field.attributes.period?)));
    let Some((first, span)) = periods.next() else { return };
    for (second, again) in periods {
        let twice = Diagnostic::new(Code::BadPeriod, again).variant("twice").arg("name", second.name.text.as_str());
        build.cx.diagnostics.push(twice.label(span, "first"));
    }
    let ty = build.cx.slots.iter().find(|slot| slot.span == first.name.span).map(|slot| slot.ty);
    let Some(ty) = ty.filter(|ty| *ty != Type::Invalid) else { return };
    let told = Diagnostic::new(Code::BadPeriod, first.ty.span).arg("name", first.name.text.as_str());
    match (ty, build.cx.header.period) {
        (Type::Calendar(kind), Some(period)) if kind != period => {
            build.tell(told.variant("other").arg("period", crate::diagnostic::Arg::Term(period.term())));
        }
        (Type::Calendar(_), _) => {}
        _ => build.tell(told.variant("type")),
    }
}
