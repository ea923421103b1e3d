//! An amount shared out so that the parts add up to it: each its exact part rounded down to the step, and
//! what is left a step each to those that lost most (the largest remainder), of equals to the lowest key.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::expression::unfit;
use super::super::{FaultKind, Stop};
use super::part::Member;
use crate::ir::{Allocate, Value};
use crate::quantity::{Decimal, exact};

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
    match claims(it, group, key).and_then(|(pool, claims)| parts(it, pool, claims, group)) {
        Ok(parts) => parts.into_iter().map(|(at, part)| (at, Ok(part))).collect(),
        Err(stop) => group.iter().map(|member| (member.at, Err(stop.clone()))).collect(),
    }
}

/// The pool in steps, and what each member has of the weight, in one common unit.
fn claims(it: &Allocate, group: &[Member], key: impl Fn(&Member) -> Vec<Value>) -> Result<(BigInt, Vec<Claim>), Stop> {
    let wide = || Stop::fault(FaultKind::TooWide, it.by.span);
    let mut pool = BigInt::zero();
    let mut weights = vec![];
    for member in group {
        let mut values = member.values.iter().flatten();
        let (amount, by) = (number(values.next(), it)?, number(values.next(), it)?);
        pool = exact::index(amount, it.step).map(BigInt::from).ok_or_else(wide)?;
        weights.push(by);
    }
    let places = weights.iter().map(Decimal::scale).max().unwrap_or(0);
    let claims = group.iter().zip(weights).map(|(member, by)| {
        let weight = BigInt::from(by.mantissa()) * BigInt::from(10).pow(places - by.scale());
        Claim { at: member.at, weight, key: key(member) }
    });
    Ok((pool, claims.collect()))
}

fn parts(it: &Allocate, pool: BigInt, claims: Vec<Claim>, group: &[Member]) -> Result<Vec<(usize, Value)>, Stop> {
    let total: BigInt = claims.iter().map(|claim| &claim.weight).sum();
    if total.is_zero() {
        return Ok(group.iter().map(|member| (member.at, Value::Missing)).collect());
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
    let amount = |steps: BigInt| -> Result<Decimal, Stop> {
        let steps: BigInt = steps * BigInt::from(sign);
        let steps = steps.to_i128();
        let steps = steps.and_then(|steps| Decimal::try_from_i128_with_scale(steps, 0).ok());
        steps.and_then(|steps| exact::mul(steps, it.step)).ok_or(Stop::fault(FaultKind::TooWide, it.pool.span))
    };
    let parts = parts.into_iter().enumerate();
    parts.map(|(at, (part, _, claim))| Ok((claim.at, Value::Number(amount(part + usize::from(at < left))?)))).collect()
}

fn number(value: Option<&Value>, it: &Allocate) -> Result<Decimal, Stop> {
    match value {
        Some(Value::Number(number)) => Ok(*number),
        other => Err(unfit(other.unwrap_or(&Value::Missing), it.by.span)),
    }
}
