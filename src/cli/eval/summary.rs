//! The summary of a run, in words and as JSON.

use std::path::Path;
use std::time::Instant;

use clap::ValueEnum;
use serde_json::{Map, Value as Json, json};

use super::super::Console;
use super::super::arguments::Eval;
use super::super::inputs::{Chosen, With};
use super::super::policy::assigned;
use super::bars::bars;
use super::flags;
use super::rejections::rejections;
use crate::batch::{Appraisal, Counts, Doubts, Group, Inputs, Paid, Part, Tally, groups};
use crate::data::{InputFile, Past};
use crate::diagnostic::Arg;
use crate::io::Cover;
use crate::ir::{Policy, Type};
use crate::quantity::{Decimal, Moment, Tongue};
use crate::render;

/// What a run read.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    /// The policies.
    pub chosen: &'a [Chosen<'a>],
    /// What they are evaluated on.
    pub appraisal: &'a Appraisal<'a>,
    /// The files of each lookup and of the details.
    pub with: &'a With,
    /// Which records of each policy hang on what.
    pub doubts: &'a [Doubts],
    /// How it was asked for.
    pub asked: Asked<'a>,
    /// When the run began.
    pub start: Instant,
}

/// How a run was asked for, which its receipt keeps.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The command.
    pub arguments: &'a Eval,
    /// The tongue of what is said of records.
    pub tongue: Tongue,
}

/// What a run read and gave, for standard error, the receipt and the second sheet of a workbook.
pub(super) struct Summary<'a> {
    /// What it read.
    pub run: Run<'a>,
    /// What came of it.
    pub tally: Tally<'a>,
}

impl<'a> Run<'a> {
    /// With what came of it.
    pub fn summary(self, tally: Tally<'a>) -> Summary<'a> {
        Summary { run: self, tally }
    }
}

/// A line of the summary: a name and a value.
type Line = (String, String);

/// How many people each grade has: in a line, or as bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum People {
    Listed,
    Drawn,
}

fn lines(console: &Console, lines: Vec<Line>) -> String {
    let line = |(name, value): Line| console.say("summary-line", &[("name", name.into()), ("value", value.into())]);
    // What begins below its name leaves no blank behind the colon.
    lines.into_iter().map(|pair| line(pair).replace(" \n", "\n") + "\n").collect()
}

