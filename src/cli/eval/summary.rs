use std::time::Instant;

use indexmap::IndexMap;
use serde_json::{Map, Number, Value as Json, json};

use super::super::Console;
use crate::diagnostic::Arg;
use crate::io::{Batch, InputFile, Reading, ResultRow, RowCells, Status};
use crate::ir::{Policy, Role, Type, Value};
use crate::quantity::{Decimal, Dimension, exact, spell_number};

/// Rejections whose reasons are shown; the others stand in the results.
const SHOWN_REJECTIONS: usize = 5;

/// What a run read and gave, for standard error, the receipt and the second sheet of a workbook.
#[derive(Debug)]
pub(super) struct Summary {
    title: String,
    currency: String,
    policy: String,
    policy_hash: String,
    inputs: Vec<InputFile>,
    counts: [(&'static str, usize); 4],
    grades: IndexMap<String, IndexMap<String, usize>>,
    pay: IndexMap<String, Option<Decimal>>,
    milliseconds: u128,
}

impl Summary {
    /// Counts a run. A sum that needs more than 96 bits is left out.
    pub fn new(name: &str, hash: String, policy: &Policy, batch: &Batch, rows: &[ResultRow], start: Instant) -> Self {
        let count = |status| rows.iter().filter(|row| row.status == status).count();
        let counts = [
            ("read", rows.len()),
            ("evaluated", count(Status::Ok)),
            ("rejected", count(Status::Rejected)),
            ("skipped", count(Status::Skipped)),
        ];
        Summary {
            title: policy.header.title.clone(),
            currency: policy.header.currency.clone(),
            policy: name.to_owned(),
            policy_hash: hash,
            inputs: batch.inputs.clone(),
            counts,
            grades: grades(policy, rows),
            pay: pay(policy, rows),
            milliseconds: start.elapsed().as_millis(),
        }
    }

    /// For programs, and to keep.
    pub fn json(&self) -> Json {
        let pay = self.pay.iter().map(|(name, sum)| (name.clone(), sum.map_or(Json::Null, number)));
        let data = self.inputs.iter().map(|input| {
            json!({
                "file": &*input.name, "sheet": input.sheet.as_deref(), "sha256": input.sha256,
                "format": input.format.name(), "encoding": input.encoding.map(|encoding| encoding.name),
            })
        });
        json!({
            "program": { "name": "merit", "version": env!("CARGO_PKG_VERSION") },
            "policy": { "file": self.policy, "title": self.title, "sha256": self.policy_hash },
            "data": data.collect::<Vec<_>>(),
            "records": self.counts.iter().map(|(name, count)| ((*name).to_owned(), (*count).into())).collect::<Map<_, _>>(),
            "grades": self.grades.iter().map(people).collect::<Map<_, _>>(),
            "pay": pay.collect::<Map<_, _>>(),
            "currency": self.currency,
            "milliseconds": u64::try_from(self.milliseconds).unwrap_or(u64::MAX),
        })
    }

    /// For a person, with the first reasons of rejection.
    pub fn words(&self, console: &Console, batch: &Batch) -> String {
        let mut text = String::new();
        for (name, value) in self.pairs(console) {
            text.push_str(&console.say("summary-line", &[("name", name.into()), ("value", value.into())]));
            text.push('\n');
        }
        text + &rejections(console, batch)
    }

    /// As names and values.
    pub fn pairs(&self, console: &Console) -> Vec<(String, String)> {
        let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
        let counts: Vec<_> = self.counts.iter().map(|(name, count)| (*name, Arg::from(*count))).collect();
        let mut pairs = vec![
            (say("summary-policy", &[]), self.title.clone()),
            (say("summary-records", &[]), say("summary-counts", &counts)),
        ];
        pairs.extend(self.grades.iter().map(|(name, people)| {
            let each = |(label, count): (&String, &usize)| {
                Arg::from(say("summary-people", &[("label", label.clone().into()), ("count", (*count).into())]))
            };
            (name.clone(), crate::render::spell(&Arg::List(people.iter().map(each).collect()), console.look.tongue))
        }));
        pairs.extend(self.pay.iter().filter_map(|(name, sum)| {
            let amount = Arg::Quantity((*sum)?, Dimension::MONEY, self.currency.clone());
            Some((name.clone(), say("summary-total", &[("amount", amount)])))
        }));
        let hash = |file: &str, hash: &str| format!("{hash}  {file}");
        pairs.push((say("summary-policy-hash", &[]), hash(&self.policy, &self.policy_hash)));
        let inputs = self.inputs.iter();
        pairs.extend(inputs.map(|input| (say("summary-data-hash", &[]), hash(&read_as(input), &input.sha256))));
        let seconds = Decimal::try_from_i128_with_scale(i128::try_from(self.milliseconds).unwrap_or(i128::MAX), 3);
        let seconds = Arg::from(seconds.unwrap_or_default());
        pairs.push((say("summary-time", &[]), say("summary-seconds", &[("seconds", seconds)])));
        pairs
    }
}

/// A file, with the encoding where it was found by trial: someone who sees the wrong one can name another.
fn read_as(input: &InputFile) -> String {
    match input.encoding {
        Some(encoding) if encoding.guessed => format!("{} ({})", input.name, encoding.name),
        _ => input.name.to_string(),
    }
}

/// How many people each grade has, its labels from best to worst.
fn grades(policy: &Policy, rows: &[ResultRow]) -> IndexMap<String, IndexMap<String, usize>> {
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Grade);
    let counted = slots.filter_map(|(at, slot)| {
        let Type::Label(set) = slot.ty else { return None };
        let labels = &policy.label_sets.get(set.0)?.labels;
        let mut people: IndexMap<String, usize> = labels.iter().map(|label| (label.name.clone(), 0)).collect();
        for value in values(rows, at) {
            if let Value::Label(place) = value
                && let Some((_, count)) = people.get_index_mut(*place)
            {
                *count += 1;
            }
        }
        Some((slot.name.clone(), people))
    });
    counted.collect()
}

/// What each pay block comes to.
fn pay(policy: &Policy, rows: &[ResultRow]) -> IndexMap<String, Option<Decimal>> {
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Pay);
    let totals = slots.map(|(at, slot)| {
        let sum = values(rows, at).try_fold(Decimal::ZERO, |sum, value| match value {
            Value::Number(amount) => exact::add(sum, *amount),
            _ => Some(sum),
        });
        (slot.name.clone(), sum)
    });
    totals.collect()
}

