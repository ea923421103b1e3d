//! Two policies held against each other.

use std::sync::Arc;

use merit::batch::Appraisal;
use merit::compare::{People, Runs, Side, compare};
use merit::compile::{Compiled, compile_beside};
use merit::io::PolicyFolder;
use merit::ir::SlotId;
use merit::render::{Compared, Tongue, difference_json, people_json};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::Value as Json;

use super::frame::{Asked, Failure};
use super::inputs::{Given, tongue};
use super::json::object;
use super::policy::Policy;
use super::supervise::{Pulse, supervise};
use super::{refused, words};

/// What there is between two policies; with tables, what it does to people. Each side reads tables of its own.
#[pyfunction]
#[pyo3(signature = (old, new, tables=None, with_=None, history=None, by=None, floats=false, lang=None))]
#[expect(clippy::too_many_arguments, reason = "they are the keywords of the call in Python")]
pub fn diff<'py>(
    py: Python<'py>,
    old: &Bound<'py, Policy>,
    new: &Bound<'py, Policy>,
    tables: Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)>,
    with_: Option<(Bound<'py, PyDict>, Bound<'py, PyDict>)>,
    history: Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)>,
    by: Option<String>,
    floats: bool,
    lang: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let before = Arc::clone(&old.get().compiled);
    let own = new.get();
    let tongue = tongue(lang, &own.compiled.policy)?;
    // Their places must not be one another's.
    let after = py.detach(|| {
        let (sources, source, settings) = (&before.sources, own.source.clone(), &own.settings);
        match &own.beside {
            Some(beside) => compile_beside(sources, source, beside, &[], settings),
            None => compile_beside(sources, source, &PolicyFolder::of(&own.source.name), &[], settings),
        }
    });
    let asked = Asked { floats, tongue };
    let given = match &tables {
        None => None,
        Some((was, is)) => {
            alike(py, (&before, &after), tongue)?;
            let (old_with, new_with) = with_.unzip();
            let (old_history, new_history) = history.unzip();
            let was = Given::of(&before.policy, was, (old_with.as_ref(), old_history.as_ref()), asked)?;
            Some((was, Given::of(&after.policy, is, (new_with.as_ref(), new_history.as_ref()), asked)?))
        }
    };
    let place = |name: &String| {
        after.policy.fields.iter().position(|field| field.name == *name || field.title.as_ref() == Some(name))
    };
    let slot = match &by {
        None => None,
        Some(name) => Some(SlotId(place(name).ok_or_else(|| {
            let told = words::either(
                tongue,
                format!("by：新制度没有「{name}」"),
                format!("by: the new policy has no “{name}”"),
            );
            refused::asked(py, &told)
        })?)),
    };
    let told = supervise(py, None, move |pulse| told((&before, &after), given, (slot, by.as_deref(), tongue), pulse))?;
    object(py, &told.map_err(|failure| failure.raised(py, tongue))?)
}

fn told(
    (old, new): (&Compiled, &Compiled),
    given: Option<(Given, Given)>,
    (slot, by, tongue): (Option<SlotId>, Option<&str>, Tongue),
    pulse: &Pulse,
) -> Result<Json, Failure> {
    let mut difference = compare(old, new);
    let people = match given {
        None => None,
        Some((was, is)) => {
            let (was, is) = (was.read(&old.policy, pulse)?.inputs, is.read(&new.policy, pulse)?.inputs);
            let policies = ([&old.policy], [&new.policy]);
            let (was, is) = (Appraisal::new(&policies.0, was, false), Appraisal::new(&policies.1, is, false));
            let (before, after) = (was.start(vec![old.watch()]), is.start(vec![new.watch()]));
            let old = Side { compiled: old, inputs: was.inputs(), started: &before };
            let new = Side { compiled: new, inputs: is.inputs(), started: &after };
            Some(People::of(&Runs { old, new, by: slot }, &difference))
        }
    };
    difference.seen(people.as_ref().map_or(0, |people| people.otherwise.all));
    let mut json = difference_json(Compared { old, new }, &difference, tongue);
    match &people {
        Some(people) => json.extend(people_json(people, by, tongue)),
        None => {
            let none = || Json::Array(vec![]);
            let members =
                [("people", Json::Null), ("by", none()), ("grades", none()), ("pay", none()), ("largest", none())];
            json.extend(members.map(|(name, value)| (name.to_owned(), value)));
        }
    }
    Ok(Json::Object(json))
}

/// Refuses policies whose records cannot be told to be the same.
fn alike(py: Python<'_>, (old, new): (&Compiled, &Compiled), tongue: Tongue) -> PyResult<()> {
    let keys = |compiled: &Compiled| -> Vec<String> {
        let slots = compiled.policy.keys().chain(compiled.policy.period());
        slots.filter_map(|slot| compiled.policy.slot(slot)).map(|slot| slot.name.clone()).collect()
    };
    let (was, is) = (keys(old), keys(new));
    if was == is && old.policy.header.currency == new.policy.header.currency {
        return Ok(());
    }
    let told = words::either(
        tongue,
        format!("两份制度的主键和币种要一致才能比人：{}；{}", was.join("、"), is.join("、")),
        format!(
            "people can be compared only where keys and currency are the same: {}; {}",
            was.join(", "),
            is.join(", ")
        ),
    );
    Err(refused::asked(py, &told))
}
