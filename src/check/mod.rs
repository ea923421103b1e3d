//! From [`ast`] to [`ir`]: names, types, units, absence, domains, weights.
//!
//! [`check`] never fails: what it cannot make sense of it tells, and puts an `Invalid` node in its
//! place that absorbs what would follow from it.

mod context;
mod declaration;
mod expression;
mod keep;
mod names;
mod references;
mod resolve;
mod sum;
mod unbounded;

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::ir;
use crate::source::{Sources, Span};
use crate::syntax::ast;

pub use references::{References, Symbol, SymbolKind};
pub use unbounded::unbounded;

/// What a file was checked to be.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The policy; fit to be evaluated only where no diagnostic is an error.
    pub policy: ir::Policy,
    /// Its names, each with its declaration.
    pub references: References,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// `--set NAME=VALUE`: another value for a param.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The param.
    pub name: String,
    /// The value, as a policy would spell it.
    pub value: ast::Expr,
}

/// The policies whose results are rows of details, by the place of their path.
pub type Origins = HashMap<Span, Arc<ir::Policy>>;

/// Checks one file. A setting gives a param another value than the file does.
pub fn check(file: &ast::File, sources: &Sources, settings: &[Setting], origins: &Origins) -> Checked {
    declaration::policy(file, sources, settings, origins)
}
