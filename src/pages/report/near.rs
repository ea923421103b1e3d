//! How far somebody is from a better grade.

use super::Month;
use super::personal::who;
use crate::ir::Value;
use crate::quantity::Number;

/// How far a record is from a better grade: the distance, a sentence, and the policy.
pub(super) fn distance(month: &Month, own: usize, at: usize) -> Option<(Number, String, usize)> {
    let told = month.started.explanation(at, month.written)?;
    let grade = told.grades.last()?;
    let (on, next) = (grade.on.first()?, grade.to_next.as_ref()?);
    let words = month.words(own)?;
    let spelt = |value: &Value| words.value(on.ty, on.unit, value);
    let slot = grade.outputs.first()?.slot;
    let who = who(&words, &told);
    let args = [
        ("who", who.into()),
        (
            "name",
            words.policy.slot_named(on.name).map_or_else(|| on.name.to_string(), |slot| words.called(slot)).into(),
        ),
        ("value", spelt(on.value.as_ref().ok()?).into()),
        ("distance", spelt(&Value::Number(next.distance.abs())).into()),
        ("goal", words.of_slot(slot, &next.label).into()),
    ];
    Some((next.distance.abs(), words.say("report-near-line", &args), own))
}
