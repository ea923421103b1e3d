//! The command line: thin faces over the library. One file a command; what each tells stands in
//! `src/render/locale`, what it ends with is an [`Exit`].

mod arguments;
mod check;
mod completions;
mod console;
mod embedded;
mod eval;
mod exit;
mod explain;
mod help;
mod new;
mod policy;
mod refused;
mod repl;
mod test;

use std::ffi::OsString;

use clap::FromArgMatches;

use arguments::{Arguments, Command};
use console::Console;
pub use exit::Exit;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let tongue = console::tongue(&arguments);
    let ascii = arguments.iter().any(|argument| argument == "--ascii");
    let console = Console::new(tongue, ascii);
    let parsed = match parse(help::bare(), &arguments) {
        // The help is built where it is shown, and nowhere else.
        Err(error) if refused::shows_help(&error) => parse(help::command(tongue), &arguments),
        parsed => parsed,
    };
    match parsed {
        Ok(arguments) => dispatch(&console, arguments.command),
        Err(error) => refused::tell(&console, &error),
    }
}

fn parse(command: clap::Command, arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let matches = command.try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

fn dispatch(console: &Console, command: Command) -> Exit {
    match command {
        Command::Check(arguments) => check::run(console, &arguments),
        Command::Eval(arguments) => eval::run(console, &arguments),
        Command::Test(arguments) => test::run(console, &arguments),
        Command::Repl(arguments) => repl::run(console, &arguments),
        Command::New(arguments) => new::run(console, &arguments),
        Command::Explain(arguments) => explain::run(console, &arguments),
        Command::Completions(arguments) => completions::run(console, &arguments),
    }
}
