//! What changed, declaration by declaration: nothing that leaves the meaning as it was.

mod classify;
mod declared;
mod header;
mod held;
mod paid;
mod read;
mod rows;
mod scored;
mod tables;

pub(super) use declared::{Couple, Declared, couples, declared};
pub(super) use held::Held;

use super::change::{Change, Key, Kind, Revert};
use crate::source::Span;
use crate::syntax::ast;

/// All changes, in the order of the new policy; what is gone stands at the end.
pub(super) fn changes(held: &mut Held) -> Vec<Change> {
    let mut found = Found { held, changes: vec![], couple: None };
    let (old, new) = (&found.held.old.file, &found.held.new.file);
    let names = found.held.names;
    let couples = couples(old, new, |name| names.was(name).to_owned());
    for couple in couples.iter().filter(|couple| !is_let(couple)) {
        found.couple(couple);
    }
    for couple in couples.iter().filter(|couple| is_let(couple)) {
        found.couple(couple);
    }
    found.ensures(old, new);
    let mut changes = found.changes;
    changes.sort_by_key(|change| (change.new.is_none(), change.new.or(change.old)));
    changes
}

fn is_let(couple: &Couple) -> bool {
    matches!(couple.old.or(couple.new), Some(Declared::Let(_)))
}

/// The changes that were found so far.
pub(super) struct Found<'h, 'a> {
    pub held: &'h mut Held<'a>,
    pub changes: Vec<Change>,
    /// What is held against each other.
    couple: Option<(Key, String)>,
}

