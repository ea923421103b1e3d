//! What a result says beside its values: gates that failed, bounds that acted, items that do not count, flags that are raised.

use crate::data::Note;
use crate::eval::{BoundedAmount, Evaluation, Trace};
use crate::ir::{Item, Pay, Policy, SlotId, Step, Total, Value};

/// The gates that do not hold, the items that the record is exempt from, the bounds that acted, the flags.
pub fn notes(policy: &Policy, evaluation: &Evaluation) -> Vec<Note> {
    let mut notes = vec![];
    let mut bounds = vec![];
    for (at, step) in policy.steps.iter().enumerate() {
        match (step, evaluation.trace(at)) {
            (Step::Gate(gate), Some(Trace::Gate(failed))) if !failed.is_empty() => {
                notes.push(Note::Failed(gate.slot, failed.clone()));
            }
            (Step::Pay(pay), Some(Trace::Pay { lines, sum })) => bounds.extend(acted(pay, lines, sum)),
            _ => {}
        }
    }
    let exempt = exempt(policy, evaluation);
    if !exempt.is_empty() {
        notes.push(Note::Exempt(exempt));
    }
    notes.extend(bounds);
    let flags = policy.flags().filter(|flag| evaluation.value(*flag) == Ok(&Value::Bool(true)));
    notes.extend(flags.map(Note::Flagged));
    notes
}

fn acted<'a>(
    pay: &'a Pay,
    lines: &'a [Option<BoundedAmount>],
    sum: &'a Option<BoundedAmount>,
) -> impl Iterator<Item = Note> {
    let slots = pay.lines.iter().map(|line| line.slot).chain([pay.slot]);
    slots.zip(lines.iter().chain([sum])).filter_map(|(slot, bounded)| {
        let BoundedAmount { before, amount, acted } = bounded.as_ref()?;
        Some(Note::Bound { slot, acted: (*acted)?, before: before.clone(), amount: amount.clone() })
    })
}

/// The items of these totals that the record is exempt from, in order.
pub(super) fn exempt_from<'p>(
    policy: &'p Policy,
    evaluation: &Evaluation,
    totals: impl IntoIterator<Item = &'p Total>,
) -> Vec<&'p Item> {
    let shares: Vec<SlotId> = totals.into_iter().flat_map(|total| &total.items).map(|share| share.points).collect();
    let exempt = exempt(policy, evaluation).into_iter().filter_map(|at| policy.items.get(at));
    exempt.filter(|item| shares.contains(&item.points)).collect()
}

/// The places of the items that the record is exempt from, in order.
fn exempt(policy: &Policy, evaluation: &Evaluation) -> Vec<usize> {
    let exempt = policy.items.iter().enumerate();
    let exempt = exempt.filter(|(_, item)| evaluation.value(item.points) == Ok(&Value::Missing)).map(|(at, _)| at);
    exempt.collect()
}
