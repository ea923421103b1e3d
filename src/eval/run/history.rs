//! What the same key was in earlier periods.

use std::collections::{BTreeMap, HashMap};

use super::super::expression::{self, Scope};
use super::super::{Stop, aggregate};
use super::part::Part;
use super::{Found, Identity};
use crate::ir::{Aggregate, History, HistoryFunction, Policy, Step, Type, Value, Window};
use crate::quantity::{Calendar, Moment, Number};

/// What a step looks at, for one record.
type Looked = Result<Value, Stop>;

/// What the steps over earlier periods look at, for every record that is done.
#[derive(Debug)]
pub(super) struct Past {
    /// By step, key and period.
    seen: HashMap<usize, HashMap<Vec<Value>, BTreeMap<i32, Looked>>>,
    /// What a period is.
    kind: Option<Calendar>,
}

/// What a record of the period at hand brings.
pub(super) fn part(scope: Scope, step: &History) -> Part {
    match step.function.holds_present() {
        true => Part { group: vec![], values: expression::value(scope, &step.value).map(|value| Some(vec![value])) },
        false => Part::nothing(),
    }
}

impl Past {
    /// Nothing yet.
    pub fn of(policy: &Policy) -> Self {
        let kind = policy.period().and_then(|slot| policy.slot(slot)).and_then(|slot| match slot.ty {
            Type::Calendar(kind) => Some(kind),
            _ => None,
        });
        Past { seen: HashMap::new(), kind }
    }

    /// Keeps what the steps look at of a record that is done.
    pub fn keep(&mut self, key: Vec<Value>, period: i32, policy: &Policy, steps: &[usize], scope: Scope) {
        for at in steps {
            let Some(Step::History(step)) = policy.steps.get(*at) else { continue };
            let looked = expression::value(scope, &step.value);
            self.seen.entry(*at).or_default().entry(key.clone()).or_default().insert(period, looked);
        }
    }

    /// What a step is for each of these records.
    pub fn found<'i>(
        &self,
        (at, step): (usize, &History),
        who: impl Iterator<Item = &'i Identity>,
        parts: Vec<Part>,
    ) -> Vec<Found> {
        who.zip(parts).map(|(who, part)| self.one((at, step), who, part)).collect()
    }

    fn one(&self, (at, step): (usize, &History), who: &Identity, part: Part) -> Found {
        let none = BTreeMap::new();
        let earlier = self.seen.get(&at).and_then(|seen| seen.get(&who.key)).unwrap_or(&none);
        let Some(period) = who.period else { return Found::stopped(Stop::NotGiven(vec![step.slot])) };
        let looked: Vec<Looked> = match step.function {
            HistoryFunction::Previous(back) => {
                let before = i32::try_from(back).ok().and_then(|back| period.checked_sub(back));
                vec![before.and_then(|before| earlier.get(&before).cloned()).unwrap_or(Ok(Value::Missing))]
            }
            HistoryFunction::Streak => return streak(part, earlier, period),
            HistoryFunction::Aggregate(aggregate, window) => {
                return self.window(aggregate, window, (step, part), earlier, period);
            }
        };
        let value = looked.into_iter().next().unwrap_or(Ok(Value::Missing));
        let counted = usize::from(value.as_ref().is_ok_and(|value| *value != Value::Missing));
        Found { value, members: 1, counted }
    }

    /// What the values of some periods, this one the last, come to.
    fn window(
        &self,
        aggregate: Aggregate,
        window: Window,
        (step, part): (&History, Part),
        earlier: &BTreeMap<i32, Looked>,
        period: i32,
    ) -> Found {
        let first = match window {
            Window::Last { count, .. } => i32::try_from(count).ok().and_then(|count| period.checked_sub(count - 1)),
            Window::Since(since) => self.kind.and_then(|kind| first_of(kind, since, period)),
        };
        let first = first.unwrap_or(period);
        let members = usize::try_from(period - first + 1).unwrap_or(1);
        let present = part.values.map(|values| values.and_then(|values| values.into_iter().next()));
        let before = earlier.range(first..period).map(|(_, looked)| looked.clone().map(Some));
        let values: Result<Vec<Option<Value>>, Stop> = before.chain([present]).collect();
        let values: Vec<Value> = match values {
            Ok(values) => values.into_iter().flatten().filter(|value| *value != Value::Missing).collect(),
            Err(stop) => return Found::stopped(stop),
        };
        let some = matches!(window, Window::Last { up_to: true, .. });
        let value = match values.len() == members || (some && !values.is_empty()) {
            true => aggregate::whole(aggregate, values.iter(), step.value.span),
            false => Ok(Value::Missing),
        };
        Found { value, members, counted: values.len() }
    }
}

/// How many periods in a row, up to this one, a condition held.
fn streak(part: Part, earlier: &BTreeMap<i32, Looked>, period: i32) -> Found {
    let holds = |looked: &Looked| match looked {
        Ok(value) => Ok(*value == Value::Bool(true)),
        Err(stop) => Err(stop.clone()),
    };
    let present =
        part.values.map(|values| values.and_then(|values| values.into_iter().next()).unwrap_or(Value::Missing));
    let (mut length, mut looked, mut at) = (0_usize, Some(&present), period);
    while let Some(next) = looked {
        match holds(next) {
            Ok(true) => length += 1,
            Ok(false) => break,
            Err(stop) => return Found::stopped(stop),
        }
        at -= 1;
        looked = earlier.get(&at);
    }
    Found { value: Ok(Value::Number(Number::from(length))), members: length.max(1), counted: length }
}

/// The first period of the quarter or year that holds a period.
fn first_of(kind: Calendar, since: Calendar, period: i32) -> Option<i32> {
    let day = day_of(kind, period)?;
    let start = match since {
        Calendar::Year => day.year_of()?.first_day()?,
        _ => {
            let month = day.month_of()?.ordinal;
            Moment { kind: Calendar::Month, ordinal: month - month.rem_euclid(3) }.first_day()?
        }
    };
    (0..).map(|back| period - back).take_while(|at| day_of(kind, *at) >= Some(start)).last()
}

/// The day that tells which quarter and year a period belongs to: of a week its Thursday, as ISO 8601 has it.
fn day_of(kind: Calendar, period: i32) -> Option<Moment> {
    let first = Moment { kind, ordinal: period }.first_day()?;
    Some(if kind == Calendar::Week { Moment { ordinal: first.ordinal + 3, ..first } } else { first })
}
