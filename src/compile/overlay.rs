//! Declarations of a patch in the place of a policy's own.

use crate::source::Span;
use crate::syntax::ast::{File, Item, Name, Score};

/// The declaration in the place of which another would be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Namesake {
    /// Its heading, or the whole.
    pub span: Span,
    /// Whether it stands in a section.
    pub inner: bool,
}

/// The declaration in the place of which `item` would be put; nothing, where it would be added.
pub fn namesake(file: &File, item: &Item) -> Option<Namesake> {
    let same = file.items.iter().find(|old| identity(old).is_some() && identity(old) == identity(item));
    if let Some(span) = same.map(Item::span) {
        return Some(Namesake { span, inner: false });
    }
    let Item::Score(score) = item else { return None };
    let sections = file.items.iter().filter_map(|item| match item {
        Item::Section(section) => Some(section),
        _ => None,
    });
    let old = sections.flat_map(|section| &section.scores).find(|old| old.name.text == score.name.text)?;
    Some(Namesake { span: old.span, inner: true })
}

/// The declaration of that name.
pub fn declaration(file: &File, name: &str) -> Option<Namesake> {
    let found = file.items.iter().find(|item| identity(item).is_some_and(|(_, own)| own == name));
    let sections = file.items.iter().filter_map(|item| match item {
        Item::Section(section) => Some(section),
        _ => None,
    });
    let inner = || sections.flat_map(|section| &section.scores).find(|score| score.name.text == name);
    match found {
        Some(item) => Some(Namesake { span: item.span(), inner: false }),
        None => inner().map(|score| Namesake { span: score.span, inner: true }),
    }
}

/// Puts the declarations of `patch` in the place of those of the same name and kind of place, or at the end.
pub(super) fn lay(file: &mut File, patch: File) {
    file.unread.extend(patch.unread);
    for item in patch.items {
        if let Some(item) = replace_item(&mut file.items, item) {
            file.items.push(item);
        }
    }
}

/// Gives the item back where nothing has its name.
fn replace_item(items: &mut [Item], item: Item) -> Option<Item> {
    if let Some(old) = items.iter_mut().find(|old| identity(old).is_some() && identity(old) == identity(&item)) {
        *old = item;
        return None;
    }
    match item {
        Item::Score(score) => replace_score(items, score).map(Item::Score),
        item => Some(item),
    }
}

/// A score that stands in a section stays there.
fn replace_score(items: &mut [Item], score: Score) -> Option<Score> {
    let sections = items.iter_mut().filter_map(|item| match item {
        Item::Section(section) => Some(section),
        _ => None,
    });
    match sections.flat_map(|section| &mut section.scores).find(|old| old.name.text == score.name.text) {
        Some(old) => {
            *old = score;
            None
        }
        None => Some(score),
    }
}

/// What tells two declarations apart: the kind where kinds have names of their own, and the name.
fn identity(item: &Item) -> Option<(&'static str, &str)> {
    match item {
        Item::Header(_) => Some(("policy", "")),
        Item::Record(_) => Some(("record", "")),
        Item::Lookup(block) | Item::Details(block) => value(&block.name),
        Item::Type(ty) => Some(("type", &ty.name.text)),
        Item::Param(param) => value(&param.name),
        Item::Metric(metric) => value(&metric.name),
        Item::Let(found) => value(&found.name),
        Item::Score(score) => Some(("score", &score.name.text)),
        Item::Section(section) => Some(("section", &section.name.text)),
        Item::Grade(grade) => value(&grade.name),
        Item::Table(table) => value(&table.name),
        Item::Scale(scale) => value(&scale.name),
        Item::Gate(gate) => value(&gate.name),
        Item::Pay(pay) => Some(("pay", &pay.name.text)),
        Item::Flag(flag) => value(&flag.name),
        Item::Test(test) => Some(("test", &test.name.text)),
        Item::Case(case) => Some(("case", &case.name.text)),
        Item::Ensure(_) | Item::Use(_) | Item::Invalid(_) => None,
    }
}

fn value(name: &Name) -> Option<(&'static str, &str)> {
    Some(("value", &name.text))
}
