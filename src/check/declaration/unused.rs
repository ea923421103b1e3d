//! What nothing uses, and a policy that nothing tests.

use std::collections::HashSet;

use super::super::names::{self, Use};
use super::build::Build;
use super::nodes::{Kind, Outline, valued};
use super::order::Graph;
use super::uses;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::RelationKind;
use crate::source::Span;
use crate::syntax::ast::{self, AssignedValue, Name, TypeKind};

/// Tells `let`s, params, tables, scales, lookups, details and types that nothing uses; where nothing is wrong, also measures of the
/// record and cases. What is part of a result by itself is never told.
pub(super) fn tell(build: &mut Build, outline: &Outline, graph: &Graph) {
    let named = named(outline);
    for (at, node) in outline.nodes.iter().enumerate() {
        let what = match node.kind {
            Kind::Param(_) => "param",
            Kind::Let(_) => "let",
            Kind::Table(_) => "table",
            Kind::Scale(_) => "scale",
            _ => continue,
        };
        if let Some(name) = node.name.filter(|name| !graph.is_used(at) && !named.contains(name.text.as_str())) {
            build.tell(unused(name, what));
        }
    }
    relations(build, outline);
    let in_nodes: HashSet<&str> = outline.nodes.iter().flat_map(|node| uses::of(node.kind)).map(text).collect();
    let idle = |name: &&Name| !in_nodes.contains(name.text.as_str()) && !named.contains(name.text.as_str());
    outline.types.iter().map(|decl| &decl.name).filter(idle).for_each(|name| build.tell(unused(name, "type")));
    if !build.has_errors() {
        let measures = outline.fields.iter().filter(|field| is_measure(field)).map(|field| &field.name);
        let tell = |name: &Name| Diagnostic::new(Code::UnusedField, name.span).arg("name", name.text.as_str());
        measures.filter(idle).for_each(|name| build.tell(tell(name)));
        parts(build, outline);
        cases(build, outline);
    }
}

/// Tells lookups and details that nothing uses.
fn relations(build: &mut Build, outline: &Outline) {
    let used: HashSet<&str> = outline.nodes.iter().flat_map(|node| uses::of(node.kind)).map(text).collect();
    // Where a field's name stands alone and means nothing else, it was told whose it is.
    let bare = |name: &str| used.contains(name) && !build.cx.scope.names.contains_key(name);
    let is_used = |block: &ast::Block| {
        used.contains(block.name.text.as_str()) || block.fields.iter().any(|field| bare(&field.name.text))
    };
    let idle: Vec<_> = outline.relations.iter().filter(|(_, block)| !is_used(block)).collect();
    for (kind, block) in idle {
        let what = if *kind == RelationKind::Lookup { "lookup" } else { "details" };
        build.tell(unused(&block.name, what));
    }
}

/// Tells fields of lookups and details, and what is computed of a row, that nothing uses.
fn parts(build: &mut Build, outline: &Outline) {
    let of_nodes: Vec<Use> = outline.nodes.iter().flat_map(|node| uses::of(node.kind)).collect();
    for (kind, block) in &outline.relations {
        let outside = of_nodes.iter().filter(|used| used.name.text == block.name.text);
        let members: HashSet<&str> = outside.clone().filter_map(|used| Some(used.member?.text.as_str())).collect();
        if outside.count() == 0 {
            continue;
        }
        let inside: HashSet<&str> = uses::of_block(block).into_iter().map(text).collect();
        let idle = |name: &&Name| !members.contains(name.text.as_str()) && !inside.contains(name.text.as_str());
        let read = if *kind == RelationKind::Lookup { "lookup" } else { "row" };
        let fields = block.fields.iter().filter(|field| is_measure(field)).map(|field| (&field.name, read));
        let items = block.items.iter().filter_map(valued).map(|(_, name)| (name, "computed"));
        for (name, variant) in fields.chain(items).filter(|(name, _)| idle(name)) {
            let full = format!("{}.{}", block.name.text, name.text);
            build.tell(Diagnostic::new(Code::UnusedField, name.span).variant(variant).arg("name", full));
        }
    }
}

/// Tells a policy without a test, at the place where it begins.
pub(super) fn untested(build: &mut Build, outline: &Outline, start: Span) {
    if outline.tests.is_empty() && !outline.nodes.is_empty() {
        build.tell(Diagnostic::new(Code::NoTest, outline.header.map_or(start, |header| header.title.span)));
    }
}

fn cases(build: &mut Build, outline: &Outline) {
    let bases = outline.tests.iter().filter_map(|test| test.given.case.as_ref());
    let bases: HashSet<&str> = bases.map(|name| name.text.as_str()).collect();
    let mut idle: Vec<&Name> = outline.cases.values().map(|case| &case.name).collect();
    idle.retain(|name| !bases.contains(name.text.as_str()));
    idle.sort_by_key(|name| name.span);
    idle.into_iter().for_each(|name| build.tell(unused(name, "case")));
}

fn unused(name: &Name, what: &'static str) -> Diagnostic {
    // A line that begins as this one does, and does not read, may have been what uses it.
    let told = Diagnostic::new(Code::Unused, name.span).without(&name.text).without(what);
    told.arg("name", name.text.as_str()).arg("what", what)
}

/// Whether a field is there to be reckoned with. Names, dates and what tells records apart are for the reader.
fn is_measure(field: &ast::Field) -> bool {
    let apart = field.attributes.key.is_some() || field.attributes.period.is_some();
    !apart
        && !matches!(field.ty.kind, TypeKind::Text | TypeKind::Calendar(_) | TypeKind::DateTime(_) | TypeKind::Invalid)
}

fn text<'a>(used: Use<'a>) -> &'a str {
    &used.name.text
}

/// The names that fields, the header and tests use.
fn named<'a>(outline: &Outline<'a>) -> HashSet<&'a str> {
    let fields = outline.fields.iter().flat_map(|field| uses::of_field(field)).map(text);
    let blocks = outline.relations.iter().flat_map(|(_, block)| uses::of_block(block)).map(text);
    let header = outline.header.iter().flat_map(|header| uses::of_header(header)).map(text);
    let blocks_of = |blocks: &'a [ast::GivenBlock]| blocks.iter().flat_map(|block| &block.values);
    let tests = outline.tests.iter();
    let tests =
        tests.flat_map(move |test| test.given.values.iter().chain(&test.expect).chain(blocks_of(&test.given.blocks)));
    let cases = outline.cases.values().flat_map(move |case| case.given.iter().chain(blocks_of(&case.blocks)));
    let assigned = tests.chain(cases);
    let paths = assigned.clone().filter_map(|assigned| assigned.path.first()).map(|name| name.text.as_str());
    let values = assigned.filter_map(|assigned| match &assigned.value {
        AssignedValue::Expr(expr) => Some(names::of_expr(expr)),
        AssignedValue::Missing(_) => None,
    });
    fields.chain(blocks).chain(header).chain(paths).chain(values.flatten().map(text)).collect()
}
