//! The policies whose results are rows: `details N from policy "file.merit"`. Each is a policy of its own,
//! read, checked and proved by itself.

use std::collections::HashMap;
use std::sync::Arc;

use super::files::Files;
use super::{Compiled, Job};
use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::ir::Policy;
use crate::source::{SourceFile, Sources, Span};
use crate::syntax::ast;

/// What the details of a policy are made of.
#[derive(Default)]
pub(super) struct Origins {
    /// The policies, by the place of their path.
    pub policies: HashMap<Span, Arc<Policy>>,
    /// The files that they are read from.
    pub files: Vec<SourceFile>,
    /// What hinders one.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the policies that a file's details come from. Those in `open` are being read already.
pub(super) fn origins(file: &ast::File, sources: &Sources, files: &dyn Files, open: &[String]) -> Origins {
    let mut found = Origins::default();
    for path in file.items.iter().filter_map(path) {
        let from = sources.get(path.span.file).map_or("", |file| file.name.as_str());
        let source = match files.find(from, &path.text) {
            Ok(source) => source,
            Err(unusable) => {
                found.diagnostics.push(unusable.told(path, sources));
                continue;
            }
        };
        if open.contains(&source.name) {
            let names = open.iter().skip_while(|name| **name != source.name).chain([&source.name]);
            let printed = names.cloned().collect::<Vec<_>>().join(" → ");
            found.diagnostics.push(at(path).variant("loop").arg("loop", printed));
            continue;
        }
        let open: Vec<String> = open.iter().cloned().chain([source.name.clone()]).collect();
        let beside = &Sources::default();
        let compiled = Job { beside, policy: source, files, patches: &[], settings: &[], open: &open }.compiled();
        match hindrance(path, &compiled) {
            Some(told) => found.diagnostics.push(told),
            None => {
                found.files.extend(compiled.read().cloned());
                found.policies.insert(path.span, Arc::new(compiled.policy));
            }
        }
    }
    found
}

fn path(item: &ast::Item) -> Option<&ast::Text> {
    match item {
        ast::Item::Details(block) => block.policy.as_ref(),
        _ => None,
    }
}

fn at(path: &ast::Text) -> Diagnostic {
    Diagnostic::new(Code::BadOrigin, path.span).arg("path", path.text.as_str())
}

/// Why a policy's results cannot be rows.
fn hindrance(path: &ast::Text, compiled: &Compiled) -> Option<Diagnostic> {
    let errors = compiled.count(Severity::Error);
    if errors > 0 {
        return Some(at(path).variant("refused").arg("count", errors));
    }
    let names: Vec<Arg> = compiled.policy.relations.iter().map(|it| Arg::from(it.name.as_str())).collect();
    (!names.is_empty()).then(|| at(path).variant("nested").arg("names", Arg::List(names)))
}
