use crate::diagnostic::{Arg, Code};
use crate::eval::{BoundActed, Evaluation, Note, Run, evaluate, exempt_items, failed_conditions, notes};
use crate::io::{Batch, InputRecord, Problem, Reading, Rejection, ResultRow, RowCells, Status, spell_cell};
use crate::ir::{Policy, Role, SlotId, Value};
use crate::promise::{Broken, Watch};
use crate::quantity::{Decimal, Tongue};
use crate::render::say;

/// The records of a run and what is needed to evaluate them.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The records as they were read.
    pub batch: &'a Batch,
    /// What is found over several of them, where the policy asks for it.
    pub run: Option<&'a Run<'a>>,
    /// The place of each record in the run.
    pub places: &'a [Option<usize>],
    /// What the policy ensures and is not proved.
    pub watch: &'a Watch<'a>,
    /// The reader's language.
    pub tongue: Tongue,
}

impl<'a> Rows<'a> {
    /// What becomes of every record, in the order of the input, one at a time as they are asked for.
    pub fn all(self) -> impl Iterator<Item = ResultRow> + 'a {
        self.batch.records.iter().enumerate().map(move |(at, record)| self.row(at, record))
    }

    fn row(self, at: usize, record: &InputRecord) -> ResultRow {
        let Rows { policy, batch, tongue, .. } = self;
        match &record.reading {
            Reading::Record(fields) => {
                let place = self.places.get(at).copied().flatten();
                let evaluation = match self.run.zip(place) {
                    Some((run, place)) => run.evaluation(place),
                    None => evaluate(policy, fields),
                };
                self.evaluated(evaluation).unwrap_or_else(|| fault(policy, batch, record, tongue))
            }
            Reading::Rejected(rejection) => unused(Status::Rejected, rejection, tongue),
            Reading::Skipped(rejection) => unused(Status::Skipped, rejection, tongue),
        }
    }

    /// The results of a record; `None` where a value is lacking, which the checks prove cannot be.
    fn evaluated(self, evaluation: Evaluation) -> Option<ResultRow> {
        let Rows { policy, tongue, .. } = self;
        let failed = failed(policy, &evaluation);
        let broken = self.watch.broken(&evaluation);
        let bounds = notes(policy, &evaluation);
        let bounds = bounds.iter().map(|note| noted(policy, note, tongue));
        let promises = broken.iter().map(|broken| broke(policy, broken, tongue));
        let reasons = exempt(policy, &evaluation, tongue).into_iter().chain(bounds).chain(promises).collect();
        let broken = broken.iter().map(|broken| broken.at).collect();
        let cells = RowCells::Values(evaluation.into_values().ok()?);
        Some(ResultRow { status: Status::Ok, cells, failed, broken, reasons })
    }
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
    let amount = |amount: Decimal| Arg::from(spell_cell(policy, slot, &Value::Number(amount)));
    let (before, after) = (amount(note.bounded.before), amount(note.bounded.amount));
    say(id, &[("name", slot.name.clone().into()), ("before", before), ("after", after)], tongue)
}

fn unused(status: Status, rejection: &Rejection, tongue: Tongue) -> ResultRow {
    let reasons = rejection.problems.iter().map(|problem| problem.words(tongue)).collect();
    ResultRow { status, cells: RowCells::Raw(rejection.cells.clone()), failed: vec![], broken: vec![], reasons }
}

/// A record that should have had a result is rejected, never left out.
fn fault(policy: &Policy, batch: &Batch, record: &InputRecord, tongue: Tongue) -> ResultRow {
    let file = batch.inputs.get(record.place.input as usize).map_or_else(|| "".into(), |input| input.name.clone());
    let problem = Problem::new(Code::Fault, "", &file).arg("row", record.place.row as usize);
    let Reading::Record(fields) = &record.reading else {
        return unused(Status::Rejected, &Rejection::new(vec![problem], vec![]), tongue);
    };
    let cells = policy.slots.iter().zip(fields).map(|(slot, value)| Some(spell_cell(policy, slot, value))).collect();
    unused(Status::Rejected, &Rejection::new(vec![problem], cells), tongue)
}
