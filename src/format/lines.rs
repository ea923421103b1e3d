//! The lines as they will stand, each with its indent.

use super::blocks::{Blocks, Holds};
use super::breaks::{Break, Breaks};
use super::items::Item;
use super::spacing::gap;
use crate::syntax::tokens::Kind;

/// A line.
#[derive(Debug)]
pub struct Line {
    /// Its items, at least one.
    pub items: Vec<usize>,
    /// The steps of its indent.
    pub indent: usize,
    /// Whether a blank line stands before it.
    pub blank: bool,
    /// Whether it begins a statement.
    pub begins: bool,
}

impl Line {
    /// Its first item.
    pub fn first(&self) -> usize {
        self.items.first().copied().unwrap_or(0)
    }

    /// Its items, each with how far it stands from what is before it on the line.
    pub fn gaps<'a>(&'a self, items: &'a [Item], blocks: &'a Blocks) -> impl Iterator<Item = (usize, usize)> + 'a {
        let before = std::iter::once(None).chain(self.items.iter().copied().map(Some));
        self.items.iter().copied().zip(before).map(|(at, before)| {
            let gap = before.map_or(0, |before| gap(items, blocks, (before, at)));
            (at, gap)
        })
    }
}

/// The lines of a text.
pub fn lines(items: &[Item], blocks: &Blocks, breaks: &Breaks) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    for (at, before) in breaks.before.iter().enumerate() {
        let Some(before) = *before else { continue };
        match lines.last_mut().filter(|_| before == Break::Same) {
            Some(line) => line.items.push(at),
            None => {
                let begins = breaks.begins.get(at).copied().unwrap_or(false);
                lines.push(Line { items: vec![at], indent: 0, blank: before == Break::Blank, begins });
            }
        }
    }
    Indents::new(items, blocks).set(&mut lines);
    lines
}

/// The indents while lines are gone through.
struct Indents<'a> {
    items: &'a [Item<'a>],
    blocks: &'a Blocks,
    /// The indent of what stands in each bracket.
    inside: Vec<usize>,
    /// The indent of the line that opens it.
    opening: Vec<usize>,
}

impl<'a> Indents<'a> {
    fn new(items: &'a [Item<'a>], blocks: &'a Blocks) -> Self {
        let none = vec![0; blocks.list.len()];
        Indents { items, blocks, inside: none.clone(), opening: none }
    }

    fn set(mut self, lines: &mut [Line]) {
        // Comments stand as what is below them, which may open nothing that they stand in.
        let mut comments = 0;
        for at in 0..lines.len() {
            let Some(line) = lines.get_mut(at) else { continue };
            if self.is_comment(line.first()) {
                comments += 1;
                continue;
            }
            line.indent = self.indent(line.first(), line.begins);
            let above = self.indent_above(line.first(), line.indent);
            self.open(line);
            self.put(lines.get_mut(at - comments..at), above);
            comments = 0;
        }
        let rest = lines.len() - comments;
        self.put(lines.get_mut(rest..), 0);
    }

    fn put(&self, comments: Option<&mut [Line]>, indent: usize) {
        comments.unwrap_or_default().iter_mut().for_each(|line| line.indent = indent);
    }

    fn is_comment(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(Item::is_comment)
    }

    fn inside(&self, bracket: usize) -> usize {
        self.inside.get(bracket).copied().unwrap_or(0)
    }

    /// The bracket that an item closes.
    fn closed(&self, at: usize) -> Option<usize> {
        let closes = self.items.get(at).is_some_and(|item| item.kind == Kind::Close);
        self.blocks.ended_by(at).filter(|_| closes).map(|(bracket, _)| bracket)
    }

    fn indent(&self, first: usize, begins: bool) -> usize {
        if let Some(bracket) = self.closed(first) {
            return self.opening.get(bracket).copied().unwrap_or(0);
        }
        let own = self.blocks.outside(first);
        let operands = self.blocks.list.get(own).is_some_and(|it| it.holds == Holds::Operands);
        self.inside(own) + usize::from(!begins && !operands)
    }

    /// The indent of a comment above a line: what closes a block is below the last that stands in it.
    fn indent_above(&self, first: usize, indent: usize) -> usize {
        self.closed(first).map_or(indent, |bracket| self.inside(bracket))
    }

    fn open(&mut self, line: &Line) {
        for at in &line.items {
            let opens = self.items.get(*at).is_some_and(|item| item.kind == Kind::Open);
            let Some((number, bracket)) = self.blocks.ended_by(*at).filter(|_| opens) else { continue };
            // A block stands below the statement that it belongs to, however many lines that takes.
            let base = if bracket.holds == Holds::Operands { line.indent } else { self.inside(bracket.outer) };
            if let (Some(inside), Some(opening)) = (self.inside.get_mut(number), self.opening.get_mut(number)) {
                (*inside, *opening) = (base + 1, base);
            }
        }
    }
}
