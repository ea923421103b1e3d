//! What helps while a line is typed, as the line editor asks for it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use rustyline::completion::{Completer, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper, Result};

use super::{Session, Typing};
use crate::render::Ink;

/// The session while a line is typed.
pub(super) struct Keyboard {
    pub session: Rc<RefCell<Session>>,
    /// What helps with the line at hand.
    pub typing: Typing,
    /// Whether somebody sits at a terminal. Of a pipe the last lines would be lost where they wait for more.
    pub attended: bool,
}

/// What stands dim behind the cursor. It is shown only: no key takes it into the line.
pub(super) struct Shown(String);

impl Hint for Shown {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Completer for Keyboard {
    type Candidate = Pair;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> Result<(usize, Vec<Pair>)> {
        let (start, found) = self.typing.complete(&self.session.borrow(), line, at);
        let pairs = found.into_iter().map(|it| Pair { display: it.shown, replacement: it.text });
        Ok((start, pairs.collect()))
    }
}

impl Hinter for Keyboard {
    type Hint = Shown;

    fn hint(&self, line: &str, at: usize, _: &Context<'_>) -> Option<Shown> {
        (at == line.len()).then(|| self.typing.hint(&self.session.borrow(), line)).flatten().map(Shown)
    }
}

impl Highlighter for Keyboard {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        self.typing.coloured(&self.session.borrow(), line).map_or(Cow::Borrowed(line), Cow::Owned)
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(self.session.borrow().look.ink(hint, Ink::Faint))
    }

    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        kind != CmdKind::MoveCursor
    }
}

impl Validator for Keyboard {
    fn validate(&self, typed: &mut ValidationContext<'_>) -> Result<ValidationResult> {
        Ok(match self.attended && self.typing.unfinished(typed.input()) {
            true => ValidationResult::Incomplete,
            false => ValidationResult::Valid(None),
        })
    }
}

impl Helper for Keyboard {}
