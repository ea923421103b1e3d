//! Functions over many records and periods, and rows in a test, written in other ways.

use super::{Piece, Place, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Functions that no word can follow without parentheses.
const FUNCTIONS: [Keyword; 9] = [
    Keyword::Rank,
    Keyword::Sum,
    Keyword::Count,
    Keyword::Average,
    Keyword::Previous,
    Keyword::Streak,
    Keyword::Increasing,
    Keyword::Allocate,
    Keyword::Every,
];

/// Words before the colon of a named argument that can begin nothing else there.
const OPTIONS: [Keyword; 5] = [Keyword::Within, Keyword::Over, Keyword::Ties, Keyword::Order, Keyword::By];

/// Words for a span of time behind a number.
const SPANS: [&str; 13] =
    ["月", "个月", "季", "季度", "个季度", "周", "年", "month", "months", "quarter", "quarters", "weeks", "years"];

/// `within = shop`, which reads as a comparison: the sign between the two.
pub fn equals(name: &str, between: Span) -> Option<Diagnostic> {
    let named = Keyword::among(name, &OPTIONS).is_some() || Keyword::Then.is(name);
    named.then(|| {
        let told = Diagnostic::new(Code::WrongArrow, between).variant("option").arg("found", "=").arg("wanted", ":");
        told.arg("name", name).safe_edit(between, ": ")
    })
}

/// Whether a token stands in parentheses.
pub fn inside(piece: &Piece, at: usize) -> bool {
    let depth = |depth: i32, at: usize| match piece.word(at) {
        "(" => depth + 1,
        ")" => depth - 1,
        _ => depth,
    };
    (0..at).fold(0, depth) > 0
}

/// `within [shop, team]`: several keys stand in braces.
pub fn several(piece: &Piece) -> Option<Diagnostic> {
    let open = (2..piece.tokens.len()).find(|at| {
        matches!(piece.word(*at), "[" | "(") && piece.word(at - 1) == ":" && piece.is(at - 2, &[Keyword::Within])
    })?;
    let close = (open..piece.tokens.len()).find(|at| matches!(piece.word(*at), "]" | ")"))?;
    let wanted = format!("{{{}}}", piece.words(open + 1, close.checked_sub(1)?));
    let span = piece.span(open, close);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.words(open, close));
    Some(told.arg("wanted", wanted.clone()).safe_edit(span, wanted))
}

/// `average(score) per team`: whose values are taken is said inside.
pub fn per(piece: &Piece) -> Option<Diagnostic> {
    let first = super::formulas::value_start(piece)?;
    let close = (first..piece.tokens.len()).find(|at| {
        let word = matches!(piece.word(at + 1), "per" | "by" | "within" | "of");
        let name = if piece.word(at + 2) == "the" { at + 3 } else { at + 2 };
        piece.word(*at) == ")" && word && piece.kind(name) == Some(Kind::Word)
    })?;
    let open = (first..close).rev().find(|at| piece.word(*at) == "(").filter(|open| *open > first)?;
    const MANY: [Keyword; 4] = [Keyword::Average, Keyword::Sum, Keyword::Count, Keyword::Rank];
    let function = piece.is(open - 1, &MANY) || matches!(piece.word(open - 1), "avg" | "mean" | "total");
    let name = if piece.word(close + 2) == "the" { close + 3 } else { close + 2 };
    let wanted = format!(", {}: {})", piece.keyword(Keyword::Within), piece.word(name));
    let span = piece.span(close, name);
    let told =
        Diagnostic::new(Code::ForeignSign, piece.span(close + 1, name)).arg("found", piece.written(close + 1, name));
    function.then(|| told.arg("wanted", wanted.clone()).edit(span, wanted))
}

