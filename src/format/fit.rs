//! What does not fit on a line: a block on one line is spread, values that are given side by side are wrapped.

use super::blocks::{Blocks, Holds};
use super::breaks::{Breaks, breaks};
use super::items::Item;
use super::lines::{Line, lines};
use super::{INDENT, WIDTH};

/// The line ends of a text of which every line fits, as far as blocks make it long.
pub fn fitted(items: &[Item], blocks: &mut Blocks) -> Breaks {
    let mut wrapped = vec![false; items.len()];
    loop {
        let found = breaks(items, blocks, &wrapped);
        let long = lines(items, blocks, &found).into_iter().filter(|line| !fits(width(items, blocks, line)));
        let long: Vec<Line> = long.collect();
        let mut changed = false;
        for line in &long {
            changed |= wrap(items, blocks, line, &mut wrapped) || spread(blocks, line);
        }
        if !changed {
            return found;
        }
    }
}

fn fits(widths: [usize; 2]) -> bool {
    widths.iter().all(|width| *width <= WIDTH)
}

fn plus(one: [usize; 2], [zh, en]: [usize; 2], gap: usize) -> [usize; 2] {
    let [first, second] = one;
    [first + zh + gap, second + en + gap]
}

/// The columns of each item of a line, with the blanks before it and without those that make columns.
fn widths<'a>(items: &'a [Item], blocks: &'a Blocks, line: &'a Line) -> impl Iterator<Item = (usize, [usize; 2])> + 'a {
    let code = |at: usize| items.get(at).is_some_and(|item| item.is_code());
    line.gaps(items, blocks).map(move |(at, gap)| {
        let own = items.get(at).filter(|item| !item.is_comment()).map_or([0, 0], |item| item.widths);
        // The widths of the code of a currency hold the blank before it.
        let gap = if code(at) || items.get(at).is_some_and(Item::is_comment) { 0 } else { gap };
        (at, plus([0, 0], own, gap))
    })
}

fn width(items: &[Item], blocks: &Blocks, line: &Line) -> [usize; 2] {
    let indent = line.indent * INDENT;
    widths(items, blocks, line).fold([indent, indent], |sum, (_, width)| plus(sum, width, 0))
}

/// Wraps values that stand side by side.
fn wrap(items: &[Item], blocks: &Blocks, line: &Line, wrapped: &mut [bool]) -> bool {
    let own = blocks.outside(line.first());
    if !blocks.list.get(own).is_some_and(|it| it.holds == Holds::Values && it.spread) {
        return false;
    }
    let start = line.indent * INDENT;
    let (mut before, mut entry, mut first) = ([start, start], [0, 0], line.first());
    let mut changed = false;
    let all: Vec<(usize, [usize; 2])> = widths(items, blocks, line).collect();
    for (at, width) in &all {
        entry = plus(entry, *width, 0);
        let last = all.last().is_some_and(|(last, _)| last == at);
        let comma = items.get(*at).is_some_and(|item| item.is(",")) && blocks.outside(*at) == own;
        if !comma && !last {
            continue;
        }
        before = match fits(plus(before, entry, 0)) || first == line.first() {
            true => plus(before, entry, 0),
            false => {
                changed |= set(wrapped, first);
                plus([start, start], entry, 0)
            }
        };
        (entry, first) = ([0, 0], at + 1);
    }
    changed
}

fn set(wrapped: &mut [bool], at: usize) -> bool {
    match wrapped.get_mut(at) {
        Some(known) if !*known => {
            *known = true;
            true
        }
        _ => false,
    }
}

/// Spreads the outermost block that stands on a line.
fn spread(blocks: &mut Blocks, line: &Line) -> bool {
    let on_line = line.items.iter().filter_map(|at| blocks.ended_by(*at));
    let mut closed = on_line.filter(|(_, it)| it.holds != Holds::Operands && !it.spread && it.close > it.open + 1);
    let Some(number) = closed.next().map(|(number, _)| number) else { return false };
    blocks.list.get_mut(number).is_some_and(|bracket| {
        bracket.spread = true;
        true
    })
}
