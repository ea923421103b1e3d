//! `merit test --coverage`: what the tests of a policy reach.

use super::super::arguments::{Form, Test};
use super::super::{Console, Exit, policy};
use crate::cases::{Coverage, coverage};
use crate::compile::{Assigned, Compiled};
use crate::render::{WIDTH, coverage_json, coverage_lines, coverage_table};

/// What the tests of each policy reach. As JSON, the places of all policies in one array.
pub(super) fn told(console: &Console, arguments: &Test, settings: &[Assigned]) -> Exit {
    let (mut exit, mut places) = (Exit::Well, vec![]);
    for name in &arguments.policies {
        let compiled = match policy::accepted(console, name, settings) {
            Ok(compiled) => compiled,
            Err(refused) => {
                exit = exit.worse(refused);
                continue;
            }
        };
        let coverage = coverage(&compiled);
        match arguments.form {
            Form::Json => places.extend(coverage_json(&compiled, &coverage)),
            Form::Human => exit = exit.worse(human(console, arguments, &compiled, &coverage)),
        }
        exit = exit.worse(super::ran(console, &compiled, name));
    }
    if arguments.form == Form::Json && exit != Exit::Usage {
        let text = format!("{:#}\n", serde_json::Value::from(places));
        exit = exit.worse(console.data(text.as_bytes()));
    }
    exit
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
