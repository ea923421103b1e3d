//! What comes from the cells of a spreadsheet: `销售额的30%`, `x % 100`, `3000¥`, `= =x`, `$B$2`.

use super::{Piece, Place, bounds};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

fn told(piece: &Piece, first: usize, last: usize, wanted: String) -> Diagnostic {
    let span = piece.span(first, last);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(first, last));
    told.arg("wanted", wanted.clone()).edit(span, wanted)
}

/// `销售额的30%`, `销售额 的 1.5%`, `销售额1.5%`, `销售额 1.5%`
pub fn share(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    (first..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Word)).find_map(|at| {
        let percent = (at + 1..at + 6).find(|at| matches!(piece.word(*at), "%" | "‰"))?;
        let text = piece.words(at, percent - 1);
        let digits = text.find(|c: char| c.is_ascii_digit()).filter(|digits| *digits > 0)?;
        let (name, figure) = text.split_at(digits);
        let whole = figure.bytes().all(|c| c.is_ascii_digit() || c == b'.') && figure.matches('.').count() < 2;
        let name = name.trim_end();
        let name = name.strip_suffix('的').unwrap_or(name).trim_end();
        let named = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let keyword = || Keyword::ALL.iter().any(|keyword| keyword.is(name));
        // A word that compares, 超过98%, is no name.
        let compares = || bounds::BEFORE.iter().any(|(word, _)| name.ends_with(word));
        (whole && named && !keyword() && !compares())
            .then(|| told(piece, at, percent, format!("{name} * {figure}{}", piece.word(percent))))
    })
}

/// `5% of sales`
pub fn share_of(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    let at = (first..piece.tokens.len()).find(|at| {
        let percent = matches!(piece.word(at + 1), "%" | "‰") && piece.word(at + 2) == "of";
        piece.kind(*at) == Some(Kind::Number) && percent && piece.kind(at + 3) == Some(Kind::Word)
    })?;
    let (of, rate) = (piece.word(at + 3), piece.words(at, at + 1));
    if let Some(beyond) = beyond(piece, at + 4, of) {
        let (max, code) = (piece.spoken(Keyword::Max), piece.currency().unwrap_or("CNY"));
        return Some(told(piece, at, at + 5, format!("{max}({of} - {beyond}, 0 {code}) * {rate}")));
    }
    Some(told(piece, at, at + 3, format!("{of} * {rate}")))
}

/// `5% of sales above target`: what is beyond something else alone.
fn beyond(piece: &Piece, at: usize, of: &str) -> Option<String> {
    const WORDS: [&str; 5] = ["above", "over", "beyond", "exceeding", "past"];
    let word = Some(piece.word(at + 1)).filter(|_| WORDS.contains(&piece.word(at)))?;
    let own = format!("{of}_{word}");
    [word.to_owned(), own].into_iter().find(|name| piece.declares(name))
}

/// `100 - 10 per complaint`: times how many there are.
pub fn per(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    let at = (first + 1..piece.tokens.len()).find(|at| {
        let word = piece.word(*at) == "per" || piece.word(*at) == "each" && piece.kind(at + 1) == Some(Kind::Word);
        word && !matches!(piece.word(at - 1), "*" | "/" | "=")
    })?;
    let field = piece.counting(piece.word(at + 1)).or_else(|| piece.counting(&format!("{}s", piece.word(at + 1))))?;
    Some(told(piece, at, at + 1, format!("* {field}")))
}

/// The first token of what a piece computes.
pub fn value_start(piece: &Piece) -> Option<usize> {
    match piece.place {
        Place::Expression | Place::Condition => Some(0),
        Place::Header | Place::Field => None,
        Place::Item if piece.is(0, &[Keyword::Flag, Keyword::Ensure]) => Some(1),
        _ => piece.find(if piece.place.is_row() { "=>" } else { "=" }).map(|sign| sign + 1),
    }
}

