//! All codes with their titles, in groups.

use super::super::{Console, embedded};
use crate::diagnostic::Code;
use crate::render::{WIDTH, title, wrap};

/// The columns before a title: `  E0501  `.
const MARGIN: usize = 9;

/// A heading for each group of codes, which share their first three signs, then a line for each code.
pub(super) fn list(console: &Console) -> String {
    let mut codes = Code::ALL.to_vec();
    codes.sort_by_key(|code| code.as_str());
    let mut text = String::new();
    let mut group = "";
    for code in codes {
        let own = code.as_str().get(..3).unwrap_or_default();
        if own != group {
            let between = if group.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{between}{}\n", console.say(&format!("explain-{own}"), &[])));
            group = own;
        }
        let page = embedded::page(code, console.look.tongue).unwrap_or_default();
        for (at, line) in wrap(title(code, page), WIDTH - MARGIN).iter().enumerate() {
            let code = if at == 0 { code.as_str() } else { "" };
            text.push_str(&format!("  {code:5}  {line}\n"));
        }
    }
    text
}
