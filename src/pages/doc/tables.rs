//! Grades, tables, scales and gates.

use super::Teller;
use crate::ir::{Pattern, Role, Scale, Step, TableKind};
use crate::pages::page::{Block, Card, Table};

impl Teller<'_> {
    /// The tables of these kinds, each as a card.
    pub(super) fn tables(&self, kinds: &[TableKind]) -> Vec<Block> {
        let mut cards = vec![];
        for table in kinds.iter().flat_map(|kind| self.all_tables(*kind)) {
            let mut blocks = self.inputs(table);
            blocks.push(Block::Table(self.rows(table)));
            let lead = if table.kind == TableKind::Scale { self.say("doc-scale-whole", &[]) } else { String::new() };
            cards.push((table.span, Card { id: String::new(), title: self.title(&table.name), lead, blocks }));
        }
        if kinds.contains(&TableKind::Scale) {
            let scales = self.words.policy.steps.iter().filter_map(|step| match step {
                Step::Scale(scale) => Some((scale.span, self.scale(scale))),
                _ => None,
            });
            cards.extend(scales);
        }
        cards.sort_by_key(|(span, _)| *span);
        let numbered = cards.into_iter().enumerate();
        let prefix = if kinds.contains(&TableKind::Grade) { "grade" } else { "table" };
        numbered.map(|(at, (_, card))| Block::Card(Card { id: format!("{prefix}-{}", at + 1), ..card })).collect()
    }

    /// What people call a declaration.
    fn title(&self, name: &str) -> String {
        let slot = self.words.policy.slots.iter().find(|slot| slot.name == name);
        slot.and_then(|slot| slot.title.clone()).unwrap_or_else(|| name.to_owned())
    }

    fn scale(&self, scale: &Scale) -> Card {
        let mut table = Table::of(vec![
            (self.words.formula(&scale.input.value).text, false),
            (self.say("doc-head-rate", &[]), true),
        ]);
        for slice in &scale.slices {
            let part = match &slice.interval {
                Pattern::Invalid => String::new(),
                pattern => self.words.pattern(&scale.input, pattern),
            };
            table.row(vec![part, self.words.told(&slice.rate)]);
        }
        let blocks = vec![Block::Table(table)];
        Card { id: String::new(), title: self.title(&scale.name), lead: self.say("doc-scale-marginal", &[]), blocks }
    }

    /// The gates, each with its conditions.
    pub(super) fn gates(&self) -> Vec<Block> {
        let mut blocks = vec![];
        for (id, slot) in self.of_role(Role::Gate) {
            let Some(Step::Gate(gate)) = self.step(id) else { continue };
            let name = slot.title.as_ref().unwrap_or(&slot.name).as_str();
            blocks.push(Block::Text(self.say("doc-gate", &[("name", name.into())])));
            blocks.push(Block::List(gate.conditions.iter().map(|of| self.words.condition(&of.value)).collect()));
        }
        blocks
    }
}