/// `rank(x within shop)`, `rank(x within: shop)`: a named argument without its comma, or colon.
pub fn option(piece: &Piece) -> Option<Diagnostic> {
    let at = (2..piece.tokens.len()).find(|at| {
        let behind = !matches!(piece.word(at - 1), "(" | ".");
        let apart = piece.word(at - 1) == "," && piece.word(at + 1) == ":";
        let value = piece.word(at + 1) == ":" || matches!(piece.kind(at + 1), Some(Kind::Word | Kind::Number));
        behind && value && !apart && piece.is(*at, &OPTIONS) && inside(piece, *at)
    })?;
    let word = piece.word(at);
    let span = piece.span(at, at);
    let colon = if piece.word(at + 1) == ":" { "" } else { ":" };
    if piece.word(at - 1) == "," {
        let told = Diagnostic::new(Code::MissingColon, span).arg("name", word);
        return Some(told.safe_edit(span.after(), colon));
    }
    let told = Diagnostic::new(Code::MissingComma, span).arg("before", word);
    let gap = piece.span(at - 1, at - 1).after();
    Some(told.safe_edit(gap.to(span), format!(", {word}{colon}")))
}

/// `over: up to year`: a span that the language has not.
pub fn so_far(piece: &Piece) -> Option<Diagnostic> {
    let over = (0..piece.tokens.len()).find(|at| piece.is(*at, &[Keyword::Over]) && piece.word(at + 1) == ":")?;
    let last = (over + 3..over + 5).find(|at| piece.is(*at, &[Keyword::Year, Keyword::Quarter]))?;
    Keyword::UpTo.is(piece.words(over + 2, last - 1)).then(|| {
        let told = Diagnostic::new(Code::BadOption, piece.span(over + 2, last)).variant("so-far");
        told.arg("text", piece.words(over, last)).arg("span", piece.word(last))
    })
}

/// `over: 3 months`, `over: up to 3`: the span is counted in periods.
pub fn over(piece: &Piece) -> Option<Diagnostic> {
    let over = (0..piece.tokens.len()).find(|at| piece.is(*at, &[Keyword::Over]) && piece.word(at + 1) == ":")?;
    let number = (over + 2..piece.tokens.len()).take(3).find(|at| piece.kind(*at) == Some(Kind::Number))?;
    let unit = SPANS.contains(&piece.word(number + 1));
    let up_to = Keyword::UpTo.is(piece.words(over + 2, number.checked_sub(1)?));
    let short = up_to && matches!(piece.word(number + 1), ")" | ",");
    (unit || short).then(|| {
        let last = if unit { number + 1 } else { number };
        let span = piece.span(over + 2, last);
        let count = piece.words(if up_to { over + 2 } else { number }, number);
        let wanted = format!("{count} {}", periods_word(piece));
        let told = Diagnostic::new(Code::UnknownUnit, span).variant("periods").arg("wanted", wanted.clone());
        told.edit(span, wanted)
    })
}

fn periods_word(piece: &Piece) -> &'static str {
    if piece.is_chinese() { Keyword::Periods.zh() } else { Keyword::Periods.en() }
}

/// `streak(C) >= 3 periods`, `sum(x, 3 periods)`: periods are counted behind `over:` alone.
pub fn periods(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        let behind = |back: usize| at.checked_sub(back).is_some_and(|at| matches!(piece.word(at), ":" | "+"));
        let up_to = (1..*at).any(|at| piece.is(at, &[Keyword::Over]));
        piece.is(*at, &[Keyword::Periods]) && piece.kind(at - 1) == Some(Kind::Number) && !behind(2) && !up_to
    })?;
    let call = (0..at).rev().find(|open| piece.word(*open) == "(").and_then(|open| open.checked_sub(1));
    let sums = [Keyword::Sum, Keyword::Average, Keyword::Min, Keyword::Max];
    let (number, span) = (piece.word(at - 1), piece.span(at - 1, at));
    let told = Diagnostic::new(Code::UnknownUnit, span);
    if piece.word(at.checked_sub(2)?) == "," && call.is_some_and(|call| piece.is(call, &sums)) {
        let over = if piece.is_chinese() { Keyword::Over.zh() } else { Keyword::Over.en() };
        let wanted = format!("{over}: {number} {}", piece.word(at));
        return Some(told.variant("periods").arg("wanted", wanted.clone()).edit(span, wanted));
    }
    let told = told.variant("alone").arg("unit", piece.word(at)).arg("wanted", number);
    Some(told.safe_edit(span, number))
}

