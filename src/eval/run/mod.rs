//! All records of one run: what a cohort, a lookup's rows or earlier periods tell of each.
//!
//! Periods come one after the other, so that what is earlier is known. Within a period the steps over
//! several records come in stages: those of a stage need of others only what the stages before found. A
//! stage evaluates of every record just what its steps ask for, and keeps nothing but their values.

mod allocate;
mod cohort;
mod doubt;
mod history;
mod instead;
mod part;
mod rank;
mod rows;
mod stages;
mod sure;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::evaluation::Evaluation;
use super::observer::{Observed, Observer, Recorder};
use super::related::{Related, Tables};
use super::step::{self, Known};
use super::{FaultKind, Stop, Trace};
use crate::data::{Doubt, Earlier, Identity, Lost};
use crate::ir::{Policy, RelationId, SlotId, Step, Value};
use crate::source::Span;
use doubt::Away;
pub use doubt::group_slots;
use history::Past;
pub use instead::{Hanging, Instead, Standing};
use part::Part;
use stages::Stages;

/// One record of a run.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// What is known of it.
    pub given: Given<'a>,
    /// The rows that belong to it, for each relation their places in its table; nothing where it has none.
    pub rows: Vec<Vec<usize>>,
    /// Who and when.
    pub identity: Identity,
    /// A result of an earlier run: it counts as what was, not as a member of a group.
    pub past: bool,
}

