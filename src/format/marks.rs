//! Which lines are of one kind, and where the columns of each begin.

use super::blocks::{Blocks, Holds};
use super::items::Item;
use super::lines::Line;
use crate::syntax::Keyword;
use crate::syntax::tokens::{Kind, Role};

/// What begins a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `:`
    Colon,
    /// `=`
    Equals,
    /// `=>`
    Arrow,
    /// What follows a comma of a row.
    Next,
    /// The `from` of a field.
    From,
    /// `weight` or `out of`
    Share,
    /// A block on one line.
    Block,
    /// The title of a flag.
    Title,
    /// `when`
    When,
    /// What follows the word of a line of the header.
    Setting,
}

/// Lines that stand below each other are aligned where they are of one kind: the bracket in which they stand, and of
/// declarations the keyword.
pub type Group = (usize, Option<Keyword>);

/// The kind of a line and its columns, each by the item that begins it.
pub fn marks(items: &[Item], blocks: &Blocks, line: &Line) -> Option<(Group, Vec<(Mark, usize)>)> {
    let first = items.get(line.first()).filter(|first| line.begins && first.kind != Kind::Close)?;
    let own = blocks.outside(line.first());
    let line = Side { items, blocks, line, own };
    let keyword = first.role.keyword();
    let (keyword, found) = match blocks.list.get(own)?.holds {
        Holds::File | Holds::Section => (keyword, line.declaration(keyword?)),
        Holds::Fields => match keyword {
            Some(keyword) => (Some(keyword), line.declaration(keyword)),
            None => (None, line.first_of(&[Mark::Colon, Mark::From])),
        },
        Holds::Header => (None, line.second()),
        Holds::Rows | Holds::Grades => (None, line.row()),
        Holds::Pay => (None, line.first_of(&[Mark::Equals])),
        Holds::Values => (None, line.value()),
        Holds::Gate | Holds::Test | Holds::Operands => return None,
    };
    Some(((own, keyword), found))
}

/// A line of which the items that stand in no bracket of its own are asked.
struct Side<'a> {
    items: &'a [Item<'a>],
    blocks: &'a Blocks,
    line: &'a Line,
    own: usize,
}

impl<'a> Side<'a> {
    fn bare(&self) -> impl Iterator<Item = (usize, &'a Item<'a>)> {
        let on_line = self.line.items.iter().copied().filter(|at| self.blocks.outside(*at) == self.own);
        on_line.filter_map(|at| Some((at, self.items.get(at)?)))
    }

    /// What an item begins.
    fn mark(&self, at: usize, item: &Item) -> Option<Mark> {
        match item.role {
            Role::Keyword(Keyword::From) => Some(Mark::From),
            Role::Keyword(Keyword::Weight | Keyword::OutOf) => Some(Mark::Share),
            Role::Keyword(Keyword::When) => Some(Mark::When),
            Role::Title => Some(Mark::Title),
            _ if item.is(":") => Some(Mark::Colon),
            _ if item.is("=>") => Some(Mark::Arrow),
            _ if item.kind == Kind::Separator && item.is("=") => Some(Mark::Equals),
            _ if item.kind == Kind::Open => {
                let block = self.blocks.ended_by(at).is_some_and(|(_, it)| it.holds != Holds::Operands && !it.spread);
                block.then_some(Mark::Block)
            }
            _ => None,
        }
    }

    /// The first of each of these, in this order.
    fn first_of(&self, wanted: &[Mark]) -> Vec<(Mark, usize)> {
        let mut wanted = wanted;
        let mut found = vec![];
        for (at, item) in self.bare() {
            let Some(mark) = self.mark(at, item) else { continue };
            if let Some(place) = wanted.iter().position(|known| *known == mark) {
                found.push((mark, at));
                wanted = wanted.get(place + 1..).unwrap_or_default();
            }
        }
        found
    }

    fn declaration(&self, keyword: Keyword) -> Vec<(Mark, usize)> {
        self.first_of(match keyword {
            Keyword::Param | Keyword::Metric | Keyword::Let => &[Mark::Colon, Mark::Equals],
            Keyword::Type => &[Mark::Equals],
            Keyword::Flag => &[Mark::Title, Mark::When],
            Keyword::Score if self.has(Mark::Equals) => &[Mark::Share, Mark::Equals],
            // The head of one that is spread stands by itself.
            Keyword::Score if self.has(Mark::Block) => &[Mark::Share, Mark::Block],
            _ => &[],
        })
    }

    fn has(&self, mark: Mark) -> bool {
        self.bare().any(|(at, item)| self.mark(at, item) == Some(mark))
    }

    fn second(&self) -> Vec<(Mark, usize)> {
        self.bare().nth(1).map(|(at, _)| (Mark::Setting, at)).into_iter().collect()
    }

    /// The columns of a table: what stands behind each comma, and the arrow.
    fn row(&self) -> Vec<(Mark, usize)> {
        let mut found = vec![];
        let mut comma = false;
        for (at, item) in self.bare().filter(|(_, item)| !item.is_comment()) {
            match self.mark(at, item) {
                _ if comma => found.push((Mark::Next, at)),
                Some(mark @ (Mark::Colon | Mark::Arrow)) => found.push((mark, at)),
                _ => {}
            }
            comma = item.is(",");
        }
        found
    }

    /// A value that stands alone on its line.
    fn value(&self) -> Vec<(Mark, usize)> {
        let alone = !self.bare().any(|(_, item)| item.is(",") || item.kind == Kind::Open);
        if alone { self.first_of(&[Mark::Equals]) } else { vec![] }
    }
}
