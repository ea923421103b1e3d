//! How a file is spelt: the tongue of its keywords and of its units, found by its words, so that it is known of a text that
//! does not read, too.

use std::collections::HashSet;

use super::Keyword;
use crate::diagnostic::Spelling;
use crate::quantity::{Read, Tongue, UNIT_WORDS, Unit, holds_chinese, is_magnitude};

/// How a text is spelt; of one without a keyword that only one tongue has, nothing.
pub fn spelling(text: &str) -> Option<Spelling> {
    let bare = plain(text);
    let words = words_of(&bare)?;
    let units = first_unit(&bare).unwrap_or(words);
    Some(Spelling { words, money: money(text), units, currency: code(text).unwrap_or(*b"CNY") })
}

/// The currency that a text says its amounts are in.
pub fn currency(text: &str) -> Option<&str> {
    let words = [Keyword::Currency.en(), Keyword::Currency.zh()];
    let code = |text| str::get(text, ..3).filter(|code| code.chars().all(|c| c.is_ascii_uppercase()));
    words
        .iter()
        .flat_map(|word| text.split(*word).skip(1))
        .map(|rest| rest.trim_start_matches([' ', ':', '：', '=', '＝']))
        .find_map(code)
}

fn code(text: &str) -> Option<[u8; 3]> {
    currency(text)?.as_bytes().try_into().ok()
}

/// The tongue in which amounts are written: of the first one, where there is none, of whatever else stands there.
pub fn money(text: &str) -> Tongue {
    let text = plain(text);
    let chinese = || if holds_chinese(&text) { Tongue::Zh } else { Tongue::En };
    first_of(&text, &["元", "CNY"]).unwrap_or_else(chinese)
}

/// Every word of a text outside of comments: what is called so, or written so, is not to be spelt anew.
pub fn words(text: &str) -> HashSet<String> {
    let lines = text.lines().filter_map(|line| line.split(['#', '＃']).next());
    let words = lines.flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '_')));
    // Of `40s` the unit.
    let bare = |word: &str| word.trim_start_matches(|c: char| c.is_ascii_digit() || is_magnitude(c)).to_owned();
    words.filter(|word| !word.is_empty()).flat_map(|word| [word.to_owned(), bare(word)]).collect()
}

/// The tongue of most keywords.
fn words_of(text: &str) -> Option<Tongue> {
    let words = || text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let count = |tongue: Tongue| {
        let known: HashSet<&str> = Keyword::ALL.iter().map(|keyword| keyword.word(tongue)).collect();
        words().filter(|word| known.contains(word)).count()
    };
    let (zh, en) = (count(Tongue::Zh), count(Tongue::En));
    match zh.cmp(&en) {
        std::cmp::Ordering::Greater => Some(Tongue::Zh),
        std::cmp::Ordering::Less => Some(Tongue::En),
        std::cmp::Ordering::Equal => None,
    }
}

/// A text without its comments and its strings.
fn plain(text: &str) -> String {
    let unquoted = |line: &str| {
        let outside = line.split(['"', '“', '”']).step_by(2).collect::<Vec<_>>().join(" ");
        outside.split(['#', '＃']).next().unwrap_or_default().to_owned()
    };
    text.lines().flat_map(|line| [unquoted(line), "\n".to_owned()]).collect()
}

/// The tongue of the first unit but those of money that stands behind a number.
fn first_unit(text: &str) -> Option<Tongue> {
    let words = UNIT_WORDS.iter().filter(|known| known.read == Read::Behind && known.tongue.is_some());
    first_of(
        text,
        &words.filter(|known| !matches!(known.unit, Unit::Currency(_))).map(|known| known.word).collect::<Vec<_>>(),
    )
}

/// The tongue of the first of these units that stands behind a number.
fn first_of(text: &str, units: &[&str]) -> Option<Tongue> {
    let places = units.iter().flat_map(|unit| text.match_indices(unit).map(move |(at, _)| (at, *unit)));
    let counted = |at: usize, unit: &str| {
        let before =
            text.get(..at).unwrap_or_default().trim_end_matches(|c| matches!(c, ' ' | '\u{3000}') || is_magnitude(c));
        let behind = text.get(at + unit.len()..).unwrap_or_default();
        before.ends_with(char::is_numeric) && !(unit.is_ascii() && behind.starts_with(char::is_alphanumeric))
    };
    let first = places.filter(|(at, unit)| counted(*at, unit)).min_by_key(|(at, _)| *at)?;
    Some(if first.1.is_ascii() { Tongue::En } else { Tongue::Zh })
}