/// The values of a slot in the records that were evaluated.
fn values(rows: &[ResultRow], slot: usize) -> impl Iterator<Item = &Value> {
    rows.iter().filter_map(move |row| match &row.cells {
        RowCells::Values(values) => values.get(slot),
        RowCells::Raw(_) => None,
    })
}

/// The first rejections with their first reason, and how many more there are.
fn rejections(console: &Console, batch: &Batch) -> String {
    let rejected = batch.records.iter().filter_map(|record| match &record.reading {
        Reading::Rejected(rejection) => rejection.problems.first(),
        _ => None,
    });
    let problems: Vec<_> = rejected.collect();
    let shown = problems.iter().take(SHOWN_REJECTIONS);
    let mut text: String = shown.map(|problem| format!("  - {}\n", problem.words(console.look.tongue))).collect();
    if let Some(more) = problems.len().checked_sub(SHOWN_REJECTIONS).filter(|more| *more > 0) {
        text.push_str(&format!("  {}\n", console.say("summary-more", &[("count", more.into())])));
    }
    if text.is_empty() { text } else { format!("{}\n{text}", console.say("summary-rejected", &[])) }
}

fn people((grade, labels): (&String, &IndexMap<String, usize>)) -> (String, Json) {
    (grade.clone(), labels.iter().map(|(label, count)| (label.clone(), Json::from(*count))).collect())
}

/// A decimal as a JSON number, digit by digit.
fn number(value: Decimal) -> Json {
    Json::Number(Number::from_string_unchecked(spell_number(value)))
}
