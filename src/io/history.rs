//! Results of earlier runs: what was known of each key in each period.
//!
//! Only what the policy looks back at is read. A value that does not read, or that this policy could never
//! give, refuses the file: a streak counted on a wrong month would be a wrong figure.

use crate::data::{Batch, Identity, InputFile, InputRecord, Layout, Lost, Past, Problem, Reading};
use std::collections::HashSet;
use std::sync::Arc;

use super::read::{rows, unique};
use super::{DataSource, ReadOptions};
use crate::diagnostic::Code;
use crate::ir::{Bare, Field, Policy, Role, Slot, SlotId, Text, Type, Value};
use crate::quantity::{Dimension, Domain, TimeUnit};

/// What became of a record, in a result.
const STATUS: &str = "_status";
/// The policy that decided, in a result of several.
const POLICY: &str = "_policy";

/// Reads results of earlier runs. Those of a policy with another title are left aside; whether a file has no other
/// ones is told in [`Past::strange`].
pub fn read_history(policy: &Policy, sources: &[DataSource], options: &ReadOptions) -> Result<Past, Vec<Problem>> {
    let wanted = Wanted::of(policy);
    let layout =
        Layout { policy, fields: &wanted.fields, slots: &wanted.slots, unique: false, written: true, relation: None };
    let mut batch =
        rows(layout, sources, options).map_err(|problems| problems.into_iter().map(of_result).collect::<Vec<_>>())?;
    let (mut past, mut problems) = (Past::default(), vec![]);
    let (mut used, mut untold) = (HashSet::new(), HashSet::new());
    // What was rejected then is no second result beside the one of a later run.
    for record in &mut batch.records {
        if let Some(lost) = wanted.left_out(policy, record) {
            used.insert(record.place.input);
            past.lost.extend(lost);
            record.reading = Reading::Skipped(Box::default());
        }
    }
    unique(Layout { unique: true, ..layout }, &mut batch);
    for record in &batch.records {
        match wanted.taken(policy, &batch, record) {
            Taken::Result(values, told) => {
                used.insert(record.place.input);
                if !told {
                    untold.insert(record.place.input);
                }
                let fields: Vec<Value> = wanted.by_field(policy, &values);
                past.records.push((values, Identity::of(policy, &fields)));
            }
            Taken::Nothing => {}
            Taken::Others => {}
            Taken::Wrong(found) => problems.extend(found),
        }
    }
    let others = (0..).zip(&batch.inputs).filter(|(at, _)| !used.contains(at));
    past.strange = others.map(|(_, input)| other_policy(policy, input)).collect();
    let untold = (0..).zip(&batch.inputs).filter(|(at, _)| untold.contains(at));
    past.untold = untold.map(|(_, input)| Arc::clone(&input.name)).collect();
    past.inputs = batch.inputs;
    // A result holds far more than what is looked back at.
    past.notices = batch.notices.into_iter().filter(|told| told.code != Code::UnusedColumn).collect();
    if problems.is_empty() { Ok(past) } else { Err(problems) }
}

/// A column that is not there is a name to add to the policy in data; a result was not written by this policy, or not whole.
fn of_result(problem: Problem) -> Problem {
    match problem.code {
        Code::MissingColumn => Problem { variant: "history", ..problem },
        Code::OutOfDomain if problem.variant.is_empty() => Problem { variant: "history", ..problem },
        _ => problem,
    }
}

fn other_policy(policy: &Policy, input: &InputFile) -> Problem {
    Problem::new(Code::BadHistory, "policy", &input.name).arg("title", policy.header.title.as_str())
}

/// What is read of a result.
struct Wanted {
    /// The slot of the policy for each field; none for what a result says besides.
    of: Vec<Option<SlotId>>,
    fields: Vec<Field>,
    slots: Vec<Slot>,
}

/// What a row of a result says.
enum Taken {
    /// What was known, and whether the result says that it is this policy's.
    Result(Vec<(SlotId, Value)>, bool),
    /// Nothing: it was rejected, or no record.
    Nothing,
    /// It is another policy's.
    Others,
    /// It cannot be used.
    Wrong(Vec<Problem>),
}

impl Wanted {
    fn of(policy: &Policy) -> Self {
        let mut asked: Vec<SlotId> = policy.keys().chain(policy.period()).collect();
        asked.extend(policy.looked_back());
        asked.sort_unstable();
        asked.dedup();
        let mut wanted = Wanted { of: vec![], fields: vec![], slots: vec![] };
        for id in asked {
            if let Some(slot) = policy.slot(id) {
                wanted.add(Some(id), slot.clone(), field(policy, id, slot));
            }
        }
        for name in [STATUS, POLICY] {
            let slot = text(name);
            let field = field(policy, SlotId(usize::MAX), &slot);
            wanted.add(None, slot, Field { optional: true, ..field });
        }
        wanted
    }

