//! What a value can be found from besides, with records that the value cannot tell apart taken as one.
//!
//! Where all that some inputs do goes through one value, as the points of an item, one record of them for each thing
//! that it can be stands for all.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Record;
use super::parted::is_parted;
use super::sources::Sources;
use crate::analysis::{Marks, marks};
use crate::eval::evaluate_steps;
use crate::ir::{Role, SlotId, Value};
use crate::quantity::{Domain, Number, Numbers};

/// So many records are tried to find everything that a value can be.
const TRIED: usize = 1_500;
/// Of a value that can be more than this records are not taken as one.
const FEW: usize = 64;

/// Inputs that are chosen together, independent of all others.
#[derive(Clone, PartialEq)]
pub(super) struct Choice {
    /// What they can be.
    pub options: Vec<Record>,
    /// Whether between these nothing changes.
    pub complete: bool,
}

/// The choices of a policy.
pub(super) struct Choices<'p> {
    /// The way back from values.
    pub sources: Sources<'p>,
    known: RefCell<BTreeMap<SlotId, Option<Choice>>>,
}

impl<'p> Choices<'p> {
    pub fn of(sources: Sources<'p>) -> Self {
        Choices { sources, known: RefCell::default() }
    }

    /// All that values are found from besides a field, as few choices as may be.
    pub fn behind(&self, slots: &[SlotId], field: Option<SlotId>) -> Vec<Choice> {
        let mut cut: BTreeSet<SlotId> = field.into_iter().collect();
        let mut found = vec![];
        let all = self.sources.of_slots(slots, &cut);
        let mut between: Vec<SlotId> = all.seen.iter().copied().filter(|slot| !slots.contains(slot)).collect();
        // The nearer to the end, the more is taken as one.
        between.sort_by_key(|slot| std::cmp::Reverse(self.sources.policy.step_of(*slot)));
        for slot in between {
            if Some(slot) != field
                && self.parts(slots, slot, field, &cut)
                && let Some(choice) = self.of_slot(slot)
            {
                cut.insert(slot);
                found.push(choice);
            }
        }
        let rest = self.sources.of_slots(slots, &cut);
        let plain = |slot: &SlotId| {
            let steps = || self.sources.steps(&rest.steps);
            let Marks { values, complete } = marks(self.sources.policy, *slot, steps());
            let complete = complete || is_parted(steps(), *slot);
            Choice { options: values.into_iter().map(|value| vec![(*slot, value)]).collect(), complete }
        };
        found.extend(rest.inputs.iter().map(plain));
        found
    }

    /// Whether all that a slot is found from acts through it alone, and the field does not.
    fn parts(&self, slots: &[SlotId], slot: SlotId, field: Option<SlotId>, cut: &BTreeSet<SlotId>) -> bool {
        let inside = self.sources.of_slots(&[slot], &BTreeSet::new());
        if inside.inputs.is_empty()
            || inside.inputs.contains(&slot)
            || field.is_some_and(|of| inside.seen.contains(&of))
        {
            return false;
        }
        let mut without = cut.clone();
        without.insert(slot);
        let outside = self.sources.of_slots(slots, &without);
        outside.seen.contains(&slot) && inside.inputs.is_disjoint(&outside.inputs)
    }

    fn of_slot(&self, slot: SlotId) -> Option<Choice> {
        if let Some(known) = self.known.borrow().get(&slot) {
            return known.clone();
        }
        let found = self.few(slot).or_else(|| self.metric(slot));
        self.known.borrow_mut().insert(slot, found.clone());
        found
    }

    /// A record for each thing that a value can be, where that is little.
    fn few(&self, slot: SlotId) -> Option<Choice> {
        let known = self.sources.policy.slot(slot)?;
        let most = count(&known.domain)? + usize::from(known.optional);
        let inner = self.behind(&[slot], None);
        let steps: Vec<usize> = self.sources.of_slots(&[slot], &BTreeSet::new()).steps.into_iter().collect();
        let all = inner.iter().fold(1_usize, |all, choice| all.saturating_mul(choice.options.len().max(1)));
        let (mut seen, mut options): (BTreeSet<Value>, Vec<Record>) = Default::default();
        for number in 0..all.min(TRIED) {
            let record = if all <= TRIED { nth(&inner, number) } else { scattered(&inner, number) };
            let record: Record = pick(&inner, &record);
            let Ok(value) = evaluate_steps(self.sources.policy, &record, &steps).value(slot).cloned() else { continue };
            if seen.insert(value) {
                options.push(record);
            }
            if options.len() == most {
                break;
            }
        }
        let whole = all <= TRIED && inner.iter().all(|choice| choice.complete);
        let complete = options.len() == most || whole;
        (!options.is_empty()).then_some(Choice { options, complete })
    }

    /// The values of a metric, where nothing changes between them: it takes the place of its definition.
    fn metric(&self, slot: SlotId) -> Option<Choice> {
        let policy = self.sources.policy;
        policy.slot(slot).filter(|known| known.role == Role::Metric)?;
        let Marks { values, complete } = marks(policy, slot, policy.steps.iter());
        let complete = complete || is_parted(policy.steps.iter(), slot);
        let options = values.into_iter().map(|value| vec![(slot, value)]).collect();
        complete.then_some(Choice { options, complete })
    }
}

/// How much is in a domain, where that is little.
fn count(domain: &Domain) -> Option<usize> {
    match domain {
        Domain::Numbers(Numbers::Values(values)) => Some(values.len()).filter(|count| *count <= FEW),
        Domain::Numbers(Numbers::Range { lo, hi, step }) if !step.is_zero() => {
            (0..FEW).find(|number| lo + &(Number::from(*number) * step) >= *hi).map(|number| number + 1)
        }
        Domain::Labels(labels) => Some(labels.len()),
        Domain::Bool { no, yes } => Some(usize::from(*no) + usize::from(*yes)),
        _ => None,
    }
}

/// One option of each choice.
pub(super) fn pick(choices: &[Choice], chosen: &[usize]) -> Record {
    let each = choices.iter().zip(chosen).filter_map(|(choice, at)| choice.options.get(*at));
    each.flatten().cloned().collect()
}

/// What is chosen in the record of that number among all.
pub(super) fn nth(choices: &[Choice], mut number: usize) -> Vec<usize> {
    let one = |choice: &Choice| {
        let count = choice.options.len().max(1);
        let at = number % count;
        number /= count;
        at
    };
    choices.iter().map(one).collect()
}

/// What is chosen in a record without system, always the same for one number.
pub(super) fn scattered(choices: &[Choice], number: usize) -> Vec<usize> {
    let mut state = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let one = |choice: &Choice| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let count = choice.options.len().max(1) as u64;
        usize::try_from((state >> 33) % count).unwrap_or(0)
    };
    choices.iter().map(one).collect()
}
