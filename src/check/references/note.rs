//! What is noted of names while they are resolved.

use std::collections::HashMap;

use super::References;
use super::symbol::{Symbol, SymbolKind, symbols};
use crate::ir::LabelSetId;
use crate::source::Span;
use crate::syntax::ast::{self, Name};

/// The names that were resolved so far.
#[derive(Debug, Default)]
pub struct Notes {
    symbols: Vec<Symbol>,
    /// The number of each by its place.
    places: HashMap<Span, usize>,
    /// The place of the first of a kind and name, and of the first part of a name of what is declared at a place.
    named: HashMap<(SymbolKind, String), Span>,
    parts: HashMap<(Span, String), Span>,
    /// A name and the declaration that it means; of what is noted twice the later counts.
    uses: Vec<(Span, Span)>,
    /// Where each label of a set is declared first.
    labels: HashMap<(LabelSetId, usize), Span>,
}

impl Notes {
    /// Notes what a file declares.
    pub fn new(file: &ast::File) -> Self {
        let symbols = symbols(file);
        let places = symbols.iter().enumerate().map(|(at, symbol)| (symbol.span, at)).collect();
        let (mut named, mut parts) = (HashMap::new(), HashMap::new());
        for symbol in &symbols {
            named.entry((symbol.kind, symbol.name.clone())).or_insert(symbol.span);
            if let Some(owner) = symbol.owner {
                parts.entry((owner, symbol.name.clone())).or_insert(symbol.span);
            }
        }
        Notes { symbols, places, named, parts, ..Notes::default() }
    }

    /// How many uses are noted.
    pub fn count(&self) -> usize {
        self.uses.len()
    }

    /// Takes back all uses but the first.
    pub fn take_back(&mut self, count: usize) {
        self.uses.truncate(count);
    }

    /// Notes that a name means what is declared at a place under this name. Words of the language, which are declared
    /// nowhere, are not noted.
    pub fn used(&mut self, name: &Name, declaration: Span) {
        let declared = self.places.get(&declaration).and_then(|at| self.symbols.get(*at));
        if declared.is_some_and(|symbol| symbol.name == name.text) {
            self.uses.push((name.span, declaration));
        }
    }

    /// Notes a path whose last name means what is declared at a place, and each before it what that is a part of.
    pub fn used_along<'n>(&mut self, path: impl DoubleEndedIterator<Item = &'n Name>, declaration: Span) {
        let mut place = Some(declaration);
        for name in path.rev() {
            let Some(declared) = place else { return };
            self.used(name, declared);
            place = self.places.get(&declared).and_then(|at| self.symbols.get(*at)?.owner);
        }
    }

    /// Notes that something must be called as what is declared elsewhere: it is that, declared again.
    pub fn again(&mut self, place: Span, declaration: Span) {
        self.uses.push((place, declaration));
    }

    /// Notes where a label of a set is declared; sets with the same labels are one.
    pub fn label(&mut self, name: &Name, set: LabelSetId, at: usize) {
        let first = *self.labels.entry((set, at)).or_insert(name.span);
        self.used(name, first);
    }

    /// Notes a label that is used.
    pub fn label_used(&mut self, name: &Name, set: LabelSetId, at: usize) {
        if let Some(first) = self.labels.get(&(set, at)).copied() {
            self.used(name, first);
        }
    }

    /// Where the first of such a kind and name is declared.
    pub fn named(&self, kinds: &[SymbolKind], name: &str) -> Option<Span> {
        kinds.iter().find_map(|kind| self.named.get(&(*kind, name.to_owned()))).copied()
    }

    /// Where a part of what is declared at a place is declared.
    pub fn part(&self, owner: Span, name: &str) -> Option<Span> {
        self.parts.get(&(owner, name.to_owned())).copied()
    }

    /// All names, each with what it means in the end.
    pub fn finish(self) -> References {
        let uses: HashMap<Span, Span> = self.uses.into_iter().filter(|(name, declared)| name != declared).collect();
        // What is declared again may be used under its own place: it means the first.
        let first = |place: Span| {
            let again = |place: &Span| uses.get(place).copied();
            std::iter::successors(Some(place), again).take(uses.len() + 1).last().unwrap_or(place)
        };
        let symbols: Vec<Symbol> = self.symbols.into_iter().filter(|symbol| !uses.contains_key(&symbol.span)).collect();
        let places: HashMap<Span, usize> = symbols.iter().enumerate().map(|(at, symbol)| (symbol.span, at)).collect();
        let used = uses.keys().filter_map(|name| Some((*name, *places.get(&first(*name))?)));
        let mut names: Vec<(Span, usize)> = used.chain(places.iter().map(|(place, at)| (*place, *at))).collect();
        names.sort_unstable();
        References { symbols, names }
    }
}
