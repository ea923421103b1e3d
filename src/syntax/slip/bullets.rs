//! The number or sign of a list that was copied with its line.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::layout::Kind;

/// Signs that begin the lines of a list.
const SIGNS: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐•·●○■□▪◆◇★☆※✓√➢–—";

/// `1. >= 98%`, `① >= 98%`, `- >= 98%`: the number or sign of a list that was copied with the line.
pub fn bullet(piece: &Piece) -> Option<Diagnostic> {
    if matches!(piece.place, Place::Expression | Place::Assignment) {
        return None;
    }
    let is_sign = piece.word(0).chars().next().is_some_and(|c| SIGNS.contains(c));
    let is_dash = piece.word(0) == "-" && piece.place != Place::Condition && piece.kind(1) != Some(Kind::Number);
    let numbered = |at: usize| piece.kind(at) == Some(Kind::Number);
    let last = if is_sign || is_dash {
        0
    } else if numbered(0)
        && piece.touches(1)
        && matches!(piece.word(1), "." | "、")
        && !(piece.touches(2) && (numbered(2) || piece.word(2) == "."))
    {
        1
    } else if piece.word(0) == "(" && numbered(1) && piece.word(2) == ")" && piece.tokens.len() > 4 {
        2
    } else {
        return None;
    };
    let span = piece.span(0, last);
    let told = Diagnostic::new(Code::ForeignSign, span).variant("bullet").arg("found", piece.written(0, last));
    let gap = if piece.tokens.len() > last + 1 { piece.span(last + 1, last + 1).before() } else { span.after() };
    Some(told.safe_edit(span.to(gap), ""))
}
