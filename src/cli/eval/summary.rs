use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use serde_json::{Map, Number, Value as Json, json};

use super::super::Console;
use super::gather::Data;
use super::hashes::Hashes;
use super::tally::Tally;
use crate::diagnostic::{Arg, Code};
use crate::io::{Batch, Cover, InputFile, Reading};
use crate::ir::{Policy, SlotId, Step};
use crate::quantity::{Decimal, Dimension, spell_number};

/// Rejections whose reasons are shown; the others stand in the results.
const SHOWN_REJECTIONS: usize = 5;

/// What a run read and gave, for standard error, the receipt and the second sheet of a workbook.
#[derive(Clone)]
pub(super) struct Summary<'a> {
    /// The policy's file.
    pub name: &'a str,
    /// The SHA-256 of that file and of those that it uses.
    pub hashes: Hashes,
    /// The policy.
    pub policy: &'a Policy,
    /// What was read.
    pub data: &'a Data,
    /// What came of it.
    pub tally: Tally<'a>,
    /// When the run began.
    pub start: Instant,
}

impl Summary<'_> {
    /// For programs, and to keep.
    pub fn json(&self, results: Option<&(&Path, String)>) -> Json {
        let results = results.map(|(path, hash)| json!({ "file": path.to_string_lossy(), "sha256": hash }));
        let pay = self.tally.pay().map(|(name, sum)| (name.to_owned(), sum.map_or(Json::Null, number)));
        let files = |inputs: &[InputFile]| inputs.iter().map(file).collect::<Vec<_>>();
        let with = self.data.with.iter().map(|(name, inputs)| (name.clone(), files(inputs).into()));
        json!({
            "program": { "name": "merit", "version": env!("CARGO_PKG_VERSION") },
            "policy": {
                "file": self.name, "title": self.policy.header.title, "sha256": self.hashes.whole(),
                "files": self.hashes.json(),
            },
            "data": files(&self.data.batch.inputs),
            "with": with.collect::<Map<_, _>>(),
            "history": files(&self.data.past.inputs),
            "results": results,
            "records": self.tally.counts().into_iter().map(|(name, count)| (name.to_owned(), count.into())).collect::<Map<_, _>>(),
            "grades": self.tally.grades().map(people).collect::<Map<_, _>>(),
            "pay": pay.collect::<Map<_, _>>(),
            "ensures": self.tally.broken().map(|(text, count)| json!({ "text": text, "broken": count })).collect::<Vec<_>>(),
            "currency": self.policy.header.currency,
            "milliseconds": u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX),
        })
    }

    /// For a person, with the first reasons of rejection.
    pub fn words(&self, console: &Console) -> String {
        let mut text = String::new();
        for (name, value) in self.pairs(console) {
            text.push_str(&console.say("summary-line", &[("name", name.into()), ("value", value.into())]));
            text.push('\n');
        }
        text + &rejections(console, &self.data.batch)
    }

    /// For a workbook.
    pub fn cover(&self, console: &Console) -> Cover {
        let sheet = |id| console.say(id, &[]);
        Cover { results: sheet("sheet-results"), summary: sheet("sheet-summary"), lines: self.pairs(console) }
    }

    /// The groups that lack a rejected record: it takes no part in ranks and sums.
    fn apart(&self) -> Option<String> {
        let policy = self.policy;
        let mut keys: Vec<SlotId> = policy.period().into_iter().collect();
        let mut cohorts =
            policy.steps.iter().filter_map(|step| if let Step::Cohort(it) = step { Some(it) } else { None });
        let first = cohorts.next()?;
        for key in first.within.iter().chain(cohorts.flat_map(|it| &it.within)).filter_map(|key| key.slot()) {
            if policy.fields.get(key.0).is_some() && !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for record in &self.data.batch.records {
            let Reading::Rejected(rejection) = &record.reading else { continue };
            let cells = keys.iter().filter_map(|key| {
                let cell = rejection.cells.get(key.0).cloned().flatten()?;
                Some(format!("{} {cell}", policy.slot(*key)?.name))
            });
            *groups.entry(cells.collect::<Vec<_>>().join(", ")).or_default() += 1;
        }
        let shown: Vec<String> = groups.into_iter().map(|(group, count)| format!("{group} ({count})")).collect();
        (!shown.is_empty()).then(|| shown.join("; "))
    }

    /// As names and values.
    fn pairs(&self, console: &Console) -> Vec<(String, String)> {
        let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
        let counts: Vec<_> = self.tally.counts().into_iter().map(|(name, count)| (name, Arg::from(count))).collect();
        let mut pairs = vec![
            (say("summary-policy", &[]), self.policy.header.title.clone()),
            (say("summary-records", &[]), say("summary-counts", &counts)),
        ];
        pairs.extend(self.tally.broken().map(|(text, count)| {
            let id = if count == 0 { "summary-kept" } else { "summary-broken" };
            (text.to_owned(), say(id, &[("count", count.into())]))
        }));
        pairs.extend(self.apart().map(|groups| (say("summary-apart", &[]), groups)));
        pairs.extend(self.tally.grades().map(|(name, people)| {
            let each = |(label, count): (&str, usize)| {
                Arg::from(say("summary-people", &[("label", label.into()), ("count", count.into())]))
            };
            (name.to_owned(), crate::render::spell(&Arg::List(people.map(each).collect()), console.look.tongue))
        }));
        pairs.extend(self.tally.pay().filter_map(|(name, sum)| {
            let amount = Arg::Quantity(sum?, Dimension::MONEY, self.policy.header.currency.clone());
            Some((name.to_owned(), say("summary-total", &[("amount", amount)])))
        }));
        let hash = |file: &str, hash: &str| format!("{hash}  {file}");
        pairs.extend(self.hashes.iter().map(|(file, sum)| (say("summary-policy-hash", &[]), hash(file, sum))));
        let with = self.data.with.iter().flat_map(|(_, inputs)| inputs);
        let inputs = self.data.batch.inputs.iter().chain(with).chain(&self.data.past.inputs);
        pairs.extend(inputs.map(|input| (say("summary-data-hash", &[]), hash(&read_as(input), &input.sha256))));
        let seconds =
            Decimal::try_from_i128_with_scale(i128::try_from(self.start.elapsed().as_millis()).unwrap_or(i128::MAX), 3);
        let seconds = Arg::from(seconds.unwrap_or_default());
        pairs.push((say("summary-time", &[]), say("summary-seconds", &[("seconds", seconds)])));
        pairs
    }
}

