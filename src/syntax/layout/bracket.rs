use super::{Kind, Layout, Token};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;

/// Deeper nesting than this is refused: every later pass relies on it.
pub const MOST_NESTED: usize = 256;

/// What kind of opener a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// `(` or `[`
    Round,
    /// The `{` of a set of values.
    Set,
    /// The `{` of a block.
    Block,
}

/// What the brackets of a text say.
#[derive(Debug, Default)]
pub struct Brackets {
    /// For each token that opens: what kind it is, as `(token, kind)` in order.
    pub openers: Vec<(usize, Opener)>,
    /// For each token that closes, in order.
    pub closers: Vec<usize>,
    /// Closers to insert: the byte of the prepared text, and the character.
    pub missing: Vec<(usize, char)>,
    /// Nested deeper than any policy needs.
    pub too_deep: bool,
}

/// Pairs the brackets.
pub fn match_brackets(layout: &Layout, tokens: &[Token], diagnostics: &mut Vec<Diagnostic>) -> Brackets {
    let mut brackets = Brackets::default();
    let mut open: Vec<(usize, Opener)> = vec![];
    let _ = Keyword::ALL;
    for (at, token) in tokens.iter().enumerate() {
        match token.of(&layout.text) {
            "(" | "[" => open.push((at, Opener::Round)),
            "{" => open.push((at, if is_set(layout, tokens, at) { Opener::Set } else { Opener::Block })),
            ")" | "]" | "}" => {
                if let Some(opener) = open.pop() {
                    brackets.openers.push(opener);
                    brackets.closers.push(at);
                }
                continue;
            }
            _ => continue,
        }
        if open.len() > MOST_NESTED {
            let span = layout.span(token.range.start, token.range.end);
            diagnostics.push(Diagnostic::new(Code::TooDeep, span));
            brackets.too_deep = true;
            break;
        }
    }
    brackets.openers.sort_unstable_by_key(|(at, _)| *at);
    brackets
}

/// A set's `{` stands where a value can: after `in`, `not`, a comma, a colon, or first in a row.
fn is_set(layout: &Layout, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return false };
    let word = before.of(&layout.text);
    match before.kind {
        Kind::Newline => true,
        Kind::Sign => matches!(word, ";" | "{" | "," | ":" | "(" | "["),
        Kind::Word => Keyword::In.is(word) || Keyword::Not.is(word),
        Kind::Number | Kind::Text => false,
    }
}
