//! What becomes of a record in words.

use super::{Tongue, problem, say, texts, why};
use crate::data::{BoundActed, Content, Note, Outcome, Pair, Rejection, spell_cell};
use crate::diagnostic::Arg;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::Number;

/// Why a record is not used, or what is to be said of its values, each once.
pub fn reasons(policies: &[&Policy], outcome: &Outcome, tongue: Tongue) -> Vec<String> {
    match &outcome.content {
        Content::Rejected(rejection) | Content::Skipped(rejection) => rejected(rejection, tongue),
        Content::Values(_, notes) => {
            let policy = outcome.owner.and_then(|at| policies.get(at));
            policy.map(|policy| noted(policy, notes, tongue)).unwrap_or_default()
        }
    }
}

/// Every reason of a rejection.
pub fn rejected(rejection: &Rejection, tongue: Tongue) -> Vec<String> {
    rejection.problems.iter().map(|told| problem(told, tongue)).collect()
}

fn noted(policy: &Policy, notes: &[Note], tongue: Tongue) -> Vec<String> {
    let mut words: Vec<String> = vec![];
    for note in notes {
        match self::note(policy, note, tongue) {
            // Several doubts may be told in the same words.
            Some(told) if !matches!(note, Note::Provisional(_)) || !words.contains(&told) => words.push(told),
            _ => {}
        }
    }
    words
}

/// A note in words; nothing of a gate, whose cell tells what failed.
fn note(policy: &Policy, note: &Note, tongue: Tongue) -> Option<String> {
    match note {
        Note::Failed(..) => None,
        Note::Exempt(items) => {
            let items: Vec<_> = items.iter().filter_map(|at| policy.items.get(*at)).collect();
            why::exempt(&items, tongue)
        }
        Note::Bound { slot, acted, before, amount } => Some(bound(policy, (*slot, *acted), (before, amount), tongue)),
        Note::Broken(at, pair) => Some(broken(policy, *at, pair.as_ref(), tongue)),
        Note::Flagged(flag) => {
            let slot = policy.slot(*flag)?;
            let text = slot.title.as_deref().unwrap_or(&slot.name);
            Some(say("note-flag", &[("text", text.into())], tongue))
        }
        Note::Provisional(doubt) => Some(texts(&doubt.problem(policy).diagnostic(), tongue).message),
    }
}

/// `应发工资 -120.00 → 0.00（不低于）`
fn bound(
    policy: &Policy,
    (slot, acted): (SlotId, BoundActed),
    (before, amount): (&Number, &Number),
    tongue: Tongue,
) -> String {
    let id = match acted {
        BoundActed::AtMost => "note-at-most",
        BoundActed::AtLeast => "note-at-least",
    };
    let name = policy.slot(slot).map_or("", |slot| slot.name.as_str());
    let spelt = |amount: &Number| cell(policy, slot, &Value::Number(amount.clone()));
    say(id, &[("name", name.into()), ("before", spelt(before)), ("after", spelt(amount))], tongue)
}

/// `不合 ensure 应发工资 >= 底薪`; of two records also where they differ.
fn broken(policy: &Policy, at: usize, pair: Option<&Pair>, tongue: Tongue) -> String {
    let Some(ensure) = policy.ensures.get(at) else { return String::new() };
    let text = ("text", Arg::from(ensure.text.as_str()));
    let Some(pair) = pair else { return say("note-broken", &[text], tongue) };
    let field = policy.slot(pair.field).map_or("", |slot| slot.name.as_str());
    let args = [
        text,
        ("field", Arg::from(field)),
        ("less", cell(policy, pair.field, &pair.along.0)),
        ("more", cell(policy, pair.field, &pair.along.1)),
        ("before", cell(policy, ensure.slot, &pair.values.0)),
        ("after", cell(policy, ensure.slot, &pair.values.1)),
    ];
    say("note-falls", &args, tongue)
}

fn cell(policy: &Policy, slot: SlotId, value: &Value) -> Arg {
    Arg::from(policy.slot(slot).map_or_else(String::new, |slot| spell_cell(policy, slot, value)))
}
