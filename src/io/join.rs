//! Which rows of lookups and details belong to which record.
//!
//! A row that cannot be used rejects the records that it belongs to, as far as it can be told whose it is: a
//! figure without it would be wrong. A row that belongs to nobody is counted and told.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{At, Batch, InputFile, InputRecord, Problem, Reading, Rejection, spell_cell};
use crate::diagnostic::{Arg, Code};
use crate::eval::{Given, Identity, Run, Subject, Tables};
use crate::ir::{Origin, Policy, Relation, RelationId, RelationKind, SlotId, Value};

/// More rows of details than this belong to no record: the proof that sums fit rests on it.
const MOST_ROWS: usize = 1_000_000;
/// So many places of rows that belong to nobody are told.
const MOST_SHOWN: usize = 5;

/// The rows of a lookup or details, as they were read.
#[derive(Debug)]
pub struct Rows {
    /// Whose.
    pub relation: RelationId,
    /// The rows: where each stands, and its values by slot or the values that read.
    pub rows: Vec<Row>,
    /// Where they come from.
    pub inputs: Vec<InputFile>,
}

/// One of them.
#[derive(Debug)]
pub struct Row {
    /// Its file, and its line or row.
    pub place: (u32, u32),
    /// Its values.
    pub content: Result<Vec<(SlotId, Value)>, BadRow>,
}

/// A row that cannot be used.
#[derive(Debug)]
pub struct BadRow {
    /// The values that read.
    pub known: Vec<(SlotId, Value)>,
    /// The first reason.
    pub problem: Option<Problem>,
}

/// The rows that belong to each record of a batch.
#[derive(Debug, Default)]
pub struct Joined {
    /// All rows.
    pub tables: Tables,
    /// For each record, for each relation the places of its rows.
    pub rows: Vec<Vec<Vec<usize>>>,
    /// What someone should look at.
    pub notices: Vec<Problem>,
}

impl Rows {
    /// The rows of a file of the relation's own.
    pub fn of_batch(policy: &Policy, relation: RelationId, batch: Batch) -> Rows {
        let first = policy.relation(relation).map_or(0, |relation| relation.slots.start);
        let slots = |at: usize| SlotId(first + at);
        let rows = batch.records.into_iter().filter_map(|InputRecord { place, reading }| {
            let content = match reading {
                Reading::Record(values) => {
                    Ok(values.into_iter().enumerate().map(|(at, value)| (slots(at), value)).collect())
                }
                Reading::Rejected(rejection) => Err(bad(*rejection, |at| Some(slots(at)))),
                Reading::Skipped(_) | Reading::Foreign(_) => return None,
            };
            Some(Row { place: (place.input, place.row), content })
        });
        Rows { relation, rows: rows.collect(), inputs: batch.inputs }
    }
}

impl Rows {
    /// The results of a policy on records of its own.
    pub fn of_results(id: RelationId, relation: &Relation, origin: &Origin, batch: Batch) -> Rows {
        let policy = &*origin.policy;
        let fields = |record: &InputRecord| match &record.reading {
            Reading::Record(fields) => Some(fields.clone()),
            _ => None,
        };
        let records: Vec<Option<Vec<Value>>> = batch.records.iter().map(fields).collect();
        let subjects = records.iter().flatten().map(|fields| Subject {
            given: Given::Fields(fields),
            rows: vec![],
            identity: Identity::of(policy, fields),
            past: false,
        });
        let subjects: Vec<Subject> = subjects.collect();
        let run = Run::new(policy, Tables::NONE, &subjects);
        // The slot of a row for one of the policy.
        let own = |of: SlotId| {
            let at = origin.slots.iter().position(|slot| *slot == of)?;
            Some(SlotId(relation.slots.start + at))
        };
        let mut evaluated = 0;
        let rows = batch.records.iter().filter_map(|record| {
            let content = match &record.reading {
                Reading::Record(_) => {
                    let evaluation = run.evaluation(evaluated);
                    evaluated += 1;
                    let values =
                        origin.slots.iter().map(|slot| Some((own(*slot)?, evaluation.value(*slot).ok()?.clone())));
                    values.collect::<Option<Vec<_>>>().ok_or(BadRow { known: vec![], problem: None })
                }
                Reading::Rejected(rejection) => Err(bad((**rejection).clone(), |at| own(SlotId(at)))),
                Reading::Skipped(_) | Reading::Foreign(_) => return None,
            };
            Some(Row { place: (record.place.input, record.place.row), content })
        });
        let rows = rows.collect();
        Rows { relation: id, rows, inputs: batch.inputs }
    }
}

