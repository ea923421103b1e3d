//! The policies and settings that the arguments of a command name.

use super::opened::Opened;
use super::{Console, Exit};
use crate::compile::{Assigned, Compiled, Params, compile_with};
use crate::io::PolicyFolder;
use crate::source::SourceFile;

/// Opens a policy, unless it is open; `-` is standard input. What hinders it is told.
pub(super) fn open(console: &Console, name: &str) -> Result<SourceFile, Exit> {
    let known = console.opened.as_ref().and_then(|opened| opened.named(name));
    known.unwrap_or_else(|| Opened::of(name).read).map_err(|problem| {
        console.problems(&[problem]);
        Exit::Usage
    })
}

/// Opens a policy and compiles it with what it uses.
pub(super) fn compiled(console: &Console, name: &str, settings: &[Assigned]) -> Result<Compiled, Exit> {
    Ok(compile_with(open(console, name)?, &PolicyFolder::of(name), settings))
}

/// Opens a policy that must be accepted; what is wrong with it is told.
pub(super) fn accepted(console: &Console, name: &str, settings: &[Assigned]) -> Result<Compiled, Exit> {
    let compiled = compiled(console, name, settings)?;
    if compiled.accepted() {
        return Ok(compiled);
    }
    console.show(&compiled.diagnostics, &compiled.sources);
    Err(Exit::Refused)
}

/// Opens several policies and compiles them. A setting is for each that has the param; one that none has is told.
pub(super) fn compiled_all(console: &Console, names: &[&str], settings: &[Assigned]) -> Result<Vec<Compiled>, Exit> {
    let policies: Result<Vec<SourceFile>, Exit> = names.iter().map(|name| open(console, name)).collect();
    let policies: Vec<(&str, SourceFile)> = names.iter().copied().zip(policies?).collect();
    let params = |(name, policy): &(&str, SourceFile)| Params::of(policy.clone(), &PolicyFolder::of(name));
    let all: Vec<Params> = if settings.is_empty() { vec![] } else { policies.iter().map(params).collect() };
    // What none has is told of each.
    let foreign =
        |own: &Params, set: &Assigned| !own.may_have(&set.name) && all.iter().any(|other| other.may_have(&set.name));
    let each = policies.into_iter().enumerate().map(|(at, (name, policy))| {
        let of_it = |set: &&Assigned| !all.get(at).is_some_and(|own| foreign(own, set));
        let own: Vec<Assigned> = settings.iter().filter(of_it).cloned().collect();
        compile_with(policy, &PolicyFolder::of(name), &own)
    });
    Ok(each.collect())
}

/// Reads what `--set` was given.
pub(super) fn settings(console: &Console, texts: &[String]) -> Result<Vec<Assigned>, Exit> {
    let read = |text: &String| text.parse().map_err(|()| console.wrong("set", &[("text", text.clone().into())]));
    texts.iter().map(read).collect()
}

/// Reads what `--with` was given: the name of a lookup or of details, and a file.
pub(super) fn with<'a>(console: &Console, text: &'a str) -> Result<(&'a str, &'a str), Exit> {
    assigned(text).ok_or_else(|| console.wrong("with", &[("text", text.into())]))
}

/// The two sides of `NAME=FILE`; neither may be empty.
pub(super) fn assigned(text: &str) -> Option<(&str, &str)> {
    let parts = text.split_once(['=', '＝']).map(|(name, file)| (name.trim(), file.trim()));
    parts.filter(|(name, file)| !name.is_empty() && !file.is_empty())
}
