//! What comments belong to, and the warnings that they allow.

use std::ops::Range;

use super::{Kind, Token};
use crate::quantity::Tongue;
use crate::source::SourceFile;

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its token.
    pub token: usize,
    /// What it belongs to.
    pub belongs: Belongs,
    /// What it allows.
    pub allowed: Option<Allowed>,
}

/// What a comment belongs to, by the number of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Belongs {
    /// It stands above this one, with no blank line between: the first of a declaration, row or line, mostly.
    Leading(usize),
    /// It stands behind this one, on its line.
    Trailing(usize),
    /// It stands alone, inside this bracket or in none: a blank line, or the end, is below it.
    Dangling(Option<usize>),
}

/// What a comment allows: `# allow: W0501, W0502 why`. All places are bytes of the comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The codes; there may be none.
    pub codes: Vec<Range<usize>>,
    /// Where the reason begins.
    pub reason: usize,
}

/// The comments of a source that tokens cover, from those that are known, each with the bracket around it.
pub(super) fn comments(source: &SourceFile, list: &[Token], known: &[(usize, Option<usize>)]) -> Vec<Comment> {
    let mut comments: Vec<Comment> = vec![];
    for (token, around) in known.iter().rev().copied() {
        let below = comments.last();
        let belongs = behind(list, token).map(Belongs::Trailing);
        let belongs = belongs.unwrap_or_else(|| above(list, token, below).unwrap_or(Belongs::Dangling(around)));
        let allowed = list.get(token).and_then(|token| allowed(source.slice(token.span)));
        comments.push(Comment { token, belongs, allowed });
    }
    comments.reverse();
    comments
}

/// The token behind which a comment stands on its line.
fn behind(list: &[Token], comment: usize) -> Option<usize> {
    let before = list.get(..comment)?.iter().enumerate().rev();
    let mut line = before.take_while(|(_, token)| token.kind != Kind::LineEnd);
    line.find(|(_, token)| token.is_solid()).map(|(at, _)| at)
}

/// What a comment stands above. Comments right above each other are one.
fn above(list: &[Token], comment: usize, below: Option<&Comment>) -> Option<Belongs> {
    let mut lines = 0;
    for (at, token) in list.iter().enumerate().skip(comment + 1) {
        match token.kind {
            Kind::Blank => {}
            Kind::LineEnd if lines == 1 => return None,
            Kind::LineEnd => lines += 1,
            Kind::Comment => return below.filter(|below| below.token == at).map(|below| below.belongs),
            Kind::Close => return None,
            _ => return Some(Belongs::Leading(at)),
        }
    }
    None
}

/// What a comment allows; `None` where it is no such comment.
pub fn allowed(comment: &str) -> Option<Allowed> {
    let mut rest = after_marker(comment)?;
    let mut codes = vec![];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、'));
        let start = comment.len() - rest.len();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if !is_code(word) {
            return Some(Allowed { codes, reason: start });
        }
        codes.push(start..start + end);
        rest = behind;
    }
}

/// What a comment begins with that allows, behind its `#`: in a tongue.
pub fn allowance(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::En => "allow: ",
        Tongue::Zh => "允许：",
    }
}

/// What stands behind `# allow:` or `# 允许：`.
fn after_marker(text: &str) -> Option<&str> {
    let text = text.strip_prefix(['#', '＃'])?.trim_start();
    let text = text.strip_prefix("allow").or_else(|| text.strip_prefix("允许"))?;
    text.trim_start().strip_prefix([':', '：'])
}

/// Whether a word is meant as a code: a letter and digits.
fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix(['W', 'w', 'E', 'e']);
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