    fn add(&mut self, of: Option<SlotId>, slot: Slot, field: Field) {
        self.of.push(of);
        self.slots.push(slot);
        self.fields.push(field);
    }

    fn taken(&self, policy: &Policy, batch: &Batch, record: &InputRecord) -> Taken {
        let (values, problems): (Vec<Option<Value>>, &[Problem]) = match &record.reading {
            Reading::Record(values) => (values.iter().cloned().map(Some).collect(), &[]),
            Reading::Rejected(rejection) => (rejection.values.clone(), &rejection.problems),
            Reading::Skipped(_) | Reading::Foreign(_) => return Taken::Nothing,
        };
        let title = self.said(record, POLICY);
        if title.is_some_and(|title| *title != Text::from(policy.header.title.as_str())) {
            return Taken::Others;
        }
        let absent = self.absent(batch, record, &values);
        if !problems.is_empty() || !absent.is_empty() {
            return Taken::Wrong(problems.iter().cloned().chain(absent).collect());
        }
        let known = self.of.iter().zip(values).filter_map(|(slot, value)| Some(((*slot)?, value?)));
        Taken::Result(known.collect(), title.is_some())
    }

    /// A text that a result says besides.
    fn said<'r>(&self, record: &'r InputRecord, name: &str) -> Option<&'r Text> {
        let at = self.slots.iter().position(|slot| slot.name == name)?;
        match record.reading.known(at)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Of a row that is no result whose record was rejected then, where it was one of this policy.
    fn left_out(&self, policy: &Policy, record: &InputRecord) -> Option<Option<Lost>> {
        let status = self.said(record, STATUS).filter(|status| status.as_str() != "ok")?;
        let others = self.said(record, POLICY).is_some_and(|title| *title != Text::from(policy.header.title.as_str()));
        let value = |slot: SlotId| record.reading.known(self.of.iter().position(|of| *of == Some(slot))?);
        let rejected = status.as_str() == "rejected" && !others;
        Some(rejected.then(|| Lost { known: vec![], past: true, ..Lost::of(policy, value) }))
    }

    /// Values that the policy always has and the row has not.
    fn absent(&self, batch: &Batch, record: &InputRecord, values: &[Option<Value>]) -> Vec<Problem> {
        let input = batch.inputs.get(record.place.input as usize);
        let name = input.map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name));
        let lacking = self
            .of
            .iter()
            .zip(&self.slots)
            .zip(values)
            .filter(|((of, slot), value)| of.is_some() && !slot.optional && **value == Some(Value::Missing));
        let told = lacking.map(|((_, slot), _)| {
            let at = input.map(|input| input.at(record.place.row)).unwrap_or_default();
            Problem::new(Code::BadHistory, "absent", &name).arg("name", slot.name.as_str()).at(at)
        });
        told.collect()
    }

    /// The values at the places of the record's fields, for what tells whose they are.
    fn by_field(&self, policy: &Policy, values: &[(SlotId, Value)]) -> Vec<Value> {
        let value = |at: usize| values.iter().find(|(slot, _)| slot.0 == at).map(|(_, value)| value.clone());
        (0..policy.fields.len()).map(|at| value(at).unwrap_or(Value::Missing)).collect()
    }
}

/// How a column of a result is read: as it was written. An empty cell is missing; whether it may be is seen
/// once it is known that the row is a result.
fn field(policy: &Policy, id: SlotId, slot: &Slot) -> Field {
    let known = policy.field(id);
    let bare = match slot.ty {
        Type::Number(Dimension::TIME) => Bare::Time(slot.time_unit),
        Type::Number(dimension) if dimension.percent => known.map_or(Bare::Fraction, |field| field.bare),
        _ => Bare::Plain,
    };
    Field {
        name: slot.name.clone(),
        title: None,
        columns: vec![],
        label_titles: vec![],
        key: known.is_some_and(|field| field.key) && slot.role == Role::Field,
        period: known.is_some_and(|field| field.period) && slot.role == Role::Field,
        // Its column must be there, an empty cell need not be wrong.
        optional: false,
        default: Some(Value::Missing),
        bare,
        rounded: false,
        step: slot.domain.numbers().and_then(|numbers| numbers.step().decimal()),
        span: slot.span,
    }
}

fn text(name: &str) -> Slot {
    Slot {
        name: name.to_owned(),
        title: None,
        ty: Type::Text,
        domain: Domain::Text,
        optional: true,
        time_unit: TimeUnit::Second,
        span: crate::source::Span::default(),
        role: Role::Field,
    }
}
