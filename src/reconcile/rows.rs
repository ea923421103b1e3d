//! Which row of the sheet is which record of the data. Two rows that cannot be told apart are never guessed at.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::model::{Aside, By, Lack, Refusal, Unmatched};
use super::{Asked, Sheet};
use crate::data::{Problem, Reading};
use crate::diagnostic::Code;
use crate::ir::{Policy, Value};
use crate::quantity::{Calendar, Moment};

/// What tells whose a row is, and of which period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Whose {
    pub key: Vec<Value>,
    pub period: Option<i32>,
}

/// A record and the row that is its partner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub policy: usize,
    pub record: usize,
    pub row: usize,
}

/// Rows and records with their partners, and those without.
pub(super) struct Matched {
    pub pairs: Vec<Pair>,
    pub unmatched: Vec<Unmatched>,
    pub aside: Aside,
    pub periods: Vec<i32>,
}

/// A record or a row by who and when: several where they cannot be told apart.
type Places = HashMap<Whose, Vec<usize>>;

/// Finds the partners.
pub(super) fn matched(asked: &Asked) -> Result<Matched, Refusal> {
    let periods = Periods::of(asked)?;
    let mut found =
        Matched { pairs: vec![], unmatched: vec![], aside: Aside::default(), periods: periods.both.clone() };
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (at, policy) in asked.policies.iter().enumerate() {
        let Some(sheet) = asked.sheets.get(at) else { continue };
        let theirs = places(theirs(sheet, &periods).into_iter().filter_map(|(row, whose)| Some((row, whose?))));
        let ours: Vec<(usize, Option<Whose>)> = ours(asked, at, policy);
        let known = places(ours.iter().filter_map(|(record, whose)| Some((*record, whose.clone()?))));
        for (record, whose) in ours.into_iter().filter_map(|(record, whose)| Some((record, whose?))) {
            if !periods.has(whose.period) {
                whose.period.into_iter().for_each(|period| *found.aside.ours.entry(period).or_default() += 1);
                continue;
            }
            let rows = theirs.get(&whose).map_or(&[] as &[usize], Vec::as_slice);
            seen.extend(rows.iter().copied());
            let alone = known.get(&whose).is_some_and(|records| records.len() == 1);
            let usable = asked.started.evaluation(record).is_some();
            let lack = match (rows, alone) {
                ([row], true) if usable => {
                    taken.insert(*row);
                    found.pairs.push(Pair { policy: at, record, row: *row });
                    continue;
                }
                _ if !usable => Lack::Rejected,
                ([], _) => Lack::OnlyOurs,
                _ => Lack::Doubled,
            };
            found.unmatched.push(Unmatched {
                why: lack,
                of_sheet: false,
                policy: at,
                at: record,
                key: whose.key,
                period: whose.period,
            });
        }
    }
    rest(asked, &periods, &seen, &mut found);
    let common =
        !taken.is_empty() || found.unmatched.iter().any(|row| matches!(row.why, Lack::Rejected | Lack::Doubled));
    if common { Ok(found) } else { Err(none_common(&found)) }
}

/// The rows of the sheet that nobody asked for.
fn rest(asked: &Asked, periods: &Periods, seen: &BTreeSet<usize>, found: &mut Matched) {
    let Some(sheet) = asked.sheets.first() else { return };
    let mut known: HashMap<Whose, usize> = HashMap::new();
    for (row, whose) in theirs(sheet, periods).into_iter().filter(|(row, _)| !seen.contains(row)) {
        let told = |why, key, period| Unmatched { why, of_sheet: true, policy: 0, at: row, key, period };
        match whose {
            None => found.unmatched.push(told(Lack::Unreadable, vec![], None)),
            Some(whose) if !periods.has(whose.period) => {
                whose.period.into_iter().for_each(|period| *found.aside.theirs.entry(period).or_default() += 1);
            }
            Some(whose) => {
                let again = known.insert(whose.clone(), row).is_some();
                let why = if again { Lack::Doubled } else { Lack::OnlyTheirs };
                found.unmatched.push(told(why, whose.key, whose.period));
            }
        }
    }
}

fn none_common(found: &Matched) -> Refusal {
    let keys = |why: Lack| {
        let own = found.unmatched.iter().filter(move |row| row.why == why).map(|row| row.key.clone());
        own.take(MOST_KEYS).collect()
    };
    Refusal::NoCommonRow { ours: keys(Lack::OnlyOurs), theirs: keys(Lack::OnlyTheirs) }
}

/// So many keys are shown of each side that has no partner.
const MOST_KEYS: usize = 3;

fn places(rows: impl Iterator<Item = (usize, Whose)>) -> Places {
    let mut places = Places::new();
    for (at, whose) in rows {
        places.entry(whose).or_default().push(at);
    }
    places
}

