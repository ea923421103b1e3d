//! What stands around the record of a test: the rows that belong to it, other records, earlier periods.

use super::{Given, Run, Subject, Tables};
use crate::data::Identity;
use crate::ir::{Assignment, GivenRow, Policy, SlotId, Test, Value};

/// Some slots and their values.
type Values = Vec<(SlotId, Value)>;

/// The records of a test, the one that it is about first, and the rows beside them.
pub(super) struct Scene {
    records: Vec<Actor>,
    rows: Vec<GivenRow>,
}

/// One of the records.
struct Actor {
    given: Values,
    identity: Identity,
    past: bool,
}

impl Scene {
    /// The scene that a test describes.
    pub fn of(policy: &Policy, test: &Test) -> Self {
        let own = values(&test.given);
        let (key, period) = (key(policy, &own, 0), period(policy, &own).unwrap_or(0));
        let identity = |key: &[Value], period| Identity { key: key.to_vec(), period: Some(period) };
        let others = (1..).zip(&test.others).map(|(at, other)| {
            let given = laid_over(policy, &own, values(other));
            let identity = identity(&self::key(policy, &given, at), self::period(policy, &given).unwrap_or(period));
            Actor { given, identity, past: false }
        });
        let earlier = test.earlier.iter().map(|(back, assigned)| {
            let before = period.saturating_sub(i32::try_from(*back).unwrap_or(i32::MAX));
            Actor { given: values(assigned), identity: identity(&key, before), past: true }
        });
        let others: Vec<Actor> = others.chain(earlier).collect();
        let main = Actor { given: own, identity: identity(&key, period), past: false };
        Scene { records: std::iter::once(main).chain(others).collect(), rows: test.rows.clone() }
    }

    /// What is asked of a run of all records, of which the test's own is the first.
    pub fn asked<T>(&self, policy: &Policy, ask: impl FnOnce(&Run) -> T) -> T {
        let mut tables = Tables::new(policy);
        let mut own = vec![vec![vec![]; policy.relations.len()]; self.records.len()];
        for row in &self.rows {
            let given = self.completed(policy, row);
            let Some(at) = tables.add(policy, row.relation, &given) else { continue };
            let of = own.iter_mut().enumerate().filter(|(record, _)| self.belongs(policy, row, &given, *record));
            for (_, rows) in of {
                rows.get_mut(row.relation.0).into_iter().for_each(|rows| rows.push(at));
            }
        }
        let subjects: Vec<Subject> = self
            .records
            .iter()
            .zip(own)
            .map(|(record, rows)| Subject {
                given: Given::Values(&record.given),
                rows,
                identity: record.identity.clone(),
                past: record.past,
            })
            .collect();
        ask(&Run::new(policy, &tables, subjects))
    }

    /// The values of a row. Where it does not say whose it is, it is the record's.
    fn completed(&self, policy: &Policy, row: &GivenRow) -> Values {
        let mut given = values(&row.values);
        let join = policy.relation(row.relation).map_or(&[] as &[_], |relation| &relation.join);
        for (of_record, of_row) in join {
            let known = given.iter().any(|(slot, _)| slot == of_row);
            let main = self.records.first().and_then(|main| value(&main.given, *of_record));
            given.extend(main.filter(|_| !known).map(|value| (*of_row, value.clone())));
        }
        given
    }

    fn belongs(&self, policy: &Policy, row: &GivenRow, given: &Values, record: usize) -> bool {
        let Some(actor) = self.records.get(record).filter(|actor| !actor.past) else { return false };
        let Some(relation) = policy.relation(row.relation) else { return false };
        relation.join.iter().all(|(of_record, of_row)| {
            match (value(given, *of_row), value(&actor.given, *of_record)) {
                (Some(one), Some(other)) => one == other,
                // Nobody said: the row stands in the test of this record.
                (None, None) => record == 0,
                _ => false,
            }
        })
    }
}

fn values(assigned: &[Assignment]) -> Values {
    assigned.iter().map(|assigned| (assigned.slot, assigned.value.clone())).collect()
}

fn value(given: &Values, slot: SlotId) -> Option<&Value> {
    given.iter().find(|(known, _)| *known == slot).map(|(_, value)| value)
}

/// What another record is that says some of its values.
fn laid_over(policy: &Policy, record: &Values, own: Values) -> Values {
    let keys: Vec<SlotId> = policy.keys().collect();
    let shared = record.iter().filter(|(slot, _)| !keys.contains(slot) && value(&own, *slot).is_none());
    let shared: Values = shared.cloned().collect();
    shared.into_iter().chain(own).collect()
}

/// Whose record it is; where that is not said, of nobody else's.
fn key(policy: &Policy, given: &Values, at: usize) -> Vec<Value> {
    let keys: Option<Vec<Value>> = policy.keys().map(|slot| value(given, slot).cloned()).collect();
    keys.filter(|keys| !keys.is_empty()).unwrap_or_else(|| vec![Value::Label(at)])
}

fn period(policy: &Policy, given: &Values) -> Option<i32> {
    match value(given, policy.period()?)? {
        Value::Calendar(moment) => Some(moment.ordinal),
        _ => None,
    }
}
