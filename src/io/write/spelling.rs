//! The cells of a result as text.

use std::borrow::Cow;

use super::headers::Headers;
use crate::data::{Content, Note, Outcome, spell_cell};
use crate::diagnostic::Arg;
use crate::io::cell::{is_control, may_be_control};
use crate::ir::{Policy, Role, Slot, SlotId, Step, Value};
use crate::render;

/// The cell of an evaluated record: as [`spell_cell`], and for a gate what failed; for people, words for yes and no.
pub(super) fn result_text(policy: &Policy, slot: &Slot, id: SlotId, outcome: &Outcome, headers: Headers) -> String {
    let Content::Values(values, notes) = &outcome.content else { return String::new() };
    let Some(value) = values.get(id.0) else { return String::new() };
    match (value, slot.role) {
        (Value::Bool(false), Role::Gate) => {
            let failed = notes.iter().find_map(|note| match note {
                Note::Failed(gate, conditions) if *gate == id => Some(failed(policy, id, conditions)),
                _ => None,
            });
            match (failed, headers) {
                (None, _) => truth(false, headers),
                (Some(failed), Headers::Names) => format!("no: {failed}"),
                (Some(failed), Headers::Titles(tongue)) => {
                    render::say("cell-failed", &[("conditions", failed.into())], tongue)
                }
            }
        }
        (Value::Bool(is), _) => truth(*is, headers),
        _ => spell_cell(policy, slot, value),
    }
}

pub(super) fn truth(is: bool, headers: Headers) -> String {
    let word = if is { "yes" } else { "no" };
    match headers {
        Headers::Names => word.to_owned(),
        Headers::Titles(tongue) => render::spell(&Arg::Term(word), tongue),
    }
}

/// The conditions of a gate that failed, as the policy has them.
fn failed(policy: &Policy, gate: SlotId, conditions: &[usize]) -> String {
    let Some(Step::Gate(gate)) = policy.step_of(gate).and_then(|at| policy.steps.get(at)) else {
        return String::new();
    };
    let texts: Vec<&str> = conditions.iter().filter_map(|at| Some(gate.conditions.get(*at)?.text.as_str())).collect();
    texts.join(", ")
}

/// A text that a spreadsheet would run as a formula gets a `'` in front, and one that looks as if it
/// had got it, another. A number is none, nor is a dash.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let text = plain(text);
    // Most texts begin with a letter or digit, and nothing of them is run.
    if text.bytes().next().is_none_or(|first| first.is_ascii_alphanumeric()) {
        return text;
    }
    let signed = text.strip_prefix(['-', '+']).is_some_and(is_number);
    let marked = text.starts_with('`') || (text.starts_with('\'') && is_guarded(text.trim_start_matches('\'')));
    if (is_run(&text) && !signed && text != "-") || marked { Cow::Owned(format!("'{text}")) } else { text }
}

/// A text without control characters: a terminal that shows it does not obey it.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.bytes().any(may_be_control) && text.contains(is_control) {
        text.replace(is_control, "\u{fffd}").into()
    } else {
        text.into()
    }
}

/// Whether the `'` before a text is a mark that protects it, not a part of it.
pub(in crate::io) fn is_guarded(behind: &str) -> bool {
    let bare = behind.trim_start_matches('\'');
    is_run(bare) || bare.starts_with(|c: char| c.is_ascii_digit() || c == '`')
}

/// Whether a spreadsheet takes a text for a formula, or drops what it begins with.
fn is_run(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Digits with at most a point and a percent sign: nothing that could be run.
fn is_number(text: &str) -> bool {
    let digits = text.strip_suffix('%').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain
        && digits.bytes().filter(|byte| *byte == b'.').count() <= 1
        && digits.starts_with(|c: char| c.is_ascii_digit())
}
