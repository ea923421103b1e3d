//! What may be put in the place of what is typed, as data.

use std::ops::Range;

use super::known::Facts;
use crate::check::SymbolKind;
use crate::syntax::Keyword;

/// What a completion stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// Something with a name.
    Name(SymbolKind),
    /// A label, `yes` or `no`.
    Label,
    /// A function.
    Function(Keyword),
    /// A word of the language.
    Keyword(Keyword),
    /// A type of the language.
    Type(Keyword),
    /// A unit or a currency.
    Unit,
    /// A whole declaration to be filled in.
    Snippet(Keyword),
}

/// What may be put in the place of what is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Completion {
    /// The text that is put there.
    pub text: String,
    /// The text as a list shows it: without what is put there only to go on.
    pub label: String,
    /// What it stands for.
    pub kind: CompletionKind,
    /// What people call it.
    pub title: Option<String>,
    /// What is known of its value.
    pub facts: Option<Facts>,
    /// How a function is written.
    pub signature: Option<String>,
    /// The places in the text that are to be filled in, in bytes.
    pub holes: Vec<Range<usize>>,
}

/// What may stand at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Completions {
    /// The bytes of the text that each of them replaces.
    pub range: Range<usize>,
    /// What begins with what is typed, the most fitting first. None stands twice.
    pub items: Vec<Completion>,
    /// Whether the name of a file is to stand there, which only who knows the files can complete.
    pub path: bool,
}
