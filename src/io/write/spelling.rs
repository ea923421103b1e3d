//! The cells of a result as text.

use std::borrow::Cow;

use super::{ResultRow, RowCells};
use crate::data::spell_cell;
use crate::eval::Joint;
use crate::io::cell::is_control;
use crate::ir::{Policy, Role, Slot, SlotId, Value};
use crate::quantity::Tongue;
use crate::render::say;

/// Something over several records as a person reads it: `rank(总分, …) = 2 (of 12)`.
pub fn joint_words(policy: &Policy, joint: &Joint, tongue: Tongue) -> String {
    let Some(slot) = policy.slot(joint.slot) else { return String::new() };
    let value = match joint.value {
        Value::Missing => say("term-missing", &[], tongue),
        _ => spell_cell(policy, slot, &joint.value),
    };
    let args = [
        ("name", slot.name.clone().into()),
        ("value", value.into()),
        ("members", joint.members.into()),
        ("counted", joint.counted.into()),
    ];
    say(if joint.counted < joint.members { "joint-counted" } else { "joint" }, &args, tongue)
}

/// The cell of an evaluated record as a spreadsheet may run it: [`result_text`], made harmless.
pub(super) fn result_cell(policy: &Policy, slot: &Slot, id: SlotId, row: &ResultRow) -> String {
    harmless(&result_text(policy, slot, id, row))
}

/// The cell of an evaluated record: as [`spell_cell`], and for a gate what failed.
pub(super) fn result_text(policy: &Policy, slot: &Slot, id: SlotId, row: &ResultRow) -> String {
    let RowCells::Values(values) = &row.cells else { return String::new() };
    let Some(value) = values.get(id.0) else { return String::new() };
    match (value, slot.role) {
        (Value::Bool(false), Role::Gate) => {
            let failed = row.failed.iter().find(|(gate, _)| *gate == id);
            failed.map_or_else(|| "no".to_owned(), |(_, conditions)| format!("no: {}", conditions.join(", ")))
        }
        _ => spell_cell(policy, slot, value),
    }
}

/// A text that a spreadsheet would run as a formula gets a `'` in front, and one that looks as if it
/// had got it, another. A number is none, nor is a dash.
pub(super) fn harmless(text: &str) -> String {
    let text = &*plain(text);
    let signed = text.strip_prefix(['-', '+']).is_some_and(is_number);
    let marked = text.starts_with('`') || (text.starts_with('\'') && is_guarded(text.trim_start_matches('\'')));
    let guard = if (is_run(text) && !signed && text != "-") || marked { "'" } else { "" };
    format!("{guard}{text}")
}

/// A text without control characters: a terminal that shows it does not obey it.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(is_control) { text.replace(is_control, "\u{fffd}").into() } else { text.into() }
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
