//! Rows as a spreadsheet or document lays them out: the answer in a column of its own (`95% or more   100`), or the input
//! named in each row (`达成率 80%-100% : 80`).

use super::synonyms::rest_word;
use super::{Piece, Place, bounds, heads, phrases};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// `95% or more   100`, `0   100`, `其他  0`: nothing but blanks stands between a condition and what it comes to.
pub fn columns(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Row)?;
    let signs = (0..=last).any(|at| matches!(piece.word(at), "=>" | ":" | "->" | "=" | "?"));
    let signs = signs || piece.is(0, &[Keyword::If, Keyword::When, Keyword::Case]);
    let text = Some(piece.words(0, last)).filter(|_| !signs)?;
    let blanks = text.char_indices().rev().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
    let (at, wanted) = blanks.into_iter().find_map(|at| {
        let (condition, answer) = (text.get(..at)?.trim_end(), text.get(at..)?.trim());
        // `10 000` may be one number, and is asked about.
        let close = condition.len() == at && answer.len() == 3 && condition.ends_with(|c: char| c.is_ascii_digit());
        let plain = answer.starts_with(|c: char| c.is_ascii_digit() || c == '-') || phrases::NOTHING.contains(&answer);
        (plain && !close).then_some(())?;
        Some((at, (condition, condition_of(piece, condition)?, answer, phrases::answer(answer)?)))
    })?;
    let (condition, pattern, said, answer) = wanted;
    let wanted = format!("{pattern} => {answer}");
    piece.reads(&wanted).then_some(())?;
    if (condition, said) == (pattern.as_str(), answer.as_str()) {
        let first = piece.tokens.iter().position(|token| token.range.start >= at)?;
        let gap = piece.span(first - 1, first - 1).after().to(piece.span(first, first).before());
        let told = Diagnostic::new(Code::WrongArrow, piece.span(first, first)).variant("missing");
        return Some(told.arg("wanted", "=>").edit(gap, " => "));
    }
    let span = piece.span(0, last);
    let told = Diagnostic::new(Code::Syntax, span).variant("columns").arg("found", piece.written(0, last));
    Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
}

/// A condition that reads as such, and leaves nothing over.
fn condition_of(piece: &Piece, text: &str) -> Option<String> {
    if let Some(rest) = rest_word(text) {
        return Some(rest.to_owned());
    }
    if let Some(found) = bounds::read(text) {
        return match found.as_slice() {
            [one] if one.is_read() => phrases::own(piece, text, "", one),
            found => phrases::pattern(found),
        };
    }
    let (value, rest) = bounds::quantity(text)?;
    rest.trim().is_empty().then_some(value)
}

/// `达成率 80%-100% : 80` in a table of 达成率: what a row looks at stands in the head, and not before each of its bounds.
pub fn of_input(piece: &Piece) -> Option<Diagnostic> {
    let row = piece.place == Place::Row && piece.kind(0) == Some(Kind::Word) && piece.tokens.len() > 2;
    let block = piece.block().filter(|_| row)?;
    let input = heads::looked_at(block.head).map(|(input, _)| input).or_else(|| looked_at(block.head))?;
    let figure = piece.kind(1) == Some(Kind::Number) || matches!(piece.word(1), "[" | "(" | ">=" | "<=" | ">" | "<");
    let own = piece.word(0) == input && figure;
    let span = piece.span(0, 0);
    let told = Diagnostic::new(Code::Syntax, span).variant("input").arg("found", piece.word(0));
    let gap = span.to(piece.span(1, 1).before());
    own.then(|| told.edit(gap, ""))
}

/// What a table or grade looks at.
fn looked_at(head: &str) -> Option<String> {
    let mut words = head.split_whitespace().skip_while(|word| !Keyword::By.is(word) && !Keyword::On.is(word));
    words.nth(1).map(|word| word.trim_end_matches(',').to_owned())
}

/// What all rows of a block begin with, where they name it.
pub fn subject(rows: &str) -> Option<&str> {
    let rows = rows.split(['\n', ';']).map(str::trim).filter(|row| !row.is_empty());
    let mut names = rows.map(|row| {
        let end = row.find(|c: char| !unicode_ident::is_xid_continue(c))?;
        row.get(..end).filter(|name| name.starts_with(unicode_ident::is_xid_start))
    });
    let first = names.next()??;
    names.all(|name| name == Some(first) || name.is_some_and(|name| rest_word(name).is_some())).then_some(first)
}

/// `< 60% : 按80%发` in a score: so much of full marks is so many points.
pub fn share(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Row)?;
    let sign = (0..last).find(|at| matches!(piece.word(*at), "=>" | ":"))?;
    let said = piece.words(sign + 1, last).trim_start_matches(['按', '打', '得', ' ']);
    let (share, rest) = bounds::quantity(said).filter(|(share, _)| share.ends_with('%'))?;
    let (_, full) = heads::looked_at(piece.block()?.head)?;
    let words = ["发", "发放", "计", "计算", "计分", "算", "得分", "给分", ""];
    let points = Some(share.trim_end_matches('%')).filter(|_| full == "100" && words.contains(&rest.trim()))?;
    let told = Diagnostic::new(Code::ForeignSign, piece.span(sign, last)).arg("found", piece.written(sign + 1, last));
    let wanted = format!("=> {points}");
    Some(told.arg("wanted", wanted.clone()).edit(piece.span(sign, last), wanted))
}
