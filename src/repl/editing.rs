//! What is in the editor of the user, or was refused when it came back.

use crate::source::Span;

/// What was written in the editor and is not taken yet.
#[derive(Debug, Clone)]
pub(super) struct Editing {
    /// The name of the declaration; of the whole policy none.
    pub name: String,
    /// Where it stands in the policy at hand, where it is one declaration.
    pub place: Option<Span>,
    /// The text.
    pub text: String,
}
