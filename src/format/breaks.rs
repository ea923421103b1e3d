//! Where lines end: where the author's do, and around what stands in a block that is spread; which signs that part
//! things are then idle.

use super::blocks::{Blocks, Holds};
use super::items::Item;
use crate::syntax::Keyword;
use crate::syntax::tokens::{Kind, Role};

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// Nothing but blanks.
    Same,
    /// A line end.
    Line,
    /// A line end and a blank line.
    Blank,
}

/// The line ends of a text.
#[derive(Debug)]
pub struct Breaks {
    /// What stands before each item; of one that is left out, nothing.
    pub before: Vec<Option<Break>>,
    /// Whether each begins a statement: a declaration, row, field or line.
    pub begins: Vec<bool>,
}

/// Goes through the items.
struct Walk<'a> {
    items: &'a [Item<'a>],
    blocks: &'a Blocks,
    /// Items that begin a line because what is before them is too long.
    wrapped: &'a [bool],
    found: Breaks,
    /// The last that was kept.
    last: Option<usize>,
    carried: Carried,
}

/// What signs that were left out stand for.
#[derive(Default)]
struct Carried {
    breaks: usize,
    ended: bool,
    line: bool,
}

/// Finds the line ends.
pub fn breaks(items: &[Item], blocks: &Blocks, wrapped: &[bool]) -> Breaks {
    let found = Breaks { before: Vec::with_capacity(items.len()), begins: Vec::with_capacity(items.len()) };
    let mut walk = Walk { items, blocks, wrapped, found, last: None, carried: Carried::default() };
    for (at, item) in items.iter().enumerate() {
        let (before, begins) = match walk.is_idle(at, item) {
            true => (None, false),
            false => (Some(walk.before(at, item)), walk.begins(at, item)),
        };
        walk.found.before.push(before);
        walk.found.begins.push(begins);
        walk.note(at, item, before.is_some());
    }
    walk.found
}

impl Walk<'_> {
    fn is_wrapped(&self, at: usize) -> bool {
        self.wrapped.get(at).copied().unwrap_or(false)
    }

    /// Whether an item parts what stands around it, as a line end does too.
    fn parts(&self, at: usize, item: &Item) -> bool {
        let values = || self.blocks.around(at).is_some_and(|around| around.holds == Holds::Values);
        item.kind == Kind::Separator && (item.role == Role::End || item.is(",") && values())
    }

    /// Whether the last that was kept opens a block.
    fn opened(&self) -> bool {
        let block = |at: usize| self.blocks.ended_by(at).is_some_and(|(_, it)| it.holds != Holds::Operands);
        self.last.is_some_and(|last| self.items.get(last).is_some_and(|it| it.kind == Kind::Open) && block(last))
    }

    /// Whether an item parts nothing from nothing, or what lines part.
    fn is_idle(&self, at: usize, item: &Item) -> bool {
        if !self.parts(at, item) {
            return false;
        }
        let spread = || self.blocks.around(at).is_some_and(|around| around.spread);
        if item.role == Role::End && spread() {
            return true;
        }
        let parted = |last: usize| self.items.get(last).is_some_and(|it| self.parts(last, it) || it.is_comment());
        let first = item.breaks > 0 || self.opened() || self.last.is_none_or(parted);
        first || self.is_last(at)
    }

    /// Whether nothing follows a sign on its line, or only what closes the block.
    fn is_last(&self, at: usize) -> bool {
        for (next, item) in self.items.iter().enumerate().skip(at + 1) {
            if item.breaks > 0 || self.is_wrapped(next) || item.is_comment() || item.kind == Kind::Close {
                return true;
            }
            if !self.parts(next, item) {
                return false;
            }
        }
        true
    }

    fn before(&self, at: usize, item: &Item) -> Break {
        let Some(last) = self.last else { return Break::Same };
        let breaks = item.breaks.max(self.carried.breaks);
        let spread =
            |at: usize| self.blocks.ended_by(at).is_some_and(|(_, it)| it.holds != Holds::Operands && it.spread);
        if self.opened() && spread(last) {
            return if item.is_comment() && breaks == 0 { Break::Same } else { Break::Line };
        }
        if item.kind == Kind::Close && spread(at) {
            return Break::Line;
        }
        let own = match breaks {
            0 => Break::Same,
            1 => Break::Line,
            _ => Break::Blank,
        };
        let behind_comment = self.items.get(last).is_some_and(Item::is_comment);
        let parted = self.carried.line && !item.is_comment();
        let forced = behind_comment || parted || self.is_wrapped(at) || self.expects(at, item);
        if forced { own.max(Break::Line) } else { own }
    }

    /// Whether an item begins what a test expects.
    fn expects(&self, at: usize, item: &Item) -> bool {
        let test = || self.blocks.around(at).is_some_and(|around| around.holds == Holds::Test && around.spread);
        item.is_keyword(Keyword::Expect) && test()
    }

    fn begins(&self, at: usize, item: &Item) -> bool {
        item.ended || self.carried.ended || self.opened() || self.last.is_none() || self.expects(at, item)
    }

    fn note(&mut self, at: usize, item: &Item, kept: bool) {
        if !kept {
            self.carried.breaks = self.carried.breaks.max(item.breaks);
            self.carried.ended = true;
            let spread = self.blocks.around(at).is_some_and(|around| around.spread);
            self.carried.line |= item.role == Role::End && spread;
            return;
        }
        self.last = Some(at);
        // What a comment stands behind goes on below it.
        self.carried = match item.is_comment() {
            true => Carried { breaks: 0, ..std::mem::take(&mut self.carried) },
            false => Carried::default(),
        };
    }
}
