//! Slips that the grammar takes for names.

use std::collections::HashSet;

use super::bounds::{self, BEFORE};
use super::synonyms::rest_word;
use super::{numerals, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Moment, Unit};
use crate::source::Span;
use crate::syntax::Keyword;

/// What is counted beside the counters that a policy knows, as people write it behind `/`.
const COUNTED: [&str; 11] = ["天", "日", "周", "月", "年", "小时", "分", "分钟", "笔", "位", "台"];

/// A name that is a number in words, or holds a comparison, where nothing of that name is declared.
pub fn no_name(span: Span, name: &str, declared: &HashSet<String>) -> Option<Diagnostic> {
    if declared.contains(name) {
        return None;
    }
    let wanted = yuan(name).or_else(|| denied(name, declared));
    if let Some(wanted) = wanted {
        let told = Diagnostic::new(Code::ForeignSign, span).arg("found", name).arg("wanted", wanted.clone());
        return Some(told.edit(span, wanted));
    }
    if name.is_ascii() {
        return None;
    }
    if let Some(wanted) = numerals::spelt(name) {
        let told = Diagnostic::new(Code::ForeignSign, span).arg("found", name).arg("wanted", wanted.clone());
        return Some(told.edit(span, wanted));
    }
    if let Some(told) = scored(span, name) {
        return Some(told);
    }
    let found = BEFORE.iter().find_map(|found| Some((name.find(found.0)?, *found)));
    let (at, (word, sign)) = found.filter(|(at, _)| *at > 0)?;
    let (subject, value) = (name.get(..at)?, name.get(at + word.len()..)?);
    let (value, rest) = bounds::quantity(value)?;
    (rest.is_empty() && declared.contains(subject)).then_some(())?;
    Some(signs::compare(span, word, sign, format!("{subject} {sign} {value}")))
}

/// `= 前三名`: every place up to that.
pub fn up_to_place(span: Span, found: &str, place: &str) -> Diagnostic {
    signs::compare(span, found, "<=", format!("<= {place}"))
}

/// `RMB3000`
fn yuan(name: &str) -> Option<String> {
    let figure = ["RMB", "rmb", "CNY"].iter().find_map(|code| name.strip_prefix(code))?;
    (!figure.is_empty() && figure.bytes().all(|c| c.is_ascii_digit())).then(|| format!("{figure} CNY"))
}

/// `非在职`, `不在职`
fn denied(name: &str, declared: &HashSet<String>) -> Option<String> {
    let what = name.strip_prefix(['非', '不', '未']).filter(|what| declared.contains(*what))?;
    Some(format!("{} {what}", Keyword::Not.zh()))
}

/// `5元/个`
pub fn counter(span: Span, amount: &str, name: &str) -> Option<Diagnostic> {
    let counted = Unit::of(name) == Some(Unit::Counter) || COUNTED.contains(&name);
    counted.then(|| {
        let told = Diagnostic::new(Code::ForeignSign, span).variant("counter");
        told.arg("found", name).arg("wanted", amount).edit(span, "")
    })
}

/// `"98%"` or `"09:00"`, where more and less are asked
pub fn quoted_number(span: Span, text: &str) -> Option<Diagnostic> {
    // A year alone may as well be a number.
    let date = Some(text.trim()).filter(|text| text.contains(['-', ':']) && Moment::parse(text).is_some());
    let date = date.map(str::to_owned);
    let variant = if date.is_some() { "quoted-date" } else { "quoted" };
    let number = || bounds::quantity(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number);
    let wanted = date.or_else(number)?;
    let told = Diagnostic::new(Code::ForeignSign, span).variant(variant).arg("found", format!("\"{text}\""));
    Some(told.arg("wanted", wanted.clone()).safe_edit(span, wanted))
}

/// `扣10分`, `得100分`
fn scored(span: Span, name: &str) -> Option<Diagnostic> {
    const WORDS: [(&str, &str); 6] = [("得", ""), ("计", ""), ("加", ""), ("奖", ""), ("扣", "-"), ("减", "-")];
    let (number, sign) = WORDS.iter().find_map(|(word, sign)| Some((name.strip_prefix(word)?, sign)))?;
    let (value, _) = bounds::quantity(number).filter(|(_, rest)| rest.is_empty())?;
    let wanted = format!("{sign}{value}");
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", name).arg("wanted", wanted.clone());
    // What is taken off is no score of its own: of 100, or below 0, is for the writer to say.
    Some(if sign.is_empty() { told.edit(span, wanted) } else { told })
}

/// `其他`, where no label of that name is declared
pub fn last_row(span: Span, word: &str, declared: &HashSet<String>) -> Option<Diagnostic> {
    let wanted = rest_word(word).filter(|_| !declared.contains(word))?;
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", word).arg("wanted", wanted);
    Some(told.safe_edit(span, wanted))
}
