//! What is wrong in a condition: lines of a gate, the parts of an `if`.

use super::bounds::{self, BEFORE};
use super::{Piece, Place, numerals, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// A gate's line that starts with `-` could be meant as the end of the line above.
pub fn gate_minus(piece: &Piece) -> Option<Diagnostic> {
    let starts = piece.place == Place::Condition && piece.word(0) == "-";
    starts.then(|| Diagnostic::new(Code::GateMinus, piece.span(0, 0)).edit(piece.span(0, 0), "0 -"))
}

/// `如果 a，则 b，否则 c`: a comma before the next part.
pub fn comma(piece: &Piece) -> Option<Diagnostic> {
    let parts = [Keyword::Then, Keyword::Else, Keyword::When];
    let at = (1..piece.tokens.len()).find(|at| piece.word(*at) == "," && piece.is(at + 1, &parts))?;
    let in_if = (0..at).any(|before| piece.is(before, &[Keyword::If]));
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", piece.written(at, at));
    (in_if || piece.is(at + 1, &[Keyword::When])).then(|| told.safe_edit(span, " "))
}

fn places(piece: &Piece, keyword: Keyword) -> Vec<usize> {
    (0..piece.tokens.len()).filter(|at| piece.is(*at, &[keyword])).collect()
}

/// What to tell of a condition, with its words in the tongue of the one that stands there.
pub fn incomplete(piece: &Piece, at: usize, variant: &'static str) -> Diagnostic {
    let chinese = !piece.word(at).is_ascii();
    let word = |keyword: Keyword| if chinese { keyword.zh() } else { keyword.en() };
    let told = Diagnostic::new(Code::IncompleteIf, piece.span(at, at)).variant(variant).arg("word", piece.word(at));
    let told = told.arg("if", word(Keyword::If)).arg("then", word(Keyword::Then)).arg("else", word(Keyword::Else));
    told.arg("when", word(Keyword::When))
}

/// `if` without its `then` or `else`.
pub fn without_else(piece: &Piece) -> Option<Diagnostic> {
    let first = *places(piece, Keyword::If).first()?;
    let (ifs, thens) = (places(piece, Keyword::If).len(), places(piece, Keyword::Then).len());
    let elses = places(piece, Keyword::Else).len();
    if thens < ifs {
        // Behind an amount an `if` means that it is paid only then.
        let behind = first.checked_sub(1).filter(|_| thens == 0 && elses == 0 && ifs == 1);
        let follows = behind.is_some_and(|at| {
            matches!(piece.kind(at), Some(Kind::Word | Kind::Number)) || matches!(piece.word(at), ")" | "%")
        });
        return Some(match follows && !piece.place.is_row() && piece.place != Place::Condition {
            true => incomplete(piece, first, "when").safe_edit(piece.span(first, first), Keyword::When.en()),
            false => incomplete(piece, first, "then"),
        });
    }
    (elses < ifs).then(|| incomplete(piece, first, "else"))
}

/// `else` or `then` without its `if`.
pub fn without_if(piece: &Piece) -> Option<Diagnostic> {
    let ifs = places(piece, Keyword::If).len();
    let (thens, elses) = (places(piece, Keyword::Then), places(piece, Keyword::Else));
    let stray = if thens.len() > ifs { thens.first() } else { elses.get(ifs) };
    Some(incomplete(piece, *stray?, "if"))
}

/// `if` as an operand without parentheses.
pub fn bare_if(piece: &Piece) -> Option<Diagnostic> {
    let at = places(piece, Keyword::If).into_iter().find(|at| {
        at.checked_sub(1)
            .is_some_and(|before| matches!(piece.word(before), "+" | "-" | "*" | "/" | "<" | ">" | "<=" | ">=" | "!="))
    })?;
    Some(incomplete(piece, at, "parentheses"))
}

/// From which token on a piece compares, where it compares at all.
fn comparing(piece: &Piece) -> Option<usize> {
    let gives = || piece.find("=").map(|sign| sign + 1);
    match piece.place {
        Place::Condition | Place::Expression => Some(0),
        Place::Row | Place::GradeRow => (0..piece.tokens.len()).find(|at| piece.is(*at, &[Keyword::When])),
        Place::PayLine => gives(),
        Place::Item if piece.is(0, &[Keyword::Flag, Keyword::Ensure]) => Some(1),
        Place::Item if piece.is(0, &[Keyword::Metric, Keyword::Let]) => gives(),
        Place::Header if piece.is(0, &[Keyword::Applies]) => Some(1),
        _ => None,
    }
}

/// `p 大于 3`, `p大于3`, `p more than 3`
pub fn worded(piece: &Piece) -> Option<Diagnostic> {
    let first = comparing(piece)?;
    (first..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Word)).find_map(|at| {
        let start = piece.tokens.get(at)?.range.start;
        let ((word, sign), rest) = bounds::word(piece.text.get(start..)?, &BEFORE).or_else(|| glued(piece, at))?;
        let begin = piece.text.len() - rest.len() - word.len();
        let number = rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '¥');
        let alone = word.contains(' ') || piece.word(at) == word;
        let compares = rest.starts_with(' ') && alone && !word.starts_with(['o', 'u', 'a']) || number;
        let gap = |blank: bool| if blank { "" } else { " " };
        let before = piece.text.get(..begin).is_some_and(|before| before.ends_with(' '));
        let wanted = format!("{}{sign}{}", gap(before), gap(rest.starts_with(' ')));
        let span = piece.bytes(begin, begin + word.len());
        let is = at.checked_sub(1).filter(|is| piece.is(*is, &[Keyword::Is]));
        let span = is.map_or(span, |is| piece.span(is, is).to(span));
        compares.then(|| signs::compare(span, word, sign, wanted))
    })
}

