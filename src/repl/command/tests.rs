//! `:test`: the tests of the policy, all or one.

use super::super::{Answer, Session, show};
use crate::diagnostic::{Arg, nearest_of};
use crate::eval::testing::{self, TestOutcome};

/// `:test`, `:test 张三`
pub(super) fn run(session: &mut Session, name: &str) -> Answer {
    let outcomes = testing::run(&session.now.compiled.policy);
    if outcomes.is_empty() {
        return session.say("repl-no-tests", &[]).into();
    }
    let asked = name.trim_matches(['"', '“', '”']);
    let named: Vec<&TestOutcome> = outcomes.iter().filter(|of| asked.is_empty() || of.name == asked).collect();
    if named.is_empty() {
        return Answer::usage(unknown(session, asked, &outcomes));
    }
    let lines: String = named.iter().map(|outcome| told(session, outcome)).collect();
    match named.iter().all(|outcome| outcome.passed()) {
        true => lines.into(),
        false => Answer::refused(lines),
    }
}

fn told(session: &Session, outcome: &TestOutcome) -> String {
    let id = if outcome.passed() { "repl-passed" } else { "repl-failed" };
    let misses = outcome.expectations.iter().filter(|expectation| !expectation.passed());
    let misses = misses.map(|expectation| show::miss(session, expectation));
    session.say(id, &[("name", outcome.name.clone().into())]) + &misses.collect::<String>()
}

fn unknown(session: &Session, asked: &str, outcomes: &[TestOutcome]) -> String {
    let names = || outcomes.iter().map(|outcome| outcome.name.as_str());
    let text = ("text", Arg::from(asked));
    match nearest_of(asked, names()) {
        Some(near) => session.say("repl-no-test-near", &[text, ("near", near.into())]),
        None => session.say("repl-no-test", &[text, ("names", Arg::List(names().map(Arg::from).collect()))]),
    }
}
