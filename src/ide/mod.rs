//! What an editor shows of a policy while it is written: from a text and a place to completions, what a name is, where it is
//! declared and used. Data only: no protocol, no terminal, no sentence.
//!
//! [`Known`] is what a text that was read last gives names to; it is made once and asked at every keystroke. Where in a text
//! the cursor stands is found by [`tokens`](crate::syntax::tokens) of the part before it alone, so that a text that does not
//! read completes as well.

mod complete;
mod completion;
mod context;
mod cursor;
mod document;
mod hover;
mod items;
mod known;
mod matching;
mod snippet;
mod want;
mod words;

pub use complete::{calling, complete};
pub use completion::{Completion, CompletionKind, Completions};
pub use cursor::Inside;
pub use document::Document;
pub use hover::{Hover, hover_of};
pub use known::{Facts, Known, Named};
pub use matching::Matcher;
pub use snippet::{Snippet, snippet};
pub use words::signature;

/// What the text is in which the cursor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Text {
    /// A policy.
    Policy,
    /// An entry of a session: a declaration, an expression, or a value for a name.
    Entry,
}
