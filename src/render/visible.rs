//! Text of others that is shown: it cannot write to the terminal, nor turn the lines around it.

use std::borrow::Cow;

/// Without control characters and marks of direction, of which a person sees what they do and not what they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| c != '\n' && is_hidden(c);
    if text.contains(hidden) { text.replace(hidden, "\u{fffd}").into() } else { text.into() }
}

/// The same, every place in the text kept: a character stands for one of as many bytes.
pub(super) fn visible_in_place(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| !matches!(c, '\n' | '\r' | '\t') && is_hidden(c);
    if !text.contains(hidden) {
        return text.into();
    }
    let shown = |c: char| match c.len_utf8() {
        _ if !hidden(c) => c,
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    };
    text.chars().map(shown).collect::<String>().into()
}

fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
