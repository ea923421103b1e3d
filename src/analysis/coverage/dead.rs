//! Rows to which the earlier ones leave nothing.

use std::ops::ControlFlow;

use super::{Area, Cover, Exhausted, Extent, Work, explore, space};

/// Whether a row takes nothing that the earlier rows `met` leave, or nothing at all.
pub(super) fn is_dead(
    extents: &[Extent],
    row: &Cover,
    met: &[(usize, &Cover)],
    work: &mut Work,
) -> Result<bool, Exhausted> {
    if row.area.is_empty() {
        return Ok(true);
    }
    let corner = row.area.least_point();
    work.spend(met.len() * extents.len())?;
    if !met.iter().any(|(_, earlier)| earlier.area.contains(&corner)) {
        return Ok(false);
    }
    let mut dead = true;
    let covers = greatest(&row.area, met, work)?;
    explore::uncovered(space(extents), &row.area, covers, work, |_, _| {
        dead = false;
        ControlFlow::Break(())
    })?;
    Ok(dead)
}

/// The areas of `met` within the row, without those that lie in another: of a long ladder one remains.
fn greatest<'a>(row: &Area, met: &[(usize, &'a Cover)], work: &mut Work) -> Result<Vec<&'a Area>, Exhausted> {
    let mut kept: Vec<(Area, &Area)> = vec![];
    for (_, earlier) in met.iter().rev() {
        work.spend((kept.len() + 1) * row.0.len())?;
        let part = earlier.area.intersection(row);
        if !kept.iter().any(|(other, _)| other.covers(&part)) {
            kept.push((part, &earlier.area));
        }
    }
    Ok(kept.into_iter().map(|(_, area)| area).collect())
}
