//! `:save as test "…"`: the record at hand and its results become a test of the policy.

use super::super::show::outcome;
use super::super::splice::appended;
use super::super::{Answer, Session};
use super::written::into_files;
use crate::cases::{Given, block_of};
use crate::eval::testing;
use crate::ir::{Role, Value};
use crate::render::show_all;

/// The name of the test, where one is asked for.
pub(super) fn asked(behind: &str) -> Option<&str> {
    let rest = ["as test", "成用例", "为用例", "存为用例"].iter().find_map(|lead| behind.strip_prefix(lead))?;
    Some(rest.trim().trim_matches(['"', '“', '”']))
}

/// Puts the test behind the policy, and into its file where nothing else was changed.
pub(super) fn save(session: &mut Session, name: &str) -> Answer {
    if !session.now.compiled.accepted() || session.now.policy().fields.is_empty() {
        return Answer::usage(session.say("repl-no-policy", &[]));
    }
    let name = if name.is_empty() { session.now.called.clone() } else { name.to_owned() };
    let called = [("name", name.as_str().into())];
    if name.is_empty() {
        return Answer::usage(session.say("repl-bare-test", &[]));
    }
    if session.now.policy().tests.iter().any(|test| test.name == name) {
        return Answer::usage(session.say("repl-test-there", &called));
    }
    let (given, expect) = match values(session) {
        Ok(values) => values,
        Err(told) => return told,
    };
    let text = block_of(&session.now.compiled, &name, &given, &expect);
    let draft = appended(&session.now.draft, &text);
    let compiled = draft.compiled(&session.folder);
    if let Some(told) = session.refused(&compiled) {
        return Answer::refused(told + &session.say("repl-unchanged", &[]));
    }
    let test = compiled.policy.tests.iter().find(|test| test.name == name);
    if !test.is_some_and(|test| testing::outcome(&compiled.policy, test).passed()) {
        return Answer::refused(session.say("repl-test-others", &called));
    }
    // As it is laid out now.
    let text = draft.main.text.get(session.now.draft.main.text.trim_end().len()..).unwrap_or(&text).trim();
    let told = show_all(&[], &compiled.sources, session.look) + &session.say("repl-test-made", &called);
    let told = told + &format!("\n{text}\n");
    let alone = session.now.draft.is(&session.loaded);
    let next = super::super::session::Standing { draft, compiled: std::rc::Rc::new(compiled), ..session.now.clone() };
    session.step(&format!(":save as test \"{name}\""), next);
    match alone {
        true => into_files(session).behind(told),
        false => (told + &session.say("repl-test-unsaved", &[])).into(),
    }
}

/// What is given and what follows; where something is lacking, what.
fn values(session: &Session) -> Result<(Given, Given), Answer> {
    let (policy, record, evaluation) = (session.now.policy(), session.now.record(), session.evaluation());
    let given = record.iter().filter_map(|(name, value)| Some((policy.slot_named(name)?, value.clone())));
    let given: Given = given.filter(|(_, value)| *value != Value::Missing).collect();
    let is_given = |slot| given.iter().any(|(known, _)| *known == slot);
    let mut expect = vec![];
    for column in policy.columns.iter().filter(|column| column.default && !is_given(column.slot)) {
        let told = policy.slot(column.slot).map(|slot| slot.role);
        match evaluation.value(column.slot) {
            Ok(Value::Missing) => {}
            Ok(value) if told != Some(Role::Field) => expect.push((column.slot, value.clone())),
            Ok(_) => {}
            Err(_) => {
                let lacking = outcome(policy, &evaluation, column.slot, session.look.tongue);
                return Err(Answer::usage(format!("{lacking}\n")));
            }
        }
    }
    Ok((given, expect))
}
