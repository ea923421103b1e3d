//! What rows with conditions take together: `missing when role = sales => 0; missing when role != sales => exempt` leave
//! nobody out.
//!
//! What the conditions ask is put beside the inputs, each value once, as further inputs of a larger table, in which a row
//! with a condition is one without.

mod asked;
mod wording;

use super::condition::Boxes;
use super::model::Model;
use crate::analysis::coverage::{Area, Cover, Shape};
use crate::ir::{Row, Table};
use asked::{Asked, asked};
pub(super) use wording::{Part, rows};

/// More boxes than this are not looked at.
const MOST_BOXES: usize = 500;

/// A table with what its conditions ask as further inputs.
pub(super) struct Larger {
    table: Table,
    rows: Vec<Option<Cover>>,
    asked: Asked,
}

impl Larger {
    /// The larger table; `None` where no row has a condition, or they are too many to tell apart.
    pub fn of(model: &Model) -> Option<Larger> {
        let guarded = |cover: &Cover| cover.guarded && !cover.area.is_empty();
        if model.slices || !model.rows.iter().flatten().any(guarded) {
            return None;
        }
        let asked = asked(model)?;
        let own = asked.axes.iter().map(|axis| axis.extent.all()).collect();
        let boxes = Boxes { axes: &asked.axes, own, most: MOST_BOXES };
        let (mut rows, mut covers): (Vec<Row>, Vec<Option<Cover>>) = (vec![], vec![]);
        for ((row, cover), condition) in model.table.rows.iter().zip(&model.rows).zip(&asked.conditions) {
            let areas = match (cover, condition) {
                (None, _) => vec![None],
                (Some(_), Some(condition)) => boxes.areas(condition)?.into_iter().map(Some).collect(),
                (Some(_), None) => vec![Some(boxes.everything())],
            };
            for area in areas {
                rows.push(row.clone());
                covers.push(cover.as_ref().zip(area).map(|(cover, area)| asked.enlarged(cover, &area)));
            }
        }
        let inputs = asked.inputs.clone();
        let table = Table { inputs, rows, ..model.table.clone() };
        (covers.len() <= MOST_BOXES).then_some(Larger { table, rows: covers, asked })
    }

    /// What no row takes, in the larger table.
    pub fn gaps(&self, model: &Model) -> Option<Vec<Area>> {
        let survey = self.model(model).plain_survey();
        (!survey.exhausted).then_some(survey.gaps)
    }

    /// The larger table as a model.
    fn model<'a>(&'a self, model: &'a Model) -> Model<'a> {
        let firsts = model.firsts.iter().copied().chain(model.firsts.len()..self.asked.axes.len());
        Model {
            policy: model.policy,
            sources: model.sources,
            table: &self.table,
            axes: self.asked.axes.clone(),
            firsts: firsts.collect(),
            rows: self.rows.clone(),
            slices: false,
        }
    }

    /// A gap of the table as one of the larger table.
    fn whole(&self, gap: &Area) -> Area {
        let more = self.asked.axes.iter().skip(gap.0.len()).map(|axis| axis.extent.all());
        Area(gap.0.iter().cloned().chain(more).collect())
    }
}

impl Asked {
    /// A row without a condition, where the condition holds.
    fn enlarged(&self, cover: &Cover, condition: &Area) -> Cover {
        let more = self.axes.iter().skip(cover.area.0.len()).map(|axis| axis.extent.all());
        let area = Area(cover.area.0.iter().cloned().chain(more).collect()).intersection(condition);
        let shapes = vec![Shape::Other; area.0.len()];
        // What two rows with conditions both take is no overlap.
        Cover { area, shapes, guarded: false, rest: true }
    }
}

/// Leaves only the gaps that rows with conditions do not fill together.
pub(super) fn retain_open(model: &Model, gaps: &mut Vec<Area>) {
    let touched = |gap: &Area| {
        let guarded = model.rows.iter().flatten().filter(|row| row.guarded);
        guarded.into_iter().any(|row| row.area.meets(gap))
    };
    if !gaps.iter().any(touched) {
        return;
    }
    let Some(larger) = Larger::of(model) else { return };
    let Some(open) = larger.gaps(model) else { return };
    gaps.retain(|gap| {
        let whole = larger.whole(gap);
        open.iter().any(|part| part.meets(&whole))
    });
}

/// The parts of a gap that rows with conditions leave open, each with for whom it is; `None` where none of them takes
/// anything there, or a part is open for everybody.
pub(super) fn parts<'a>(larger: &'a Larger, model: &'a Model, gap: &Area) -> Option<Vec<Part<'a>>> {
    let whole = larger.whole(gap);
    let count = gap.0.len();
    let open: Vec<Area> = larger.gaps(model)?.iter().map(|part| part.intersection(&whole)).collect();
    let open: Vec<Area> = open.into_iter().filter(|part| !part.is_empty()).collect();
    let everybody = |part: &Area| {
        let asked = part.0.iter().zip(&larger.asked.axes).skip(count);
        asked.into_iter().all(|(places, axis)| *places == axis.extent.all())
    };
    if open.is_empty() || open.iter().any(everybody) {
        return None;
    }
    Some(open.into_iter().map(|area| Part { model: larger.model(model), area, inputs: count }).collect())
}
