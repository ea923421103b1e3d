//! Where a line goes on behind its end.

use super::block::begins_declaration;
use super::{Kind, Layout, Token};
use crate::syntax::Keyword;

/// Signs after which, and before which, a line goes on.
const AFTER: [&str; 19] =
    ["+", "-", "*", "/", "=", "<", ">", "<=", ">=", "!=", "=>", "->", "|", ":", ",", "==", "&&", "||", "~"];
const BEFORE: [&str; 7] = ["=", "->", "=>", "|", "+", "*", "/"];
/// Signs with which no operand begins.
const NO_OPERAND: [&str; 13] = [":", "=", "=>", "->", "<", ">", "<=", ">=", "!=", "*", "/", "+", "."];
const WORDS: [Keyword; 5] = [Keyword::When, Keyword::Then, Keyword::Else, Keyword::And, Keyword::Or];

/// Makes a blank of every line end that ends nothing, as those inside brackets, and of every stray closer.
pub fn join(layout: &mut Layout, tokens: &[Token], inside: &[usize], stray: &[usize]) {
    let dropped: Vec<_> = stray.iter().map(|at| layout.span(*at, at + 1)).collect();
    layout.dropped.extend(dropped);
    let mut blanks = stray.to_vec();
    blanks.extend(inside.iter().filter_map(|at| tokens.get(*at)).map(|token| token.range.start));
    // A blank line is part of the end, or the going on, that came before it.
    let mut joined = false;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Newline) {
        let again = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|t| t.kind == Kind::Newline);
        joined = if again { joined } else { goes_on(&layout.text, tokens, at) };
        if joined {
            blanks.push(token.range.start);
        }
    }
    blank(&mut layout.text, &blanks);
}

fn blank(text: &mut String, blanks: &[usize]) {
    let mut bytes = std::mem::take(text).into_bytes();
    for at in blanks {
        if let Some(byte) = bytes.get_mut(*at) {
            *byte = b' ';
        }
    }
    *text = String::from_utf8(bytes).unwrap_or_default();
}

/// Whether the line that ends with token `at` goes on behind it.
pub fn goes_on(text: &str, tokens: &[Token], at: usize) -> bool {
    let (before, rest) = tokens.split_at(at.min(tokens.len()));
    goes_on_between(text, before, rest)
}

fn goes_on_between(text: &str, before: &[Token], rest: &[Token]) -> bool {
    let mut next = rest.iter().skip_while(|token| token.kind == Kind::Newline);
    let (first, second) = (next.next(), next.next());
    let declares = tokens_begin_declaration(text, rest);
    // `60+` ends a row where the next line is `E : …`, which goes on with no sum.
    let sign = before.last().is_some_and(|last| matches!(last.of(text), "+" | "-" | "*" | "/"));
    let row = sign
        && first.is_some_and(|first| first.kind != Kind::Sign)
        && second.is_some_and(|colon| colon.of(text) == ":");
    !declares && !row && ends_open(text, before) || first.is_some_and(|first| starts_open(text, first, second))
}

fn ends_open(text: &str, before: &[Token]) -> bool {
    let Some(last) = before.last() else { return false };
    let word = last.of(text);
    match last.kind {
        Kind::Sign => AFTER.contains(&word),
        Kind::Word if WORDS.iter().any(|keyword| keyword.is(word)) => !behind_sign(text, before),
        Kind::Word if Keyword::Otherwise.is(word) || Keyword::OtherwiseValue.is(word) => {
            let newline = |token: &Token| token.kind == Kind::Newline;
            // `10% if Good, 0 otherwise` is complete.
            let listed = before.iter().nth_back(2).is_some_and(|comma| comma.of(text) == ",");
            let alone = before.len() < 2 || before.iter().nth_back(1).is_some_and(newline);
            !alone && !listed && !behind_sign(text, before)
        }
        _ => false,
    }
}

/// Whether the last word stands where an operand is wanted, so that it joins nothing.
fn behind_sign(text: &str, before: &[Token]) -> bool {
    let sign = before.iter().nth_back(1).filter(|token| token.kind == Kind::Sign);
    sign.is_some_and(|sign| !matches!(sign.of(text), ")" | "]" | "}" | "%" | "‰"))
}

fn starts_open(text: &str, first: &Token, second: Option<&Token>) -> bool {
    let word = first.of(text);
    match first.kind {
        Kind::Sign => BEFORE.contains(&word),
        Kind::Word if WORDS.iter().any(|keyword| keyword.is(word)) => {
            // A name that is spelt like the word stands before what declares, assigns or joins it.
            !second.is_some_and(|second| NO_OPERAND.contains(&second.of(text)))
        }
        _ => false,
    }
}

/// An open end before a declaration is a slip of its own, and does not swallow the declaration.
fn tokens_begin_declaration(text: &str, rest: &[Token]) -> bool {
    let first = rest.iter().position(|token| token.kind != Kind::Newline);
    first.is_some_and(|first| begins_declaration(text, rest, first))
}
