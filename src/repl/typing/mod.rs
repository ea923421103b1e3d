//! What helps while a line is typed: completions, colours, and what it comes to so far. Without a terminal; what is worked
//! out of the policy is kept for all keystrokes of a line.

mod colour;
mod commands;
mod files;
mod hint;
mod parts;

use std::cell::OnceCell;

use super::Session;
use super::input::unfinished;
use crate::compile::{Lean, Outline};
use crate::ide::{Completion, CompletionKind, Completions, Known, Text, complete};
use crate::render::{cut, spell, visible};
use crate::source::SourceFile;

/// A line that is longer is a paste: it is taken, and nothing is said of it while it is typed.
const MOST_BYTES: usize = 4 << 10;

/// In a window of fewer columns nothing stands behind the cursor.
const LEAST_WIDTH: usize = 40;

/// What may be put in the place of the end of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The text.
    pub text: String,
    /// The text as a list shows it, with what it is.
    pub shown: String,
}

/// What helps while one line is typed.
#[derive(Debug, Default)]
pub struct Typing {
    known: OnceCell<Known>,
    /// Which declarations need which.
    lean: OnceCell<Lean>,
}

impl Typing {
    /// The byte from which on the end of the line before `at` may be replaced, and by what.
    pub fn complete(&self, session: &Session, line: &str, at: usize) -> (usize, Vec<Candidate>) {
        let typed = line.get(..at).unwrap_or(line);
        if typed.len() > MOST_BYTES {
            return (at, vec![]);
        }
        let (start, found) =
            commands::complete(self, session, typed).unwrap_or_else(|| self.of_entry(session, line, at));
        // What would move what is drawn is in no policy that anybody typed.
        (start, found.into_iter().filter(|candidate| visible(&candidate.text) == candidate.text).collect())
    }

    /// The line in colours, where it has any.
    pub fn coloured(&self, session: &Session, line: &str) -> Option<String> {
        (session.look.colour && line.len() <= MOST_BYTES).then(|| colour::coloured(session, line))
    }

    /// What a line comes to so far, or how the function is written whose arguments come next.
    pub fn hint(&self, session: &Session, line: &str) -> Option<String> {
        // Without colours it would look as if it were typed, and in a small window there is no room for it.
        let shown = session.look.colour && session.look.width >= LEAST_WIDTH && line.len() <= MOST_BYTES;
        shown.then(|| hint::hint(self, session, line)).flatten()
    }

    /// Whether a line goes on with the next.
    pub fn unfinished(&self, text: &str) -> bool {
        unfinished(text)
    }

    fn known(&self, session: &Session) -> &Known {
        self.known.get_or_init(|| Known::of(session.compiled(), session.look.tongue))
    }

    /// The policy with one declaration more, as far as that needs it.
    fn outlined(&self, session: &Session, more: SourceFile) -> Option<Outline> {
        let compiled = session.compiled();
        self.lean.get_or_init(|| Lean::of(compiled)).outline(compiled, more)
    }

    /// Of what is no command.
    fn of_entry(&self, session: &Session, line: &str, at: usize) -> (usize, Vec<Candidate>) {
        let known = self.known(session);
        let Completions { range, items, path } = complete(known, line, at, Text::Entry);
        if path {
            let typed = line.get(range.start..at).unwrap_or("");
            let quote = line.get(..at).and_then(|before| before.rfind(['"', '“'])).unwrap_or(range.start);
            let lead = line.get(quote..at).map_or(typed, |quoted| quoted.trim_start_matches(['"', '“']));
            return (at - lead.len(), files::complete(session.folder_name(), lead, files::POLICIES));
        }
        let candidates: Vec<Candidate> = items.iter().map(|item| candidate(session, known, item)).collect();
        // Members of a value, and its rows, stand behind the same point.
        match line.get(..at).and_then(|typed| parts::of_owner(session, typed)) {
            Some((start, parts)) if start == range.start => (start, [candidates, parts].concat()),
            Some(parts) => parts,
            None => (range.start, candidates),
        }
    }
}

fn candidate(session: &Session, known: &Known, item: &Completion) -> Candidate {
    let tongue = session.look.tongue;
    let ty = item.facts.as_ref().map(|facts| spell(&known.notation(facts.ty).called(), tongue));
    let what = match (&item.signature, item.kind) {
        (Some(signature), _) => Some(signature.clone()).filter(|signature| *signature != item.label),
        (None, CompletionKind::Name(_)) => ty,
        _ => None,
    };
    let parts = [Some(item.label.clone()), what.filter(|what| !what.is_empty()), item.title.clone()];
    // A signature begins with the name.
    let parts = parts.into_iter().flatten().skip(usize::from(item.signature.is_some()));
    let shown = parts.collect::<Vec<_>>().join("  ");
    Candidate { text: item.text.clone(), shown: cut(&visible(&shown), session.look.width, session.look.ascii) }
}
