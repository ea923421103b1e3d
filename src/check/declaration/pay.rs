//! Pay blocks.

use std::collections::{BTreeSet, HashMap};

use super::super::expression::{Wanted, expression, present};
use super::super::names::{self, Place};
use super::bounds;
use super::build::{Build, NewSlot, invalid};
use super::order::Graph;
use super::values::sum;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, Bounds, Expr, ExprKind, Role, Step, Type, Value};
use crate::quantity::{Decimal, Dimension, Domain, Numbers, Rounding};
use crate::source::Span;
use crate::syntax::ast;

/// Lowers a pay block. A line may use other lines, so they are evaluated in the order of what they use.
pub(super) fn pay(build: &mut Build, pay: &ast::Pay) {
    let written = distinct(build, pay);
    let ordered = Graph::of(written.iter().map(|line| uses_of(line, pay, &written)).collect()).order();
    let mut lines = vec![];
    for found in &ordered.loops {
        let found: Vec<&ast::PayLine> = found.iter().filter_map(|at| written.get(*at).copied()).collect();
        lines.extend(found.iter().map(|line| absorbing(build, pay, line)));
        circular(build, &found);
    }
    for here in ordered.order.iter().filter_map(|at| written.get(*at)) {
        let names = written.iter().map(|line| &line.name.text).filter(|name| **name != here.name.text);
        build.cx.scope.lines = Some((pay.name.text.clone(), names.cloned().collect()));
        lines.push(line(build, pay, here));
    }
    build.cx.scope.lines = None;
    let terms = lines.iter().map(|line| build.read(line.slot, pay.name.span).domain);
    let domain = sum(terms);
    let bounds = bounds::of_block(build, pay);
    let new = NewSlot::new(&pay.name.text, pay.name.span, Role::Pay).title(pay.title.as_ref());
    let slot = build.slot(new, Type::Number(Dimension::MONEY), bounded(domain, &bounds), false);
    build.name(&pay.name.text, slot);
    build.step(Step::Pay(ir::Pay { slot, lines, bounds }));
}

/// The lines without those whose name stands twice, which are told.
fn distinct<'a>(build: &mut Build, pay: &'a ast::Pay) -> Vec<&'a ast::PayLine> {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut kept = vec![];
    for line in &pay.lines {
        let name = line.name.text.as_str();
        if let Some(first) = seen.get(name) {
            let told = Diagnostic::new(Code::DuplicateName, line.name.span).variant("line").arg("name", name);
            build.tell(told.label(*first, "first"));
            continue;
        }
        seen.insert(name, line.name.span);
        kept.push(line);
    }
    kept
}

fn uses_of(line: &ast::PayLine, pay: &ast::Pay, lines: &[&ast::PayLine]) -> Vec<usize> {
    let here = names::of_expr(&line.value).into_iter().filter(|used| used.place == Place::Here);
    let own = here.filter(|used| used.name.text == pay.name.text);
    let members: BTreeSet<&str> = own.filter_map(|used| Some(used.member?.text.as_str())).collect();
    let place = |name: &str| lines.iter().position(|line| line.name.text == name);
    members.into_iter().filter_map(place).collect()
}

/// A line that is told; what uses it finds a value that absorbs.
fn absorbing(build: &mut Build, pay: &ast::Pay, line: &ast::PayLine) -> ir::PayLine {
    let name = format!("{}.{}", pay.name.text, line.name.text);
    let new = NewSlot::new(name, line.name.span, Role::PayLine);
    let slot = build.slot(new, Type::Invalid, Domain::Invalid, false);
    build.member(&pay.name.text, &line.name.text, slot);
    let written = line.value.span;
    ir::PayLine { slot, value: invalid(written), written, bounds: Bounds::default() }
}

/// Tells lines that use each other.
fn circular(build: &mut Build, lines: &[&ast::PayLine]) {
    let Some(first) = lines.first() else { return };
    let names: Vec<&str> = lines.iter().map(|line| line.name.text.as_str()).collect();
    let name = first.name.text.as_str();
    let told = Diagnostic::new(Code::Cycle, first.name.span)
        .variant(if lines.len() == 1 { "self" } else { "" })
        .arg("loop", format!("{} → {name}", names.join(" → ")))
        .arg("name", name);
    let label = |told: Diagnostic, line: &&ast::PayLine| {
        told.label_with(line.name.span, "member", vec![("member", line.name.text.as_str().into())])
    };
    build.tell(lines.iter().skip(1).fold(told, label));
}

fn line(build: &mut Build, pay: &ast::Pay, line: &ast::PayLine) -> ir::PayLine {
    let money = Type::Number(Dimension::MONEY);
    let amount = expression(&mut build.cx, &line.value, Wanted::Type(money));
    let amount = present(&mut build.cx, amount);
    let value = to_minor_unit(amount, build.cx.header.minor_unit);
    let bounds = bounds::of_line(build, pay, line);
    let name = format!("{}.{}", pay.name.text, line.name.text);
    let domain = bounded(value.domain.clone(), &bounds);
    let slot = build.slot(NewSlot::new(name, line.name.span, Role::PayLine), money, domain, false);
    build.member(&pay.name.text, &line.name.text, slot);
    ir::PayLine { slot, value, written: line.value.span, bounds }
}

fn to_minor_unit(amount: Expr, step: Decimal) -> Expr {
    let mode = Rounding::HalfUp;
    let domain = match amount.domain.numbers().map(|numbers| numbers.round(step, mode)) {
        Some(numbers) => Domain::Numbers(numbers),
        None => Domain::Invalid,
    };
    let (span, ty) = (amount.span, Type::Number(Dimension::MONEY));
    Expr { kind: ExprKind::Round { value: Box::new(amount), step, mode }, ty, domain, optional: false, span }
}

/// A domain of amounts, held to bounds.
fn bounded(domain: Domain, bounds: &Bounds) -> Domain {
    let Domain::Numbers(mut numbers) = domain else { return Domain::Invalid };
    if let Some(Value::Number(low)) = &bounds.at_least {
        numbers = numbers.max(&Numbers::one(low));
    }
    if let Some(Value::Number(high)) = &bounds.at_most {
        numbers = numbers.min(&Numbers::one(high));
    }
    Domain::Numbers(numbers)
}
