//! `:save`: what was changed goes into the file, or the policy into another one; or the record becomes a test.

use std::path::Path;

use super::super::session::TYPED;
use super::super::show::shown;
use super::super::{Answer, Session, pending};
use super::test_of;
use super::written::into_files;
use crate::io::save as write_anew;

/// `:save`, `:save 新方案.merit`, `:save as test "…"`
pub(super) fn save(session: &mut Session, behind: &str) -> Answer {
    if let Some(name) = test_of::asked(behind) {
        return test_of::save(session, name);
    }
    if session.now.policy().header.title.is_empty() && session.now.policy().fields.is_empty() {
        return Answer::usage(session.say("repl-no-policy", &[]));
    }
    if !session.now.compiled.accepted() {
        return Answer::refused(pending::told(session) + &session.say("repl-not-saved", &[]));
    }
    match behind.trim_matches(['"', '“', '”']) {
        "" if session.loaded.main.name == TYPED => Answer::usage(session.fileless()),
        "" => into_files(session),
        name => into(session, name),
    }
}

/// Writes the policy into another file, which must not be there yet.
fn into(session: &mut Session, name: &str) -> Answer {
    let args = [("file", name.into())];
    if name == session.loaded.main.name {
        return into_files(session);
    }
    if !session.now.draft.used.is_empty() {
        return Answer::usage(session.say("repl-save-used", &args));
    }
    if Path::new(name).exists() {
        return Answer::usage(session.say("repl-save-there", &args));
    }
    let content = session.now.draft.main.written();
    match write_anew(Path::new(name), |out| out.write_all(content.as_bytes())) {
        Ok(()) => {
            match session.loaded.main.name == TYPED {
                true => session.settle(name),
                false => session.copied = Some(session.now.draft.clone()),
            }
            session.say("repl-saved", &[("files", name.into())]).into()
        }
        Err(problem) => Answer::usage(shown(session, &[problem])),
    }
}
