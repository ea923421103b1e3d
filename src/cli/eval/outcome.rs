//! What becomes of each record of a run.

use super::gather::Cast;
use super::provisional::{Doubts, problem};
use crate::data::{Batch, InputRecord, Problem, Reading, Rejection, Shared, SharedField, spell_cell};
use crate::diagnostic::{Arg, Code};
use crate::eval::{BoundActed, Evaluation, Note, Run, evaluate, exempt_items, failed_conditions, notes};
use crate::io::{ResultRow, RowCells, Status};
use crate::ir::{Policy, Role, SlotId, Value};
use crate::promise::{Broken, Watch};
use crate::quantity::{Number, Tongue};
use crate::render::{self, say, texts};

/// The records of a run and what is needed to evaluate them.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    /// The policies.
    pub policies: &'a [&'a Policy],
    /// The records as they were read, and whose each is.
    pub shared: &'a Shared,
    /// The fields of all policies.
    pub fields: &'a [SharedField],
    /// What each policy evaluates.
    pub casts: &'a [Cast<'a>],
    /// What is found over several records, where a policy asks for it.
    pub runs: &'a [Option<Run<'a>>],
    /// What each policy ensures and is not proved.
    pub watches: &'a [Watch<'a>],
    /// Which records of each policy hang on what.
    pub doubts: &'a [Doubts],
    /// The reader's language.
    pub tongue: Tongue,
}

impl<'a> Rows<'a> {
    /// What becomes of every record, in the order of the input, one at a time as they are asked for.
    pub fn all(self) -> impl Iterator<Item = ResultRow> + 'a {
        (0..self.shared.owners.len()).filter_map(move |at| self.row(at))
    }

    fn row(self, at: usize) -> Option<ResultRow> {
        let (batch, record) = self.shared.record(at)?;
        let Some(owner) = self.shared.owner(at) else { return Some(self.nobodys(at, &record)) };
        let policy = *self.policies.get(owner)?;
        let row = match &record.reading {
            Reading::Record(fields) => {
                let place = self.casts.get(owner).and_then(|cast| cast.places.get(at).copied().flatten());
                let evaluation = match self.runs.get(owner).and_then(Option::as_ref).zip(place) {
                    Some((run, place)) => run.evaluation(place),
                    None => evaluate(policy, fields),
                };
                let found = self.watches.get(owner).and_then(|watch| evaluated(policy, watch, evaluation, self.tongue));
                let found = found.map(|row| self.provisional(policy, (owner, at), row));
                found.unwrap_or_else(|| fault(policy, (batch, &record), fields, self.tongue))
            }
            Reading::Rejected(rejection) => unused(Status::Rejected, rejection, self.tongue),
            Reading::Skipped(rejection) => unused(Status::Skipped, rejection, self.tongue),
            Reading::Foreign(_) => return None,
        };
        Some(ResultRow { policy: Some(owner), ..row })
    }

    /// Tells of a record that it hangs on others, each reason once.
    fn provisional(self, policy: &Policy, (owner, at): (usize, usize), mut row: ResultRow) -> ResultRow {
        let doubts = self.doubts.get(owner).and_then(|doubts| doubts.get(&at));
        for words in
            doubts.into_iter().flatten().map(|doubt| texts(&problem(policy, doubt).diagnostic(), self.tongue).message)
        {
            if !row.reasons.contains(&words) {
                row.reasons.push(words);
            }
        }
        row
    }

    /// A row that no policy claims, with the cells of all their fields.
    fn nobodys(self, at: usize, record: &InputRecord) -> ResultRow {
        let cells = self.shared.cells(at, self.fields).map(|cell| cell.map(str::to_owned)).collect();
        let row = match &record.reading {
            Reading::Skipped(rejection) => unused(Status::Skipped, rejection, self.tongue),
            Reading::Rejected(rejection) => unused(Status::Rejected, rejection, self.tongue),
            Reading::Record(_) | Reading::Foreign(_) => unused(Status::Rejected, &Rejection::default(), self.tongue),
        };
        ResultRow { cells: RowCells::Raw(cells), ..row }
    }
}

