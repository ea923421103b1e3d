//! Whether a word begins as somebody typed it.

use crate::ir::normal;

/// What was typed, as it is compared: full width as half width, capitals as small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matcher(String);

impl Matcher {
    /// For what was typed.
    pub fn new(typed: &str) -> Self {
        Matcher(folded(typed))
    }

    /// Whether a word begins so.
    pub fn begins(&self, word: &str) -> bool {
        self.0.is_empty() || folded(word).starts_with(&self.0)
    }
}

fn folded(text: &str) -> String {
    // The name of nearly everything is settled, and compared at every keystroke.
    if text.is_ascii() { text.to_ascii_lowercase() } else { normal(text).to_lowercase() }
}
