//! A percent that stands as a bare number: 98 for 98%, or 0.98% for it.

use super::{Alteration, Change, Ground, build, edit};
use crate::ir::{ExprKind, ParamId, Policy, Role, RowValue, SlotId, Step, Type, Value};
use crate::quantity::{Decimal, Number, exact};
use crate::reconcile::model::Kind;

/// Each percent a hundred times as much, and a hundredth.
pub(super) fn all(ground: &Ground) -> Vec<Alteration> {
    let hundredth = exact::ulp(2).unwrap_or(Decimal::ONE);
    [Decimal::ONE_HUNDRED, hundredth].into_iter().flat_map(|factor| by(ground, &factor.into())).collect()
}

fn by(ground: &Ground, factor: &Number) -> Vec<Alteration> {
    let policy = ground.policy;
    let mut found = vec![];
    let asked = ground.inputs.iter().chain(&ground.asked);
    for slot in asked.filter(|slot| policy.step_of(**slot).is_none() && is_percent(policy, **slot)) {
        let one = Alteration::of_slot(Kind::PercentAsNumber, policy, *slot);
        // Of the record, or of the row of a lookup.
        if slot.0 < policy.fields.len() {
            found.push(Alteration { fields: vec![(*slot, Change::Times(factor.clone()))], ..one });
        } else if let Some(again) = build::again(policy, *slot, |value| build::times(value, factor)) {
            found.push(Alteration { after: vec![(None, again)], ..one });
        }
    }
    for (at, step) in ground.steps() {
        for slot in step.outputs().into_iter().filter(|slot| is_percent(policy, *slot)) {
            let one = Alteration::of_slot(Kind::PercentAsNumber, policy, slot);
            if let Some(again) = build::again(policy, slot, |value| build::times(value, factor)) {
                found.push(Alteration { after: vec![(Some(at), again)], ..one });
            }
        }
        if !weighs(policy, step) {
            found.extend(constants(at, step, factor));
        }
    }
    found.extend(params(ground, factor));
    found
}

/// Whether the percents of a step are weights: one a hundred times too great gives a total that nobody would pay by, and
/// as good a grade as any other cause.
fn weighs(policy: &Policy, step: &Step) -> bool {
    let of_marks = |role| matches!(role, Role::Weighted | Role::SectionPoints | Role::Scores | Role::Total);
    step.outputs().iter().any(|slot| policy.slot(*slot).is_some_and(|slot| of_marks(slot.role)))
}

fn is_percent(policy: &Policy, slot: SlotId) -> bool {
    policy.slot(slot).is_some_and(|slot| is_percent_type(slot.ty))
}

fn is_percent_type(ty: Type) -> bool {
    build::dimension(ty).is_some_and(|dimension| dimension.percent)
}

/// Params that a step of the ground reads.
fn params(ground: &Ground, factor: &Number) -> Vec<Alteration> {
    let mut read: Vec<ParamId> = vec![];
    for expr in ground.steps().flat_map(|(_, step)| step.expressions()) {
        expr.walk(&mut |expr| {
            if let ExprKind::Param(id) = expr.kind
                && !read.contains(&id)
            {
                read.push(id);
            }
        });
    }
    let altered = |id: ParamId| {
        let param = ground.policy.params.get(id.0).filter(|param| is_percent_type(param.ty))?;
        let value = Value::Number(param.value.number()? * factor);
        Some(Alteration { params: vec![(id, value)], ..Alteration::new(Kind::PercentAsNumber, param.span) })
    };
    read.into_iter().filter_map(altered).collect()
}

/// Percents that stand in the lines of pay and in metrics themselves: `底薪 * 5%`. Those of rows are outputs.
fn constants(at: usize, step: &Step, factor: &Number) -> Vec<Alteration> {
    if matches!(step, Step::Table(table) if table.rows.iter().any(|row| row.values.iter().any(|value| matches!(value, RowValue::Line(_)))))
    {
        return vec![];
    }
    let is_one = |kind: &ExprKind, ty| {
        matches!(kind, ExprKind::Constant(Value::Number(number)) if !number.is_zero()) && is_percent_type(ty)
    };
    let mut spans = vec![];
    for expr in step.expressions() {
        expr.walk(&mut |expr| spans.extend(is_one(&expr.kind, expr.ty).then_some(expr.span)));
    }
    spans.dedup();
    let altered = |span| {
        let mut altered = step.clone();
        for expr in altered.expressions_mut() {
            expr.change(&mut |expr| {
                if expr.span == span && is_one(&expr.kind, expr.ty) {
                    edit::remade(expr, |expr| build::times(expr, factor));
                }
            });
        }
        Alteration { steps: vec![(at, altered)], ..Alteration::new(Kind::PercentAsNumber, span) }
    };
    spans.into_iter().map(altered).collect()
}