/// The results of a record; `None` where a value is lacking, which the checks prove cannot be.
fn evaluated(policy: &Policy, watch: &Watch, evaluation: Evaluation, tongue: Tongue) -> Option<ResultRow> {
    let failed = failed(policy, &evaluation);
    let broken = watch.broken(&evaluation);
    let bounds = notes(policy, &evaluation);
    let bounds = bounds.iter().map(|note| noted(policy, note, tongue));
    let promises = broken.iter().map(|broken| broke(policy, broken, tongue));
    let reasons = exempt(policy, &evaluation, tongue).into_iter().chain(bounds).chain(promises).collect();
    let broken = broken.iter().map(|broken| broken.at).collect();
    let cells = RowCells::Values(evaluation.into_values().ok()?);
    Some(ResultRow { policy: None, status: Status::Ok, cells, failed, broken, reasons })
}

/// `不合 ensure 应发工资 >= 底薪`; of two records also where they differ.
fn broke(policy: &Policy, broken: &Broken, tongue: Tongue) -> String {
    let text = ("text", Arg::from(broken.ensure.text.as_str()));
    let Some(pair) = &broken.pair else { return say("note-broken", &[text], tongue) };
    let cell = |slot: SlotId, value: &Value| {
        Arg::from(policy.slot(slot).map_or_else(String::new, |known| spell_cell(policy, known, value)))
    };
    let field = policy.slot(pair.field).map_or("", |slot| slot.name.as_str());
    let args = [
        text,
        ("field", Arg::from(field)),
        ("less", cell(pair.field, &pair.along.0)),
        ("more", cell(pair.field, &pair.along.1)),
        ("before", cell(broken.ensure.slot, &pair.values.0)),
        ("after", cell(broken.ensure.slot, &pair.values.1)),
    ];
    say("note-falls", &args, tongue)
}

/// The gates that do not hold, each with the conditions that failed.
fn failed(policy: &Policy, evaluation: &Evaluation) -> Vec<(SlotId, Vec<String>)> {
    let gates = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Gate);
    let conditions = gates.map(|(at, _)| {
        let failed = failed_conditions(policy, evaluation, SlotId(at));
        (SlotId(at), failed.iter().map(|condition| condition.text.clone()).collect::<Vec<_>>())
    });
    conditions.filter(|(_, failed)| !failed.is_empty()).collect()
}

/// `免考：响应时间、差评`
fn exempt(policy: &Policy, evaluation: &Evaluation, tongue: Tongue) -> Option<String> {
    let items = exempt_items(policy, evaluation);
    let names: Vec<Arg> = items.into_iter().map(|item| item.name.clone().into()).collect();
    (!names.is_empty()).then(|| say("note-exempt", &[("names", Arg::List(names))], tongue))
}

/// `应发工资 -120.00 → 0.00（不低于）`
fn noted(policy: &Policy, note: &Note, tongue: Tongue) -> String {
    let id = match note.bounded.acted {
        Some(BoundActed::AtMost) => "note-at-most",
        Some(BoundActed::AtLeast) | None => "note-at-least",
    };
    let Some(slot) = policy.slot(note.slot) else { return String::new() };
    let amount = |amount: &Number| Arg::from(spell_cell(policy, slot, &Value::Number(amount.clone())));
    let (before, after) = (amount(&note.bounded.before), amount(&note.bounded.amount));
    say(id, &[("name", slot.name.clone().into()), ("before", before), ("after", after)], tongue)
}

fn unused(status: Status, rejection: &Rejection, tongue: Tongue) -> ResultRow {
    let reasons = rejection.problems.iter().map(|problem| render::problem(problem, tongue)).collect();
    ResultRow {
        policy: None,
        status,
        cells: RowCells::Raw(rejection.cells.clone()),
        failed: vec![],
        broken: vec![],
        reasons,
    }
}

/// A record that should have had a result is rejected, never left out.
fn fault(policy: &Policy, (batch, record): (&Batch, &InputRecord), fields: &[Value], tongue: Tongue) -> ResultRow {
    let file = batch.inputs.get(record.place.input as usize).map_or_else(|| "".into(), |input| input.name.clone());
    let problem = Problem::new(Code::Fault, "", &file).arg("row", record.place.row as usize);
    let cells = policy.slots.iter().zip(fields).map(|(slot, value)| Some(spell_cell(policy, slot, value))).collect();
    unused(Status::Rejected, &Rejection::new(vec![problem], cells), tongue)
}
