//! The entries: a file, an expression that stands alone, and a line that is one or the other.

use std::collections::HashSet;

use pest::Parser;

use super::ast;
use super::grammar::{Grammar, Pair, Rule};
use super::layout::{self, Layout, SHALLOW, begins_with_declaration};
use super::lower::{self, Lower};
use super::slip::{self, Piece, Place};
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

/// The stack of its own, in bytes, on which brackets are read that are not nested shallow.
const STACK: usize = 64 << 20;

/// Runs `read` where there is room for the nesting of `layout`.
pub(super) fn with_room<T: Send>(layout: &Layout, read: impl FnOnce() -> T + Send) -> Option<T> {
    if layout.depth <= SHALLOW {
        return Some(read());
    }
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read);
        thread.ok().and_then(|thread| thread.join().ok())
    })
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

/// What a text says wherever it stands: its declarations, as if all of it stood in one place. Of two texts that read,
/// these are equal where the texts differ in their layout alone.
pub fn parse_placeless(source: &SourceFile) -> ast::File {
    let (id, mut unheard) = (FileId::default(), vec![]);
    let layout = layout::prepare(id, source, &mut unheard).map(Layout::without_places);
    let read = layout.and_then(|layout| with_room(&layout, || file(source, &layout, &HashSet::new(), &mut unheard)));
    read.unwrap_or_default().file
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
    let Ok(pairs) = Grammar::parse(Rule::file, &layout.text) else {
        unread(source, layout, Place::Item, diagnostics);
        return Read::default();
    };
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
