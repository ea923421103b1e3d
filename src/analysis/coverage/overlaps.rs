//! Which rows meet that may not.

use super::{Cover, Overlap, Shape};

/// The rows among `met` that a later row may not meet.
pub(super) fn overlaps<'a>(
    later: usize,
    row: &Cover,
    met: impl Iterator<Item = &'a (usize, &'a Cover)>,
) -> Vec<Overlap> {
    let claimed = met.filter(|(_, earlier)| !is_next_rung(earlier, row));
    claimed
        .map(|(earlier, other)| Overlap { earlier: *earlier, later, area: other.area.intersection(&row.area) })
        .collect()
}

/// Whether `later` is meant to take what `earlier` left: in every column its pattern is `any`, the
/// same, or bounded on the same side.
pub fn is_next_rung(earlier: &Cover, later: &Cover) -> bool {
    let looks = earlier.shapes.iter().zip(&later.shapes);
    let places = earlier.area.0.iter().zip(&later.area.0);
    earlier.rest
        || looks.zip(places).all(|((above, below), (before, after))| {
            let one_sided = matches!(below, Shape::AtLeast | Shape::AtMost);
            *below == Shape::Any || before == after || (one_sided && above == below)
        })
}
