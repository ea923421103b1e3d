//! What is said of a piece that no other account explains.

use pest::Parser;
use pest::error::InputLocation;

use super::declarations::nearest;
use super::{Piece, Place, heads};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::grammar::Grammar;
use crate::syntax::layout::Kind;

/// Where the reading of a piece stopped.
fn stop(piece: &Piece) -> usize {
    // Plain errors never tell of punctuation, detailed ones do; each is right where the other is not.
    pest::set_error_detail(true);
    let read = Grammar::parse(piece.place.rule(), piece.text);
    pest::set_error_detail(false);
    match read {
        Ok(_) => piece.text.len(),
        Err(error) => {
            let plain = match error.location {
                InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
            };
            error.parse_attempts().map_or(plain, |attempts| attempts.max_position.max(plain))
        }
    }
}

/// The token at which the reading stopped; one past the last where it is the end.
fn stopped_at(piece: &Piece) -> usize {
    let stop = stop(piece);
    piece.tokens.iter().position(|token| token.range.end > stop).unwrap_or(piece.tokens.len())
}

/// A word that is nearly one of those that stand in a head, or behind a field's type.
pub fn attribute(piece: &Piece) -> Option<Diagnostic> {
    const ATTRIBUTES: [Keyword; 8] = [
        Keyword::Key,
        Keyword::Period,
        Keyword::Optional,
        Keyword::Required,
        Keyword::Rounded,
        Keyword::Default,
        Keyword::Decimals,
        Keyword::From,
    ];
    let at = stopped_at(piece);
    if let Some(told) = heads::nearly(piece, at) {
        return Some(told);
    }
    (piece.place == Place::Field && piece.kind(at) == Some(Kind::Word)).then_some(())?;
    let wanted = nearest(piece.word(at), &ATTRIBUTES)?;
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::UnknownDeclaration, span).variant("nearly").arg("found", piece.word(at));
    Some(told.arg("wanted", wanted).edit(span, wanted))
}

/// A value right behind what it is the value of.
pub fn missing_arrow(piece: &Piece) -> Option<Diagnostic> {
    let wanted = match piece.place {
        Place::Row | Place::GradeRow => "=>",
        Place::PayLine | Place::Assignment => "=",
        _ => return None,
    };
    let at = stopped_at(piece);
    let value = matches!(piece.kind(at), Some(Kind::Number | Kind::Text | Kind::Word)) || piece.word(at) == "¥";
    (value && at > 0 && piece.find(wanted).is_none()).then(|| {
        let gap = piece.span(at - 1, at - 1).after();
        Diagnostic::new(Code::WrongArrow, piece.span(at, at))
            .variant("missing")
            .arg("wanted", wanted)
            .edit(gap, format!(" {wanted}"))
    })
}

/// A word that joins operands, where a value should stand.
pub fn keyword_as_name(piece: &Piece) -> Option<Diagnostic> {
    const OPERATORS: [Keyword; 11] = [
        Keyword::And,
        Keyword::Or,
        Keyword::Not,
        Keyword::When,
        Keyword::If,
        Keyword::Then,
        Keyword::Else,
        Keyword::Otherwise,
        Keyword::OtherwiseValue,
        Keyword::In,
        Keyword::Is,
    ];
    let at = stopped_at(piece);
    piece.is(at, &OPERATORS).then(|| {
        Diagnostic::new(Code::Syntax, piece.span(at, at))
            .variant("keyword")
            .arg("found", piece.word(at))
            .arg("shape", shape(piece))
    })
}

/// What stands where the reading stopped, and how such a piece is written.
pub fn stopped(piece: &Piece) -> Diagnostic {
    let at = stopped_at(piece);
    let shape = shape(piece);
    let Some(last) = piece.tokens.len().checked_sub(1) else {
        return Diagnostic::new(Code::Syntax, piece.bytes(0, piece.text.len())).variant("end").arg("shape", shape);
    };
    if at > last {
        return Diagnostic::new(Code::Syntax, piece.span(last, last)).variant("end").arg("shape", shape);
    }
    let found = match piece.kind(at) {
        Some(Kind::Text) => piece.word(at).chars().take(20).collect::<String>(),
        _ => piece.word(at).to_owned(),
    };
    Diagnostic::new(Code::Syntax, piece.span(at, at)).arg("found", found).arg("shape", shape)
}

/// How a piece of this place is written: a word of the catalogue.
pub fn shape(piece: &Piece) -> Arg {
    Arg::Term(match piece.place {
        Place::Item => declaration(piece),
        Place::Header => "shape-header-line",
        Place::Field => "shape-field",
        Place::Score => "shape-score",
        Place::Row => "shape-row",
        Place::GradeRow => "shape-grade-row",
        Place::Condition => "shape-condition",
        Place::PayLine => "shape-pay-line",
        Place::Assignment => "shape-assignment",
        Place::Expression => "shape-expression",
    })
}

fn declaration(piece: &Piece) -> &'static str {
    match Keyword::among(piece.word(0), Keyword::DECLARATIONS) {
        Some(Keyword::Policy) => "shape-policy",
        Some(Keyword::Record) => "shape-record",
        Some(Keyword::Lookup | Keyword::Details) => "shape-lookup",
        Some(Keyword::Type) => "shape-type",
        Some(Keyword::Param) => "shape-param",
        Some(Keyword::Metric) => "shape-metric",
        Some(Keyword::Let) => "shape-let",
        Some(Keyword::Score) => "shape-score",
        Some(Keyword::Section) => "shape-section",
        Some(Keyword::Grade) => "shape-grade",
        Some(Keyword::Table) => "shape-table",
        Some(Keyword::Scale) => "shape-scale",
        Some(Keyword::Gate) => "shape-gate",
        Some(Keyword::Pay) => "shape-pay",
        Some(Keyword::Flag) => "shape-flag",
        Some(Keyword::Ensure) => "shape-ensure",
        Some(Keyword::Test | Keyword::Case) => "shape-test",
        Some(Keyword::Use) => "shape-use",
        _ => "shape-metric",
    }
}
