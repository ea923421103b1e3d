//! `pay wage at least 3500 CNY when junior {`: a condition where a head has none, with the place where it goes.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Tongue;
use crate::syntax::Keyword;

/// A condition in the head of a declaration, or between the name of a pay line and its value.
pub fn conditional(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1)?;
    let end = match piece.place {
        Place::PayLine => piece.find("=")?,
        Place::Item | Place::Score => piece.find("{")?,
        _ => return None,
    };
    let is = |keywords: &[Keyword]| piece.place != Place::PayLine && piece.is(0, keywords);
    let first = if piece.place == Place::PayLine { 1 } else { 2 };
    let at = (first..end).find(|at| piece.is(*at, &[Keyword::When, Keyword::If]) && at + 1 < end)?;
    let inside =
        (0..at).filter(|at| piece.word(*at) == "(").count() > (0..at).filter(|at| piece.word(*at) == ")").count();
    let condition = piece.written(at + 1, end - 1);
    let told = Diagnostic::new(Code::Syntax, piece.span(at, end - 1)).arg("found", piece.written(at, end - 1));
    match piece.place {
        _ if inside => None,
        Place::PayLine => Some(line(piece, (at, end, last), condition, told)),
        _ if is(&[Keyword::Pay]) => Some(pay(piece, at, condition, told)),
        _ if is(&[Keyword::Grade, Keyword::Table]) => {
            let word = |keyword| piece.keyword(keyword);
            let label = if is(&[Keyword::Grade]) { "D : " } else { "" };
            let denied = format!(
                "{label}{} {} {} ({condition}) => …",
                word(Keyword::Any),
                word(Keyword::When),
                word(Keyword::Not)
            );
            Some(told.variant("condition-row").arg("wanted", denied))
        }
        _ => None,
    }
}

/// Which bound is said before token `end`, and its amount.
fn bound<'a>(piece: &Piece<'a>, end: usize) -> Option<(Keyword, &'a str)> {
    const WORDS: [Keyword; 2] = [Keyword::AtLeast, Keyword::AtMost];
    (1..end).find_map(|at| {
        let one = Keyword::among(piece.word(at), &WORDS).map(|word| (word, at + 1));
        let (word, from) = one.or_else(|| Some((Keyword::among(piece.words(at, at + 1), &WORDS)?, at + 2)))?;
        (from < end).then(|| (word, piece.written(from, end - 1)))
    })
}

/// `base at least 3500 CNY when junior = x`: the value itself can say so.
fn line(piece: &Piece, (at, sign, last): (usize, usize, usize), condition: &str, told: Diagnostic) -> Diagnostic {
    let (name, value) = (piece.written(0, 0), piece.written(sign + 1, last));
    let word = |keyword| piece.keyword(keyword);
    let wanted = match bound(piece, at) {
        Some((bound, amount)) => {
            let function = word(if bound == Keyword::AtLeast { Keyword::Max } else { Keyword::Min });
            let (if_word, then, or) = (word(Keyword::If), word(Keyword::Then), word(Keyword::Else));
            format!("{name} = {if_word} {condition} {then} {function}({value}, {amount}) {or} {value}")
        }
        None => format!("{name} = {value} {} {condition}", word(Keyword::When)),
    };
    let told = told.variant("condition-line").arg("wanted", wanted.clone());
    if sign < last { told.edit(piece.span(0, last), wanted) } else { told }
}

/// A block of pay has no condition: each of its lines can have one.
fn pay(piece: &Piece, at: usize, condition: &str, told: Diagnostic) -> Diagnostic {
    let Some((word, amount)) = bound(piece, at) else {
        return told.variant("condition-pay").arg("condition", condition).arg("when", piece.keyword(Keyword::When));
    };
    let currency = piece.currency().unwrap_or("CNY");
    let zero = if piece.is_chinese() && currency == "CNY" { "0元".to_owned() } else { format!("0 {currency}") };
    let [first, second] = topped_up(piece.tongue(), (word, &zero, amount), (piece.word(1), Some(condition)));
    told.variant("condition-bound").arg("first", first).arg("second", second)
}

/// Two blocks of pay of which the second tops up what the first comes to, or cuts it, for some people only.
pub fn topped_up(
    tongue: Tongue,
    (bound, zero, amount): (Keyword, &str, &str),
    (pay, condition): (&str, Option<&str>),
) -> [String; 2] {
    let word = |keyword: Keyword| if tongue == Tongue::Zh { keyword.zh() } else { keyword.en() };
    let (sum, line, function) = match (tongue, bound) {
        (Tongue::Zh, Keyword::AtLeast) => ("小计", "保底补差", Keyword::Max),
        (Tongue::Zh, _) => ("小计", "封顶扣减", Keyword::Min),
        (_, Keyword::AtLeast) => ("subtotal", "top_up", Keyword::Max),
        _ => ("subtotal", "cut", Keyword::Min),
    };
    let guard = condition.map_or(String::new(), |condition| format!(" {} {condition}", word(Keyword::When)));
    let filled = format!("{sum} = {sum}; {line} = {}({zero}, {amount} - {sum}){guard}", word(function));
    [format!("{} {sum} {{ … }}", word(Keyword::Pay)), format!("{} {pay} {{ {filled} }}", word(Keyword::Pay))]
}
