//! Attributes of a field as other tongues write them: `= 0`, `not null`, `[0, 10]`, `保留2位小数`.

use super::piece::Place;
use super::{Piece, bounds, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words for an attribute, in lower case. Those that need nothing behind them come first.
const FLAGS: &[(Keyword, &[&str])] = &[
    (
        Keyword::Optional,
        &[
            "选填",
            "可选",
            "可空",
            "可为空",
            "非必填",
            "允许为空",
            "可以为空",
            "可以不填",
            "可以空",
            "可不填",
            "nullable",
            "null",
            "?",
        ],
    ),
    (Keyword::Key, &["唯一", "unique", "pk", "主码"]),
];
const VALUED: &[(Keyword, &[&str])] = &[
    (Keyword::Default, &["=", ":=", "默认", "默认值", "缺省值", "默认为", "defaults", "initial"]),
    (Keyword::Decimals, &["小数", "小数点", "保留", "精度", "precision", "scale", "places", "digits"]),
    (Keyword::In, &["范围", "区间", "取值", "取值范围", "range", "between", "within"]),
    (Keyword::From, &["列", "列名", "表头", "对应", "取自", "column", "header", "as"]),
];

/// Every field of a record is required.
const REQUIRED: [&str; 6] = ["必填", "必需", "必须", "非空", "mandatory", "notnull"];

/// Whether a word says that a field may be empty.
pub fn is_optional(word: &str) -> bool {
    FLAGS.iter().any(|(keyword, words)| *keyword == Keyword::Optional && (keyword.is(word) || words.contains(&word)))
}

/// An attribute that is written in another way, at the first token behind the type where one stands.
pub fn worded(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Field).then_some(())?;
    let colon = piece.find(":").filter(|colon| *colon <= 2)?;
    let behind = behind_type(piece, colon + 1)?;
    (behind..piece.tokens.len()).find_map(|at| {
        let attribute = piece.word(at - 1) == "," || at == behind || piece.kind(at - 1) != Some(Kind::Sign);
        attribute.then(|| one(piece, at))?
    })
}

/// The token behind a type, its parentheses and its labels.
fn behind_type(piece: &Piece, first: usize) -> Option<usize> {
    matches!(piece.kind(first)?, Kind::Word | Kind::Text).then_some(())?;
    let mut at = first + 1;
    loop {
        at = match piece.word(at) {
            "(" => (at..piece.tokens.len()).find(|at| piece.word(*at) == ")")? + 1,
            "|" | "/" => at + 2,
            _ => return Some(at),
        };
    }
}

fn one(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let written = piece.word(at).to_lowercase();
    // `primary key`
    if written == "primary" && piece.is(at + 1, &[Keyword::Key]) {
        return Some(instead(piece, (at, at + 1), piece.keyword(Keyword::Key)));
    }
    // `默认0`
    let glued = ["默认值", "默认为", "默认", "缺省"].iter().find_map(|word| written.strip_prefix(word));
    if let Some(value) = glued.filter(|value| value.starts_with(|c: char| c.is_ascii_digit())) {
        return Some(instead(piece, (at, at), &format!("{} {value}", piece.keyword(Keyword::Default))));
    }
    let found = |words: &[&str]| words.contains(&written.as_str());
    let not_null = piece.is(at, &[Keyword::Not]) && matches!(piece.word(at + 1).to_lowercase().as_str(), "null" | "空");
    if not_null || found(&REQUIRED) {
        let first = if piece.word(at - 1) == "," { at - 1 } else { at };
        let span = piece.span(at, if not_null { at + 1 } else { at });
        let told = Diagnostic::new(Code::ForeignSign, span).variant("required").arg("found", piece.slice(span));
        return Some(told.edit(piece.span(first - 1, first - 1).after().to(span), ""));
    }
    // `金额，单位元`: the unit stands in the title of the column, and every amount of the policy has its own.
    if let Some(unit) = piece.word(at).strip_prefix("单位")
        && piece.word(at - 1) == ","
    {
        let last = if unit.is_empty() { piece.tokens.len() - 1 } else { at };
        let span = piece.span(at, last);
        let told = Diagnostic::new(Code::ForeignSign, span).variant("drop-word").arg("found", piece.written(at, last));
        return Some(told.edit(piece.span(at - 2, at - 2).after().to(span), ""));
    }
    if let Some((keyword, _)) = FLAGS.iter().find(|(_, words)| found(words)) {
        let comma = if piece.word(at) == "?" && piece.touches(at) { ", " } else { "" };
        let word = piece.keyword(*keyword);
        let told = signs::instead(piece, at, word);
        return Some(Diagnostic { edits: vec![], ..told }.edit(piece.span(at, at), format!("{comma}{word}")));
    }
    if let Some(told) = decimals(piece, at).or_else(|| domain(piece, at)).or_else(|| column(piece, at)) {
        return Some(told);
    }
    let valued = VALUED.iter().find(|(_, words)| found(words)).map(|(keyword, _)| *keyword)?;
    let fits = match valued {
        Keyword::In => matches!(piece.word(at + 1), "[" | "("),
        Keyword::From => piece.kind(at + 1) == Some(Kind::Text),
        Keyword::Decimals => piece.kind(at + 1) == Some(Kind::Number),
        _ => piece.kind(at + 1).is_some(),
    };
    fits.then(|| {
        let told = signs::instead(piece, at, piece.keyword(valued));
        Diagnostic { edits: vec![], ..told }.edit(piece.span(at, at), piece.keyword(valued))
    })
}

