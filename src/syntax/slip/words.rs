//! Slips that the grammar takes for names.

use std::collections::HashSet;

use super::bounds::{self, BEFORE};
use super::synonyms::rest_word;
use super::{Piece, numerals, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Moment, Unit};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

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

/// Whether a word is one for what is counted: 次, 单, 天.
pub fn counted(word: &str) -> bool {
    Unit::of(word) == Some(Unit::Counter) || COUNTED.contains(&word)
}

/// `每次20元`, `每单扣2元`: what is counted, and the amount for each.
pub fn times(name: &str) -> Option<(&str, String)> {
    let rest = name.strip_prefix('每')?;
    let digits = rest.find(|c: char| c.is_ascii_digit())?;
    let (what, amount) = rest.split_at(digits);
    let (what, sign) = each_word(what)?;
    let (amount, behind) = bounds::quantity(amount)?;
    behind.is_empty().then(|| (what, format!("{sign}{amount}")))
}

/// What is counted, and the sign of what is given for each, of `次扣`.
fn each_word(what: &str) -> Option<(&str, &'static str)> {
    const VERBS: [(&str, &str); 10] = [
        ("罚款", "-"),
        ("扣除", "-"),
        ("扣", "-"),
        ("罚", "-"),
        ("奖励", ""),
        ("奖", ""),
        ("加", ""),
        ("给", ""),
        ("提成", ""),
        ("补贴", ""),
    ];
    let (what, sign) =
        VERBS.iter().find_map(|(verb, sign)| Some((what.strip_suffix(verb)?, *sign))).unwrap_or((what, ""));
    counted(what).then_some((what, sign))
}

/// `每次 20元`, `每次 扣 20元`: as one word, of which is told what is meant.
pub fn each(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).find_map(|at| {
        piece.word(at).strip_prefix('每')?;
        let number = (at + 1..at + 3).find(|at| piece.kind(*at) == Some(Kind::Number))?;
        let end = piece.after_quantity(number)?;
        let glued: String = (at..end).map(|at| piece.word(at)).collect();
        let (what, amount) = times(&glued)?;
        let span = piece.span(at, end - 1);
        let told = Diagnostic::new(Code::ForeignSign, span).variant("counter");
        let told = told.arg("found", piece.written(at, end - 1)).arg("counter", what).arg("wanted", amount);
        // As one word it is looked at with what the policy counts.
        Some(told.edit(span, glued))
    })
}

/// `每 100 单 20元`: so much for each whole hundred.
pub fn every(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).find_map(|at| {
        let first = match piece.word(at) {
            "每" | "every" => at + 1,
            "每满" | "每达" => at + 1,
            _ => return None,
        };
        let counter = first + 1;
        let number = counter + 1;
        let counts = piece.kind(first) == Some(Kind::Number) && counted(piece.word(counter));
        let end = piece.after_quantity(number).filter(|_| counts)?;
        let (steps, full) = (piece.keyword(Keyword::Steps), piece.keyword(Keyword::Full));
        let span = piece.span(at, end - 1);
        let told = Diagnostic::new(Code::ForeignSign, span).variant("every").arg("found", piece.written(at, end - 1));
        let wanted = format!("{} * {steps}(…, {}, {full})", piece.words(number, end - 1), piece.word(first));
        Some(told.arg("counter", piece.word(counter)).arg("wanted", wanted))
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
    const WORDS: [(&str, &str); 7] =
        [("得", ""), ("计", ""), ("加", ""), ("奖", ""), ("按", ""), ("扣", "-"), ("减", "-")];
    const ENDS: [&str; 6] = ["计算", "计", "算", "发放", "发", "给"];
    let word = ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let (number, sign) = WORDS.iter().find_map(|(verb, sign)| Some((word.strip_prefix(verb)?, sign)))?;
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

/// Whether a line of pay is called as what is taken off.
pub fn is_fine(name: &str) -> bool {
    const WORDS: [&str; 5] = ["扣款", "罚款", "fine", "penalty", "deduction"];
    let name = name.to_lowercase();
    WORDS.iter().any(|word| name.ends_with(word) || name.starts_with(word))
}