/// The records of a policy; of one that was rejected as far as it is known.
fn ours(asked: &Asked, own: usize, policy: &Policy) -> Vec<(usize, Option<Whose>)> {
    let shared = &asked.appraisal.inputs().shared;
    let keys = match asked.by {
        By::Key => policy.keys().collect::<Vec<_>>(),
        By::Name => policy.name_field().into_iter().collect(),
    };
    let records = (0..shared.len()).filter_map(|at| Some((at, shared.record(at)?.1)));
    let records = records.filter(|(at, record)| {
        // A record that is nobody's is told of once.
        shared.owner(*at).unwrap_or_default() == own
            && !matches!(record.reading, Reading::Skipped(_) | Reading::Foreign(_))
    });
    let whose = records.map(|(at, record)| {
        let value = |slot: crate::ir::SlotId| record.reading.known(slot.0).cloned();
        let key: Option<Vec<Value>> = keys.iter().map(|slot| value(*slot)).collect();
        let period = match policy.period().and_then(value) {
            Some(Value::Calendar(moment)) => Some(moment.ordinal),
            _ => None,
        };
        (at, key.map(|key| Whose { key, period }))
    });
    whose.collect()
}

/// The rows of a sheet; of those that cannot be used, nothing.
fn theirs(sheet: &Sheet, periods: &Periods) -> Vec<(usize, Option<Whose>)> {
    let keys = sheet.fields.keys();
    let mut rows = vec![];
    for (at, record) in sheet.batch.records().enumerate() {
        if matches!(record.reading, Reading::Skipped(_) | Reading::Foreign(_)) {
            continue;
        }
        let known = |field: usize| record.reading.known(field).filter(|value| **value != Value::Missing);
        let outside = match &record.reading {
            Reading::Rejected(out) => out.problems.iter().any(is_of_row),
            _ => false,
        };
        let key: Option<Vec<Value>> = keys.iter().map(|field| known(*field).cloned()).collect();
        let period = match (periods.column, sheet.fields.period().and_then(known)) {
            (true, Some(Value::Calendar(moment))) => Some(Some(moment.ordinal)),
            (true, _) => None,
            (false, _) => Some(periods.given),
        };
        let whose = key.zip(period).filter(|_| !outside).map(|(key, period)| Whose { key, period });
        rows.push((at, whose));
    }
    rows
}

/// Whether a problem says that a row is no row of the table.
fn is_of_row(problem: &Problem) -> bool {
    matches!(problem.code, Code::BelowTable | Code::RaggedRow)
}

/// Which periods are compared.
struct Periods {
    /// Whether the sheet has a column for them.
    column: bool,
    /// The period of a sheet without one.
    given: Option<i32>,
    /// Those that both have; of a policy without periods, none.
    both: Vec<i32>,
    /// Whether records have a period at all.
    any: bool,
}

impl Periods {
    fn of(asked: &Asked) -> Result<Self, Refusal> {
        let Some(kind) = asked.policies.iter().find_map(|policy| policy.header.period) else {
            return Ok(Periods { column: false, given: None, both: vec![], any: false });
        };
        let each = asked.policies.iter().enumerate().flat_map(|(at, policy)| ours(asked, at, policy));
        let ours: BTreeSet<i32> = each.filter_map(|(_, whose)| whose?.period).collect();
        let has_column = |sheet: &Sheet| {
            let columns = sheet.batch.inputs.first().map(|input| &input.columns);
            sheet.fields.period().is_some_and(|at| columns.is_some_and(|all| all.get(at).is_some_and(Option::is_some)))
        };
        let column = asked.sheets.first().is_some_and(has_column);
        let mut periods = Periods { column, given: asked.period, both: vec![], any: true };
        if !column && asked.period.is_none() {
            let mut all = ours.iter().copied();
            periods.given = all.next();
            if all.next().is_some() {
                return Err(Refusal::NoPeriod(moments(kind, &ours)));
            }
        }
        let theirs: BTreeSet<i32> = match (column, asked.sheets.first()) {
            (true, Some(sheet)) => theirs(sheet, &periods).into_iter().filter_map(|(_, whose)| whose?.period).collect(),
            _ => periods.given.into_iter().collect(),
        };
        let asked_for = |period: &&i32| asked.period.is_none_or(|only| only == **period);
        periods.both = ours.intersection(&theirs).filter(asked_for).copied().collect();
        match periods.both.is_empty() {
            true => Err(Refusal::OtherPeriods { ours: moments(kind, &ours), theirs: moments(kind, &theirs) }),
            false => Ok(periods),
        }
    }

    fn has(&self, period: Option<i32>) -> bool {
        !self.any || period.is_some_and(|period| self.both.contains(&period))
    }
}

fn moments(kind: Calendar, ordinals: &BTreeSet<i32>) -> Vec<Moment> {
    ordinals.iter().map(|ordinal| Moment { kind, ordinal: *ordinal }).collect()
}

/// The records of each identity of a policy, for what they were in other periods.
pub(super) fn by_identity(asked: &Asked, own: usize, policy: &Policy) -> BTreeMap<(Vec<Value>, i32), usize> {
    let records = ours(&Asked { by: By::Key, ..*asked }, own, policy).into_iter();
    records.filter_map(|(at, whose)| Some(((whose.as_ref()?.key.clone(), whose?.period?), at))).collect()
}
