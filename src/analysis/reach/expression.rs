//! What an expression can be: what it names, the branches it may take, and the way to the operators.

use super::{Possible, Scope, many, numbers, truth};
use crate::ir::{Expr, ExprKind, Value, values};
use crate::quantity::Domain;

/// What an expression can be, as far as its parts and the checks tell.
#[deny(clippy::wildcard_enum_match_arm)]
pub(super) fn possible(scope: Scope, expr: &Expr) -> Possible {
    let found = match &expr.kind {
        ExprKind::Constant(value) => return Possible::one(value),
        ExprKind::Param(id) => match scope.reach.policy.params.get(id.0) {
            Some(param) => return Possible::one(&param.value),
            None => anything(expr),
        },
        ExprKind::Slot(slot) => scope.get(*slot).clone(),
        ExprKind::If { condition, then, otherwise } => {
            let branch = |holds: bool, branch: &Expr| match truth::assuming(scope, condition, holds) {
                Some(known) => scope.under(known, |scope| possible(scope, branch)),
                None => Possible::NOTHING.clone(),
            };
            branch(true, then).or(branch(false, otherwise))
        }
        ExprKind::Otherwise { value, fallback } => match possible(scope, value) {
            first if first.missing => first.present().or(possible(scope, fallback)),
            first => first,
        },
        ExprKind::ByLabel { value, cases } => by_label(scope, value, cases, expr),
        ExprKind::Shift { value, places, promote, count } => {
            match (possible(scope, value).domain, possible(scope, places).as_numbers()) {
                (Some(Domain::Labels(labels)), Some(places)) => {
                    Possible::there(Domain::Labels(values::shifted(&labels, places, *promote, *count)))
                }
                _ => Possible::NOTHING.clone(),
            }
        }
        ExprKind::OfRows { relation, many } => many::of_rows(scope, *relation, many).unwrap_or_else(|| anything(expr)),
        ExprKind::Logic { .. }
        | ExprKind::Not(_)
        | ExprKind::Compare { .. }
        | ExprKind::Matches { .. }
        | ExprKind::IsMissing(_) => truth::truths(scope, expr),
        ExprKind::Arithmetic { .. }
        | ExprKind::Sum(_)
        | ExprKind::Negate(_)
        | ExprKind::DivideExact { .. }
        | ExprKind::Quotient { .. }
        | ExprKind::Round { .. }
        | ExprKind::Abs(_)
        | ExprKind::Extreme { .. }
        | ExprKind::Steps { .. }
        | ExprKind::DateDifference { .. }
        | ExprKind::DaysIn { .. } => numbers::possible(scope, expr),
        ExprKind::Invalid => anything(expr),
    };
    if found.is_one() { found } else { found.within(&expr.domain, expr.optional) }
}

/// Whatever the checks allow.
pub(super) fn anything(expr: &Expr) -> Possible {
    Possible { missing: expr.optional, ..Possible::there(expr.domain.clone()) }
}

fn by_label(scope: Scope, value: &Expr, cases: &[Expr], expr: &Expr) -> Possible {
    let Some(Domain::Labels(labels)) = possible(scope, value).domain else { return Possible::NOTHING.clone() };
    let case = |label: usize| {
        let case = cases.get(label)?;
        let known = value.slot().map(|slot| (slot, Possible::one(&Value::Label(label))));
        Some(scope.under(known.into_iter().collect(), |scope| possible(scope, case)))
    };
    let each: Option<Vec<Possible>> = labels.into_iter().map(case).collect();
    each.map_or_else(|| anything(expr), |each| each.into_iter().fold(Possible::NOTHING.clone(), Possible::or))
}
