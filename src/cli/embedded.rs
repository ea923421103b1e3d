//! What the program carries with it: the page of every diagnostic, the ready-made policies.

use crate::diagnostic::Code;
use crate::quantity::Tongue;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The page of a diagnostic.
pub(super) fn page(code: Code, tongue: Tongue) -> Option<&'static str> {
    let pages = match tongue {
        Tongue::Zh => PAGES_ZH,
        Tongue::En => PAGES_EN,
    };
    pages.iter().find(|(name, _)| *name == code.as_str()).map(|(_, page)| *page)
}

/// Path and text of each ready-made policy and of what they use, counted from their folder.
pub(super) fn policies() -> &'static [(&'static str, &'static str)] {
    POLICIES
}

/// Name and text of each ready-made policy.
pub(super) fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    let whole = POLICIES.iter().filter(|(path, _)| !path.contains('/'));
    whole.filter_map(|(path, text)| Some((path.strip_suffix(".merit")?, *text)))
}
