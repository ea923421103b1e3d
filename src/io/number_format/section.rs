//! One section of a number format and what can be asked of it.

use super::lex::{Condition, Raw, Token};
use super::moment::{self, Parts};

/// A section of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) struct Section {
    pub(super) condition: Option<Condition>,
    pub(super) tokens: Vec<Token>,
    pub(super) coloured: bool,
    pub(super) numerals: bool,
}

impl Section {
    /// A section with the letters of its date told apart from each other.
    pub(super) fn new(raw: Raw) -> Self {
        let Raw { condition, mut tokens, coloured, numerals } = raw;
        moment::tell_minutes(&mut tokens);
        Section { condition, tokens, coloured, numerals }
    }

    /// Whether it shows a date or a time.
    pub fn is_moment(&self) -> bool {
        self.tokens.iter().any(Token::is_moment)
    }

    /// Which parts of a date and a time it shows.
    pub fn parts(&self) -> Parts {
        Parts::of(&self.tokens)
    }

    /// Whether it shows a digit at all, or words only.
    pub fn has_digits(&self) -> bool {
        self.tokens.iter().any(Token::is_digits) || self.is_moment()
    }

    /// How often the number is multiplied by 100.
    pub fn percents(&self) -> usize {
        self.tokens.iter().filter(|token| **token == Token::Percent).count()
    }

    /// How often the number is divided by 1000.
    pub fn thousands(&self) -> usize {
        (0..self.tokens.len()).filter(|at| self.is_scaling(*at)).count()
    }

    /// Whether it has just one part for whole digits and words beside it: `00000`, `"GH"0000`, `000-0000`. So a
    /// number is shown that names something, and such a number is read with its zeros.
    pub fn is_code(&self) -> bool {
        let plain =
            |token: &Token| matches!(token, Token::Digit(_) | Token::Literal(_) | Token::General | Token::Blank);
        self.tokens.iter().any(Token::is_digits) && self.tokens.iter().all(plain)
    }

    /// Whether it is `General` and no more.
    pub(super) fn is_general(&self) -> bool {
        self.condition.is_none() && matches!(self.tokens.as_slice(), [Token::General])
    }

    pub(super) fn is_text(&self) -> bool {
        self.tokens.contains(&Token::Text)
    }

    pub(super) fn is_bare_text(&self) -> bool {
        matches!(self.tokens.as_slice(), [Token::Text])
    }

    pub(super) fn show_text(&self, text: &str) -> String {
        let part = |token: &Token| match token {
            Token::Text => Some(text.to_owned()),
            Token::Literal(literal) => Some(literal.clone()),
            Token::Blank => Some(" ".to_owned()),
            _ => None,
        };
        let shown: String = self.tokens.iter().filter_map(part).collect();
        shown.trim().to_owned()
    }

    /// A comma behind the last digit before the point, or before the end, divides by 1000.
    pub(super) fn is_scaling(&self, at: usize) -> bool {
        let other = |token: &&Token| **token != Token::Comma;
        let (before, after) = (self.tokens.get(..at).unwrap_or_default(), self.tokens.get(at..).unwrap_or_default());
        self.tokens.get(at) == Some(&Token::Comma)
            && matches!(before.iter().rev().find(other), Some(Token::Digit(_)))
            && !matches!(after.iter().find(other), Some(Token::Digit(_)))
    }
}
