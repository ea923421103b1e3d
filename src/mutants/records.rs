//! Records at the bounds of a policy, tried before any are searched for: most alterations show at one of them.

use super::Apart;
use crate::cases::{Given, cases, evaluated};
use crate::compare;
use crate::compile::Compiled;
use crate::eval::Evaluation;
use crate::ir::{Policy, Role, SlotId, Value};

/// The records, each with what it comes to.
pub(super) struct Records<'c> {
    policy: &'c Policy,
    known: Vec<(Given, Evaluation)>,
    /// The results that are held against each other.
    results: Vec<SlotId>,
}

impl<'c> Records<'c> {
    pub fn of(compiled: &'c Compiled) -> Self {
        let policy = &compiled.policy;
        let text = |span| compiled.sources.slice(span).to_owned();
        let read =
            |slot: &SlotId| policy.slot(*slot).is_some_and(|slot| matches!(slot.role, Role::Field | Role::Lookup));
        let found = cases(policy, &text).into_iter().map(|case| case.given);
        let found = found.filter(|given| given.iter().all(|(slot, _)| read(slot)));
        let known = found.map(|given| (evaluated(policy, &given), given)).map(|(came, given)| (given, came)).collect();
        let own = policy.columns.iter().filter(|column| column.default && !read(&column.slot));
        let results = own.map(|column| column.slot).collect();
        Records { policy, known, results }
    }

    /// The first record that comes to something else in the altered policy.
    pub fn telling(&self, altered: &Policy) -> Option<Apart> {
        let alike = self.policy.slots.len() == altered.slots.len() && labels(self.policy).eq(labels(altered));
        let same = |(one, other): (&crate::ir::Slot, &crate::ir::Slot)| one.name == other.name && one.ty == other.ty;
        if !alike || !self.policy.slots.iter().zip(&altered.slots).all(same) {
            return None;
        }
        self.known.iter().find_map(|(given, came)| {
            let other = evaluated(altered, given);
            let differs = |slot: &SlotId| {
                let (was, is) = (came.value(*slot).ok()?, other.value(*slot).ok()?);
                (was != is).then(|| (*slot, was.clone()))
            };
            let expect: Vec<(SlotId, Value)> = self.results.iter().filter_map(differs).collect();
            (!expect.is_empty()).then(|| Apart { given: self.told(given), expect, about: None })
        })
    }

    fn told(&self, given: &Given) -> Vec<compare::Given> {
        let one = |(slot, value): &(SlotId, Value)| compare::Given {
            name: self.policy.slot(*slot).map(|slot| slot.name.clone()).unwrap_or_default(),
            old: Some((*slot, value.clone())),
            new: Some((*slot, value.clone())),
            absent: false,
            matters: true,
        };
        given.iter().map(one).collect()
    }
}

/// All labels, set by set.
fn labels(policy: &Policy) -> impl Iterator<Item = (usize, &str)> {
    let sets = policy.label_sets.iter().enumerate();
    sets.flat_map(|(at, set)| set.labels.iter().map(move |label| (at, label.name.as_str())))
}
