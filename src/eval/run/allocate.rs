//! An amount shared out so that the parts add up to it: each its exact part rounded down to the step, and
//! what is left a step each to those that lost most (the largest remainder), of equals to the lowest key.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::expression::unfit;
use super::super::{FaultKind, Stop};
use super::part::Member;
use crate::ir::{Allocate, Value};
use crate::quantity::Number;

/// One that takes part: its place, how many steps of the weight it has, and its key.
struct Claim {
    at: usize,
    weight: BigInt,
    key: Vec<Value>,
}

/// The part of each member of a group.
pub(super) fn shares(
    it: &Allocate,
    group: &[Member],
    key: impl Fn(&Member) -> Vec<Value>,
) -> Vec<(usize, Result<Value, Stop>)> {
    match claims(it, group, key).map(|(pool, claims)| parts(it, pool, claims, group)) {
        Ok(parts) => parts.into_iter().map(|(at, part)| (at, Ok(part))).collect(),
        Err(stop) => group.iter().map(|member| (member.at, Err(stop.clone()))).collect(),
    }
}

/// The pool in steps, and what each member has of the weight, in one common unit.
fn claims(it: &Allocate, group: &[Member], key: impl Fn(&Member) -> Vec<Value>) -> Result<(BigInt, Vec<Claim>), Stop> {
    let uneven = || Stop::fault(FaultKind::NoResult, it.pool.span);
    let mut pool = BigInt::zero();
    let mut weights = vec![];
    for member in group {
        let mut values = member.values.iter().flatten();
        let (amount, by) = (number(values.next(), it)?, number(values.next(), it)?);
        pool = amount.index(&it.step.into()).ok_or_else(uneven)?;
        weights.push(by);
    }
    let unit = weights.iter().fold(Number::ZERO, |unit, weight| unit.common_step(weight));
    let claims = group.iter().zip(weights).map(|(member, by)| {
        let weight = by.index(&unit).unwrap_or_default();
        Claim { at: member.at, weight, key: key(member) }
    });
    Ok((pool, claims.collect()))
}

fn parts(it: &Allocate, pool: BigInt, claims: Vec<Claim>, group: &[Member]) -> Vec<(usize, Value)> {
    let total: BigInt = claims.iter().map(|claim| &claim.weight).sum();
    if total.is_zero() {
        return group.iter().map(|member| (member.at, Value::Missing)).collect();
    }
    let sign = if pool.is_negative() { -1 } else { 1 };
    let mut parts: Vec<(BigInt, BigInt, Claim)> = claims
        .into_iter()
        .map(|claim| {
            let (part, rest) = (pool.abs() * &claim.weight).div_rem(&total);
            (part, rest, claim)
        })
        .collect();
    let given: BigInt = parts.iter().map(|(part, ..)| part).sum();
    let left = (pool.abs() - given).to_usize().unwrap_or(0);
    parts.sort_by(|(_, a, one), (_, b, other)| {
        b.cmp(a).then_with(|| one.key.cmp(&other.key)).then(one.at.cmp(&other.at))
    });
    let amount = |steps: BigInt| Value::Number(Number::from(steps * BigInt::from(sign)) * Number::from(it.step));
    let parts = parts.into_iter().enumerate();
    parts.map(|(at, (part, _, claim))| (claim.at, amount(part + usize::from(at < left)))).collect()
}

fn number<'v>(value: Option<&'v Value>, it: &Allocate) -> Result<&'v Number, Stop> {
    match value {
        Some(Value::Number(number)) => Ok(number),
        other => Err(unfit(other.unwrap_or(&Value::Missing), it.by.span)),
    }
}
