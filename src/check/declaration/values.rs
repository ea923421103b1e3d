//! Metrics, `let`s, gates and flags.

use std::collections::BTreeSet;

use super::super::context::{Context, Entity};
use super::super::expression::{Wanted, condition, expression, grade_of};
use super::attributes::only_decimals;
use super::build::{Build, NewSlot, invalid};
use super::types::{self, Declared, fitted};
use super::unsaid;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, Expr, ExprKind, Role, Step, Type};
use crate::quantity::{Decimal, Dimension, Domain, Number, Numbers, TimeUnit};
use crate::source::Span;
use crate::syntax::ast;

/// Lowers a metric.
pub(super) fn metric(build: &mut Build, metric: &ast::Metric) {
    only_decimals(build, &metric.attributes, false);
    let declared = types::declared(&mut build.cx, &metric.ty);
    let value = match metric.ty.kind {
        ast::TypeKind::Unsaid => unsaid::value(build, metric),
        _ => typed(build, &metric.value, &declared, metric.attributes.decimals),
    };
    let new = NewSlot::new(&metric.name.text, metric.name.span, Role::Metric)
        .title(metric.title.as_ref())
        .time_unit(declared.time_unit)
        .written(metric.value.span);
    note_rank(&mut build.cx, &metric.name, &value);
    let slot = build.value(new, value);
    build.name(&metric.name.text, slot);
    build.graded(Entity::Slot(slot), &metric.ty);
}

/// Notes a name that stands for a place in a ranking.
fn note_rank(cx: &mut Context, name: &ast::Name, value: &Expr) {
    let ExprKind::Slot(slot) = value.kind else { return };
    let rank = |step: &Step| matches!(step, Step::Cohort(ir::Cohort { slot: found, function: ir::CohortFunction::Rank(_), .. }) if *found == slot);
    if cx.lifted.iter().any(rank) {
        cx.scope.ranks.push(name.text.clone());
    }
}

/// Lowers a `let`, whose type is that of its value where none is written.
pub(super) fn binding(build: &mut Build, binding: &ast::Let) {
    only_decimals(build, &binding.attributes, false);
    let declared = binding.ty.as_ref().map(|ty| types::declared(&mut build.cx, ty));
    let value = match &declared {
        Some(declared) => typed(build, &binding.value, declared, binding.attributes.decimals),
        None => expression(&mut build.cx, &binding.value, Wanted::Anything),
    };
    let unit = declared.map_or(TimeUnit::Second, |declared| declared.time_unit);
    let grade = grade_of(&build.cx, &value);
    let new = NewSlot::new(&binding.name.text, binding.name.span, Role::Let).time_unit(unit);
    let new = new.written(binding.value.span);
    note_rank(&mut build.cx, &binding.name, &value);
    let slot = build.value(new, value);
    build.name(&binding.name.text, slot);
    match &binding.ty {
        Some(ty) => build.graded(Entity::Slot(slot), ty),
        None => build.cx.scope.graded.extend(grade.map(|grade| (Entity::Slot(slot), grade))),
    }
}

/// An expression of a declared type, rounded to the declared decimals. The type is the declared
/// one even where the expression was told.
fn typed(build: &mut Build, expr: &ast::Expr, declared: &Declared, decimals: Option<ast::Decimals>) -> Expr {
    let step = types::step(&mut build.cx, declared, decimals);
    let mut value = fitted(&mut build.cx, expr, declared.ty, step);
    if declared.count && value.domain.numbers().is_some_and(|numbers| !is_count(numbers)) {
        build.tell(Diagnostic::new(Code::NotACount, expr.span).label(declared.span, "type"));
        value = invalid(expr.span);
    }
    if value.ty == Type::Invalid {
        value.ty = declared.ty;
    }
    value
}

fn is_count(numbers: &Numbers) -> bool {
    numbers.step().is_integer() && numbers.lo() >= Decimal::ZERO
}

/// Lowers a gate.
pub(super) fn gate(build: &mut Build, gate: &ast::Gate) {
    let conditions = gate.conditions.iter().map(|written| ir::Condition {
        value: condition(&mut build.cx, written),
        text: build.cx.sources.slice(written.span).split_whitespace().collect::<Vec<_>>().join(" "),
    });
    let conditions: Vec<ir::Condition> = conditions.collect();
    let new = NewSlot::new(&gate.name.text, gate.name.span, Role::Gate).title(gate.title.as_ref());
    let slot = build.slot(new, Type::Bool, Domain::ANY_BOOL, false);
    build.cx.conditions.insert(slot, conditions.iter().map(|condition| condition.value.clone()).collect());
    build.name(&gate.name.text, slot);
    build.step(Step::Gate(ir::Gate { slot, conditions }));
}

/// Lowers a flag.
pub(super) fn flag(build: &mut Build, flag: &ast::Flag) {
    let value = condition(&mut build.cx, &flag.condition);
    let new = NewSlot::new(&flag.name.text, flag.name.span, Role::Flag).title(flag.title.as_ref());
    let new = new.written(flag.condition.span);
    let slot = build.value(new, Expr { ty: Type::Bool, ..value });
    build.name(&flag.name.text, slot);
}

/// The domain of a sum. The domains of its terms are added, so where one is unknown the sum is.
pub(super) fn sum(terms: impl IntoIterator<Item = Domain>) -> Domain {
    let start = Some(Numbers::one(Number::ZERO));
    let all = terms.into_iter().fold(start, |sum, term| Some(sum?.add(term.numbers()?)));
    all.map_or(Domain::Invalid, Domain::Numbers)
}

/// The exact sum of some terms.
pub(super) fn total(terms: Vec<Expr>, dimension: Dimension, span: Span) -> Expr {
    let domain = sum(terms.iter().map(|term| term.domain.clone()));
    Expr { kind: ExprKind::Sum(terms), ty: Type::Number(dimension), domain, optional: false, span }
}

/// Lets what an error was told of absorb what would follow.
pub(super) fn absorb(build: &mut Build, name: &ast::Name) {
    build.entity(name, Entity::Invalid(name.span));
}

/// Every label of a domain.
pub(super) fn label_domain(labels: impl IntoIterator<Item = usize>) -> Domain {
    Domain::Labels(labels.into_iter().collect::<BTreeSet<_>>())
}
