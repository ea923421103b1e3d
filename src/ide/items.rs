//! What there is of each that can stand at a cursor, as completions.

use super::completion::{Completion, CompletionKind};
use super::cursor::Cursor;
use super::known::{Known, Named};
use super::matching::Matcher;
use super::want::Want;
use super::{Text, signature, snippet};
use crate::check::SymbolKind;
use crate::ir::{Type, quoted};
use crate::quantity::{Dimension, Read, Tongue, UNIT_WORDS, Unit, currencies};
use crate::syntax::Keyword;

/// The completions while they are gathered.
pub(super) struct Items<'k> {
    known: &'k Known,
    matcher: Matcher,
    glued: bool,
    place: Text,
    expected: Option<Type>,
    /// Each with how well it fits: the less, the better.
    found: Vec<(u8, Completion)>,
}

impl<'k> Items<'k> {
    /// None yet.
    pub fn new(known: &'k Known, cursor: &Cursor, place: Text, expected: Option<Type>) -> Self {
        let glued = cursor.glued && cursor.typed.is_empty();
        Items { known, matcher: Matcher::new(&cursor.typed), glued, place, expected, found: vec![] }
    }

    /// All of them, the most fitting first.
    pub fn finish(mut self) -> Vec<Completion> {
        self.found.sort_by_key(|(rank, _)| *rank);
        let mut items: Vec<Completion> = vec![];
        for (_, item) in self.found {
            if !items.iter().any(|known| known.text == item.text) {
                items.push(item);
            }
        }
        items
    }

    /// Takes what there is of something that can stand there.
    pub fn take(&mut self, want: &Want) {
        match want {
            Want::Members(owner) => self.members(owner),
            Want::Answers(ty) => self.answers(*ty),
            Want::Values(ty) => self.names(*ty, is_value),
            Want::Inputs => self.names(None, |named| named.facts.is_some() && is_input(named.kind)),
            Want::Given => self.names(None, |named| is_given(named.kind)),
            Want::Results => self.names(None, |named| is_value(named) && !is_given_only(named.kind)),
            Want::Cases => self.names(None, |named| named.kind == SymbolKind::Case),
            Want::Functions => Keyword::FUNCTIONS.iter().for_each(|function| self.function(*function)),
            Want::Words(words) => words.iter().for_each(|word| self.word(*word, "", CompletionKind::Keyword(*word))),
            Want::Arguments(words) => {
                words.iter().for_each(|word| self.word(*word, ": ", CompletionKind::Keyword(*word)));
            }
            Want::Declarations(words) => words.iter().for_each(|word| self.declaration(*word)),
            Want::Types => self.types(),
            Want::Units(ty) => self.units(*ty),
            Want::Currencies => currencies().for_each(|code| self.add(0, code, CompletionKind::Unit)),
            Want::Path => {}
        }
    }

    /// Takes a text that begins as it was typed.
    fn add(&mut self, rank: u8, text: &str, kind: CompletionKind) {
        if self.matcher.begins(text.trim_start_matches(['"', ' '])) {
            self.found.push((rank, plain(text, kind)));
        }
    }

    fn members(&mut self, owner: &str) {
        let known = self.known;
        let of = |named: &'k Named| named.name.strip_prefix(owner)?.strip_prefix('.');
        for (rest, named) in known.names.iter().filter_map(|named| Some((of(named)?, named))) {
            let (next, deeper) = rest.split_once('.').map_or((rest, false), |(next, _)| (next, true));
            if self.matcher.begins(next) {
                let kind = CompletionKind::Name(if deeper { SymbolKind::Table } else { named.kind });
                let facts = named.facts.clone().filter(|_| !deeper);
                let title = named.title.clone().filter(|_| !deeper);
                self.found.push((0, Completion { facts, title, ..plain(&quoted(next), kind) }));
            }
        }
    }

    fn answers(&mut self, ty: Type) {
        match ty {
            Type::Label(set) => {
                for (text, title) in self.known.labels(set) {
                    if let Some(rank) = self.rank(text.trim_matches('"'), title) {
                        let label =
                            Completion { title: title.map(str::to_owned), ..plain(&text, CompletionKind::Label) };
                        self.found.push((rank, label));
                    }
                }
            }
            Type::Bool => {
                let before = self.found.len();
                [Keyword::Yes, Keyword::No].into_iter().for_each(|word| self.word(word, "", CompletionKind::Label));
                // What is certain to fit comes before all that may.
                self.found.iter_mut().skip(before).for_each(|(rank, _)| *rank -= 2);
            }
            _ => {}
        }
    }

    /// How well a name with a title fits what was typed, if it does.
    fn rank(&self, name: &str, title: Option<&str>) -> Option<u8> {
        match self.matcher.begins(name) {
            true => Some(1),
            false => title.is_some_and(|title| self.matcher.begins(title)).then_some(3),
        }
    }

