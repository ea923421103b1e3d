use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// What stands for an absent value.
const MISSING: [&str; 7] = ["", "-", "--", "—", "/", "N/A", "无"];
/// What stands in the key of a row that an export added.
const SUMMARIES: [&str; 7] = ["汇总", "均值", "总计", "合计", "平均", "店铺汇总值", "店铺平均值"];

/// A text in NFKC, without blanks around it.
pub(in crate::io) fn normal(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.is_ascii() {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.nfkc().collect::<String>().trim().to_owned())
}

/// Whether a normal text is the mark of an absent value. A dash stays a dash under NFKC.
pub(super) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text) || text.eq_ignore_ascii_case("N/A")
}

/// Whether a normal text is the key of a row that an export added.
pub(in crate::io) fn is_summary(text: &str) -> bool {
    SUMMARIES.contains(&text.trim_end_matches([':', ' ']))
}

/// `yes/no true/false 1/0 是/否 Y/N √/×`
pub(super) fn truth(text: &str) -> Option<bool> {
    let lower = text.to_lowercase();
    match lower.as_str() {
        "yes" | "true" | "1" | "是" | "y" | "√" | "✓" | "✔" => Some(true),
        "no" | "false" | "0" | "否" | "n" | "×" | "✗" | "✘" => Some(false),
        _ => None,
    }
}
