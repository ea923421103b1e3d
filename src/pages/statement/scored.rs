//! What was scored by which row, and what it adds up to.

use super::Statement;
use crate::explain::{Answer, Exact, Input, Item, Named, RowTaken, Worked};
use crate::ir::{Expr, ExprKind, Row, RowValue, SlotId, Step, Table as Rows, Value};
use crate::pages::page::{Block, Table};
use crate::quantity::Number;

impl Statement<'_> {
    /// The items and their sum.
    pub(super) fn scores(&self) -> Vec<Block> {
        let (exempt, items): (Vec<&Item>, Vec<&Item>) =
            self.told.items.iter().filter(|item| item.points.is_ok()).partition(|item| item.exempt);
        let mut blocks = vec![];
        blocks.extend(self.scored(&items));
        blocks.extend(self.sections().map(Block::Text));
        blocks.extend(self.summed().into_iter().chain(self.left_out(&exempt)).map(Block::Text));
        if !blocks.is_empty() {
            blocks.insert(0, Block::Heading(self.say("why-scores", &[])));
        }
        blocks
    }

    /// What the sections came to, in a sentence.
    fn sections(&self) -> Option<String> {
        let each = self.told.sections.iter().filter(|section| section.counts).filter_map(|section| {
            let args = [
                ("name", section.name.into()),
                ("points", section.points.as_ref()?.to_string().into()),
                ("weighted", section.weighted.as_ref()?.to_string().into()),
            ];
            Some(self.say("why-section", &args))
        });
        let each: Vec<String> = each.collect();
        (!each.is_empty()).then(|| each.join(&self.say("words-between", &[])))
    }

    /// The items that count, and their sum.
    fn scored(&self, items: &[&Item]) -> Option<Block> {
        if items.is_empty() {
            return None;
        }
        let weighs = items.iter().any(|item| item.weight != Number::ONE);
        let full = items.iter().any(|item| items.first().is_some_and(|first| first.of != item.of));
        let mut heads = vec![("why-item", false), ("page-figure", false), ("page-row", false), ("why-scored", true)];
        heads.extend(full.then_some(("why-of", true)));
        heads.extend(weighs.then_some(("why-weight", true)));
        heads.push(("why-adds", true));
        let adds = heads.len() - 1;
        heads.extend(self.earlier.map(|_| ("page-points-then", true)));
        let mut table = self.table(&heads);
        items.iter().for_each(|item| table.row(self.item(item, (full, weighs))));
        if let Some(earned) = self.told.total.as_ref().and_then(|total| total.earned.as_ref()) {
            let mut sum = vec![self.say("why-sum", &[])];
            sum.resize(adds, String::new());
            sum.push(earned.to_string());
            table.sum(sum);
        }
        told(table)
    }

    fn item(&self, item: &Item, (full, weighs): (bool, bool)) -> Vec<String> {
        let (asked, row) = match (&item.row, &item.answer) {
            (Some(taken), _) => {
                let row = [Some(self.taken(item.slot, taken)), self.given_by(item.slot, taken)];
                let row: Vec<String> = row.into_iter().flatten().collect();
                (self.asked_then(item), row.join(&self.say("words-comma", &[])))
            }
            (None, Answer::Worked(worked)) => (self.formula(item, worked), String::new()),
            _ => (String::new(), String::new()),
        };
        let points = item.points.as_ref().ok().and_then(Value::number).map(Number::to_string);
        let adds = item.earned.as_ref().map(Number::to_string);
        let mut cells = vec![item.title.unwrap_or(item.name).to_owned(), asked, row];
        cells.push(points.unwrap_or_default());
        cells.extend(full.then(|| item.of.normalize().to_string()));
        cells.extend(weighs.then(|| format!("{}%", &item.weight * &Number::from(100))));
        cells.push(adds.or_else(|| item.weighted.as_ref().map(Exact::to_string)).unwrap_or_default());
        cells.extend(self.earlier.map(|_| self.was(item.slot)));
        cells
    }

    /// What was asked, with what it was in earlier results where that is known and another.
    fn asked_then(&self, item: &Item) -> String {
        let slot = match item.on.as_slice() {
            [only] => self.words.policy.slot_named(only.name),
            _ => None,
        };
        self.unlike(slot, self.asked(&item.on))
    }

    /// How a row gives its points, where it does not give the same to all.
    fn given_by(&self, slot: SlotId, taken: &RowTaken) -> Option<String> {
        match self.row_of(slot, taken)?.1.values.first()? {
            RowValue::Line(line) => {
                let end = |end: crate::quantity::Decimal| end.normalize().to_string().into();
                Some(self.say("page-line", &[("from", end(line.from)), ("to", end(line.to))]))
            }
            RowValue::Expr(expr) if !matches!(expr.kind, ExprKind::Constant(_)) => Some(self.words.told(expr)),
            _ => None,
        }
    }

    /// The row that answered, with its table.
    fn row_of(&self, slot: SlotId, taken: &RowTaken) -> Option<(&Rows, &Row)> {
        let table = self.rows(slot)?;
        Some((table, table.rows.get(taken.at)?))
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
        let formula = || self.asked_by(on).map(|expr| self.words.named().formula(expr).text);
        let named = self.words.policy.slot_named(on.name).map(|slot| self.words.called(slot));
        named.or_else(formula).unwrap_or_else(|| on.name.to_owned())
    }

    /// The expression by which something was asked that has no name.
    pub(super) fn asked_by(&self, on: &Input) -> Option<&Expr> {
        let inputs = self.words.policy.steps.iter().flat_map(|step| match step {
            Step::Table(table) => table.inputs.as_slice(),
            Step::Scale(scale) => std::slice::from_ref(&scale.input),
            _ => &[],
        });
        inputs.map(|input| &input.value).find(|expr| self.words.sources.slice(expr.span) == on.name)
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
        let words = self.row_of(slot, taken).map(|(table, row)| self.words.named().row(table, row));
        match words {
            Some(mut words) => {
                words.dedup();
                words.join(&self.say("words-comma", &[]))
            }
            None => taken.text.clone().into_owned(),
        }
    }

    /// How an item was found that has no rows, with the figures of the record.
    fn formula(&self, item: &Item, worked: &Worked) -> String {
        match (self.step(item.slot), &item.points) {
            (Some(Step::Value(step)), Ok(points)) => self.exactly(&step.value, Some(worked), points),
            _ => String::new(),
        }
    }

    /// How something was found, with the figures of the record; nothing, where that is the value itself.
    pub(super) fn worked_out(&self, expr: &Expr, worked: Option<&Worked>, of: &Named) -> Option<String> {
        let value = of.value.as_ref().ok()?;
        let same = self.words.formula(expr).text == self.words.of_slot(of.slot, value);
        (!same).then(|| self.exactly(expr, worked, value))
    }

    /// A formula with figures and all its roundings, so that whoever works it out by hand finds the value; but for the
    /// last one where it changed nothing.
    fn exactly(&self, expr: &Expr, worked: Option<&Worked>, value: &Value) -> String {
        let expr = without_needless(expr);
        let mut said = self.words.formula(expr);
        let exact = worked.and_then(|worked| worked.exact.as_ref()).and_then(|exact| exact.fraction().number());
        let unchanged = exact.is_some() && exact.as_ref() == value.number();
        if unchanged && matches!(expr.kind, ExprKind::Round { .. } | ExprKind::Quotient { .. }) {
            // The outermost rounding is told first.
            said.remarks = said.remarks.into_iter().skip(1).collect();
        }
        self.words.joined(said)
    }
}

/// A formula without the last rounding where that is to a part of what was rounded to before.
fn without_needless(expr: &Expr) -> &Expr {
    let ExprKind::Round { value: inner, step, .. } = &expr.kind else { return expr };
    match &inner.kind {
        ExprKind::Round { step: own, .. } | ExprKind::Quotient { step: own, .. }
            if !step.is_zero() && (own % step).is_zero() =>
        {
            inner
        }
        _ => expr,
    }
}

/// A table, unless nothing stands in it.
pub(super) fn told(table: Table) -> Option<Block> {
    (!table.rows.is_empty()).then(|| Block::Table(table.without_empty()))
}
