//! From the grammar's pairs to the tree: one function a kind of node, in the order of the grammar.

mod expression;
mod item;
mod literal;
mod record;
mod table;
mod test;

pub use expression::expression;
pub use item::item;

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use super::ast::{Name, Text};
use super::grammar::{Pair, Pairs, Rule};
use super::layout::{Kind, Layout, tokens};
use super::slip::{Piece, Place, explain};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// After so many mistakes the rest of a file is not explained.
const MOST_DIAGNOSTICS: usize = 100;

/// What every function here needs: where the text came from, and where to tell what is wrong.
pub struct Lower<'a> {
    source: &'a SourceFile,
    layout: &'a Layout,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// The labels that the file declares, or another one does: a row that spells one is that label (`不足3天`).
    labels: HashSet<String>,
    /// Every name that the file declares, or asks of something.
    names: HashSet<String>,
    /// The words of what could not be read.
    unread: HashSet<String>,
}

impl<'a> Lower<'a> {
    /// Ready to read a prepared text.
    pub fn new(source: &'a SourceFile, layout: &'a Layout, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Lower { source, layout, diagnostics, labels: HashSet::new(), names: HashSet::new(), unread: HashSet::new() }
    }

    /// Notes the labels and names that a file declares, and labels that others do. Gives its own labels.
    pub fn collect_names(&mut self, pairs: Pairs, others: &HashSet<String>) -> HashSet<String> {
        for pair in pairs.flatten() {
            if pair.as_rule() == Rule::name {
                self.names.insert(self.name(&pair).text);
            } else if pair.as_rule() == Rule::label_decl
                && let Some(label) = pair.into_inner().next()
            {
                self.labels.insert(self.name(&label).text);
            }
        }
        let own = self.labels.clone();
        self.labels.extend(others.iter().cloned());
        own
    }

    /// The words of what could not be read.
    pub fn into_unread(self) -> HashSet<String> {
        self.unread
    }

    /// Where a pair stands, without blanks at its end.
    fn span(&self, pair: &Pair) -> Span {
        if self.layout.is_placeless() {
            return self.layout.span(0, 0);
        }
        let range = pair.as_span();
        self.layout.span(range.start(), range.start() + pair.as_str().trim_end().len())
    }

    /// The text as written.
    fn source(&self, span: Span) -> &'a str {
        self.source.slice(span)
    }

    fn tell(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Tells what is wrong with a piece that could not be read, unless something in it was told already.
    fn broken(&mut self, pair: &Pair, place: Place) -> Span {
        let span = self.span(pair);
        let words = tokens(pair.as_str()).into_iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Text));
        self.unread.extend(words.map(|word| nfkc(&unquote(word.of(pair.as_str())))));
        let told = |told: &Diagnostic| told.span.start <= span.end && span.start <= told.span.end;
        let enough = self.diagnostics.len() >= MOST_DIAGNOSTICS;
        if !enough && !self.diagnostics.iter().any(told) {
            let piece = Piece::new(place, self.source, self.layout, pair.as_str(), pair.as_span().start());
            self.tell(explain(&piece));
        }
        span
    }

    /// A name, or a label that was written as a string.
    fn name(&self, pair: &Pair) -> Name {
        Name { text: name(pair), span: self.span(pair), quoted: pair.as_rule() == Rule::text }
    }

    fn text(&self, pair: &Pair) -> Text {
        Text { text: unquote(pair.as_str()), span: self.span(pair) }
    }
}

/// The part of a declaration that is shown for it: from its keyword to where its block starts.
fn header(lower: &Lower, pair: &Pair, body: &[Rule]) -> Span {
    let whole = pair.as_span();
    let end =
        pair.clone().into_inner().find(|inner| body.contains(&inner.as_rule())).map(|body| body.as_span().start());
    let head = pair.as_str().get(..end.unwrap_or(whole.end()) - whole.start()).unwrap_or("");
    let head = if end.is_some() { head } else { head.split('{').next().unwrap_or(head) };
    lower.layout.span(whole.start(), whole.start() + head.trim_end().len())
}

/// What a name, or a label that was written as a string, says.
pub(super) fn name(pair: &Pair) -> String {
    match pair.as_rule() {
        Rule::text => nfkc(&unquote(pair.as_str())),
        _ => nfkc(pair.as_str().trim_end()),
    }
}

fn nfkc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfkc().collect() }
}

/// What a string says: without quotes, escapes resolved.
fn unquote(quoted: &str) -> String {
    let inside = quoted.strip_prefix('"').unwrap_or(quoted);
    let inside = inside.strip_suffix('"').unwrap_or(inside);
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside.chars();
    while let Some(c) = rest.next() {
        text.push(match c {
            '\\' => rest.next().unwrap_or('\\'),
            c => c,
        });
    }
    text
}
