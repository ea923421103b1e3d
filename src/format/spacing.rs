//! How far apart two pieces of one line stand.

use super::blocks::{Blocks, Holds};
use super::items::Item;
use crate::syntax::Keyword;
use crate::syntax::tokens::{Kind, Role};

/// Words before the colon of an argument.
const ARGUMENTS: [Keyword; 7] =
    [Keyword::Within, Keyword::Over, Keyword::Ties, Keyword::Order, Keyword::Then, Keyword::By, Keyword::Where];

/// The blanks between two items of one line that follow each other.
pub fn gap(items: &[Item], blocks: &Blocks, (one, other): (usize, usize)) -> usize {
    let (Some(before), Some(next)) = (items.get(one), items.get(other)) else { return 0 };
    if next.is_comment() {
        return 2;
    }
    let block = |at: usize| blocks.ended_by(at).is_some_and(|(_, bracket)| bracket.holds != Holds::Operands);
    let apart = match (before.kind, next.kind) {
        (Kind::Open, Kind::Close) => false,
        (Kind::Open, _) => block(one),
        (_, Kind::Close) => block(other),
        (_, Kind::Open) => !(is_tight(before) || next.is("(") && is_called(before)),
        _ => !(is_tight(before) || holds_on(before, next) || [one, other].iter().any(|at| is_of_types(items, *at))),
    };
    usize::from(apart)
}

/// Whether a parenthesis right behind belongs to it: `max(`, `duration(`.
fn is_called(item: &Item) -> bool {
    match item.role {
        Role::Function(_) | Role::Used | Role::Member | Role::Declared => item.kind == Kind::Word,
        Role::Keyword(keyword) => Keyword::TYPES.contains(&keyword),
        _ => false,
    }
}

/// Whether what follows stands close to it.
fn is_tight(item: &Item) -> bool {
    item.is(".") || item.role == Role::Prefix || item.role == Role::Unit && item.text == "¥"
}

/// Whether it stands close to what is before it.
fn holds_on(before: &Item, next: &Item) -> bool {
    let option = || match before.role {
        Role::Argument => true,
        Role::Keyword(keyword) => ARGUMENTS.contains(&keyword),
        _ => false,
    };
    match next.role {
        _ if next.is(".") || next.is(",") || next.is(";") => true,
        _ if next.is(":") => option(),
        Role::Unit => before.role == Role::Number && !next.is_code(),
        // `3天以上` may be a label of another file, and `不足3天` too, which are known by their letters.
        Role::Bound => matches!(before.role, Role::Number | Role::Unit),
        _ => before.role == Role::Bound && next.touches,
    }
}

/// Whether it is the stroke of a type: `money/count`.
fn is_of_types(items: &[Item], at: usize) -> bool {
    let typed = |at: usize| match items.get(at).map(|item| item.role) {
        Some(Role::Keyword(keyword)) => Keyword::TYPES.contains(&keyword),
        _ => false,
    };
    items.get(at).is_some_and(|item| item.is("/")) && (typed(at + 1) || at > 0 && typed(at - 1))
}