impl<'a> Found<'_, 'a> {
    fn couple(&mut self, couple: &Couple<'a>) {
        let key = couple.key.clone();
        let name = key.new.clone().or(key.old.clone()).unwrap_or_default();
        self.couple = Some((key, name));
        match (couple.old, couple.new) {
            (Some(old), Some(new)) => self.both(old, new),
            (Some(Declared::Let(_)), None) | (None, Some(Declared::Let(_))) | (None, None) => {}
            (Some(old), None) => self.whole(Kind::Removed, Some(old.span()), None),
            (None, Some(new)) => self.whole(Kind::Added, None, Some(new.span())),
        }
    }

    fn both(&mut self, old: Declared<'a>, new: Declared<'a>) {
        let places = (old.span(), new.span());
        let key = self.key();
        if key.old != key.new && !matches!(new, Declared::Let(_)) {
            self.tell(Kind::Renamed, places, (key.old.clone(), key.new.clone()), vec![]);
        }
        if old.title() != new.title() {
            let quoted = |title: Option<&str>| title.map(|title| format!("\"{title}\""));
            self.tell(Kind::Text, places, (quoted(old.title()), quoted(new.title())), vec![]);
        }
        match (old, new) {
            (Declared::Header(one), Declared::Header(other)) => self.header(one, other),
            (Declared::Field(_, one), Declared::Field(_, other)) => self.field(one, other),
            (Declared::Relation(one), Declared::Relation(other)) => self.relation(one, other),
            (Declared::Type(one), Declared::Type(other)) => self.labels(one, other),
            (Declared::Param(one), Declared::Param(other)) => self.param(one, other),
            (Declared::Metric(_), Declared::Metric(_)) => self.metric(places),
            (Declared::Let(_), Declared::Let(_)) => self.local(places),
            (Declared::Score(one), Declared::Score(other)) => self.score(one, other),
            (Declared::Section(one), Declared::Section(other)) => self.section(one, other),
            (Declared::Grade(one), Declared::Grade(other)) => self.grade(one, other),
            (Declared::Table(one), Declared::Table(other)) => self.plain_table(one, other),
            (Declared::Scale(one), Declared::Scale(other)) => self.scale(one, other),
            (Declared::Gate(one), Declared::Gate(other)) => self.gate(one, other),
            (Declared::Pay(one), Declared::Pay(other)) => self.pay(one, other),
            (Declared::Flag(_), Declared::Flag(_)) => self.formula(places),
            _ => {}
        }
    }

    /// The declaration at hand.
    pub fn key(&self) -> Key {
        self.couple.as_ref().map(|(key, _)| key.clone()).unwrap_or(Key { space: "", old: None, new: None })
    }

    /// Its names then and now.
    pub fn names(&self) -> (String, String) {
        let key = self.key();
        (key.old.unwrap_or_default(), key.new.unwrap_or_default())
    }

    fn name(&self) -> String {
        self.couple.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()
    }

    /// A change of the declaration at hand.
    pub fn tell(
        &mut self,
        kind: Kind,
        (old, new): (Span, Span),
        pieces: (Option<String>, Option<String>),
        revert: Vec<Revert>,
    ) {
        let name = self.name();
        self.changes.push(Change { kind, name, within: None, old: Some(old), new: Some(new), pieces, revert });
    }

    /// A change that takes the whole declaration back.
    pub fn tell_whole(&mut self, kind: Kind, places: (Span, Span), pieces: (Option<String>, Option<String>)) {
        let revert = vec![Revert::Whole(self.key())];
        self.tell(kind, places, pieces, revert);
    }

    /// A change of a part of the declaration at hand.
    pub fn tell_within(
        &mut self,
        kind: Kind,
        name: &str,
        (old, new): (Option<Span>, Option<Span>),
        pieces: (Option<String>, Option<String>),
        revert: Vec<Revert>,
    ) {
        let within = Some(self.name());
        self.changes.push(Change { kind, name: name.to_owned(), within, old, new, pieces, revert });
    }

    fn whole(&mut self, kind: Kind, old: Option<Span>, new: Option<Span>) {
        let revert = vec![Revert::Whole(self.key())];
        let name = self.name();
        self.changes.push(Change { kind, name, within: None, old, new, pieces: (None, None), revert });
    }

    /// Both pieces as they were written.
    pub fn written(&self, old: Span, new: Span) -> (Option<String>, Option<String>) {
        (Some(self.held.text(old)), Some(self.held.text(new)))
    }

    /// Whether two pieces are one but for blanks.
    pub fn reads_alike(&self, old: Span, new: Span) -> bool {
        self.held.text(old).split_whitespace().eq(self.held.text(new).split_whitespace())
    }

    /// Promises that are new or gone: they change no result.
    fn ensures(&mut self, old: &ast::File, new: &ast::File) {
        let promises = |file| {
            let each = declared(file).into_iter();
            each.filter_map(|it| if let Declared::Ensure(ensure) = it { Some(ensure) } else { None })
                .collect::<Vec<_>>()
        };
        let (olds, news): (Vec<&ast::Ensure>, Vec<&ast::Ensure>) = (promises(old), promises(new));
        let (was, is) = (&self.held.old.policy.ensures, &self.held.new.policy.ensures);
        if olds.len() != was.len() || news.len() != is.len() {
            return;
        }
        let mut left: Vec<usize> = (0..was.len()).collect();
        let mut added = vec![];
        for (at, ensure) in is.iter().enumerate() {
            let same = left.iter().position(|old| {
                was.get(*old).is_some_and(|before| {
                    std::mem::discriminant(&before.claim) == std::mem::discriminant(&ensure.claim)
                        && self.held.terms_of(before.slot, ensure.slot, false).is_some_and(|[one, other]| one == other)
                })
            });
            match same {
                Some(same) => drop(left.remove(same)),
                None => added.push(at),
            }
        }
        let told = |kind, name: &str, old: Option<Span>, new: Option<Span>| Change {
            kind,
            name: name.to_owned(),
            within: None,
            old,
            new,
            pieces: (None, None),
            revert: vec![],
        };
        let gone = left.into_iter().filter_map(|at| Some((was.get(at)?, olds.get(at)?)));
        let gone = gone.map(|(ensure, it)| told(Kind::Removed, &ensure.text, Some(it.span), None));
        let new = added.into_iter().filter_map(|at| Some((is.get(at)?, news.get(at)?)));
        let new = new.map(|(ensure, it)| told(Kind::Added, &ensure.text, None, Some(it.span)));
        self.changes.extend(gone.chain(new).collect::<Vec<_>>());
    }
}
