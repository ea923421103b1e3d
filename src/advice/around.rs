//! What is found over several records where a value of one of them lies in a box: others, rows and earlier periods are
//! what they are.

use crate::analysis::{Around, Possible, Reach};
use crate::eval::Instead;
use crate::ir::{Allocate, CohortFunction, Expr, Many, Policy, RelationId, SlotId, Step, Value};
use crate::quantity::{Domain, Moment, Number, Numbers, Rounding};

/// What stands beside a record of a run.
pub(super) struct Beside<'s> {
    /// The policy.
    pub policy: &'s Policy,
    instead: &'s Instead<'s>,
    /// The steps over groups to which others bring something else.
    stirred: &'s [usize],
    /// Of each relation its rows that belong to the record.
    rows: Vec<Vec<Vec<Possible>>>,
}

/// What a record can bring to a step over several: whether it can be left out, whether it can count, and of what it
/// brings where it does the least and the most, and missing.
struct Brought {
    counts: (bool, bool),
    ends: Vec<Vec<Value>>,
}

impl<'s> Beside<'s> {
    pub fn new(policy: &'s Policy, instead: &'s Instead<'s>, stirred: &'s [usize]) -> Self {
        let possible = |value: &Result<Value, crate::eval::Stop>, slot: usize| match (value, policy.slots.get(slot)) {
            (Ok(value), _) => Possible::one(value),
            (Err(_), Some(slot)) => Possible::of_slot(slot),
            (Err(_), None) => Possible::MISSING,
        };
        let relations = policy.relations.iter().enumerate().map(|(at, relation)| {
            let rows = instead.rows(RelationId(at)).into_iter();
            rows.map(|row| row.iter().zip(relation.slots.clone()).map(|(value, slot)| possible(value, slot)).collect())
                .collect()
        });
        Beside { policy, instead, stirred, rows: relations.collect() }
    }

    /// What a step can find, which grows, or falls, with what the record brings: it lies between what it finds at the ends.
    fn between(&self, at: usize, slot: SlotId, group: &[Value], brought: &Brought) -> Option<Possible> {
        let mut found = vec![];
        if brought.counts.0 {
            found.push(self.instead.joint(at, group.to_vec(), None).ok()?);
        }
        if brought.counts.1 {
            for end in &brought.ends {
                found.push(self.instead.joint(at, group.to_vec(), Some(end.clone())).ok()?);
            }
        }
        let missing = found.contains(&Value::Missing);
        found.retain(|value| *value != Value::Missing);
        let there = match (found.iter().min(), found.iter().max()) {
            (Some(least), Some(most)) => Some(stretch(&self.policy.slot(slot)?.domain, least, most)?),
            _ => None,
        };
        Some(Possible { missing, ..there.unwrap_or(Possible::NOTHING.clone()) })
    }

    /// A part of a pool is less than a step from what the weight asks for.
    fn allocated(&self, at: usize, it: &Allocate, group: &[Value], reach: &Reach) -> Option<Possible> {
        let pool = reach.of(&it.pool).as_numbers()?.clone();
        let own = reach.of(&it.by).as_numbers()?.clone();
        let others: Option<Vec<&Number>> =
            self.instead.others(at, group).iter().map(|values| values.get(1)?.number()).collect();
        let others: Number = others?.into_iter().sum();
        if pool.lo().is_negative() || own.lo().is_negative() {
            return None;
        }
        let part = |pool: Number, own: Number, mode| (pool * &own).quotient(&(&others + &own), it.step, mode);
        let least = part(pool.lo(), own.lo(), Rounding::Floor).unwrap_or_default();
        let most = part(pool.hi(), own.hi(), Rounding::Ceiling).unwrap_or_default();
        let missing = (&others + &own.lo()).is_zero();
        Some(Possible { missing, ..Possible::numbers(Numbers::between((least, true), (most, true), it.step)) })
    }
}

impl Around for Beside<'_> {
    fn joint(&self, step: usize, reach: &Reach) -> Option<Possible> {
        match self.policy.steps.get(step)? {
            Step::Cohort(_) if self.stirred.contains(&step) => None,
            Step::Cohort(cohort) => {
                let group: Vec<Value> =
                    cohort.within.iter().map(|key| only(&reach.of(key), key)).collect::<Option<_>>()?;
                let brought = match &cohort.function {
                    CohortFunction::Aggregate(many) => of_many(reach, many)?,
                    CohortFunction::Rank(rank) => {
                        let ranked: Vec<&Expr> = std::iter::once(&rank.value).chain(&rank.then).collect();
                        ranks(reach, rank.filter.as_ref(), &ranked)?
                    }
                    CohortFunction::Allocate(it) => {
                        let brought = ranks(reach, None, &[&it.pool, &it.by])?;
                        if brought.ends.first() != brought.ends.last() {
                            return self.allocated(step, it, &group, reach);
                        }
                        brought
                    }
                };
                self.between(step, cohort.slot, &group, &brought)
            }
            Step::History(history) => {
                let brought = match history.function.holds_present() {
                    true => one(reach, None, &history.value)?,
                    false => Brought { counts: (true, false), ends: vec![] },
                };
                self.between(step, history.slot, &[], &brought)
            }
            _ => None,
        }
    }

    fn rows(&self, relation: RelationId) -> Option<&[Vec<Possible>]> {
        self.rows.get(relation.0).map(Vec::as_slice)
    }
}

