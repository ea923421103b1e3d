//! All tables of a run: the records, the rows beside them, the results of earlier runs.

use merit::batch::{self, Inputs};
use merit::data::{Batch, Layout, Past, Problem, ResultFields};
use merit::io::{TakeHeld, relation_layout};
use merit::ir::{Policy, RelationId};
use merit::render::Tongue;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};

use super::frame::{Asked, Failure, Frame};
use super::supervise::Pulse;
use super::{refused, words};

/// Everything that was handed over, of which every column is known to be one that the policy can read.
pub struct Given {
    records: Frame,
    /// For each lookup and details its tables.
    with: Vec<Vec<Frame>>,
    history: Vec<Frame>,
}

/// What was read, and what someone should look at.
pub struct Read {
    /// What the policy is evaluated on.
    pub inputs: Inputs,
    /// What someone should look at.
    pub notices: Vec<Problem>,
}

impl Given {
    /// Takes the tables of a call, and refuses those that lack something before a row is read.
    pub fn of(
        policy: &Policy,
        table: &Bound<'_, PyAny>,
        (with, history): (Option<&Bound<'_, PyDict>>, Option<&Bound<'_, PyAny>>),
        asked: Asked,
    ) -> PyResult<Given> {
        let py = table.py();
        let records = Frame::of(table, "table")?;
        records.check(py, &Layout::records(policy), asked)?;
        let with = with_tables(policy, with, (py, asked))?;
        let history = tables(history, "history")?;
        if !history.is_empty() && !policy.looks_back() {
            let zh = "history：这份制度不看以前的结果".to_owned();
            return Err(refused::asked(
                py,
                &words::either(asked.tongue, zh, "history: this policy does not look back".to_owned()),
            ));
        }
        let fields = ResultFields::of(policy);
        history.iter().try_for_each(|frame| frame.check(py, &fields.layout(policy), asked).map(drop))?;
        Ok(Given { records, with, history })
    }

    /// Whether there is nothing beside the records.
    pub fn stands_alone(&self) -> bool {
        self.with.is_empty() && self.history.is_empty()
    }

    /// Reads the records, and gives them to `take` as they come, which lets them go; nothing, where they must be held. They
    /// can be read again.
    pub fn pass(
        &mut self,
        policy: &Policy,
        pulse: &Pulse,
        take: &mut TakeHeld<Failure>,
    ) -> Result<Option<Batch>, Failure> {
        self.records.pass(&Layout::records(policy), pulse, take)
    }

    /// Reads them all.
    pub fn read(self, policy: &Policy, pulse: &Pulse) -> Result<Read, Failure> {
        let records = self.records.read(&Layout::records(policy), Batch::default(), pulse)?;
        let mut inputs = Inputs::new(&[policy], vec![records]);
        let mut notices: Vec<Problem> = inputs.shared.batches.iter().flat_map(|batch| batch.notices.clone()).collect();
        let past = past(policy, self.history, pulse)?;
        notices.extend(past.notices.iter().cloned());
        inputs.remember(0, past);
        let mut all = vec![];
        for (at, frames) in self.with.into_iter().enumerate() {
            let Some(layout) = relation_layout(policy, RelationId(at)) else { continue };
            let read =
                frames.into_iter().try_fold(Batch::default(), |batch, frame| frame.read(&layout, batch, pulse))?;
            let rows = batch::rows(policy, RelationId(at), read);
            notices.extend(rows.notices.iter().cloned());
            all.push(rows);
        }
        notices.extend(inputs.join((0, policy), all));
        Ok(Read { inputs, notices })
    }
}

fn past(policy: &Policy, history: Vec<Frame>, pulse: &Pulse) -> Result<Past, Failure> {
    if history.is_empty() {
        return Ok(Past::default());
    }
    let fields = ResultFields::of(policy);
    let layout = fields.layout(policy);
    let read = history.into_iter().try_fold(Batch::default(), |batch, frame| frame.read(&layout, batch, pulse))?;
    let past = batch::past(policy, read).map_err(Failure::Problems)?;
    // A table without rows is that of nobody's month, not of another policy.
    let strange = if past.records.is_empty() && past.lost.is_empty() {
        vec![]
    } else {
        batch::strange(std::slice::from_ref(&past))
    };
    if strange.is_empty() { Ok(past) } else { Err(Failure::Problems(strange)) }
}

/// The tables of each lookup and details, in the order of the policy.
fn with_tables(
    policy: &Policy,
    with: Option<&Bound<'_, PyDict>>,
    (py, asked): (Python<'_>, Asked),
) -> PyResult<Vec<Vec<Frame>>> {
    let known: Vec<&str> = policy.relations.iter().map(|relation| relation.name.as_str()).collect();
    let all = known.join(", ");
    for name in with.iter().flat_map(|with| with.keys()) {
        let name: String = name.extract()?;
        if !known.contains(&name.as_str()) {
            let zh = format!("with_：制度里没有「{name}」；它读的是：{all}");
            let en = format!("with_: the policy has no “{name}”; it reads: {all}");
            return Err(refused::asked(py, &words::either(asked.tongue, zh, en)));
        }
    }
    let each = policy.relations.iter().enumerate().map(|(at, relation)| {
        let name = relation.name.as_str();
        let given = with.map(|with| with.get_item(name)).transpose()?.flatten();
        let frames = tables(given.as_ref(), name)?;
        if frames.is_empty() {
            let zh = format!("制度还要读「{name}」：请传 with_={{\"{name}\": …}}");
            let en = format!("the policy reads “{name}” as well: pass with_={{\"{name}\": …}}");
            return Err(refused::asked(py, &words::either(asked.tongue, zh, en)));
        }
        if let Some(layout) = relation_layout(policy, RelationId(at)) {
            frames.iter().try_for_each(|frame| frame.check(py, &layout, asked).map(drop))?;
        }
        Ok(frames)
    });
    each.collect()
}

/// A table, or several in a list; a list of records is one.
fn tables(given: Option<&Bound<'_, PyAny>>, name: &str) -> PyResult<Vec<Frame>> {
    let Some(given) = given.filter(|given| !given.is_none()) else { return Ok(vec![]) };
    let several: Option<Vec<Bound<'_, PyAny>>> = match (given.cast::<PyList>(), given.cast::<PyTuple>()) {
        (Ok(list), _) => Some(list.iter().collect()),
        (_, Ok(tuple)) => Some(tuple.iter().collect()),
        _ => None,
    };
    match several {
        Some(all) if all.is_empty() => Ok(vec![]),
        Some(all) if all.iter().any(|one| !one.is_instance_of::<PyDict>()) => {
            let named = |at: usize| if all.len() > 1 { format!("{name}[{at}]") } else { name.to_owned() };
            all.iter().enumerate().map(|(at, one)| Frame::of(one, &named(at))).collect()
        }
        _ => Ok(vec![Frame::of(given, name)?]),
    }
}

/// The tongue that somebody asks for, else that of the policy.
pub fn tongue(lang: Option<&str>, policy: &Policy) -> PyResult<Tongue> {
    match lang {
        None => Ok(policy.tongue()),
        Some("zh") => Ok(Tongue::Zh),
        Some("en") => Ok(Tongue::En),
        Some(other) => Err(pyo3::exceptions::PyValueError::new_err(format!("lang: \"zh\" or \"en\", not {other:?}"))),
    }
}
