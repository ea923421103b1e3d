//! The fields of the record: their types, domains and how they are read.

use std::collections::HashMap;

use super::super::context::{Context, DomainPlace, Entity};
use super::super::expression::{Wanted, constant};
use super::build::{Build, NewSlot};
use super::domains;
use super::types::{self, Declared, misplaced};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Field, Role, Type, Value};
use crate::quantity::{Decimal, Domain};
use crate::source::Span;
use crate::syntax::ast;

/// Lowers the fields. They become the first slots, in order.
pub(super) fn fields(build: &mut Build, fields: &[&ast::Field]) {
    for field in fields {
        lower(build, field);
    }
    shared_columns(build);
    period(build, fields);
}

fn lower(build: &mut Build, field: &ast::Field) {
    let cx = &mut build.cx;
    let declared = types::declared(cx, &field.ty);
    let step = types::step(cx, &declared, field.attributes.decimals);
    let label_titles = types::titles(cx, &field.ty);
    let domain = domains::domain(cx, &declared, field.attributes.domain.as_ref(), step);
    fitting(cx, field, &declared);
    let default = default(cx, field, &declared, &domain);
    // Beside a default, or of a key, the word was told: it is taken as not said.
    let attributes = &field.attributes;
    let needless = attributes.default.is_some() || attributes.key.is_some() || attributes.period.is_some();
    let optional = attributes.optional.is_some() && !needless;
    let step = domain.numbers().and_then(|_| step.or_else(|| usual_step(&domain)));
    let new = NewSlot::new(&field.name.text, field.name.span, Role::Field)
        .title(field.title.as_ref())
        .time_unit(declared.time_unit);
    let slot = build.slot(new, declared.ty, domain, optional);
    build.name(&field.name.text, slot);
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
}

fn usual_step(domain: &Domain) -> Option<Decimal> {
    domain.numbers().and_then(|numbers| numbers.step().ok())
}

/// Tells the attributes that do not fit the field.
fn fitting(cx: &mut Context, field: &ast::Field, declared: &Declared) {
    let attributes = &field.attributes;
    if let Some(span) = attributes.required {
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

/// Tells columns that two fields would be read from.
fn shared_columns(build: &mut Build) {
    let mut owners: HashMap<String, (usize, Span)> = HashMap::new();
    let mut told = vec![];
    for (at, field) in build.fields.iter().enumerate() {
        let further = field.title.iter().chain(&field.columns);
        for column in std::iter::once(&field.name).chain(further) {
            match owners.get(column) {
                Some((owner, first)) if *owner != at => told.push(
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
