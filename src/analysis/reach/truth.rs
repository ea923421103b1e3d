//! Whether a condition can hold, and what is known where it does.

use super::expression::possible;
use super::{Possible, Scope};
use crate::ir::{Comparison, Expr, ExprKind, Pattern, SlotId, Value, values};
use crate::quantity::Domain;

/// Which truth values a condition can have.
pub(super) fn truths(scope: Scope, expr: &Expr) -> Possible {
    match &expr.kind {
        ExprKind::Logic { and, left, right } => {
            // The right side is looked at only where the left one does not decide.
            let first = possible(scope, left).truths();
            let decides = if *and { first.0 } else { first.1 };
            let second = match assuming(scope, left, *and) {
                Some(known) => scope.under(known, |scope| possible(scope, right)).truths(),
                None => (false, false),
            };
            Possible::truth(second.0 || (*and && decides), second.1 || (!*and && decides))
        }
        ExprKind::Not(inner) => {
            let (no, yes) = possible(scope, inner).truths();
            Possible::truth(yes, no)
        }
        ExprKind::Compare { op, left, right } => {
            let (left, right) = (possible(scope, left), possible(scope, right));
            match (left.text.zip(right.text), left.domain.zip(right.domain)) {
                (Some((left, right)), _) => {
                    let holds = (left == right) == (*op == Comparison::Equal);
                    Possible::truth(!holds, holds)
                }
                (None, Some((left, right))) => Possible::there(values::decide(*op, &left, &right)),
                (None, None) => Possible::NOTHING.clone(),
            }
        }
        ExprKind::Matches { value, pattern } => {
            let value = possible(scope, value);
            Possible::truth(!taken(&value, pattern, false).is_nothing(), !taken(&value, pattern, true).is_nothing())
        }
        ExprKind::IsMissing(value) => {
            let value = possible(scope, value);
            Possible::truth(value.domain.is_some(), value.missing)
        }
        _ => possible(scope, expr),
    }
}

/// What of a value a pattern takes, or does not.
pub(super) fn taken(value: &Possible, pattern: &Pattern, takes: bool) -> Possible {
    let part = if takes { values::matching } else { values::unmatched };
    let known = value.text.clone().is_none_or(|text| pattern.takes(&Value::Text(text)) == takes);
    let domain = value.domain.as_ref().filter(|_| known).and_then(|domain| part(domain, pattern));
    let missing = value.missing && pattern.takes(&Value::Missing) == takes;
    Possible { text: value.text.clone().filter(|_| domain.is_some()), domain, missing }
}

/// What single slots can be where a condition holds, or does not; `None` where that cannot be.
pub(super) fn assuming(scope: Scope, condition: &Expr, holds: bool) -> Option<Vec<(SlotId, Possible)>> {
    let (no, yes) = possible(scope, condition).truths();
    if !(if holds { yes } else { no }) {
        return None;
    }
    Some(match &condition.kind {
        ExprKind::Not(inner) => assuming(scope, inner, !holds)?,
        ExprKind::Logic { and, left, right } if *and == holds => {
            let mut known = assuming(scope, left, holds)?;
            known.extend(scope.under(known.clone(), |scope| assuming(scope, right, holds))?);
            known
        }
        ExprKind::Compare { op, left, right } => compared(scope, if holds { *op } else { op.denied() }, left, right)?,
        ExprKind::Matches { value, pattern } => narrowed(scope, value, |value| taken(&value, pattern, holds))?,
        ExprKind::IsMissing(value) => narrowed(scope, value, |value| match holds {
            true => Possible { missing: value.missing, ..Possible::NOTHING.clone() },
            false => value.present(),
        })?,
        ExprKind::Slot(slot) => vec![(*slot, Possible::truth(!holds, holds))],
        _ => vec![],
    })
}

fn compared(scope: Scope, op: Comparison, left: &Expr, right: &Expr) -> Option<Vec<(SlotId, Possible)>> {
    let mut known = side(scope, op, left, right)?;
    known.extend(side(scope, op.mirrored(), right, left)?);
    Some(known)
}

/// The values of one side that compare so with some value of the other.
fn side(scope: Scope, op: Comparison, own: &Expr, other: &Expr) -> Option<Vec<(SlotId, Possible)>> {
    if own.slot().is_none() {
        return Some(vec![]);
    }
    let other = possible(scope, other).domain?;
    let so = |domain: &Domain| values::compared(domain, op, &other);
    narrowed(scope, own, |own| Possible { domain: own.domain.as_ref().and_then(so), missing: false, text: own.text })
}

/// What a slot can be, made narrower; of what is no slot, nothing is kept. `None` where nothing is left.
fn narrowed(scope: Scope, value: &Expr, by: impl FnOnce(Possible) -> Possible) -> Option<Vec<(SlotId, Possible)>> {
    let Some(slot) = value.slot() else { return Some(vec![]) };
    let left = by(scope.get(slot).clone());
    (!left.is_nothing()).then(|| vec![(slot, left)])
}
