use super::Piece;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// A sign of another language, or one that has no meaning here.
pub fn foreign(piece: &Piece) -> Option<Diagnostic> {
    let at = (0..piece.tokens.len()).find(|at| piece.kind(*at) == Some(Kind::Sign) && !is_known(piece.word(*at)))?;
    let found = piece.word(at);
    if piece.place.is_row() && matches!(found, "~" | "–" | "—" | "…") {
        return None;
    }
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", found);
    Some(match replacement(piece, found) {
        Some("") => told.variant("drop").edit(span, ""),
        Some(wanted) => {
            let told = told.arg("wanted", wanted);
            let text = apart(piece, at, wanted);
            // What a quotation mark encloses, or `!` denies, is not told by the sign alone.
            if matches!(wanted, "\"" | "not" | "非") { told.edit(span, text) } else { told.safe_edit(span, text) }
        }
        None => told.variant("unknown"),
    })
}

/// A word in the place of a sign, with blanks where it would run into its neighbours.
fn apart(piece: &Piece, at: usize, wanted: &str) -> String {
    let is_word = wanted.chars().all(char::is_alphabetic);
    let touches = |at: usize| is_word && piece.touches(at);
    let before = if at > 0 && touches(at) { " " } else { "" };
    let after = if touches(at + 1) { " " } else { "" };
    format!("{before}{wanted}{after}")
}

fn is_known(sign: &str) -> bool {
    matches!(
        sign,
        "+" | "-"
            | "*"
            | "/"
            | "="
            | "<"
            | ">"
            | "<="
            | ">="
            | "!="
            | "=>"
            | "->"
            | "|"
            | ":"
            | ","
            | "."
            | "("
            | ")"
            | "["
            | "]"
            | "{"
            | "}"
            | ";"
            | "%"
            | "‰"
            | "¥"
    )
}

/// What to write in its place: nothing at all, or `None` where nobody knows.
fn replacement(piece: &Piece, found: &str) -> Option<&'static str> {
    let word = |keyword: Keyword| if piece.is_chinese() { keyword.zh() } else { keyword.en() };
    match found {
        "==" => Some("="),
        "&&" | "&" => Some(word(Keyword::And)),
        "||" => Some(word(Keyword::Or)),
        "!" => Some(word(Keyword::Not)),
        "、" => Some(","),
        "‘" | "’" | "'" | "「" | "」" | "『" | "』" | "«" | "»" | "`" => Some("\""),
        "〔" | "［" => Some("["),
        "〕" | "］" => Some("]"),
        "–" | "—" => Some("-"),
        "$" | "€" | "£" => None,
        "。" | "…" | "·" | "•" => Some(""),
        _ => None,
    }
}
