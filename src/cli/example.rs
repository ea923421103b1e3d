//! Whole commands that work, made of what was typed and of what lies in the folder.

use clap::CommandFactory;

use super::Console;
use super::arguments::Arguments;

/// The command among the arguments.
pub(super) fn command(typed: &[String]) -> Option<&str> {
    let whole = Arguments::command();
    typed.iter().map(String::as_str).find(|text| whole.find_subcommand(text).is_some())
}

/// A policy to name: the only one in this folder, else one that could be called so.
pub(super) fn policy(console: &Console) -> String {
    let names = std::fs::read_dir(".").into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok());
    let found: Vec<String> = names.filter(|name| name.ends_with(".merit")).take(2).collect();
    match found.as_slice() {
        [only] => quoted(only),
        _ => console.say("example-policy", &[]),
    }
}

/// What was typed, with a piece more behind the argument `after`.
pub(super) fn completed(typed: &[String], after: &str, piece: &str) -> String {
    let at = typed.iter().position(|text| text == after).map_or(typed.len(), |at| at + 1);
    let (before, behind) = typed.split_at(at);
    [&whole(before), piece, &joined(behind)].join(" ").trim_end().to_owned()
}

/// What was typed without some arguments, each taken from behind.
pub(super) fn without(typed: &[String], arguments: &[&str]) -> String {
    let mut left = typed.to_vec();
    for argument in arguments {
        if let Some(at) = left.iter().rposition(|text| text == argument) {
            left.remove(at);
        }
    }
    whole(&left)
}

/// The command with these arguments.
pub(super) fn whole(typed: &[String]) -> String {
    format!("merit {}", joined(typed)).trim_end().to_owned()
}

fn joined(typed: &[String]) -> String {
    typed.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(" ")
}

/// An argument as it is typed: names with blanks and the like in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !"\"'$&|;()<>*?`\\!#".contains(c);
    if !text.is_empty() && text.chars().all(plain) { text.to_owned() } else { format!("\"{text}\"") }
}
