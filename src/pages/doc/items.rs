//! What counts: the scored items, what each weighs, and the rows by which it is scored.

use super::Teller;
use crate::ir::{Item, RowValue, Step, TableKind};
use crate::pages::page::{Block, Card, Table};
use crate::quantity::Number;

impl Teller<'_> {
    /// All items: at a glance, then each by itself.
    pub(super) fn items(&self) -> Vec<Block> {
        let policy = self.words.policy;
        if policy.items.is_empty() {
            return vec![];
        }
        let mut blocks = vec![Block::Table(self.overview())];
        blocks.extend(self.sum_of_items().map(Block::Text));
        blocks.extend(policy.items.iter().enumerate().map(|(at, item)| Block::Card(self.item(at, item))));
        blocks
    }

    /// Whether items have weights, or marks of their own.
    fn is_weighted(&self) -> bool {
        self.words.policy.items.iter().any(|item| item.weight != Number::ONE)
    }

    /// What an item weighs: `40%`, or its own marks.
    fn weight(&self, item: &Item) -> String {
        match self.is_weighted() {
            true => format!("{}%", &item.weight * &Number::from(100)),
            false => item.full.normalize().to_string(),
        }
    }

    fn overview(&self) -> Table {
        let policy = self.words.policy;
        let weight = if self.is_weighted() { "doc-head-weight" } else { "doc-head-marks" };
        let heads = [("doc-head-section", false), ("doc-head-item", false), (weight, true), ("doc-head-by", false)];
        let mut table = self.table("", &heads);
        let mut before = None;
        for item in &policy.items {
            let section = item.section.and_then(|at| policy.sections.get(at)).map(|section| section.name.clone());
            let shown = section.clone().filter(|_| before != Some(&item.section)).unwrap_or_default();
            before = Some(&item.section);
            table.row(vec![shown, called(item), self.weight(item), self.by(item)]);
        }
        let whole = policy.items.iter().fold(Number::ZERO, |sum, item| match self.is_weighted() {
            true => sum + &item.weight * &Number::from(100),
            false => sum + &Number::from(item.full),
        });
        let whole = if self.is_weighted() { format!("{whole}%") } else { whole.to_string() };
        table.sum(vec![String::new(), self.say("doc-sum", &[]), whole, String::new()]);
        match policy.sections.is_empty() {
            true => {
                table.heads.remove(0);
                table.rows.iter_mut().for_each(|row| drop(row.cells.remove(0)));
                table
            }
            false => table,
        }
    }

    /// By what an item is scored.
    fn by(&self, item: &Item) -> String {
        match self.step(item.points) {
            Some(Step::Table(table)) => {
                let names = table.inputs.iter().map(|input| self.words.formula(&input.value).text);
                self.words.listed(names)
            }
            Some(Step::Value(step)) => self.words.told(&step.value),
            _ => String::new(),
        }
    }

    /// How items add up, and what happens where one does not count.
    fn sum_of_items(&self) -> Option<String> {
        let total = self.words.policy.totals.iter().find(|total| total.section.is_none())?;
        let id = match (self.is_weighted(), total.possible.is_some()) {
            (true, false) => "doc-items-weighted",
            (true, true) => "doc-items-weighted-exempt",
            (false, false) => "doc-items-marks",
            (false, true) => "doc-items-marks-exempt",
        };
        Some(self.say(id, &[]))
    }

    fn item(&self, at: usize, item: &Item) -> Card {
        let full = ("full", item.full.normalize().to_string().into());
        let id = if self.is_weighted() { "doc-item-weight" } else { "doc-item-marks" };
        let lead = self.say(id, &[("weight", self.weight(item).into()), full]);
        let blocks = match self.step(item.points) {
            Some(Step::Table(table)) => {
                let mut blocks = self.inputs(table);
                blocks.push(Block::Table(self.rows(table)));
                blocks
            }
            Some(Step::Value(step)) => {
                vec![Block::Text(self.say("doc-item-formula", &[("formula", self.words.told(&step.value).into())]))]
            }
            _ => vec![],
        };
        Card { id: format!("item-{}", at + 1), title: called(item), lead, blocks }
    }

    /// How what a table is asked is found, where that is a formula.
    pub(super) fn inputs(&self, table: &crate::ir::Table) -> Vec<Block> {
        let told = table.inputs.iter().filter_map(|input| {
            let slot = input.value.slot()?;
            let Some(Step::Value(step)) = self.step(slot) else { return None };
            let args = [("name", self.words.called(slot).into()), ("formula", self.words.told(&step.value).into())];
            Some(Block::Text(self.say("doc-input", &args)))
        });
        told.collect()
    }

    /// What a row answers.
    pub(super) fn answer(&self, table: &crate::ir::Table, at: usize, value: &RowValue) -> String {
        match (value, table.outputs.get(at)) {
            (RowValue::Missing, Some(slot)) => self.words.of_slot(*slot, &crate::ir::Value::Missing),
            (RowValue::Expr(expr), _) => self.words.told(expr),
            (RowValue::Line(line), Some(slot)) => {
                let spelt = |number| self.words.of_slot(*slot, &crate::ir::Value::Number(Number::from(number)));
                let ty = self.words.policy.slot(*slot).map_or(crate::ir::Type::Invalid, |slot| slot.ty);
                let args = [
                    ("from", spelt(line.from.normalize()).into()),
                    ("to", spelt(line.to.normalize()).into()),
                    ("rounding", self.words.rounding(ty, line.step, line.mode).into()),
                ];
                self.say("doc-line", &args)
            }
            _ => String::new(),
        }
    }

    /// The rows of a table as a shop prints them.
    pub(super) fn rows(&self, table: &crate::ir::Table) -> Table {
        let of_grade = table.kind == TableKind::Grade;
        let mut heads: Vec<(String, bool)> =
            table.inputs.iter().map(|input| (self.words.formula(&input.value).text, false)).collect();
        let outputs = table.outputs.iter().map(|slot| match table.kind {
            TableKind::Score => (self.say("doc-head-points", &[]), true),
            _ => (self.output(table, *slot), self.words.is_figure(*slot)),
        });
        let outputs: Vec<(String, bool)> = outputs.collect();
        // A grade is looked up by its label.
        let labels = usize::from(of_grade);
        heads.splice(0..0, outputs.iter().take(labels).cloned());
        heads.extend(outputs.into_iter().skip(labels));
        let mut drawn = Table::of(heads);
        for row in &table.rows {
            let mut cells = self.words.row(table, row);
            let otherwise = row.patterns.iter().all(|pattern| matches!(pattern, crate::ir::Pattern::Otherwise));
            cells.iter_mut().skip(1).filter(|_| otherwise).for_each(String::clear);
            let answers: Vec<String> =
                row.values.iter().enumerate().map(|(at, value)| self.answer(table, at, value)).collect();
            cells.splice(0..0, answers.iter().take(labels).cloned());
            cells.extend(answers.into_iter().skip(labels));
            drawn.row(cells);
        }
        drawn
    }

    /// What an output is called in its table.
    fn output(&self, table: &crate::ir::Table, slot: crate::ir::SlotId) -> String {
        let Some(known) = self.words.policy.slot(slot) else { return String::new() };
        let member = known.name.strip_prefix(table.name.as_str()).and_then(|rest| rest.strip_prefix('.'));
        known.title.clone().unwrap_or_else(|| member.unwrap_or(&known.name).to_owned())
    }
}

/// What people call an item.
pub(super) fn called(item: &Item) -> String {
    item.title.as_ref().unwrap_or(&item.name).clone()
}