/// `2位小数`, `保留2位`
fn decimals(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let text = piece.word(at);
    let number = piece.kind(at) == Some(Kind::Number);
    let behind = |word: &str| matches!(word, "位" | "位小数" | "decimals" | "places" | "dp");
    let (places, last) = if number && behind(piece.word(at + 1)) {
        (text, at + 1)
    } else {
        let rest = ["保留", "小数", "精确到"].iter().find_map(|word| text.strip_prefix(word))?;
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (places, unit) = rest.split_at(end);
        (!places.is_empty() && (unit.is_empty() || behind(unit))).then_some((places, at))?
    };
    Some(instead(piece, (at, last), &format!("{} {places}", piece.keyword(Keyword::Decimals))))
}

/// `[0, 10]` without `in`, `0到10`, `in 0-10`, `范围 0-10`, `>= 0`
fn domain(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let word = piece.keyword(Keyword::In);
    // The word before it, where one stands there, is part of what is written anew.
    let said = at.checked_sub(1).filter(|before| is_in(piece, *before));
    let first = said.unwrap_or(at);
    let within = |end: usize, interval: String| instead(piece, (first, end), &format!("{word} {interval}"));
    if matches!(piece.word(at), "[" | "(" | "{") {
        let close = (at..piece.tokens.len()).find(|at| matches!(piece.word(*at), "]" | ")" | "}"))?;
        let comma = (at..close).any(|at| piece.word(at) == ",");
        if comma && said.is_none() {
            return Some(within(close, piece.written(at, close).to_owned()));
        }
        let (lo, hi, end) = ends(piece, at + 1)?;
        return (end == close).then(|| within(close, format!("[{lo}, {hi}]")));
    }
    if let Some((lo, hi, end)) = ends(piece, at) {
        return Some(within(end - 1, format!("[{lo}, {hi}]")));
    }
    // Between the two bounds of a text they are one interval.
    let last = piece.tokens.len() - 1;
    let found = bounds::read(piece.words(at, last))?;
    let [one, other] = found.as_slice() else { return None };
    Some(within(last, bounds::between(one, other)?))
}

/// The ends of a range without brackets that begins at a token, and the token behind it.
pub fn ends(piece: &Piece, at: usize) -> Option<(String, String, usize)> {
    let dash = piece.after_quantity(at)?;
    let lo = piece.words(at, dash - 1).to_owned();
    let glued = ["到", "至"].iter().find_map(|sign| piece.word(dash).strip_prefix(sign)).filter(|hi| !hi.is_empty());
    if let Some(hi) = glued.filter(|hi| hi.starts_with(|c: char| c.is_ascii_digit())) {
        return Some((lo, hi.to_owned(), dash + 1));
    }
    let dots = (dash..).take_while(|at| piece.word(*at) == ".").count();
    let sign = matches!(piece.word(dash), "-" | "~" | "–" | "—" | "到" | "至" | "to" | "…");
    let behind = if (2..=3).contains(&dots) { Some(dash + dots) } else { sign.then_some(dash + 1) }?;
    let end = piece.after_quantity(behind)?;
    Some((lo, piece.words(behind, end - 1).to_owned(), end))
}

/// Whether a token is a word for the values that a field admits.
fn is_in(piece: &Piece, at: usize) -> bool {
    let written = piece.word(at).to_lowercase();
    let words = VALUED.iter().filter(|(keyword, _)| *keyword == Keyword::In).flat_map(|(_, words)| words.iter());
    piece.is(at, &[Keyword::In]) || words.into_iter().any(|word| *word == written)
}

/// `来自 客单数`: the name of a column is a text.
fn column(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let named = piece.is(at, &[Keyword::From]) && piece.kind(at + 1) == Some(Kind::Word);
    named.then(|| instead(piece, (at + 1, at + 1), &format!("\"{}\"", piece.written(at + 1, at + 1))))
}

fn instead(piece: &Piece, (first, last): (usize, usize), wanted: &str) -> Diagnostic {
    let span = piece.span(first, last);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(first, last));
    told.arg("wanted", wanted).edit(span, wanted)
}
