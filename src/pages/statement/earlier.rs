//! What the same was in the results of an earlier run, beside what it is.

use std::collections::BTreeMap;

use super::Statement;
use crate::ir::{SlotId, Type, Value};
use crate::quantity::{Dimension, Number};

/// What a person had in the results of an earlier run.
pub(in crate::pages) struct Earlier {
    /// What each slot was that stands in them.
    pub values: BTreeMap<SlotId, Value>,
    /// What moved, in a sentence.
    pub said: String,
}

impl Statement<'_> {
    /// What a slot was.
    fn then(&self, slot: SlotId) -> Option<&Value> {
        self.earlier.and_then(|earlier| earlier.values.get(&slot))
    }

    /// The cell of what a slot was; empty where that is not known.
    pub(super) fn was(&self, slot: SlotId) -> String {
        self.then(slot).map(|then| self.of_slot(slot, then)).unwrap_or_default()
    }

    /// What a figure was, behind it, where it is another now: `95%（上次 97%）`
    pub(super) fn unlike(&self, slot: Option<SlotId>, shown: String) -> String {
        let was = slot.map(|slot| self.was(slot)).filter(|was| !was.is_empty() && *was != shown);
        match was {
            Some(was) => self.say("page-was", &[("now", shown.into()), ("then", was.into())]),
            None => shown,
        }
    }

    /// The cell of how much more a slot is than it was; empty where it is the same.
    pub(super) fn moved(&self, slot: SlotId, now: Option<&Value>) -> String {
        let moved = self.then(slot).zip(now).and_then(|(then, now)| Some(now.number()? - then.number()?));
        moved.filter(|moved| !moved.is_zero()).map(|moved| self.signed(slot, &moved)).unwrap_or_default()
    }

    fn signed(&self, slot: SlotId, moved: &Number) -> String {
        let ty = self.words.policy.slot(slot).map(|slot| slot.ty);
        let shown = match ty {
            Some(Type::Number(Dimension::MONEY)) => self.money(&moved.abs()),
            _ => moved.abs().to_string(),
        };
        format!("{}{shown}", if moved.is_negative() { "−" } else { "+" })
    }
}
