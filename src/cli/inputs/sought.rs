//! The record that a command is asked about by its key.

use super::super::{Console, Exit, example};
use crate::batch::{Inputs, Sought, seek};
use crate::data::{Problem, Shared};
use crate::diagnostic::{Arg, Code};
use crate::ir::Policy;

/// So many keys are told where more people are called so.
const MOST_TOLD: usize = 8;

/// The place of the record with this key: its key fields in order, then perhaps a period; without one the latest, which is
/// told. Of data about one record alone no key need be given. What hinders is told; of what is odd in the data, what touches
/// the record, and all where there is none.
pub(super) fn sought(
    console: &Console,
    (inputs, notices): (&Inputs, &[Problem]),
    policies: &[&Policy],
    key: &[String],
) -> Result<usize, Exit> {
    let text = ("text", Arg::from(key.join(" ")));
    let sought = seek(&inputs.shared, policies, key);
    let own = match &sought {
        Sought::Record(at, _) => Some(*at),
        _ => None,
    };
    let told = notices.iter().filter(|notice| own.is_none_or(|at| touches(&inputs.shared, at, notice)));
    console.problems(&told.cloned().collect::<Vec<_>>());
    match sought {
        Sought::Record(at, periods) => {
            if let Some(latest) = periods.last() {
                let args = [text, ("periods", list(&periods)), ("latest", latest.as_str().into())];
                console.tell(&format!("{}\n", console.say("sought-latest", &args)));
            }
            Ok(at)
        }
        Sought::Several(keys) => {
            let command = command(console, key, keys.first());
            let id = if key.is_empty() { "no-key" } else { "key-several" };
            let args = [text, ("keys", list(&keys)), ("count", keys.len().into()), ("command", command)];
            Err(console.wrong(id, &args))
        }
        Sought::Elsewhen(called, periods) => {
            let asked = periods.last().map(|period| format!("{called} {period}"));
            let args = [text, ("periods", list(&periods)), ("command", command(console, key, asked.as_ref()))];
            Err(console.wrong("key-period", &[args.as_slice(), &[("key", called.into())]].concat()))
        }
        Sought::Nobody(near, count) => {
            let args = [text, ("count", count.into()), ("near", list(&near))];
            let id = if near.is_empty() { "key" } else { "key-near" };
            Err(console.wrong(id, &[args.as_slice(), &[("command", command(console, key, near.first()))]].concat()))
        }
    }
}

/// Whether a record may be otherwise for what is odd in the data: in its own row, or in a whole column of its file.
fn touches(shared: &Shared, at: usize, notice: &Problem) -> bool {
    let Some((batch, record)) = shared.record(at) else { return true };
    let is_own = || batch.input(record.place).is_some_and(|input| input.name == notice.file);
    // Doubtful cells are told of a column: the place is that of the first.
    let of_column = matches!(notice.code, Code::AbsentColumn | Code::DoubtfulCell);
    is_own() && (of_column || notice.at.row == Some(record.place.row))
}

/// The first of some texts.
fn list(texts: &[String]) -> Arg {
    let mut told: Vec<Arg> = texts.iter().take(MOST_TOLD).map(|text| Arg::from(text.as_str())).collect();
    if texts.len() > MOST_TOLD {
        told.push(Arg::from("…"));
    }
    Arg::List(told)
}

/// The command that was typed with another key.
fn command(console: &Console, key: &[String], other: Option<&String>) -> Arg {
    let mut typed = console.typed.clone();
    for word in key.iter().rev() {
        if let Some(at) = typed.iter().rposition(|typed| typed == word) {
            typed.remove(at);
        }
    }
    typed.extend(other.into_iter().flat_map(|other| other.split(' ')).map(str::to_owned));
    example::whole(&typed).into()
}
