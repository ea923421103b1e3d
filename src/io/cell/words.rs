//! Words that stand for a value, for none, and for what a spreadsheet could not work out.

use crate::syntax::Keyword;

/// What stands for an absent value.
const MISSING: [&str; 4] = ["", "/", "N/A", "无"];
/// Dashes: one or several alone stand for an absent value.
const DASHES: [char; 6] = ['-', '–', '—', '―', '−', '─'];
/// What stands in the key of a row that an export added.
const SUMMARIES: [&str; 11] =
    ["汇总", "均值", "总计", "合计", "小计", "平均", "平均值", "总和", "店铺汇总值", "店铺平均值", "全部汇总"];
/// The same in English.
const SUMMARIES_EN: [&str; 7] = ["total", "totals", "grand total", "subtotal", "average", "mean", "total result"];
/// What a spreadsheet can make of a group: behind its name, or behind a word for the whole.
const MADE: [&str; 20] = [
    "汇总",
    "求和",
    "合计",
    "小计",
    "平均值",
    "平均",
    "计数",
    "数值计数",
    "最大值",
    "最小值",
    "乘积",
    "结果",
    "total",
    "sum",
    "average",
    "count",
    "max",
    "min",
    "product",
    "result",
];
/// Words for the whole before what was made of it.
const WHOLES: [&str; 5] = ["总计", "合计", "总", "grand", "total"];

/// What stands for yes.
const TRUE: [&str; 9] = ["yes", "true", "1", "1.0", "是", "y", "√", "✓", "✔"];
/// What stands for no.
const FALSE: [&str; 9] = ["no", "false", "0", "0.0", "否", "n", "×", "✗", "✘"];

/// Whether a normal text is the mark of an absent value. A dash stays a dash under NFKC.
pub(super) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text) || text.eq_ignore_ascii_case("N/A") || text.chars().all(|c| DASHES.contains(&c))
}

/// Whether a normal text says of a test that a value is missing, as a policy or as data say it.
pub(super) fn says_missing(text: &str) -> bool {
    let words = [Keyword::Missing, Keyword::Exempt];
    (!text.is_empty() && is_missing(text)) || words.iter().any(|word| word.is(text))
}

/// Whether a text is what a spreadsheet shows of a formula that failed.
pub(super) fn is_formula_error(text: &str) -> bool {
    const ERRORS: [&str; 9] = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];
    ERRORS.contains(&text) || (text.starts_with("Err:") && text.len() == 7)
}

/// Whether a normal text is the key of a row that an export added.
pub(in crate::io) fn is_summary(text: &str) -> bool {
    // Most keys have digits, and none of the words has.
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut key = text.trim_end_matches([':', ' ']).to_lowercase();
    // Titles of two characters are spread out: 合 计.
    if !key.contains(|c: char| c.is_ascii() && c != ' ') {
        key.retain(|c| c != ' ');
    }
    // What pandas calls the line of all.
    if text == "All" {
        return true;
    }
    let whole = |word: &str| key.strip_prefix(word).is_some_and(|made| MADE.contains(&made.trim_start()));
    SUMMARIES.iter().chain(&SUMMARIES_EN).any(|word| *word == key) || WHOLES.iter().any(|word| whole(word))
}

/// Whether a normal text is the key of the row that a spreadsheet puts under a group: `A01 Sum` under A01.
pub(in crate::io) fn is_part_of(text: &str, group: &str) -> bool {
    let made = text.strip_prefix(group).and_then(|rest| rest.strip_prefix(' '));
    made.is_some_and(|made| MADE.contains(&made.trim().to_lowercase().as_str()))
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

/// What is worth a look in a cell that reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::io) enum Oddity {
    /// A text that programs write where there is none: `NULL`, `None`, `nan`.
    Null,
    /// A dash between blanks, as an accounting format shows a zero.
    Dash,
    /// A whole number as a float: `1001.0`, which is another key than `1001`.
    Float,
}

impl Oddity {
    /// The variant of its text.
    pub fn variant(self) -> &'static str {
        match self {
            Oddity::Null => "null",
            Oddity::Dash => "dash",
            Oddity::Float => "float",
        }
    }
}

/// What databases and programs write into a text for a value that is not there.
const NULLS: [&str; 14] = [
    "null",
    "(null)",
    "<null>",
    "[null]",
    "\\n",
    "none",
    "nil",
    "nan",
    "<na>",
    "nat",
    "undefined",
    "n.a.",
    "#n/a",
    "na()",
];

/// Whether a normal text is what a program writes for nothing.
pub(super) fn is_null(text: &str) -> bool {
    NULLS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// `1001.0`
pub(super) fn is_float(text: &str) -> bool {
    text.strip_suffix(".0").is_some_and(|whole| !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Words with which a note below a table begins.
const NOTES: [&str; 22] = [
    "备注",
    "附注",
    "注释",
    "说明",
    "制表",
    "填表",
    "制单",
    "审核",
    "复核",
    "审批",
    "批准",
    "签字",
    "签名",
    "盖章",
    "经办",
    "负责人",
    "单位负责人",
    "财务",
    "日期",
    "打印",
    "导出",
    "数据来源",
];
/// The same in English, in small letters.
const NOTES_EN: [&str; 11] = [
    "note",
    "notes",
    "remark",
    "remarks",
    "prepared by",
    "approved by",
    "reviewed by",
    "checked by",
    "signed by",
    "signature",
    "source",
];

/// Whether a normal text is a note rather than a name: it ends in a colon, or a word of notes stands before one. By
/// itself in its row it may be a sentence, too.
pub(in crate::io) fn is_note(text: &str, alone: bool) -> bool {
    // Beside other cells only a colon makes a note.
    if !alone && !text.contains(':') {
        return false;
    }
    let lower = text.to_lowercase();
    let (head, tail) = lower.split_once(':').map_or((lower.as_str(), None), |(head, tail)| (head.trim(), Some(tail)));
    let worded = NOTES.iter().any(|word| head.starts_with(word)) || NOTES_EN.contains(&head) || is_numbered_note(head);
    let named = tail.is_some() && worded && head.chars().count() <= 16;
    if named || !alone {
        return named;
    }
    let begins = |word: &str| lower.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let sentence = text.contains(['。', '；', ';', '!']) || text.chars().count() > 40;
    text.ends_with(':')
        || text.starts_with('※')
        || text.strip_prefix('#').is_some_and(|rest| tail.is_some() || !rest.starts_with(char::is_alphanumeric))
        || NOTES[..4].iter().chain(&NOTES_EN).any(|word| begins(word))
        || sentence
}

/// `注`, `注1`
fn is_numbered_note(head: &str) -> bool {
    head.strip_prefix('注').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a character draws nothing and may move what a terminal draws: neither a tab nor a line end.
pub(in crate::io) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\r' | '\n')
}

/// Whether a control character may begin with a byte of UTF-8. Few texts have such bytes, and bytes are soon gone through:
/// without a branch, many at once.
#[inline]
pub(in crate::io) fn may_be_control(byte: u8) -> bool {
    let kept = (byte == b'\t') | (byte == b'\n') | (byte == b'\r');
    ((byte < 0x20) & !kept) | (byte == 0x7f) | (byte == 0xc2)
}
