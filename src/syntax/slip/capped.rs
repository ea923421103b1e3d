//! A cap or floor behind the amount that it is of: `20元 * 迟到次数 不高于 200元`, `100 - 5 * 差评数，最低 0 分`.

use super::bounds;
use super::{Piece, Place, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;

/// Words before the bound. One that another begins with stands behind it.
const BEFORE: [(&str, Keyword); 42] = [
    ("不低于", Keyword::AtLeast),
    ("不得低于", Keyword::AtLeast),
    ("不少于", Keyword::AtLeast),
    ("不小于", Keyword::AtLeast),
    ("至少", Keyword::AtLeast),
    ("最少", Keyword::AtLeast),
    ("最低", Keyword::AtLeast),
    ("最小", Keyword::AtLeast),
    ("保底", Keyword::AtLeast),
    ("兜底", Keyword::AtLeast),
    ("下限", Keyword::AtLeast),
    ("no less than", Keyword::AtLeast),
    ("not less than", Keyword::AtLeast),
    ("no lower than", Keyword::AtLeast),
    ("not below", Keyword::AtLeast),
    ("at least", Keyword::AtLeast),
    ("minimum", Keyword::AtLeast),
    ("min", Keyword::AtLeast),
    ("floor", Keyword::AtLeast),
    ("不高于", Keyword::AtMost),
    ("不得高于", Keyword::AtMost),
    ("不超过", Keyword::AtMost),
    ("不得超过", Keyword::AtMost),
    ("不大于", Keyword::AtMost),
    ("不多于", Keyword::AtMost),
    ("至多", Keyword::AtMost),
    ("最多", Keyword::AtMost),
    ("最高", Keyword::AtMost),
    ("最大", Keyword::AtMost),
    ("封顶", Keyword::AtMost),
    ("上限", Keyword::AtMost),
    ("no more than", Keyword::AtMost),
    ("not more than", Keyword::AtMost),
    ("no higher than", Keyword::AtMost),
    ("not above", Keyword::AtMost),
    ("at most", Keyword::AtMost),
    ("up to", Keyword::AtMost),
    ("capped at", Keyword::AtMost),
    ("limited to", Keyword::AtMost),
    ("maximum", Keyword::AtMost),
    ("max", Keyword::AtMost),
    ("cap", Keyword::AtMost),
];

/// Words behind it: `200元封顶`, `以 200元 为限`.
const BEHIND: [(&str, Keyword); 10] = [
    ("封顶", Keyword::AtMost),
    ("为限", Keyword::AtMost),
    ("为上限", Keyword::AtMost),
    ("上限", Keyword::AtMost),
    ("max", Keyword::AtMost),
    ("cap", Keyword::AtMost),
    ("保底", Keyword::AtLeast),
    ("兜底", Keyword::AtLeast),
    ("为下限", Keyword::AtLeast),
    ("为止", Keyword::AtLeast),
];

/// Words that say so of nothing at all: what is deducted from is used up.
const USED_UP: [&str; 6] = ["扣完为止", "扣完即止", "扣至零", "扣到0为止", "不为负", "不倒扣"];

/// What stands before such a word and says nothing of its own.
const FILLERS: [&str; 16] = [
    "但是", "但", "并且", "且", "并", "累计", "合计", "总共", "每月", "当月", "单月", "全月", "以", "but", "and", "to",
];

/// A cap or a floor.
struct Bound {
    word: Keyword,
    amount: String,
}

/// Where a piece has bounds behind the amount.
struct Found<'a> {
    /// The tokens of the amount.
    first: usize,
    last: usize,
    bounds: Vec<Bound>,
    /// The condition that stands behind all of it.
    guard: &'a str,
}

/// A bound that stands behind the amount.
pub fn behind(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    let end = piece.tokens.len();
    let mut depth = 0_usize;
    let found = (first..end).find_map(|at| {
        let starts = depth == 0 && at > first && !joins(piece, at);
        match piece.word(at) {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        starts.then(|| found(piece, first, at)).flatten()
    })?;
    Some(told(piece, &found))
}

/// Whether a token is the unit of the number before it, or what an operator before it is about.
fn joins(piece: &Piece, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| piece.word(before));
    matches!(before, "+" | "-" | "*" | "/" | "." | "=" | "=>") || piece.is_unit(at) && piece.touches(at)
}

