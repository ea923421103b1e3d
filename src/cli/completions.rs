//! `merit completions`: the completion script of a shell.

use super::arguments::Completions;
use super::{Console, Exit, help};

/// `merit completions SHELL`
pub(super) fn run(console: &Console, arguments: &Completions) -> Exit {
    let mut script = vec![];
    clap_complete::generate(arguments.shell, &mut help::command(console.look.tongue), "merit", &mut script);
    console.data(&script)
}
