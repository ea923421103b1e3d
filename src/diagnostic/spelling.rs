//! In which tongue a file writes what both tongues have a word for.

use crate::quantity::Tongue;

/// How a file spells: what is proposed for it is spelt so too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spelling {
    /// The tongue of its keywords.
    pub words: Tongue,
    /// The tongue of its amounts: `300元` or `300 CNY`.
    pub money: Tongue,
    /// The tongue of its other units: `40秒` or `40s`, `5分` or `5pt`.
    pub units: Tongue,
    /// The code of its currency.
    pub currency: [u8; 3],
}

impl Spelling {
    /// All in one tongue.
    pub fn of(tongue: Tongue) -> Self {
        Spelling { words: tongue, money: tongue, units: tongue, currency: *b"CNY" }
    }
}
