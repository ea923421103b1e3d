//! The month as a shop looks at it: who has which grade, what is paid, how each item fell out, what was rejected.

mod chart;
mod gather;
mod last;
mod moved;
mod movers;
mod name;
mod names;
mod near;
mod people;
mod personal;
mod slots;
mod spread;
mod stretches;
mod whose;

pub use last::Last;
pub use name::safe_name;
pub use names::Names;
pub use personal::{Beside, Personal, statement};

use super::page::{Block, Figure, Page, Section, Table};
use super::words::Words;
use crate::batch::Started;
use crate::diagnostic::Arg;
use crate::explain::Written;
use crate::ir::Policy;
use crate::quantity::Tongue;
use crate::render::{amount, say};
use gather::{Gathered, gather};

/// So many digits of a hash tell the versions of a policy apart, as in results.
const VERSION_DIGITS: usize = 12;

/// What a report is made of.
#[derive(Clone, Copy)]
pub struct Month<'a> {
    /// The run.
    pub started: &'a Started<'a>,
    /// The policies.
    pub policies: &'a [&'a Policy],
    /// They as they are written, with their hashes.
    pub written: &'a [Written<'a>],
    /// How many rows were read.
    pub count: usize,
    /// The name or the title of a field by which people are told apart in groups.
    pub by: Option<&'a str>,
    /// The results of an earlier run, where this one is held against them.
    pub last: Option<&'a Last>,
    /// The reader's tongue.
    pub tongue: Tongue,
}

impl<'a> Month<'a> {
    fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        say(id, args, self.tongue)
    }

    /// Who words a policy.
    fn words(&self, own: usize) -> Option<Words<'a>> {
        let (policy, written) = (self.policies.get(own)?, self.written.get(own)?);
        Some(Words { policy, sources: written.sources(), tongue: self.tongue, figures: None })
    }

    /// A text that counts people; of several periods, records, since somebody stands in each.
    fn counting(&self, id: &str, args: &[(&'static str, Arg)], periods: usize) -> String {
        let several = if periods > 1 { "yes" } else { "no" };
        self.say(id, &[args, &[("several", several.into())]].concat())
    }

    fn version(&self, own: usize) -> String {
        let hash = self.written.get(own).and_then(|written| written.sha256()).unwrap_or_default();
        hash.chars().take(VERSION_DIGITS).collect()
    }
}

/// The page for the shop.
pub fn report(month: &Month) -> Page {
    let found = gather(month);
    let sections = [
        ("summary", summary(month, &found)),
        ("moved", movers::section(month, &found)),
        ("groups", people::groups(month, &found)),
        ("grades", spread::grades(month, &found)),
        ("items", spread::items(month, &found)),
        ("near", people::nearest(month, &found)),
        ("rejected", rejected(month, &found)),
        ("people", people::all(month, &found)),
    ];
    let section = |(id, blocks): (&str, Vec<Block>)| Section {
        id: id.to_owned(),
        title: month.say(&format!("report-{id}"), &[]),
        blocks,
    };
    let titles: Vec<String> = month.policies.iter().map(|policy| policy.header.title.clone()).collect();
    Page {
        tongue: month.tongue,
        form: String::new(),
        kind: month.say("report-kind", &[]),
        title: titles.join(&month.say("report-between", &[])),
        lead: month.say("report-lead", &[]),
        facts: facts(month, &found),
        sections: sections.into_iter().filter(|(_, blocks)| !blocks.is_empty()).map(section).collect(),
        foot: vec![month.say("report-foot", &[])],
    }
}

fn facts(month: &Month, found: &Gathered) -> Vec<(String, String)> {
    let mut facts = vec![];
    match (found.periods.first(), found.periods.last()) {
        (Some(first), Some(last)) if first == last => facts.push((month.say("report-period", &[]), first.to_string())),
        (Some(first), Some(last)) => facts.push((month.say("report-period", &[]), format!("{first} – {last}"))),
        _ => {}
    }
    let versions: Vec<String> = (0..month.policies.len()).map(|own| month.version(own)).collect();
    facts.push((month.say("doc-version-short", &[]), versions.join(" ")));
    facts
}

/// What is seen first: how many people, what is paid.
fn summary(month: &Month, found: &Gathered) -> Vec<Block> {
    let counts = found.tally.counts().named();
    let count = |name: &str| counts.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count);
    let figure = |id: &str, count: usize| Figure { name: month.say(id, &[]), value: count.to_string() };
    let mut figures =
        vec![figure("report-evaluated", count("evaluated")), figure("report-rejected-count", count("rejected"))];
    let mut inner = vec![];
    for (own, part) in found.tally.parts.iter().enumerate() {
        let Some(policy) = month.policies.get(own) else { continue };
        for paid in part.pay() {
            let sum = amount(&paid.sum, &policy.header.currency, month.tongue);
            match paid.within {
                None => figures.push(Figure { name: called(month, own, paid.name), value: sum }),
                Some(within) => {
                    let args = [
                        ("name", called(month, own, paid.name).into()),
                        ("sum", sum.into()),
                        ("within", called(month, own, within).into()),
                    ];
                    inner.push(month.say("report-within", &args));
                }
            }
        }
    }
    let mut blocks = vec![Block::Figures(figures)];
    if count("evaluated") == 0 {
        blocks.push(Block::Note(month.say("report-nobody", &[])));
    }
    if found.provisional > 0 {
        blocks.push(Block::Note(month.say("report-provisional", &[("count", found.provisional.into())])));
    }
    if !inner.is_empty() {
        blocks.push(Block::List(inner));
    }
    blocks
}

/// What people call something of a policy; among several, with the title of the policy.
fn called(month: &Month, own: usize, name: &str) -> String {
    let words = month.words(own);
    let known = words.and_then(|words| Some(words.called(words.policy.slot_named(name)?)));
    let known = known.unwrap_or_else(|| name.to_owned());
    match month.policies {
        [_] => known,
        policies => format!("{} {known}", policies.get(own).map_or("", |policy| policy.header.title.as_str())),
    }
}

/// Who was rejected, and what to mend.
fn rejected(month: &Month, found: &Gathered) -> Vec<Block> {
    if found.rejected.is_empty() {
        return vec![];
    }
    let heads = vec![(month.say("report-who", &[]), false), (month.say("report-mend", &[]), false)];
    let mut table = Table::of(heads);
    found.rejected.iter().for_each(|(who, reasons)| table.row(vec![who.clone(), reasons.clone()]));
    let mut blocks = vec![
        Block::Text(month.say("report-rejected-text", &[])),
        Block::Table(Table { long: true, ..table.without_empty() }),
    ];
    if found.more_rejected > 0 {
        blocks.push(Block::Text(month.say("report-more", &[("count", found.more_rejected.into())])));
    }
    blocks
}
