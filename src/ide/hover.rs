//! What stands at a place in a policy: its name, type, unit, values, title and formula.

use super::known::{Facts, Known};
use super::words::signature;
use crate::check::{Symbol, SymbolKind};
use crate::compile::Outline;
use crate::source::Span;
use crate::syntax::ast::{File, Item};
use crate::syntax::tokens::{Role, Tokens};

/// What stands at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Hover {
    /// Something with a name.
    Name {
        /// Its name, with what it is a part of.
        name: String,
        /// What it is.
        kind: SymbolKind,
        /// What people call it.
        title: Option<String>,
        /// What is known of its value.
        facts: Option<Facts>,
        /// Where it is declared.
        declaration: Span,
        /// The expression that it is declared as.
        formula: Option<Span>,
    },
    /// A function, and how it is written.
    Function(String),
}

/// What stands at a byte of the first file of a policy.
pub fn hover_of(outline: &Outline, known: &Known, tokens: &Tokens, at: usize) -> Option<Hover> {
    let token = tokens.list.get(tokens.at(at)?)?;
    if let Role::Function(Some(function)) = token.role {
        return Some(Hover::Function(signature(function, known.spelling.words)));
    }
    let symbol = outline.references.symbol_at(token.span.before())?;
    Some(of_symbol(outline, known, symbol))
}

fn of_symbol(outline: &Outline, known: &Known, symbol: &Symbol) -> Hover {
    let owner = symbol.owner.map(|place| outline.sources.slice(place)).filter(|_| symbol.kind != SymbolKind::Label);
    let name = owner.map_or_else(|| symbol.name.clone(), |owner| format!("{owner}.{}", symbol.name));
    let named = known.named(&name).or_else(|| known.named(&symbol.name)).filter(|_| symbol.kind != SymbolKind::Label);
    Hover::Name {
        kind: symbol.kind,
        title: named.and_then(|named| named.title.clone()),
        facts: named.and_then(|named| named.facts.clone()),
        declaration: symbol.span,
        formula: formula(&outline.file, symbol.span),
        name,
    }
}

/// The expression as which what has its name at a place is declared.
fn formula(file: &File, name: Span) -> Option<Span> {
    file.items.iter().find_map(|item| match item {
        Item::Param(it) if it.name.span == name => Some(it.value.span),
        Item::Metric(it) if it.name.span == name => Some(it.value.span),
        Item::Let(it) if it.name.span == name => Some(it.value.span),
        Item::Flag(it) if it.name.span == name => Some(it.condition.span),
        Item::Pay(it) => it.lines.iter().find(|line| line.name.span == name).map(|line| line.value.span),
        _ => None,
    })
}
