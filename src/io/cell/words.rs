use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// What stands for an absent value.
const MISSING: [&str; 7] = ["", "-", "--", "—", "/", "N/A", "无"];
/// What stands in the key of a row that an export added.
const SUMMARIES: [&str; 8] = ["汇总", "均值", "总计", "合计", "小计", "平均", "店铺汇总值", "店铺平均值"];
/// The same in English.
const SUMMARIES_EN: [&str; 6] = ["total", "totals", "grand total", "subtotal", "average", "mean"];

/// What stands for yes.
const TRUE: [&str; 8] = ["yes", "true", "1", "是", "y", "√", "✓", "✔"];
/// What stands for no.
const FALSE: [&str; 8] = ["no", "false", "0", "否", "n", "×", "✗", "✘"];

/// A text in NFKC, without blanks around it and without what nobody sees: two names that look the
/// same are the same.
pub(in crate::io) fn normal(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.is_ascii() || (is_nfkc_quick(trimmed.chars()) == IsNormalized::Yes && !trimmed.contains(is_invisible)) {
        return Cow::Borrowed(trimmed);
    }
    let seen = trimmed.nfkc().filter(|c| !is_invisible(*c)).collect::<String>();
    Cow::Owned(seen.trim().to_owned())
}

/// Marks without width that come along where text is copied: of the direction, of a place to break.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a normal text is the mark of an absent value. A dash stays a dash under NFKC.
pub(super) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text) || text.eq_ignore_ascii_case("N/A")
}

/// Whether a normal text is the key of a row that an export added.
pub(in crate::io) fn is_summary(text: &str) -> bool {
    let key = text.trim_end_matches([':', ' ']);
    SUMMARIES.contains(&key) || SUMMARIES_EN.iter().any(|word| word.eq_ignore_ascii_case(key))
}

/// `yes/no true/false 1/0 是/否 Y/N √/×`
pub(super) fn truth(text: &str) -> Option<bool> {
    let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    match (is_one_of(&TRUE), is_one_of(&FALSE)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}