fn bad(rejection: Rejection, slots: impl Fn(usize) -> Option<SlotId>) -> BadRow {
    let known = rejection.values.into_iter().enumerate().filter_map(|(at, value)| Some((slots(at)?, value?)));
    BadRow { known: known.collect(), problem: rejection.problems.into_iter().next() }
}

/// Finds the rows that belong to each record. A record that lacks a row it must have, or has one that
/// cannot be used, is rejected.
pub fn join(policy: &Policy, batch: &mut Batch, sources: Vec<Rows>) -> Joined {
    let mut joined = Joined {
        tables: Tables::new(policy),
        rows: vec![vec![vec![]; policy.relations.len()]; batch.records.len()],
        notices: vec![],
    };
    for source in sources {
        let Some(relation) = policy.relation(source.relation) else { continue };
        let mut index = Index::of(policy, relation, source, &mut joined.tables);
        for (at, rows) in joined.rows.iter_mut().enumerate() {
            let Some(record) = batch.records.get(at) else { continue };
            let Reading::Record(values) = &record.reading else { continue };
            let key = relation.join.iter().map(|(slot, _)| values.get(slot.0).cloned()).collect::<Option<Vec<_>>>();
            match index.rows(policy, relation, key.unwrap_or_default()).cloned() {
                Ok(own) => rows.get_mut(index.relation.0).into_iter().for_each(|rows| *rows = own.clone()),
                Err(problems) => {
                    if let Some(record) = batch.records.get_mut(at) {
                        record.reject(policy, &policy.slots, problems);
                    }
                }
            }
        }
        joined.notices.extend(index.unmatched(batch, relation));
    }
    joined
}

/// A row that cannot be used: where it stands, and its first reason.
type Unusable = ((u32, u32), Option<Problem>);

/// The rows of a relation by what they share with records.
struct Index {
    relation: RelationId,
    inputs: Vec<InputFile>,
    good: HashMap<Vec<Value>, Vec<usize>>,
    /// Rows that cannot be used: by which of the shared values are known, and those values.
    bad: HashMap<Vec<bool>, HashMap<Vec<Value>, Unusable>>,
    /// Rows of which nothing tells whose they are.
    lost: Vec<(u32, u32)>,
    /// Where each row that can be used stands, with what it shares.
    places: Vec<((u32, u32), Vec<Value>)>,
    /// What records asked for.
    asked: HashSet<Vec<Value>>,
}

impl Index {
    fn of(policy: &Policy, relation: &Relation, source: Rows, tables: &mut Tables) -> Self {
        let mut index = Index {
            relation: source.relation,
            inputs: source.inputs,
            good: HashMap::new(),
            bad: HashMap::new(),
            lost: vec![],
            places: vec![],
            asked: HashSet::new(),
        };
        for row in source.rows {
            let shared = |values: &[(SlotId, Value)]| -> Vec<Option<Value>> {
                let value = |slot: SlotId| values.iter().find(|(own, _)| *own == slot).map(|(_, value)| value.clone());
                relation.join.iter().map(|(_, own)| value(*own).filter(|value| *value != Value::Missing)).collect()
            };
            match row.content {
                Ok(values) => {
                    let key: Option<Vec<Value>> = shared(&values).into_iter().collect();
                    let added = tables.add(policy, source.relation, &values);
                    match (key, added) {
                        (Some(key), Some(at)) => {
                            index.places.push((row.place, key.clone()));
                            index.good.entry(key).or_default().push(at);
                        }
                        _ => index.lost.push(row.place),
                    }
                }
                Err(bad) => {
                    let known = shared(&bad.known);
                    let mask: Vec<bool> = known.iter().map(Option::is_some).collect();
                    if mask.contains(&true) {
                        let key = known.into_iter().flatten().collect();
                        index.bad.entry(mask).or_default().entry(key).or_insert((row.place, bad.problem));
                    } else {
                        index.lost.push(row.place);
                    }
                }
            }
        }
        index
    }