fn of_many(reach: &Reach, many: &Many) -> Option<Brought> {
    match &many.value {
        Some(value) => one(reach, many.filter.as_ref(), value),
        // Of `count` the bare fact that it is there.
        None => Some(Brought { counts: counts(reach, many.filter.as_ref()), ends: vec![vec![Value::Bool(true)]] }),
    }
}

fn counts(reach: &Reach, filter: Option<&Expr>) -> (bool, bool) {
    filter.map_or((false, true), |filter| reach.of(filter).truths())
}

/// One value, of which what is missing counts for itself.
fn one(reach: &Reach, filter: Option<&Expr>, operand: &Expr) -> Option<Brought> {
    let possible = reach.of(operand);
    let missing = possible.missing.then(|| vec![Value::Missing]);
    let there = match possible.domain {
        Some(_) => {
            let (least, most) = ends(&Possible { missing: false, ..possible }, operand)?;
            vec![vec![least], vec![most]]
        }
        None => vec![],
    };
    Some(Brought { counts: counts(reach, filter), ends: there.into_iter().chain(missing).collect() })
}

/// What is ranked, then what breaks ties: what is missing is less than all that is there.
fn ranks(reach: &Reach, filter: Option<&Expr>, operands: &[&Expr]) -> Option<Brought> {
    let ends: Vec<(Value, Value)> =
        operands.iter().map(|operand| ends(&reach.of(operand), operand)).collect::<Option<_>>()?;
    let (least, most) = ends.into_iter().unzip();
    Some(Brought { counts: counts(reach, filter), ends: vec![least, most] })
}

/// The only value that something can be.
fn only(possible: &Possible, expr: &Expr) -> Option<Value> {
    let (least, most) = ends(possible, expr)?;
    (least == most).then_some(least)
}

/// The least and the greatest that something can be; missing is less than all.
fn ends(possible: &Possible, expr: &Expr) -> Option<(Value, Value)> {
    let there = match &possible.domain {
        None => None,
        Some(Domain::Numbers(numbers)) => Some((Value::Number(numbers.lo()), Value::Number(numbers.hi()))),
        Some(Domain::Labels(labels)) => Some((Value::Label(*labels.first()?), Value::Label(*labels.last()?))),
        Some(Domain::Bool { no, yes }) => Some((Value::Bool(!*no), Value::Bool(*yes))),
        Some(Domain::Calendar { first, last }) => {
            let crate::ir::Type::Calendar(kind) = expr.ty else { return None };
            let moment = |ordinal: i32| Value::Calendar(Moment { kind, ordinal });
            Some((moment(*first), moment(*last)))
        }
        Some(Domain::Text) => possible.text.clone().map(|text| (Value::Text(text.clone()), Value::Text(text))),
        Some(Domain::Invalid) => None,
    };
    match (there, possible.missing) {
        (Some((_, most)), true) => Some((Value::Missing, most)),
        (Some(ends), false) => Some(ends),
        (None, true) if possible.domain.is_none() => Some((Value::Missing, Value::Missing)),
        (None, _) => None,
    }
}

/// The part of a domain from one value to another.
fn stretch(domain: &Domain, least: &Value, most: &Value) -> Option<Possible> {
    let domain = match (domain, least, most) {
        (Domain::Numbers(numbers), Value::Number(lo), Value::Number(hi)) => {
            let part = numbers.restrict_lo(lo, true).and_then(|part| part.restrict_hi(hi, true));
            Domain::Numbers(part?)
        }
        (Domain::Labels(labels), Value::Label(first), Value::Label(last)) => {
            Domain::Labels(labels.range(first..=last).copied().collect())
        }
        (Domain::Bool { .. }, Value::Bool(first), Value::Bool(last)) => Domain::Bool { no: !first, yes: *last },
        (Domain::Calendar { .. }, Value::Calendar(first), Value::Calendar(last)) => {
            Domain::Calendar { first: first.ordinal, last: last.ordinal }
        }
        _ => return None,
    };
    Some(Possible::there(domain))
}
