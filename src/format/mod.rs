//! The one layout of a policy: where blanks, line ends and indents stand, made of its tokens, so that nothing of what the
//! text says can be lost. Lines stay the author's; what they look like does not.

mod align;
mod blocks;
mod breaks;
mod edits;
mod fit;
mod items;
mod lines;
mod marks;
mod sound;
mod spacing;

use std::ops::RangeInclusive;

use crate::quantity::Tongue;
use crate::source::SourceFile;
use crate::syntax::{Written, read_as_written, tokens, written};

/// The columns that a line with a block on it may take.
const WIDTH: usize = 100;

/// The columns of one step of indent.
const INDENT: usize = 4;

/// What is asked for beside the layout.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The tongue that keywords and units are put into.
    pub tongue: Option<Tongue>,
    /// The lines, from 1, outside of which nothing is touched.
    pub lines: Option<RangeInclusive<usize>>,
}

/// Why a text is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It does not read.
    Unread,
    /// What came out says something else, which is our fault.
    Changed,
}

/// A text in the one layout.
pub fn formatted(source: &SourceFile, options: &Options) -> Result<String, Refused> {
    let before = read_as_written(source).ok_or(Refused::Unread)?;
    let text = laid_out(source, &before.tokens, options);
    if text == source.text {
        return Ok(text);
    }
    let after = source.with_text(text);
    let same = |now: &Written| sound::same((source, &before), (&after, now), options.tongue);
    match written(&after).is_some_and(|now| same(&now)) {
        true => Ok(after.text),
        false => Err(Refused::Changed),
    }
}

fn laid_out(source: &SourceFile, tokens: &tokens::Tokens, options: &Options) -> String {
    let items = items::items(source, tokens, options.tongue);
    let mut blocks = blocks::Blocks::of(&items);
    let breaks = fit::fitted(&items, &mut blocks);
    let lines = lines::lines(&items, &blocks, &breaks);
    let pads = align::pads(&items, &blocks, &lines);
    edits::applied(source, &edits::edits(&items, &blocks, &lines, &pads), options.lines.as_ref())
}
