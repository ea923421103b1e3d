//! The bounds of a row as people write them: `大于等于80且小于90`, `90分+`, `at least 90`, `80 <= x < 90`.

use super::numbers::unit_length;
use crate::quantity::UnitWord;

/// A word that says how a number bounds, and the sign for it.
pub type Word = (&'static str, &'static str);

/// Words before the number. One that another begins with stands behind it.
pub const BEFORE: [Word; 53] = [
    ("大于或等于", ">="),
    ("小于或等于", "<="),
    ("大于等于", ">="),
    ("小于等于", "<="),
    ("大于", ">"),
    ("小于", "<"),
    ("不大于", "<="),
    ("不小于", ">="),
    ("不低于", ">="),
    ("不高于", "<="),
    ("不超过", "<="),
    ("不少于", ">="),
    ("不多于", "<="),
    ("不足", "<"),
    ("不满", "<"),
    ("不到", "<"),
    ("不等于", "!="),
    ("等于", "="),
    ("高于", ">"),
    ("低于", "<"),
    ("多于", ">"),
    ("少于", "<"),
    ("超过", ">"),
    ("超出", ">"),
    ("至少", ">="),
    ("至多", "<="),
    ("最少", ">="),
    ("最多", "<="),
    ("达到", ">="),
    ("满", ">="),
    ("达", ">="),
    ("greater than or equal to", ">="),
    ("less than or equal to", "<="),
    ("greater than", ">"),
    ("no more than", "<="),
    ("not more than", "<="),
    ("no less than", ">="),
    ("not less than", ">="),
    ("more than", ">"),
    ("less than", "<"),
    ("fewer than", "<"),
    ("lower than", "<"),
    ("higher than", ">"),
    ("at least", ">="),
    ("at most", "<="),
    ("up to", "<="),
    ("first", "<="),
    ("equal to", "="),
    ("equals", "="),
    ("over", ">"),
    ("under", "<"),
    ("above", ">"),
    ("below", "<"),
];

/// Words behind the number.
const AFTER: [Word; 27] = [
    ("及以上", ">="),
    ("或以上", ">="),
    ("以上", ">="),
    ("及以下", "<="),
    ("或以下", "<="),
    ("以下", "<="),
    ("以内", "<="),
    ("之内", "<="),
    ("内", "<="),
    ("+", ">="),
    ("↑", ">="),
    ("↓", "<="),
    ("and above", ">="),
    ("and below", "<="),
    ("or above", ">="),
    ("or below", "<="),
    ("or more", ">="),
    ("or less", "<="),
    ("or higher", ">="),
    ("or over", ">="),
    ("or up", ">="),
    ("and up", ">="),
    ("and over", ">="),
    ("and more", ">="),
    ("and higher", ">="),
    ("or lower", "<="),
    ("and under", "<="),
];

/// Words that the grammar reads by itself.
const READ: [&str; 10] = [">=", "<=", ">", "<", "超过", "不满", "不足", "以上", "以下", "以内"];

/// What stands for a remark that says whether the number itself counts.
const REMARK: &str = "(含)";

/// What joins two bounds.
const JOINTS: [Word; 8] =
    [("并且", ""), ("同时", ""), ("且", ""), ("and", ""), ("&&", ""), ("但", ""), (",", ""), ("、", "")];

/// Signs before the number.
const SIGNS: [Word; 8] =
    [("≧", ">="), ("≦", "<="), (">=", ">="), ("<=", "<="), ("=>", ">="), ("=<", "<="), (">", ">"), ("<", "<")];

/// One bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound<'a> {
    /// The sign for it.
    pub sign: &'static str,
    /// The number with its unit.
    pub value: String,
    /// The word or sign that said so.
    pub word: &'static str,
    /// What it is said of, where it is said.
    pub subject: &'a str,
}

impl Bound<'_> {
    /// Whether the grammar reads it as it stands.
    pub fn is_read(&self) -> bool {
        self.subject.is_empty() && READ.contains(&self.word)
    }

    /// Whether it does not say if the number itself counts.
    pub fn is_vague(&self) -> bool {
        self.word == "between"
    }

    /// As it is written with a sign.
    pub fn signed(&self) -> String {
        if self.sign == "=" { self.value.clone() } else { format!("{} {}", self.sign, self.value) }
    }
}

/// The interval between two bounds; `None` where both point the same way.
pub fn between(one: &Bound, other: &Bound) -> Option<String> {
    let (lower, upper) = if one.sign.starts_with('>') { (one, other) } else { (other, one) };
    (lower.sign.starts_with('>') && upper.sign.starts_with('<')).then_some(())?;
    let opener = if lower.sign == ">=" { '[' } else { '(' };
    let closer = if upper.sign == "<=" { ']' } else { ')' };
    Some(format!("{opener}{}, {}{closer}", lower.value, upper.value))
}

