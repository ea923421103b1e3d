//! Inputs that stand in several columns: the columns have one value, so what they take is looked at as one.

use super::conditional;
use super::model::Model;
use crate::analysis::coverage::{Area, Cover, Extent, Shape, Survey, is_next_rung, is_taken, survey};

impl Model<'_> {
    /// Whether an input stands in more than one column.
    pub fn has_repeated_inputs(&self) -> bool {
        self.firsts.iter().enumerate().any(|(at, first)| at != *first)
    }

    /// What is wrong with the rows, over the values that can come together.
    pub fn survey(&self) -> Survey {
        let mut found = self.plain_survey();
        conditional::retain_open(self, &mut found.gaps);
        found
    }

    /// The same where a row with a condition surely takes nothing.
    pub fn plain_survey(&self) -> Survey {
        let extents: Vec<Extent> = self.axes.iter().map(|axis| axis.extent).collect();
        if !self.has_repeated_inputs() {
            let mut found = survey(&extents, &self.rows);
            found.dead.retain(|(row, _)| !self.is_passed(*row));
            return found;
        }
        let extents: Vec<Extent> = self.distinct().filter_map(|at| extents.get(at).copied()).collect();
        let rows: Vec<Option<Cover>> = self.rows.iter().map(|row| row.as_ref().map(|row| self.folded(row))).collect();
        let mut found = survey(&extents, &rows);
        found.gaps.iter_mut().for_each(|area| *area = self.unfolded(area));
        found.overlaps.iter_mut().for_each(|overlap| overlap.area = self.unfolded(&overlap.area));
        // Ladders are told by the columns as they were written.
        let row = |at: usize| self.rows.get(at).and_then(Option::as_ref);
        found.overlaps.retain(|overlap| match (row(overlap.earlier), row(overlap.later)) {
            (Some(earlier), Some(later)) => !is_next_rung(earlier, later),
            _ => true,
        });
        found
    }

    /// Whether a row is left nothing by some earlier ones, were these without conditions.
    pub fn is_taken(&self, row: usize, earlier: &[usize]) -> bool {
        let cover = |at: usize| self.rows.get(at).and_then(Option::as_ref).map(|cover| self.folded(cover));
        let extents: Vec<Extent> = self.distinct().filter_map(|at| Some(self.axes.get(at)?.extent)).collect();
        let Some(row) = cover(row) else { return false };
        let earlier: Vec<Cover> = earlier.iter().filter_map(|at| cover(*at)).collect();
        is_taken(&extents, &row, &earlier)
    }

    /// The first column of each input.
    fn distinct(&self) -> impl Iterator<Item = usize> {
        self.firsts.iter().enumerate().filter(|(at, first)| at == *first).map(|(at, _)| at)
    }

    /// A row with one pattern an input: what all of its patterns for it take.
    fn folded(&self, row: &Cover) -> Cover {
        let columns = |first: usize| {
            let same = self.firsts.iter().zip(&row.area.0).filter(move |(of, _)| **of == first);
            same.map(|(_, places)| places)
        };
        let places = self.distinct().map(|first| {
            let mut columns = columns(first).cloned();
            let whole = columns.next().unwrap_or_default();
            columns.fold(whole, |kept, places| kept.intersection(&places))
        });
        let area = Area(places.collect());
        Cover { shapes: vec![Shape::Other; area.0.len()], area, guarded: row.guarded, rest: row.rest }
    }

    /// An area with the places of each input in all of its columns.
    fn unfolded(&self, area: &Area) -> Area {
        let place = |first: &usize| self.distinct().position(|at| at == *first);
        let places = self.firsts.iter().filter_map(|first| area.on(place(first)?).cloned());
        Area(places.collect())
    }
}
