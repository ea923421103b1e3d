//! What is found over the records of a period that belong to one group.

use std::collections::HashMap;

use super::super::evaluation::{all, both};
use super::super::expression::{self, Scope, truth};
use super::super::{Stop, aggregate};
use super::part::{Member, Part, Values};
use super::{Found, Subject, allocate, rank};
use crate::ir::{Cohort, CohortFunction, Expr, Many, Value};

/// What a record brings to a step over its group.
pub(super) fn part(scope: Scope, step: &Cohort) -> Part {
    let group = all(step.within.iter().map(|key| expression::value(scope, key)));
    let values = match &step.function {
        CohortFunction::Aggregate(many) => counted(scope, many),
        CohortFunction::Rank(rank) => {
            let ranked: Vec<&Expr> = std::iter::once(&rank.value).chain(&rank.then).collect();
            filtered(scope, rank.filter.as_ref(), &ranked)
        }
        CohortFunction::Allocate(it) => filtered(scope, None, &[&it.pool, &it.by]),
    };
    match both(group, values) {
        Ok((group, values)) => Part { group, values: Ok(values) },
        Err(stop) => Part { group: vec![], values: Err(stop) },
    }
}

fn counted(scope: Scope, many: &Many) -> Values {
    Ok(aggregate::part(scope, many)?.map(|value| vec![value]))
}

fn filtered(scope: Scope, filter: Option<&Expr>, operands: &[&Expr]) -> Values {
    if !filter.map_or(Ok(true), |filter| truth(scope, filter))? {
        return Ok(None);
    }
    all(operands.iter().map(|operand| expression::value(scope, operand))).map(Some)
}

/// What the step is for each record of a period.
pub(super) fn found(step: &Cohort, members: &[usize], parts: Vec<Part>, subjects: &[Subject]) -> Vec<Found> {
    let mut found = vec![Found::stopped(Stop::NotGiven(vec![step.slot])); members.len()];
    let mut groups: HashMap<Vec<Value>, Vec<(usize, Values)>> = HashMap::new();
    for (at, (member, part)) in members.iter().zip(parts).enumerate() {
        if subjects.get(*member).is_some_and(|subject| !subject.past) {
            groups.entry(part.group).or_default().push((at, part.values));
        }
    }
    for group in groups.into_values() {
        let places: Vec<usize> = group.iter().map(|(at, _)| *at).collect();
        let answers = match all(group.into_iter().map(|(at, values)| Ok(Member { at, values: values? }))) {
            Ok(group) => of_group(step, group, members, subjects),
            // One whose value is not known leaves that of all unknown.
            Err(stop) => places.into_iter().map(|at| (at, Found::stopped(stop.clone()))).collect(),
        };
        for (at, answer) in answers {
            if let Some(place) = found.get_mut(at) {
                *place = answer;
            }
        }
    }
    found
}

/// What the step is for each member of a group.
fn of_group(step: &Cohort, group: Vec<Member>, members: &[usize], subjects: &[Subject]) -> Vec<(usize, Found)> {
    let counted = group.iter().filter(|member| member.values.is_some()).count();
    let found = |value: Result<Value, Stop>| Found { value, members: group.len(), counted };
    match &step.function {
        CohortFunction::Aggregate(many) => {
            let parts = group.iter().filter_map(|member| member.values.as_ref()?.first());
            let span = many.value.as_ref().or(many.filter.as_ref()).map(|expr| expr.span).unwrap_or_default();
            let value = aggregate::whole(many.aggregate, parts, span);
            group.iter().map(|member| (member.at, found(value.clone()))).collect()
        }
        CohortFunction::Rank(rank) => {
            rank::places(rank, &group).into_iter().map(|(at, place)| (at, found(Ok(place)))).collect()
        }
        CohortFunction::Allocate(it) => {
            let key = |at: usize| members.get(at).and_then(|at| subjects.get(*at)).map(|it| it.identity.key.clone());
            let shares = allocate::shares(it, &group, |member| key(member.at).unwrap_or_default());
            shares.into_iter().map(|(at, share)| (at, found(share))).collect()
        }
    }
}
