//! What there is between two policies, for programs and in words.

mod causes;
mod json;
mod people;
mod words;

pub use json::difference_json;
pub use people::{people_json, people_lines};
pub use words::difference_lines;

use super::{Tongue, say};
use crate::compare::{Axis, Change, Kind};
use crate::compile::Compiled;
use crate::diagnostic::Arg;
use crate::ir::{Policy, SlotId, Value};

/// Two policies that are held against each other, the new one compiled beside the old.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The old policy.
    pub old: &'a Compiled,
    /// The new policy.
    pub new: &'a Compiled,
}

/// A change in a sentence.
fn sentence(change: &Change, tongue: Tongue) -> String {
    let header = change.within.as_deref() == Some("policy");
    let name = if header { say(&format!("diff-header-{}", change.name), &[], tongue) } else { change.name.clone() };
    let what = match &change.within {
        Some(within) if !header && *within != change.name => {
            say("diff-within", &[("within", within.as_str().into()), ("name", name.into())], tongue)
        }
        _ => name,
    };
    let piece = |piece: &Option<String>| match piece {
        Some(text) => one_line(text),
        None => say("diff-none", &[], tongue),
    };
    let args =
        [("what", Arg::from(what)), ("old", piece(&change.pieces.0).into()), ("new", piece(&change.pieces.1).into())];
    say(&format!("diff-{}", change.kind.as_str()), &args, tongue)
}

/// A piece of a policy in one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pieces of rows are the rows themselves.
fn with_rows(change: &Change, of: Compared) -> Change {
    let text = |span: Option<crate::source::Span>| span.map(|span| of.new.sources.slice(span).to_owned());
    match change.kind {
        Kind::RowAdded | Kind::RowRemoved => {
            let mut told = change.clone();
            told.pieces = (text(change.old), text(change.new));
            told
        }
        _ => change.clone(),
    }
}

/// Where an axis lies, as a policy would write it: `[85, 89.9]`, `{A, B}`; in a tongue, its words for what has no figure.
fn ranges(policy: &Policy, axis: &Axis, tongue: Option<Tongue>) -> String {
    let word = |value: &Value| match (value, tongue) {
        (Value::Missing, None) => "missing".to_owned(),
        (Value::Bool(is), None) => if *is { "yes" } else { "no" }.to_owned(),
        (Value::Missing, Some(tongue)) => say("term-missing", &[], tongue),
        (Value::Bool(is), Some(tongue)) => say(if *is { "term-yes" } else { "term-no" }, &[], tongue),
        (Value::Number(number), _) => crate::quantity::spell_number(number.clone()),
        _ => String::new(),
    };
    let written = |value: &Value| match axis.slot.and_then(|slot| policy.slot(slot)) {
        Some(slot) if !matches!(value, Value::Missing | Value::Bool(_)) => policy.notation_of(slot).written(value),
        _ => word(value),
    };
    let named = |value: &Value| matches!(value, Value::Label(_) | Value::Bool(_) | Value::Text(_) | Value::Missing);
    let mut texts: Vec<String> = vec![];
    for (lo, hi) in &axis.ranges {
        match (lo, hi) {
            (Value::Label(from), Value::Label(to)) => texts.extend((*from..=*to).map(|at| written(&Value::Label(at)))),
            (Value::Bool(from), Value::Bool(to)) if from != to => {
                texts.extend([false, true].map(|is| word(&Value::Bool(is))))
            }
            (lo, hi) if lo == hi => texts.push(written(lo)),
            (Value::Text(_), _) => texts.push("…".to_owned()),
            (lo, hi) => texts.push(match open_ends(policy, axis, (lo, hi)) {
                (false, true) => format!(">= {}", written(lo)),
                (true, false) => format!("<= {}", written(hi)),
                _ => format!("[{}, {}]", written(lo), written(hi)),
            }),
        }
    }
    match texts.as_slice() {
        [only] => only.clone(),
        _ if axis.ranges.iter().all(|(lo, _)| named(lo)) => format!("{{{}}}", texts.join(", ")),
        _ => texts.join(&tongue.map_or_else(|| " or ".to_owned(), |tongue| say("diff-or", &[], tongue))),
    }
}

/// Whether a stretch begins, and ends, where the numbers of a slot do: what lies there is no bound of anything.
fn open_ends(policy: &Policy, axis: &Axis, (lo, hi): (&Value, &Value)) -> (bool, bool) {
    let numbers = axis.slot.and_then(|slot| policy.slot(slot)).and_then(|slot| slot.domain.numbers());
    match (numbers, lo, hi) {
        (Some(numbers), Value::Number(lo), Value::Number(hi)) => (numbers.lo() == *lo, numbers.hi() == *hi),
        _ => (false, false),
    }
}

/// The name of a slot.
fn name(policy: &Policy, slot: SlotId) -> &str {
    policy.slot(slot).map_or("", |slot| slot.name.as_str())
}
