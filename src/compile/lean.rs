//! The declarations of a policy that a question needs: what is asked at every keystroke is checked with these alone.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::overlay::lay;
use super::{Compiled, Outline};
use crate::check;
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::ast::{self, Item};
use crate::syntax::tokens::{Kind, tokens};
use crate::syntax::{Keyword, parse_among};

/// Which declarations of a policy need which: made once, and asked at every keystroke.
#[derive(Debug)]
pub struct Lean {
    /// What each declaration needs, by its place in the file.
    needs: Vec<Vec<usize>>,
    /// The declarations that give something this name.
    named: HashMap<String, Vec<usize>>,
    /// Those that every question needs, as they say what a record is.
    always: Vec<usize>,
    /// The items: their weights hang on each other.
    scored: Vec<usize>,
    /// The labels that the policy declares.
    labels: HashSet<String>,
}

impl Lean {
    /// For a policy and all that it uses.
    pub fn of(compiled: &Compiled) -> Lean {
        let items = &compiled.file.items;
        let those =
            |is: fn(&Item) -> bool| items.iter().enumerate().filter(move |(_, item)| is(item)).map(|(at, _)| at);
        let (always, scored) = (those(says_what_a_record_is).collect(), those(is_scored).collect::<Vec<_>>());
        let places = Places::of(items);
        let owner = |place: Span| places.owner(place);
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        for symbol in compiled.references.symbols() {
            named.entry(symbol.name.clone()).or_default().extend(owner(symbol.span));
        }
        let mut needs = vec![vec![]; items.len()];
        for (at, place) in places.whole() {
            let rest = compiled.sources.get(place.file).and_then(|file| file.text.get(place.start as usize..));
            let text = rest.map_or("", |rest| rest.get(..(place.end - place.start) as usize).unwrap_or(rest));
            let adds_up = [Keyword::Scores.en(), Keyword::Scores.zh()].iter().any(|word| text.contains(word));
            let used = compiled.references.used_in(place).filter_map(|symbol| owner(symbol.span));
            if let Some(needs) = needs.get_mut(at) {
                *needs = used.chain(scored.iter().copied().filter(|_| adds_up)).collect();
            }
        }
        let labels = compiled.policy.label_sets.iter().flat_map(|set| &set.labels).map(|label| label.name.clone());
        Lean { needs, named, always, scored, labels: labels.collect() }
    }

    /// A policy with one declaration more, and of its own no others than that one needs; nothing is proved.
    pub fn outline(&self, compiled: &Compiled, more: SourceFile) -> Option<Outline> {
        let mut sources = compiled.sources.clone();
        let id = sources.add(more);
        let parsed = sources.get(id).map(|more| (parse_among(id, more, &self.labels), self.needed(more)));
        let (parsed, needed) = parsed?;
        let items = compiled.file.items.iter().enumerate().filter(|(at, _)| needed.contains(at));
        let mut file = ast::File { items: items.map(|(_, item)| item.clone()).collect(), unread: HashSet::new() };
        lay(&mut file, parsed.file);
        let checked = check::check(&file, &sources, &compiled.with.settings, &compiled.with.origins);
        let mut diagnostics = parsed.diagnostics;
        diagnostics.extend(checked.diagnostics);
        let (policy, references, files) = (checked.policy, checked.references, compiled.files.clone());
        Some(Outline { sources, file, policy, references, diagnostics, files })
    }

    /// All that a text needs: what its words name, what that needs, and so on.
    fn needed(&self, text: &SourceFile) -> BTreeSet<usize> {
        let tokens = tokens(FileId::default(), text);
        let words = tokens.list.iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Text));
        let words: Vec<&str> = words.map(|token| tokens.plain(token).trim_matches('"')).collect();
        let adds_up = words.iter().any(|word| Keyword::Scores.is(word));
        let own = words.iter().filter_map(|word| self.named.get(*word)).flatten().copied();
        let scored = self.scored.iter().copied().filter(|_| adds_up);
        let mut open: Vec<usize> = own.chain(self.always.iter().copied()).chain(scored).collect();
        let mut found = BTreeSet::new();
        while let Some(at) = open.pop() {
            if !found.insert(at) {
                continue;
            }
            open.extend(self.needs.get(at).into_iter().flatten());
            if self.scored.binary_search(&at).is_ok() {
                open.extend(&self.scored);
            }
        }
        found
    }
}

fn says_what_a_record_is(item: &Item) -> bool {
    matches!(
        item,
        Item::Header(_) | Item::Record(_) | Item::Lookup(_) | Item::Details(_) | Item::Type(_) | Item::Param(_)
    )
}

fn is_scored(item: &Item) -> bool {
    matches!(item, Item::Score(_) | Item::Section(_))
}

/// Where declarations stand, in the order of the text.
struct Places(Vec<(FileId, u32, usize)>);

impl Places {
    fn of(items: &[Item]) -> Places {
        let starts = items.iter().enumerate().map(|(at, item)| (item.span().file, item.span().start, at));
        let mut places: Vec<_> = starts.collect();
        places.sort_unstable();
        Places(places)
    }

    /// Each declaration from its beginning to that of the next in its file.
    fn whole(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        let next = self.0.iter().skip(1).map(Some).chain([None]);
        self.0.iter().zip(next).map(|((file, start, at), next)| {
            let end = next.filter(|(other, _, _)| other == file).map_or(u32::MAX, |(_, start, _)| *start);
            (*at, Span { file: *file, start: *start, end })
        })
    }

    /// The declaration in which a place is.
    fn owner(&self, place: Span) -> Option<usize> {
        let behind = self.0.partition_point(|(file, start, _)| (*file, *start) <= (place.file, place.start));
        self.0.get(behind.checked_sub(1)?).filter(|(file, _, _)| *file == place.file).map(|(_, _, at)| *at)
    }
}
