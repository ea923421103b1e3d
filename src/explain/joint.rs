//! What was found over several records, rows or periods.

use std::borrow::Cow;

use super::Asked;
use super::model::{Cohort, History, Line};
use crate::eval::Trace;
use crate::ir::{CohortFunction, Expr, SlotId, Step, Type};
use crate::quantity::{Calendar, Moment};
use crate::source::Span;

impl<'a> Asked<'a, '_> {
    pub(super) fn cohort(&self) -> Vec<Cohort<'a>> {
        let steps = self.written.policy.steps.iter().enumerate();
        let found = steps.filter_map(|(at, step)| match step {
            Step::Cohort(step) => {
                let ranked = matches!(step.function, CohortFunction::Rank(_));
                self.over(at, step.slot, &step.within, ranked)
            }
            Step::OverRows(step) => self.over(at, step.slot, &[], false),
            _ => None,
        });
        found.collect()
    }

    fn over(&self, at: usize, slot: SlotId, within: &[Expr], ranked: bool) -> Option<Cohort<'a>> {
        let (members, counted) = self.counts(at);
        let within = within.iter().filter_map(|key| Some((key.ty, self.observed.value(key)?.clone()))).collect();
        let rank_of = ranked.then_some(counted);
        let (text, place) = self.call(slot);
        Some(Cohort { of: self.named(slot)?, text, within, members, counted, rank_of, place })
    }

    /// Over how many it was found, and how many of them counted.
    fn counts(&self, at: usize) -> (usize, usize) {
        match self.observed.evaluation.trace(at) {
            Some(Trace::Joint { members, counted, .. }) => (*members, *counted),
            _ => (0, 0),
        }
    }

    /// The text of what is found over several, and where it stands: its place is that of the call.
    fn call(&self, slot: SlotId) -> (Cow<'a, str>, Line<'a>) {
        let span = self.written.policy.slot(slot).map_or(Span::NOWHERE, |slot| slot.span);
        (self.written.text(span), self.written.place(span))
    }

    pub(super) fn history(&self) -> Vec<History<'a>> {
        let policy = self.written.policy;
        let kind = policy.period().and_then(|slot| policy.slot(slot)).map_or(Calendar::Month, |slot| match slot.ty {
            Type::Calendar(kind) => kind,
            _ => Calendar::Month,
        });
        let found = policy.steps.iter().enumerate().filter_map(|(at, step)| {
            let Step::History(step) = step else { return None };
            let (members, counted) = self.counts(at);
            let periods = self.observed.periods(at).iter();
            let periods = periods.map(|(ordinal, value)| (Moment { kind, ordinal: *ordinal }, value.clone())).collect();
            let (text, place) = self.call(step.slot);
            let (ty, unit) = (step.value.ty, self.unit(&step.value));
            Some(History { of: self.named(step.slot)?, text, periods, ty, unit, members, counted, place })
        });
        found.collect()
    }
}
