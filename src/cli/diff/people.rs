//! The data of a comparison: both policies over the same records.

use std::slice;

use super::super::arguments::Diff;
use super::super::inputs::{Chosen, gather};
use super::super::reads::Reads;
use super::super::{Console, Exit};
use crate::batch::{Appraisal, Inputs};
use crate::compare::{Difference, People, Runs, Side};
use crate::diagnostic::Arg;
use crate::ir::{Policy, SlotId, Type};

/// What becomes of the people of some data.
pub(super) fn people(
    console: &Console,
    arguments: &Diff,
    (old, new): (&Chosen, &Chosen),
    (difference, data): (&Difference, &[&str]),
) -> Result<People, Exit> {
    same_keys(console, old.policy(), new.policy())?;
    let by = by(console, arguments, new.policy())?;
    let (was, is) = (read(console, arguments, (old, new), data)?, read(console, arguments, (new, old), data)?);
    let policies = ([old.policy()], [new.policy()]);
    let (was, is) = (Appraisal::new(&policies.0, was, false), Appraisal::new(&policies.1, is, false));
    let (before, after) = (was.start(vec![old.compiled.watch()]), is.start(vec![new.compiled.watch()]));
    let old = Side { compiled: &old.compiled, inputs: was.inputs(), started: &before };
    let new = Side { compiled: &new.compiled, inputs: is.inputs(), started: &after };
    Ok(People::of(&Runs { old, new, by }, difference))
}

/// The data as one of both reads it. What only the other one needs is not for it.
fn read(console: &Console, arguments: &Diff, (own, other): (&Chosen, &Chosen), data: &[&str]) -> Result<Inputs, Exit> {
    let has = |of: &Chosen, text: &str| {
        let name = text.split(['=', '＝']).next().unwrap_or_default().trim();
        of.policy().relations.iter().any(|relation| relation.name == name)
    };
    let with = arguments.with.iter().filter(|text| has(own, text) || !has(other, text)).cloned();
    let back = own.policy().looks_back() || !other.policy().looks_back();
    let reads = Reads {
        with: with.collect(),
        history: if back { arguments.history.clone() } else { vec![] },
        encoding: arguments.encoding.clone(),
        sheet: arguments.sheet.clone(),
        hidden_rows: arguments.hidden_rows,
        ..Reads::default()
    };
    gather(console, slice::from_ref(own), &reads, data).map(|(inputs, _)| inputs)
}

/// Refuses policies whose records cannot be told to be the same.
fn same_keys(console: &Console, old: &Policy, new: &Policy) -> Result<(), Exit> {
    let keys = |policy: &Policy| -> Vec<String> {
        let slots = policy.keys().chain(policy.period());
        slots.filter_map(|slot| policy.slot(slot)).map(|slot| slot.name.clone()).collect()
    };
    let (was, is) = (keys(old), keys(new));
    let (one, other) = (&old.header.currency, &new.header.currency);
    match (was == is, one == other) {
        (true, true) => return same_types(console, old, new),
        (true, false) => {
            console.wrong("diff-currency", &[("old", one.as_str().into()), ("new", other.as_str().into())]);
            return Err(Exit::Refused);
        }
        (false, _) => {}
    }
    let list = |names: Vec<String>| Arg::List(names.into_iter().map(Arg::from).collect());
    console.wrong("diff-keys", &[("old", list(was)), ("new", list(is))]);
    Err(Exit::Refused)
}

/// Refuses keys that are called alike and are something else: a quarter is no month.
fn same_types(console: &Console, old: &Policy, new: &Policy) -> Result<(), Exit> {
    let slots = old.keys().chain(old.period()).zip(new.keys().chain(new.period()));
    let other = slots.filter_map(|(was, is)| old.slot(was).zip(new.slot(is))).find(|(was, is)| match (was.ty, is.ty) {
        (Type::Label(_), Type::Label(_)) => false,
        (one, other) => one != other,
    });
    match other {
        Some((was, _)) => {
            console.wrong("diff-key-type", &[("name", was.name.as_str().into())]);
            Err(Exit::Refused)
        }
        None => Ok(()),
    }
}

/// The field of the new policy by which people are put together.
fn by(console: &Console, arguments: &Diff, policy: &Policy) -> Result<Option<SlotId>, Exit> {
    let Some(name) = arguments.by.as_deref() else { return Ok(None) };
    let found = policy.fields.iter().position(|field| field.name == name || field.title.as_deref() == Some(name));
    found.map(|at| Some(SlotId(at))).ok_or_else(|| {
        let known = policy.fields.iter().map(|field| Arg::from(field.name.as_str())).collect();
        console.wrong("diff-by", &[("name", name.into()), ("known", Arg::List(known))])
    })
}
