//! Cells of that space: one range on each axis.

use super::{Area, Places};

/// One range on each axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell(pub Vec<(i128, i128)>);

impl Cell {
    /// Whether it has a combination in common with `area`.
    pub(super) fn meets(&self, area: &Area) -> bool {
        self.0.iter().zip(&area.0).all(|((lo, hi), places)| places.meets_range(*lo, *hi))
    }

    /// Whether all of it lies in `area`.
    pub(super) fn lies_in(&self, area: &Area) -> bool {
        self.0.iter().zip(&area.0).all(|((lo, hi), places)| places.covers_range(*lo, *hi))
    }

    /// The part below `place` on an axis, and the part from there on.
    pub(super) fn halves(&self, axis: usize, place: i128) -> [Cell; 2] {
        let (mut below, mut above) = (self.clone(), self.clone());
        if let Some(range) = below.0.get_mut(axis) {
            range.1 = place - 1;
        }
        if let Some(range) = above.0.get_mut(axis) {
            range.0 = place;
        }
        [below, above]
    }

    /// The same as an area.
    pub(super) fn area(&self) -> Area {
        Area(self.0.iter().map(|(lo, hi)| Places::range(*lo, *hi)).collect())
    }
}