/// What is known of a record.
#[derive(Debug, Clone)]
pub enum Given<'a> {
    /// One value a field, in order; missing where it is absent.
    Fields(Cow<'a, [Value]>),
    /// Some values, which take the place of their definitions. What needs others is stopped.
    Values(&'a [(SlotId, Value)]),
    /// As `Values`; what needs one that is not known is stopped.
    Partly(&'a [(SlotId, Option<Value>)]),
}

/// What was found over several records, rows or periods for one record.
#[derive(Debug, Clone)]
struct Found {
    value: Result<Value, Stop>,
    /// How many there were.
    members: usize,
    /// How many counted.
    counted: usize,
    /// On what it hangs, where that is not known.
    doubt: Option<Doubt>,
}

/// The records of a run, and all that is found over several of them.
#[derive(Debug)]
pub struct Run<'a> {
    policy: &'a Policy,
    tables: &'a Tables,
    subjects: Vec<Subject<'a>>,
    /// What was rejected, where it is asked what hangs on it.
    lost: Option<Vec<Lost>>,
    /// For each step over several records what it found, one a subject.
    found: HashMap<usize, Vec<Found>>,
    /// What the steps over earlier periods looked at.
    past: Past,
}

impl<'a> Run<'a> {
    /// Finds all that needs several records.
    pub fn new(policy: &'a Policy, tables: &'a Tables, subjects: Vec<Subject<'a>>) -> Self {
        Run::of(policy, tables, subjects, None)
    }

    /// The same with what was rejected taken for not known: what hangs on it is stopped, and [`Run::doubts`] tells why.
    pub fn in_doubt(policy: &'a Policy, tables: &'a Tables, subjects: Vec<Subject<'a>>, lost: Vec<Lost>) -> Self {
        Run::of(policy, tables, subjects, Some(lost))
    }

    fn of(policy: &'a Policy, tables: &'a Tables, subjects: Vec<Subject<'a>>, lost: Option<Vec<Lost>>) -> Self {
        let past = Past::of(policy, lost.as_ref().map(|lost| Away::of(&subjects, lost)));
        let mut run = Run { policy, tables, subjects, lost, found: HashMap::new(), past };
        let stages = Stages::of(policy);
        if stages.is_empty() {
            return run;
        }
        for at in (0..).zip(&policy.steps).filter(|(_, step)| step.is_joint()).map(|(at, _)| at) {
            run.found.insert(at, vec![Found::unknown(); run.subjects.len()]);
        }
        for (period, members) in by_period(&run.subjects) {
            for stage in stages.each() {
                run.stage(stage, period, &members);
            }
            run.remember(&stages, period, &members);
        }
        run
    }

    /// What a record comes to.
    pub fn evaluation(&self, subject: usize) -> Evaluation {
        let mut known = self.known(subject);
        let traces = step::perform_all(&mut known, |step| self.trace(step, subject), ());
        Evaluation { values: known.into_values(), traces }
    }

    /// The same, told of every value how it came about. What the record itself brings to what is found over several
    /// is told too.
    pub fn observed(&self, subject: usize) -> Observed<'a> {
        let recorder = Recorder::of(self.policy);
        let mut known = self.known(subject);
        let traces = step::perform_all(&mut known, |step| self.trace(step, subject), recorder.of_record());
        let own = self.subjects.get(subject);
        let mut periods = BTreeMap::new();
        for (at, step) in self.policy.steps.iter().enumerate().filter(|(_, step)| step.is_joint()) {
            self.part(step, subject, &known, recorder.of_record());
            if let (Step::History(step), Some(own)) = (step, own) {
                periods.insert(at, self.past.looked((at, step), &own.identity));
            }
        }
        let rows = own.map_or(&[] as &[_], |own| own.rows.as_slice());
        let computed = rows.iter().enumerate().map(|(of, rows)| {
            let row = |at: &usize| {
                let told = recorder.of_record().of_row(*at);
                self.tables.observed(self.policy, RelationId(of), *at, told)
            };
            rows.iter().map(row).collect()
        });
        let computed = computed.collect();
        let evaluation = Evaluation { values: known.into_values(), traces };
        Observed::new(self.policy, evaluation, recorder, rows, periods).with_rows(computed)
    }

    /// One stage of a period: the operands of each record, then what they come to.
    fn stage(&mut self, stage: &stages::Stage, period: Option<i32>, members: &[usize]) {
        let mut parts: Vec<Vec<Part>> = vec![vec![]; stage.joint.len()];
        for member in members {
            let known = self.partly(*member, &stage.needed);
            for (step, parts) in stage.joint.iter().filter_map(|at| self.policy.steps.get(*at)).zip(&mut parts) {
                parts.push(self.part(step, *member, &known, ()));
            }
        }
        for (at, parts) in stage.joint.iter().zip(parts) {
            let found = match self.policy.steps.get(*at) {
                Some(Step::Cohort(step)) => {
                    let lost = self.lost_parts(step, stage, period);
                    cohort::found(
                        step,
                        parts,
                        &cohort::Period { period, members, subjects: &self.subjects, lost: &lost },
                    )
                }
                Some(Step::OverRows(step)) => self.over_rows(step, period, members, stage, parts),
                Some(Step::History(step)) => {
                    let who = members.iter().filter_map(|at| self.subjects.get(*at)).map(|it| &it.identity);
                    self.past.found((*at, step), who, parts)
                }
                _ => continue,
            };
            let in_doubt = self.lost.is_some();
            if let Some(column) = self.found.get_mut(at) {
                for (member, found) in members.iter().zip(found) {
                    let found = if in_doubt { found.hanging() } else { found };
                    if let Some(place) = column.get_mut(*member) {
                        *place = found;
                    }
                }
            }
        }
    }

    /// What rejected records bring to a step over groups. What is found over several is not known of them.
    fn lost_parts(&self, step: &crate::ir::Cohort, stage: &stages::Stage, period: Option<i32>) -> Vec<Part> {
        let lost = self.lost.iter().flatten().filter(|lost| !lost.past && lost.may_be_of(period));
        let parts = lost.map(|lost| {
            let mut known = known(self.policy, &Given::Partly(&lost.known), Related::UNKNOWN);
            for step in stage.needed.iter().filter_map(|at| self.policy.steps.get(*at)) {
                match step.is_joint() {
                    true => step::take(&mut known, step, Trace::Stopped(Stop::NotGiven(vec![]))),
                    false => step::perform(&mut known, step, ()),
                };
            }
            cohort::part(known.scope(()), step)
        });
        parts.collect()
    }

    /// Why values of a record may yet change, where this is a run in doubt.
    pub fn doubts(&self, subject: usize) -> Vec<Doubt> {
        let slots: Vec<SlotId> = self.policy.columns.iter().map(|column| column.slot).collect();
        self.doubts_on(subject, &slots)
    }

    /// The same of some of its values.
    pub fn doubts_on(&self, subject: usize, slots: &[SlotId]) -> Vec<Doubt> {
        let stopped = |column: &Vec<Found>| column.get(subject).is_some_and(|found| found.value.is_err());
        if !self.tables.is_partly() && !self.found.values().any(stopped) {
            return vec![];
        }
        let evaluation = self.evaluation(subject);
        let mut on = BTreeSet::new();
        for slot in slots {
            if let Err(Stop::NotGiven(slots)) = evaluation.value(*slot) {
                on.extend(slots.iter().copied());
            }
        }
        let doubts: BTreeSet<Doubt> = on.into_iter().filter_map(|slot| self.doubt(slot, subject)).collect();
        doubts.into_iter().collect()
    }

    /// Why a slot is not known.
    fn doubt(&self, slot: SlotId, subject: usize) -> Option<Doubt> {
        let relation = self.policy.relations.iter().position(|relation| relation.slots.contains(&slot.0));
        if let Some(relation) = relation {
            return Some(Doubt::Rows(RelationId(relation)));
        }
        self.found.get(&self.policy.step_of(slot)?)?.get(subject)?.doubt.clone()
    }

    /// What one record brings to a step.
    fn part<O: Observer>(&self, step: &Step, member: usize, known: &Known, observer: O) -> Part {
        match step {
            Step::Cohort(_) if self.subjects.get(member).is_none_or(|subject| subject.past) => Part::nothing(),
            Step::Cohort(step) => cohort::part(known.scope(observer), step),
            Step::History(step) => history::part(known.scope(observer), step),
            _ => Part::nothing(),
        }
    }

    /// Keeps what the records of a period were, for later ones.
    fn remember(&mut self, stages: &Stages, period: Option<i32>, members: &[usize]) {
        let (Some(period), Some(last)) = (period, &stages.last) else { return };
        for member in members {
            let Some(subject) = self.subjects.get(*member) else { continue };
            let looked = history::looked(self.policy, &last.joint, self.partly(*member, &last.needed).scope(()));
            self.past.keep(&subject.identity.key, period, looked);
        }
    }

    /// A record after some of its steps.
    fn partly(&self, subject: usize, needed: &[usize]) -> Known<'_> {
        let mut known = self.known(subject);
        for at in needed {
            let Some(step) = self.policy.steps.get(*at) else { continue };
            match step.is_joint() {
                true => step::take(&mut known, step, self.trace(*at, subject)),
                false => step::perform(&mut known, step, ()),
            };
        }
        known
    }

    fn known(&self, at: usize) -> Known<'_> {
        let Some(subject) = self.subjects.get(at) else {
            return Known::of_record(self.policy, std::iter::empty(), Related::NONE);
        };
        let related = Related { tables: self.tables, own: &subject.rows, known: true };
        known(self.policy, &subject.given, related)
    }

    fn trace(&self, step: usize, subject: usize) -> Trace {
        match self.found.get(&step).and_then(|column| column.get(subject)) {
            Some(Found { value: Ok(value), members, counted, .. }) => {
                Trace::Joint { value: value.clone(), members: *members, counted: *counted }
            }
            Some(Found { value: Err(stop), .. }) => Trace::Stopped(stop.clone()),
            None => Trace::Stopped(Stop::fault(FaultKind::Invalid, Span::default())),
        }
    }
}

