//! `merit diff`: two policies held against each other.

mod fail_if;
mod people;

use serde_json::Value as Json;

use super::arguments::{Diff, Shape};
use super::inputs::Chosen;
use super::{Console, Exit, example, policy};
use crate::compare::{Difference, People, changed, compare};
use crate::compile::{Assigned, Compiled, compile_beside};
use crate::diagnostic::{Arg, Code, Severity};
use crate::io::PolicyFolder;
use crate::render::{Compared, WIDTH, difference_json, difference_lines, people_json, people_lines};
use crate::source::Sources;

/// `merit diff OLD NEW [DATA…]`
pub(super) fn run(console: &Console, arguments: &Diff) -> Exit {
    match differ(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn differ(console: &Console, arguments: &Diff) -> Result<Exit, Exit> {
    let (old_name, new_name, data) = told_apart(console, arguments)?;
    let checks = fail_if::read(console, &arguments.fail_if)?;
    if data.is_empty() && (!checks.is_empty() || arguments.by.is_some()) {
        return Err(console.wrong("diff-no-data", &[]));
    }
    let (old, new) = compiled(console, arguments, (old_name, new_name))?;
    if !old.accepted() || !new.accepted() {
        return Err(unchecked(console, arguments, (&old, &new)));
    }
    let mut difference = compare(&old, &new);
    let (old, new) = (Chosen::of(old_name, old), Chosen::of(new_name, new));
    fail_if::fits(console, &checks, &new.compiled.policy.header.currency)?;
    let found = match data.as_slice() {
        [] => None,
        data => Some(people::people(console, arguments, (&old, &new), (&difference, data))?),
    };
    difference.seen(found.as_ref().map_or(0, |people| people.otherwise.all));
    let of = Compared { old: &old.compiled, new: &new.compiled };
    let ended = give(console, arguments, of, (&difference, found.as_ref()));
    let broken = checks.iter().filter(|check| found.as_ref().is_some_and(|people| check.is_so(people)));
    let broken: Vec<&str> = broken.map(fail_if::FailIf::text).collect();
    for text in &broken {
        console.tell(&format!("{}\n", console.say("diff-broken", &[("text", (*text).into())])));
    }
    Ok(if ended == Exit::Well && !broken.is_empty() { Exit::Refused } else { ended })
}

/// Shows what was found.
fn give(console: &Console, arguments: &Diff, of: Compared, found: (&Difference, Option<&People>)) -> Exit {
    let (difference, people) = found;
    let (tongue, by) = (console.look.tongue, arguments.by.as_deref());
    let told = match arguments.shape {
        Shape::Json => {
            let mut json = difference_json(of, difference, tongue);
            match people {
                Some(people) => json.extend(people_json(people, by, tongue)),
                None => json.extend(nobody()),
            }
            format!("{:#}\n", Json::Object(json))
        }
        Shape::Human => {
            let width = console.window().unwrap_or(WIDTH);
            let mut lines = difference_lines(of, difference, tongue, width);
            let look = (tongue, console.look.ascii, width);
            lines.extend(people.iter().flat_map(|people| people_lines(people, of, by, look)));
            lines.join("\n") + "\n"
        }
    };
    console.data(told.as_bytes())
}

/// Shows what can be told of policies of which one is refused: what changed in their texts.
fn unchecked(console: &Console, arguments: &Diff, (old, new): (&Compiled, &Compiled)) -> Exit {
    // What could not be set says nothing of the texts.
    let errors = |of: &Compiled| of.diagnostics.iter().filter(|told| told.severity() == Severity::Error).count();
    let set = |of: &Compiled| of.diagnostics.iter().filter(|told| told.code == Code::BadSetting).count();
    let unset = [old, new].iter().all(|of| errors(of) == set(of));
    if !unset && let Some(difference) = changed(old, new) {
        give(console, arguments, Compared { old, new }, (&difference, None));
    }
    Exit::Refused
}

/// The members of a comparison without data.
fn nobody() -> [(String, Json); 5] {
    let none = || Json::Array(vec![]);
    let members = [("people", Json::Null), ("by", none()), ("grades", none()), ("pay", none()), ("largest", none())];
    members.map(|(name, value)| (name.to_owned(), value))
}

/// The two policies and the data. One policy is both where params are set anew.
fn told_apart<'a>(console: &Console, arguments: &'a Diff) -> Result<(&'a str, &'a str, Vec<&'a str>), Exit> {
    let names = arguments.compared.iter().map(String::as_str);
    let (policies, data): (Vec<&str>, Vec<&str>) = names.partition(|name| name.ends_with(".merit"));
    match policies.as_slice() {
        [old, new] => Ok((old, new, data)),
        [only] if !arguments.new_settings.is_empty() => Ok((only, only, data)),
        several => {
            let (example, typed) = (console.say("example-diff", &[]), &console.typed);
            let command = match several {
                [] => example::completed(typed, "diff", &example),
                [only] => example::completed(typed, only, example.split_once(' ').map_or("", |(_, new)| new)),
                [_, _, further @ ..] => example::without(typed, further),
            };
            Err(console.wrong("diff-policies", &[("count", several.len().into()), ("command", Arg::from(command))]))
        }
    }
}

/// Both policies, the new one beside the old; what is told of them is shown.
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
    Ok((before, after))
}
