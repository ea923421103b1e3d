//! Everything that no area covers, in maximal areas.

use std::ops::ControlFlow;

use super::{Area, Cell, Exhausted, Extent, Places, SEARCH, Work, explore, space};

/// More gaps than this in one table are not told one by one.
const MOST_GAPS: usize = 1_000;

/// Everything that no area covers, as maximal areas: none can be made larger without meeting a row.
/// They may meet each other. Where there is too much, `gaps` holds what was found until then.
pub(super) fn find(
    extents: &[Extent],
    covers: &[&Area],
    gaps: &mut Vec<Area>,
    work: &mut Work,
) -> Result<(), Exhausted> {
    let everything = Area(extents.iter().map(Extent::all).collect());
    let mut outcome = Ok(());
    explore::uncovered(space(extents), &everything, covers.to_vec(), work, |cell, work| {
        outcome = enlarge(cell, extents, covers, gaps, work);
        if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    outcome
}

/// Adds the maximal areas around a cell, unless those that are known hold it already.
fn enlarge(
    cell: Cell,
    extents: &[Extent],
    covers: &[&Area],
    gaps: &mut Vec<Area>,
    work: &mut Work,
) -> Result<(), Exhausted> {
    let mut rest = vec![cell.area()];
    while let Some(area) = rest.pop() {
        work.spend(SEARCH * (covers.len() + gaps.len()) * extents.len())?;
        if gaps.iter().any(|gap| gap.covers(&area)) {
            continue;
        }
        if gaps.len() == MOST_GAPS {
            return Err(Exhausted);
        }
        match mixed(&area, extents, covers) {
            Some(parts) => rest.extend(parts),
            None => match grown(area, extents, covers) {
                Ok(area) => gaps.push(area),
                // Wider on one axis, it meets rows on another: it holds a part of that one's values now.
                Err(parts) => rest.extend(parts),
            },
        }
    }
    Ok(())
}

/// The area as large as it can be; its two parts where that mixes a part of the values of an input with its absence.
fn grown(area: Area, extents: &[Extent], covers: &[&Area]) -> Result<Area, [Area; 2]> {
    extents.iter().enumerate().try_fold(area, |area, (axis, extent)| {
        let wider = widened(&area, axis, extent, covers);
        mixed(&wider, extents, covers).map_or(Ok(wider), Err)
    })
}

/// An area that holds a part of the values of an input and its absence is told as two: their remedies differ.
fn mixed(area: &Area, extents: &[Extent], covers: &[&Area]) -> Option<[Area; 2]> {
    extents.iter().enumerate().find_map(|(axis, extent)| {
        let places = area.on(axis)?;
        let present = places.intersection(&extent.present());
        let both = extent.missing && places.contains(extent.len) && !present.is_empty();
        let all_free = both && taken(area, axis, covers).is_empty();
        (both && !all_free).then(|| [area.with(axis, present), area.with(axis, Places::range(extent.len, extent.len))])
    })
}

/// The area with as many places on `axis` as no row takes beside it.
fn widened(area: &Area, axis: usize, extent: &Extent, covers: &[&Area]) -> Area {
    let taken = taken(area, axis, covers);
    let Some(here) = area.on(axis).and_then(Places::first) else { return area.clone() };
    let free = match () {
        () if taken.is_empty() => extent.all(),
        () if here >= extent.len => return area.clone(),
        () if extent.ordered => {
            let free = taken.complement(0, extent.len - 1);
            Places::of(free.ranges().iter().copied().filter(|(lo, hi)| (*lo..=*hi).contains(&here)))
        }
        () => taken.complement(0, extent.len - 1),
    };
    area.with(axis, free)
}

/// What the rows take on `axis` beside the area's other places.
fn taken(area: &Area, axis: usize, covers: &[&Area]) -> Places {
    let beside = covers.iter().filter(|cover| cover.meets_beside(area, axis));
    Places::of(beside.filter_map(|cover| cover.on(axis)).flat_map(|places| places.ranges().iter().copied()))
}