/// Adds what was known in earlier periods. Of one key and period the first counts: what this run evaluates itself,
/// then what comes first in `earlier`.
pub fn remember<'a>(subjects: &mut Vec<Subject<'a>>, earlier: impl Iterator<Item = &'a Earlier>) {
    let mut known: HashSet<Identity> = subjects.iter().map(|subject| subject.identity.clone()).collect();
    subjects.extend(earlier.filter(|(_, identity)| known.insert(identity.clone())).map(|(values, identity)| Subject {
        given: Given::Values(values),
        rows: vec![],
        identity: identity.clone(),
        past: true,
    }));
}

/// What a record comes to of which nothing is found over several.
pub(super) fn by_itself<O: Observer>(policy: &Policy, given: Given, observer: O) -> Evaluation {
    let mut known = known(policy, &given, Related::NONE);
    let joint = |_| Trace::Stopped(Stop::fault(FaultKind::Invalid, Span::default()));
    let traces = step::perform_all(&mut known, joint, observer);
    Evaluation { values: known.into_values(), traces }
}

/// What a record comes to by some of the steps, of which none is over several records.
pub(super) fn by_steps(policy: &Policy, given: Given, steps: &[usize]) -> Evaluation {
    let mut known = known(policy, &given, Related::NONE);
    let traces = step::perform_some(&mut known, steps);
    Evaluation { values: known.into_values(), traces }
}

fn known<'a>(policy: &'a Policy, given: &Given, related: Related<'a>) -> Known<'a> {
    match given {
        Given::Fields(values) => Known::of_record(policy, (0..).map(SlotId).zip(values.iter()), related),
        Given::Values(values) => Known::of_record(policy, values.iter().map(|(slot, value)| (*slot, value)), related),
        Given::Partly(values) => {
            let there = values.iter().filter_map(|(slot, value)| Some((*slot, value.as_ref()?)));
            let mut known = Known::of_record(policy, there, related);
            values.iter().filter(|(_, value)| value.is_none()).for_each(|(slot, _)| known.hide(*slot));
            known
        }
    }
}

impl Found {
    fn unknown() -> Self {
        Found::stopped(Stop::fault(FaultKind::Invalid, Span::default()))
    }

    fn stopped(stop: Stop) -> Self {
        Found { value: Err(stop), members: 0, counted: 0, doubt: None }
    }

    /// Not known, for that reason.
    fn hangs(doubt: Doubt) -> Self {
        Found { doubt: Some(doubt), ..Found::stopped(Stop::NotGiven(vec![])) }
    }

    /// In a run in doubt, what hangs on something says itself what it hangs on.
    fn hanging(mut self) -> Self {
        if let (Some(Doubt::Group { slot, .. } | Doubt::Period { slot, .. }), Err(Stop::NotGiven(_))) =
            (&self.doubt, &self.value)
        {
            self.value = Err(Stop::NotGiven(vec![*slot]));
        }
        self
    }
}

/// The places of the records of each period, the earliest first.
fn by_period(subjects: &[Subject]) -> BTreeMap<Option<i32>, Vec<usize>> {
    let mut periods: BTreeMap<Option<i32>, Vec<usize>> = BTreeMap::new();
    for (at, subject) in subjects.iter().enumerate() {
        periods.entry(subject.identity.period).or_default().push(at);
    }
    periods
}
