//! The command line: thin faces over the library. One file a command; what each tells stands in
//! `src/render/locale`, what it ends with is an [`Exit`].

mod arguments;
mod asked;
mod cases;
mod changeable;
mod check;
mod cliffs;
mod completions;
mod console;
mod diff;
mod doc;
mod embedded;
mod eval;
mod example;
mod exit;
mod explain;
mod fmt;
mod help;
mod inputs;
mod man;
mod new;
mod next;
mod opened;
mod paged;
mod patterns;
mod policy;
mod progress;
mod reads;
mod reconcile;
mod refused;
mod repl;
mod replay;
mod report;
mod run;
mod schema;
mod test;
mod tongue;
mod why;

use std::ffi::OsString;

use clap::FromArgMatches;

use arguments::{Arguments, Command};
use console::Console;
pub use exit::Exit;
use opened::Opened;
use run::Unusable;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match parse(help::bare(), &arguments) {
        Ok(mut read) => {
            let unusable = read.command.fill();
            read.command.spread();
            let opened = read.command.opened();
            let text = opened.as_ref().and_then(Opened::text).or(unusable.as_ref().and_then(Unusable::text));
            let console = Console::new(tongue::of(read.lang, text), read.ascii, opened, &arguments);
            match unusable {
                Some(unusable) => unusable.tell(&console),
                None => dispatch(&console, read.command),
            }
        }
        Err(error) => refused(&arguments, error),
    }
}

/// Tells what is wrong with arguments, or the help that they ask for, in the reader's language.
fn refused(arguments: &[OsString], error: clap::Error) -> Exit {
    let tongue = tongue::of_refused(arguments);
    let ascii = arguments.iter().any(|argument| argument == "--ascii");
    let console = Console::new(tongue, ascii, None, arguments);
    // Options alone are no command, nor nothing at all.
    let arguments = if refused::shows_all(&error) { arguments.get(..1).unwrap_or_default() } else { arguments };
    // The help is built where it is shown, and nowhere else.
    let helpful = refused::shows_help(&error).then(|| parse(help::command(tongue), arguments).err()).flatten();
    refused::tell(&console, &helpful.unwrap_or(error))
}

fn parse(command: clap::Command, arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let matches = command.try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

fn dispatch(console: &Console, command: Command) -> Exit {
    let checks = matches!(command, Command::Check(_));
    let exit = done(console, command);
    // Of a run that gave what was asked for, only a check is about what it told.
    if exit == Exit::Refused || checks && exit == Exit::Well {
        console.more();
    }
    exit
}

fn done(console: &Console, command: Command) -> Exit {
    match command {
        Command::Check(arguments) => check::run(console, &arguments),
        Command::Eval(arguments) => eval::run(console, &arguments),
        Command::Why(arguments) => why::run(console, &arguments),
        Command::Reconcile(arguments) => reconcile::run(console, &arguments),
        Command::Next(arguments) => next::run(console, &arguments),
        Command::Replay(arguments) => replay::run(console, &arguments),
        Command::Test(arguments) => test::run(console, &arguments),
        Command::Cliffs(arguments) => cliffs::run(console, &arguments),
        Command::Cases(arguments) => cases::run(console, &arguments),
        Command::Diff(arguments) => diff::run(console, &arguments),
        Command::Doc(arguments) => doc::run(console, &arguments),
        Command::Report(arguments) => report::run(console, &arguments),
        Command::Repl(arguments) => repl::run(console, &arguments),
        Command::Schema(arguments) => schema::run(console, &arguments),
        Command::Fmt(arguments) => fmt::run(console, &arguments),
        Command::New(arguments) => new::run(console, &arguments),
        Command::Explain(arguments) => explain::run(console, &arguments),
        Command::Completions(arguments) => completions::run(console, &arguments),
        Command::Man(arguments) => man::run(console, &arguments),
        Command::Help(arguments) => asked::run(console, &arguments),
    }
}