    /// The rows of a record, or why it cannot be used.
    fn rows(&mut self, policy: &Policy, relation: &Relation, key: Vec<Value>) -> Result<&Vec<usize>, Vec<Problem>> {
        static NONE: Vec<usize> = vec![];
        for (mask, rows) in &self.bad {
            let part =
                key.iter().zip(mask).filter(|(_, known)| **known).map(|(value, _)| value.clone()).collect::<Vec<_>>();
            if let Some((place, problem)) = rows.get(&part) {
                return Err(self.bad_row(relation, *place, problem.as_ref()));
            }
        }
        let rows = self.good.get(&key).unwrap_or(&NONE);
        let required = relation
            .fields
            .iter()
            .any(|field| !field.optional && field.default.is_none() && !field.key && !field.period);
        if relation.kind == RelationKind::Lookup && rows.is_empty() && required {
            return Err(vec![self.missing(policy, relation, &key)]);
        }
        if rows.len() > MOST_ROWS {
            let file = self.inputs.first().map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name));
            let problem = Problem::new(Code::TooManyRows, "", &file).arg("name", relation.name.as_str());
            return Err(vec![problem.arg("count", rows.len()).arg("most", MOST_ROWS)]);
        }
        self.asked.insert(key);
        Ok(rows)
    }

    /// That the row cannot be used, and why.
    fn bad_row(&self, relation: &Relation, place: (u32, u32), problem: Option<&Problem>) -> Vec<Problem> {
        let (file, at) = self.at(place);
        let told = Problem::new(Code::BadRow, "", &file).arg("name", relation.name.as_str()).at(at);
        std::iter::once(told).chain(problem.cloned()).collect()
    }

    fn missing(&self, policy: &Policy, relation: &Relation, key: &[Value]) -> Problem {
        let file = self.inputs.first().map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name));
        let spelt = relation.join.iter().zip(key).filter_map(|((slot, _), value)| {
            let slot = policy.slot(*slot)?;
            Some(Arg::Text(format!("{} = {}", slot.name, spell_cell(policy, slot, value))))
        });
        Problem::new(Code::MissingRow, "", &file)
            .arg("name", relation.name.as_str())
            .arg("key", Arg::List(spelt.collect()))
    }

    fn at(&self, (input, row): (u32, u32)) -> (Arc<str>, At) {
        let input = self.inputs.get(input as usize);
        let name = input.map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name));
        (name, At { sheet: input.and_then(|input| input.sheet.clone()), row: Some(row), ..At::default() })
    }

    /// What to tell of rows that belong to nobody. A row of a record that was rejected, or is
    /// another policy's, is its own.
    fn unmatched(&self, batch: &Batch, relation: &Relation) -> Option<Problem> {
        let rejected = batch.records.iter().filter(|record| !matches!(record.reading, Reading::Record(_)));
        let rejected = rejected.filter_map(|record| {
            let known = |(slot, _): &(SlotId, SlotId)| record.reading.known(slot.0).cloned();
            relation.join.iter().map(known).collect::<Option<Vec<Value>>>()
        });
        let rejected: HashSet<Vec<Value>> = rejected.collect();
        let own = |key: &Vec<Value>| self.asked.contains(key) || rejected.contains(key);
        let places =
            self.places.iter().filter(|(_, key)| !own(key)).map(|(place, _)| *place).chain(self.lost.iter().copied());
        let places: Vec<(u32, u32)> = places.collect();
        let first = places.first()?;
        if relation.kind == RelationKind::Lookup && self.lost.is_empty() {
            // A table of all shops may well hold more than the records of one run.
            return None;
        }
        let (file, _) = self.at(*first);
        let shown = places.iter().take(MOST_SHOWN).map(|(input, row)| {
            let (name, at) = self.at((*input, *row));
            Problem::new(Code::UnmatchedRows, "", &name).at(at).place()
        });
        let told = Problem::new(Code::UnmatchedRows, "", &file).arg("name", relation.name.as_str());
        Some(told.arg("count", places.len()).arg("places", Arg::List(shown.collect())))
    }
}
