//! What stands behind a type and does not fit the declaration.

use super::build::Build;
use super::types::misplaced;
use crate::syntax::ast;

/// Tells what does not fit a param: it is no column.
pub(super) fn only_domain(build: &mut Build, attributes: &ast::Attributes) {
    let spans = [attributes.key, attributes.period, attributes.optional, attributes.required, attributes.rounded];
    let columns = attributes.columns.iter().map(|column| column.span);
    let default = attributes.default.iter().map(|default| default.span);
    for span in spans.into_iter().flatten().chain(columns).chain(default) {
        let told = misplaced(span, "field-only", &build.cx);
        build.tell(told);
    }
}

/// Tells what does not fit a metric, `let`, item or output: only decimals do, and for an output `optional`.
pub(super) fn only_decimals(build: &mut Build, attributes: &ast::Attributes, output: bool) {
    let optional = attributes.optional.filter(|_| !output);
    let kept = ast::Attributes { optional, domain: None, ..attributes.clone() };
    only_domain(build, &kept);
    if let Some(domain) = &attributes.domain {
        let told = misplaced(domain.span, "computed-domain", &build.cx);
        build.tell(told);
    }
}
