//! The exit codes.

use std::process::ExitCode;

/// What a run ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All well.
    Well = 0,
    /// Some records were rejected; the results of all are written.
    Rejections = 3,
    /// The policy was refused, a test failed, or the data as a whole cannot be used; nothing is written.
    Refused = 1,
    /// Wrong usage, or a file that cannot be read or written.
    Usage = 2,
}

impl Exit {
    /// Of several policies the graver end counts: what cannot be read before what is refused.
    pub(super) fn worse(self, other: Exit) -> Exit {
        let rank = |exit| match exit {
            Exit::Well => 0,
            Exit::Rejections => 1,
            Exit::Refused => 2,
            Exit::Usage => 3,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