/// The first token of an amount that can have bounds. What is no amount compares with such words.
fn value_start(piece: &Piece) -> Option<usize> {
    let sign = match piece.place {
        Place::PayLine => piece.find("=")?,
        Place::Row | Place::GradeRow => piece.find("=>")?,
        Place::Score => piece.find("=")?,
        Place::Item if piece.is(0, &[Keyword::Score]) => piece.find("=")?,
        Place::Item if piece.is(0, &[Keyword::Metric, Keyword::Let]) => {
            let sign = piece.find("=")?;
            let bool = (1..sign).any(|at| piece.is(at, &[Keyword::Bool]));
            let counts = (sign..piece.tokens.len()).any(|at| matches!(piece.word(at), "+" | "-" | "*" | "/"));
            (!bool && counts).then_some(sign)?
        }
        _ => return None,
    };
    Some(sign + 1)
}

fn found<'a>(piece: &Piece<'a>, first: usize, at: usize) -> Option<Found<'a>> {
    // Of a condition it is a part.
    let count = |keyword: Keyword| (first..at).filter(|at| piece.is(*at, &[keyword])).count();
    let conditional = count(Keyword::When) > 0 || count(Keyword::If) > count(Keyword::Else);
    let end = (at..piece.tokens.len()).find(|at| piece.is(*at, &[Keyword::When])).unwrap_or(piece.tokens.len());
    let tail = piece.words(at, end.checked_sub(1).filter(|last| *last >= at)?);
    let bounds = bounds_of(tail).filter(|_| !conditional)?;
    let guard = piece.tokens.len().checked_sub(1).filter(|last| *last > end).map_or("", |last| piece.words(end, last));
    Some(Found { first, last: at - 1, bounds, guard })
}

/// The bounds that a text consists of.
fn bounds_of(text: &str) -> Option<Vec<Bound>> {
    let mut rest = text.trim_matches([' ', ',', '、', '。', '.']);
    if let Some(inside) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        rest = inside.trim();
    }
    let mut found: Vec<Bound> = vec![];
    while !rest.is_empty() {
        let (bound, behind) = bound(rest)?;
        rest = behind.trim_start_matches([' ', ',', '、']);
        found.push(bound);
        (found.len() <= 2).then_some(())?;
    }
    let twice = matches!(found.as_slice(), [one, other] if one.word == other.word);
    (!found.is_empty() && !twice).then_some(found)
}

fn bound(text: &str) -> Option<(Bound, &str)> {
    let text = without(text, &FILLERS);
    if let Some(rest) = USED_UP.iter().find_map(|word| stripped(text, word)) {
        return Some((Bound { word: Keyword::AtLeast, amount: "0".to_owned() }, rest));
    }
    if let Some((word, rest)) = worded(text, &BEFORE) {
        let rest = without(
            worded(rest.trim_start(), &BEFORE).map_or(rest, |(_, rest)| rest),
            &["为", "是", ":", "=", "at", "扣", "罚", "奖", "发", "给"],
        );
        let (amount, rest) = amount(rest)?;
        return Some((Bound { word, amount }, without(rest, &["为止"])));
    }
    let (amount, rest) =
        amount(text).filter(|(amount, _)| amount.starts_with(|c: char| c.is_ascii_digit() || c == '¥'))?;
    let (word, rest) = worded(rest.trim_start(), &BEHIND)?;
    Some((Bound { word, amount }, rest))
}

/// The first of the words that the text begins with, and what stands behind it.
fn worded<'a>(text: &'a str, words: &[(&str, Keyword)]) -> Option<(Keyword, &'a str)> {
    words.iter().find_map(|(word, keyword)| Some((*keyword, stripped(text, word)?)))
}

fn stripped<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = (text.get(..word.len())?, text.get(word.len()..)?);
    let whole = !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    (head.eq_ignore_ascii_case(word) && whole).then_some(rest)
}

/// The text without the words of `words` that it begins with.
fn without<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let text = text.trim_start();
    words.iter().find_map(|word| stripped(text, word)).map_or(text, |rest| without(rest, words))
}

/// An amount with its sign, or a name.
fn amount(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let (sign, figure) = text.strip_prefix('-').map_or(("", text), |figure| ("-", figure.trim_start()));
    if let Some((_, rest)) = bounds::quantity(figure) {
        let written = figure.get(..figure.len() - rest.len())?.trim();
        return Some((format!("{sign}{}", written.replace(',', "")), rest));
    }
    let name = figure.find(|c: char| !unicode_ident::is_xid_continue(c) && c != '.').unwrap_or(figure.len());
    let (name, rest) = figure.split_at(name);
    let known = name.starts_with(unicode_ident::is_xid_start) && !Keyword::ALL.iter().any(|word| word.is(name));
    known.then(|| (format!("{sign}{name}"), rest))
}