/// A file that was read.
fn file(input: &InputFile) -> Json {
    json!({
        "file": &*input.name, "sheet": input.sheet.as_deref(), "sha256": input.sha256,
        "format": input.format.name(), "encoding": input.encoding.map(|encoding| encoding.name),
    })
}

/// A file, with the encoding where it was found by trial: someone who sees the wrong one can name another.
fn read_as(input: &InputFile) -> String {
    match input.encoding {
        Some(encoding) if encoding.guessed => format!("{} ({})", input.name, encoding.name),
        _ => input.name.to_string(),
    }
}

/// The first rejections with their first reason, and how many more there are. Of a row that cannot be used the
/// reason is what is wrong with the row.
fn rejections(console: &Console, batch: &Batch) -> String {
    let rejected = batch.records.iter().filter_map(|record| match &record.reading {
        Reading::Rejected(rejection) => {
            let of_row = rejection.problems.iter().find(|problem| problem.code != Code::BadRow);
            of_row.or(rejection.problems.first())
        }
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

fn people<'a>((grade, labels): (&str, impl Iterator<Item = (&'a str, usize)>)) -> (String, Json) {
    (grade.to_owned(), labels.map(|(label, count)| (label.to_owned(), Json::from(count))).collect())
}

/// A decimal as a JSON number, digit by digit.
fn number(value: Decimal) -> Json {
    Json::Number(Number::from_string_unchecked(spell_number(value)))
}
