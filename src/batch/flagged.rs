//! For whom the flags of a policy are raised, and whose pay is below zero: how many, and the first of them.

use crate::data::{Figures, Piece, spell_cell};
use crate::ir::{Policy, SlotId, Type, Value};

/// So many are kept by their keys.
const MOST_KEPT: usize = 10;

/// For whom a flag is raised, or a block of pay is below zero.
#[derive(Debug, Clone)]
pub struct Flagged {
    /// The flag, or the block.
    pub flag: SlotId,
    /// For how many records.
    pub count: usize,
    /// The first of them.
    pub first: Vec<Person>,
}

/// Whose a record is, as a cell shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The key fields with their values.
    pub key: Vec<(String, String)>,
    /// The name, where it is known.
    pub name: Option<String>,
    /// The period, where the policy has one.
    pub period: Option<String>,
}

impl Flagged {
    /// For nobody yet.
    pub(super) fn new(flag: SlotId) -> Self {
        Flagged { flag, count: 0, first: vec![] }
    }

    /// Counts those that were counted apart from these, and come behind them.
    pub(super) fn add(&mut self, more: Flagged) {
        self.count += more.count;
        let room = MOST_KEPT.saturating_sub(self.first.len());
        self.first.extend(more.first.into_iter().take(room));
    }

    /// Counts a record with these values.
    pub(super) fn count(&mut self, policy: &Policy, values: &[Value]) {
        let raised = match values.get(self.flag.0) {
            Some(Value::Number(amount)) => amount.is_negative(),
            value => value == Some(&Value::Bool(true)),
        };
        if raised {
            self.count += 1;
            if self.first.len() < MOST_KEPT {
                self.first.push(Person::of(policy, values));
            }
        }
    }

    /// Counts a record of a piece that was evaluated by its columns.
    pub(super) fn count_of(&mut self, policy: &Policy, piece: &Piece, at: usize) {
        let raised = |figures: &Figures| match figures.ty {
            Type::Bool => figures.code(at) == Some(1),
            _ => figures.code(at).is_some_and(|code| code < 0),
        };
        if piece.figures(self.flag).is_some_and(raised) {
            self.count += 1;
            if self.first.len() < MOST_KEPT {
                let cell = |id: SlotId| Some(spell_cell(policy, policy.slot(id)?, &piece.stretch.value(id.0, at)?));
                self.first.push(Person::told(policy, cell));
            }
        }
    }
}

impl Person {
    fn of(policy: &Policy, values: &[Value]) -> Self {
        Person::told(policy, |id| Some(spell_cell(policy, policy.slot(id)?, values.get(id.0)?)))
    }

    /// Whose a record is whose cells are known as far as that.
    pub(super) fn told(policy: &Policy, cell: impl Fn(SlotId) -> Option<String>) -> Self {
        let named = |id: SlotId| Some((policy.slot(id)?.name.clone(), cell(id)?));
        let shown = |id: Option<SlotId>| id.and_then(&cell).filter(|text| !text.is_empty());
        Person {
            key: policy.keys().filter_map(named).collect(),
            name: shown(policy.name_field()),
            period: shown(policy.period()),
        }
    }

    /// The key in one text.
    pub fn called(&self) -> String {
        self.key.iter().map(|(_, cell)| cell.as_str()).collect::<Vec<_>>().join(" ")
    }
}
