//! What a command works on: the policies, the data and what stands beside them, as every command that evaluates takes them.

mod changeable;
mod chosen;
mod gather;
mod hashes;
mod history;
mod set;
mod sought;

pub(super) use changeable::changeable;
pub(super) use chosen::{Chosen, chosen};
pub(super) use gather::{With, gather, gather_one, once};
pub(super) use hashes::Hashes;

use std::path::Path;

use super::reads::Reads;
use super::{Console, Exit, example};
use crate::data::Problem;
use crate::diagnostic::Arg;

/// Refuses what lacks a policy or data, with the whole command.
pub(super) fn both(console: &Console, reads: &Reads, policies: &[&str], data: &[&str]) -> Result<(), Exit> {
    let run = || [("file", reads.run.as_deref().unwrap_or_default().into())];
    match (policies.first(), data.is_empty()) {
        (None, _) if reads.run.is_some() => Err(console.wrong("run-no-policy", &run())),
        (Some(_), true) if reads.run.is_some() => Err(console.wrong("run-no-data", &run())),
        (None, _) => Err(no_policy(console, data)),
        (Some(policy), true) => {
            let command = example::completed(&console.typed, policy, &console.say("example-data", &[]));
            Err(console.wrong("no-data", &[("command", command.into())]))
        }
        (Some(_), false) => Ok(()),
    }
}

/// Tells that no policy is among the files, with the command as it would be with one.
fn no_policy(console: &Console, data: &[&str]) -> Exit {
    // A name that only lacks its ending is one.
    let meant = data.iter().find(|name| Path::new(&format!("{name}.merit")).is_file());
    let Some(meant) = meant else {
        let name = example::command(&console.typed).unwrap_or_default();
        let command = example::completed(&console.typed, name, &example::policy(console));
        let files = Arg::List(data.iter().map(|name| Arg::from(*name)).collect());
        return console.wrong("no-policy-among", &[("files", files), ("command", command.into())]);
    };
    let named = |text: &String| if text == meant { format!("{text}.merit") } else { text.clone() };
    let typed: Vec<String> = console.typed.iter().map(named).collect();
    console.wrong("no-ending", &[("text", (*meant).into()), ("command", example::whole(&typed).into())])
}

/// Tells problems that end a run.
pub(super) fn refused(console: &Console, exit: Exit, problems: &[Problem]) -> Exit {
    console.problems(problems);
    exit
}
