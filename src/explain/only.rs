//! An explanation of one thing alone.

use super::model::{Explanation, Output};
use crate::ir::SlotId;

impl Explanation<'_> {
    /// What tells of one slot: its declaration, of a part the whole that it is in. Whether there is such a thing.
    pub fn keep_only(&mut self, slot: SlotId) -> bool {
        let gives = |outputs: &[Output]| outputs.iter().any(|output| output.slot == slot);
        self.metrics.retain(|it| it.of.slot == slot);
        self.lets.retain(|it| it.of.slot == slot);
        self.grades.retain(|it| gives(&it.outputs));
        self.tables.retain(|it| gives(&it.outputs));
        self.scales.retain(|it| it.amount.slot == slot);
        self.gates.retain(|it| it.of.slot == slot);
        self.cohort.retain(|it| it.of.slot == slot);
        self.history.retain(|it| it.of.slot == slot);
        self.pay.retain(|it| it.of.slot == slot || it.lines.iter().any(|line| line.of.slot == slot));
        self.items.retain(|it| it.slot == slot);
        // What one item adds is no total.
        self.total = None;
        self.sections.clear();
        self.flags.clear();
        self.promises.clear();
        self.doubts.clear();
        let values = self.metrics.len() + self.lets.len() + self.cohort.len() + self.history.len();
        let answers = self.grades.len() + self.tables.len() + self.scales.len() + self.gates.len();
        values + answers + self.pay.len() + self.items.len() > 0
    }
}
