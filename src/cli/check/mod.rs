//! `merit check`: what is to be told of policies, in three formats; with `--fix` what is safe is mended first.

mod fix;
mod stats;

use serde_json::{Value, json};

use super::arguments::{Check, Deny, Format, Warn};
use super::{Console, Exit, embedded, policy};
use crate::compile::{Assigned, Compiled, Together, together};
use crate::diagnostic::{Arg, Severity};
use crate::render::{self, Checked};

/// `merit check POLICY…`
pub(super) fn run(console: &Console, arguments: &Check) -> Exit {
    let settings = match policy::settings(console, &arguments.settings) {
        Ok(settings) => settings,
        Err(exit) => return exit,
    };
    if arguments.stats {
        return stats::told(console, arguments, &settings);
    }
    let (mut exit, mut compiled) = (Exit::Well, vec![]);
    for found in read(console, &settings, arguments) {
        exit = exit.worse(match found {
            Ok(found) => {
                let exit = ending(&found, arguments);
                compiled.push(found);
                exit
            }
            Err(exit) => exit,
        });
    }
    let mut checked = vec![];
    // What is wrong with one of them comes before what they are to each other.
    if arguments.together && exit != Exit::Usage && compiled.iter().all(Compiled::accepted) {
        let set = together(&compiled.iter().collect::<Vec<_>>());
        exit = exit.worse(if set.diagnostics.is_empty() { Exit::Well } else { Exit::Refused });
        if arguments.format == Format::Human {
            as_set(console, &set, compiled.len());
        }
        checked.push(Checked { sources: set.sources, diagnostics: set.diagnostics, promises: vec![] });
    }
    let alone = compiled.into_iter().map(|it| {
        let Compiled { sources, diagnostics, promises, .. } = it;
        Checked { sources, diagnostics, promises }
    });
    checked.splice(0..0, alone);
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

/// The policies, each as it is read; what is told of one is shown.
fn read(console: &Console, settings: &[Assigned], arguments: &Check) -> Vec<Result<Compiled, Exit>> {
    let names: Vec<&str> = arguments.policies.iter().map(String::as_str).collect();
    if arguments.together && !arguments.fix {
        return match policy::compiled_all(console, &names, settings) {
            Ok(all) => names.iter().zip(all).map(|(name, of)| Ok(shown(console, name, of, arguments))).collect(),
            Err(exit) => vec![Err(exit)],
        };
    }
    let one = |name: &&str| {
        let compiled = match arguments.fix {
            true => fix::fixed(console, name)?,
            false => policy::compiled(console, name, settings)?,
        };
        Ok(shown(console, name, compiled, arguments))
    };
    names.iter().map(one).collect()
}

fn shown(console: &Console, name: &str, compiled: Compiled, arguments: &Check) -> Compiled {
    let compiled = if arguments.warn == Some(Warn::All) { compiled.with_remarks() } else { compiled };
    if arguments.format == Format::Human {
        human(console, name, &compiled);
    }
    compiled
}

fn ending(compiled: &Compiled, arguments: &Check) -> Exit {
    let denied = arguments.deny == Some(Deny::Warnings) && compiled.count(Severity::Warning) > 0;
    if compiled.accepted() && !denied { Exit::Well } else { Exit::Refused }
}

fn as_set(console: &Console, set: &Together, count: usize) {
    console.show(&set.diagnostics, &set.sources);
    if set.diagnostics.is_empty() && count > 1 {
        console.tell(&format!("{}\n", console.say("together-accepted", &[("count", count.into())])));
    }
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
