//! Figures on the way that the policy rounds and the sheet carries on with all their digits, as spreadsheets do.

use super::{Alteration, Ground, edit};
use crate::ir::Step;
use crate::quantity::exact;
use crate::reconcile::model::{About, Kind};
use crate::source::Span;

/// So many decimals stand for all of them.
const FINE: u32 = 12;

/// Each figure on the way without its roundings, then all of them.
pub(super) fn all(ground: &Ground) -> Vec<Alteration> {
    let Some(fine) = exact::ulp(FINE) else { return vec![] };
    let mut found: Vec<Alteration> = vec![];
    for (at, step) in ground.steps() {
        let Step::Value(value) = step else { continue };
        let mut altered = step.clone();
        edit::each_rounding(&mut altered, &mut |step, _, _| *step = (*step).min(fine));
        if altered != *step {
            let one = Alteration::of_slot(Kind::UnroundedStep, ground.policy, value.slot);
            found.push(Alteration { steps: vec![(at, altered)], ..one });
        }
    }
    if found.len() > 1 {
        let span = found.first().map_or_else(Span::default, |one| one.span);
        let steps = found.iter().flat_map(|one| one.steps.iter().cloned()).collect();
        let whole = Alteration { about: About::default(), ..Alteration::new(Kind::UnroundedStep, span) };
        found.push(Alteration { steps, ..whole });
    }
    found
}
