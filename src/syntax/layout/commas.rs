//! A comma at the end of a row or field, as other languages have it: the line would go on.

use super::{Kind, Layout, Token};
use crate::diagnostic::{Code, Diagnostic};

/// Tells of commas that part two lines which are complete without, and makes blanks of them.
pub fn drop_needless(layout: &mut Layout, tokens: &mut Vec<Token>, diagnostics: &mut Vec<Diagnostic>) {
    let commas = needless(layout, tokens);
    for at in &commas {
        let Some(token) = tokens.get(*at) else { continue };
        let span = layout.span(token.range.start, token.range.end);
        diagnostics
            .push(Diagnostic::new(Code::ForeignSign, span).variant("line-end").arg("found", ",").safe_edit(span, ""));
        layout.text.replace_range(token.range.clone(), " ");
        layout.dropped.push(span);
    }
    let mut at = 0;
    tokens.retain(|_| {
        at += 1;
        commas.binary_search(&(at - 1)).is_err()
    });
}

/// The commas at a line's end where this line and the next are rows, or are fields.
fn needless(layout: &Layout, tokens: &[Token]) -> Vec<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(&layout.text));
    let (mut found, mut rounds, mut start) = (vec![], 0_usize, 0);
    let mut before = Line::default();
    let mut comma: Option<usize> = None;
    for at in 0..=tokens.len() {
        match word(at) {
            "(" | "[" => rounds += 1,
            ")" | "]" => rounds = rounds.saturating_sub(1),
            "\n" | "" => {
                let line = Line::of(layout, tokens.get(start..at).unwrap_or(&[]), rounds > 0);
                let last = at.checked_sub(1).filter(|last| word(*last) == ",");
                if !line.is_empty {
                    found.extend(comma.filter(|_| line.ends(&before)));
                    (before, comma) = (line, last.filter(|_| rounds == 0));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// What a line looks like.
#[derive(Debug, Default)]
struct Line {
    is_empty: bool,
    /// It has an arrow.
    is_row: bool,
    /// It begins with a name and a colon.
    is_field: bool,
    /// It begins with the end of a block.
    is_end: bool,
    /// It is `},` and nothing else.
    is_brace: bool,
}

impl Line {
    fn of(layout: &Layout, tokens: &[Token], inside: bool) -> Self {
        let word = |at: usize| tokens.get(at).map_or("", |token| token.of(&layout.text));
        let named = matches!(tokens.first().map(|token| token.kind), Some(Kind::Word | Kind::Text));
        let titled = tokens.get(1).is_some_and(|token| token.kind == Kind::Text);
        Line {
            is_empty: tokens.is_empty(),
            is_row: !inside && (0..tokens.len()).any(|at| word(at) == "=>"),
            is_field: !inside && named && word(if titled { 2 } else { 1 }) == ":",
            is_end: word(0) == "}",
            is_brace: word(0) == "}" && tokens.len() == 2,
        }
    }

    /// Whether the line before is complete, where this one follows.
    fn ends(&self, before: &Line) -> bool {
        before.is_brace
            || before.is_row && (self.is_row || self.is_end)
            || before.is_field && (self.is_field || self.is_end)
    }
}
