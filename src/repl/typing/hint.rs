//! What stands dim behind the cursor: the value of what is typed so far, or how a function is written.

use super::super::input::unfinished;
use super::super::{Session, show};
use super::Typing;
use crate::compile::Outline;
use crate::eval::Stop;
use crate::ide::{calling, signature};
use crate::render::{cut, say, visible};
use crate::source::SourceFile;
use crate::syntax::{Keyword, begins_with_declaration};

/// The name under which what is typed is declared.
const QUERY: &str = "repl_hint";
/// Of so many records at most it is worked out among all of them while somebody types.
const MOST_RECORDS: usize = 200;
/// A policy that is longer is not read at every keystroke.
const MOST_BYTES: usize = 64 << 10;

pub(super) fn hint(typing: &Typing, session: &Session, line: &str) -> Option<String> {
    // Of a line that goes on, the next one begins with nothing else that says so.
    if line.ends_with('\n') && unfinished(line) {
        return Some(say("repl-goes-on", &[], session.look.tongue));
    }
    if let Some(function) = calling(line, line.len()) {
        let whole = signature(function, session.look.tongue);
        return whole.split_once('(').map(|(_, arguments)| arguments.to_owned());
    }
    let shown = value(typing, session, line)?;
    Some(format!("  = {}", cut(&visible(&shown), session.look.width / 2, session.look.ascii)))
}

/// The value of an expression, where there is one that says more than the expression does.
fn value(typing: &Typing, session: &Session, line: &str) -> Option<String> {
    let text = line.trim();
    let command = text.starts_with([':', '：', '#', '＃']);
    // A single `=` gives a value to something, which is not done before it is entered.
    let gives = text.replace(['＝'], "=").split(['<', '>', '!']).any(|part| part.contains('='));
    if text.chars().count() < 2 || command || gives || begins_with_declaration(text) || is_literal(text) {
        return None;
    }
    if !session.compiled().accepted() {
        return None;
    }
    let policy = session.policy();
    let large = session.batch().is_some_and(|batch| batch.len() > MOST_RECORDS);
    if session.text_length() > MOST_BYTES || (policy.is_joint() && large) {
        return None;
    }
    let query = SourceFile::new(QUERY, format!("{} {QUERY} = {text}", Keyword::Let.en()));
    let found = typing.outlined(session, query).filter(Outline::sound)?;
    let slot = found.policy.slot_named(QUERY)?;
    let evaluation = session.follow(&session.now, &found.policy);
    let value: Result<_, &Stop> = evaluation.value(slot);
    value.is_ok().then(|| show::outcome(&found.policy, &evaluation, slot, session.look.tongue))
}

/// Whether a text is one number or one string, which is its own value.
fn is_literal(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || "+-*/×÷(（.".contains(c))
        && text.starts_with(|c: char| c.is_numeric())
}
