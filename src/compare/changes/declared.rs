//! The declarations of two policies, paired by what they are called.

use crate::compare::change::Key;
use crate::source::Span;
use crate::syntax::ast::{
    Block, Ensure, Field, File, Flag, Gate, Grade, Header, Item, Let, Metric, Name, Param, Pay, Scale, Score, Section,
    Table, TypeDecl,
};

/// A declaration with what can be compared of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::compare) enum Declared<'a> {
    Header(&'a Header),
    /// A field, with the name of the lookup or details it is of.
    Field(Option<&'a Name>, &'a Field),
    Relation(&'a Block),
    Type(&'a TypeDecl),
    Param(&'a Param),
    Metric(&'a Metric),
    Let(&'a Let),
    Score(&'a Score),
    Section(&'a Section),
    Grade(&'a Grade),
    Table(&'a Table),
    Scale(&'a Scale),
    Gate(&'a Gate),
    Pay(&'a Pay),
    Flag(&'a Flag),
    Ensure(&'a Ensure),
}

impl<'a> Declared<'a> {
    /// What kind of names it has, and its name.
    pub fn key(self) -> (&'static str, String) {
        let named = |space, name: &Name| (space, name.text.clone());
        match self {
            Declared::Header(_) => ("policy", String::new()),
            Declared::Field(of, it) => {
                let name = of.map_or_else(|| it.name.text.clone(), |of| format!("{}.{}", of.text, it.name.text));
                ("field", name)
            }
            Declared::Relation(it) => named("relation", &it.name),
            Declared::Type(it) => named("type", &it.name),
            Declared::Param(it) => named("param", &it.name),
            Declared::Metric(it) => named("metric", &it.name),
            Declared::Let(it) => named("let", &it.name),
            Declared::Score(it) => named("score", &it.name),
            Declared::Section(it) => named("section", &it.name),
            Declared::Grade(it) => named("grade", &it.name),
            Declared::Table(it) => named("table", &it.name),
            Declared::Scale(it) => named("scale", &it.name),
            Declared::Gate(it) => named("gate", &it.name),
            Declared::Pay(it) => named("pay", &it.name),
            Declared::Flag(it) => named("flag", &it.name),
            Declared::Ensure(it) => ("ensure", format!("{}", it.span.start)),
        }
    }

    /// Where it stands: of what has rows, the line above them.
    pub fn span(self) -> Span {
        match self {
            Declared::Header(it) => it.title.span,
            Declared::Field(_, it) => it.span,
            Declared::Relation(it) => it.span,
            Declared::Type(it) => it.span,
            Declared::Param(it) => it.span,
            Declared::Metric(it) => it.span,
            Declared::Let(it) => it.span,
            Declared::Score(it) => it.span,
            Declared::Section(it) => it.span,
            Declared::Grade(it) => it.span,
            Declared::Table(it) => it.span,
            Declared::Scale(it) => it.span,
            Declared::Gate(it) => it.span,
            Declared::Pay(it) => it.span,
            Declared::Flag(it) => it.span,
            Declared::Ensure(it) => it.span,
        }
    }

    /// Its title.
    pub fn title(self) -> Option<&'a str> {
        let title = match self {
            Declared::Header(it) => Some(&it.title),
            Declared::Field(_, it) => it.title.as_ref(),
            Declared::Param(it) => it.title.as_ref(),
            Declared::Metric(it) => it.title.as_ref(),
            Declared::Score(it) => it.title.as_ref(),
            Declared::Section(it) => it.title.as_ref(),
            Declared::Grade(it) => it.title.as_ref(),
            Declared::Table(it) => it.title.as_ref(),
            Declared::Scale(it) => it.title.as_ref(),
            Declared::Gate(it) => it.title.as_ref(),
            Declared::Pay(it) => it.title.as_ref(),
            Declared::Flag(it) => it.title.as_ref(),
            Declared::Relation(_) | Declared::Type(_) | Declared::Let(_) | Declared::Ensure(_) => None,
        };
        title.map(|title| title.text.as_str())
    }
}

/// All declarations of a file, but for tests and cases.
pub(in crate::compare) fn declared(file: &File) -> Vec<Declared<'_>> {
    let mut found = vec![];
    for item in &file.items {
        match item {
            Item::Header(it) => found.push(Declared::Header(it)),
            Item::Record(it) => found.extend(it.fields.iter().map(|field| Declared::Field(None, field))),
            Item::Lookup(it) | Item::Details(it) => {
                found.push(Declared::Relation(it));
                found.extend(it.fields.iter().map(|field| Declared::Field(Some(&it.name), field)));
            }
            Item::Type(it) => found.push(Declared::Type(it)),
            Item::Param(it) => found.push(Declared::Param(it)),
            Item::Metric(it) => found.push(Declared::Metric(it)),
            Item::Let(it) => found.push(Declared::Let(it)),
            Item::Score(it) => found.push(Declared::Score(it)),
            Item::Section(it) => {
                found.push(Declared::Section(it));
                found.extend(it.scores.iter().map(Declared::Score));
            }
            Item::Grade(it) => found.push(Declared::Grade(it)),
            Item::Table(it) => found.push(Declared::Table(it)),
            Item::Scale(it) => found.push(Declared::Scale(it)),
            Item::Gate(it) => found.push(Declared::Gate(it)),
            Item::Pay(it) => found.push(Declared::Pay(it)),
            Item::Flag(it) => found.push(Declared::Flag(it)),
            Item::Ensure(it) => found.push(Declared::Ensure(it)),
            Item::Test(_) | Item::Case(_) | Item::Use(_) | Item::Invalid(_) => {}
        }
    }
    found
}

/// A declaration of either policy, or of both.
#[derive(Debug, Clone)]
pub(in crate::compare) struct Couple<'a> {
    pub key: Key,
    pub old: Option<Declared<'a>>,
    pub new: Option<Declared<'a>>,
}

/// The declarations of both, those of the new one in its order, then those that are gone. `was` tells what a
/// name of the new policy is called in the old.
pub(in crate::compare) fn couples<'a>(old: &'a File, new: &'a File, was: impl Fn(&str) -> String) -> Vec<Couple<'a>> {
    let mut olds: Vec<(Declared, (&'static str, String))> =
        declared(old).into_iter().map(|it| (it, it.key())).collect();
    let mut couples = vec![];
    for new in declared(new).into_iter().filter(|it| !matches!(it, Declared::Ensure(_))) {
        let (space, name) = new.key();
        let mut same = olds.iter().position(|(_, key)| *key == (space, name.clone()));
        if same.is_none() && space != "let" {
            let was = was(&name);
            same = olds.iter().position(|(_, key)| *key == (space, was.clone()));
        }
        let old = same.map(|at| olds.remove(at));
        let key = Key { space, old: old.as_ref().map(|(_, key)| key.1.clone()), new: Some(name) };
        couples.push(Couple { key, old: old.map(|(it, _)| it), new: Some(new) });
    }
    for (old, (space, name)) in olds.into_iter().filter(|(it, _)| !matches!(it, Declared::Ensure(_))) {
        couples.push(Couple { key: Key { space, old: Some(name), new: None }, old: Some(old), new: None });
    }
    couples
}