    fn names(&mut self, ty: Option<Type>, of: fn(&Named) -> bool) {
        for named in self.known.names.iter().filter(|named| !named.name.contains('.') && of(named)) {
            let Some(rank) = self.rank(&named.name, named.title.as_deref()) else { continue };
            let fits = ty.is_some() && named.facts.as_ref().map(|facts| facts.ty) == ty;
            let kind = CompletionKind::Name(named.kind);
            let (title, facts) = (named.title.clone(), named.facts.clone());
            let item = Completion { title, facts, ..plain(&quoted(&named.name), kind) };
            self.found.push((if fits { rank } else { rank + 1 }, item));
        }
    }

    fn function(&mut self, function: Keyword) {
        let tongue = self.known.spelling.words;
        let before = self.found.len();
        self.word(function, "(", CompletionKind::Function(function));
        for (rank, item) in self.found.iter_mut().skip(before) {
            *rank += 2;
            item.signature = Some(signature(function, tongue));
        }
    }

    /// A word of the language in the tongue of the policy, typed in either.
    fn word(&mut self, word: Keyword, behind: &str, kind: CompletionKind) {
        let own = word.word(self.known.spelling.words);
        let rank = match () {
            () if self.matcher.begins(own) => 2,
            () if self.matcher.begins(word.en()) || self.matcher.begins(word.zh()) => 3,
            () => return,
        };
        let text = format!("{own}{behind}");
        self.found.push((rank, Completion { label: own.to_owned(), ..plain(&text, kind) }));
    }

    fn declaration(&mut self, word: Keyword) {
        let before = self.found.len();
        self.word(word, "", CompletionKind::Keyword(word));
        // In a session a declaration is typed; it takes the place of one that is there.
        if self.place == Text::Entry || self.found.len() == before {
            return;
        }
        if let Some(snippet) = snippet(word, self.known.spelling.words) {
            let label = snippet.text.lines().next().unwrap_or_default().to_owned();
            let item = plain(&snippet.text, CompletionKind::Snippet(word));
            self.found.push((2, Completion { label, holes: snippet.holes, ..item }));
        }
    }

    fn types(&mut self) {
        Keyword::TYPES.iter().for_each(|word| self.word(*word, "", CompletionKind::Type(*word)));
        self.names(None, |named| matches!(named.kind, SymbolKind::Type | SymbolKind::Grade));
    }

    fn units(&mut self, ty: Option<Type>) {
        let wanted = match ty.or(self.expected) {
            Some(Type::Number(dimension)) => Some(dimension),
            _ => None,
        };
        let fits = |dimension: Dimension| wanted.is_none_or(|wanted| wanted == dimension);
        let spelling = self.known.spelling;
        let behind = |read: Read| read == Read::Behind;
        let words = UNIT_WORDS.iter().filter(|unit| behind(unit.read) && fits(unit.unit.dimension()));
        for unit in words.filter(|unit| !matches!(unit.unit, Unit::Currency(_))) {
            let own = unit.tongue.is_none_or(|tongue| tongue == spelling.units);
            if own || !self.matcher.begins("") {
                self.add(if own { 0 } else { 3 }, unit.word, CompletionKind::Unit);
            }
        }
        if fits(Dimension::MONEY) {
            let word = self.money(spelling.money);
            self.add(0, &word, CompletionKind::Unit);
        }
    }

    /// The unit of money; behind a figure the code of a currency has a blank before it.
    fn money(&self, tongue: Tongue) -> String {
        let unit = Unit::Currency(self.known.currency().to_owned().into());
        let word = unit.word(tongue);
        if self.glued && word.is_ascii() { format!(" {word}") } else { word.to_owned() }
    }
}

fn plain(text: &str, kind: CompletionKind) -> Completion {
    let label = text.trim().to_owned();
    Completion { text: text.to_owned(), label, kind, title: None, facts: None, signature: None, holes: vec![] }
}

/// Whether it can stand in an expression, or has members that can.
fn is_value(named: &Named) -> bool {
    !matches!(named.kind, SymbolKind::Type | SymbolKind::Case)
}

fn is_input(kind: SymbolKind) -> bool {
    matches!(kind, SymbolKind::Field | SymbolKind::Metric | SymbolKind::Let | SymbolKind::Grade | SymbolKind::Table)
}

fn is_given(kind: SymbolKind) -> bool {
    matches!(kind, SymbolKind::Field | SymbolKind::Metric | SymbolKind::Lookup | SymbolKind::Details)
}

fn is_given_only(kind: SymbolKind) -> bool {
    matches!(kind, SymbolKind::Field | SymbolKind::Param | SymbolKind::Lookup | SymbolKind::Details)
}
