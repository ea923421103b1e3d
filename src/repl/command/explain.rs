//! `:explain` and `:time`: the page of a message; how long something takes.

use std::time::Instant;

use super::super::{Answer, Session};
use crate::diagnostic::Code;
use crate::render::readable;

/// `:explain E0501`
pub(super) fn explain(session: &mut Session, text: &str) -> Answer {
    let page = |code| session.pages.and_then(|pages| pages(code, session.look.tongue));
    let pages: Vec<&str> = Code::named(text).filter_map(page).collect();
    match pages.is_empty() {
        true => Answer::usage(session.say("repl-no-code", &[("text", text.into())])),
        false => readable(&pages.join("\n"), session.look.width, session.look.tongue).into(),
    }
}

/// `:time :table`, `:time 总分`
pub(in crate::repl) fn time(session: &mut Session, text: &str) -> Answer {
    let start = Instant::now();
    let reply = session.line(text);
    let took = session.say("repl-took", &[("count", start.elapsed().as_millis().to_string().into())]);
    Answer { text: reply.text + &took, ending: reply.ending, then: None }
}
