//! Which words of the language can stand where, and how each function is written.

use super::cursor::{Cursor, Piece};
use super::want::Want;
use crate::quantity::Tongue;
use crate::syntax::Keyword;
use crate::syntax::tokens::Kind;

/// Words with which an operand begins.
pub(super) const OPERAND: &[Keyword] = &[Keyword::If, Keyword::Not];
/// Words that are a pattern, or begin one.
pub(super) const PATTERN: &[Keyword] = &[Keyword::Any, Keyword::Missing, Keyword::Otherwise, Keyword::Not];

/// Words behind which an operand comes.
const JOINING: [Keyword; 12] = [
    Keyword::And,
    Keyword::Or,
    Keyword::Not,
    Keyword::When,
    Keyword::If,
    Keyword::Then,
    Keyword::Else,
    Keyword::OtherwiseValue,
    Keyword::Otherwise,
    Keyword::In,
    Keyword::Is,
    Keyword::Where,
];

/// Whether something could end an operand.
pub(super) fn ends_operand(piece: &Piece) -> bool {
    match piece.kind {
        Kind::Number | Kind::Text | Kind::Close | Kind::Sign => true,
        Kind::Word => !JOINING.iter().any(|word| piece.is_word(*word)),
        _ => false,
    }
}

/// What may join an operand to another, or end a condition.
pub(super) fn joining(line: &[Piece]) -> Vec<Keyword> {
    let mut words =
        vec![Keyword::And, Keyword::Or, Keyword::When, Keyword::OtherwiseValue, Keyword::In, Keyword::Is, Keyword::Not];
    if line.iter().any(|piece| piece.is_word(Keyword::If)) {
        words.splice(0..0, [Keyword::Then, Keyword::Else]);
    }
    words
}

/// Behind a pattern.
pub(super) fn behind_pattern(cursor: &Cursor) -> Vec<Keyword> {
    if cursor.last().is_some_and(|last| last.is_word(Keyword::Is)) { vec![] } else { vec![Keyword::When] }
}

/// The words that the third argument of a function may be.
pub(super) fn third(function: Keyword, place: usize) -> Vec<Keyword> {
    match function {
        Keyword::Round if place == 2 => Keyword::ROUNDINGS.to_vec(),
        Keyword::Steps if place == 2 => vec![Keyword::Full, Keyword::Started],
        _ => vec![],
    }
}

/// The named arguments that a function takes, and the word that picks some of what it goes over.
pub(super) fn options(function: Keyword) -> Vec<Keyword> {
    match function {
        Keyword::Rank => vec![Keyword::Within, Keyword::Ties, Keyword::Order, Keyword::Then, Keyword::Where],
        Keyword::Sum | Keyword::Average | Keyword::Min | Keyword::Max => {
            vec![Keyword::Within, Keyword::Over, Keyword::Where]
        }
        Keyword::Count | Keyword::Every | Keyword::Some => vec![Keyword::Within, Keyword::Where],
        Keyword::Allocate => vec![Keyword::By, Keyword::Within],
        _ => vec![],
    }
}

/// Behind the name of what is declared with a type: `param N : TYPE, decimals n = E`, and fields.
pub(super) fn declared(line: &[Piece]) -> Vec<Want> {
    let field = line.first().is_none_or(|first| Keyword::among(&first.text, Keyword::DECLARATIONS).is_none());
    let Some(last) = line.last() else { return vec![] };
    let of_field = [Keyword::Key, Keyword::Period, Keyword::Optional, Keyword::Required, Keyword::Default];
    let more = [Keyword::Rounded, Keyword::From];
    let own = [Keyword::Decimals, Keyword::In];
    match () {
        () if last.is(":") => vec![Want::Types],
        () if last.is(",") && field => vec![Want::Words([&own[..], &of_field, &more].concat())],
        () if last.is(",") => vec![Want::Words(own.to_vec())],
        () if last.is_word(Keyword::In) || !line.iter().any(|piece| piece.is(":")) => vec![],
        () if field => vec![Want::Words(vec![Keyword::In, Keyword::From])],
        () => vec![Want::Words(vec![Keyword::In])],
    }
}

/// In the head of what has rows.
pub(super) fn of_head(keyword: Keyword, by: bool, comma: bool) -> Vec<Keyword> {
    match (keyword, by) {
        (Keyword::Score, _) if comma => vec![Keyword::Decimals],
        (Keyword::Score, false) => vec![Keyword::Weight, Keyword::OutOf, Keyword::By],
        (Keyword::Score, true) => vec![Keyword::Weight, Keyword::OutOf],
        (Keyword::Scale, true) if comma => vec![Keyword::Marginal, Keyword::Whole],
        (Keyword::Scale, false) => vec![Keyword::On],
        (_, false) => vec![Keyword::By],
        _ => vec![],
    }
}

/// In the block of the policy; where an expression stands, nothing.
pub(super) fn of_policy(line: &[Piece]) -> Option<Vec<Want>> {
    const WORDS: [Keyword; 5] =
        [Keyword::Currency, Keyword::Period, Keyword::FullMarks, Keyword::Effective, Keyword::Applies];
    let Some(first) = line.first() else { return Some(vec![Want::Words(WORDS.to_vec())]) };
    let first = Keyword::among(&first.text, &WORDS)?;
    Some(match (first, line.len()) {
        (Keyword::Currency, 1) => vec![Want::Currencies],
        (Keyword::Period, 1) => vec![Want::Words(Keyword::PERIODS.to_vec())],
        (Keyword::Effective, 1) => vec![Want::Words(vec![Keyword::From, Keyword::Until])],
        (Keyword::Effective, _) => vec![Want::Words(vec![Keyword::Until])],
        (Keyword::Applies, 1) => vec![Want::Words(vec![Keyword::When])],
        (Keyword::Applies, _) => return None,
        _ => vec![],
    })
}

/// How a function is written, in a tongue: `round(x, 0.1, half_up)`.
pub fn signature(function: Keyword, tongue: Tongue) -> String {
    let word = |keyword: Keyword| keyword.word(tongue);
    let argument = |keyword: Keyword, value: &str| format!("{}: {value}", word(keyword));
    let within = argument(Keyword::Within, word(Keyword::All));
    let arguments = match function {
        Keyword::Round => format!("x, 0.1, {}", word(Keyword::HalfUp)),
        Keyword::Floor | Keyword::Ceiling => "x, 1".to_owned(),
        Keyword::Min | Keyword::Max => "x, y, …".to_owned(),
        Keyword::Clamp => "x, 0, 100".to_owned(),
        Keyword::Steps => format!("x, 1%, {}", word(Keyword::Full)),
        Keyword::Promote | Keyword::Demote => format!("{}, 1", word(Keyword::Grade)),
        Keyword::DaysIn => word(Keyword::Month).to_owned(),
        Keyword::Increasing => "x, y".to_owned(),
        Keyword::Sum | Keyword::Average => format!("x, {within}"),
        Keyword::Count => within,
        Keyword::Every | Keyword::Some => format!("x > 0, {within}"),
        Keyword::Rank => format!("x, {within}, {}", argument(Keyword::Ties, word(Keyword::Shared))),
        Keyword::Allocate => format!("x, {}, {within}", argument(Keyword::By, "y")),
        Keyword::Streak => "x > 0".to_owned(),
        _ => "x".to_owned(),
    };
    format!("{}({arguments})", word(function))
}
