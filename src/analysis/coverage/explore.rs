//! The search for a cell that no area covers.

use std::ops::ControlFlow;

use super::{Area, Cell, Exhausted, SEARCH, Work};

/// A cell still to be looked at, with the areas that meet it.
type Open<'a> = (Cell, Vec<&'a Area>);

/// Hands the parts of `target` that no area covers to `found`, as disjoint cells, until it breaks.
///
/// A cell that no single area decides is cut in two where the fewest areas lie across, and both
/// halves are looked at with the areas that still meet them.
pub(super) fn uncovered(
    space: Cell,
    target: &Area,
    areas: Vec<&Area>,
    work: &mut Work,
    mut found: impl FnMut(Cell, &mut Work) -> ControlFlow<()>,
) -> Result<(), Exhausted> {
    let mut open: Vec<Open> = vec![(space, areas)];
    while let Some((cell, areas)) = open.pop() {
        work.spend(SEARCH * (areas.len() + 1) * cell.0.len())?;
        if !cell.meets(target) || areas.iter().any(|area| cell.lies_in(area)) {
            continue;
        }
        if areas.is_empty() && cell.lies_in(target) {
            if found(cell, work).is_break() {
                break;
            }
            continue;
        }
        if let Some((axis, place)) = best_cut(&cell, target, &areas) {
            for half in cell.halves(axis, place) {
                let areas = areas.iter().copied().filter(|area| half.meets(area)).collect();
                open.push((half, areas));
            }
        }
    }
    Ok(())
}

/// The axis and place of the best cut: the upper half begins at the place.
fn best_cut(cell: &Cell, target: &Area, areas: &[&Area]) -> Option<(usize, i128)> {
    let mut best: Option<(usize, usize, i128)> = None;
    for (axis, (lo, hi)) in cell.0.iter().enumerate() {
        let spread = Spread::of(axis, *lo, *hi, areas.iter().copied().chain([target]));
        for place in &spread.cuts {
            let score = spread.score(*place);
            if best.is_none_or(|(least, ..)| score < least) {
                best = Some((score, axis, *place));
            }
        }
    }
    best.map(|(_, axis, place)| (axis, place))
}

/// Where the areas of a cell begin, end and change along one axis; all sorted.
#[derive(Default)]
struct Spread {
    cuts: Vec<i128>,
    starts: Vec<i128>,
    ends: Vec<i128>,
    first_cuts: Vec<i128>,
    last_cuts: Vec<i128>,
}

impl Spread {
    fn of<'a>(axis: usize, lo: i128, hi: i128, areas: impl Iterator<Item = &'a Area>) -> Spread {
        let mut spread = Spread::default();
        for places in areas.filter_map(|area| area.on(axis)) {
            let known = spread.cuts.len();
            for (start, end) in places.ranges().iter().filter(|(start, end)| *end >= lo && *start <= hi) {
                spread.cuts.extend([*start, *end + 1].into_iter().filter(|cut| *cut > lo && *cut <= hi));
            }
            spread.starts.extend(places.first());
            spread.ends.extend(places.last());
            spread.first_cuts.extend(spread.cuts.get(known));
            if spread.cuts.len() > known {
                spread.last_cuts.extend(spread.cuts.last());
            }
        }
        for list in
            [&mut spread.cuts, &mut spread.starts, &mut spread.ends, &mut spread.first_cuts, &mut spread.last_cuts]
        {
            list.sort_unstable();
        }
        spread.cuts.dedup();
        spread
    }

    /// How good a cut at `place` is, the least the best: few areas in both halves together, and few in
    /// the fuller half that do not span it.
    fn score(&self, place: i128) -> usize {
        let before = |list: &[i128]| list.partition_point(|at| *at < place);
        let below = before(&self.starts);
        let above = self.ends.len() - before(&self.ends);
        let open_below = before(&self.first_cuts);
        let open_above = self.last_cuts.len() - self.last_cuts.partition_point(|at| *at <= place);
        2 * (below + above) + 3 * open_below.max(open_above)
    }
}
