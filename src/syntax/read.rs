//! The entries: a file, and an expression that stands alone.

use pest::Parser;

use super::ast;
use super::grammar::{Grammar, Rule};
use super::layout::{self, Layout};
use super::lower::{self, Lower};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Span};

/// What a text was read as.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The declarations that could be read; what could not is [`ast::Item::Invalid`].
    pub file: ast::File,
    /// What could not be read, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads one file of policy text.
pub fn parse(id: FileId, source: &SourceFile) -> Parsed {
    let (layout, _, mut diagnostics) = layout::prepare(id, source);
    let items = match Grammar::parse(Rule::file, &layout.text) {
        Ok(pairs) => {
            let mut lower = Lower::new(source, &layout, &mut diagnostics);
            pairs.flat_map(|file| file.into_inner()).filter_map(|pair| lower::item(&mut lower, pair)).collect()
        }
        Err(error) => {
            diagnostics.push(whole(&layout, &error));
            vec![]
        }
    };
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Parsed { file: ast::File { items }, diagnostics }
}

/// Reads one expression: the value of `--set`, or a line of the REPL.
pub fn parse_expression(id: FileId, source: &SourceFile) -> (Option<ast::Expr>, Vec<Diagnostic>) {
    let (layout, _, mut diagnostics) = layout::prepare(id, source);
    let expression = match Grammar::parse(Rule::single_expression, &layout.text) {
        Ok(pairs) => {
            let mut lower = Lower::new(source, &layout, &mut diagnostics);
            pairs.flat_map(|single| single.into_inner()).next().map(|pair| lower::expression(&mut lower, pair))
        }
        Err(error) => {
            diagnostics.push(whole(&layout, &error));
            None
        }
    };
    (expression, diagnostics)
}

fn whole(layout: &Layout, error: &pest::error::Error<Rule>) -> Diagnostic {
    let at = match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    };
    let span: Span = layout.span(at, at);
    Diagnostic::new(Code::Syntax, span)
}
