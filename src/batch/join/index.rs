//! The rows of a lookup or details by what they share with records.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::data::{Batch, InputFile, Place, Problem, Reading, RowPlaces, Rows, spell_cell};
use crate::diagnostic::{Arg, At, Code};
use crate::eval::Tables;
use crate::ir::{Field, Policy, Relation, RelationId, RelationKind, SlotId, Value};

/// More rows of details than this belong to no record: the proof that sums fit rests on it.
const MOST_ROWS: usize = 1_000_000;
/// So many places of rows that belong to nobody are told.
const MOST_SHOWN: usize = 5;

/// A row that cannot be used, and why.
type Bad = (Place, Option<Problem>);

/// The rows of a relation by what they share with records.
pub(super) struct Index {
    pub relation: RelationId,
    inputs: Vec<InputFile>,
    good: HashMap<Vec<Value>, Vec<usize>>,
    /// Rows that cannot be used: by which of the shared values are known, and those values.
    bad: BTreeMap<Vec<bool>, HashMap<Vec<Value>, Vec<Bad>>>,
    /// Where the policy goes through all rows of a period, the first that cannot be used, by its period;
    /// by none where the period is not known or rows have none.
    holes: HashMap<Option<Value>, Bad>,
    /// Rows without a key, which no record can have.
    keyless: Vec<Place>,
    /// Where each row that can be used stands, with what it shares.
    places: Vec<(Place, Vec<Value>)>,
    /// Where each row of the table stands.
    rows: Vec<Place>,
    /// Of which rows of the table which values are defaults.
    defaulted: HashSet<(usize, SlotId)>,
    /// What records asked for.
    asked: HashSet<Vec<Value>>,
}

impl Index {
    /// The rows of a relation, those that can be used put into their table.
    pub fn of(
        policy: &Policy,
        relation: &Relation,
        source: Rows,
        (tables, mut doubtful): (&mut Tables, Option<&mut Tables>),
    ) -> Self {
        let mut index = Index {
            relation: source.relation,
            inputs: source.inputs,
            good: HashMap::new(),
            bad: BTreeMap::new(),
            holes: HashMap::new(),
            keyless: vec![],
            places: vec![],
            rows: vec![],
            defaulted: HashSet::new(),
            asked: HashSet::new(),
        };
        for row in source.rows {
            match row.content {
                Ok(values) => {
                    let key: Option<Vec<Value>> = shared(relation, &values).into_iter().collect();
                    let added = tables.add(policy, source.relation, &values);
                    if let Some(at) = added {
                        index.rows.push(row.place);
                        index.defaulted.extend(row.defaulted.iter().map(|slot| (at, *slot)));
                    }
                    if let Some(doubtful) = &mut doubtful
                        && let Some(at) = doubtful.add(policy, source.relation, &values)
                        && !row.doubtful.is_empty()
                    {
                        doubtful.hide(policy, source.relation, at, (&values, &row.doubtful));
                    }
                    index.add(row.place, key.zip(added));
                }
                Err(bad) => {
                    if policy.goes_through(source.relation) {
                        let period = bad.known.iter().find(|(slot, _)| Some(*slot) == relation.period);
                        let period = period.map(|(_, value)| value.clone());
                        index.holes.entry(period).or_insert((row.place, bad.problem.clone()));
                    }
                    index.add_bad(row.place, shared(relation, &bad.known), bad.problem);
                }
            }
        }
        index
    }

    /// Where the rows of the table stand.
    pub fn stands(&mut self) -> RowPlaces {
        RowPlaces {
            inputs: self.inputs.clone(),
            rows: std::mem::take(&mut self.rows),
            defaulted: std::mem::take(&mut self.defaulted),
        }
    }

    fn add(&mut self, place: Place, row: Option<(Vec<Value>, usize)>) {
        let Some((key, at)) = row else { return self.keyless.push(place) };
        self.places.push((place, key.clone()));
        self.good.entry(key).or_default().push(at);
    }

    fn add_bad(&mut self, place: Place, known: Vec<Option<Value>>, problem: Option<Problem>) {
        // Of a row of which no part reads, everybody agrees with what is known.
        let mask: Vec<bool> = known.iter().map(Option::is_some).collect();
        let key = known.into_iter().flatten().collect();
        self.bad.entry(mask).or_default().entry(key).or_default().push((place, problem));
    }

