//! The figures of the period before, where a sheet was copied on and not all of it renewed.

use std::collections::HashMap;

use super::model::{About, Cause, Kind, Spot};
use super::rows;
use super::trial::{Trials, reproduces};
use crate::ir::{SlotId, Value};
use crate::quantity::Moment;

/// Tries the result of the period before, then each of its inputs in the place of this one's.
pub(super) fn try_earlier(trials: &mut Trials) {
    let (asked, policy) = (trials.asked, trials.policy);
    let known = rows::by_identity(asked, trials.own, policy);
    for record in trials.records.keys().copied().collect::<Vec<_>>() {
        let Some(fields) = trials.fields(record) else { continue };
        let key: Vec<Value> = policy.keys().filter_map(|slot| fields.get(slot.0).cloned()).collect();
        let Some(before) = before(policy.period().and_then(|slot| fields.get(slot.0))) else { continue };
        match known.get(&(key.clone(), before.ordinal)) {
            Some(last) => {
                whole_row(trials, record, (*last, before));
                inputs(trials, record, (*last, before), fields);
            }
            None => results(trials, record, (&key, before)),
        }
    }
}

/// The period before a record's.
fn before(period: Option<&Value>) -> Option<Moment> {
    match period? {
        Value::Calendar(moment) => Some(Moment { ordinal: moment.ordinal.checked_sub(1)?, ..*moment }),
        _ => None,
    }
}

/// What the record of the period before came to.
fn whole_row(trials: &mut Trials, record: usize, (last, period): (usize, Moment)) {
    let Some(evaluation) = trials.asked.started.evaluation(last) else { return };
    for at in trials.records.get(&record).cloned().unwrap_or_default() {
        if trials.found.get(at).is_some_and(|difference| reproduces(difference, &evaluation)) {
            let about = About { period: Some(period), ..About::default() };
            trials.note(at, Cause { kind: Kind::LastPeriod, spot: Spot::Earlier(last), about });
        }
    }
}

/// This record with one input of the period before.
fn inputs(trials: &mut Trials, record: usize, (last, period): (usize, Moment), fields: Vec<Value>) {
    let (asked, policy, own) = (trials.asked, trials.policy, trials.own);
    let Some(then) = trials.fields(last) else { return };
    let fixed = |slot: SlotId| {
        let joins =
            policy.relations.iter().any(|relation| relation.join.iter().any(|(of_record, _)| *of_record == slot));
        policy.field(slot).is_none_or(|field| field.key || field.period) || joins
    };
    for (slot, (now, then)) in (0..).map(SlotId).zip(fields.iter().zip(&then)) {
        if now == then || fixed(slot) || (policy.is_joint() && !trials.afford()) {
            continue;
        }
        let mut changed = fields.clone();
        changed.get_mut(slot.0).into_iter().for_each(|place| *place = then.clone());
        let changed = HashMap::from([(record, changed)]);
        let evaluation = asked.appraisal.otherwise((own, policy), &changed).and_then(|it| it.evaluation(record));
        let Some(evaluation) = evaluation else { continue };
        for at in trials.records.get(&record).cloned().unwrap_or_default() {
            if trials.found.get(at).is_some_and(|difference| reproduces(difference, &evaluation)) {
                let values = Some((now.clone(), then.clone()));
                let about = About { slot: Some(slot), values, period: Some(period), ..About::default() };
                trials.note(at, Cause { kind: Kind::LastPeriod, spot: Spot::Data(last, slot.0), about });
            }
        }
    }
}

/// What earlier runs gave, where the data have no record of the period before.
fn results(trials: &mut Trials, record: usize, (key, period): (&[Value], Moment)) {
    let own = trials.asked.appraisal.inputs().own.get(trials.own);
    let past = own.into_iter().flat_map(|own| &own.past.records);
    let mut last = past.filter(|(_, identity)| identity.key == key && identity.period == Some(period.ordinal));
    let Some((values, _)) = last.next() else { return };
    for at in trials.records.get(&record).cloned().unwrap_or_default() {
        let Some(difference) = trials.found.get(at) else { continue };
        let then = values.iter().find(|(slot, _)| *slot == difference.slot).map(|(_, value)| value);
        if then.is_some() && then == difference.theirs.value() && then != Some(&Value::Missing) {
            let about = About { period: Some(period), ..About::default() };
            trials.note(at, Cause { kind: Kind::LastPeriod, spot: Spot::History, about });
        }
    }
}
