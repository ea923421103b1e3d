//! What is found over the records of a period that belong to one group.

use std::collections::HashMap;

use super::super::evaluation::all;
use super::super::expression::{self, Scope, truth};
use super::super::observer::Observer;
use super::super::{Stop, aggregate};
use super::part::{Member, Part, Values};
use super::sure::{Others, sure};
use super::{Found, Subject, allocate, rank};
use crate::data::Doubt;
use crate::ir::{Cohort, CohortFunction, Expr, Many, Value};

/// What a record brings to a step over its group.
pub(super) fn part<O: Observer>(scope: Scope<O>, step: &Cohort) -> Part {
    let group = step.within.iter().map(|key| expression::value(scope, key)).collect();
    let values = match &step.function {
        CohortFunction::Aggregate(many) => counted(scope, many),
        CohortFunction::Rank(rank) => {
            let ranked: Vec<&Expr> = std::iter::once(&rank.value).chain(&rank.then).collect();
            filtered(scope, rank.filter.as_ref(), &ranked)
        }
        CohortFunction::Allocate(it) => filtered(scope, None, &[&it.pool, &it.by]),
    };
    Part { group, values }
}

fn counted<O: Observer>(scope: Scope<O>, many: &Many) -> Values {
    Ok(aggregate::part(scope, many)?.map(|value| vec![value]))
}

fn filtered<O: Observer>(scope: Scope<O>, filter: Option<&Expr>, operands: &[&Expr]) -> Values {
    if !filter.map_or(Ok(true), |filter| truth(scope, filter))? {
        return Ok(None);
    }
    all(operands.iter().map(|operand| expression::value(scope, operand))).map(Some)
}

/// The records of a period, for a step over their groups.
pub(super) struct Period<'a> {
    pub period: Option<i32>,
    /// The places of the records that are there.
    pub members: &'a [usize],
    pub subjects: &'a [Subject<'a>],
    /// What rejected records bring that may be of the period.
    pub lost: &'a [Part],
}

/// What the step is for each record of a period.
pub(super) fn found(step: &Cohort, parts: Vec<Part>, period: &Period) -> Vec<Found> {
    let mut found = vec![Found::stopped(Stop::NotGiven(vec![step.slot])); period.members.len()];
    let mut groups: HashMap<Vec<Value>, Vec<(usize, Values)>> = HashMap::new();
    // Those of which the group is not known may belong to any.
    let mut loose: Vec<Part> = vec![];
    for (at, (member, part)) in period.members.iter().zip(parts).enumerate() {
        if period.subjects.get(*member).is_none_or(|subject| subject.past) {
            continue;
        }
        match all(part.group.iter().cloned()) {
            Ok(group) => groups.entry(group).or_default().push((at, part.values)),
            Err(stop) => {
                found.get_mut(at).into_iter().for_each(|place| *place = Found::stopped(stop.clone()));
                loose.push(part);
            }
        }
    }
    for (key, group) in groups {
        for (at, answer) in of_members(step, &key, group, &loose, period) {
            found.get_mut(at).into_iter().for_each(|place| *place = answer.clone());
        }
    }
    found
}

/// What the step is for one of them, by its place, where it brings this and the others what they brought.
pub(super) fn found_for(step: &Cohort, (own, part): (usize, &Part), parts: &[Part], period: &Period) -> Found {
    let key = match all(part.group.iter().cloned()) {
        Ok(key) => key,
        Err(stop) => return Found::stopped(stop),
    };
    let (mut group, mut loose) = (vec![], vec![]);
    for (at, (member, brought)) in period.members.iter().zip(parts).enumerate() {
        if period.subjects.get(*member).is_none_or(|subject| subject.past) {
            continue;
        }
        let brought = if at == own { part } else { brought };
        match brought.group.iter().all(Result::is_ok) {
            true if brought.may_be_of(&key) => group.push((at, brought.values.clone())),
            true => {}
            false => loose.push(brought.clone()),
        }
    }
    let found = of_members(step, &key, group, &loose, period).into_iter().find(|(at, _)| *at == own);
    found.map_or_else(|| Found::stopped(Stop::NotGiven(vec![step.slot])), |(_, found)| found)
}

/// What the step is for each member of a group, as far as it does not hang on what is not known.
fn of_members(
    step: &Cohort,
    key: &[Value],
    group: Vec<(usize, Values)>,
    loose: &[Part],
    period: &Period,
) -> Vec<(usize, Found)> {
    let mut others = Others::default();
    let may_count = |part: &&Part| part.may_be_of(key) && !part.is_left_out();
    period.lost.iter().filter(may_count).for_each(|part| others.rejected(&part.values));
    loose.iter().filter(may_count).for_each(|part| others.doubtful(&part.values));
    let mut members = vec![];
    let mut unknown = vec![];
    for (at, values) in group {
        match values {
            Ok(values) => members.push(Member { at, values }),
            Err(_) => {
                others.doubtful(&values);
                unknown.push(at);
            }
        }
    }
    let answers = of_group(step, &members, period);
    if others.is_empty() {
        return answers;
    }
    let doubt = Doubt::Group {
        slot: step.slot,
        period: period.period,
        group: key.to_vec(),
        rejected: others.rejected,
        doubtful: others.doubtful,
    };
    let stopped = Found { doubt: Some(doubt), ..Found::stopped(others.stop.clone().unwrap_or(Stop::NotGiven(vec![]))) };
    let with = others.known.iter().map(|values| Member { at: usize::MAX, values: Some(values.clone()) });
    let with = of_group(step, &members.iter().cloned().chain(with).collect::<Vec<_>>(), period);
    let with: HashMap<usize, Found> = with.into_iter().collect();
    let found = answers.into_iter().map(|(at, answer)| {
        let known = sure(&step.function, &others, &answer, with.get(&at));
        (at, if known { answer } else { stopped.clone() })
    });
    found.chain(unknown.into_iter().map(|at| (at, stopped.clone()))).collect()
}

/// What the step is for each member of a group.
fn of_group(step: &Cohort, group: &[Member], period: &Period) -> Vec<(usize, Found)> {
    let counted = group.iter().filter(|member| member.values.is_some()).count();
    let found = |value: Result<Value, Stop>| Found { value, members: group.len(), counted, doubt: None };
    match &step.function {
        CohortFunction::Aggregate(many) => {
            let parts = group.iter().filter_map(|member| member.values.as_ref()?.first());
            let span = many.value.as_ref().or(many.filter.as_ref()).map(|expr| expr.span).unwrap_or_default();
            let value = aggregate::whole(many.aggregate, parts, span);
            group.iter().map(|member| (member.at, found(value.clone()))).collect()
        }
        CohortFunction::Rank(rank) => {
            rank::places(rank, group).into_iter().map(|(at, place)| (at, found(Ok(place)))).collect()
        }
        CohortFunction::Allocate(it) => {
            let subject = |at: usize| period.members.get(at).and_then(|at| period.subjects.get(*at));
            let key = |at: usize| subject(at).map(|it| it.identity.key.clone());
            let shares = allocate::shares(it, group, |member| key(member.at).unwrap_or_default());
            shares.into_iter().map(|(at, share)| (at, found(share))).collect()
        }
    }
}
