//! The roundings of the policy done another way: a half to the even neighbour, or the rest cut off. Where the policy
//! does not round, figures may have been rounded so for the sheet; half-up is the likelier way where it does as well.

use super::{Alteration, Ground, build, edit};
use crate::ir::SlotId;
use crate::quantity::Rounding;
use crate::reconcile::model::{About, Kind};
use crate::source::Span;

/// So many decimals are tried where the policy does not round.
const DECIMALS: [u32; 3] = [2, 1, 0];

/// The other ways to round.
pub(super) fn all(ground: &Ground, kind: Kind) -> Vec<Alteration> {
    let mode = if kind == Kind::HalfEven { Rounding::HalfEven } else { Rounding::Down };
    let mut found = vec![];
    let mut whole = Alteration::new(kind, Span::default());
    for (at, step) in ground.steps() {
        let mut spans = vec![];
        let mut everywhere = step.clone();
        edit::each_rounding(&mut everywhere, &mut |_, own, span| {
            spans.push((*own != mode).then_some(span));
            *own = mode;
        });
        for (number, span) in spans.iter().enumerate() {
            let Some(span) = span else { continue };
            let (mut one, mut seen) = (step.clone(), 0);
            edit::each_rounding(&mut one, &mut |_, own, _| {
                if seen == number {
                    *own = mode;
                }
                seen += 1;
            });
            found.push(Alteration { steps: vec![(at, one)], ..Alteration::new(kind, *span) });
        }
        if let Some(first) = spans.into_iter().flatten().next() {
            if whole.is_idle() {
                whole.span = first;
            }
            whole.steps.push((at, everywhere));
        }
    }
    if whole.steps.len() > 1 {
        found.push(whole);
    }
    found.extend(
        ground
            .asked
            .iter()
            .flat_map(|slot| DECIMALS.map(|decimals| own(ground, kind, *slot, decimals, mode)))
            .flatten(),
    );
    found
}

/// A figure itself rounded so, to so many decimals.
fn own(ground: &Ground, kind: Kind, slot: SlotId, decimals: u32, mode: Rounding) -> Option<Alteration> {
    let usual = rounded(ground, kind, slot, decimals, Rounding::HalfUp)?;
    let other = rounded(ground, kind, slot, decimals, mode)?;
    Some(Alteration { unless: Some(Box::new(usual)), ..other })
}

fn rounded(ground: &Ground, kind: Kind, slot: SlotId, decimals: u32, mode: Rounding) -> Option<Alteration> {
    let policy = ground.policy;
    let step = build::step(policy, slot, decimals)?;
    let at = policy.step_of(slot)?;
    let own = build::again(policy, slot, |value| build::rounded(value, step, mode))?;
    let about = About { slot: Some(slot), decimals: Some(decimals), ..About::default() };
    Some(Alteration { after: vec![(Some(at), own)], about, ..Alteration::of_slot(kind, policy, slot) })
}
