//! The kinds of what can stand at a cursor.

use crate::ir::Type;
use crate::syntax::Keyword;

/// Something that can stand at a cursor.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Want {
    /// Members of what is called so.
    Members(String),
    /// Values of this type that have a word: labels, `yes` and `no`.
    Answers(Type),
    /// What has a value; of this type first.
    Values(Option<Type>),
    /// What a table or score can go by.
    Inputs,
    /// Fields, and metrics in their place.
    Given,
    /// What a policy answers.
    Results,
    /// Cases of tests.
    Cases,
    Functions,
    /// Words of the language.
    Words(Vec<Keyword>),
    /// Arguments with a name.
    Arguments(Vec<Keyword>),
    /// Words that begin a declaration.
    Declarations(Vec<Keyword>),
    /// Types.
    Types,
    /// Units behind a number; of this type first.
    Units(Option<Type>),
    Currencies,
    /// The name of a file.
    Path,
}
