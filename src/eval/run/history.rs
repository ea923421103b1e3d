//! What the same key was in earlier periods.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::super::expression::{self, Scope};
use super::super::observer::{Observer, Periods};
use super::super::{Stop, aggregate};
use super::Found;
use super::doubt::Away;
use super::part::Part;
use crate::data::{Before, Doubt, Identity};
use crate::ir::{Aggregate, History, HistoryFunction, Policy, SlotId, Step, Type, Value, Window};
use crate::quantity::{Calendar, Moment, Number};

/// What a step looks at, for one record.
pub(super) type Looked = Result<Value, Stop>;

/// What the steps over earlier periods look at, for every record that is done.
#[derive(Debug)]
pub(super) struct Past {
    /// By step, key and period.
    seen: HashMap<usize, HashMap<Vec<Value>, BTreeMap<i32, Looked>>>,
    /// What a period is.
    kind: Option<Calendar>,
    /// In a run in doubt, what is not there.
    away: Option<Away>,
}

/// What a record of the period at hand brings.
pub(super) fn part<O: Observer>(scope: Scope<O>, step: &History) -> Part {
    match step.function.holds_present() {
        true => Part { group: vec![], values: expression::value(scope, &step.value).map(|value| Some(vec![value])) },
        false => Part::nothing(),
    }
}

/// What the steps with these places look at of a record.
pub(super) fn looked(policy: &Policy, steps: &[usize], scope: Scope<()>) -> Vec<(usize, Looked)> {
    let steps = steps.iter().filter_map(|at| match policy.steps.get(*at) {
        Some(Step::History(step)) => Some((*at, expression::value(scope, &step.value))),
        _ => None,
    });
    steps.collect()
}

impl Past {
    /// Nothing yet.
    pub fn of(policy: &Policy, away: Option<Away>) -> Self {
        let kind = policy.period().and_then(|slot| policy.slot(slot)).and_then(|slot| match slot.ty {
            Type::Calendar(kind) => Some(kind),
            _ => None,
        });
        Past { seen: HashMap::new(), kind, away }
    }

    /// Keeps what the steps look at of a record that is done.
    pub fn keep(&mut self, key: &[Value], period: i32, looked: Vec<(usize, Looked)>) {
        for (at, looked) in looked {
            self.seen.entry(at).or_default().entry(key.to_vec()).or_default().insert(period, looked);
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
        let seen = self.seen.get(&at).and_then(|seen| seen.get(&who.key)).unwrap_or(&none);
        let Some(period) = who.period else { return Found::stopped(Stop::NotGiven(vec![step.slot])) };
        let earlier = Earlier { slot: step.slot, key: &who.key, seen, away: self.away.as_ref() };
        match step.function {
            HistoryFunction::Previous(back) => {
                let before = i32::try_from(back).ok().and_then(|back| period.checked_sub(back));
                before.map_or_else(|| known(Value::Missing, 1, 0), |before| previous(&earlier, before))
            }
            HistoryFunction::Streak => streak(part, &earlier, period),
            HistoryFunction::Aggregate(aggregate, window) => {
                self.window(aggregate, window, (step, part), &earlier, period)
            }
        }
    }

    /// What a step looked at, of each period.
    pub fn looked(&self, (at, step): (usize, &History), who: &Identity) -> Periods {
        let Some(period) = who.period else { return vec![] };
        let seen = self.seen.get(&at).and_then(|seen| seen.get(&who.key));
        let value = |at: i32| seen.and_then(|seen| seen.get(&at)?.as_ref().ok()).cloned();
        let held = |back: &i32| value(*back) == Some(Value::Bool(true));
        let first = match step.function {
            HistoryFunction::Previous(back) => {
                let before = i32::try_from(back).ok().and_then(|back| period.checked_sub(back));
                return before.into_iter().map(|before| (before, value(before))).collect();
            }
            HistoryFunction::Streak => (i32::MIN..=period).rev().find(|at| !held(at)).unwrap_or(period),
            HistoryFunction::Aggregate(_, window) => self.first(window, period),
        };
        (first..=period).map(|at| (at, value(at))).collect()
    }

    /// The first period of a window that ends with one.
    fn first(&self, window: Window, period: i32) -> i32 {
        let first = match window {
            Window::Last { count, .. } => i32::try_from(count).ok().and_then(|count| period.checked_sub(count - 1)),
            Window::Since(since) => self.kind.and_then(|kind| first_of(kind, since, period)),
        };
        first.unwrap_or(period)
    }

    /// What the values of some periods, this one the last, come to.
    fn window(
        &self,
        aggregate: Aggregate,
        window: Window,
        (step, part): (&History, Part),
        earlier: &Earlier,
        period: i32,
    ) -> Found {
        let first = self.first(window, period);
        let members = usize::try_from(period - first + 1).unwrap_or(1);
        let some = matches!(window, Window::Last { up_to: true, .. });
        // Where one is surely missing, nothing is found, whatever the others are.
        let before = earlier.seen.range(first..period);
        let missing = before.clone().any(|(_, looked)| *looked == Ok(Value::Missing));
        let present = part.values.map(|values| values.and_then(|values| values.into_iter().next()));
        let counts = |looked: &Looked| looked.as_ref().is_ok_and(|value| *value != Value::Missing);
        if !some && (missing || earlier.begins_in(first..period)) {
            let own = present.is_ok_and(|present| present.is_some_and(|value| value != Value::Missing));
            let counted = before.filter(|(_, looked)| counts(looked)).count() + usize::from(own);
            return known(Value::Missing, members, counted);
        }
        if let Some(found) = earlier.doubt(first..period).filter(|(_, why)| !some || *why != Before::Absent) {
            return earlier.hangs(found);
        }
        let before = before.map(|(_, looked)| looked.clone().map(Some));
        let values: Result<Vec<Option<Value>>, Stop> = before.chain([present]).collect();
        let values: Vec<Value> = match values {
            Ok(values) => values.into_iter().flatten().filter(|value| *value != Value::Missing).collect(),
            Err(stop) => return Found::stopped(stop),
        };
        let value = match values.len() == members || (some && !values.is_empty()) {
            true => aggregate::whole(aggregate, values.iter(), step.value.span),
            false => Ok(Value::Missing),
        };
        Found { value, members, counted: values.len(), doubt: None }
    }
}

/// What somebody was in earlier periods.
struct Earlier<'a> {
    /// What looks back.
    slot: SlotId,
    /// Who.
    key: &'a [Value],
    seen: &'a BTreeMap<i32, Looked>,
    /// In a run in doubt, what is not there.
    away: Option<&'a Away>,
}