/// Words by which other languages count each value once.
const DIFFERENT: [&str; 8] = ["distinct", "unique", "different", "dedup", "不同", "不同的", "去重", "不重复"];

/// Whether a word, as people write it, asks for each value once.
pub fn is_different(word: &str) -> bool {
    DIFFERENT.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// `count(distinct orders.customer)`, `count(orders.customer, distinct)`: nothing counts each value once.
pub fn different(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len())
        .find(|at| is_different(piece.word(*at)) && inside(piece, *at) && !matches!(piece.word(at - 1), "." | ":"))?;
    let beside = piece.kind(at + 1) == Some(Kind::Word) || piece.word(at - 1) == ",";
    beside.then(|| {
        Diagnostic::new(Code::UnknownName, piece.span(at, at)).variant("different").arg("name", piece.word(at))
    })
}

/// `previous total`, `sum orders.amount`: a function without its parentheses.
pub fn bare(piece: &Piece) -> Option<Diagnostic> {
    let gives = |at: usize| matches!(piece.word(at), "=" | "=>") || piece.is(at, &[Keyword::When, Keyword::Ensure]);
    let first = (0..piece.tokens.len()).find(|at| gives(*at))? + 1;
    if piece.place == Place::Assignment {
        return None;
    }
    let at = (first..piece.tokens.len()).find(|at| {
        let next = matches!(piece.kind(at + 1), Some(Kind::Word | Kind::Number));
        let name = !is_keyword(piece.word(at + 1));
        piece.is(*at, &FUNCTIONS) && next && name && !matches!(piece.word(at.wrapping_sub(1)), "." | ":")
    })?;
    let mut last = at + 1;
    while piece.word(last + 1) == "." && piece.kind(last + 2) == Some(Kind::Word) {
        last += 2;
    }
    let wanted = format!("{}({})", piece.word(at), piece.words(at + 1, last));
    let told = Diagnostic::new(Code::Syntax, piece.span(at, at)).variant("call").arg("found", piece.word(at));
    let goes_on = matches!(piece.kind(last + 1), Some(Kind::Word | Kind::Number)) && !is_keyword(piece.word(last + 1));
    let single = !piece.is(at, &[Keyword::Increasing, Keyword::Allocate]);
    let whole = single && !goes_on && piece.kind(at + 1) == Some(Kind::Word) && piece.word(last + 1) != ",";
    let told = told.arg("wanted", if whole { wanted.clone() } else { format!("{}(…)", piece.word(at)) });
    Some(if whole { told.edit(piece.span(at, last), wanted) } else { told })
}

fn is_keyword(word: &str) -> bool {
    Keyword::ALL.iter().any(|keyword| keyword.is(word))
}

/// `sum(orders.amount) where C`: which rows are taken is said inside.
pub fn filter(piece: &Piece) -> Option<Diagnostic> {
    let at = (2..piece.tokens.len())
        .find(|at| piece.is(*at, &[Keyword::Where]) && piece.word(at - 1) == ")" && !inside(piece, *at))?;
    let open = (0..at).rev().find(|open| piece.word(*open) == "(")?;
    let last = piece.tokens.len() - 1;
    let wanted = format!("{} {})", piece.words(open.checked_sub(1)?, at - 2), piece.words(at, last));
    let told = Diagnostic::new(Code::Syntax, piece.span(at, at)).variant("inside").arg("found", piece.word(at));
    Some(told.arg("wanted", wanted.clone()).edit(piece.span(open - 1, last), wanted))
}

/// `details orders { amount = 3 }` in a test: the rows go by the name alone.
pub fn given_rows(piece: &Piece) -> Option<Diagnostic> {
    let rows = piece.place == Place::Assignment && piece.is(0, &[Keyword::Details, Keyword::Lookup]);
    let block = rows && piece.kind(1) == Some(Kind::Word) && piece.word(2) == "{";
    block.then(|| signs::dropped(piece, 0))
}
