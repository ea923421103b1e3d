//! Arguments that cannot be followed, told in the reader's language with the whole command that works.

use std::path::Path;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::arguments::Arguments;
use super::{Console, Exit, example};
use crate::diagnostic::{Arg, nearest};

/// Commands that are to come; what there is instead stands in the locale files as `planned-COMMAND`.
const PLANNED: [&str; 2] = ["lsp", "draft"];

/// What others call what we have.
const ELSEWHERE: [(&str, &[&str]); 7] = [
    ("new", &["init", "create", "新建"]),
    ("check", &["validate", "verify", "lint", "检查"]),
    ("eval", &["run", "evaluate", "calc", "compute", "计算"]),
    ("test", &["tests", "测试"]),
    ("repl", &["shell", "console", "交互"]),
    ("fmt", &["format", "排版"]),
    ("help", &["帮助"]),
];

/// Help and version are asked for, all else is wrong usage.
pub(super) fn tell(console: &Console, error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => console.data(error.render().to_string().as_bytes()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            console.tell(&error.render().to_string());
            Exit::Usage
        }
        kind => wrong(console, kind, error),
    }
}

/// Whether what is told is the help of a command.
pub(super) fn shows_help(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::DisplayHelp || shows_all(error)
}

/// Whether it is the help of the program, which is shown where no command is typed.
pub(super) fn shows_all(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand)
}

fn wrong(console: &Console, kind: ErrorKind, error: &clap::Error) -> Exit {
    let context = |kind| told(error.get(kind));
    let argument = context(ContextKind::InvalidArg);
    let text = |texts: &[String]| Arg::from(texts.join(" "));
    let help = ("help", Arg::from(help_of(console)));
    match kind {
        ErrorKind::UnknownArgument if !argument.iter().any(|text| text.starts_with('-')) => {
            let policy = argument.iter().any(|text| text.ends_with(".merit"));
            console.wrong(if policy { "surplus-policy" } else { "surplus" }, &[("text", text(&argument)), help])
        }
        ErrorKind::UnknownArgument => option(console, &argument.join(" "), help),
        ErrorKind::InvalidSubcommand => unknown(console, &context(ContextKind::InvalidSubcommand).join(" ")),
        ErrorKind::MissingRequiredArgument => lacking(console, &argument, help),
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg);
            if prior == argument {
                return console.wrong("twice", &[("text", text(&argument)), help]);
            }
            console.wrong("conflict", &[("one", text(&argument)), ("other", text(&prior))])
        }
        ErrorKind::InvalidValue => {
            let (value, known) = (context(ContextKind::InvalidValue), context(ContextKind::ValidValue));
            if value.iter().all(String::is_empty) {
                return no_value(console, &argument.join(" "), help);
            }
            let known = Arg::List(known.into_iter().map(Arg::from).collect());
            console.wrong("value", &[("option", text(&argument)), ("text", text(&value)), ("known", known)])
        }
        ErrorKind::InvalidUtf8 => console.wrong("not-text", &[]),
        _ => console.wrong("twice", &[("text", text(&argument)), help]),
    }
}

/// The command that tells the options of the one that was typed.
fn help_of(console: &Console) -> String {
    let named = example::command(&console.typed).map_or_else(|| console.say("value-COMMAND", &[]), str::to_owned);
    format!("merit help {named}")
}

/// A command that there is not: one to come, a file without a command, or a slip.
pub(super) fn unknown(console: &Console, text: &str) -> Exit {
    let word = Arg::from(text);
    if PLANNED.contains(&text) {
        let instead = console.say(&format!("planned-{text}"), &[]);
        return console.wrong("planned", &[("text", word), ("instead", instead.into())]);
    }
    if text.ends_with(".merit") {
        let data = console.say("example-data", &[]);
        let evaluated = format!("merit eval {} {data}", example::quoted(text));
        let checked = format!("merit check {}", example::quoted(text));
        return console
            .wrong("no-command-for", &[("text", word), ("one", checked.into()), ("other", evaluated.into())]);
    }
    if Path::new(text).is_file() {
        let evaluated = format!("merit eval {} {}", example::policy(console), example::quoted(text));
        return console.wrong("no-command-for-data", &[("text", word), ("command", evaluated.into())]);
    }
    let whole = Arguments::command();
    // `hepl` is as near to `repl`.
    let names = ["help"].into_iter().chain(whole.get_subcommands().map(clap::Command::get_name));
    let elsewhere = ELSEWHERE.iter().find(|(_, words)| words.contains(&text)).map(|(name, _)| *name);
    match elsewhere.or_else(|| nearest(text, names)) {
        Some(near) => console.wrong("command-near", &[("text", word), ("near", near.into())]),
        None => console.wrong("command", &[("text", word)]),
    }
}

/// An option that there is not, with the one of the command that it is near to, if any.
fn option(console: &Console, text: &str, help: (&'static str, Arg)) -> Exit {
    let whole = Arguments::command();
    let own = example::command(&console.typed).and_then(|name| whole.find_subcommand(name));
    let options = [Some(&whole), own].into_iter().flatten().flat_map(clap::Command::get_arguments);
    let longs = options.filter(|option| !option.is_hide_set()).filter_map(clap::Arg::get_long);
    match nearest(text.trim_start_matches('-'), longs) {
        Some(near) => {
            console.wrong("option-near", &[("text", text.into()), ("near", format!("--{near}").into()), help])
        }
        None => console.wrong("option", &[("text", text.into()), help]),
    }
}

/// What is missing, with the whole command.
fn lacking(console: &Console, missing: &[String], help: (&'static str, Arg)) -> Exit {
    let name = example::command(&console.typed).unwrap_or_default();
    let is = |id: &str| missing.iter().any(|text| text.contains(id));
    if is("<POLICY>") {
        let command = example::completed(&console.typed, name, &example::policy(console));
        return console.wrong("no-policy", &[("command", command.into())]);
    }
    if is("<FILE>") && matches!(name, "eval" | "why" | "next" | "reconcile" | "report") {
        let both = format!("{} {}", example::policy(console), console.say("example-data", &[]));
        return console.wrong("no-files", &[("command", example::completed(&console.typed, name, &both).into())]);
    }
    if is("<FILE>") && name == "replay" {
        return console.wrong("replay-unnamed", &[]);
    }
    if is("<SHELL>") {
        return console.wrong("no-shell", &[]);
    }
    console.wrong("lacking", &[("text", missing.join(" ").into()), help])
}

/// An option without its value, with what it is for.
fn no_value(console: &Console, option: &str, help: (&'static str, Arg)) -> Exit {
    let whole = Arguments::command();
    let own = example::command(&console.typed).and_then(|name| whole.find_subcommand(name));
    let all = [Some(&whole), own].into_iter().flatten().flat_map(clap::Command::get_arguments);
    let same = |known: &&clap::Arg| known.get_long() == Some(option.trim_start_matches('-'));
    let about = all.into_iter().find(same).map(|known| console.say(&format!("option-{}", known.get_id()), &[]));
    console.wrong("no-value", &[("option", option.into()), ("about", about.unwrap_or_default().into()), help])
}

/// What clap tells of an error, without the names of values: `--format <FORMAT>` is `--format`.
fn told(value: Option<&ContextValue>) -> Vec<String> {
    let bare = |text: &String| match text.split_once(' ') {
        Some((option, _)) if option.starts_with('-') => option.to_owned(),
        _ => text.clone(),
    };
    match value {
        Some(ContextValue::String(text)) => vec![bare(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(bare).collect(),
        _ => vec![],
    }
}
