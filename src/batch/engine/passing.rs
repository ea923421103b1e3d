//! Records that are evaluated as they are read, and let go: what is kept of each is the hash of its key.

use super::Engine;
use crate::batch::duplicates::{hash, joined};
use crate::batch::owner::Alone;
use crate::batch::twice::any_twice;
use crate::batch::{Inputs, Tally, joined_keys, outcome};
use crate::columnar::Machine;
use crate::data::{Batch, Came, KeyPart, Layout, Outcome, Reading, Shared, Stretch};
use crate::eval::evaluate;
use crate::ir::{Policy, Value};
use crate::promise::Watch;

/// Evaluates the records of a policy as they pass.
pub struct Passing<'e, 'a> {
    policy: &'a Policy,
    watch: &'e Watch<'a>,
    engine: &'e Engine,
    machine: Machine<'e>,
    alone: Alone<'a>,
    tally: Tally<'a>,
    keys: Keys,
    /// How many records were evaluated.
    done: usize,
}

/// That records must be held after all: what is to be told of one hangs on others.
#[derive(Debug)]
pub struct Entangled;

impl<'e, 'a> Passing<'e, 'a> {
    /// With nothing evaluated yet.
    pub fn new(policy: &'a Policy, watch: &'e Watch<'a>, engine: &'e Engine) -> Self {
        Passing {
            policy,
            watch,
            engine,
            machine: Machine::new(&engine.plan),
            alone: Alone::new(policy),
            tally: Tally::new(&[policy], std::slice::from_ref(watch)),
            keys: Keys::of(Layout::records(policy)),
            done: 0,
        }
    }

    /// Evaluates the records that are held together, tells of each what it came to, and lets them go.
    pub fn take<E>(&mut self, batch: &mut Batch, tell: &mut dyn FnMut(Came) -> Result<(), E>) -> Result<(), E> {
        self.evaluate(batch, false, tell)?;
        batch.let_go();
        Ok(())
    }

    /// Evaluates the last ones, and gives what all came to; nothing, where they must be held after all.
    pub fn end<E>(
        mut self,
        mut batch: Batch,
        tell: &mut dyn FnMut(Came) -> Result<(), E>,
    ) -> Result<Result<(Inputs, Tally<'a>), Entangled>, E> {
        self.evaluate(&mut batch, true, tell)?;
        if self.keys.are_entangled(&batch) {
            return Ok(Err(Entangled));
        }
        Ok(Ok((Inputs::of_one(Shared::from(batch)), self.tally)))
    }

    fn evaluate<E>(
        &mut self,
        batch: &mut Batch,
        ended: bool,
        tell: &mut dyn FnMut(Came) -> Result<(), E>,
    ) -> Result<(), E> {
        let ready = batch.stretches().filter(|stretch| stretch.is_full() || ended).map(|stretch| stretch.end()).last();
        let Some(ready) = ready.filter(|ready| *ready > self.done) else { return Ok(()) };
        self.alone.reject(batch, self.done..ready);
        let batch = &*batch;
        for stretch in batch.stretches().filter(|stretch| (self.done..ready).contains(&stretch.first)) {
            self.keys.see(stretch);
            let (policy, watch) = (self.policy, self.watch);
            let outcome = |at: usize| outcome_of((policy, watch), batch, at);
            self.engine.carry(&mut self.machine, stretch, &mut self.tally, &outcome, tell)?;
        }
        self.done = ready;
        Ok(())
    }
}

/// What becomes of a record that is evaluated by itself.
fn outcome_of<'b>((policy, watch): (&Policy, &Watch), batch: &'b Batch, at: usize) -> Option<Outcome<'b>> {
    let record = batch.record(at)?;
    let content = match &record.reading {
        Reading::Record(fields) => outcome::values((policy, Some(watch)), evaluate(policy, fields), &[])
            .unwrap_or_else(|| outcome::fault(policy, (batch, &record), fields)),
        _ => outcome::unused(batch.apart(at)?)?,
    };
    Some(Outcome { owner: Some(0), place: record.place, content })
}

/// The keys of records that passed.
struct Keys {
    /// The fields of a key; of records that need none, nothing.
    fields: Vec<usize>,
    /// Those among them of texts.
    texts: Vec<usize>,
    /// What stands for the key of each record.
    hashes: Vec<u64>,
    /// Whether a key may be of several.
    joined: bool,
}

impl Keys {
    fn of(layout: Layout) -> Self {
        let fields = if layout.unique { layout.keys() } else { vec![] };
        Keys { fields, texts: joined_keys::texts(layout).collect(), hashes: vec![], joined: false }
    }

    fn see(&mut self, stretch: Stretch) {
        for field in &self.texts {
            self.joined = self.joined || stretch.has_text(*field, joined_keys::may_join);
        }
        if self.fields.is_empty() {
            return;
        }
        let first = self.hashes.len();
        self.hashes.resize(first + stretch.len, 0);
        let own = self.hashes.get_mut(first..).unwrap_or_default();
        for field in &self.fields {
            stretch.give_hashes(*field, hash, |at, hash| {
                own.get_mut(at).into_iter().for_each(|whole| *whole = joined(*whole, hash));
            });
        }
        // Those that stand apart are looked at in the end, each by what is known of it.
        let mut held = 0;
        let mut apart = stretch.apart().peekable();
        for at in 0..stretch.len {
            if apart.next_if_eq(&at).is_none() {
                own.swap(held, at);
                held += 1;
            }
        }
        self.hashes.truncate(first + held);
    }

    /// Whether two records may share a key, or the key of one may be of several.
    fn are_entangled(mut self, batch: &Batch) -> bool {
        for (_, record) in batch.all_apart() {
            for field in &self.texts {
                let text = record.reading.known(*field);
                self.joined |= matches!(text, Some(Value::Text(text)) if joined_keys::may_join(text.as_str()));
            }
            if matches!(record.reading, Reading::Skipped(_) | Reading::Foreign(_)) || self.fields.is_empty() {
                continue;
            }
            let part = |field: &usize| record.reading.known(*field).map(|value| hash(KeyPart::Value(value)));
            self.hashes.extend(self.fields.iter().try_fold(0, |whole, field| Some(joined(whole, part(field)?))));
        }
        self.joined || any_twice(&self.hashes)
    }
}
