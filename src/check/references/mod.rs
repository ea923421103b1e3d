//! Every name of a policy with its declaration and its uses, noted where checking resolves it.

mod note;
mod symbol;

pub(super) use note::Notes;
pub use symbol::{Symbol, SymbolKind};

use crate::source::Span;

/// The names of a policy and of the files that it uses. A name stands at a place that [`tokens`](crate::syntax::tokens)
/// give the role of one.
#[derive(Debug, Clone, Default)]
pub struct References {
    symbols: Vec<Symbol>,
    /// Where each stands, its declaration included, each with the number of its symbol; in the order of the places.
    names: Vec<(Span, usize)>,
}

impl References {
    /// What is declared, in the order of the text, file by file as they were read.
    pub fn symbols(&self) -> &[Symbol] {
        &self.symbols
    }

    /// What the name at a place, or right before it, stands for; of a place with some width its start counts.
    pub fn symbol_at(&self, place: Span) -> Option<&Symbol> {
        let behind = self.names.partition_point(|(name, _)| (name.file, name.start) <= (place.file, place.start));
        let (name, symbol) = self.names.get(behind.checked_sub(1)?)?;
        let holds = name.file == place.file && place.start <= name.end;
        self.symbols.get(*symbol).filter(|_| holds)
    }

    /// What the names in a stretch of text stand for.
    pub fn used_in(&self, place: Span) -> impl Iterator<Item = &Symbol> {
        let first = self.names.partition_point(|(name, _)| (name.file, name.start) < (place.file, place.start));
        let inside = move |(name, _): &&(Span, usize)| name.file == place.file && name.start < place.end;
        self.names.iter().skip(first).take_while(inside).filter_map(|(_, symbol)| self.symbols.get(*symbol))
    }

    /// Where what the name at a place stands for is declared.
    pub fn declaration_at(&self, place: Span) -> Option<Span> {
        self.symbol_at(place).map(|symbol| symbol.span)
    }

    /// Where a symbol is used, in the order of the places. What must be called as it is counts as a use: a key of a
    /// lookup, which is joined by its name, and a label that is declared again, since sets of the same labels are one.
    pub fn uses_of<'a>(&'a self, symbol: &Symbol) -> impl Iterator<Item = Span> + use<'a> {
        let declared = symbol.span;
        let own = move |at: usize| self.symbols.get(at).is_some_and(|own| own.span == declared);
        self.names.iter().filter(move |(name, at)| own(*at) && *name != declared).map(|(name, _)| *name)
    }
}
