//! The command line, and with its help in the reader's language where that is shown.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::arguments::Arguments;
use crate::quantity::Tongue;
use crate::render::{WIDTH, say, wrap};

/// The command line without a text, which is all that most runs need.
pub(super) fn bare() -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let whole = Arguments::command().disable_help_subcommand(true).arg(version);
    each(whole, |command, _| {
        let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
        command.disable_help_flag(true).disable_version_flag(true).arg(help)
    })
}

/// The command line with its help in the reader's language.
pub(super) fn command(tongue: Tongue) -> Command {
    each(bare(), |command, name| localise(command, name, tongue))
}

/// Changes the program and every command, each under its name.
fn each(whole: Command, change: impl Fn(Command, &str) -> Command) -> Command {
    let names: Vec<String> = whole.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let add = |whole: Command, name: String| whole.mut_subcommand(&name, |command| change(command, &name));
    names.into_iter().fold(change(whole, "merit"), add)
}

fn localise(command: Command, name: &str, tongue: Tongue) -> Command {
    let heading = |of: &str| say(&format!("heading-{of}"), &[], tongue);
    let template = format!("{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}", heading("usage"));
    let margin = command.get_arguments().map(margin).max().unwrap_or(0).max(LEAST_MARGIN);
    let about = wrap(&say(&format!("about-{name}"), &[], tongue), WIDTH - LEAST_MARGIN);
    command
        .about(about.join("\n"))
        .term_width(0)
        .help_template(template)
        .subcommand_help_heading(heading("commands"))
        .mut_args(|argument| described(argument, margin, tongue))
}

/// The columns before the text of an option that is there for every command, `  -h, --help`, and of a command,
/// `  completions`.
const LEAST_MARGIN: usize = 15;

/// The columns before the text of an argument: `  -o, --output <FILE>  `. One that is not built cannot show itself.
fn margin(argument: &Arg) -> usize {
    let named = argument.get_value_names().and_then(|names| names.first()).map(|name| name.len());
    let value = "<>".len() + named.unwrap_or(argument.get_id().as_str().len());
    let width = match argument.get_long() {
        None => value + "...".len(),
        Some(long) if !argument.get_action().takes_values() => "-o, --".len() + long.len(),
        Some(long) => "-o, -- ".len() + long.len() + value,
    };
    2 + width + 2
}

fn described(argument: Arg, margin: usize, tongue: Tongue) -> Arg {
    let text = wrap(&say(&format!("option-{}", argument.get_id()), &[], tongue), WIDTH - margin).join("\n");
    let heading = if argument.is_positional() { "heading-arguments" } else { "heading-options" };
    let takes = argument.get_action().takes_values();
    let argument = argument.help(text).help_heading(say(heading, &[], tongue));
    // The texts name the values themselves, in the reader's language.
    if takes { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}