/// `等级[奖金]`, `等级["奖金"]`, `等级->奖金`: a value of a value.
pub fn member(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    let word = |at: usize| piece.kind(at) == Some(Kind::Word);
    (first..piece.tokens.len()).filter(|at| word(*at)).find_map(|at| {
        let keyed = piece.word(at + 1) == "[" && piece.word(at + 3) == "]" && !piece.is(at, &[Keyword::In]);
        let named = matches!(piece.kind(at + 2), Some(Kind::Word | Kind::Text));
        let (last, found) = match piece.word(at + 1) {
            "[" if keyed && named => (at + 3, piece.word(at + 2)),
            "->" if word(at + 2) => (at + 2, piece.word(at + 2)),
            _ => return None,
        };
        Some(told(piece, at, last, format!("{}.{}", piece.word(at), found.trim_matches('"'))))
    })
}

/// `[销售额] * 2`, `{sales} * 2`: a name in brackets, as databases and templates have it.
pub fn bracketed(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    let at = (first..piece.tokens.len()).find(|at| {
        let before = at.checked_sub(1).map_or("", |before| piece.word(before));
        let operand = matches!(before, "" | "=" | "=>" | "(" | "," | "+" | "-" | "*" | "/" | "<" | ">" | "<=" | ">=");
        let enclosed = matches!((piece.word(*at), piece.word(at + 2)), ("[", "]") | ("{", "}"));
        operand && enclosed && piece.kind(at + 1) == Some(Kind::Word)
    })?;
    Some(told(piece, at, at + 2, piece.word(at + 1).to_owned()))
}

/// `x % 100`, `x mod 7`: what is left of a division.
pub fn remainder(piece: &Piece) -> Option<Diagnostic> {
    let divides = |at: &usize| matches!(piece.word(*at), "%" | "mod" | "MOD" | "取余" | "模");
    let first = value_start(piece)?;
    let at = (first + 1..piece.tokens.len()).find(|at| divides(at) && piece.kind(at - 1) == Some(Kind::Word))?;
    let member = at.checked_sub(2).is_some_and(|before| piece.word(before) == ".");
    let end = piece.after_quantity(at + 1).filter(|_| piece.place != Place::Field && !member)?;
    let (value, by) = (piece.word(at - 1), piece.words(at + 1, end - 1));
    let (steps, full) = (piece.keyword(Keyword::Steps), piece.keyword(Keyword::Full));
    Some(told(piece, at - 1, end - 1, format!("({value} - {steps}({value}, {by}, {full}) * {by})")))
}

/// `3000¥`
pub fn sign_behind(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        let ends = piece.kind(at + 1) != Some(Kind::Number);
        piece.word(*at) == "¥" && piece.kind(at - 1) == Some(Kind::Number) && ends
    })?;
    Some(told(piece, at - 1, at, format!("¥{}", piece.word(at - 1))))
}

/// `metric x : money = =sales`
pub fn second_equals(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| piece.word(*at) == "=" && piece.word(at - 1) == "=")?;
    let span = piece.span(at, at);
    Some(Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", "=").safe_edit(span, ""))
}

/// `$B$2`
pub fn cell(piece: &Piece) -> Option<Diagnostic> {
    let at = (0..piece.tokens.len()).find(|at| piece.word(*at) == "$" && piece.kind(at + 1) == Some(Kind::Word))?;
    let column = |text: &str| text.len() <= 2 && text.bytes().all(|c| c.is_ascii_uppercase());
    let last = match piece.word(at + 1) {
        letters if column(letters) && piece.word(at + 2) == "$" && piece.kind(at + 3) == Some(Kind::Number) => at + 3,
        word if is_cell(word) => at + 1,
        _ => return None,
    };
    let told = Diagnostic::new(Code::UnknownName, piece.span(at, last)).variant("cell");
    Some(told.arg("name", piece.words(at, last)))
}

/// Whether a name is that of a cell: `A1`, `BC20`.
pub fn is_cell(name: &str) -> bool {
    let row = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = name.len() - row.len();
    (1..=2).contains(&letters)
        && !row.starts_with('0')
        && (1..=5).contains(&row.len())
        && row.bytes().all(|c| c.is_ascii_digit())
}
