//! A statement a person.

use super::names::{self, Names};
use super::whose::who;
use super::{Month, movers};
use crate::advice::Advice;
use crate::ir::{Policy, Step, Type};
use crate::pages::page::{Block, Card, Page, Section};
use crate::pages::statement::{Extent, Statement};
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

/// What is told beside the explanation.
pub struct Beside<'a> {
    /// What would help.
    pub advice: &'a [Advice],
    /// Who stands where, where others may be named.
    pub names: Option<&'a Names>,
}

/// Whether somebody can do about what an advice changes: of what is a word, only what is itself scored. Which post somebody
/// has is the shop's to say.
fn is_own(policy: &Policy, advice: &Advice) -> bool {
    let Some(field) = advice.field else { return true };
    let is_number = matches!(policy.slot(field).map(|slot| slot.ty), Some(Type::Number(_)));
    let scored = || {
        let steps = policy.items.iter().filter_map(|item| policy.step_of(item.points));
        let mut tables = steps.filter_map(|at| match policy.steps.get(at) {
            Some(Step::Table(table)) => Some(table),
            _ => None,
        });
        tables.any(|table| table.inputs.iter().any(|input| input.value.slot() == Some(field)))
    };
    is_number || scored()
}

/// The statement of the record at a place; of a line that is no record, none.
pub fn statement(month: &Month, at: usize, beside: &Beside) -> Option<Personal> {
    let told = month.started.explanation(at, month.written)?;
    let own = month.started.owner(at)?;
    let words = month.words(own)?;
    if matches!(told.status, crate::explain::Status::Skipped(..)) {
        return None;
    }
    let who = who(&words, &told);
    let evaluated = names::values(month, at);
    let earlier = evaluated.and_then(|(own, values)| movers::of_person(month, own, &values));
    let statement = Statement { words, told: &told, extent: Extent::Person, earlier: earlier.as_ref() };
    let mut blocks = statement.blocks();
    let possible: Vec<Advice> = beside.advice.iter().filter(|of| is_own(words.policy, of)).cloned().collect();
    let helps = advice::changes(words.policy, &possible, HELPS, month.tongue);
    if !helps.is_empty() {
        blocks.extend([Block::Heading(month.say("why-next", &[])), Block::List(helps)]);
    }
    blocks.extend(beside.names.map(|names| names.blocks(month, at)).unwrap_or_default());
    blocks.extend(statement.read());
    let title = &words.policy.header.title;
    let card = Card { id: format!("statement-{}", at + 1), title: who.clone(), lead: title.clone(), blocks };
    let section =
        Section { id: "statements".to_owned(), title: month.say("report-statement", &[]), blocks: card.blocks.clone() };
    let foot = if beside.names.is_some() { "report-statement-foot-names" } else { "report-statement-foot" };
    let page = Page {
        tongue: month.tongue,
        form: "statement".to_owned(),
        kind: title.clone(),
        title: who.clone(),
        lead: String::new(),
        facts: vec![(month.say("doc-version-short", &[]), month.version(own))],
        sections: vec![section],
        foot: vec![month.say(foot, &[])],
    };
    Some(Personal { who, card, page })
}
