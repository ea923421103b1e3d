//! Ctrl-C while an answer is worked out: it would end the program, and what was changed with it.

/// As long as it lives, Ctrl-C ends nothing and is kept for the line that is typed next, which it leaves.
#[derive(Debug)]
pub(super) struct Held {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
impl Held {
    /// Holds it at the terminal, where there is one.
    pub fn new() -> Held {
        use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
        let Ok(before) = tcgetattr(std::io::stdin()) else { return Held { before: None } };
        let mut held = before.clone();
        // No key ends the program then; Ctrl-\ does.
        held.special_codes[SpecialCodeIndex::VINTR] = 0;
        let done = tcsetattr(std::io::stdin(), OptionalActions::Now, &held);
        Held { before: done.ok().map(|()| before) }
    }
}

#[cfg(unix)]
impl Drop for Held {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, before);
        }
    }
}

#[cfg(not(unix))]
impl Held {
    /// Elsewhere it stays what it is.
    pub fn new() -> Held {
        Held {}
    }
}
