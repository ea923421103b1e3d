//! What policies mean. The figures of `tests/data/evaluation/*.merit` are worked by hand, beside the
//! tests that assert them; what a trace tells is asserted here.

mod cohorts;
mod exactness;
mod exempt;
mod figures;
mod history;
pub mod together;
mod traces;

use merit::compile::{Compiled, compile};
use merit::eval;
use merit::eval::testing::{self, TestOutcome};
use merit::ir;
use merit::quantity::{Decimal, Domain, TimeUnit, Tongue};
use merit::render::texts;
use merit::source::{SourceFile, Span};

/// A policy that declares nothing.
pub fn bare_policy() -> ir::Policy {
    ir::Policy {
        header: ir::Header {
            title: String::new(),
            currency: "CNY".to_owned(),
            minor_unit: Decimal::new(1, 2),
            period: None,
            effective: (None, None),
            applies: None,
            claim: Span::default(),
            full_marks: Decimal::ONE_HUNDRED,
            tongue: Tongue::default(),
        },
        label_sets: vec![],
        params: vec![],
        fields: vec![],
        relations: vec![],
        slots: vec![],
        steps: vec![],
        items: vec![],
        sections: vec![],
        totals: vec![],
        columns: vec![],
        ensures: vec![],
        tests: vec![],
    }
}

/// What an expression comes to in a policy that says nothing else.
pub fn value_of(value: ir::Expr) -> Result<ir::Value, eval::Stop> {
    let slot = ir::Slot {
        name: "it".to_owned(),
        title: None,
        ty: value.ty,
        domain: Domain::Invalid,
        optional: false,
        time_unit: TimeUnit::Second,
        span: Span::default(),
        role: ir::Role::Let,
    };
    let written = value.span;
    let step = ir::Step::Value(ir::ValueStep { slot: ir::SlotId(0), value, written });
    let policy = ir::Policy { slots: vec![slot], steps: vec![step], ..bare_policy() };
    eval::evaluate_given(&policy, &[]).value(ir::SlotId(0)).cloned().map_err(Clone::clone)
}

/// A policy that must be accepted.
pub fn accepted(name: &str, text: &str) -> Compiled {
    let compiled = compile(SourceFile::new(name, text), &[]);
    let told = compiled.diagnostics.iter().map(|diagnostic| {
        let place = compiled.sources.place(diagnostic.span);
        let message = texts(diagnostic, Tongue::En).message;
        format!("{name}:{}:{} {} {message}\n", place.line, place.column, diagnostic.code.as_str())
    });
    let told: String = told.collect();
    assert!(compiled.accepted(), "\n{told}");
    compiled
}

/// Every expected value of a policy's tests that did not come out.
fn failures(compiled: &Compiled) -> String {
    testing::run(&compiled.policy).iter().map(|outcome| failed(compiled, outcome)).collect()
}

fn failed(compiled: &Compiled, outcome: &TestOutcome) -> String {
    let failed = outcome.expectations.iter().filter(|expectation| !expectation.passed());
    let lines = failed.map(|expectation| {
        let line = compiled.sources.place(expectation.span).line;
        let name = &compiled.policy.slots[expectation.slot.0].name;
        format!("{}, line {line}: {name} {:?}, got {:?}\n", outcome.name, expectation.expected, expectation.got)
    });
    lines.collect()
}
