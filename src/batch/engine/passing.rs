//! Records that are evaluated as they are read, and let go: what is kept of each is the hash of its key.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::Engine;
use super::keys::{Keys, Seen};
use crate::batch::owner::Alone;
use crate::batch::{Inputs, Tally, outcome};
use crate::columnar::Machine;
use crate::data::{Batch, Crew, Layout, Member, Outcome, Promised, PutOut, Reading, Shared, Spell};
use crate::eval::evaluate;
use crate::ir::Policy;
use crate::promise::Watch;

/// Evaluates the records of a policy as they pass, each crew member some of them.
pub struct Passing<'c, 'j, 'a> {
    crew: &'c Crew<'j>,
    way: Arc<Way<'j, 'a>>,
    alone: Alone<'a>,
    tally: Tally<'a>,
    seen: Seen,
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
    /// The machine of each who has one at hand.
    machines: Vec<Mutex<Machine<'e>>>,
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
        let machines = (0..crew.threads()).map(|_| Mutex::new(Machine::new(&engine.plan)));
        Passing {
            crew,
            alone: Alone::new(policy),
            tally: Tally::new(&[policy], std::slice::from_ref(watch)),
            seen: Seen::default(),
            way: Arc::new(Way { policy, watch, engine, spell, machines: machines.collect(), keys }),
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
        self.under_way.push_back(self.crew.give(move |member| way.evaluated(&own, member)));
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
        let mut apart = self.way.keys.clone();
        apart.see_apart(&batch);
        self.seen.add(apart);
        if self.seen.are_entangled(self.crew) {
            return Ok(Err(Entangled));
        }
        Ok(Ok((Inputs::of_one(Shared::from(batch)), self.tally)))
    }

    /// Takes what the next records came to.
    fn next<E>(&mut self, put: &mut PutOut<E>) -> Result<(), E> {
        let passed = self.under_way.pop_front().and_then(|promised| self.crew.wait(promised));
        let Some(Came { tally, keys, spelt }) = passed else { return Ok(()) };
        self.tally.add(tally);
        self.seen.add(keys);
        put(&spelt)
    }
}

impl<'a> Way<'_, 'a> {
    /// What the records of a batch come to.
    pub fn evaluated(&self, batch: &Batch, member: Member) -> Came<'a> {
        let tally = Tally::new(&[self.policy], std::slice::from_ref(self.watch));
        let mut passed = Came { tally, keys: self.keys.clone(), spelt: vec![] };
        let held = self.machines.get(member.0).map(|machine| machine.lock().unwrap_or_else(PoisonError::into_inner));
        let (mut held, mut fresh) = (held, None);
        let machine: &mut Machine = match &mut held {
            Some(machine) => machine,
            None => fresh.insert(Machine::new(&self.engine.plan)),
        };
        for stretch in batch.stretches() {
            passed.keys.see(stretch);
            let outcome = |at: usize| outcome_of((self.policy, self.watch), batch, at);
            let spelt = &mut passed.spelt;
            self.engine.carry(machine, stretch, &mut passed.tally, &outcome, &mut |came| (self.spell)(came, spelt));
        }
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