/// A comparison word in or at the end of a name, and a number behind it.
fn glued<'a>(piece: &Piece<'a>, at: usize) -> Option<(bounds::Word, &'a str)> {
    let token = piece.tokens.get(at)?;
    let name = token.of(piece.text);
    let (inside, found) =
        BEFORE.iter().filter(|(word, _)| !word.is_ascii()).find_map(|found| Some((name.find(found.0)?, *found)))?;
    let rest = piece.text.get(token.range.start + inside + found.0.len()..)?;
    rest.trim_start().starts_with(|c: char| c.is_ascii_digit()).then_some((found, rest))
}

/// `=< 3`, `<> 3`, and `=> 3` where nothing is answered.
pub fn signed(piece: &Piece) -> Option<Diagnostic> {
    let first = comparing(piece)?;
    (first..piece.tokens.len()).find_map(|at| {
        let sign = match (piece.word(at), piece.word(at + 1)) {
            ("<", ">") => "!=",
            ("=", "<") => "<=",
            ("=", ">") => ">=",
            _ => {
                return (piece.word(at) == "=>" && !piece.place.is_row()).then(|| {
                    let span = piece.span(at, at);
                    signs::compare(span, "=>", ">=", ">=".to_owned())
                });
            }
        };
        Some(signs::compare(piece.span(at, at + 1), piece.words(at, at + 1), sign, sign.to_owned()))
    })
}

/// `总分 60以上`, `p between 60 and 90`, `名次 前三名`: a bound right behind what it is of.
pub fn quantified(piece: &Piece) -> Option<Diagnostic> {
    const OPENERS: [&str; 4] = ["between", "介于", "处于", "在"];
    let first = comparing(piece)?;
    (first..piece.tokens.len()).find_map(|at| {
        let keyword = || Keyword::ALL.iter().any(|keyword| keyword.is(piece.word(at)));
        let name = (piece.kind(at) == Some(Kind::Word) && !keyword()).then(|| piece.word(at))?;
        if numerals::place(piece.word(at + 1)).is_some_and(|place| place.subject.is_empty()) {
            // What is compared decides what it is written as.
            let gap = piece.span(at, at).after();
            let told = Diagnostic::new(Code::ForeignSign, piece.span(at + 1, at + 1)).arg("found", piece.word(at + 1));
            return Some(told.arg("wanted", "=").edit(gap, " ="));
        }
        let bounds = piece.kind(at + 1) == Some(Kind::Number) || OPENERS.contains(&piece.word(at + 1));
        bounds.then_some(())?;
        let read = |end: usize| Some((end, bounds::read(piece.words(at + 1, end - 1))?));
        let (end, found) = (at + 3..=piece.tokens.len()).rev().find_map(read)?;
        let span = piece.span(at, end - 1);
        let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(at + 1, end - 1));
        let wanted = match found.as_slice() {
            [one] => format!("{name} {} {}", one.sign, one.value),
            [one, other] => format!("{name} {} {}", piece.keyword(Keyword::In), bounds::between(one, other)?),
            _ => return None,
        };
        Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
    })
}

/// `前 3 名`, `第 1 名`: a place with blanks in it.
pub fn placed(piece: &Piece) -> Option<Diagnostic> {
    let first = comparing(piece)?;
    (first..piece.tokens.len()).find_map(|at| {
        let opens = ["第", "前", "倒数第", "TOP", "Top", "top"].iter().any(|word| piece.word(at).ends_with(word));
        let number = opens && piece.kind(at + 1) == Some(Kind::Number);
        let last = if matches!(piece.word(at + 2), "名" | "位" | "个") { at + 2 } else { at + 1 };
        let glued: String = (at..=last).map(|at| piece.word(at)).collect();
        (number && numerals::place(&glued).is_some()).then(|| {
            let span = piece.span(at, last);
            let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(at, last));
            told.arg("wanted", glued.clone()).edit(span, glued)
        })
    })
}
