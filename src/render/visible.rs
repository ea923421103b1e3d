//! Text of others that is shown: it cannot write to the terminal, nor turn the lines around it.

use std::borrow::Cow;

/// Without control characters and marks of direction, of which a person sees what they do and not what they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| c != '\n' && is_hidden(c);
    if text.contains(hidden) { text.replace(hidden, "\u{fffd}").into() } else { text.into() }
}

/// Whether a person sees what a character does and not what it is.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
