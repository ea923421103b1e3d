//! `merit test --coverage`: what the tests of a policy reach.

use super::super::arguments::{Shape, Test};
use super::super::{Console, Exit, policy};
use super::from::{self, Tests};
use crate::cases::{Coverage, coverage};
use crate::compile::{Assigned, Compiled};
use crate::render::{WIDTH, coverage_json, coverage_lines, coverage_table};

/// What the tests of each policy reach. As JSON, the places of all policies in one array.
pub(super) fn told(console: &Console, arguments: &Test, settings: &[Assigned]) -> Exit {
    let (mut exit, mut places) = (Exit::Well, vec![]);
    for name in &arguments.policies {
        let (compiled, tests) = match asked(console, arguments, name, settings) {
            Ok(asked) => asked,
            Err(refused) => {
                exit = exit.worse(refused);
                continue;
            }
        };
        let coverage = coverage(&compiled);
        match arguments.shape {
            Shape::Json => places.extend(coverage_json(&compiled, &coverage)),
            Shape::Human => exit = exit.worse(human(console, arguments, &compiled, &coverage)),
        }
        exit = exit.worse(match &tests {
            Some(tests) => tests.run(console, &compiled, &arguments.from.join(" ")),
            None => super::ran(console, &compiled, name),
        });
    }
    if arguments.shape == Shape::Json && exit != Exit::Usage {
        let text = format!("{:#}\n", serde_json::Value::from(places));
        exit = exit.worse(console.data(text.as_bytes()));
    }
    exit
}

/// A policy with its tests; those of a sheet stand in the place of its own.
fn asked(
    console: &Console,
    arguments: &Test,
    name: &str,
    settings: &[Assigned],
) -> Result<(Compiled, Option<Tests>), Exit> {
    let mut compiled = policy::accepted(console, name, settings)?;
    if arguments.from.is_empty() {
        return Ok((compiled, None));
    }
    let tests = from::read(console, arguments, &compiled.policy)?;
    compiled.policy.tests = tests.tests.iter().map(|test| test.test.clone()).collect();
    Ok((compiled, Some(tests)))
}

fn human(console: &Console, arguments: &Test, compiled: &Compiled, coverage: &Coverage) -> Exit {
    let look = console.look;
    let width = console.window().unwrap_or(WIDTH);
    let text = match arguments.marked {
        false => coverage_table(compiled, coverage, (look.tongue, look.ascii), width),
        true => coverage_lines(compiled, coverage, look.ascii),
    };
    console.data(text.as_bytes())
}
