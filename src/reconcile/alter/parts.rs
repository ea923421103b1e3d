//! Sums of parts that were rounded first; and sums of parts that were not rounded where the policy rounds each.

use super::{Alteration, Ground, build, edit, scales};
use crate::ir::{Expr, ExprKind, Operator, Policy, Step};
use crate::quantity::{Rounding, exact};
use crate::reconcile::model::{About, Kind};
use crate::source::Span;

/// The parts are tried with so many decimals.
const DECIMALS: [u32; 3] = [2, 1, 0];

/// Each sum with its parts rounded, then all sums.
pub(super) fn rounded(ground: &Ground) -> Vec<Alteration> {
    let (mut each, mut wholes) = (vec![], vec![]);
    for decimals in DECIMALS {
        let about = |slot| About { slot, decimals: Some(decimals), ..About::default() };
        let mut whole = Alteration { about: about(None), ..Alteration::new(Kind::RoundedParts, Span::default()) };
        for (at, step) in ground.steps() {
            let Some((altered, span)) = of_rounded_parts(ground.policy, step, decimals) else { continue };
            if whole.is_idle() {
                whole.span = span;
            }
            whole.steps.push((at, altered.clone()));
            let slot = step.outputs().last().copied();
            let one = Alteration::new(Kind::RoundedParts, span);
            each.push(Alteration { steps: vec![(at, altered)], about: about(slot), ..one });
        }
        wholes.push(whole);
    }
    each.extend(wholes.into_iter().filter(|whole| whole.steps.len() > 1));
    each
}

fn of_rounded_parts(policy: &Policy, step: &Step, decimals: u32) -> Option<(Step, Span)> {
    let mut altered = step.clone();
    let mut place = None;
    let round = |part: Expr| {
        let step = build::dimension(part.ty).and_then(|dimension| build::step_of(dimension, 1, decimals));
        let constant = matches!(part.kind, ExprKind::Constant(_));
        match step.filter(|_| !constant) {
            Some(step) => build::rounded(part, step, Rounding::HalfUp),
            None => part,
        }
    };
    match &mut altered {
        Step::Pay(pay) => {
            place = policy.slot(pay.slot).map(|slot| slot.span);
            pay.lines.iter_mut().for_each(|line| edit::remade(&mut line.value, round));
        }
        Step::Scale(scale) => {
            place = Some(scale.span);
            let ty = policy.slot(scale.output)?.ty;
            let amounts = scales::amounts(policy, scale)?.into_iter().map(round).collect();
            altered = edit::value_step(scale.output, scales::sum(amounts, ty, scale));
        }
        _ => {}
    }
    for expr in altered.expressions_mut() {
        expr.change(&mut |expr| {
            if round_terms(expr, &round) {
                place.get_or_insert(expr.span);
            }
        });
    }
    Some((altered, place?))
}

/// Rounds the terms of a sum, and tells whether it is one.
fn round_terms(expr: &mut Expr, round: &impl Fn(Expr) -> Expr) -> bool {
    match &mut expr.kind {
        ExprKind::Sum(terms) => terms.iter_mut().for_each(|term| edit::remade(term, round)),
        ExprKind::Arithmetic { op: Operator::Add | Operator::Sub, left, right } => {
            for side in [left, right].into_iter().filter(|side| !is_sum(side)) {
                edit::remade(side, round);
            }
        }
        _ => return false,
    }
    true
}

fn is_sum(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Sum(_) | ExprKind::Arithmetic { op: Operator::Add | Operator::Sub, .. })
}

/// The lines of each block of pay as they come, and only their sum rounded, or not even that.
pub(super) fn unrounded(ground: &Ground) -> Vec<Alteration> {
    let policy = ground.policy;
    let mut found = vec![];
    for (at, step) in ground.steps() {
        let mut altered = step.clone();
        let Step::Pay(pay) = &mut altered else { continue };
        let slot = pay.slot;
        for line in &mut pay.lines {
            edit::remade(&mut line.value, bare);
        }
        if altered == *step {
            continue;
        }
        let one = Alteration { steps: vec![(at, altered)], ..Alteration::of_slot(Kind::UnroundedParts, policy, slot) };
        let minor = policy.header.minor_unit;
        if let Some(sum) = build::again(policy, slot, |value| build::rounded(value, minor, Rounding::HalfUp)) {
            found.push(Alteration { after: vec![(Some(at), sum)], ..one.clone() });
        }
        found.push(one);
    }
    found
}

/// An amount before it is rounded, where that ends somewhere: as far as a spreadsheet keeps its digits.
fn bare(mut expr: Expr) -> Expr {
    match &mut expr.kind {
        ExprKind::Round { value, .. } => return (**value).clone(),
        ExprKind::Quotient { step, .. } => *step = exact::ulp(FINE).unwrap_or(*step),
        _ => {}
    }
    expr
}

/// What never ends is taken to so many decimals before the sum is rounded.
const FINE: u32 = 12;
