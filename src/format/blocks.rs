//! The brackets of a text: what each holds, and which are spread over lines.

use super::items::Item;
use crate::syntax::Keyword;
use crate::syntax::tokens::{Kind, Role};

/// What stands in a bracket, or around all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Declarations.
    File,
    /// The lines of the header.
    Header,
    /// Fields, and declarations of details.
    Fields,
    /// Items of a section.
    Section,
    /// Rows.
    Rows,
    /// Rows of a grade, each with its label.
    Grades,
    /// Conditions.
    Gate,
    /// Lines of pay.
    Pay,
    /// What is given and expected.
    Test,
    /// Values that are given or expected.
    Values,
    /// An operand, arguments, an interval or a set.
    Operands,
}

/// A bracket; the first of all is the file.
#[derive(Debug)]
pub struct Bracket {
    /// The items of its two ends.
    pub open: usize,
    pub close: usize,
    pub holds: Holds,
    /// The one around it.
    pub outer: usize,
    /// Whether it is a block whose ends stand on lines of their own.
    pub spread: bool,
}

/// The brackets of a text.
#[derive(Debug)]
pub struct Blocks {
    pub list: Vec<Bracket>,
    /// The bracket in which each item stands; an end of one stands in it.
    pub around: Vec<usize>,
}

/// While the brackets are paired.
struct Open {
    bracket: usize,
    /// The word with which the statement at hand begins.
    head: Option<Keyword>,
    /// Whether the next item begins a statement.
    begins: bool,
}

impl Blocks {
    pub fn of(items: &[Item]) -> Blocks {
        let file = Bracket { open: 0, close: items.len(), holds: Holds::File, outer: 0, spread: true };
        let mut blocks = Blocks { list: vec![file], around: Vec::with_capacity(items.len()) };
        let mut open = vec![Open { bracket: 0, head: None, begins: true }];
        for (at, item) in items.iter().enumerate() {
            blocks.item(&mut open, at, item);
        }
        blocks
    }

    fn item(&mut self, open: &mut Vec<Open>, at: usize, item: &Item) {
        let Some(last) = open.last_mut() else { return };
        if !item.is_comment() && item.kind != Kind::Close {
            if last.begins || item.ended {
                last.head = item.role.keyword();
            }
            last.begins = item.role == Role::End;
        }
        let (mut own, head) = (last.bracket, last.head);
        if item.breaks > 0 {
            self.spread(open);
        }
        if item.kind == Kind::Open {
            let outer = self.list.get(own).map_or(Holds::File, |outer| outer.holds);
            let holds = if item.is("{") && item.role != Role::Set { held(head, outer) } else { Holds::Operands };
            self.list.push(Bracket { open: at, close: at, holds, outer: own, spread: false });
            own = self.list.len() - 1;
            open.push(Open { bracket: own, head: None, begins: true });
        } else if item.kind == Kind::Close {
            if let Some(bracket) = self.list.get_mut(own) {
                bracket.close = at;
            }
            if open.len() > 1 {
                open.pop();
            }
        }
        self.around.push(own);
    }

    /// A line ends in all blocks that are open.
    fn spread(&mut self, open: &[Open]) {
        for open in open.iter().rev() {
            let Some(bracket) = self.list.get_mut(open.bracket) else { continue };
            if bracket.spread {
                return;
            }
            bracket.spread = bracket.holds != Holds::Operands;
        }
    }

    /// The bracket in which an item stands.
    pub fn around(&self, item: usize) -> Option<&Bracket> {
        self.list.get(*self.around.get(item)?)
    }

    /// The bracket that an item opens or closes, with its number.
    pub fn ended_by(&self, item: usize) -> Option<(usize, &Bracket)> {
        let own = *self.around.get(item)?;
        let bracket = self.list.get(own).filter(|it| own > 0 && (it.open == item || it.close == item))?;
        Some((own, bracket))
    }

    /// The bracket in which an item stands as a whole: of an end of one the bracket around that.
    pub fn outside(&self, item: usize) -> usize {
        match self.ended_by(item) {
            Some((_, bracket)) => bracket.outer,
            None => self.around.get(item).copied().unwrap_or(0),
        }
    }
}

/// What the block of a declaration holds.
fn held(head: Option<Keyword>, outer: Holds) -> Holds {
    match head {
        _ if matches!(outer, Holds::Test | Holds::Values) => Holds::Values,
        Some(Keyword::Policy) => Holds::Header,
        Some(Keyword::Record | Keyword::Lookup | Keyword::Details) => Holds::Fields,
        Some(Keyword::Section) => Holds::Section,
        Some(Keyword::Grade) => Holds::Grades,
        Some(Keyword::Gate) => Holds::Gate,
        Some(Keyword::Pay) => Holds::Pay,
        Some(Keyword::Test) => Holds::Test,
        Some(Keyword::Case) => Holds::Values,
        _ => Holds::Rows,
    }
}
