//! Runs the `test` blocks of a policy.

use super::scene::Scene;
use super::{Evaluation, Observed, Stop};
use crate::ir::{Assignment, Claim, Ensure, Policy, SlotId, Test, Value};
use crate::source::Span;

/// What came of a test.
#[derive(Debug, Clone, PartialEq)]
pub struct TestOutcome {
    /// What it is called.
    pub name: String,
    /// The whole test.
    pub span: Span,
    /// One an expected value, in order, then one for each promise that the record breaks.
    pub expectations: Vec<Expectation>,
    /// Everything that followed from what was given.
    pub evaluation: Evaluation,
}

/// An expected value and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// What is asserted.
    pub slot: SlotId,
    /// Where it was written.
    pub span: Span,
    /// What should come out.
    pub expected: Value,
    /// What came out, or why nothing did: [`Stop::NotGiven`] names the fields to add.
    pub got: Result<Value, Stop>,
}

/// Runs every test of a policy, in order.
pub fn run(policy: &Policy) -> Vec<TestOutcome> {
    policy.tests.iter().map(|test| outcome(policy, test)).collect()
}

/// What a test's record comes to; of every value can be asked how it came about.
pub fn observed<'p>(policy: &'p Policy, test: &Test) -> Observed<'p> {
    Scene::of(policy, test).asked(policy, |run| run.observed(0).of(policy))
}

impl TestOutcome {
    /// Whether all came out as expected.
    pub fn passed(&self) -> bool {
        self.expectations.iter().all(Expectation::passed)
    }
}

impl Expectation {
    /// Whether it came out as expected.
    pub fn passed(&self) -> bool {
        self.got.as_ref().is_ok_and(|got| *got == self.expected)
    }
}

/// Runs one test.
pub fn outcome(policy: &Policy, test: &Test) -> TestOutcome {
    let evaluation = Scene::of(policy, test).asked(policy, |run| run.evaluation(0));
    let expected = test.expect.iter().map(|expected| expectation(&evaluation, expected));
    let expectations = expected.chain(broken(policy, test, &evaluation)).collect();
    TestOutcome { name: test.name.clone(), span: test.span, expectations, evaluation }
}

/// The conditions that must hold of every record and do not of this one. Where a test puts values in the place of
/// definitions, its record is none that the policy would make.
fn broken(policy: &Policy, test: &Test, evaluation: &Evaluation) -> Vec<Expectation> {
    if test.given.iter().any(|given| policy.step_of(given.slot).is_some()) {
        return vec![];
    }
    let broken = policy.ensures.iter().filter(|ensure| ensure.claim == Claim::Holds);
    let broken = broken.filter(|ensure| evaluation.value(ensure.slot) == Ok(&Value::Bool(false)));
    let must_hold = |ensure: &Ensure| Expectation {
        slot: ensure.slot,
        span: test.span,
        expected: Value::Bool(true),
        got: Ok(Value::Bool(false)),
    };
    broken.map(must_hold).collect()
}

fn expectation(evaluation: &Evaluation, expected: &Assignment) -> Expectation {
    Expectation {
        slot: expected.slot,
        span: expected.span,
        expected: expected.value.clone(),
        got: evaluation.value(expected.slot).cloned().map_err(Stop::clone),
    }
}
