//! `merit test`: the tests of policies, and why one fails.

mod coverage;
mod from;

use super::arguments::{Shape, Test};
use super::{Console, Exit, policy};
use crate::compile::{Assigned, Compiled};
use crate::eval::testing::{Expectation, TestOutcome, run as run_tests};
use crate::ir::SlotId;
use crate::render::{WIDTH, why};
use comfy_table::ContentArrangement;
use comfy_table::presets::{ASCII_MARKDOWN, UTF8_HORIZONTAL_ONLY};

/// `merit test POLICY…`
pub(super) fn run(console: &Console, arguments: &Test) -> Exit {
    if (arguments.shape == Shape::Json || arguments.marked) && !arguments.coverage {
        let one = if arguments.marked { "--marked" } else { "--format json" };
        return console.wrong("form-without", &[("one", one.into()), ("option", "--coverage".into())]);
    }
    let settings = match policy::settings(console, &arguments.settings) {
        Ok(settings) => settings,
        Err(exit) => return exit,
    };
    if !arguments.from.is_empty() && arguments.policies.len() > 1 {
        return console.wrong("from-several", &[]);
    }
    if arguments.coverage {
        return coverage::told(console, arguments, &settings);
    }
    arguments.policies.iter().fold(Exit::Well, |exit, name| {
        exit.worse(match one(console, arguments, name, &settings) {
            Ok(exit) | Err(exit) => exit,
        })
    })
}

fn one(console: &Console, arguments: &Test, name: &str, settings: &[Assigned]) -> Result<Exit, Exit> {
    let compiled = policy::accepted(console, name, settings)?;
    if arguments.from.is_empty() {
        return Ok(ran(console, &compiled, name));
    }
    let tests = from::read(console, arguments, &compiled.policy)?;
    Ok(tests.run(console, &compiled, &arguments.from.join(" ")))
}

/// A test that failed, and where each of its expectations stands.
struct Case<'a> {
    outcome: &'a TestOutcome,
    place: Box<dyn Fn(SlotId) -> String + 'a>,
}

/// Runs the tests of a policy, and tells those that fail.
fn ran(console: &Console, compiled: &Compiled, name: &str) -> Exit {
    let outcomes = run_tests(&compiled.policy);
    let failed: Vec<&TestOutcome> = outcomes.iter().filter(|outcome| !outcome.passed()).collect();
    let mut exit = Exit::Well;
    if !failed.is_empty() {
        let cases = failed.iter().map(|outcome| Case {
            outcome,
            place: Box::new(|slot| {
                let span = outcome.expectations.iter().find(|of| of.slot == slot).map_or(outcome.span, |of| of.span);
                let name = ("name", outcome.name.clone().into());
                why::placed(compiled, "test-line", span, name, console.look.tongue)
            }),
        });
        let table = table(console, compiled, &cases.collect::<Vec<_>>());
        exit = console.data(format!("{table}\n").as_bytes()).worse(Exit::Refused);
    }
    let counts =
        [("file", name.into()), ("passed", (outcomes.len() - failed.len()).into()), ("failed", failed.len().into())];
    let id = if outcomes.is_empty() { "test-none" } else { "test-counts" };
    console.tell(&format!("{}\n", console.say(id, &counts)));
    exit
}

/// One line a value that came out otherwise.
fn table(console: &Console, compiled: &Compiled, failed: &[Case]) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(if console.look.ascii { ASCII_MARKDOWN } else { UTF8_HORIZONTAL_ONLY });
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH as u16);
    table.set_header(["name", "value", "expected", "got", "why"].map(|id| console.say(&format!("test-{id}"), &[])));
    for case in failed {
        for expectation in case.outcome.expectations.iter().filter(|expectation| !expectation.passed()) {
            table.add_row(row(console, compiled, case, expectation));
        }
    }
    table
}

fn row(console: &Console, compiled: &Compiled, case: &Case, expectation: &Expectation) -> [String; 5] {
    let (policy, tongue) = (&compiled.policy, console.look.tongue);
    let Some(slot) = policy.slot(expectation.slot) else { return Default::default() };
    let (got, why) = match &expectation.got {
        Ok(value) => (why::cell(policy, slot, value, tongue), because(console, compiled, case.outcome, expectation)),
        Err(stop) => ("—".to_owned(), why::lacking(policy, stop, tongue)),
    };
    [
        (case.place)(expectation.slot),
        slot.name.clone(),
        why::cell(policy, slot, &expectation.expected, tongue),
        got,
        why,
    ]
}

fn because(console: &Console, compiled: &Compiled, outcome: &TestOutcome, expectation: &Expectation) -> String {
    let tongue = console.look.tongue;
    why::listed(why::lines(compiled, &outcome.evaluation, expectation.slot, tongue), tongue)
}
