//! Who is how far from a better grade.

use super::whose::who;
use super::{Month, called};
use crate::ir::Value;
use crate::quantity::Number;

/// Whoever lacks no more than this part of the bound of a better grade is a step from it.
const NEAR: i64 = 20;

/// How far somebody is from a better grade.
pub(super) struct Near {
    pub distance: Number,
    /// Whose it is, what is graded, by how much it falls short, and of which grade.
    pub cells: [String; 4],
    /// The name of what is graded.
    pub graded: String,
}

/// How far a record is from a better grade, where that is but a step; who is not appraised is from none.
pub(super) fn distance(month: &Month, own: usize, at: usize) -> Option<Near> {
    let told = month.started.explanation(at, month.written)?;
    let grade = told.grades.last()?;
    let (on, next) = (grade.on.first()?, grade.to_next.as_ref()?);
    if told.total.as_ref().is_some_and(|total| total.value.is_none()) {
        return None;
    }
    let bound = next.bound.number()?.abs();
    if next.distance.abs() * Number::from(NEAR) > bound {
        return None;
    }
    let words = month.words(own)?;
    let spelt = |value: &Value| words.value(on.ty, on.unit, value);
    let slot = grade.outputs.first()?.slot;
    let distance = next.distance.abs();
    let cells = [
        who(&words, &told),
        spelt(on.value.as_ref().ok()?),
        spelt(&Value::Number(distance.clone())),
        words.of_slot(slot, &next.label),
    ];
    Some(Near { distance, cells, graded: called(month, own, on.name) })
}
