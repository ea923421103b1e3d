//! A statement a person.

use super::Month;
use crate::advice::Advice;
use crate::explain::Explanation;
use crate::ir::{SlotId, Value};
use crate::pages::page::{Block, Card, Page, Section};
use crate::pages::statement::{Extent, Statement};
use crate::pages::words::Words;
use crate::render::advice;

/// So many changes that would help are told.
const HELPS: usize = 3;

/// The statement of a person.
pub struct Personal {
    /// Whose it is: for the name of a file.
    pub who: String,
    /// What stands on it.
    pub card: Card,
    /// It as a page by itself.
    pub page: Page,
}

/// Whose a record is: its key, its name, its period.
pub(super) fn who(words: &Words, told: &Explanation) -> String {
    let policy = words.policy;
    let known = |slot: SlotId| told.fields.iter().find(|field| field.of.slot == slot).map(|field| &field.of);
    let slots = policy.keys().chain(policy.name_field()).chain(policy.period());
    let values = slots.filter_map(|slot| Some((slot, known(slot)?.value.as_ref().ok()?)));
    let told = values.filter(|(_, value)| **value != Value::Missing).map(|(slot, value)| words.of_slot(slot, value));
    told.collect::<Vec<_>>().join(" ")
}

/// The statement of the record at a place; of a line that is no record, none.
pub fn statement(month: &Month, at: usize, found: &[Advice]) -> Option<Personal> {
    let told = month.started.explanation(at, month.written)?;
    let own = month.started.owner(at)?;
    let words = month.words(own)?;
    if matches!(told.status, crate::explain::Status::Skipped(..)) {
        return None;
    }
    let who = who(&words, &told);
    let mut blocks = Statement { words, told: &told, extent: Extent::Person }.blocks();
    let helps = advice::changes(words.policy, found, HELPS, month.tongue);
    if !helps.is_empty() {
        let at = blocks.len() - blocks.iter().rev().take_while(|block| matches!(block, Block::Facts(_))).count();
        // What was read stands last.
        let at = at.saturating_sub(usize::from(at < blocks.len()));
        blocks.splice(at..at, [Block::Heading(month.say("why-next", &[])), Block::List(helps)]);
    }
    let title = &words.policy.header.title;
    let card = Card { id: format!("statement-{}", at + 1), title: who.clone(), lead: title.clone(), blocks };
    let section =
        Section { id: "statements".to_owned(), title: month.say("report-statement", &[]), blocks: card.blocks.clone() };
    let page = Page {
        tongue: month.tongue,
        form: "statement".to_owned(),
        kind: title.clone(),
        title: who.clone(),
        lead: String::new(),
        facts: vec![(month.say("doc-version-short", &[]), month.version(own))],
        sections: vec![section],
        foot: vec![month.say("report-statement-foot", &[])],
    };
    Some(Personal { who, card, page })
}
