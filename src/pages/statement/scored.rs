//! What was scored by which row, and what it adds up to.

use super::Statement;
use crate::explain::{Answer, Exact, Input, Item, RowTaken};
use crate::ir::{SlotId, Step, Table as Rows, Value};
use crate::pages::page::{Block, Table};
use crate::quantity::Number;

impl Statement<'_> {
    /// The items and their sum.
    pub(super) fn scores(&self) -> Vec<Block> {
        let items: Vec<&Item> = self.told.items.iter().filter(|item| item.points.is_ok()).collect();
        if items.is_empty() {
            return vec![];
        }
        let weighs = items.iter().any(|item| item.weight != Number::ONE);
        let full = items.iter().any(|item| items.first().is_some_and(|first| first.of != item.of));
        let mut heads = vec![("why-item", false), ("page-figure", false), ("page-row", false), ("why-scored", true)];
        heads.extend(full.then_some(("why-of", true)));
        heads.extend(weighs.then_some(("why-weight", true)));
        heads.push(("why-adds", true));
        let mut table = self.table(&heads);
        items.iter().for_each(|item| table.row(self.item(item, (full, weighs))));
        if let Some(earned) = self.told.total.as_ref().and_then(|total| total.earned.as_ref()) {
            let mut sum = vec![self.say("why-sum", &[])];
            sum.resize(heads.len() - 1, String::new());
            sum.push(earned.to_string());
            table.sum(sum);
        }
        let mut blocks = vec![Block::Heading(self.say("why-scores", &[])), Block::Table(table.without_empty())];
        blocks.extend(self.summed().map(Block::Text));
        blocks
    }

    fn item(&self, item: &Item, (full, weighs): (bool, bool)) -> Vec<String> {
        let (asked, row) = match (&item.row, &item.answer) {
            (Some(taken), _) => (self.asked(&item.on), self.taken(item.slot, taken)),
            (None, Answer::Worked(_)) => (self.formula(item.slot), String::new()),
            _ => (String::new(), String::new()),
        };
        let points = item.points.as_ref().ok().and_then(Value::number).map(Number::to_string);
        let adds = item.earned.as_ref().map(Number::to_string);
        let mut cells = vec![item.title.unwrap_or(item.name).to_owned(), asked, row];
        cells.push(points.unwrap_or_else(|| self.say("term-exempt", &[])));
        cells.extend(full.then(|| item.of.normalize().to_string()));
        cells.extend(weighs.then(|| format!("{}%", &item.weight * &Number::from(100))));
        cells.push(adds.or_else(|| item.weighted.as_ref().map(Exact::to_string)).unwrap_or_default());
        cells
    }

    /// How a sum in which items do not count came about.
    fn summed(&self) -> Option<String> {
        let total = self.told.total.as_ref().filter(|total| !total.exempt.is_empty())?;
        let args = [
            ("earned", total.earned.as_ref()?.to_string().into()),
            ("possible", total.possible.as_ref()?.to_string().into()),
            ("factor", total.factor.normalize().to_string().into()),
            ("value", total.value.as_ref()?.to_string().into()),
        ];
        Some(self.say("why-total-of", &args))
    }

    /// What was asked: of one input the value, of several each with its name.
    pub(super) fn asked(&self, on: &[Input]) -> String {
        let value = |on: &Input| Some(self.words.value(on.ty, on.unit, on.value.as_ref().ok()?));
        match on {
            [only] => value(only).unwrap_or_default(),
            several => {
                let named = several.iter().filter_map(|on| Some(format!("{} {}", self.input(on), value(on)?)));
                named.collect::<Vec<_>>().join(&self.say("words-comma", &[]))
            }
        }
    }

    /// What people call what was asked.
    pub(super) fn input(&self, on: &Input) -> String {
        self.words.policy.slot_named(on.name).map_or_else(|| on.name.to_owned(), |slot| self.words.called(slot))
    }

    /// The rows that give a slot its value.
    fn rows(&self, slot: SlotId) -> Option<&Rows> {
        match self.step(slot)? {
            Step::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(super) fn step(&self, slot: SlotId) -> Option<&Step> {
        let policy = self.words.policy;
        policy.step_of(slot).and_then(|at| policy.steps.get(at))
    }

    /// The row that answered, in words.
    pub(super) fn taken(&self, slot: SlotId, taken: &RowTaken) -> String {
        let table = self.rows(slot);
        let row = table.and_then(|table| Some((table, table.rows.get(taken.at)?)));
        let words = row.map(|(table, row)| self.words.named().row(table, row));
        match words {
            Some(mut words) => {
                words.dedup();
                words.join(&self.say("words-comma", &[]))
            }
            None => taken.text.clone().into_owned(),
        }
    }

    /// How a slot was found, with the figures of the record.
    pub(super) fn formula(&self, slot: SlotId) -> String {
        match self.step(slot) {
            Some(Step::Value(step)) => self.words.formula(&step.value).text,
            _ => String::new(),
        }
    }
}

/// A table, unless nothing stands in it.
pub(super) fn told(table: Table) -> Option<Block> {
    (!table.rows.is_empty()).then(|| Block::Table(table.without_empty()))
}
