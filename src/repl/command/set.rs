//! `:set`: another value for a field of the record, or for a param, a bound or a weight of the policy.

use super::super::piece::is_piece;
use super::super::{Answer, Ending, Session, change, guess, piece};

/// `:set 差评数 = 3`
pub(super) fn set(session: &mut Session, text: &str) -> Answer {
    match text.contains(['=', '＝']) {
        false => Answer::usage(session.say("repl-bare-set", &[])),
        true if is_piece(text, &session.now.compiled) => piece::set(session, text),
        true => {
            let answer = change::assign(session, text);
            let meant = || guess::meant(session, text);
            if answer.ending == Ending::Refused { meant().unwrap_or(answer) } else { answer }
        }
    }
}
