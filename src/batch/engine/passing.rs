//! Records that are evaluated as they are read, and let go: what is kept of each is the hash of its key.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::Engine;
use crate::batch::duplicates::{hash, joined};
use crate::batch::owner::Alone;
use crate::batch::twice::any_twice;
use crate::batch::{Inputs, Tally, joined_keys, outcome};
use crate::columnar::Machine;
use crate::data::{Batch, Crew, KeyPart, Layout, Outcome, Promised, PutOut, Reading, Shared, Spell, Stretch};
use crate::eval::evaluate;
use crate::ir::{Policy, Value};
use crate::promise::Watch;

/// Evaluates the records of a policy as they pass, each crew member some of them.
pub struct Passing<'c, 'j, 'a> {
    crew: &'c Crew<'j>,
    way: Arc<Way<'j, 'a>>,
    alone: Alone<'a>,
    tally: Tally<'a>,
    keys: Keys,
    /// What is under way, in the order of the records.
    under_way: VecDeque<Promised<Came<'a>>>,
}

/// That records must be held after all: what is to be told of one hangs on others.
#[derive(Debug)]
pub struct Entangled;

/// How records are evaluated, whoever does it.
pub struct Way<'e, 'a> {
    policy: &'a Policy,
    watch: &'e Watch<'a>,
    engine: &'e Engine,
    spell: &'e Spell<'e>,
    /// Machines that nobody uses.
    machines: Mutex<Vec<Machine<'e>>>,
    /// Of no record.
    keys: Keys,
}

/// What some records came to.
pub struct Came<'a> {
    tally: Tally<'a>,
    keys: Keys,
    spelt: Vec<u8>,
}

impl<'c, 'j, 'a: 'j> Passing<'c, 'j, 'a> {
    /// With nothing evaluated yet.
    pub fn new(
        policy: &'a Policy,
        (watch, engine): (&'j Watch<'a>, &'j Engine),
        spell: &'j Spell<'j>,
        crew: &'c Crew<'j>,
    ) -> Self {
        let keys = Keys::of(Layout::records(policy));
        Passing {
            crew,
            alone: Alone::new(policy),
            tally: Tally::new(&[policy], std::slice::from_ref(watch)),
            keys: keys.clone(),
            way: Arc::new(Way { policy, watch, engine, spell, machines: Mutex::new(vec![]), keys }),
            under_way: VecDeque::new(),
        }
    }

    /// Has the records evaluated that are held, and lets them go; puts out what is spelt already of those before them.
    pub fn take<E>(&mut self, batch: &mut Batch, put: &mut PutOut<E>) -> Result<(), E> {
        let held = batch.gone()..batch.len();
        if held.is_empty() {
            return Ok(());
        }
        self.alone.reject(batch, held);
        let (way, own) = (Arc::clone(&self.way), batch.part());
        self.under_way.push_back(self.crew.give(move || way.evaluated(&own)));
        self.settle(put)
    }

    /// How the records of a block can be evaluated that are not taken yet; nothing, where more must be known of them.
    pub fn way(&self) -> Option<Arc<Way<'j, 'a>>> {
        self.alone.takes_all().then(|| Arc::clone(&self.way))
    }

    /// Takes what the next records came to, which were evaluated that way.
    pub fn add<E>(&mut self, came: Came<'a>, put: &mut PutOut<E>) -> Result<(), E> {
        self.under_way.push_back(Promised::given(came));
        self.settle(put)
    }

    /// Puts out what is spelt, and waits where too much is under way.
    fn settle<E>(&mut self, put: &mut PutOut<E>) -> Result<(), E> {
        while self.under_way.len() >= self.crew.most_under_way()
            || self.under_way.front_mut().is_some_and(Promised::is_settled)
        {
            self.next(put)?;
        }
        Ok(())
    }

    /// Gives what all records came to; nothing, where they must be held after all.
    pub fn end<E>(mut self, batch: Batch, put: &mut PutOut<E>) -> Result<Result<(Inputs, Tally<'a>), Entangled>, E> {
        while !self.under_way.is_empty() {
            self.next(put)?;
        }
        if self.keys.are_entangled(&batch) {
            return Ok(Err(Entangled));
        }
        Ok(Ok((Inputs::of_one(Shared::from(batch)), self.tally)))
    }

    /// Takes what the next records came to.
    fn next<E>(&mut self, put: &mut PutOut<E>) -> Result<(), E> {
        let passed = self.under_way.pop_front().and_then(|promised| self.crew.wait(promised));
        let Some(Came { tally, keys, spelt }) = passed else { return Ok(()) };
        self.tally.add(tally);
        self.keys.add(keys);
        put(&spelt)
    }
}

impl<'a> Way<'_, 'a> {
    /// What the records of a batch come to.
    pub fn evaluated(&self, batch: &Batch) -> Came<'a> {
        let tally = Tally::new(&[self.policy], std::slice::from_ref(self.watch));
        let mut passed = Came { tally, keys: self.keys.clone(), spelt: vec![] };
        let free = self.machines.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut machine = free.unwrap_or_else(|| Machine::new(&self.engine.plan));
        for stretch in batch.stretches() {
            passed.keys.see(stretch);
            let outcome = |at: usize| outcome_of((self.policy, self.watch), batch, at);
            let spelt = &mut passed.spelt;
            self.engine
                .carry(&mut machine, stretch, &mut passed.tally, &outcome, &mut |came| (self.spell)(came, spelt));
        }
        self.machines.lock().unwrap_or_else(PoisonError::into_inner).push(machine);
        passed
    }
}

/// What becomes of a record that is evaluated by itself.
pub(super) fn outcome_of<'b>((policy, watch): (&Policy, &Watch), batch: &'b Batch, at: usize) -> Option<Outcome<'b>> {
    let record = batch.record(at)?;
    let content = match &record.reading {
        Reading::Record(fields) => outcome::values((policy, Some(watch)), evaluate(policy, fields), &[])
            .unwrap_or_else(|| outcome::fault(policy, (batch, &record), fields)),
        _ => outcome::unused(batch.apart(at)?)?,
    };
    Some(Outcome { owner: Some(0), place: record.place, content })
}

/// The keys of records that passed.
#[derive(Clone)]
pub(super) struct Keys {
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
    pub fn of(layout: Layout) -> Self {
        let fields = if layout.unique { layout.keys() } else { vec![] };
        Keys { fields, texts: joined_keys::texts(layout).collect(), hashes: vec![], joined: false }
    }

    /// Those of further records as well.
    fn add(&mut self, more: Keys) {
        self.hashes.extend(more.hashes);
        self.joined |= more.joined;
    }

    /// Those of some records.
    pub fn see(&mut self, stretch: Stretch) {
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
        if stretch.apart().next().is_none() {
            return;
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
    pub fn are_entangled(mut self, batch: &Batch) -> bool {
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
