//! What is typed to change something: a declaration in the place of another, a value for the record.

use super::differences::differences;
use super::session::TYPED;
use super::weights::errors;
use super::{Answer, Session, splice, take};
use crate::compile::Compiled;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Role;
use crate::render::show_all;
use crate::source::SourceFile;

/// Takes a declaration in the place of the one of its name, and shows what changed.
pub(super) fn declare(session: &mut Session, text: &str) -> Answer {
    let tried = session.patched(text);
    let open = opens_weights(&tried);
    if let Some(told) = session.refused(&tried).filter(|_| session.now.compiled.accepted() && !open) {
        return Answer::refused(told + &session.say("repl-unchanged", &[]));
    }
    let new = tried.diagnostics.iter().filter(|told| !session.now.compiled.diagnostics.contains(told));
    let new: Vec<_> = new.filter(|_| !open).cloned().collect();
    let told = show_all(&new, &tried.sources, session.look);
    let typed = SourceFile::new(TYPED, text);
    let id = if splice::adds(&session.now.compiled, &typed) { "repl-added" } else { "repl-taken" };
    let draft = splice::declared(&session.now.draft, &session.now.compiled, &typed);
    let compiled = draft.compiled(&session.folder);
    take::take_as(session, id, text, (draft, compiled)).behind(told)
}

/// Whether what was typed is right in itself, and weights do not add up with it: what is wrong elsewhere may follow from that.
fn opens_weights(tried: &Compiled) -> bool {
    let typed = |told: &Diagnostic| tried.sources.get(told.span.file).is_some_and(|file| file.name == TYPED);
    let is_sum = |told: &Diagnostic| told.code == Code::WeightSum;
    !tried.accepted() && errors(tried).any(is_sum) && errors(tried).all(|told| is_sum(told) || !typed(told))
}

/// `回复率 = 98%`, read as a test's given: the same rules, the same words where it does not fit.
pub(super) fn assign(session: &mut Session, text: &str) -> Answer {
    let name = text.split(['=', '＝']).next().unwrap_or("").trim().to_owned();
    let compiled = session.wrapped(&format!("test \"{TYPED}\" {{\n given {{\n"), text, "\n }\n expect { }\n}");
    if let Some(told) = session.refused(&compiled) {
        return Answer::refused(told);
    }
    let test = compiled.policy.tests.iter().find(|test| test.name == TYPED);
    let Some(given) = test.and_then(|test| test.given.first()) else { return Answer::default() };
    // A given value stands in the place of a definition, which nobody sees from the value.
    let pinned = session.now.compiled.policy.slot(given.slot).is_some_and(|slot| slot.role != Role::Field);
    let note = if pinned { session.say("repl-pinned", &[("name", name.clone().into())]) } else { String::new() };
    let mut next = session.now.clone();
    match next.untouched().get(&name) == Some(&given.value) {
        true => drop(next.given.shift_remove(&name)),
        false => drop(next.given.insert(name, given.value.clone())),
    }
    let before = session.step(text, next);
    (differences(session, &before) + &note).into()
}
