//! `merit test`: the tests of policies, and why one fails.

use super::arguments::Test;
use super::{Console, Exit, policy};
use crate::compile::{Assigned, Compiled};
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::eval::testing::{Expectation, TestOutcome, run as run_tests};
use crate::eval::{Stop, Trace, exempt_from, joint};
use crate::ir::{Policy, Role, Value};
use crate::render;
use crate::render::WIDTH;
use crate::source::Span;
use comfy_table::ContentArrangement;
use comfy_table::presets::{ASCII_MARKDOWN, UTF8_HORIZONTAL_ONLY};

/// `merit test POLICY…`
pub(super) fn run(console: &Console, arguments: &Test) -> Exit {
    if arguments.coverage {
        return console.wrong("not-yet", &[("what", "--coverage".into())]);
    }
    let settings = match policy::settings(console, &arguments.settings) {
        Ok(settings) => settings,
        Err(exit) => return exit,
    };
    arguments.policies.iter().fold(Exit::Well, |exit, name| {
        exit.worse(match one(console, name, &settings) {
            Ok(exit) | Err(exit) => exit,
        })
    })
}

fn one(console: &Console, name: &str, settings: &[Assigned]) -> Result<Exit, Exit> {
    let compiled = policy::compiled(console, name, settings)?;
    if !compiled.accepted() {
        console.show(&compiled.diagnostics, &compiled.sources);
        return Err(Exit::Refused);
    }
    let outcomes = run_tests(&compiled.policy);
    let failed: Vec<&TestOutcome> = outcomes.iter().filter(|outcome| !outcome.passed()).collect();
    let mut exit = Exit::Well;
    if !failed.is_empty() {
        exit = console.data(format!("{}\n", table(console, &compiled, &failed)).as_bytes()).worse(Exit::Refused);
    }
    let counts =
        [("file", name.into()), ("passed", (outcomes.len() - failed.len()).into()), ("failed", failed.len().into())];
    let id = if outcomes.is_empty() { "test-none" } else { "test-counts" };
    console.tell(&format!("{}\n", console.say(id, &counts)));
    Ok(exit)
}

/// One line a value that came out otherwise.
fn table(console: &Console, compiled: &Compiled, failed: &[&TestOutcome]) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(if console.look.ascii { ASCII_MARKDOWN } else { UTF8_HORIZONTAL_ONLY });
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH as u16);
    table.set_header(["name", "value", "expected", "got", "why"].map(|id| console.say(&format!("test-{id}"), &[])));
    for outcome in failed {
        for expectation in outcome.expectations.iter().filter(|expectation| !expectation.passed()) {
            table.add_row(row(console, compiled, outcome, expectation));
        }
    }
    table
}

fn row(console: &Console, compiled: &Compiled, outcome: &TestOutcome, expectation: &Expectation) -> [String; 5] {
    let policy = &compiled.policy;
    let name = policy.slot(expectation.slot).map_or_else(String::new, |slot| slot.name.clone());
    let got = match &expectation.got {
        Ok(value) => spelt(console, policy, expectation, value),
        Err(_) => "—".to_owned(),
    };
    let why = match &expectation.got {
        Err(stop) => lacking(console, policy, stop),
        Ok(_) => {
            let own = match outcome.why(expectation) {
                Some(Trace::Value(_)) => left_out(console, policy, outcome, expectation),
                Some(trace) => because(console, compiled, trace),
                None => String::new(),
            };
            own + &over_several(console, policy, outcome, expectation)
        }
    };
    let test = placed(console, compiled, "test-line", expectation.span, ("name", outcome.name.clone().into()));
    [test, name, spelt(console, policy, expectation, &expectation.expected), got, why]
}

fn spelt(console: &Console, policy: &Policy, expectation: &Expectation, value: &Value) -> String {
    match (value, policy.slot(expectation.slot)) {
        (Value::Missing, Some(slot)) if slot.role == Role::Points => console.say("term-exempt", &[]),
        (Value::Missing, _) | (_, None) => console.say("term-missing", &[]),
        (value, Some(slot)) => spell_cell(policy, slot, value),
    }
}

/// The fields that a test would have to give.
fn lacking(console: &Console, policy: &Policy, stop: &Stop) -> String {
    match stop {
        Stop::NotGiven(slots) => {
            let names = slots.iter().filter_map(|slot| policy.slot(*slot)).map(|slot| slot.name.clone().into());
            console.say("test-not-given", &[("names", Arg::List(names.collect()))])
        }
        Stop::Fault(_) => console.say("test-fault", &[]),
    }
}

/// The items that do not count in a score.
fn left_out(console: &Console, policy: &Policy, outcome: &TestOutcome, expectation: &Expectation) -> String {
    let items = exempt_from(policy, &outcome.evaluation, expectation.slot);
    let names: Vec<Arg> = items.into_iter().map(|item| item.name.clone().into()).collect();
    if names.is_empty() { String::new() } else { console.say("note-exempt", &[("names", Arg::List(names))]) }
}

/// What the value takes from several records, rows or periods.
fn over_several(console: &Console, policy: &Policy, outcome: &TestOutcome, expectation: &Expectation) -> String {
    let found = joint(policy, &outcome.evaluation, expectation.slot);
    let texts = found.iter().map(|joint| Arg::from(render::joint(policy, joint, console.look.tongue)));
    crate::render::spell(&Arg::List(texts.collect()), console.look.tongue)
}

/// The row, slices or conditions that gave the value.
fn because(console: &Console, compiled: &Compiled, trace: &Trace) -> String {
    let rows = |spans: Vec<Span>| {
        let lines = spans.iter().map(|span| {
            let text = compiled.sources.slice(*span).trim();
            Arg::from(placed(console, compiled, "test-row", *span, ("text", text.into())))
        });
        crate::render::spell(&Arg::List(lines.collect()), console.look.tongue)
    };
    match trace {
        Trace::Row(row) => rows(vec![row.span]),
        Trace::Slices(slices) => rows(slices.iter().map(|slice| slice.span).collect()),
        _ => String::new(),
    }
}

/// A text with the line of a place, and with its file where that is one that the policy uses.
fn placed(console: &Console, compiled: &Compiled, id: &str, place: Span, what: (&'static str, Arg)) -> String {
    let line = ("line", compiled.sources.place(place).line.into());
    match compiled.used_file(place) {
        Some(file) => console.say(&format!("{id}-in"), &[what, line, ("file", file.into())]),
        None => console.say(id, &[what, line]),
    }
}
