//! The entries: a file, an expression that stands alone, and a line that is one or the other.

use pest::Parser;

use super::ast;
use super::grammar::{Grammar, Pairs, Rule};
use super::layout::{self, Layout, begins_with_declaration};
use super::lower::{self, Lower};
use super::slip::{self, Piece, Place};
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

/// A line of a session.
#[derive(Debug, Clone)]
pub enum Line {
    /// Declarations.
    Declarations(ast::File),
    /// An expression.
    Expression(ast::Expr),
    /// Neither: what is wrong was told.
    Invalid,
}

/// Reads one file of policy text.
pub fn parse(id: FileId, source: &SourceFile) -> Parsed {
    let mut diagnostics = vec![];
    let items = layout::prepare(id, source, &mut diagnostics)
        .map_or_else(Vec::new, |layout| items(source, &layout, &mut diagnostics));
    if items.is_empty() && diagnostics.is_empty() {
        diagnostics.push(Diagnostic::new(Code::EmptyFile, Span::new(id, 0, 0)));
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Parsed { file: ast::File { items }, diagnostics }
}

fn items(source: &SourceFile, layout: &Layout, diagnostics: &mut Vec<Diagnostic>) -> Vec<ast::Item> {
    match Grammar::parse(Rule::file, &layout.text) {
        Ok(pairs) => {
            let mut lower = Lower::new(source, layout, diagnostics);
            lower.collect_labels(pairs.clone());
            declarations(pairs).filter_map(|pair| lower::item(&mut lower, pair)).collect()
        }
        Err(_) => {
            if diagnostics.is_empty() {
                diagnostics.push(slip::explain(&Piece::new(Place::Item, layout, &layout.text, 0)));
            }
            vec![]
        }
    }
}

fn declarations(pairs: Pairs<'_>) -> impl Iterator<Item = super::grammar::Pair<'_>> {
    pairs.flat_map(|file| file.into_inner())
}

/// Reads one expression: the value of `--set`.
pub fn parse_expression(id: FileId, source: &SourceFile) -> (Option<ast::Expr>, Vec<Diagnostic>) {
    let mut diagnostics = vec![];
    let expression =
        layout::prepare(id, source, &mut diagnostics).and_then(|layout| single(source, &layout, &mut diagnostics));
    (expression, diagnostics)
}

fn single(source: &SourceFile, layout: &Layout, diagnostics: &mut Vec<Diagnostic>) -> Option<ast::Expr> {
    match Grammar::parse(Rule::single_expression, &layout.text) {
        Ok(pairs) => {
            let mut lower = Lower::new(source, layout, diagnostics);
            declarations(pairs).next().map(|pair| lower::expression(&mut lower, pair))
        }
        Err(_) => {
            if diagnostics.is_empty() {
                diagnostics.push(slip::explain(&Piece::new(Place::Expression, layout, &layout.text, 0)));
            }
            None
        }
    }
}

/// Reads a line of a session: declarations where it begins with one, else an expression.
pub fn parse_line(id: FileId, source: &SourceFile) -> (Line, Vec<Diagnostic>) {
    if begins_with_declaration(&source.text) {
        let parsed = parse(id, source);
        return (Line::Declarations(parsed.file), parsed.diagnostics);
    }
    let (expression, diagnostics) = parse_expression(id, source);
    (expression.map_or(Line::Invalid, Line::Expression), diagnostics)
}
