//! A policy as it is written: what is the same for all of its records is found once.

use std::borrow::Cow;

use super::model::{Line, PolicyText};
use super::next_label::Ladder;
use crate::ir::{Policy, Role, Slot, SlotId, Step};
use crate::promise::Promise;
use crate::source::{Sources, Span};

/// A policy as it is written, by which any number of records can be explained.
#[derive(Debug)]
pub struct Written<'a> {
    pub(super) policy: &'a Policy,
    sources: &'a Sources,
    sha256: Option<&'a str>,
    pub(super) promises: &'a [Promise],
    /// For each slot the step that gives it its value.
    steps: Vec<Option<usize>>,
    /// The slots in the order of the policy.
    order: Vec<SlotId>,
    /// For each step that is a table the way to its better rows.
    ladders: Vec<Option<Ladder>>,
}

impl<'a> Written<'a> {
    /// A policy with its text, that of the files that it uses, and what became of its promises; SHA-256 of its bytes,
    /// where that is to be told.
    pub fn new(policy: &'a Policy, sources: &'a Sources, sha256: Option<&'a str>, promises: &'a [Promise]) -> Self {
        let mut steps = vec![None; policy.slots.len()];
        for (at, step) in policy.steps.iter().enumerate() {
            for slot in step.outputs() {
                steps.get_mut(slot.0).into_iter().for_each(|step| *step = Some(at));
            }
        }
        let mut order: Vec<SlotId> = (0..policy.slots.len()).map(SlotId).collect();
        order.sort_by_key(|slot| policy.slot(*slot).map(|slot| slot.span));
        let ladders = policy.steps.iter().map(|step| match step {
            Step::Table(table) => Ladder::of(policy, table),
            _ => None,
        });
        let ladders = ladders.collect();
        Written { policy, sources, sha256, promises, steps, order, ladders }
    }

    /// The text of the policy, and that of the files that it uses.
    pub fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// SHA-256 of its bytes, where that is to be told.
    pub fn sha256(&self) -> Option<&'a str> {
        self.sha256
    }

    /// The file of the policy.
    pub(super) fn policy_text(&self) -> PolicyText<'a> {
        let header = &self.policy.header;
        PolicyText { title: &header.title, file: self.file(header.claim), sha256: self.sha256 }
    }

    fn file(&self, span: Span) -> &'a str {
        self.sources.get(span.file).map_or("", |file| &file.name)
    }

    /// A text of the policy as it stands there.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.sources.slice(span)
    }

    /// A text of the policy on one line.
    pub(super) fn text(&self, span: Span) -> Cow<'a, str> {
        on_one_line(self.slice(span).trim())
    }

    /// Where something stands in the policy.
    pub(super) fn place(&self, span: Span) -> Line<'a> {
        Line { file: self.file(span), line: self.sources.line(span) }
    }

    /// What the policy calls a slot: a part of a total, as the total.
    pub(super) fn name(&self, id: SlotId) -> &'a str {
        let Some(slot) = self.policy.slot(id) else { return "" };
        let total = self.policy.totals.iter().find(|total| total.earned == id || total.possible == Some(id));
        total.map_or(&slot.name, |total| &total.name)
    }

    /// The place of the step that gives a slot its value, and the step; of what is read, nothing.
    pub(super) fn step(&self, slot: SlotId) -> Option<(usize, &'a Step)> {
        let at = (*self.steps.get(slot.0)?)?;
        Some((at, self.policy.steps.get(at)?))
    }

    /// The slots of a role, in the order of the policy.
    pub(super) fn of_role(&self, role: Role) -> impl Iterator<Item = (SlotId, &'a Slot)> {
        let policy = self.policy;
        let slots = self.order.iter().filter_map(move |id| Some((*id, policy.slot(*id)?)));
        slots.filter(move |(_, slot)| slot.role == role)
    }

    /// The way to the better rows of the table that is that step.
    pub(super) fn ladder(&self, step: usize) -> Option<&Ladder> {
        self.ladders.get(step)?.as_ref()
    }
}

/// With one blank for any number of them.
pub(super) fn on_one_line(text: &str) -> Cow<'_, str> {
    // Nearly every text is: of its bytes none begins a blank of another kind, and no two blanks stand together.
    let mut before = 0;
    let plain = text.bytes().all(|byte| {
        let fits = byte > b' ' && !matches!(byte, 0xc2 | 0xe1..=0xe3) || byte == b' ' && before != b' ';
        before = byte;
        fits
    });
    if plain {
        return text.into();
    }
    let mut after_blank = false;
    let is_so = text.chars().all(|c| {
        let fits = if c.is_whitespace() { c == ' ' && !after_blank } else { true };
        after_blank = c == ' ';
        fits
    });
    if is_so {
        return text.into();
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(c),
        }
    }
    line.into()
}