/// What to write instead: before the `=` of a pay line, elsewhere as a function.
fn told(piece: &Piece, found: &Found) -> Diagnostic {
    let last = piece.tokens.len() - 1;
    let value = piece.words(found.first, found.last);
    // Who says "at most 200" of a deduction means the amount: of what is below 0 that is the least.
    let fine = piece.place == Place::PayLine && found.first == 2 && words::is_fine(piece.word(0));
    let turned = format!("-{value}");
    let plain = fine && !value.starts_with(['-', '(']) && !value.contains(['+', '-']);
    let value = if plain { turned.as_str() } else { value };
    let negative = value.starts_with('-') || value.starts_with("0 -") || value.starts_with("0元 -");
    let bounds: Vec<Bound> = found.bounds.iter().map(|bound| self::turned(bound, negative)).collect();
    // There the bound is a fixed value.
    let fixed = bounds.iter().all(|bound| bound.amount.contains(|c: char| c.is_ascii_digit()));
    let head = piece.place == Place::PayLine && found.first == 2 && fixed;
    let guard = if found.guard.is_empty() { String::new() } else { format!(" {}", found.guard) };
    let text = if head {
        let said = bounds.iter().map(|bound| format!(" {} {}", piece.keyword(bound.word), bound.amount));
        format!("{}{} = {value}{guard}", piece.written(0, 0), said.collect::<String>())
    } else {
        let function = |value: String, bound: &Bound| {
            let word = if bound.word == Keyword::AtLeast { Keyword::Max } else { Keyword::Min };
            format!("{}({value}, {})", piece.keyword(word), bound.amount)
        };
        format!("{}{guard}", bounds.iter().fold(value.to_owned(), function))
    };
    let span = piece.span(found.last + 1, last);
    let told = Diagnostic::new(Code::Syntax, span).arg("found", piece.written(found.last + 1, last));
    let variant = match (head, negative && found.bounds.iter().any(|bound| !is_zero(&bound.amount))) {
        (true, true) => "bound-deducted",
        (true, false) => "bound-line",
        (false, _) => "bound-value",
    };
    let whole = piece.span(if head { 0 } else { found.first }, last);
    let told = told.variant(variant).arg("wanted", text.clone());
    let line = if head { text.clone() } else { format!("{} {text}", piece.words(0, found.first - 1)) };
    if piece.reads(&line) { told.edit(whole, text) } else { told }
}

fn is_zero(amount: &str) -> bool {
    amount.chars().filter(char::is_ascii_digit).all(|digit| digit == '0')
}

/// The bound of an amount below 0 of which the size was meant.
fn turned(bound: &Bound, negative: bool) -> Bound {
    let Bound { word, amount } = bound;
    let turns = negative && !amount.starts_with('-') && !is_zero(amount);
    let other = if *word == Keyword::AtLeast { Keyword::AtMost } else { Keyword::AtLeast };
    match turns {
        true => Bound { word: other, amount: format!("-{amount}") },
        false => Bound { word: *word, amount: amount.clone() },
    }
}

/// `不低于 2000元`, `minimum 1,500 EUR`, `at least 0`: a bound and nothing that it is of.
pub fn alone(text: &str) -> Option<(Keyword, String)> {
    let text = text.trim();
    let begins = |word: &str| {
        let rest = text.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)).and(text.get(word.len()..))?;
        let whole = !word.is_ascii() || rest.starts_with(' ') || rest.starts_with(':');
        whole.then_some(rest)
    };
    let (keyword, rest) = BEFORE.iter().find_map(|(word, keyword)| Some((*keyword, begins(word)?)))?;
    let rest = rest.trim_start_matches([':', ' ', '为', '是']);
    let (amount, behind) = bounds::quantity(rest)?;
    behind.trim().is_empty().then(|| (keyword, super::phrases::spelt(&amount)))
}

/// `最多扣20分`, `max -30`, `capped at 200 USD`: how far an amount goes at most.
pub fn most(text: &str) -> Option<(Keyword, String)> {
    let found = bounds_of(text)?;
    match found.as_slice() {
        [Bound { word, amount }] if *word == Keyword::AtMost || amount.starts_with('-') => {
            Some((*word, amount.clone()))
        }
        _ => None,
    }
}
