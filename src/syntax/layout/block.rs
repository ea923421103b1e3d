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
        Kind::Word => !JOINING.iter().any(|keyword| keyword.is(next)),
        Kind::Text => !matches!(token(at + 2).1, ":" | "=" | "=>" | "."),
        Kind::Newline => keyword == Keyword::Record,
        _ => next == "{" && keyword == Keyword::Record,
    }
}

/// The header that begins with token `at`, where its declaration needs a block.
pub fn header(text: &str, tokens: &[Token], at: usize) -> Option<Header> {
    let keyword = Keyword::among(tokens.get(at)?.of(text), &BLOCKS)?;
    let mut line = tokens.iter().skip(at).take_while(|token| token.kind != Kind::Newline);
    let elsewhere = keyword == Keyword::Details && line.any(|token| Keyword::Policy.is(token.of(text)));
    (!elsewhere).then_some(Header { first: at, keyword })
}
