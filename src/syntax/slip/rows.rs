//! Rows that begin or answer as those of other tongues do: `if >= 60 then 50`, `* => 0`, `>= 60 ? 50`.

use super::synonyms::rest_word;
use super::{Piece, Place, arrows, bounds, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words that begin a row beside `if` and `when`.
const OPENERS: [&str; 5] = ["case", "若", "如", "假如", "elif"];

/// Words of programs before what a row answers.
const RETURNS: [&str; 4] = ["return", "returns", "返回", "yield"];

/// `* => 0`, which the grammar takes for a product that goes on from the row above.
pub fn starred(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Row).then_some(())?;
    let at = (0..piece.tokens.len()).find(|at| piece.word(*at) == "*" && piece.word(at + 1) == "=>")?;
    Some(signs::instead(piece, at, piece.keyword(Keyword::Otherwise)))
}

/// `else 50`, without the arrow as well.
pub fn rest(piece: &Piece) -> Option<Diagnostic> {
    // `else` goes on from the line above.
    let first = if piece.find("=>").is_some() { piece.tokens.len().checked_sub(2)? } else { 0 };
    let choice = (0..first).any(|at| piece.is(at, &[Keyword::If]));
    let number = piece.place == Place::Row && piece.kind(first + 1) == Some(Kind::Number) && !choice;
    let wanted = number.then(|| rest_word(piece.word(first)))??;
    Some(signs::instead(piece, first, &format!("{wanted} =>")))
}

/// `if >= 60 then 50`, `case when >= 60 => 50`: the whole row at once.
pub fn conditional(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Row && !(0..piece.tokens.len()).any(|at| piece.is(at, &[Keyword::Else]))).then_some(())?;
    let opens = |at: usize| piece.is(at, &[Keyword::If, Keyword::When]) || OPENERS.contains(&piece.word(at));
    let first = (0..piece.tokens.len()).find(|at| !opens(*at)).filter(|first| *first > 0)?;
    let (arrow, answer) = (first + 1..piece.tokens.len()).find_map(|at| Some((at, answer(piece, at)?)))?;
    // A single word before a row that is right otherwise is told alone.
    if piece.word(arrow) == "=>" && first == 1 {
        return None;
    }
    let end = if piece.word(arrow - 1) == "," { arrow - 1 } else { arrow };
    let condition = piece.words(first, end.checked_sub(1).filter(|last| *last >= first)?);
    let read = bounds::read(condition)?;
    let condition = match read.as_slice() {
        [one] if !one.is_read() => one.signed(),
        [one, other] => bounds::between(one, other)?,
        _ => condition.to_owned(),
    };
    let wanted = format!("{condition} => {answer}");
    let told = Diagnostic::new(Code::ForeignSign, piece.span(0, first - 1)).arg("found", piece.words(0, first - 1));
    Some(told.arg("wanted", wanted.clone()).edit(piece.span(0, piece.tokens.len() - 1), wanted))
}

/// What a row answers, where the token at `at` says that it does.
fn answer(piece: &Piece, at: usize) -> Option<String> {
    let last = piece.tokens.len() - 1;
    let alone = matches!(piece.word(at), "=>" | "->" | ":" | "那么" | "得") || piece.is(at, &[Keyword::Then]);
    if alone {
        return (at < last).then(|| piece.words(at + 1, last).to_owned());
    }
    let glued = [Keyword::Then.zh(), "得"].iter().find_map(|word| piece.word(at).strip_prefix(word))?;
    let number = glued.starts_with(|c: char| c.is_ascii_digit());
    number.then(|| if at < last { format!("{glued}{}", piece.words(at + 1, last)) } else { glued.to_owned() })
}

/// `>= 60 ? 50`, `>= 60 return 50`, `>= 60 => return 50`
pub fn returned(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Row).then_some(())?;
    let has_arrow = piece.find("=>").is_some();
    (1..piece.tokens.len() - 1).find_map(|at| {
        if RETURNS.contains(&piece.word(at)) {
            return match piece.word(at - 1) {
                "=>" => Some(signs::dropped(piece, at)),
                _ => (!has_arrow).then(|| arrows::wrong(piece, at, "=>")),
            };
        }
        let asks = piece.word(at) == "?" && !has_arrow && piece.find(":").is_none();
        asks.then(|| arrows::wrong(piece, at, "=>"))
    })
}
