//! What nothing uses.

use std::collections::HashSet;

use super::build::Build;
use super::nodes::{Kind, Outline};
use super::order::Graph;
use super::uses;
use crate::diagnostic::{Arg, Code, Diagnostic};

/// Tells `let`s, params, tables, scales and types that nothing uses. What is part of a result by
/// itself is never told.
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
        let Some(name) = node.name.filter(|name| !graph.is_used(at) && !named.contains(name.text.as_str())) else {
            continue;
        };
        let told = Diagnostic::new(Code::Unused, name.span).arg("name", name.text.as_str());
        build.tell(told.arg("what", Arg::Text(what.to_owned())));
    }
    let in_nodes: HashSet<&str> = outline.nodes.iter().flat_map(|node| uses::of(node.kind)).map(text).collect();
    for decl in outline.types.iter().filter(|decl| !in_nodes.contains(decl.name.text.as_str())) {
        if !named.contains(decl.name.text.as_str()) {
            let told = Diagnostic::new(Code::Unused, decl.name.span).arg("name", decl.name.text.as_str());
            build.tell(told.arg("what", "type"));
        }
    }
}

fn text<'a>((name, _): uses::Use<'a>) -> &'a str {
    &name.text
}

/// The names that fields, the header and tests use.
fn named<'a>(outline: &Outline<'a>) -> HashSet<&'a str> {
    let fields = outline.fields.iter().flat_map(|field| uses::of_field(field)).map(text);
    let header = outline.header.iter().flat_map(|header| uses::of_header(header)).map(text);
    let tests = outline.tests.iter().flat_map(|test| test.given.values.iter().chain(&test.expect));
    let cases = outline.cases.values().flat_map(|case| &case.given);
    let assigned = tests.chain(cases);
    let paths = assigned.clone().filter_map(|assigned| assigned.path.first()).map(|name| name.text.as_str());
    let values = assigned.filter_map(|assigned| match &assigned.value {
        crate::syntax::ast::AssignedValue::Expr(expr) => Some(uses::of_expr(expr)),
        crate::syntax::ast::AssignedValue::Missing(_) => None,
    });
    fields.chain(header).chain(paths).chain(values.flatten().map(text)).collect()
}
