//! When policies are in effect.

use super::Member;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Input, Pattern, Type, Value};
use crate::quantity::{Calendar, Domain, Moment};

/// A policy that is bounded in time though its records have no period.
pub(super) fn untold(member: Member) -> Option<Diagnostic> {
    let header = &member.policy.header;
    let lacking = header.is_bounded() && member.policy.period().is_none();
    let told = Diagnostic::new(Code::ClaimUndecided, member.place(header.claim)).variant("period");
    lacking.then(|| told.arg("policy", header.title.as_str()))
}

/// The first and the last period of a kind that lie wholly where a policy holds.
pub(super) fn effect(kind: Calendar, (from, until): (Option<Moment>, Option<Moment>)) -> (i32, i32) {
    let (first, last) = kind.bounds();
    let moment = |ordinal| Moment { kind, ordinal };
    let from = from.map_or(first, |from| least(kind, |at| moment(at).first_day() >= from.first_day()));
    let until = until.map_or(last, |until| least(kind, |at| moment(at).last_day() > until.last_day()) - 1);
    (from, until)
}

/// The least ordinal for which something holds that holds for all after it; one after the last where none does.
fn least(kind: Calendar, holds: impl Fn(i32) -> bool) -> i32 {
    let (mut low, mut high) = kind.bounds();
    high += 1;
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// Narrows the period to what the policies say of it. Before the first date that any of them names, and after the
/// last, nobody need be in effect.
pub(super) fn narrow<'p>(input: &mut Input, members: &[Member], patterns: impl Iterator<Item = &'p Pattern>) {
    let (Type::Calendar(kind), Domain::Calendar { first, last }) = (input.value.ty, &input.value.domain) else {
        return;
    };
    let mut dates: Vec<i32> = patterns.flat_map(named).flat_map(|at| [at - 1, at, at + 1]).collect();
    for member in members {
        let header = &member.policy.header;
        let (from, until) = effect(kind, header.effective);
        dates.extend(header.effective.0.map(|_| from));
        dates.extend(header.effective.1.map(|_| until));
    }
    if let (Some(least), Some(most)) = (dates.iter().min(), dates.iter().max()) {
        let (from, until) = ((*least).max(*first), (*most).min(*last));
        if from <= until {
            input.value.domain = Domain::Calendar { first: from, last: until };
        }
    }
}

/// The moments that a pattern names.
fn named(pattern: &Pattern) -> Vec<i32> {
    let ordinal = |value: &Value| match value {
        Value::Calendar(moment) => Some(moment.ordinal),
        _ => None,
    };
    match pattern {
        Pattern::Interval { lo, hi } => lo.iter().chain(hi).filter_map(|bound| ordinal(&bound.value)).collect(),
        Pattern::Values(values) | Pattern::Not(values) => values.iter().filter_map(ordinal).collect(),
        _ => vec![],
    }
}
