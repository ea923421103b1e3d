//! Who comes out otherwise in anything: a score that moves inside its band is a change, though it pays the same.

use super::super::names::carried;
use crate::ir::{Policy, SlotId, Value};

/// A slot with its value.
type Known = (SlotId, Value);

/// How many have another result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Otherwise {
    /// Of all who are compared.
    pub all: usize,
    /// Of those who are paid the same.
    pub paid_same: usize,
    /// The first of those who are paid the same.
    pub first: Option<Moved>,
}

/// Somebody with what comes out otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The key fields with their values.
    pub key: Vec<(String, String)>,
    /// What it came to in the old policy.
    pub old: Vec<Known>,
    /// What it comes to in the new policy.
    pub new: Vec<Known>,
}

impl Otherwise {
    /// Takes note of a record by its values in both policies, of which the results are told.
    pub(super) fn count(
        &mut self,
        (old, new): (&Policy, &Policy),
        results: &[(SlotId, SlotId)],
        (was, is): (&[Value], &[Value]),
        (paid_same, key): (bool, impl FnOnce() -> Vec<(String, String)>),
    ) {
        let moved: Vec<_> = results.iter().filter_map(|slots| moved((old, was), (new, is), *slots)).collect();
        if moved.is_empty() {
            return;
        }
        self.all += 1;
        if paid_same {
            self.paid_same += 1;
            self.first.get_or_insert_with(|| {
                let (old, new) = moved.into_iter().unzip();
                Moved { key: key(), old, new }
            });
        }
    }
}

/// A result by both policies, where it is not the same.
fn moved(
    (old, was): (&Policy, &[Value]),
    (new, is): (&Policy, &[Value]),
    (before, after): (SlotId, SlotId),
) -> Option<(Known, Known)> {
    let (one, other) = (was.get(before.0)?, is.get(after.0)?);
    if one == other && !matches!(one, Value::Label(_)) {
        return None;
    }
    let types = (old.slot(before)?.ty, new.slot(after)?.ty);
    let same = carried((old, types.0), (new, types.1), one).as_ref() == Some(other);
    (!same).then(|| ((before, one.clone()), (after, other.clone())))
}
