//! Words that mean a keyword, and are none.

use super::{Piece, Place, numbers, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Tongue;
use crate::source::Span;
use crate::syntax::layout::Kind;
use crate::syntax::{Keyword, spelling};

/// Words of conditions, and what is written instead.
const WORDS: [(&str, &str); 28] = [
    ("那么", "则"),
    ("不然", "否则"),
    ("或者", "或"),
    ("并且", "且"),
    ("而且", "且"),
    ("以及", "且"),
    ("同时", "且"),
    ("假如", "如果"),
    ("若", "如果"),
    ("要是", "如果"),
    ("倘若", "如果"),
    ("不是", "!="),
    ("是", "="),
    ("为空", "为 缺失"),
    ("不为空", "为 非 缺失"),
    ("空", "缺失"),
    ("空值", "缺失"),
    ("空白", "缺失"),
    ("null", "missing"),
    ("NULL", "missing"),
    ("nil", "missing"),
    ("none", "missing"),
    ("None", "missing"),
    ("empty", "missing"),
    ("elif", "else if"),
    ("elsif", "else if"),
    ("elseif", "else if"),
    ("unless", "when not"),
];

/// The period that a word means which is none: `monthly`, `每月`.
pub fn period(word: &str) -> Option<Keyword> {
    const WORDS: [(Keyword, [&str; 5]); 4] = [
        (Keyword::Week, ["weekly", "weeks", "每周", "按周", "周度"]),
        (Keyword::Month, ["monthly", "months", "每月", "按月", "月度"]),
        (Keyword::Quarter, ["quarterly", "quarters", "每季度", "按季", "季"]),
        (Keyword::Year, ["yearly", "annual", "每年", "按年", "年度"]),
    ];
    let lower = word.to_lowercase();
    WORDS.iter().find(|(_, words)| words.contains(&lower.as_str())).map(|(keyword, _)| *keyword)
}

/// Words of the last row.
const REST: [&str; 16] = [
    "_",
    "剩下",
    "else",
    "否则",
    "default",
    "other",
    "others",
    "rest",
    "其他",
    "其它",
    "其他情况",
    "其余情况",
    "剩余",
    "默认",
    "缺省",
    "默认值",
];

/// Words of conditions that are keywords in lower case only.
const LOWER: [Keyword; 10] = [
    Keyword::When,
    Keyword::If,
    Keyword::Then,
    Keyword::Else,
    Keyword::And,
    Keyword::Or,
    Keyword::Not,
    Keyword::In,
    Keyword::Is,
    Keyword::Missing,
];

/// What is written instead of a word of a condition.
pub fn condition_word(word: &str) -> Option<&'static str> {
    let other = WORDS.iter().find(|(found, _)| *found == word).map(|(_, wanted)| *wanted);
    let lower = || LOWER.iter().map(|keyword| keyword.en()).find(|en| *en != word && en.eq_ignore_ascii_case(word));
    other.or_else(lower)
}

/// `那么`, `AND`, `elif`
pub fn told(piece: &Piece) -> Option<Diagnostic> {
    let first = if matches!(piece.place, Place::Condition | Place::Expression) { 0 } else { 1 };
    (first..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Word)).find_map(|at| {
        let declared = matches!(piece.word(at + 1), ":" | "(" | ".") || at == 1 && piece.place == Place::Item;
        let wanted = condition_word(piece.word(at)).filter(|_| !declared)?;
        // Behind another word that joins, `不是` denies what follows.
        let joins = at.checked_sub(1).is_none_or(|before| piece.is(before, &LOWER));
        let wanted = if joins && wanted == "!=" { Keyword::Not.zh() } else { wanted };
        Some(signs::instead(piece, at, wanted))
    })
}

/// `p is 3`, `p is not 3`
pub fn is(piece: &Piece) -> Option<Diagnostic> {
    let is = (1..piece.tokens.len()).find(|at| piece.is(*at, &[Keyword::Is]))?;
    let last = if piece.is(is + 1, &[Keyword::Not]) { is + 1 } else { is };
    let value = piece.kind(last + 1)? != Kind::Sign && !piece.is(last + 1, &[Keyword::Missing]);
    let sign = if last == is { "=" } else { "!=" };
    value.then(|| signs::compare(piece.span(is, last), piece.words(is, last), sign, sign.to_owned()))
}

/// `else => 0`
pub fn rest(piece: &Piece) -> Option<Diagnostic> {
    let first = piece.place.is_row() && matches!(piece.word(1), "=>" | "->" | ":");
    let wanted = first.then(|| rest_word(piece.word(0)))??;
    Some(signs::instead(piece, 0, wanted))
}

/// What the last row begins with instead of this word.
pub fn rest_word(word: &str) -> Option<&'static str> {
    let keyword = Keyword::Otherwise;
    REST.contains(&word).then(|| if word.is_ascii() { keyword.en() } else { keyword.zh() })
}

