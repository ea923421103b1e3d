//! Records of a table that somebody holds, evaluated as they are read and let go.

use super::Engine;
use super::keys::Keys;
use super::passing::{Entangled, outcome_of};
use crate::batch::owner::Alone;
use crate::batch::{Inputs, Tally};
use crate::columnar::Machine;
use crate::data::{Batch, Came, Layout, Shared};
use crate::ir::Policy;
use crate::promise::Watch;

/// Evaluates the records of a policy as they are read.
pub struct Flowing<'e, 'a> {
    of: (&'a Policy, &'e Watch<'a>),
    engine: &'e Engine,
    machine: Machine<'e>,
    alone: Alone<'a>,
    tally: Tally<'a>,
    keys: Keys,
}

impl<'e, 'a> Flowing<'e, 'a> {
    /// With nothing evaluated yet.
    pub fn new(policy: &'a Policy, watch: &'e Watch<'a>, engine: &'e Engine) -> Self {
        Flowing {
            of: (policy, watch),
            engine,
            machine: Machine::new(&engine.plan),
            alone: Alone::new(policy),
            tally: Tally::new(&[policy], std::slice::from_ref(watch)),
            keys: Keys::of(Layout::records(policy)),
        }
    }

    /// Evaluates the records that are held, tells of each in order what it came to, and lets them go.
    pub fn take(&mut self, batch: &mut Batch, tell: &mut dyn FnMut(Came)) {
        let held = batch.gone()..batch.len();
        if held.is_empty() {
            return;
        }
        self.alone.reject(batch, held);
        let own = batch.part();
        for stretch in own.stretches() {
            self.keys.see(stretch);
            let outcome = |at: usize| outcome_of(self.of, &own, at);
            self.engine.carry(&mut self.machine, stretch, &mut self.tally, &outcome, tell);
        }
        batch.reuse(own);
    }

    /// Gives what all came to; nothing, where they must be held after all.
    pub fn end(self, batch: Batch) -> Result<(Inputs, Tally<'a>), Entangled> {
        match self.keys.are_entangled(&batch) {
            true => Err(Entangled),
            false => Ok((Inputs::of_one(Shared::from(batch)), self.tally)),
        }
    }
}