/// The bounds that a text consists of; `None` where there is anything else in it.
pub fn read(text: &str) -> Option<Vec<Bound<'_>>> {
    let mut rest = text.trim();
    if let Some(found) = enclosed(rest).or_else(|| between_words(rest)) {
        return Some(found);
    }
    let mut found = vec![];
    while !rest.is_empty() {
        let (bound, behind) = bound(rest)?;
        found.push(bound);
        rest = behind.trim_start();
        if let Some((_, behind)) = word(rest, &JOINTS) {
            rest = behind.trim_start();
            (!rest.is_empty()).then_some(())?;
        }
    }
    Some(found)
}

/// The bounds that a text begins with, and what stands behind them; `None` where it begins with none.
pub fn leading(text: &str) -> Option<(Vec<Bound<'_>>, &str)> {
    let (first, mut behind) = bound(text.trim())?;
    let mut found = vec![first];
    let rest = behind.trim_start();
    let rest = word(rest, &JOINTS).map_or(rest, |(_, rest)| rest.trim_start());
    if let Some((second, rest)) = bound(rest) {
        found.push(second);
        behind = rest;
    }
    Some((found, behind))
}

/// `80 <= x < 90`
fn enclosed(text: &str) -> Option<Vec<Bound<'_>>> {
    let (one, rest) = quantity(text)?;
    let ((first, sign), rest) = word(rest.trim_start(), &SIGNS)?;
    let (subject, rest) = subject(rest.trim_start())?;
    let (second, rest) = bound(rest)?;
    let turned = match sign {
        ">=" => "<=",
        "<=" => ">=",
        ">" => "<",
        _ => ">",
    };
    rest.trim().is_empty().then(|| vec![Bound { sign: turned, value: one, word: first, subject }, second])
}

/// `between 80 and 90`, `80到90之间`
fn between_words(text: &str) -> Option<Vec<Bound<'_>>> {
    const OPENERS: [Word; 4] = [("between", ""), ("介于", ""), ("处于", ""), ("在", "")];
    const MIDDLES: [Word; 10] = [
        ("and", ""),
        ("to", ""),
        ("和", ""),
        ("与", ""),
        ("到", ""),
        ("至", ""),
        ("~", ""),
        ("-", ""),
        ("–", ""),
        ("—", ""),
    ];
    let opened = word(text, &OPENERS);
    let (lower, rest) = quantity(opened.map_or(text, |(_, rest)| rest).trim_start())?;
    let one = remark(rest);
    let (_, rest) = word(one.map_or(rest, |(_, rest)| rest).trim_start(), &MIDDLES)?;
    let (upper, rest) = quantity(rest.trim_start())?;
    let other = remark(rest);
    let rest = other.map_or(rest, |(_, rest)| rest);
    let closed = rest.trim().strip_prefix("之间");
    let complete = closed.unwrap_or(rest).trim().is_empty();
    if let Some(included) = said(one.map(|(included, _)| included), other.map(|(included, _)| included)) {
        let bound =
            |sign, included, value| Bound { sign: self::closed(sign, included), value, word: REMARK, subject: "" };
        return complete.then(|| vec![bound(">", included[0], lower), bound("<", included[1], upper)]);
    }
    let complete = complete && (opened.is_some() || closed.is_some());
    let bound = |sign, value| Bound { sign, value, word: "between", subject: "" };
    complete.then(|| vec![bound(">=", lower), bound("<=", upper)])
}

/// `(含80分)`, `(不含)` behind a bound: whether the number itself counts, and what stands behind it.
fn remark(text: &str) -> Option<(bool, &str)> {
    const WORDS: [Word; 6] =
        [("含", "="), ("包含", "="), ("包括", "="), ("inclusive", "="), ("不含", ""), ("exclusive", "")];
    let inside = text.trim_start().strip_prefix('(')?;
    let (remark, rest) = inside.split_once(')')?;
    word(remark.trim(), &WORDS).map(|((_, sign), _)| (sign == "=", rest))
}

/// Which ends of a range are in it, where that is said of one or both: who says it of one means the other otherwise.
fn said(lower: Option<bool>, upper: Option<bool>) -> Option<[bool; 2]> {
    match (lower, upper) {
        (None, None) => None,
        (lower, upper) => Some([lower.or(upper.map(|upper| !upper))?, upper.or(lower.map(|lower| !lower))?]),
    }
}

