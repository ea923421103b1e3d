//! Where a declaration begins, and whether it needs a block.

use super::{Kind, Token};
use crate::syntax::Keyword;

/// The declarations that have a block.
const BLOCKS: [Keyword; 12] = [
    Keyword::Policy,
    Keyword::Record,
    Keyword::Lookup,
    Keyword::Details,
    Keyword::Section,
    Keyword::Grade,
    Keyword::Table,
    Keyword::Scale,
    Keyword::Gate,
    Keyword::Pay,
    Keyword::Test,
    Keyword::Case,
];

/// Words that join operands: behind a name they begin no declaration.
const JOINING: [Keyword; 10] = [
    Keyword::And,
    Keyword::Or,
    Keyword::Not,
    Keyword::When,
    Keyword::Then,
    Keyword::Else,
    Keyword::Otherwise,
    Keyword::OtherwiseValue,
    Keyword::In,
    Keyword::Is,
];

/// Words that go on with the head of a declaration behind its name.
const HEADS: [Keyword; 7] =
    [Keyword::By, Keyword::On, Keyword::Weight, Keyword::OutOf, Keyword::AtLeast, Keyword::AtMost, Keyword::When];

/// A declaration that waits for its block.
#[derive(Debug, Clone, Copy)]
pub struct Header {
    /// Its first token.
    pub first: usize,
    /// Its keyword.
    pub keyword: Keyword,
}

/// Whether the line that begins with token `at` is a declaration: a keyword and a name, not a
/// field or line whose name is spelt like the keyword.
pub fn begins_declaration(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = |at: usize| tokens.get(at).map_or((Kind::Newline, ""), |token| (token.kind, token.of(text)));
    let Some(keyword) = Keyword::among(token(at).1, Keyword::DECLARATIONS) else { return false };
    let (kind, next) = token(at + 1);
    match kind {
        Kind::Word if JOINING.iter().any(|keyword| keyword.is(next)) => names(next, [token(at + 2), token(at + 3)]),
        Kind::Word => true,
        Kind::Text => !matches!(token(at + 2).1, ":" | "=" | "=>" | "."),
        Kind::Newline => keyword == Keyword::Record,
        _ => next == "{" && keyword == Keyword::Record,
    }
}

/// Whether a word that joins operands is a name instead: what stands behind it is no operand, but goes on with a
/// declaration.
fn names(word: &str, [(kind, behind), (next, _)]: [(Kind, &str); 2]) -> bool {
    match kind {
        Kind::Sign if behind == "{" => !Keyword::In.is(word) || next == Kind::Newline,
        Kind::Sign => matches!(behind, ":" | "=" | "=>" | "->"),
        Kind::Word => HEADS.iter().any(|keyword| keyword.is(behind)) || matches!(behind, "out" | "at"),
        Kind::Text => true,
        _ => false,
    }
}

/// The header that begins with token `at`, where its declaration needs a block.
pub fn header(text: &str, tokens: &[Token], at: usize) -> Option<Header> {
    if Keyword::Score.is(tokens.get(at)?.of(text)) {
        return bare_rows(text, tokens, at).then_some(Header { first: at, keyword: Keyword::Score });
    }
    let keyword = Keyword::among(tokens.get(at)?.of(text), &BLOCKS)?;
    let behind = tokens.get(at + 2..at + 4).unwrap_or_default();
    let elsewhere = keyword == Keyword::Details
        && matches!(behind, [from, policy] if Keyword::From.is(from.of(text)) && Keyword::Policy.is(policy.of(text)));
    (!elsewhere).then_some(Header { first: at, keyword })
}

/// Whether rows stand below a score that has no block: it needs none where it takes over a value.
fn bare_rows(text: &str, tokens: &[Token], at: usize) -> bool {
    let mut lines =
        tokens.get(at..).unwrap_or_default().split(|token| token.kind == Kind::Newline && token.of(text) == "\n");
    let has = |line: &[Token], signs: &[&str]| line.iter().any(|token| signs.contains(&token.of(text)));
    let Some(head) = lines.next().filter(|head| !has(head, &["{", "=", ";"])) else { return false };
    let row = lines.find(|line| !line.is_empty()).is_some_and(|line| has(line, &["=>"]) && !has(line, &["{"]));
    row && head.len() > 2
}
