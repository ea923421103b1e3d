//! `merit diff`: two policies held against each other.

use serde_json::Value as Json;

use super::arguments::{Diff, Form};
use super::{Console, Exit, example, policy};
use crate::compare::compare;
use crate::compile::{Assigned, Compiled, compile_beside};
use crate::diagnostic::Arg;
use crate::io::PolicyFolder;
use crate::render::{Compared, WIDTH, difference_json, difference_lines};
use crate::source::Sources;

/// `merit diff OLD NEW [DATA…]`
pub(super) fn run(console: &Console, arguments: &Diff) -> Exit {
    match differ(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn differ(console: &Console, arguments: &Diff) -> Result<Exit, Exit> {
    let (old, new, data) = told_apart(console, arguments)?;
    if !data.is_empty() {
        return Err(console.wrong("not-yet", &[("what", data.join(" ").into())]));
    }
    let (old, new) = compiled(console, arguments, (old, new))?;
    let difference = compare(&old, &new);
    let of = Compared { old: &old, new: &new };
    let tongue = console.look.tongue;
    let told = match arguments.form {
        Form::Json => format!("{:#}\n", Json::Object(difference_json(of, &difference, tongue))),
        Form::Human => {
            let width = console.window().unwrap_or(WIDTH);
            difference_lines(of, &difference, tongue, width).join("\n") + "\n"
        }
    };
    Ok(console.data(told.as_bytes()))
}

/// The two policies and the data. One policy is both where params are set anew.
fn told_apart<'a>(console: &Console, arguments: &'a Diff) -> Result<(&'a str, &'a str, Vec<&'a str>), Exit> {
    let names = arguments.compared.iter().map(String::as_str);
    let (policies, data): (Vec<&str>, Vec<&str>) = names.partition(|name| name.ends_with(".merit"));
    match policies.as_slice() {
        [old, new] => Ok((old, new, data)),
        [only] if !arguments.new_settings.is_empty() => Ok((only, only, data)),
        several => {
            let command = example::completed(&console.typed, "diff", &console.say("example-diff", &[]));
            Err(console.wrong("diff-policies", &[("count", several.len().into()), ("command", Arg::from(command))]))
        }
    }
}

/// Both policies, the new one beside the old; what is told of them is shown, and one that is refused ends the run.
fn compiled(console: &Console, arguments: &Diff, (old, new): (&str, &str)) -> Result<(Compiled, Compiled), Exit> {
    let both = policy::settings(console, &arguments.settings)?;
    let anew: Vec<Assigned> = policy::settings(console, &arguments.new_settings)?;
    let others = both.iter().filter(|set| anew.iter().all(|other| other.name != set.name)).cloned();
    let anew: Vec<Assigned> = others.chain(anew.iter().cloned()).collect();
    let before = compile_beside(&Sources::default(), policy::open(console, old)?, &PolicyFolder::of(old), &[], &both);
    let after = compile_beside(&before.sources, policy::open(console, new)?, &PolicyFolder::of(new), &[], &anew);
    console.show(&before.diagnostics, &before.sources);
    if old != new || after.diagnostics.len() != before.diagnostics.len() {
        console.show(&after.diagnostics, &after.sources);
    }
    if before.accepted() && after.accepted() { Ok((before, after)) } else { Err(Exit::Refused) }
}
