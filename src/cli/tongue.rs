//! The tongue of a run: what `--lang` says, else the locale, else the first policy.

use std::ffi::OsString;
use std::path::Path;

use super::arguments::{Command, Lang};
use super::embedded;
use super::opened::Opened;
use crate::quantity::{Tongue, holds_chinese};

/// The tongue of sentences, of which `policy` is asked where neither `--lang` nor the locale says anything: Chinese if it
/// holds any, else English.
pub(super) fn of(asked: Option<Lang>, policy: Option<&str>) -> Tongue {
    let asked = asked.map(|lang| if lang == Lang::Zh { Tongue::Zh } else { Tongue::En });
    let written = || policy.is_some_and(holds_chinese).then_some(Tongue::Zh);
    asked.or_else(locale).or_else(written).unwrap_or(Tongue::En)
}

/// What the locale says, as POSIX looks for it; the one of no country says nothing.
fn locale() -> Option<Tongue> {
    let set = |name: &&str| std::env::var(name).ok().filter(|text| !text.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set)?;
    let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    match language {
        "C" | "POSIX" => None,
        "zh" => Some(Tongue::Zh),
        _ => Some(Tongue::En),
    }
}

/// What arguments that cannot be followed say of the tongue, as far as they tell: `--lang`, and the text of the first
/// policy that can be read.
pub(super) fn of_refused(arguments: &[OsString]) -> Tongue {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let apart = texts.iter().position(|text| *text == "--lang").and_then(|at| texts.get(at + 1)).copied();
    let asked = match joined.or(apart) {
        Some("zh") => Some(Lang::Zh),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    let named = texts.iter().skip(1).filter(|text| text.ends_with(".merit"));
    let policy = named.filter_map(|name| std::fs::read_to_string(name).ok()).next();
    of(asked, policy.as_deref())
}

impl Command {
    /// The policy that is read first, opened. What cannot be read a second time is kept by whoever has it.
    pub fn opened(&self) -> Option<Opened> {
        match self {
            Command::Check(check) => check.policies.first().map(|name| Opened::of(name)),
            Command::Test(test) => test.policies.first().map(|name| Opened::of(name)),
            Command::Eval(eval) => eval.reads.told_apart(&eval.files).0.first().map(|name| Opened::of(name)),
            Command::Why(why) => why.reads.asked(&why.asked).policies.first().map(|name| Opened::of(name)),
            Command::Reconcile(it) => it.reads.told_apart(&it.files).0.first().map(|name| Opened::of(name)),
            Command::Next(next) => next.reads.asked(&next.asked).policies.first().map(|name| Opened::of(name)),
            Command::Replay(replay) => replay.asked().1.first().map(|name| Opened::of(name)),
            Command::Diff(diff) => {
                diff.compared.first().filter(|name| name.ends_with(".merit")).map(|name| Opened::of(name))
            }
            // A session reads what it loads itself.
            Command::Repl(repl) => repl.policy.as_deref().filter(|name| Path::new(name).is_file()).map(Opened::of),
            Command::Cliffs(cliffs) => cliffs.reads.told_apart(&cliffs.files).0.first().map(|name| Opened::of(name)),
            Command::Cases(cases) => Some(Opened::of(&cases.policy)),
            Command::Report(report) => report.reads.told_apart(&report.files).0.first().map(|name| Opened::of(name)),
            Command::Doc(doc) => Some(Opened::of(&doc.policy)),
            Command::Schema(schema) => Some(Opened::of(&schema.policy)),
            Command::Fmt(fmt) => fmt.first().filter(|name| *name == "-" || Path::new(name).is_file()).map(Opened::of),
            Command::New(new) => new.template.as_deref().and_then(template),
            Command::Explain(_) | Command::Completions(_) | Command::Man(_) | Command::Help(_) => None,
        }
    }
}

/// A ready-made policy.
fn template(name: &str) -> Option<Opened> {
    let name = name.trim_end_matches(".merit");
    embedded::templates().find(|(known, _)| *known == name).map(|(_, text)| Opened::ready_made(name, text))
}
