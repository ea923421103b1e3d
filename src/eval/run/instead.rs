//! A record of a run with another value in one field, all else as it is: other records, rows, earlier periods.

use std::collections::HashMap;

use super::super::related::Related;
use super::super::step::{self, Known};
use super::super::{Evaluation, FaultKind, Stop, Trace};
use super::part::Part;
use super::{Found, Given, Run, cohort, history};
use crate::ir::{RelationId, SlotId, Step, Value};
use crate::source::Span;

/// What the records of one period bring to the steps over groups.
#[derive(Debug)]
pub struct Standing {
    period: Option<i32>,
    /// Their places in the run.
    members: Vec<usize>,
    /// By step, one a member.
    parts: HashMap<usize, Vec<Part>>,
}

/// A record of a run, to be evaluated with other values in its place.
#[derive(Debug)]
pub struct Instead<'r> {
    run: &'r Run<'r>,
    standing: &'r Standing,
    subject: usize,
    /// As it is.
    evaluation: Evaluation,
}

/// What hangs on a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// The field.
    pub field: SlotId,
    /// The places of the steps that hang on it.
    pub steps: Vec<usize>,
    /// Whether what other records bring to a step hangs on it too.
    pub others: bool,
}

impl Run<'_> {
    /// What the records of a period bring to the steps over groups.
    pub fn standing(&self, period: Option<i32>) -> Standing {
        let of_period = |at: &usize| self.subjects.get(*at).is_some_and(|subject| subject.identity.period == period);
        let members: Vec<usize> = (0..self.subjects.len()).filter(of_period).collect();
        let mut parts: HashMap<usize, Vec<Part>> = HashMap::new();
        let groups: Vec<usize> =
            (0..).zip(&self.policy.steps).filter(|(_, it)| matches!(it, Step::Cohort(_))).map(|(at, _)| at).collect();
        for member in members.iter().filter(|_| !groups.is_empty()) {
            let mut known = self.known(*member);
            step::perform_all(&mut known, |step| self.trace(step, *member), ());
            for at in &groups {
                let part = self.policy.steps.get(*at).map(|step| self.part(step, *member, &known, ()));
                parts.entry(*at).or_default().extend(part);
            }
        }
        Standing { period, members, parts }
    }

    /// The period of a record.
    pub fn period(&self, subject: usize) -> Option<i32> {
        self.subjects.get(subject)?.identity.period
    }

    /// A record, among what those of its period bring, to be evaluated with other values in its place.
    pub fn instead<'r>(&'r self, subject: usize, standing: &'r Standing) -> Instead<'r> {
        Instead { run: self, standing, subject, evaluation: self.evaluation(subject) }
    }
}

impl Instead<'_> {
    /// The record as it is.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// The record with that value in a field.
    pub fn with(&self, hanging: &Hanging, value: &Value) -> Evaluation {
        if hanging.others {
            return self.anew(hanging.field, value);
        }
        let known = Known::again(self.run.policy, self.evaluation.values.clone(), self.related());
        let mut known = known;
        known.give([(hanging.field, value)].into_iter());
        for at in &hanging.steps {
            let Some(step) = self.run.policy.steps.get(*at) else { continue };
            match step.is_joint() {
                true => {
                    let found = self.found((*at, step), &known);
                    step::take(&mut known, step, trace(found))
                }
                false => step::perform(&mut known, step, ()),
            };
        }
        Evaluation { values: known.into_values(), traces: vec![] }
    }

    /// The same where all records are evaluated anew.
    fn anew(&self, field: SlotId, value: &Value) -> Evaluation {
        let mut subjects = self.run.subjects.clone();
        if let Some(Given::Fields(fields)) = subjects.get_mut(self.subject).map(|subject| &mut subject.given) {
            fields.to_mut().get_mut(field.0).into_iter().for_each(|place| *place = value.clone());
        }
        Run::new(self.run.policy, self.run.tables, subjects).evaluation(self.subject)
    }

    /// What a step over several is where the record brings this to it: what tells its group, and what the step looks at;
    /// nothing, where a filter leaves it out.
    pub fn joint(&self, at: usize, group: Vec<Value>, values: Option<Vec<Value>>) -> Result<Value, Stop> {
        let part = Part { group: group.into_iter().map(Ok).collect(), values: Ok(values) };
        match self.run.policy.steps.get(at) {
            Some(step) => self.found_with((at, step), part).value,
            None => Err(Stop::fault(FaultKind::Invalid, Span::default())),
        }
    }

    /// What the other members of a group bring to a step.
    pub fn others(&self, at: usize, group: &[Value]) -> Vec<&[Value]> {
        let parts = self.standing.parts.get(&at).into_iter().flatten();
        let others = parts.zip(&self.standing.members).filter(|(part, member)| {
            **member != self.subject && part.group.len() == group.len() && part.may_be_of(group)
        });
        others.filter_map(|(part, _)| part.values.as_ref().ok()?.as_deref()).collect()
    }

    /// The rows of a relation that belong to the record: of each what its slots are.
    pub fn rows(&self, relation: RelationId) -> Vec<&[Result<Value, Stop>]> {
        self.related().rows(self.run.policy, relation).map(|(_, row)| row.values).collect()
    }

    fn related(&self) -> Related<'_> {
        let own = self.run.subjects.get(self.subject).map_or(&[] as &[_], |subject| subject.rows.as_slice());
        Related { tables: self.run.tables, own, known: true }
    }

    fn found(&self, (at, step): (usize, &Step), known: &Known) -> Found {
        match step {
            Step::Cohort(cohort) => self.found_with((at, step), cohort::part(known.scope(()), cohort)),
            Step::History(history) => self.found_with((at, step), history::part(known.scope(()), history)),
            Step::OverRows(over) => self.run.over_rows_of(over, self.standing.period, known.scope(())),
            _ => Found::unknown(),
        }
    }

    fn found_with(&self, (at, step): (usize, &Step), part: Part) -> Found {
        let none = vec![];
        match (step, self.run.subjects.get(self.subject)) {
            (Step::Cohort(step), Some(_)) => {
                let Standing { period, members, parts } = self.standing;
                let own = members.iter().position(|member| *member == self.subject).unwrap_or(usize::MAX);
                let among = cohort::Period { period: *period, members, subjects: &self.run.subjects, lost: &[] };
                cohort::found_for(step, (own, &part), parts.get(&at).unwrap_or(&none), &among)
            }
            (Step::History(step), Some(own)) => {
                let found = self.run.past.found((at, step), std::iter::once(&own.identity), vec![part]);
                found.into_iter().next().unwrap_or_else(Found::unknown)
            }
            _ => Found::unknown(),
        }
    }
}

fn trace(found: Found) -> Trace {
    match found.value {
        Ok(value) => Trace::Joint { value, members: found.members, counted: found.counted },
        Err(stop) => Trace::Stopped(stop),
    }
}
