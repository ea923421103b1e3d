use clap::{Arg, ArgAction, Command, CommandFactory};

use super::arguments::Arguments;
use crate::quantity::Tongue;
use crate::render::say;

/// The command line with its help in the reader's language.
pub(super) fn command(tongue: Tongue) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let whole = Arguments::command().disable_help_subcommand(true).arg(version);
    let whole = localise(whole, "merit", tongue);
    let names: Vec<String> = whole.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let add = |whole: Command, name: String| whole.mut_subcommand(&name, |command| localise(command, &name, tongue));
    names.into_iter().fold(whole, add)
}

fn localise(command: Command, name: &str, tongue: Tongue) -> Command {
    let heading = |of: &str| say(&format!("heading-{of}"), &[], tongue);
    let template = format!("{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}", heading("usage"));
    command
        .about(say(&format!("about-{name}"), &[], tongue))
        .help_template(template)
        .subcommand_help_heading(heading("commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .mut_args(|argument| described(argument, tongue))
}

fn described(argument: Arg, tongue: Tongue) -> Arg {
    let text = say(&format!("option-{}", argument.get_id()), &[], tongue);
    let heading = if argument.is_positional() { "heading-arguments" } else { "heading-options" };
    argument.help(text).help_heading(say(heading, &[], tongue))
}