    /// The rows of a record, or why it cannot be used.
    pub fn rows(&mut self, policy: &Policy, relation: &Relation, key: Vec<Value>) -> Result<&Vec<usize>, Vec<Problem>> {
        static NONE: Vec<usize> = vec![];
        let bad = self.bad.iter().filter_map(|(mask, rows)| rows.get(&part(&key, mask))).flatten();
        let mut bad: Vec<&Bad> = bad.collect();
        if !bad.is_empty() {
            bad.sort_by_key(|(place, _)| *place);
            return Err(self.bad_rows(relation, &bad));
        }
        let period = relation.join.iter().zip(&key).find(|((_, own), _)| Some(*own) == relation.period);
        let period = period.map(|(_, value)| value.clone());
        if let Some(bad) = self.holes.get(&None).or_else(|| self.holes.get(&period)) {
            return Err(self.bad_rows(relation, &[bad]));
        }
        let rows = self.good.get(&key).unwrap_or(&NONE);
        let required = relation.fields.iter().any(Field::is_required);
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

    /// That the rows cannot be used, and why: of the first, and how many more there are.
    fn bad_rows(&self, relation: &Relation, bad: &[&Bad]) -> Vec<Problem> {
        let told = |variant, place| {
            let (file, at) = self.at(place);
            Problem::new(Code::BadRow, variant, &file).arg("name", relation.name.as_str()).at(at).leading()
        };
        let shown = bad.iter().take(MOST_SHOWN);
        let mut problems: Vec<Problem> =
            shown.flat_map(|(place, problem)| std::iter::once(told("", *place)).chain(problem.clone())).collect();
        if let Some((place, _)) = bad.get(MOST_SHOWN) {
            problems.push(told("more", *place).arg("count", bad.len().saturating_sub(MOST_SHOWN)));
        }
        problems
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

    fn at(&self, Place { input, row }: Place) -> (Arc<str>, At) {
        let input = self.inputs.get(input as usize);
        let name = input.map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name));
        (name, input.map(|input| input.at(row)).unwrap_or_default())
    }

    /// Rows that cannot be used and that nobody would miss.
    fn nobodys(&self, own: &HashSet<Vec<Value>>) -> Vec<Place> {
        let mut places = vec![];
        for (mask, rows) in &self.bad {
            let parts: HashSet<Vec<Value>> = own.iter().map(|key| part(key, mask)).collect();
            let strange = rows.iter().filter(|(key, _)| !parts.contains(*key));
            places.extend(strange.flat_map(|(_, bad)| bad).map(|(place, _)| *place));
        }
        places
    }

    /// What to tell of rows that belong to nobody. A row of a record that was rejected, or is
    /// another policy's, is its own.
    pub fn unmatched(&self, batch: &Batch, relation: &Relation) -> Option<Problem> {
        let rejected =
            batch.all_apart().map(|(_, record)| record).filter(|record| !matches!(record.reading, Reading::Record(_)));
        let rejected = rejected.filter_map(|record| {
            let known = |(slot, _): &(SlotId, SlotId)| record.reading.known(slot.0).cloned();
            relation.join.iter().map(known).collect::<Option<Vec<Value>>>()
        });
        let own: HashSet<Vec<Value>> = rejected.chain(self.asked.iter().cloned()).collect();
        let mut places = self.keyless.clone();
        // A table of all shops may well hold more than the records of one run.
        if relation.kind == RelationKind::Details {
            places.extend(self.places.iter().filter(|(_, key)| !own.contains(key)).map(|(place, _)| *place));
            places.extend(self.nobodys(&own));
        }
        places.sort_unstable();
        let first = places.first()?;
        let (file, _) = self.at(*first);
        let shown = places.iter().take(MOST_SHOWN).map(|place| {
            let (name, at) = self.at(*place);
            Arg::Place(name, Box::new(at))
        });
        let told = Problem::new(Code::UnmatchedRows, "", &file).arg("name", relation.name.as_str());
        Some(told.arg("count", places.len()).arg("places", Arg::List(shown.collect())))
    }
}

/// The values of a key that a row knows.
fn part(key: &[Value], mask: &[bool]) -> Vec<Value> {
    key.iter().zip(mask).filter(|(_, known)| **known).map(|(value, _)| value.clone()).collect()
}

/// What a row shares with records, as far as it is known.
fn shared(relation: &Relation, values: &[(SlotId, Value)]) -> Vec<Option<Value>> {
    let value = |slot: SlotId| values.iter().find(|(own, _)| *own == slot).map(|(_, value)| value.clone());
    relation.join.iter().map(|(_, own)| value(*own).filter(|value| *value != Value::Missing)).collect()
}
