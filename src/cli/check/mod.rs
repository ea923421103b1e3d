//! `merit check`: what is to be told of policies, in three formats; with `--fix` what is safe is mended first.

mod fix;

use serde_json::{Value, json};

use super::arguments::{Check, Deny, Format};
use super::{Console, Exit, policy};
use crate::compile::{Assigned, Compiled, compile};
use crate::diagnostic::{Arg, Severity};
use crate::render;

/// `merit check POLICY…`
pub(super) fn run(console: &Console, arguments: &Check) -> Exit {
    if arguments.format == Format::Sarif {
        return console.wrong("not-yet", &[("what", "--format sarif".into())]);
    }
    let settings = match policy::settings(console, &arguments.settings) {
        Ok(settings) => settings,
        Err(exit) => return exit,
    };
    let mut exit = Exit::Well;
    let mut told = vec![];
    for name in &arguments.policies {
        exit = exit.worse(match one(console, name, &settings, arguments, &mut told) {
            Ok(exit) | Err(exit) => exit,
        });
    }
    if arguments.format == Format::Json {
        let text = format!("{:#}\n", json!({ "diagnostics": told }));
        exit = exit.worse(console.data(text.as_bytes()));
    }
    exit
}

fn one(
    console: &Console,
    name: &str,
    settings: &[Assigned],
    arguments: &Check,
    told: &mut Vec<Value>,
) -> Result<Exit, Exit> {
    let compiled = match arguments.fix {
        true => fix::fixed(console, name)?,
        false => compile(policy::open(console, name)?, settings),
    };
    match arguments.format {
        Format::Json => {
            let objects = compiled.diagnostics.iter().map(|d| render::json(d, &compiled.sources, console.look.tongue));
            told.extend(objects);
        }
        Format::Human | Format::Sarif => human(console, name, &compiled),
    }
    let denied = arguments.deny == Some(Deny::Warnings) && compiled.count(Severity::Warning) > 0;
    Ok(if compiled.accepted() && !denied { Exit::Well } else { Exit::Refused })
}

fn human(console: &Console, name: &str, compiled: &Compiled) {
    console.show(&compiled.diagnostics, &compiled.sources);
    if compiled.accepted() {
        let policy = &compiled.policy;
        let args = [
            ("file", Arg::from(name)),
            ("title", policy.header.title.clone().into()),
            ("items", policy.items.len().into()),
            ("tests", policy.tests.len().into()),
        ];
        console.tell(&format!("{}\n", console.say("check-accepted", &args)));
    }
}
