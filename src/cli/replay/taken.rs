//! The command by which a run is made again: what is typed, and where that is silent what the receipt says.

use clap::ValueEnum;

use super::super::arguments::{Eval, HeadersFor, HoldBack, Replay};
use super::super::reads::Reads;
use super::super::{Console, Exit, policy};
use crate::diagnostic::Arg;
use crate::io::Receipt;

/// An option or a file that the receipt says and the command does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taken {
    /// `--set`, `policy`, `data`.
    pub option: &'static str,
    /// Its value.
    pub value: String,
}

/// The command, and what of it is the receipt's.
pub(super) fn taken(
    console: &Console,
    arguments: &Replay,
    receipt: &Receipt,
    (policies, data): (&[&str], &[&str]),
) -> Result<(Eval, Vec<Taken>), Exit> {
    let mut taken = vec![];
    let known: Vec<&str> = receipt.of_policies("file").collect();
    let mut or = |option: &'static str, given: &[&str], known: Vec<&str>| -> Result<Vec<String>, Exit> {
        let all = if given.is_empty() { known } else { given.to_vec() };
        if given.is_empty() {
            if all.contains(&"-") {
                let variant = if option == "data" { "replay-piped-data" } else { "replay-piped-policy" };
                return Err(console.wrong(variant, &[]));
            }
            taken.extend(all.iter().map(|value| Taken { option, value: (*value).to_owned() }));
        }
        Ok(all.into_iter().map(str::to_owned).collect())
    };
    let policies = or("policy", policies, known.clone())?;
    let files = [policies.clone(), or("data", data, receipt.files("data"))?].concat();
    if policies.len() != known.len() {
        let names = Arg::List(known.iter().map(|name| Arg::from(*name)).collect());
        let args = [("count", known.len().into()), ("given", policies.len().into()), ("names", names)];
        return Err(console.wrong("replay-policies", &args));
    }
    let reads = reads(&arguments.reads, receipt, &mut taken);
    let mut option = |name: &'static str, member: &str| {
        let value = receipt.option(member)?;
        taken.push(Taken { option: name, value: value.to_owned() });
        Some(value)
    };
    let columns = option("--columns", "columns").map(str::to_owned);
    let headers = option("--headers", "headers").and_then(|text| HeadersFor::from_str(text, false).ok());
    let hold_back = option("--hold-back", "hold_back").and_then(|text| HoldBack::from_str(text, false).ok());
    let asked = Eval { files, reads, columns, headers, hold_back, summary_only: true, ..Eval::default() };
    Ok((asked, taken))
}

fn reads(given: &Reads, receipt: &Receipt, taken: &mut Vec<Taken>) -> Reads {
    let named = |given: &[String], known: Vec<(&str, &str)>, option, taken: &mut Vec<Taken>| {
        let typed: Vec<&str> = given.iter().filter_map(|text| policy::assigned(text)).map(|(name, _)| name).collect();
        let more = known.into_iter().filter(|(name, _)| !typed.contains(name));
        let more: Vec<String> = more.map(|(name, value)| format!("{name}={value}")).collect();
        taken.extend(more.iter().map(|value| Taken { option, value: value.clone() }));
        [given, &more].concat()
    };
    let settings = named(&given.settings, receipt.set(), "--set", taken);
    let with = named(&given.with, receipt.with(), "--with", taken);
    let history = match given.history.as_slice() {
        [] => {
            let known: Vec<String> = receipt.history().into_iter().map(str::to_owned).collect();
            taken.extend(known.iter().map(|value| Taken { option: "--history", value: value.clone() }));
            known
        }
        given => given.to_vec(),
    };
    let mut text = |given: &Option<String>, option, member| {
        given.clone().or_else(|| {
            let value = receipt.option(member)?.to_owned();
            taken.push(Taken { option, value: value.clone() });
            Some(value)
        })
    };
    let encoding = text(&given.encoding, "--encoding", "encoding");
    let sheet = text(&given.sheet, "--sheet", "sheet");
    let hidden = receipt.switched("hidden_rows");
    if hidden && !given.hidden_rows {
        taken.push(Taken { option: "--hidden-rows", value: String::new() });
    }
    let hidden_rows = given.hidden_rows || hidden;
    Reads { settings, with, history, encoding, sheet, hidden_rows, ..Reads::default() }
}
