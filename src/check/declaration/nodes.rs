//! The declarations that have a value, and the names under which others reach them.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::RelationKind;
use crate::source::Span;
use crate::syntax::ast;

/// Something that is lowered in the order of dependencies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// Its name; of the sum of all items and of what must hold there is none.
    pub name: Option<&'a ast::Name>,
}

/// The kinds of declaration that have a value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    /// A param.
    Param(&'a ast::Param),
    /// A metric.
    Metric(&'a ast::Metric),
    /// A `let`.
    Let(&'a ast::Let),
    /// An item, by its place among all.
    Score(&'a ast::Score, usize),
    /// A section, by its place among all.
    Section(&'a ast::Section, usize),
    /// The sum over all items.
    Scores,
    /// A grade.
    Grade(&'a ast::Grade),
    /// A table.
    Table(&'a ast::Table),
    /// A scale.
    Scale(&'a ast::Scale),
    /// A gate.
    Gate(&'a ast::Gate),
    /// A pay block.
    Pay(&'a ast::Pay),
    /// A flag.
    Flag(&'a ast::Flag),
    /// What must hold.
    Ensure(&'a ast::Ensure),
}

/// An item and the section it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scored<'a> {
    /// The item.
    pub score: &'a ast::Score,
    /// The place of its section.
    pub section: Option<usize>,
}

/// A file sorted by what its declarations are.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    /// The `policy` block.
    pub header: Option<&'a ast::Header>,
    /// The fields of the record that have a name of their own.
    pub fields: Vec<&'a ast::Field>,
    /// The named label sets.
    pub types: Vec<&'a ast::TypeDecl>,
    /// What is lowered in the order of dependencies.
    pub nodes: Vec<Node<'a>>,
    /// The items.
    pub scores: Vec<Scored<'a>>,
    /// The sections.
    pub sections: Vec<&'a ast::Section>,
    /// The lookups and details.
    pub relations: Vec<(RelationKind, &'a ast::Block)>,
    /// The tests.
    pub tests: Vec<&'a ast::Test>,
    /// The givens that tests share.
    pub cases: HashMap<&'a str, &'a ast::Case>,
    /// Where each bare name of a value is declared.
    pub names: HashMap<&'a str, Span>,
}

/// Sorts a file. Names that are declared twice are told; the first one counts.
pub(super) fn outline<'a>(file: &'a ast::File, told: &mut Vec<Diagnostic>) -> Outline<'a> {
    let mut outline = Outline::default();
    let mut record = None;
    for item in &file.items {
        if let ast::Item::Record(block) = item {
            if let Some(first) = record.replace(block.span) {
                told.push(twice(block.span, first, "record"));
                continue;
            }
            outline.fields = block.fields.iter().filter(|field| claim(&mut outline.names, &field.name, told)).collect();
        }
    }
    for item in &file.items {
        place(&mut outline, item, told);
    }
    if !outline.scores.is_empty() {
        outline.nodes.push(Node { kind: Kind::Scores, name: None });
    }
    outline
}

/// Sorts what a details block declares.
pub(super) fn of_block<'a>(block: &'a ast::Block, told: &mut Vec<Diagnostic>) -> Outline<'a> {
    let names = block.fields.iter().map(|field| (field.name.text.as_str(), field.name.span));
    let mut outline = Outline { fields: block.fields.iter().collect(), names: names.collect(), ..Outline::default() };
    block.items.iter().for_each(|item| place(&mut outline, item, told));
    outline
}

fn place<'a>(outline: &mut Outline<'a>, item: &'a ast::Item, told: &mut Vec<Diagnostic>) {
    match item {
        ast::Item::Header(header) => match outline.header {
            Some(first) => told.push(twice(header.span, first.span, "policy")),
            None => outline.header = Some(header),
        },
        ast::Item::Type(decl) => outline.types.push(decl),
        ast::Item::Lookup(block) => relation(outline, RelationKind::Lookup, block, told),
        ast::Item::Details(block) => relation(outline, RelationKind::Details, block, told),
        ast::Item::Test(test) => outline.tests.push(test),
        ast::Item::Case(case) => match outline.cases.get(case.name.text.as_str()) {
            Some(first) => told.push(again(&case.name, first.name.span)),
            None => {
                outline.cases.insert(&case.name.text, case);
            }
        },
        ast::Item::Score(score) => item_of(outline, score, None),
        ast::Item::Section(section) => {
            let at = outline.sections.len();
            outline.sections.push(section);
            section.scores.iter().for_each(|score| item_of(outline, score, Some(at)));
            node(outline, Kind::Section(section, at), &section.name, told);
        }
        ast::Item::Ensure(ensure) => outline.nodes.push(Node { kind: Kind::Ensure(ensure), name: None }),
        other => {
            if let Some((kind, name)) = valued(other) {
                node(outline, kind, name, told);
            }
        }
    }
}

/// What a declaration that has a value is, and its name.
pub(super) fn valued(item: &ast::Item) -> Option<(Kind<'_>, &ast::Name)> {
    Some(match item {
        ast::Item::Param(it) => (Kind::Param(it), &it.name),
        ast::Item::Metric(it) => (Kind::Metric(it), &it.name),
        ast::Item::Let(it) => (Kind::Let(it), &it.name),
        ast::Item::Grade(it) => (Kind::Grade(it), &it.name),
        ast::Item::Table(it) => (Kind::Table(it), &it.name),
        ast::Item::Scale(it) => (Kind::Scale(it), &it.name),
        ast::Item::Gate(it) => (Kind::Gate(it), &it.name),
        ast::Item::Pay(it) => (Kind::Pay(it), &it.name),
        ast::Item::Flag(it) => (Kind::Flag(it), &it.name),
        _ => return None,
    })
}

fn relation<'a>(outline: &mut Outline<'a>, kind: RelationKind, block: &'a ast::Block, told: &mut Vec<Diagnostic>) {
    if claim(&mut outline.names, &block.name, told) {
        outline.relations.push((kind, block));
    }
}

fn node<'a>(outline: &mut Outline<'a>, kind: Kind<'a>, name: &'a ast::Name, told: &mut Vec<Diagnostic>) {
    if claim(&mut outline.names, name, told) {
        outline.nodes.push(Node { kind, name: Some(name) });
    }
}

fn item_of<'a>(outline: &mut Outline<'a>, score: &'a ast::Score, section: Option<usize>) {
    let kind = Kind::Score(score, outline.scores.len());
    outline.scores.push(Scored { score, section });
    outline.nodes.push(Node { kind, name: Some(&score.name) });
}

/// Takes a name, or tells that it is taken.
fn claim<'a>(names: &mut HashMap<&'a str, Span>, name: &'a ast::Name, told: &mut Vec<Diagnostic>) -> bool {
    match names.get(name.text.as_str()) {
        Some(first) => {
            told.push(again(name, *first));
            false
        }
        None => {
            names.insert(&name.text, name.span);
            true
        }
    }
}

fn again(name: &ast::Name, first: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, name.span).arg("name", name.text.as_str()).label(first, "first")
}

fn twice(span: Span, first: Span, block: &'static str) -> Diagnostic {
    Diagnostic::new(Code::DuplicateBlock, span).arg("block", block).label(first, "first")
}
