//! An item for some people only: `评分 回复率 权重 30% 当 岗位 = 客服 {`, `score deals weight 20% when role = sales = …`.

use std::ops::Range;

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// What may stand in a head behind a condition.
const CLAUSES: [Keyword; 4] = [Keyword::Weight, Keyword::OutOf, Keyword::Decimals, Keyword::By];

/// A condition in the head of an item: whoever it does not hold for is exempt.
pub fn limited(piece: &Piece) -> Option<Diagnostic> {
    let score = matches!(piece.place, Place::Item | Place::Score) && piece.is(0, &[Keyword::Score]);
    let end = piece.find("{").unwrap_or(piece.tokens.len());
    let word = (2..end).filter(|_| score).find(|at| piece.is(*at, &[Keyword::When, Keyword::If]))?;
    let head = Head { piece, word, end };
    if piece.find("{").is_some() { head.rows() } else { head.formula() }
}

/// A condition in the head of a section: its items say whom they are for.
pub fn section(piece: &Piece) -> Option<Diagnostic> {
    let section = piece.place == Place::Item && piece.is(0, &[Keyword::Section]);
    let end = piece.find("{").filter(|_| section)?;
    let word = (2..end).find(|at| piece.is(*at, &[Keyword::When, Keyword::If]))?;
    let head = Head { piece, word, end };
    let row = head.row(&head.condition(end)?);
    Some(head.told(&head.condition(end)?).variant("condition-section").arg("wanted", row))
}

/// The head of an item with a condition, which begins at `word`.
struct Head<'a> {
    piece: &'a Piece<'a>,
    word: usize,
    end: usize,
}

impl Head<'_> {
    /// A condition before rows: a first row leaves the others out.
    fn rows(&self) -> Option<Diagnostic> {
        let (piece, condition) = (self.piece, self.condition(self.end)?);
        let row = self.row(&condition);
        let told = self.told(&condition).variant("condition-score").arg("wanted", row.clone());
        let (first, open) = (self.first(), piece.span(self.end, self.end));
        let behind = piece.file().get(open.range().end..).unwrap_or("").trim_start_matches([' ', '\t']);
        let rest = self.behind(&condition, self.end);
        let block = match behind.starts_with(['\n', '\r', '#']) {
            true => format!("{{\n{}    {row}", self.indent()),
            false => format!("{{ {row};"),
        };
        Some(told.edit(piece.span(first, self.end), format!("{rest}{block}")))
    }

    /// The row that leaves the others out.
    fn row(&self, condition: &Range<usize>) -> String {
        let word = |keyword| self.piece.keyword(keyword);
        let (any, when, exempt) = (word(Keyword::Any), word(Keyword::When), word(Keyword::Exempt));
        format!("{any} {when} {} => {exempt}", self.denied(condition))
    }

    /// A condition before a formula: the formula becomes the answer for those whom it is about.
    fn formula(&self) -> Option<Diagnostic> {
        let (piece, last) = (self.piece, self.end.checked_sub(1)?);
        let signs = (self.word + 2..last).rev().filter(|at| piece.word(*at) == "=");
        let wanted = signs.filter_map(|sign| Some((sign, self.of_formula(sign, last)?)));
        let (sign, wanted) = wanted.into_iter().find(|(_, wanted)| piece.reads(wanted))?;
        let told = self.told(&self.condition(sign)?).variant("condition-formula").arg("wanted", wanted.clone());
        Some(told.edit(piece.span(0, last), wanted))
    }

    /// `score deals by role weight 20% { sales => …; otherwise => exempt }`
    fn of_formula(&self, sign: usize, last: usize) -> Option<String> {
        let (piece, condition) = (self.piece, self.condition(sign)?);
        let word = |keyword| piece.keyword(keyword);
        let (input, taken, rest) = match self.label(&condition) {
            Some((field, label)) => (field, label, word(Keyword::Otherwise)),
            None => (piece.written(condition.start, condition.end - 1), word(Keyword::Yes), word(Keyword::No)),
        };
        let title = usize::from(piece.kind(2) == Some(Kind::Text));
        let name = piece.written(0, 1 + title);
        let kept = match self.first() > 2 + title {
            true => format!(" {}", piece.written(2 + title, self.first() - 1)),
            false => String::new(),
        };
        let value = piece.written(sign + 1, last);
        let (by, exempt, behind) = (word(Keyword::By), word(Keyword::Exempt), self.behind(&condition, sign));
        let rows = format!("{{ {taken} => {value}; {rest} => {exempt} }}");
        Some(format!("{name} {by} {input}{kept} {behind}{rows}"))
    }

    fn told(&self, condition: &Range<usize>) -> Diagnostic {
        let (first, last) = (self.first(), condition.end - 1);
        let found = self.piece.written(first, last);
        Diagnostic::new(Code::Syntax, self.piece.span(first, last)).arg("found", found)
    }

    /// Where it begins: `applies` may stand before `when`.
    fn first(&self) -> usize {
        let applies = self.word > 2 && self.piece.is(self.word - 1, &[Keyword::Applies]);
        if applies { self.word - 1 } else { self.word }
    }

    /// The tokens of the condition: up to a word of a head, or to `end`.
    fn condition(&self, end: usize) -> Option<Range<usize>> {
        let clause = (self.word + 1..end).find(|at| {
            let two = Keyword::among(self.piece.words(*at, *at + 1), &CLAUSES).is_some();
            two || self.piece.is(*at, &CLAUSES)
        });
        let range = self.word + 1..clause.unwrap_or(end);
        (!range.is_empty()).then_some(range)
    }

    /// What stands behind it in the head, with a blank after it.
    fn behind(&self, condition: &Range<usize>, end: usize) -> String {
        match condition.end < end {
            true => format!("{} ", self.piece.written(condition.end, end - 1)),
            false => String::new(),
        }
    }

    fn denied(&self, condition: &Range<usize>) -> String {
        let (not, text) = (self.piece.keyword(Keyword::Not), self.piece.written(condition.start, condition.end - 1));
        if condition.len() > 1 { format!("{not} ({text})") } else { format!("{not} {text}") }
    }

    /// The two sides of `role = sales`.
    fn label(&self, condition: &Range<usize>) -> Option<(&str, &str)> {
        let sides = [condition.start, condition.start + 2];
        let names = sides.iter().all(|at| matches!(self.piece.kind(*at), Some(Kind::Word | Kind::Text)));
        let equal = condition.len() == 3 && matches!(self.piece.word(condition.start + 1), "=" | "==");
        let [field, label] = sides.map(|at| self.piece.written(at, at));
        (names && equal).then_some((field, label))
    }

    /// The blanks before the head.
    fn indent(&self) -> &str {
        let (text, start) = (self.piece.file(), self.piece.span(0, 0).range().start);
        let line = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        text.get(line..start).filter(|blank| blank.trim().is_empty()).unwrap_or("")
    }
}
