//! The head of a score that says what it looks at, or what it weighs, in another way: `score x weight 40% = rate {`,
//! `评分 质量（权重40%） {`, `评分 质量 占比 40% {`.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words for a weight.
const WEIGHTS: [&str; 9] = ["占比", "占", "比重", "权数", "比例", "weighting", "weights", "wt", "w"];

fn is_score(piece: &Piece) -> bool {
    matches!(piece.place, Place::Item | Place::Score) && piece.is(0, &[Keyword::Score])
}

fn head(piece: &Piece, wanted: String) -> Option<Diagnostic> {
    let last = piece.find("{")?.checked_sub(1)?;
    let span = piece.span(0, last);
    let told = Diagnostic::new(Code::Syntax, span).variant("head").arg("found", piece.written(0, last));
    Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
}

/// `score x weight 40% = rate {`: what the rows look at stands behind `by`.
pub fn of_value(piece: &Piece) -> Option<Diagnostic> {
    let block = piece.find("{").filter(|_| is_score(piece))?;
    let sign = piece.find("=").filter(|sign| *sign + 2 == block && piece.kind(sign + 1) == Some(Kind::Word))?;
    let (value, by) = (piece.word(sign + 1), piece.keyword(Keyword::By));
    // A score that is called as its value says so by its name.
    let by = if value == piece.word(1) { String::new() } else { format!(" {by} {value}") };
    head(piece, format!("{}{by} {}", piece.written(0, 1), piece.written(2, sign - 1)))
}

/// `score x weight 100% by role {`: what the rows look at stands before the weight.
pub fn by_behind(piece: &Piece) -> Option<Diagnostic> {
    let block = piece.find("{").filter(|_| is_score(piece))?;
    let by = (3..block).find(|at| piece.is(*at, &[Keyword::By]))?;
    let title = usize::from(piece.kind(2) == Some(Kind::Text));
    let ends = (by + 1..block).find(|at| piece.is(*at, &[Keyword::Weight, Keyword::OutOf, Keyword::Decimals]));
    let end = ends.unwrap_or(block);
    let before = 2 + title < by && by + 1 < end && end == block;
    let kept = piece.written(2 + title, by - 1);
    before.then(|| head(piece, format!("{} {} {kept}", piece.written(0, 1 + title), piece.written(by, block - 1))))?
}

/// `评分 质量（权重40%） {`, `评分 质量 占比 40% {`, `评分 质量，权重 40% {`, `评分 甲（质量） 权重 40% {`
pub fn weighted(piece: &Piece) -> Option<Diagnostic> {
    let block = piece.find("{").filter(|_| is_score(piece) && piece.kind(1) == Some(Kind::Word))?;
    if let Some(at) =
        (2..block).find(|at| WEIGHTS.contains(&piece.word(*at)) && piece.kind(at + 1) == Some(Kind::Number))
    {
        return Some(super::signs::instead(piece, at, piece.keyword(Keyword::Weight)));
    }
    // `评分 质量 占比40% {`
    let glued = |at: usize| WEIGHTS.iter().find_map(|word| piece.word(at).strip_prefix(word));
    let number = |at: usize| glued(at).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if let Some((at, figure)) = (2..block).find_map(|at| Some((at, number(at)?))) {
        return Some(super::signs::instead(piece, at, &format!("{} {figure}", piece.keyword(Keyword::Weight))));
    }
    let weight = (2..block).find(|at| piece.is(*at, &[Keyword::Weight]));
    let glued = piece.word(3).strip_prefix(Keyword::Weight.zh()).filter(|rest| !rest.is_empty());
    let end = |open: usize| (open..block).find(|at| piece.word(*at) == ")");
    match piece.word(2) {
        "," if weight == Some(3) => {
            let span = piece.span(2, 2);
            let told = Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", ",");
            Some(told.safe_edit(piece.span(1, 1).after().to(piece.span(3, 3).before()), " "))
        }
        // `score csat: 40% {`
        ":" if piece.kind(3) == Some(Kind::Number) => {
            let points = super::heads::is_points(piece.word(4));
            let word = piece.keyword(if points { Keyword::OutOf } else { Keyword::Weight });
            let end = if points { 3 } else { block - 1 };
            head(piece, format!("{} {word} {}", piece.written(0, 1), piece.written(3, end)))
        }
        "(" => {
            let close = end(3)?;
            let inside = match glued {
                Some(number) => format!("{} {number}{}", Keyword::Weight.zh(), piece.words(4, close - 1)),
                None if weight == Some(3) => piece.words(3, close - 1).to_owned(),
                None if piece.kind(3) == Some(Kind::Number) && matches!(piece.word(4), "%" | ")") => {
                    format!("{} {}", piece.keyword(Keyword::Weight), piece.words(3, close - 1))
                }
                None if piece.kind(3) == Some(Kind::Number) && super::heads::is_points(piece.word(4)) => {
                    format!("{} {}", piece.keyword(Keyword::OutOf), piece.word(3))
                }
                // What is named nowhere else is a remark.
                None if !piece.is_repeated(3, close - 1) => format!("\"{}\"", piece.written(1, close)),
                None if close == 4 && piece.kind(3) == Some(Kind::Word) => {
                    format!("{} {}", piece.keyword(Keyword::By), piece.word(3))
                }
                None => return None,
            };
            let rest =
                if close + 1 < block { format!(" {}", piece.written(close + 1, block - 1)) } else { String::new() };
            head(piece, format!("{} {inside}{rest}", piece.written(0, 1)))
        }
        _ => None,
    }
}
