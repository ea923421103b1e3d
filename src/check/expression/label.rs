//! Labels: resolved by the set that their place asks for.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::resolve;
use super::build;
use crate::diagnostic::{Arg, Code, Diagnostic, nearest};
use crate::ir::{Expr, ExprKind, LabelSetId, Type, Value};
use crate::quantity::Domain;
use crate::source::Span;
use crate::syntax::ast::Name;

/// A label where one of this set is wanted; a name that is also a value, or no label, is told.
pub(super) fn label(cx: &mut Context, word: &Name, set: LabelSetId) -> Expr {
    match resolve::label(cx, set, word) {
        Some(_) if !word.quoted && resolve::is_value(cx, &word.text) => ambiguous(cx, word, set),
        Some(at) => constant(at, set, word.span),
        None => unknown(cx, word, set),
    }
}

fn constant(at: usize, set: LabelSetId, span: Span) -> Expr {
    Expr {
        kind: ExprKind::Constant(Value::Label(at)),
        ty: Type::Label(set),
        domain: Domain::Labels(BTreeSet::from([at])),
        optional: false,
        span,
    }
}

fn ambiguous(cx: &mut Context, word: &Name, set: LabelSetId) -> Expr {
    let place = cx.label_sets.get(set.0).and_then(|s| s.labels.iter().find(|l| l.name == word.text)).map(|l| l.span);
    let value = resolve::meaning(cx, &word.text).and_then(|entity| resolve::place(cx, entity));
    let mut diagnostic = Diagnostic::new(Code::AmbiguousName, word.span).arg("name", word.text.clone());
    if let Some(span) = place {
        diagnostic = diagnostic.label(span, "as-label");
    }
    if let Some(span) = value {
        diagnostic = diagnostic.label(span, "as-value");
    }
    cx.tell(diagnostic);
    build::invalid(word.span)
}

fn unknown(cx: &mut Context, word: &Name, set: LabelSetId) -> Expr {
    let labels: Vec<String> =
        cx.label_sets.get(set.0).map_or(vec![], |set| set.labels.iter().map(|l| l.name.clone()).collect());
    let mut diagnostic = Diagnostic::new(Code::UnknownLabel, word.span)
        .arg("name", word.text.clone())
        .arg("labels", Arg::List(labels.iter().cloned().map(Arg::Text).collect()))
        .without(&word.text);
    if let Some(near) = nearest(&word.text, labels.iter().map(String::as_str)) {
        diagnostic = diagnostic.variant("near").without(near).arg("nearest", near).edit(word.span, near);
    }
    cx.tell(diagnostic);
    build::invalid(word.span)
}