impl Earlier<'_> {
    /// The last of these periods that is not known, in a run in doubt.
    fn doubt(&self, range: Range<i32>) -> Option<(i32, Before)> {
        let away = self.away?;
        let stopped = self.seen.range(range.clone()).rev().find(|(_, looked)| looked.is_err());
        stopped.map(|(at, _)| (*at, Before::Doubtful)).or_else(|| away.absence(self.key, range, self.seen))
    }

    /// Whether the first of these periods surely was before there was anything.
    fn begins_in(&self, range: Range<i32>) -> bool {
        let Some(first) = range.clone().next().filter(|at| !self.seen.contains_key(at)) else { return false };
        self.away.is_none_or(|away| away.absence(self.key, first..first + 1, self.seen).is_none())
    }

    fn hangs(&self, (period, why): (i32, Before)) -> Found {
        Found::hangs(Doubt::Period { slot: self.slot, period, why })
    }
}

fn known(value: Value, members: usize, counted: usize) -> Found {
    Found { value: Ok(value), members, counted, doubt: None }
}

/// The value of one period.
fn previous(earlier: &Earlier, at: i32) -> Found {
    if let Some(doubt) = earlier.doubt(at..at.saturating_add(1)) {
        return earlier.hangs(doubt);
    }
    match earlier.seen.get(&at) {
        Some(Ok(value)) => known(value.clone(), 1, usize::from(*value != Value::Missing)),
        Some(Err(stop)) => Found::stopped(stop.clone()),
        None => known(Value::Missing, 1, 0),
    }
}

/// How many periods in a row, up to this one, a condition held.
fn streak(part: Part, earlier: &Earlier, period: i32) -> Found {
    let holds = |looked: &Looked| looked.clone().map(|value| value == Value::Bool(true));
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
        if let Some(doubt) = earlier.doubt(at..at.saturating_add(1)) {
            return earlier.hangs(doubt);
        }
        looked = earlier.seen.get(&at);
    }
    Found { value: Ok(Value::Number(Number::from(length))), members: length.max(1), counted: length, doubt: None }
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
