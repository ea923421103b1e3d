//! A text with its keywords in another tongue. Names, numbers, comments and blanks stay as they are.

use super::Keyword;
use super::tokens::{Kind, Role, Tokens, tokens};
use crate::quantity::Tongue;
use crate::source::{FileId, SourceFile};

/// A policy with its keywords in that tongue, as far as it reads.
pub fn respelt(id: FileId, source: &SourceFile, tongue: Tongue) -> String {
    spelt(&tokens(id, source), source, tongue)
}

fn spelt(tokens: &Tokens, source: &SourceFile, tongue: Tongue) -> String {
    let mut out = String::new();
    let mut behind = false;
    for token in &tokens.list {
        let text = source.slice(token.span);
        let word = match token.role {
            // The rest of a keyword that stands on several lines.
            Role::Continued if behind => continue,
            _ => token.role.keyword().filter(|keyword| token.kind == Kind::Word && keyword.word(tongue) != text),
        };
        let touches = out.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        // Where a Chinese word parts from a number without a blank, an English one needs it.
        if (behind || word.is_some()) && touches && text.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            out.push(' ');
        }
        behind = word.is_some();
        out.push_str(word.map_or(text, |keyword| keyword.word(tongue)));
    }
    out
}

/// A piece of a policy that a sentence quotes, with its keywords in that tongue: each word that is one, since nothing
/// tells what a piece means.
pub fn respelt_words(piece: &str, tongue: Tongue) -> String {
    let mut out = String::new();
    let mut rest = piece;
    while !rest.is_empty() {
        let end = |of: &str, word: bool| of.find(|c: char| is_of_word(c) != word).unwrap_or(of.len());
        let (before, word) = rest.split_at(end(rest, false));
        out.push_str(before);
        let (word, after) = word.split_at(several(word).unwrap_or_else(|| end(word, true)));
        out.push_str(meant(word, before, after, &out).map_or(word, |keyword| keyword.word(tongue)));
        rest = after;
    }
    out
}

/// The length of the keyword of several words that a text begins with.
fn several(text: &str) -> Option<usize> {
    let words = Keyword::ALL.iter().map(|keyword| keyword.en()).filter(|word| word.contains(' '));
    let mut begun = words.filter(|word| text.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(is_of_word)));
    begun.next().map(str::len)
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The keyword that a word is, where it can be one: no member, and no name that something is declared under.
fn meant(word: &str, before: &str, after: &str, whole: &str) -> Option<Keyword> {
    let found = Keyword::ALL.iter().copied().find(|keyword| keyword.is(word))?;
    let member = before.ends_with('.');
    let first = whole.trim_end().is_empty() || after.trim_start().starts_with("=>");
    match found {
        _ if member => None,
        Keyword::Otherwise if !first => Some(Keyword::OtherwiseValue),
        found => Some(found),
    }
}