/// `p > 3 and < 5`: nothing is said of what the second is compared with.
pub fn subject(piece: &Piece) -> Option<Diagnostic> {
    let is_sign = |at: usize| matches!(piece.word(at), ">" | "<" | ">=" | "<=");
    let at = (1..piece.tokens.len()).find(|at| is_sign(*at) && piece.is(at - 1, &[Keyword::And, Keyword::Or]))?;
    let named = |at: &usize| is_sign(*at) && piece.kind(at.wrapping_sub(1)) == Some(Kind::Word);
    let subject = piece.word((1..at - 1).rev().find(named)? - 1);
    let wanted = format!("{subject} {}", piece.word(at));
    let told = Diagnostic::new(Code::Syntax, piece.span(at, at)).variant("subject").arg("found", piece.word(at));
    Some(told.arg("wanted", wanted.clone()).edit(piece.span(at, at), wanted))
}

/// `in (1, 2)`
pub fn set(piece: &Piece) -> Option<Diagnostic> {
    // The domain of a field is an interval.
    if piece.place == Place::Field || numbers::unknown_unit(piece).is_some() {
        return None;
    }
    // The patterns of a row need no `in`.
    let open = (1..piece.tokens.len())
        .find(|at| matches!(piece.word(*at), "(" | "[") && (piece.is(at - 1, &[Keyword::In])))?;
    let close = (open..piece.tokens.len()).find(|at| matches!(piece.word(*at), ")" | "]"))?;
    let wanted = format!("{{{}}}", piece.words(open + 1, close - 1));
    let pattern = piece.place.is_row() && (open == 1 || piece.word(open - 2) == ":");
    let span = piece.span(if pattern { open - 1 } else { open }, close);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.words(open, close));
    Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
}

/// `if(p > 90, 1, 0)`
pub fn spreadsheet_if(piece: &Piece) -> Option<Diagnostic> {
    let at = (0..piece.tokens.len()).find(|at| piece.is(*at, &[Keyword::If]) && piece.word(at + 1) == "(")?;
    let (mut depth, mut commas) = (0_usize, vec![]);
    let close = (at + 1..piece.tokens.len()).find(|at| {
        match piece.word(*at) {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            "," if depth == 1 => commas.push(*at),
            _ => {}
        }
        depth == 0
    })?;
    let [first, second] = commas.as_slice() else { return None };
    let part = |first: usize, last: usize| nested(piece, first, last);
    let parts = [part(at + 2, first - 1), part(first + 1, second - 1), part(second + 1, close - 1)];
    Some(spreadsheet((piece.span(at, close), piece.file()), piece.word(at), parts.each_ref().map(String::as_str)))
}

/// A part of such a condition, with those that it is itself.
fn nested(piece: &Piece, first: usize, last: usize) -> String {
    let whole = piece.words(first, last).to_owned();
    if !piece.is(first, &[Keyword::If]) || piece.word(first + 1) != "(" || piece.word(last) != ")" {
        return whole;
    }
    let depth = |depth: i32, at: usize| match piece.word(at) {
        "(" | "[" | "{" => depth + 1,
        ")" | "]" | "}" => depth - 1,
        _ => depth,
    };
    let commas = (first + 2..last).filter(|at| piece.word(*at) == "," && (first..*at).fold(0, depth) == 1);
    let [one, two] = commas.collect::<Vec<_>>()[..] else { return whole };
    let part = |first: usize, last: usize| nested(piece, first, last);
    choice(
        (piece.word(first), piece.file()),
        [&part(first + 2, one - 1), &part(one + 1, two - 1), &part(two + 1, last - 1)],
    )
}

/// Whether it tells of such a condition.
pub fn is_choice(told: &Diagnostic) -> bool {
    told.code == Code::ForeignSign && told.edits.first().is_some_and(|edit| edit.text.starts_with(['(']))
}

/// What to tell of a condition that is written as a spreadsheet has it.
pub fn spreadsheet((span, text): (Span, &str), word: &str, parts: [&str; 3]) -> Diagnostic {
    let wanted = choice((word, text), parts);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", format!("{word}(…)"));
    told.arg("wanted", wanted.clone()).safe_edit(span, wanted)
}

/// A choice in the tongue of the file, since `if(` is a spreadsheet's word in either.
fn choice((word, text): (&str, &str), [condition, then, other]: [&str; 3]) -> String {
    let own = if word.is_ascii() { Tongue::En } else { Tongue::Zh };
    let tongue = spelling(text).map_or(own, |spelling| spelling.words);
    let [if_word, then_word, else_word] =
        [Keyword::If, Keyword::Then, Keyword::Else].map(|keyword| keyword.word(tongue));
    format!("({if_word} {condition} {then_word} {then} {else_word} {other})")
}
