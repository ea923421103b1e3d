//! What a policy means: the reference evaluator.
//!
//! Every construct is computed as the language defines it, by exact arithmetic, and leaves a
//! [`Trace`] that says why. Of an accepted policy no admitted record ends in a [`Fault`]; that is
//! the contract which the checks prove, and what the tests hold this evaluator to.

mod aggregate;
mod arithmetic;
mod claim;
mod condition;
mod evaluation;
mod expression;
mod observer;
mod pay;
mod related;
mod run;
mod scale;
mod scene;
mod step;
mod stepper;
mod stop;
mod table;
pub mod testing;
mod trace;

use std::collections::BTreeMap;

use crate::data::Identity;
pub use claim::{Claim, Claimant};
pub use evaluation::Evaluation;
pub use observer::{Observed, Periods};
pub use related::{RowValues, Tables};
pub use run::{Given, Hanging, Instead, Run, Standing, Subject, group_slots, remember};
pub use stepper::Stepper;
pub use stop::{Fault, FaultKind, Stop};
pub use trace::{BoundedAmount, RowTrace, SliceTrace, Trace};

use crate::ir::{Policy, SlotId, Step, Value};
use observer::Recorder;

/// Evaluates a record that stands alone: one value a field, in order, [`Value::Missing`] where it is absent.
pub fn evaluate(policy: &Policy, fields: &[Value]) -> Evaluation {
    alone(policy, Given::Fields(fields.into()), || Identity::of(policy, fields))
}

/// Evaluates what follows from some values. A given value replaces the definition of its slot; an
/// optional field that is not given is missing, one with a default has it, and whatever needs
/// another field is stopped.
pub fn evaluate_given(policy: &Policy, given: &[(SlotId, Value)]) -> Evaluation {
    alone(policy, Given::Values(given), Identity::default)
}

/// As [`evaluate_given`], by no more than these steps of the policy, given by their places: none over several
/// records. What other steps find is not known.
pub fn evaluate_steps(policy: &Policy, given: &[(SlotId, Value)], steps: &[usize]) -> Evaluation {
    run::by_steps(policy, Given::Values(given), steps)
}

/// Whose record it is matters only where something is found over several.
fn alone(policy: &Policy, given: Given, identity: impl FnOnce() -> Identity) -> Evaluation {
    if !policy.steps.iter().any(Step::is_joint) {
        return run::by_itself(policy, given, ());
    }
    let subject = Subject { given, rows: vec![], identity: identity(), past: false };
    Run::new(policy, Tables::NONE, vec![subject]).evaluation(0)
}

/// Evaluates as [`evaluate`]; of every value can be asked how it came about.
pub fn observe<'p>(policy: &'p Policy, fields: &[Value]) -> Observed<'p> {
    observed(policy, Given::Fields(fields.into()), || Identity::of(policy, fields))
}

/// Evaluates as [`evaluate_given`]; of every value can be asked how it came about.
pub fn observe_given<'p>(policy: &'p Policy, given: &[(SlotId, Value)]) -> Observed<'p> {
    observed(policy, Given::Values(given), Identity::default)
}

fn observed<'p>(policy: &'p Policy, given: Given, identity: impl FnOnce() -> Identity) -> Observed<'p> {
    if !policy.is_joint() {
        let recorder = Recorder::of(policy);
        let evaluation = run::by_itself(policy, given, recorder.of_record());
        return Observed::new(policy, evaluation, recorder, &[], BTreeMap::new());
    }
    let identity = identity();
    let subject = Subject { given, rows: vec![], identity, past: false };
    Run::new(policy, Tables::NONE, vec![subject]).observed(0).of(policy)
}
