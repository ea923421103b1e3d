//! What became of a promise, as a line.

use super::{Tongue, say};
use crate::promise::{Answer, Promise};

/// What became of a promise, as a line.
pub fn promised(promise: &Promise, tongue: Tongue) -> String {
    let id = match promise.answer {
        Answer::Proved(_) => "promise-proved",
        Answer::Refuted(_) => "promise-refuted",
        Answer::Undecided { watched: true, .. } => "promise-undecided",
        Answer::Undecided { watched: false, .. } => "promise-unwatched",
    };
    say(id, &[("text", promise.ensure.text.as_str().into())], tongue)
}