impl Summary<'_> {
    /// For programs, and to keep.
    pub fn json(&self, results: Option<&(&Path, String)>) -> Json {
        let results = results.map(|(path, hash)| json!({ "file": path.to_string_lossy(), "sha256": hash }));
        let with = self.run.with.iter().map(|(name, inputs)| (name.clone(), files(inputs).into()));
        let mut json = json!({
            "program": { "name": "merit", "version": env!("CARGO_PKG_VERSION") },
            "data": files(self.inputs().files()),
            "with": with.collect::<Map<_, _>>(),
            "history": self.inputs().past_files().into_iter().map(file).collect::<Vec<_>>(),
            "results": results,
            "options": options(self.run.asked),
            "records": render::counts_json(self.tally.counts()),
            "milliseconds": u64::try_from(self.run.start.elapsed().as_millis()).unwrap_or(u64::MAX),
        });
        let parts =
            self.run.chosen.iter().zip(&self.tally.parts).zip(self.run.doubts.iter().zip(self.run.appraisal.held()));
        let of_one = match self.run.chosen {
            [_] => parts
                .flat_map(|((of, part), doubts)| {
                    [vec![("policy", policy(of))], render::part_json(of.policy(), part, doubts)].concat()
                })
                .collect(),
            _ => {
                let each = parts.map(|((of, part), doubts)| {
                    let mut json = policy(of);
                    let records = ("records", render::counts_json(part.counts()));
                    add(&mut json, [vec![records], render::part_json(of.policy(), part, doubts)].concat());
                    json
                });
                vec![("policies", each.collect())]
            }
        };
        add(&mut json, of_one);
        json
    }

    /// For a person, with the first reasons of rejection.
    pub fn words(&self, console: &Console) -> String {
        lines(console, self.pairs(console)) + &self.rejected(console)
    }

    /// What people look at below a table: the grades as bars, nothing that is kept for later.
    pub fn pictured(&self, console: &Console) -> String {
        let mut text = lines(console, self.came(console, People::Drawn));
        text.push_str(&self.rejected(console));
        if self.tally.has_rejected() {
            text.push_str(&format!("{}\n", console.say("summary-status", &[])));
        }
        text
    }

    /// The first reasons of rejection.
    fn rejected(&self, console: &Console) -> String {
        let policies: Vec<&Policy> = self.run.chosen.iter().map(Chosen::policy).collect();
        rejections(console, &self.inputs().shared, &policies)
    }

    /// For a workbook.
    pub fn cover(&self, console: &Console) -> Cover {
        let sheet = |id| console.say(id, &[]);
        Cover {
            results: sheet("sheet-results"),
            summary: sheet("sheet-summary"),
            lines: self.pairs(console),
            skipped: (sheet("sheet-skipped"), sheet("skipped-contents")),
        }
    }

    /// What the policies are evaluated on.
    fn inputs(&self) -> &Inputs {
        self.run.appraisal.inputs()
    }

    /// As names and values.
    fn pairs(&self, console: &Console) -> Vec<Line> {
        [self.came(console, People::Listed), self.hashes(console)].concat()
    }

    /// What came of the records.
    fn came(&self, console: &Console, shown: People) -> Vec<Line> {
        let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
        let several = self.run.chosen.len() > 1;
        let titles = self.run.chosen.iter().map(|of| Arg::from(of.policy().header.title.as_str())).collect();
        let titles = render::spell(&Arg::List(titles), console.look.tongue);
        let mut pairs = vec![
            (say("summary-policy", &[]), titles),
            (say("summary-records", &[]), say("summary-counts", &named(self.tally.counts()))),
        ];
        if self.tally.unclaimed() > 0 {
            let count = say("summary-unclaimed-count", &[("count", self.tally.unclaimed().into())]);
            pairs.push((say("summary-unclaimed", &[]), count));
        }
        for (at, (of, part)) in self.run.chosen.iter().zip(&self.tally.parts).enumerate() {
            let title = &of.policy().header.title;
            let lines = self.of_policy(console, (at, of.policy()), part, shown);
            if several {
                pairs.push((title.clone(), say("summary-counts", &named(part.counts()))));
            }
            let under = |name: String| if several { format!("{title} {name}") } else { name };
            pairs.extend(lines.into_iter().map(|(name, value)| (under(name), value)));
        }
        pairs
    }

    /// By what files it came about, and in what time.
    fn hashes(&self, console: &Console) -> Vec<Line> {
        let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
        let mut pairs = vec![];
        let hash = |file: &str, hash: &str| format!("{hash}  {file}");
        // Several policies may use one file.
        let mut policies: indexmap::IndexSet<(&str, &str)> = indexmap::IndexSet::new();
        policies.extend(self.run.chosen.iter().flat_map(|of| of.hashes.iter()));
        pairs.extend(policies.into_iter().map(|(file, sum)| (say("summary-policy-hash", &[]), hash(file, sum))));
        let inputs =
            self.inputs().files().iter().chain(self.run.with.values().flatten()).chain(self.inputs().past_files());
        pairs.extend(inputs.map(|input| (say("summary-data-hash", &[]), hash(&read_as(input), &input.sha256))));
        let milliseconds = i128::try_from(self.run.start.elapsed().as_millis()).unwrap_or(i128::MAX);
        let seconds = Arg::from(Decimal::try_from_i128_with_scale(milliseconds, 3).unwrap_or_default());
        pairs.push((say("summary-time", &[]), say("summary-seconds", &[("seconds", seconds)])));
        pairs
    }

    /// What is to be said of one policy: whose cohort lacks somebody, people by grade, what is paid.
    fn of_policy(&self, console: &Console, (at, policy): (usize, &Policy), part: &Part, shown: People) -> Vec<Line> {
        let say = |id: &str, args: &[(&'static str, Arg)]| console.say(id, args);
        let broken = part.broken().map(|(text, count)| {
            let id = if count == 0 { "summary-kept" } else { "summary-broken" };
            (text.to_owned(), say(id, &[("count", count.into())]))
        });
        let mut lines: Vec<Line> = broken.collect();
        if let Some(own) = self.inputs().own.get(at).filter(|_| policy.looks_back()) {
            lines.push((say("summary-past", &[]), past(console, policy, &own.past)));
        }
        if let Some((doubts, held)) = self.run.doubts.get(at).zip(self.run.appraisal.held().get(at)) {
            lines.extend(provisional(console, policy, doubts, held));
        }
        lines.extend(part.grades().map(|(name, people)| {
            let each = |(label, count): (&str, usize)| {
                Arg::from(say("summary-people", &[("label", label.into()), ("count", count.into())]))
            };
            let people = match shown {
                People::Listed => render::spell(&Arg::List(people.map(each).collect()), console.look.tongue),
                People::Drawn => bars(console, people),
            };
            (name.to_owned(), people)
        }));
        // What is paid goes before what is part of it.
        let (inner, whole): (Vec<Paid>, Vec<Paid>) = part.pay().partition(|paid| paid.within.is_some());
        lines.extend(whole.into_iter().chain(inner).map(|paid| {
            let amount = render::amount(&paid.sum, &policy.header.currency, console.look.tongue);
            let total = match paid.within {
                None => say("summary-total", &[("amount", amount.into())]),
                Some(outer) => say("summary-total-within", &[("amount", amount.into()), ("outer", outer.into())]),
            };
            (paid.name.to_owned(), total)
        }));
        lines.extend(flags::lines(console, policy, part.below()));
        lines.extend(flags::lines(console, policy, part.flags()));
        lines
    }
}

/// The options on which results hang, as they were typed.
fn options(Asked { arguments, tongue }: Asked) -> Json {
    let reads = &arguments.reads;
    let set = reads.settings.iter().filter_map(|text| assigned(text));
    let set: Map<String, Json> = set.map(|(name, value)| (name.to_owned(), Json::from(value))).collect();
    json!({
        "set": set,
        "history": reads.history,
        "encoding": reads.encoding,
        "sheet": reads.sheet,
        "hidden_rows": reads.hidden_rows,
        "hold_back": arguments.hold_back.map(spelt),
        "columns": arguments.columns,
        "headers": arguments.headers.map(spelt),
        "lang": if tongue == Tongue::Zh { "zh" } else { "en" },
    })
}

/// A value of an option as it is typed.
fn spelt(value: impl ValueEnum) -> Option<String> {
    value.to_possible_value().map(|value| value.get_name().to_owned())
}

/// The groups of a policy that lack rejected records, and how many records hang on them.
fn provisional(console: &Console, policy: &Policy, doubts: &Doubts, held: &Doubts) -> Vec<Line> {
    let shown = groups(policy, [doubts, held].into_iter())
        .into_iter()
        .map(|group| console.say("summary-group", &[("group", name(&group)), ("count", group.rejected.into())]));
    let shown: Vec<String> = shown.collect();
    let apart = (!shown.is_empty())
        .then(|| (console.say("summary-apart", &[]), shown.join(&console.say("summary-groups", &[]))));
    let counted = [("summary-provisional", doubts), ("summary-held-back", held)].into_iter();
    let counted = counted.filter(|(_, doubts)| !doubts.is_empty()).map(|(id, doubts)| {
        (console.say(id, &[]), console.say(&format!("{id}-count"), &[("count", doubts.len().into())]))
    });
    apart.into_iter().chain(counted).collect()
}

/// A group as the summary names it: `月份 2024-01、店铺 甲`; without a key it is everybody's.
fn name(group: &Group) -> Arg {
    if group.keys.is_empty() {
        return Arg::Term("everybody");
    }
    Arg::List(group.keys.iter().map(|(name, value)| Arg::from(format!("{name} {value}"))).collect())
}

/// What is known of earlier periods: how many results, and of when. Without any, whatever looks back begins anew.
fn past(console: &Console, policy: &Policy, past: &Past) -> String {
    let kind = policy.period().and_then(|slot| policy.slot(slot)).map(|slot| slot.ty);
    let periods = past.records.iter().filter_map(|(_, identity)| identity.period);
    let spelt = |ordinal: Option<i32>| match (kind, ordinal) {
        (Some(Type::Calendar(kind)), Some(ordinal)) => Moment { kind, ordinal }.to_string(),
        _ => String::new(),
    };
    let (first, last) = (spelt(periods.clone().min()), spelt(periods.max()));
    let args = [("count", past.records.len().into()), ("first", first.as_str().into()), ("last", last.as_str().into())];
    match () {
        () if past.records.is_empty() => console.say("summary-past-none", &[]),
        () if first == last => console.say("summary-past-one", &args),
        () => console.say("summary-past-count", &args),
    }
}

/// A policy with the hashes of its files.
fn policy(of: &Chosen) -> Json {
    json!({
        "file": of.name, "title": of.policy().header.title, "sha256": of.hashes.whole(), "files": of.hashes.json(),
    })
}

fn add(json: &mut Json, members: Vec<(&'static str, Json)>) {
    if let Json::Object(object) = json {
        object.extend(members.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }
}

fn named(counts: Counts) -> Vec<(&'static str, Arg)> {
    counts.named().into_iter().map(|(name, count)| (name, Arg::from(count))).collect()
}

fn files(inputs: &[InputFile]) -> Vec<Json> {
    inputs.iter().map(file).collect()
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
