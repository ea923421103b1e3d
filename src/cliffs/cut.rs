//! Which metrics take the place of their definition: those behind which there is too much to be tried.

use std::collections::BTreeSet;

use super::cone::Cone;
use super::listed::Listed;
use super::sources::Sources;
use crate::ir::{Expr, ExprKind, Pay, Role, SlotId, Step};

/// Behind a metric no more records than this are tried.
const MOST: usize = 4_096;
/// Rounds in which metrics are cut off.
const ROUNDS: usize = 4;

/// The cone of a block along a field, what was cut off in it, and whether that can be just anything.
pub(super) fn cut_off(sources: &Sources, pay: &Pay, field: SlotId) -> Option<(Cone, BTreeSet<SlotId>, bool)> {
    let mut cut = BTreeSet::new();
    let mut cone = Cone::of(sources, pay, field, &cut)?;
    for _ in 0..ROUNDS {
        let more = too_much(sources, &cone, &cut);
        if more.is_empty() {
            break;
        }
        cut.extend(more);
        cone = Cone::of(sources, pay, field, &cut)?;
    }
    let chosen: Vec<SlotId> = cut.iter().copied().filter(|slot| cone.inputs.contains(slot)).collect();
    let free = is_free(sources, &cone, &chosen);
    Some((cone, cut, free))
}

/// The metrics that do not move, behind which there is too much, and of which but some values matter.
fn too_much(sources: &Sources, cone: &Cone, cut: &BTreeSet<SlotId>) -> Vec<SlotId> {
    let listed = Listed::new(sources, cone.inputs.iter().copied(), &cone.own);
    let outputs = cone.still.iter().filter_map(|at| cone.policy.steps.get(*at)).flat_map(Step::outputs);
    let metrics = outputs.filter(|slot| cone.policy.slot(*slot).is_some_and(|slot| slot.role == Role::Metric));
    let before = cone.reads(&cone.moving);
    let all = cone.reads(&cone.still);
    let too_much = |slot: &SlotId| {
        let behind = sources.of_slots(&[*slot], cut).inputs;
        let counts = behind.iter().map(|input| listed.of(*input));
        let (count, complete) = counts.fold((1_usize, true), |(count, complete), (values, whole)| {
            (count.saturating_mul(values.len().max(1)), complete && *whole)
        });
        let told = || Listed::new(sources, [*slot], &cone.own).of(*slot).1;
        let for_the_block = || cone.read.contains(slot) && !before.contains(slot) && !all.contains(slot);
        (count > MOST || !complete) && (told() || for_the_block())
    };
    metrics.filter(too_much).collect()
}

/// Whether metrics can have any values together: what each is found from is its own, but for what others are divided by
/// too.
fn is_free(sources: &Sources, cone: &Cone, metrics: &[SlotId]) -> bool {
    let mut taken: BTreeSet<SlotId> = cone.inputs.iter().copied().collect();
    let mut divisors = BTreeSet::new();
    for slot in metrics {
        let mut own = sources.of_slots(&[*slot], &BTreeSet::new()).inputs;
        if let Some(divisor) = sources.defined(*slot).and_then(divisor).filter(|slot| own.remove(slot)) {
            divisors.insert(divisor);
        }
        if !own.is_disjoint(&taken) {
            return false;
        }
        taken.extend(own);
    }
    divisors.is_disjoint(&taken)
}

/// By what a quotient is divided.
fn divisor(expr: &Expr) -> Option<SlotId> {
    match &expr.kind {
        ExprKind::Round { value, .. } => divisor(value),
        ExprKind::Quotient { divisor, .. } => divisor.slot(),
        _ => None,
    }
}
