//! The entries: a file, an expression that stands alone, and a line that is one or the other.

use std::collections::HashSet;

use pest::Parser;

use super::ast;
use super::grammar::{Grammar, Pair, Pairs, Rule};
use super::layout::{self, Layout, begins_with_declaration};
use super::lower::{self, Lower};
use super::room::with_room;
use super::slip::{self, Piece, Place};
use super::tokens::{self, Tokens};
use crate::diagnostic::{Code, Diagnostic, habits};
use crate::source::{FileId, SourceFile, Span};

/// What a text was read as.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The declarations that could be read; what could not is [`ast::Item::Invalid`].
    pub file: ast::File,
    /// What could not be read, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The comments, in the order of the text.
    pub comments: Vec<Span>,
    /// The labels that the file declares.
    pub labels: HashSet<String>,
    /// Where its declarations begin, in the order of the text.
    pub starts: Vec<u32>,
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
    parse_among(id, source, &HashSet::new())
}

/// As [`parse`], where other files declare these labels.
pub fn parse_among(id: FileId, source: &SourceFile, labels: &HashSet<String>) -> Parsed {
    let mut diagnostics = vec![];
    let layout = layout::prepare(id, source, &mut diagnostics);
    let read = layout.as_ref().and_then(|layout| with_room(layout, || file(source, layout, labels, &mut diagnostics)));
    let Read { file, labels, starts } = read.unwrap_or_default();
    if file.items.is_empty() && diagnostics.is_empty() {
        diagnostics.push(Diagnostic::new(Code::EmptyFile, Span::new(id, 0, 0)));
    }
    // Behind the rest: what is told of a name hides nothing else of its line.
    diagnostics.extend(layout.as_ref().and_then(|layout| layout::spaced(layout, source)));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    let diagnostics = habits(diagnostics, &starts, source);
    let comments = layout.map(|layout| layout.comments).unwrap_or_default();
    Parsed { file, diagnostics, comments, labels, starts }
}

/// A text as what says the same must be: what it says, as if all of it stood in one place, and how it is written.
#[derive(Debug)]
pub struct Written {
    /// Its declarations. Of two texts that read, these are equal where the texts differ in their layout alone.
    pub says: ast::File,
    /// Its tokens, in their places.
    pub tokens: Tokens,
}

/// A text, read once for what it says and for how it is written; nothing, where not all of it could be read.
pub fn read_as_written(source: &SourceFile) -> Option<Written> {
    let mut told = vec![];
    let written = as_written(source, |layout, pairs| {
        lowered(source, layout, pairs, &HashSet::new(), &mut told);
    })?;
    (told.is_empty() && !written.says.items.is_empty()).then_some(written)
}

/// The same of a text of which is known that it reads.
pub fn written(source: &SourceFile) -> Option<Written> {
    as_written(source, |_, _| {})
}

/// Reads a text once, and lets somebody look at what the grammar makes of it.
fn as_written(source: &SourceFile, look: impl FnOnce(&Layout, Pairs) + Send) -> Option<Written> {
    let (id, labels, mut unread) = (FileId::default(), HashSet::new(), vec![]);
    let layout = layout::prepare(id, source, &mut unread).filter(|_| unread.is_empty())?;
    let placeless = layout.without_places();
    let read = with_room(&layout, || {
        let pairs = pairs(&layout)?;
        look(&layout, pairs.clone());
        let found = tokens::found(pairs.clone(), &labels);
        Some((lowered(source, &placeless, pairs, &labels, &mut vec![]).file, found))
    });
    let (says, found) = read.flatten()?;
    Some(Written { says, tokens: tokens::cover(source, layout, Some(found)) })
}

/// What a file holds.
#[derive(Default)]
struct Read {
    file: ast::File,
    /// The labels that it declares.
    labels: HashSet<String>,
    /// Where its declarations begin.
    starts: Vec<u32>,
}

fn file(source: &SourceFile, layout: &Layout, labels: &HashSet<String>, diagnostics: &mut Vec<Diagnostic>) -> Read {
    let Some(pairs) = pairs(layout) else {
        unread(source, layout, Place::Item, diagnostics);
        return Read::default();
    };
    lowered(source, layout, pairs, labels, diagnostics)
}

/// What the grammar makes of a file.
fn pairs(layout: &Layout) -> Option<Pairs<'_>> {
    Grammar::parse(Rule::file, &layout.text).ok()
}

fn lowered(
    source: &SourceFile,
    layout: &Layout,
    pairs: Pairs,
    labels: &HashSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Read {
    let mut lower = Lower::new(source, layout, diagnostics);
    let labels = lower.collect_names(pairs.clone(), labels);
    let declarations = pairs.flat_map(Pair::into_inner);
    let starts = declarations.clone().map(|pair| layout.span(pair.as_span().start(), pair.as_span().end()).start);
    let starts = starts.collect();
    let items = declarations.filter_map(|pair| lower::item(&mut lower, pair)).collect();
    Read { file: ast::File { items, unread: lower.into_unread() }, labels, starts }
}

/// Tells why a text as a whole could not be read, unless that was told.
fn unread(source: &SourceFile, layout: &Layout, place: Place, diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.is_empty() {
        diagnostics.push(slip::explain(&Piece::new(place, source, layout, &layout.text, 0)));
    }
}

/// Reads one expression: the value of `--set`.
pub fn parse_expression(id: FileId, source: &SourceFile) -> (Option<ast::Expr>, Vec<Diagnostic>) {
    let mut diagnostics = vec![];
    let expression = layout::prepare(id, source, &mut diagnostics)
        .and_then(|layout| with_room(&layout, || single(source, &layout, &mut diagnostics)).flatten());
    (expression, diagnostics)
}

fn single(source: &SourceFile, layout: &Layout, diagnostics: &mut Vec<Diagnostic>) -> Option<ast::Expr> {
    let Ok(pairs) = Grammar::parse(Rule::single_expression, &layout.text) else {
        unread(source, layout, Place::Expression, diagnostics);
        return None;
    };
    let mut lower = Lower::new(source, layout, diagnostics);
    pairs.flat_map(Pair::into_inner).next().map(|pair| lower::expression(&mut lower, pair))
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
