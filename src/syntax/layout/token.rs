//! The tokens of a prepared text, as far as brackets and line ends need them.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A run of word characters that does not begin with a digit.
    Word,
    /// Digits, perhaps with a point.
    Number,
    /// A string.
    Text,
    /// A sign of one or two characters.
    Sign,
    /// The end of a line.
    Newline,
}

/// A token of a prepared text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the prepared text.
    pub range: Range<usize>,
}

impl Token {
    /// Its characters.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or("")
    }
}

/// Signs of two characters, which are never two signs.
const PAIRS: [&str; 8] = ["=>", "->", ">=", "<=", "!=", "==", "&&", "||"];

/// The tokens of a prepared text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or("");
        let (kind, length) = token(rest, c);
        if c != ' ' {
            found.push(Token { kind, range: at..at + length });
        }
        at += length;
    }
    found
}

fn token(rest: &str, first: char) -> (Kind, usize) {
    let run = |more: fn(char) -> bool| rest.find(|c| !more(c)).unwrap_or(rest.len());
    match first {
        '\n' => (Kind::Newline, 1),
        ' ' => (Kind::Sign, run(|c| c == ' ')),
        '"' => (Kind::Text, string(rest)),
        '0'..='9' => (Kind::Number, number(rest)),
        c if c == '_' || unicode_ident::is_xid_start(c) => (Kind::Word, run(unicode_ident::is_xid_continue)),
        _ if PAIRS.iter().any(|pair| rest.starts_with(pair)) => (Kind::Sign, 2),
        c => (Kind::Sign, c.len_utf8()),
    }
}

fn string(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

fn number(rest: &str) -> usize {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(text.len());
    let whole = digits(rest);
    match rest.get(whole..).and_then(|rest| rest.strip_prefix('.')) {
        Some(fraction) if fraction.starts_with(|c: char| c.is_ascii_digit()) => whole + 1 + digits(fraction),
        _ => whole,
    }
}
