//! A declaration typed in the place of another: what changes by it for the record and for the people of the data.

use indexmap::IndexMap;

use super::moved::people;
use super::session::TYPED;
use super::show::outcome;
use super::{Session, record};
use crate::compile::compile_with;
use crate::eval::Evaluation;
use crate::ir::{Alignment, Policy, Value, align};
use crate::render::show_all;
use crate::source::{SourceFile, Span};
use crate::syntax::ast::Item;

/// Takes a declaration in the place of the one of its name, and shows what changed.
pub(super) fn declare(session: &mut Session, text: &str) -> String {
    let compiled = session.patched(text);
    let had_errors = !session.compiled.accepted();
    if let Some(told) = session.refused(&compiled).filter(|_| !had_errors) {
        return told + &session.say("repl-unchanged", &[]);
    }
    let before = session.evaluation();
    let old = std::mem::replace(&mut session.compiled, compiled);
    session.patches.push(SourceFile::new(TYPED, text));
    session.given = carried(&session.given, &align(&old.policy, &session.compiled.policy), &session.compiled.policy);
    let new = session.compiled.diagnostics.iter().filter(|diagnostic| !old.diagnostics.contains(diagnostic));
    let told = show_all(&new.cloned().collect::<Vec<_>>(), &session.compiled.sources, session.look);
    told + &session.say("repl-taken", &[]) + &differences(session, &old.policy, &before) + &people(session, &old.policy)
}

/// `提成率 = 5%`: the declaration of the param with that value in the place of its own, and what it was.
pub(super) fn set(session: &mut Session, text: &str) -> String {
    let (name, value) = text.split_once(['=', '＝']).unwrap_or((text, ""));
    let (name, value) = (name.trim(), value.trim());
    let mut params = session.compiled.file.items.iter().filter_map(|item| match item {
        Item::Param(param) if param.name.text == name => Some(param),
        _ => None,
    });
    let Some(param) = params.next_back() else { return String::new() };
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
    session.say("repl-change", &args) + &told
}

/// `:reset`: the policy as it was loaded, the record as the data has it.
pub(super) fn reset(session: &mut Session) -> String {
    let before = session.evaluation();
    session.patches.clear();
    let fresh = compile_with(session.policy.clone(), &session.folder, &[]);
    let old = std::mem::replace(&mut session.compiled, fresh);
    session.given = record::untouched(session);
    let told = match session.at {
        Some(_) => session.say("repl-reset-record", &[("key", session.called.clone().into())]),
        None => session.say("repl-reset", &[]),
    };
    told + &differences(session, &old.policy, &before)
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

/// The values of a record by the names of their fields.
pub(super) fn by_name(policy: &Policy, values: &[Value]) -> IndexMap<String, Value> {
    policy.fields.iter().zip(values).map(|(field, value)| (field.name.clone(), value.clone())).collect()
}

/// A record as the changed policy understands it: a label is the one of its name; what no longer fits is dropped.
pub(super) fn carried(given: &IndexMap<String, Value>, aligned: &Alignment, new: &Policy) -> IndexMap<String, Value> {
    let value = |name, value| aligned.value(new.slot_named(name)?, value);
    given.iter().filter_map(|(name, given)| Some((name.clone(), value(name, given)?))).collect()
}
