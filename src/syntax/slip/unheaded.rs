//! A table whose head says neither that it is one nor what it looks at: `系数 绩效系数 { 总分 >= 95 : 1.2 }`.

use super::{Piece, Place, spread};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words by which such a table begins.
const WORDS: [&str; 16] = [
    "系数",
    "比例",
    "倍数",
    "提成比例",
    "提成点",
    "奖金",
    "奖励",
    "档位",
    "multiplier",
    "factor",
    "coefficient",
    "rate",
    "rates",
    "bonus",
    "tiers",
    "bands",
];

/// Tells the head, with the word for a table and the input that its rows name.
pub fn table(piece: &Piece) -> Option<Diagnostic> {
    let open = piece.find("{").filter(|open| piece.place == Place::Item && matches!(open, 1 | 2))?;
    let words = piece.kind(0) == Some(Kind::Word) && !piece.is(0, Keyword::DECLARATIONS);
    let known = WORDS.iter().any(|word| piece.word(0).contains(word));
    let name = piece.word(open - 1);
    (words && (known || WORDS.iter().any(|word| name.contains(word)))).then_some(())?;
    let inside = piece.text.split_once('{')?.1.trim_end().strip_suffix('}')?;
    let pays = inside.lines().any(|line| line.replace(">=", "").replace("<=", "").replace("=>", "").contains('='));
    (!pays).then_some(())?;
    let input = match spread::subject(inside) {
        Some(named) => named.to_owned(),
        None => piece.total()?.to_owned(),
    };
    let [table, by] = [Keyword::Table, Keyword::By].map(|word| piece.spoken(word));
    let wanted = format!("{table} {name} {by} {input}");
    let span = piece.span(0, open - 1);
    let told =
        Diagnostic::new(Code::UnknownDeclaration, span).variant("table").arg("found", piece.written(0, open - 1));
    Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
}
