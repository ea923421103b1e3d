//! The columns of lines that stand below each other.

use std::collections::HashMap;

use super::INDENT;
use super::blocks::Blocks;
use super::items::Item;
use super::lines::Line;
use super::marks::{Group, Mark, marks};
use crate::syntax::tokens::Kind;

/// What is wider stands out of its column, and does not push the others.
const WIDEST: usize = 40;

/// A line that is wider does not push the comments behind others.
const WIDEST_LINE: usize = 80;

/// The blanks before each item that make columns.
pub fn pads(items: &[Item], blocks: &Blocks, lines: &[Line]) -> Vec<usize> {
    let mut pads = vec![0; items.len()];
    for run in runs(items, blocks, lines) {
        columns(&run, &mut pads);
    }
    remarks(items, blocks, lines, &mut pads);
    pads
}

/// The columns of a line: what begins each, and how wide is what stands before it.
struct Cells(Vec<(Mark, usize, usize)>);

/// The lines of one kind that nothing parts.
fn runs(items: &[Item], blocks: &Blocks, lines: &[Line]) -> Vec<Vec<Cells>> {
    let mut found: Vec<Vec<Cells>> = vec![];
    let mut open: Option<Group> = None;
    for line in lines {
        let comment = items.get(line.first()).is_some_and(Item::is_comment);
        open = open.filter(|_| !line.blank);
        if comment || goes_on(items, blocks, line) {
            continue;
        }
        let Some((group, marks)) = marks(items, blocks, line) else {
            open = None;
            continue;
        };
        let cells = cells(items, blocks, line, &marks);
        match found.last_mut().filter(|_| open == Some(group)) {
            Some(run) => run.push(cells),
            None => found.push(vec![cells]),
        }
        open = Some(group);
    }
    found
}

/// Whether a line goes on with a statement.
fn goes_on(items: &[Item], blocks: &Blocks, line: &Line) -> bool {
    let closes = items.get(line.first()).is_some_and(|item| item.kind == Kind::Close);
    let block = || blocks.ended_by(line.first()).is_some_and(|(_, it)| it.spread);
    !(line.begins || closes && block())
}

fn cells(items: &[Item], blocks: &Blocks, line: &Line, marks: &[(Mark, usize)]) -> Cells {
    let (mut found, mut width) = (vec![], 0);
    let mut marks = marks.iter().peekable();
    for (at, gap) in line.gaps(items, blocks) {
        if let Some((mark, _)) = marks.next_if(|(_, place)| *place == at) {
            found.push((*mark, at, width + gap));
            width = 0;
        } else {
            width += gap;
        }
        width += items.get(at).map_or(0, |item| item.width);
    }
    Cells(found)
}

/// Pads the columns of a run, from the left: lines go together as long as their columns are alike.
fn columns(run: &[Cells], pads: &mut [usize]) {
    let mut open: Vec<(Vec<&Cells>, usize)> = vec![(run.iter().collect(), 0)];
    while let Some((lines, column)) = open.pop() {
        let mut alike: HashMap<Mark, Vec<&Cells>> = HashMap::new();
        for line in lines {
            let cell = line.0.get(column).filter(|(_, _, width)| *width <= WIDEST);
            if let Some((mark, _, _)) = cell {
                alike.entry(*mark).or_default().push(line);
            }
        }
        for lines in alike.into_values() {
            let cells = || lines.iter().filter_map(|line| line.0.get(column));
            let widest = cells().map(|(_, _, width)| *width).max().unwrap_or(0);
            for (_, at, width) in cells() {
                pads.get_mut(*at).into_iter().for_each(|pad| *pad = widest - width);
            }
            open.push((lines, column + 1));
        }
    }
}

/// Puts comments behind lines that stand below each other into a column.
fn remarks(items: &[Item], blocks: &Blocks, lines: &[Line], pads: &mut [usize]) {
    let mut run: Vec<(usize, usize)> = vec![];
    for line in lines {
        let remark = line
            .items
            .last()
            .copied()
            .filter(|at| line.items.len() > 1 && items.get(*at).is_some_and(Item::is_comment));
        if remark.is_none() || line.blank {
            pad(&run, pads);
            run.clear();
        }
        let Some(remark) = remark else { continue };
        let before = line.gaps(items, blocks).filter(|(at, _)| *at != remark);
        let width = before.map(|(at, gap)| gap + pads.get(at).unwrap_or(&0) + items.get(at).map_or(0, |it| it.width));
        let width = line.indent * INDENT + width.sum::<usize>();
        if width <= WIDEST_LINE {
            run.push((remark, width));
        }
    }
    pad(&run, pads);
}

fn pad(run: &[(usize, usize)], pads: &mut [usize]) {
    let widest = run.iter().map(|(_, width)| *width).max().unwrap_or(0);
    for (at, width) in run {
        pads.get_mut(*at).into_iter().for_each(|pad| *pad = widest - width);
    }
}