/// The sign with or without the number itself.
fn closed(sign: &'static str, included: bool) -> &'static str {
    match (sign, included) {
        (">" | ">=", true) => ">=",
        (">" | ">=", false) => ">",
        (_, true) => "<=",
        _ => "<",
    }
}

fn bound(text: &str) -> Option<(Bound<'_>, &str)> {
    let (subject, text) = subject(text).unwrap_or(("", text));
    if let Some(((word, sign), rest)) = word(text, &SIGNS).or_else(|| self::word(text, &BEFORE)) {
        let (value, rest) = quantity(rest.trim_start())?;
        return Some(match remark(rest) {
            Some((included, rest)) => (Bound { sign: closed(sign, included), value, word: REMARK, subject }, rest),
            None => (Bound { sign, value, word, subject }, rest),
        });
    }
    let (value, rest) = quantity(text)?;
    let before = remark(rest);
    let ((word, sign), rest) = word(before.map_or(rest, |(_, rest)| rest).trim_start(), &AFTER)?;
    Some(match before.or_else(|| remark(rest)) {
        Some((included, behind)) => {
            let rest = if before.is_some() { rest } else { behind };
            (Bound { sign: closed(sign, included), value, word: REMARK, subject }, rest)
        }
        None => (Bound { sign, value, word, subject }, rest),
    })
}

/// A name before a comparison.
fn subject(text: &str) -> Option<(&str, &str)> {
    let run = text.find(|c: char| !unicode_ident::is_xid_continue(c)).unwrap_or(text.len());
    let name = text.get(..run)?;
    text.starts_with(unicode_ident::is_xid_start).then_some(())?;
    // In 总分大于90 the name ends where the word begins.
    let compares = |word: &str, at: usize| text.get(at + word.len()..).is_some_and(opens);
    let found = |word: &'static str| name.find(word).filter(|at| compares(word, *at));
    let glued = BEFORE.iter().filter(|(word, _)| !word.is_ascii()).filter_map(|(word, _)| found(word)).min();
    let end = glued.unwrap_or(run);
    let rest = text.get(end..)?.trim_start();
    let compared = word(rest, &SIGNS).or_else(|| word(rest, &BEFORE)).is_some();
    let begins = word(text, &BEFORE).is_some_and(|(_, behind)| opens(behind));
    (end > 0 && compared && !begins).then_some((text.get(..end)?, rest))
}

/// Whether a number may stand behind a word of comparison: 达成率 begins with one, and is a name.
fn opens(behind: &str) -> bool {
    !behind.trim_start().starts_with(unicode_ident::is_xid_start)
}

/// The first of `words` that the text begins with, and what stands behind it.
pub fn word<'a>(text: &'a str, words: &[Word]) -> Option<(Word, &'a str)> {
    words.iter().find_map(|found| {
        let (head, rest) = (text.get(..found.0.len())?, text.get(found.0.len()..)?);
        let whole = !found.0.ends_with(|c: char| c.is_ascii_alphabetic())
            || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        (head.eq_ignore_ascii_case(found.0) && whole).then_some((*found, rest))
    })
}

/// A number with its unit, without thousands commas.
pub fn quantity(text: &str) -> Option<(String, &str)> {
    let yuan = if text.starts_with('¥') { '¥'.len_utf8() } else { 0 };
    let figure = text.get(yuan..)?;
    figure.starts_with(|c: char| c.is_ascii_digit()).then_some(())?;
    let mut end = figure.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '_')).unwrap_or(figure.len());
    while let Some(group) = figure.get(end..).and_then(thousands) {
        end += group;
    }
    let (figure, rest) = figure.split_at(end);
    let blanks = rest.len() - rest.trim_start().len();
    let unit = unit_length(rest.trim_start());
    let (unit, rest) = if unit == 0 { spoken(rest) } else { rest.split_at(blanks + unit) };
    let sign = text.get(..yuan)?;
    Some((format!("{sign}{}{}", figure.replace(',', ""), unit.trim_start()), rest))
}

/// `30 seconds`, `90 points`: the unit that a word means, and what stands behind it.
fn spoken(text: &str) -> (&str, &str) {
    let word = text.trim_start();
    let end = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
    match (word.get(..end).filter(|word| !word.is_empty()).and_then(UnitWord::meant), word.get(end..)) {
        (Some(unit), Some(rest)) => (unit, rest),
        _ => ("", text),
    }
}

/// `,000`
fn thousands(text: &str) -> Option<usize> {
    let digits = text.strip_prefix(',')?;
    let run = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    (run == 3).then_some(4)
}
