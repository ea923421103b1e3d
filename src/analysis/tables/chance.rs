//! Whether a gap or an overlap lies at the bounds of rows, and whether it is there only by chance.

use super::axis::Axis;
use super::model::Model;
use super::remedy::Between;
use crate::analysis::coverage::{Area, Places};
use crate::quantity::{Domain, Numbers, exact};

/// Whether a gap between two rows is one only by what the numbers now are: a row for the few values that happen to be
/// reached there would leave a hole as soon as a weight changes.
pub(super) fn is_chance(model: &Model, gap: &Area, place: &Between) -> bool {
    let computed = model.table.inputs.get(place.axis).map(|input| &input.value.domain);
    let few = matches!(computed, Some(Domain::Numbers(Numbers::Values(_))));
    let inner = || {
        let (axis, places) = (model.axes.get(place.axis)?, gap.on(place.axis)?);
        let (first, last) = (places.first()?, places.last()?);
        let only = axis.value(first).filter(|_| first == last)?;
        Some(axis.edges.get(&first)?.iter().all(|(bound, _)| *bound != only))
    };
    let between = place.below.is_some() && place.above.is_some();
    few && between && (is_of_habit(model, gap) || inner().unwrap_or(false))
}

/// Whether what two rows both take is, on one axis, a single value that is a bound.
pub(super) fn is_one_bound(model: &Model, area: &Area) -> bool {
    let bound = |(axis, places): (&Axis, &Places)| {
        let (first, last) = (places.first()?, places.last()?);
        let only = axis.value(first).filter(|_| first == last && axis.extent.ordered)?;
        Some(axis.edges.get(&first)?.iter().any(|(bound, _)| *bound == only))
    };
    model.axes.iter().zip(&area.0).any(|axis| bound(axis).unwrap_or(false))
}

/// Whether a gap lies between two bounds with no figure of as many decimals between them: 29 and 30, 9.9 and 10.
pub(super) fn is_of_habit(model: &Model, gap: &Area) -> bool {
    let next = |(axis, places): (&Axis, &Places)| {
        let (lo, hi) = (places.first()?, places.last()?);
        let bound = |place: i128| axis.edges.get(&place)?.first()?.0.number();
        let (below, above) = (bound(lo)?, bound(hi + 1)?);
        Some(above - below == exact::ulp(below.places().max(above.places()))?)
    };
    model.axes.iter().zip(&gap.0).any(|axis| next(axis).unwrap_or(false))
}
