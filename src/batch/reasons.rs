//! Why records of a run are rejected: the first reasons, and how many records each rejects; and which rows are none.

use std::collections::HashMap;
use std::iter;

use crate::data::{About, Problem, Reading, Rejection, Shared, SharedField};
use crate::ir::{Policy, name_field};

/// First reasons of records that are told, and so many reasons in all; the others stand in the results.
const FIRST: usize = 5;
const TOLD: usize = 10;
/// Records of one reason whose keys are told.
const NAMED: usize = 3;
/// Rows that are no records of which each is told.
const SKIPPED: usize = 3;

/// Why records are rejected.
#[derive(Debug, Clone, Default)]
pub struct Reasons<'a> {
    /// The first reasons of records, then what else is wrong with them: who mends what is told is not rejected again. A
    /// column in which cells fail in one way is one.
    pub told: Vec<Reason<'a>>,
    /// How many records are rejected for others alone.
    pub more: usize,
    /// The first rows that are no records.
    pub skipped: Vec<&'a Problem>,
    /// How many more there are.
    pub more_skipped: usize,
}

/// A reason, and how many records it rejects.
#[derive(Debug, Clone)]
pub struct Reason<'a> {
    /// What is wrong with the first of them.
    pub problem: &'a Problem,
    /// How many records it rejects.
    pub count: usize,
    /// With whom the first shares it.
    pub spread: Spread,
    /// Whose records the first are, as their keys tell.
    pub who: Vec<String>,
}

/// How far a reason goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// All have the very same.
    Same,
    /// Other cells of its column fail in the same way.
    Column,
    /// Every cell of its column fails in the same way.
    WholeColumn,
    /// Other rows are out for the same.
    Rows,
}

impl<'a> Reasons<'a> {
    /// The reasons of a run.
    pub fn of(shared: &'a Shared, policies: &[&Policy]) -> Self {
        let fields = Shared::fields(policies);
        let (keys, names): (Vec<_>, Vec<_>) = (telling(policies, &fields, true), telling(policies, &fields, false));
        let who = |at: usize| {
            let cells = [&keys, &names].into_iter().flat_map(|fields| shared.cells(at, fields)).flatten();
            cells.collect::<Vec<_>>().join(" ")
        };
        let mut reasons = Reasons::default();
        let mut read = rows_read(shared);
        let mut rejected = vec![];
        for (at, batch, record) in shared.all_apart() {
            match &record.reading {
                Reading::Rejected(rejection) => {
                    rejected.extend(of_record(rejection).map(|(first, further)| (at, first, further)));
                }
                Reading::Skipped(why) => {
                    reasons.pass(why.problems.first());
                    let file = batch.input(record.place).and_then(|input| read.get_mut(&*input.name));
                    file.into_iter().for_each(|count| *count -= 1);
                }
                Reading::Record(_) | Reading::Foreign(_) => {}
            }
        }
        let first: Vec<bool> = rejected.iter().map(|(at, first, _)| reasons.take(first, who(*at), FIRST)).collect();
        for ((at, _, further), told) in rejected.iter().zip(first) {
            let told = further.iter().fold(told, |told, problem| reasons.take(problem, who(*at), TOLD) || told);
            reasons.more += usize::from(!told);
        }
        let whole = |reason: &&mut Reason| {
            reason.spread == Spread::Column && read.get(&*reason.problem.file) == Some(&reason.count)
        };
        reasons.told.iter_mut().filter(whole).for_each(|reason| reason.spread = Spread::WholeColumn);
        reasons
    }

    /// Takes one more row that is no record.
    fn pass(&mut self, why: Option<&'a Problem>) {
        match why.filter(|_| self.skipped.len() < SKIPPED) {
            Some(why) => self.skipped.push(why),
            None => self.more_skipped += 1,
        }
    }

    /// Takes a reason of one more record, and says whether it is among the told, of which there are so many at most.
    fn take(&mut self, problem: &'a Problem, who: String, most: usize) -> bool {
        let full = self.told.len() >= most;
        let alike = |known: &Reason| match known.problem {
            it if it == problem => Some(Spread::Same),
            it if it.is_of_column_with(problem) => Some(Spread::Column),
            it if it.is_of_row_like(problem) => Some(Spread::Rows),
            _ => None,
        };
        let found = self.told.iter_mut().find_map(|known| alike(known).map(|spread| (known, spread)));
        let who = Some(who).filter(|who| !who.is_empty());
        match found {
            Some((known, spread)) => {
                known.count += 1;
                if spread != Spread::Same {
                    known.spread = spread;
                }
                if known.who.len() < NAMED {
                    known.who.extend(who);
                }
            }
            None if full => return false,
            None => self.told.push(Reason { problem, count: 1, spread: Spread::Same, who: who.into_iter().collect() }),
        }
        true
    }
}

/// How many rows of each file were read.
fn rows_read(shared: &Shared) -> HashMap<&str, usize> {
    let mut read: HashMap<&str, usize> = HashMap::new();
    // Each policy reads every row.
    let of_first =
        shared.batches.first().into_iter().flat_map(|batch| batch.inputs.iter().enumerate().zip(iter::repeat(batch)));
    for ((at, input), batch) in of_first {
        *read.entry(&*input.name).or_default() += batch.of_file(at);
    }
    read
}

/// The first reason of a rejected record, and the further ones; where the row as a whole is wrong, there are none.
fn of_record(rejection: &Rejection) -> Option<(&Problem, Vec<&Problem>)> {
    let mut own = rejection.problems.iter().filter(|problem| problem.about != About::Others);
    let first = own.next().or(rejection.problems.first())?;
    let of_cell = matches!(first.about, About::Field(_));
    Some((first, own.filter(|_| of_cell).collect()))
}

/// The fields that tell whose a record is: the keys, or else the names of people.
fn telling(policies: &[&Policy], fields: &[SharedField], keys: bool) -> Vec<SharedField> {
    let tells = |(policy, place): (&&Policy, &Option<usize>)| {
        let Some(place) = *place else { return false };
        match keys {
            true => policy.fields.get(place).is_some_and(|field| field.key),
            false => name_field(&policy.fields, &policy.slots).is_some_and(|name| name.0 == place),
        }
    };
    fields.iter().filter(|field| policies.iter().zip(&field.places).any(tells)).cloned().collect()
}
