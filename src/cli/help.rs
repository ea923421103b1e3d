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

/// The command line with its help in the reader's language, for a terminal.
pub(super) fn command(tongue: Tongue) -> Command {
    each(bare(), |command, name| localise(command, name, WIDTH, tongue))
}

/// The same for pages that are broken into lines where they are read.
pub(super) fn unbroken(tongue: Tongue) -> Command {
    each(bare(), |command, name| localise(command, name, usize::MAX, tongue))
}

/// Changes the program and every command, each under its name.
fn each(whole: Command, change: impl Fn(Command, &str) -> Command) -> Command {
    let names: Vec<String> = whole.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let add = |whole: Command, name: String| whole.mut_subcommand(&name, |command| change(command, &name));
    names.into_iter().fold(change(whole, "merit"), add)
}

fn localise(command: Command, name: &str, width: usize, tongue: Tongue) -> Command {
    let text = |id: String| say(&id, &[], tongue);
    let about = wrap(&text(format!("about-{name}")), width.saturating_sub(LEAST_MARGIN)).join("\n");
    let examples = indented(&text(format!("examples-{name}")));
    let command = command.mut_args(|argument| translated(argument, tongue));
    let margins = [true, false].map(|positional| {
        let of_kind = command.get_arguments().filter(|argument| argument.is_positional() == positional);
        of_kind.map(margin).max().unwrap_or(0).max(LEAST_MARGIN)
    });
    let [of_arguments, of_options] = margins.map(|margin| width.saturating_sub(margin));
    let template = template(&command, tongue);
    command
        .about(about)
        .term_width(0)
        .help_template(template)
        .override_usage(text(format!("usage-{name}")))
        .after_help(format!("{}\n{examples}", text("heading-examples".into()) + &text("colon".into())))
        .subcommand_help_heading(text("heading-commands".into()))
        .mut_args(|argument| {
            let width = if argument.is_positional() { of_arguments } else { of_options };
            described(argument, width, tongue)
        })
}

/// The parts of a help, each under a heading of its own: those of clap end in a colon that is no Chinese one.
fn template(command: &Command, tongue: Tongue) -> String {
    let heading = |of: &str| say(&format!("heading-{of}"), &[], tongue) + &say("colon", &[], tongue);
    let mut template = format!("{{about-with-newline}}\n{}\n  {{usage}}\n", heading("usage"));
    let mut part = |of: &str, tag: &str| template.push_str(&format!("\n{}\n{{{tag}}}\n", heading(of)));
    if command.has_subcommands() {
        part("commands", "subcommands");
    }
    if command.get_positionals().next().is_some() {
        part("arguments", "positionals");
    }
    part("options", "options");
    template.trim_end().to_owned() + "{after-help}"
}

/// Examples, each in a line of its own.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

/// The columns before the text of an option that is there for every command, `  -h, --help`, and of a command,
/// `  completions`.
const LEAST_MARGIN: usize = 15;

/// The columns before the text of an argument: `  -o, --output <FILE>  `. One that is not built cannot show itself.
fn margin(argument: &Arg) -> usize {
    let named = argument.get_value_names().and_then(|names| names.first()).map(|name| columns(name));
    let value = "<>".len() + named.unwrap_or(argument.get_id().as_str().len());
    let width = match argument.get_long() {
        None => value + "...".len(),
        Some(long) if !argument.get_action().takes_values() => "-o, --".len() + long.len(),
        Some(long) => "-o, -- ".len() + long.len() + value,
    };
    2 + width + 2
}

fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// An argument whose value is called as the reader calls it: `<FILE>`, `<文件>`; words that are typed as they stand are
/// in small letters.
fn translated(argument: Arg, tongue: Tongue) -> Arg {
    if !argument.get_action().takes_values() {
        return argument;
    }
    let id = argument.get_id().as_str().to_uppercase();
    let named = argument.get_value_names().and_then(|names| names.first()).map_or(id, ToString::to_string);
    let word = |word: &str| match word.chars().all(|c| c.is_ascii_uppercase()) {
        true => say(&format!("value-{word}"), &[], tongue),
        false => word.to_owned(),
    };
    argument.value_name(named.split('=').map(word).collect::<Vec<_>>().join("="))
}

fn described(argument: Arg, width: usize, tongue: Tongue) -> Arg {
    let text = wrap(&say(&format!("option-{}", argument.get_id()), &[], tongue), width).join("\n");
    let heading = if argument.is_positional() { "heading-arguments" } else { "heading-options" };
    let takes = argument.get_action().takes_values();
    // What every command has comes after what is its own.
    let last = ["lang", "ascii", "help", "version"].iter().position(|id| argument.get_id() == id);
    let argument = match last {
        Some(at) => argument.display_order(COMMON + at),
        None => argument,
    };
    let argument = argument.help(text).help_heading(say(heading, &[], tongue));
    // The texts name the values themselves, in the reader's language.
    if takes { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

/// Where the options that every command has begin: behind more than a command has of its own.
const COMMON: usize = 900;
