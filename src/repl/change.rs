//! A declaration typed in the place of another: what changes by it for the record and for the people of the data.

use super::given::carried;
use super::moved::people;
use super::session::TYPED;
use super::show::outcome;
use super::{Answer, Session, record};
use crate::compile::compile_with;
use crate::eval::Evaluation;
use crate::ir::{Policy, Role, align};
use crate::render::show_all;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::Item;

/// Takes a declaration in the place of the one of its name, and shows what changed.
pub(super) fn declare(session: &mut Session, text: &str) -> Answer {
    let compiled = session.patched(text);
    let had_errors = !session.compiled.accepted();
    if let Some(told) = session.refused(&compiled).filter(|_| !had_errors) {
        return Answer::refused(told + &session.say("repl-unchanged", &[]));
    }
    let before = session.evaluation();
    let old = std::mem::replace(&mut session.compiled, compiled);
    session.patches.push(SourceFile::new(TYPED, text));
    session.given = carried(&session.given, &align(&old.policy, &session.compiled.policy), &session.compiled.policy);
    let new = session.compiled.diagnostics.iter().filter(|diagnostic| !old.diagnostics.contains(diagnostic));
    let told = show_all(&new.cloned().collect::<Vec<_>>(), &session.compiled.sources, session.look);
    let told = told + &session.say("repl-taken", &[]);
    (told + &differences(session, &old.policy, &before) + &people(session, &old.policy)).into()
}

/// `提成率 = 5%`: the declaration of the param with that value in the place of its own, and what it was.
pub(super) fn set(session: &mut Session, text: &str) -> Answer {
    let (name, value) = text.split_once(['=', '＝']).unwrap_or((text, ""));
    let (name, value) = (name.trim(), value.trim());
    let mut params = session.compiled.file.items.iter().filter_map(|item| match item {
        Item::Param(param) if param.name.text == name => Some(param),
        _ => None,
    });
    let Some(param) = params.next_back() else { return Answer::default() };
    let sources = &session.compiled.sources;
    let was = sources.slice(param.value.span).to_owned();
    let lead = Span { end: param.value.span.start, ..param.span };
    // The place of a value leaves out its parentheses.
    let declared = format!("{} {value}", sources.slice(lead).trim_end_matches([' ', '(', '（']));
    let count = session.patches.len();
    let told = declare(session, &declared);
    if session.patches.len() == count {
        return told;
    }
    let args = [("name", name.to_owned().into()), ("before", was.into()), ("after", value.to_owned().into())];
    told.behind(session.say("repl-change", &args))
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
    let before = session.evaluation();
    // A given value stands in the place of a definition, which nobody sees from the value.
    let pinned = session.compiled.policy.slot(given.slot).is_some_and(|slot| slot.role != Role::Field);
    let note = if pinned { session.say("repl-pinned", &[("name", name.clone().into())]) } else { String::new() };
    session.given.insert(name, given.value.clone());
    (differences(session, &session.compiled.policy, &before) + &note).into()
}

/// `:reset`: the policy as it was loaded, the record as the data has it.
pub(super) fn reset(session: &mut Session, _: &str) -> Answer {
    let before = session.evaluation();
    session.patches.clear();
    let fresh = compile_with(session.policy.clone(), &session.folder, &[]);
    let old = std::mem::replace(&mut session.compiled, fresh);
    session.given = record::untouched(session);
    let told = match session.at {
        Some(_) => session.say("repl-reset-record", &[("key", session.called.clone().into())]),
        None => session.say("repl-reset", &[]),
    };
    (told + &differences(session, &old.policy, &before)).into()
}

/// Every result that is not what it was.
pub(super) fn differences(session: &Session, old: &Policy, before: &Evaluation) -> String {
    let policy = &session.compiled.policy;
    let after = session.evaluation();
    let tongue = session.look.tongue;
    let columns = policy.columns.iter().filter(|column| column.default);
    let lines = columns.filter_map(|column| {
        let now = outcome(policy, &after, column.slot, tongue);
        after.value(column.slot).ok()?;
        let known = old.slot_named(&column.name).filter(|slot| before.value(*slot).is_ok());
        let name = column.name.clone().into();
        match known.map(|slot| outcome(old, before, slot, tongue)) {
            Some(then) if then == now => None,
            Some(then) => {
                let args = [("name", name), ("before", then.into()), ("after", now.into())];
                Some(format!("  {}", session.say("repl-change", &args)))
            }
            None => Some(format!("  {}", session.say("repl-value", &[("name", name), ("value", now.into())]))),
        }
    });
    lines.collect()
}
