//! Arguments that cannot be followed, told in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Console, Exit};
use crate::diagnostic::Arg;

/// Help and version are asked for, all else is wrong usage.
pub(super) fn tell(console: &Console, error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => console.data(error.render().to_string().as_bytes()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            console.tell(&error.render().to_string());
            Exit::Usage
        }
        kind => wrong(console, kind, error),
    }
}

/// Whether what is told is the help of a command.
pub(super) fn shows_help(error: &clap::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand
    )
}

fn wrong(console: &Console, kind: ErrorKind, error: &clap::Error) -> Exit {
    let context = |kind| told(error.get(kind));
    let argument = context(ContextKind::InvalidArg);
    let text = |texts: &[String]| Arg::from(texts.join(" "));
    // The last is the nearest.
    let near = |kind| context(kind).last().cloned();
    match kind {
        ErrorKind::UnknownArgument if !argument.iter().any(|text| text.starts_with('-')) => {
            console.wrong("surplus", &[("text", text(&argument))])
        }
        ErrorKind::UnknownArgument => {
            guessed(console, ["option", "option-near"], &argument, near(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            guessed(console, ["command", "command-near"], &command, near(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => console.wrong("lacking", &[("text", text(&argument))]),
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg);
            if prior == argument {
                return console.wrong("twice", &[("text", text(&argument))]);
            }
            console.wrong("conflict", &[("one", text(&argument)), ("other", text(&prior))])
        }
        ErrorKind::InvalidValue => {
            let (value, known) = (context(ContextKind::InvalidValue), context(ContextKind::ValidValue));
            let variant = if value.iter().all(String::is_empty) { "no-value" } else { "value" };
            let known = Arg::List(known.into_iter().map(Arg::from).collect());
            console.wrong(variant, &[("option", text(&argument)), ("text", text(&value)), ("known", known)])
        }
        ErrorKind::InvalidUtf8 => console.wrong("not-text", &[]),
        _ => console.wrong("twice", &[("text", text(&argument))]),
    }
}

/// Something unknown, with the known thing that it is near to, if any.
fn guessed(console: &Console, [plain, nearly]: [&'static str; 2], texts: &[String], near: Option<String>) -> Exit {
    let text = Arg::from(texts.join(" "));
    match near {
        Some(near) => console.wrong(nearly, &[("text", text), ("near", near.into())]),
        None => console.wrong(plain, &[("text", text)]),
    }
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
