//! Pieces of a policy in the place of others, each told with what it was.

use super::splice::{Piece, put};
use super::{Answer, Session, pending, take};
use crate::diagnostic::Arg;
use crate::source::Span;

/// A piece that changes, with what it is called and what it was.
#[derive(Clone)]
pub(super) struct Told {
    /// What stands there now.
    pub piece: Piece,
    name: String,
    was: String,
}

/// A piece that is to change.
pub(super) fn told(session: &Session, name: &str, span: Span, text: &str) -> Told {
    let was = session.now.compiled.sources.slice(span).trim().to_owned();
    Told { piece: Piece { span, text: text.to_owned() }, name: name.to_owned(), was }
}

/// What the pieces belong to.
fn names(pieces: &[Told]) -> Vec<&str> {
    pieces.iter().map(|told| told.name.split('.').next().unwrap_or_default()).collect()
}

/// Whether a policy is whole with other pieces, or lacks nothing but weights.
pub(super) fn fits(session: &Session, pieces: &[Told]) -> bool {
    let names = names(pieces);
    let pieces = pieces.iter().map(|told| told.piece.clone()).collect();
    let draft = put(&session.now.draft, &session.now.compiled, pieces);
    let compiled = draft.compiled(&session.folder);
    compiled.accepted() || pending::waits_for_weights(&compiled, &names)
}

/// The policy with other pieces, or why it cannot be so; where only other rows or weights must follow, it waits for them.
pub(super) fn replaced(session: &mut Session, what: &str, pieces: Vec<Told>) -> Answer {
    let each = pieces.iter().map(|told| told.piece.clone()).collect();
    let draft = put(&session.now.draft, &session.now.compiled, each);
    let compiled = draft.compiled(&session.folder);
    if session.now.compiled.accepted()
        && !pending::waits(&compiled, &names(&pieces))
        && let Some(told) = session.refused(&compiled)
    {
        return Answer::refused(told + &session.say("repl-unchanged", &[]));
    }
    let lines = pieces.iter().map(|told| {
        let args = [
            ("name", told.name.as_str().into()),
            ("before", told.was.as_str().into()),
            ("after", Arg::from(told.piece.text.as_str())),
        ];
        session.say("repl-change", &args)
    });
    let lines: String = lines.collect();
    take::take(session, what, (draft, compiled)).behind(lines)
}
