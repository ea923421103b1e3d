//! What tokens look like, and what they mean.

use crate::syntax::Keyword;

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word, or several that are one keyword: `at least`.
    Word,
    /// A number, a date or a time of day.
    Number,
    /// A string.
    Text,
    /// A sign that computes or compares.
    Operator,
    /// A sign that parts or joins what stands around it: `:`, `,`, `;`, `|`, `.`, `=>`, `->`, and the `=` of a
    /// declaration.
    Separator,
    /// `(`, `[` or `{`
    Open,
    /// `)`, `]` or `}`
    Close,
    /// Any other sign: `%`, `¥`, and what no policy has.
    Sign,
    /// The end of a line.
    LineEnd,
    /// A comment, without the blanks behind it.
    Comment,
    /// Blanks within a line.
    Blank,
    /// A text that is too long or too deep to be read at all.
    Unread,
}

/// What a token means where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A word of the language.
    Keyword(Keyword),
    /// A function, and which, where there is one of that name.
    Function(Option<Keyword>),
    /// The word before the colon of an argument, where no argument is called so.
    Argument,
    /// A bound of the Civil Code: 以上, 不满.
    Bound,
    /// A minus before what it turns.
    Prefix,
    /// A brace of a set of values.
    Set,
    /// A name that is declared.
    Declared,
    /// A label that a type, a field or a grade declares.
    Label,
    /// A name that is used; in a test, also one that values are given for.
    Used,
    /// What follows the dot of a name.
    Member,
    /// A number.
    Number,
    /// A unit or a currency.
    Unit,
    /// A month, quarter, week, date or time of day.
    Calendar,
    /// A string that is a value, or a label that needs quotes.
    Text,
    /// What something is called for people.
    Title,
    /// A column of data.
    Column,
    /// Another file.
    Path,
    /// A line end or a `;` that ends something.
    End,
    /// What goes on with the token before it: the `least` of an `at` that stands on another line.
    Continued,
    /// Part of what could not be read.
    Unread,
    /// Nothing beyond what it looks like.
    Plain,
}

impl Role {
    /// Which keyword a token is.
    pub fn keyword(self) -> Option<Keyword> {
        match self {
            Role::Keyword(keyword) => Some(keyword),
            Role::Function(keyword) => keyword,
            _ => None,
        }
    }
}
