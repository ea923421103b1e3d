//! `merit help`: the help of a command, as its `--help` shows it.

use super::arguments::Help;
use super::{Console, Exit, help, parse, refused};

/// `merit help [COMMAND]`
pub(super) fn run(console: &Console, arguments: &Help) -> Exit {
    let whole = help::command(console.look.tongue);
    if let Some(name) = arguments.about.as_deref().filter(|name| whole.find_subcommand(name).is_none()) {
        return refused::unknown(console, name);
    }
    let typed = ["merit"].into_iter().chain(arguments.about.as_deref()).chain(["--help"]).map(Into::into);
    match parse(whole, &typed.collect::<Vec<_>>()) {
        Ok(_) => Exit::Well,
        Err(help) => refused::tell(console, &help),
    }
}
