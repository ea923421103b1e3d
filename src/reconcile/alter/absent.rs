//! What is missing taken for 0, as a spreadsheet does with an empty cell.

use super::{Alteration, Change, Ground, build};
use crate::ir::{Policy, Role, RowValue, SlotId, Step, Type};
use crate::quantity::{Decimal, Number};
use crate::reconcile::model::Kind;
use crate::source::Span;

/// Each value that can be missing, then all of them.
pub(super) fn all(ground: &Ground) -> Vec<Alteration> {
    let policy = ground.policy;
    let mut found = vec![];
    let mut whole = Alteration::new(Kind::MissingAsZero, Span::default());
    let fields = ground.inputs.iter().filter(|slot| policy.slot(**slot).is_some_and(|slot| slot.role == Role::Field));
    for slot in fields.filter(|slot| may_be_absent(policy, **slot)) {
        let change = (*slot, Change::ZeroWhereAbsent);
        whole.fields.push(change.clone());
        found.push(Alteration { fields: vec![change], ..Alteration::of_slot(Kind::MissingAsZero, policy, *slot) });
    }
    for (at, step) in ground.steps() {
        if let Some((altered, span)) = without_exemptions(step) {
            whole.steps.push((at, altered.clone()));
            let one =
                Alteration::of_slot(Kind::MissingAsZero, policy, step.outputs().first().copied().unwrap_or(SlotId(0)));
            found.push(Alteration { steps: vec![(at, altered)], span, ..one });
        }
        for slot in step.outputs().into_iter().filter(|slot| is_optional_number(policy, *slot)) {
            let Some(again) = build::again(policy, slot, build::or_zero) else { continue };
            let one = Alteration::of_slot(Kind::MissingAsZero, policy, slot);
            found.push(Alteration { after: vec![(Some(at), again.clone())], ..one });
            whole.after.push((Some(at), again));
        }
    }
    for slot in ground.inputs.iter().filter(|slot| policy.slot(**slot).is_some_and(|slot| slot.role == Role::Lookup)) {
        if let Some(again) = build::again(policy, *slot, build::or_zero).filter(|_| is_optional_number(policy, *slot)) {
            let one = Alteration::of_slot(Kind::MissingAsZero, policy, *slot);
            found.push(Alteration { after: vec![(None, again)], ..one });
        }
    }
    if found.len() > 1 {
        found.push(whole);
    }
    found
}

/// Whether a field is of numbers and may have none, or a default for it.
fn may_be_absent(policy: &Policy, slot: SlotId) -> bool {
    let number = policy.slot(slot).is_some_and(|slot| matches!(slot.ty, Type::Number(_)));
    number && policy.field(slot).is_some_and(|field| field.optional || field.default.is_some())
}

fn is_optional_number(policy: &Policy, slot: SlotId) -> bool {
    policy.slot(slot).is_some_and(|slot| slot.optional && matches!(slot.ty, Type::Number(_)))
}

/// A table of which the rows that answer nothing answer 0, and where the first stands.
fn without_exemptions(step: &Step) -> Option<(Step, Span)> {
    let mut altered = step.clone();
    let Step::Table(table) = &mut altered else { return None };
    let mut place = None;
    for row in &mut table.rows {
        let span = row.span;
        for value in row.values.iter_mut().filter(|value| **value == RowValue::Missing) {
            place.get_or_insert(span);
            let ty = Type::Number(crate::quantity::Dimension::POINTS);
            *value = RowValue::Expr(build::number(Number::from(Decimal::ZERO), ty, span));
        }
    }
    Some((altered, place?))
}
