//! `merit check`: what is to be told of policies, in three formats; with `--fix` what is safe is mended first.

mod fix;

use serde_json::{Value, json};

use super::arguments::{Check, Deny, Format, Warn};
use super::{Console, Exit, embedded, policy};
use crate::compile::{Assigned, Compiled};
use crate::diagnostic::{Arg, Severity};
use crate::render::{self, Checked};

/// `merit check POLICY…`
pub(super) fn run(console: &Console, arguments: &Check) -> Exit {
    let settings = match policy::settings(console, &arguments.settings) {
        Ok(settings) => settings,
        Err(exit) => return exit,
    };
    let mut exit = Exit::Well;
    let mut checked = vec![];
    for name in &arguments.policies {
        exit = exit.worse(match one(console, name, &settings, arguments) {
            Ok((exit, of)) => {
                checked.push(of);
                exit
            }
            Err(exit) => exit,
        });
    }
    match told(console, arguments.format, &checked) {
        Some(told) => exit.worse(console.data(format!("{told:#}\n").as_bytes())),
        None => exit,
    }
}

/// All that was told, for programs.
fn told(console: &Console, format: Format, checked: &[Checked]) -> Option<Value> {
    let tongue = console.look.tongue;
    match format {
        Format::Human => None,
        Format::Json => {
            let each = |of: &Checked| {
                of.diagnostics.iter().map(|told| render::json(told, &of.sources, tongue)).collect::<Vec<_>>()
            };
            let promises = |of: &Checked| {
                of.promises.iter().map(|promise| render::promise_json(promise, &of.sources)).collect::<Vec<_>>()
            };
            Some(json!({
                "diagnostics": checked.iter().flat_map(each).collect::<Vec<_>>(),
                "ensures": checked.iter().flat_map(promises).collect::<Vec<_>>(),
            }))
        }
        Format::Sarif => Some(render::sarif(checked, tongue, |code| embedded::page(code, tongue))),
    }
}

fn one(console: &Console, name: &str, settings: &[Assigned], arguments: &Check) -> Result<(Exit, Checked), Exit> {
    let mut compiled = match arguments.fix {
        true => fix::fixed(console, name)?,
        false => policy::compiled(console, name, settings)?,
    };
    if arguments.warn == Some(Warn::All) {
        compiled = compiled.with_remarks();
    }
    if arguments.format == Format::Human {
        human(console, name, &compiled);
    }
    let denied = arguments.deny == Some(Deny::Warnings) && compiled.count(Severity::Warning) > 0;
    let exit = if compiled.accepted() && !denied { Exit::Well } else { Exit::Refused };
    let Compiled { sources, diagnostics, promises, .. } = compiled;
    Ok((exit, Checked { sources, diagnostics, promises }))
}

fn human(console: &Console, name: &str, compiled: &Compiled) {
    console.show(&compiled.diagnostics, &compiled.sources);
    for promise in &compiled.promises {
        console.tell(&format!("{}\n", render::promised(promise, console.look.tongue)));
    }
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
