//! Intervals with the brackets or signs of other countries: `[60, 90[`, `]60, 90]`, `[95%; 98%)`. Each is told once, with what is
//! written instead, and read as that.

use super::Matching;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Reads the interval that begins at a token, where it is one of these.
pub(super) fn read(matching: &mut Matching, at: usize) {
    let opener = match matching.word(at) {
        open @ ("[" | "(" | "]") => open.to_owned(),
        _ => return,
    };
    if opener == "]"
        && (!matching.open.is_empty() && matching.top() == Some(super::Opener::Round) || !begins(matching, at))
    {
        return;
    }
    let Some((parting, close)) = ends(matching, at) else { return };
    let outward = opener == "]" || matching.word(close) == "[";
    let semicolon = matching.word(parting) == ";";
    if !outward && !semicolon {
        return;
    }
    let byte = |at: usize| matching.tokens.get(at).map_or(0, |token| token.range.start);
    let mut meant = vec![];
    if opener == "]" {
        meant.push((byte(at), '('));
    }
    if semicolon {
        meant.push((byte(parting), ','));
    }
    if matching.word(close) == "[" {
        meant.push((byte(close), ')'));
    }
    let (first, last) = (byte(at), byte(close) + 1);
    let found = matching.layout.text.get(first..last).unwrap_or("").to_owned();
    let signs = found.char_indices().map(|(offset, c)| match meant.iter().find(|(byte, _)| *byte == first + offset) {
        Some((_, sign)) => *sign,
        None => c,
    });
    let wanted: String = signs.collect();
    let span = matching.layout.span(first, last);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", found).arg("wanted", wanted.clone());
    matching.diagnostics.push(told.safe_edit(span, wanted));
    matching.found.meant.extend(meant);
}

/// Whether a pattern or a set can begin at a token.
fn begins(matching: &Matching, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let word = matching.word(before);
    matches!(word, "\n" | ";" | "{" | ":" | ",") || Keyword::In.is(word)
}

/// The sign between the two ends of an interval that begins at a token, and its last bracket.
fn ends(matching: &Matching, at: usize) -> Option<(usize, usize)> {
    let mut parting = None;
    for next in at + 1..(at + 16).min(matching.tokens.len()) {
        match matching.word(next) {
            "[" | "]" | ")" => {
                let parting = parting.filter(|parting| *parting > at + 1 && *parting + 1 < next)?;
                let ends = matches!(matching.word(next + 1), "" | "\n" | ";" | "=>" | "->" | "}" | "," | ":")
                    || matching.tokens.get(next + 1).is_some_and(|token| token.kind == Kind::Word);
                return ends.then_some((parting, next));
            }
            "," | ";" if parting.is_none() => parting = Some(next),
            "," | ";" | "\n" | "{" | "}" | "(" | "=" | "=>" | "->" | ":" => return None,
            _ => {}
        }
    }
    None
}
