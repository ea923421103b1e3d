//! The policy for the people it is applied to: what counts, which grade, what is paid, an example a grade, the fine print.

mod examples;
mod fine;
mod items;
mod money;
mod read;
mod search;
mod tables;

use std::collections::BTreeSet;

use super::page::{Block, Page, Section};
use super::words::Words;
use crate::compile::Compiled;
use crate::diagnostic::Arg;
use crate::ir::{Role, Slot, SlotId, Step, TableKind};
use crate::quantity::Tongue;

/// So many digits of a hash tell the versions of a policy apart, as in results.
const VERSION_DIGITS: usize = 12;

/// What a page about a policy is made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The policy, which is accepted.
    pub compiled: &'a Compiled,
    /// Its files, each with its SHA-256.
    pub files: &'a [(String, String)],
    /// One hash for all of them.
    pub whole: &'a str,
}

/// The page.
pub fn doc(source: Source, tongue: Tongue) -> Page {
    let policy = &source.compiled.policy;
    let words = Words { policy, sources: &source.compiled.sources, tongue, figures: None };
    let teller = Teller { words, source };
    let sections = [
        ("items", teller.items()),
        ("grades", teller.tables(&[TableKind::Grade])),
        ("tables", teller.tables(&[TableKind::Table, TableKind::Scale])),
        ("gates", teller.gates()),
        ("pay", teller.pay()),
        ("examples", teller.examples()),
        ("figures", teller.figures()),
        ("promises", teller.promises()),
        ("fine", teller.fine()),
        ("data", teller.read()),
        ("version", teller.version()),
    ];
    let section = |(id, blocks): (&str, Vec<Block>)| Section {
        id: id.to_owned(),
        title: words.say(&format!("doc-{id}"), &[]),
        blocks,
    };
    Page {
        tongue,
        form: String::new(),
        kind: words.say("doc-kind", &[]),
        title: policy.header.title.clone(),
        lead: teller.lead(),
        facts: teller.facts(),
        sections: sections.into_iter().filter(|(_, blocks)| !blocks.is_empty()).map(section).collect(),
        foot: vec![words.say("doc-foot", &[("version", teller.digits().into())])],
    }
}

/// Who makes the page.
#[derive(Clone, Copy)]
struct Teller<'a> {
    words: Words<'a>,
    source: Source<'a>,
}

impl<'a> Teller<'a> {
    fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.words.say(id, args)
    }

    fn digits(&self) -> String {
        self.source.whole.chars().take(VERSION_DIGITS).collect()
    }

    /// What the policy does, in a sentence.
    fn lead(&self) -> String {
        let policy = self.words.policy;
        let labels = self.all_tables(TableKind::Grade).flat_map(|table| table.outputs.first());
        let labels = labels.filter_map(|slot| policy.labels(policy.slot(*slot)?.ty)).map(|set| set.labels.len()).max();
        let pays = policy.steps.iter().filter(|step| matches!(step, Step::Pay(_))).count();
        let parts =
            [("doc-lead-items", policy.items.len()), ("doc-lead-grades", labels.unwrap_or(0)), ("doc-lead-pay", pays)];
        let told = parts.into_iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> = told.map(|(id, count)| self.say(id, &[("count", count.into())])).collect();
        match told.is_empty() {
            true => String::new(),
            false => {
                let args = [("parts", told.join(&self.say("words-comma", &[])).into())];
                self.say("doc-lead", &args)
            }
        }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let header = &self.words.policy.header;
        let mut facts = vec![];
        if header.period.is_some() {
            facts.push((self.say("doc-period", &[]), self.words.period()));
        }
        let (from, until) = header.effective;
        let told = |id, moment: Option<crate::quantity::Moment>| {
            moment.map(|moment| self.say(id, &[("moment", moment.to_string().into())]))
        };
        let effective: Vec<String> = [told("doc-from", from), told("doc-until", until)].into_iter().flatten().collect();
        if !effective.is_empty() {
            facts.push((self.say("doc-effective", &[]), effective.join(&self.say("words-comma", &[]))));
        }
        if let Some(applies) = &header.applies {
            facts.push((self.say("doc-applies", &[]), self.words.condition(&applies.value)));
        }
        if !self.words.policy.items.is_empty() {
            facts.push((self.say("doc-full-marks", &[]), header.full_marks.normalize().to_string()));
        }
        facts.push((self.say("doc-version-short", &[]), self.digits()));
        facts
    }

    /// The slots of a role with their places, in the order of the text.
    fn of_role(&self, role: Role) -> Vec<(SlotId, &'a Slot)> {
        let slots = self.words.policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == role);
        let mut found: Vec<_> = slots.map(|(at, slot)| (SlotId(at), slot)).collect();
        found.sort_by_key(|(_, slot)| slot.span);
        found
    }

    /// The step that gives a slot its value.
    fn step(&self, slot: SlotId) -> Option<&'a Step> {
        self.words.policy.step_of(slot).and_then(|at| self.words.policy.steps.get(at))
    }

    /// The tables of a kind, in the order of the text.
    fn all_tables(&self, kind: TableKind) -> impl Iterator<Item = &'a crate::ir::Table> {
        let mut tables: Vec<_> = self
            .words
            .policy
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Table(table) if table.kind == kind => Some(table),
                _ => None,
            })
            .collect();
        tables.sort_by_key(|table| table.span);
        tables.into_iter()
    }

    /// What is worked out before it is scored, graded or paid.
    fn figures(&self) -> Vec<Block> {
        let heads = [("doc-head-figure", false), ("doc-head-formula", false), ("doc-head-remarks", false)];
        let mut table = self.table("", &heads);
        let known = [Role::Metric, Role::Let].into_iter().flat_map(|role| self.of_role(role));
        let mut known: Vec<_> = known.collect();
        known.sort_by_key(|(_, slot)| slot.span);
        let mut seen = BTreeSet::new();
        for (id, slot) in known.into_iter().filter(|(_, slot)| seen.insert(slot.span)) {
            if let Some(Step::Value(step)) = self.step(id) {
                let said = self.words.formula(&step.value);
                let name = slot.title.as_ref().unwrap_or(&slot.name);
                let remarks = said.remarks.join(&self.say("words-between", &[]));
                table.row(vec![name.clone(), said.text, remarks]);
            }
        }
        if table.rows.is_empty() { vec![] } else { vec![Block::Table(table.without_empty())] }
    }

    /// A table whose heads are texts of these ids.
    fn table(&self, caption: &str, heads: &[(&str, bool)]) -> super::page::Table {
        let heads = heads.iter().map(|(id, figures)| (self.say(id, &[]), *figures)).collect();
        super::page::Table { caption: caption.to_owned(), ..super::page::Table::of(heads) }
    }

    fn version(&self) -> Vec<Block> {
        let mut table = self.table("", &[("doc-head-file", false), ("doc-head-hash", false)]);
        self.source.files.iter().for_each(|(file, hash)| table.row(vec![file.clone(), hash.clone()]));
        let args = [("version", env!("CARGO_PKG_VERSION").into())];
        vec![Block::Text(self.say("doc-made", &args)), Block::Table(table)]
    }
}
