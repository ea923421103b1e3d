//! A declaration that begins with no word of the language, or with none at all, and is told apart by how it goes on:
//! `奖金表 等级 按 总分 {`, `const x = 3 CNY`, `X 权重 30% {`.

use super::declarations::nearest;
use super::totals::is_total;
use super::{Piece, Place, declarations};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::{Kind, tokens};

/// Words by which other languages declare something.
const FOREIGN: [&str; 30] = [
    "rule",
    "def",
    "define",
    "func",
    "function",
    "fn",
    "const",
    "var",
    "set",
    "int",
    "float",
    "double",
    "decimal",
    "auto",
    "val",
    "create",
    "declare",
    "设",
    "设置",
    "定义",
    "常量",
    "变量",
    "函数",
    "规则",
    "公式",
    "考核",
    "考核项",
    "考核表",
    "计算",
    "指标项",
];

/// `metric total : points = sum of scores`: what the items add up to has a word of its own.
pub fn total(piece: &Piece) -> Option<Diagnostic> {
    let sign =
        piece.find("=").filter(|_| piece.place == Place::Item && piece.is(0, &[Keyword::Metric, Keyword::Let]))?;
    let last = piece.tokens.len().checked_sub(1).filter(|last| *last > sign + 1)?;
    let all = is_total(piece.words(sign + 1, last)) || of_items(piece, sign + 1);
    let end = if all { last } else { part(piece, sign + 1)? };
    let (words, scores) = (piece.words(sign + 1, end), piece.spoken(Keyword::Scores));
    // A total in one word reads, and is told where it is looked up.
    (end > sign + 1).then(|| {
        let span = piece.span(sign + 1, end);
        let told = Diagnostic::new(Code::ForeignSign, span).arg("found", words).arg("wanted", scores);
        told.edit(span, scores)
    })
}

/// `总分：各项得分之和`, `总分 是 各项得分之和`: a colon or a word in the place of the sign.
pub fn colon_total(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|last| piece.place == Place::Item && *last > 1)?;
    let sign = matches!(piece.word(1), ":" | "是" | "为" | "is");
    let named = piece.kind(0) == Some(Kind::Word) && sign && is_total(piece.words(2, last));
    let [word, ty, scores] = [Keyword::Metric, Keyword::Points, Keyword::Scores].map(|keyword| piece.spoken(keyword));
    let wanted = format!("{word} {} : {ty} = {scores}", piece.word(0));
    let told = Diagnostic::new(Code::UnknownDeclaration, piece.span(0, 0)).variant("total");
    named.then(|| told.arg("found", piece.word(0)).arg("wanted", word).edit(piece.span(0, last), wanted))
}

/// Tells a declaration by its shape.
pub fn shaped(piece: &Piece) -> Option<Diagnostic> {
    (piece.place == Place::Item && piece.kind(0) == Some(Kind::Word)).then_some(())?;
    if piece.is(0, &[Keyword::Metric, Keyword::Let, Keyword::Param, Keyword::Table, Keyword::Flag]) {
        // A word of the language, before what goes on as a score does.
        let weighs =
            piece.kind(1) == Some(Kind::Word) && piece.is(2, &[Keyword::Weight]) && piece.kind(3) == Some(Kind::Number);
        return weighs.then(|| super::signs::instead(piece, 0, piece.keyword(Keyword::Score)));
    }
    if piece.is(0, Keyword::DECLARATIONS) {
        return None;
    }
    let headed = matches!(piece.kind(1), Some(Kind::Word)) && !joins(piece, 1);
    if headed && piece.word(2) == "(" && FOREIGN.contains(&piece.word(0)) {
        let told = Diagnostic::new(Code::UnknownDeclaration, piece.span(0, 0)).variant("function");
        return Some(told.arg("found", piece.word(0)));
    }
    let name = usize::from(headed);
    let Some(meant) = shape(piece, name) else {
        let told = Diagnostic::new(Code::UnknownDeclaration, piece.span(0, 0)).variant("kinds");
        return FOREIGN.contains(&piece.word(0)).then(|| told.arg("found", piece.word(0)));
    };
    let word = piece.keyword(meant);
    if headed || meant == Keyword::Record {
        let near = nearest(piece.word(0), Keyword::DECLARATIONS).filter(|_| headed);
        // What is nearly another word, and goes on as that one does, is that.
        let other = near.and_then(|near| Keyword::among(near, Keyword::DECLARATIONS)).filter(|near| fits(*near, meant));
        let word = other.map_or(word, |other| piece.keyword(other));
        let span = piece.span(0, 0);
        let told = Diagnostic::new(Code::UnknownDeclaration, span).variant("nearly").arg("found", piece.word(0));
        return Some(told.arg("wanted", word).edit(span, word));
    }
    let span = piece.span(0, 0);
    let told = Diagnostic::new(Code::UnknownDeclaration, span).variant("headless").arg("found", piece.word(0));
    if meant == Keyword::Let && totals(piece) {
        let (word, ty) = (piece.spoken(Keyword::Metric), piece.spoken(Keyword::Points));
        let head = format!("{word} {} : {ty}", piece.word(0));
        let last = piece.tokens.len() - 1;
        let told = told.variant("total").arg("wanted", word);
        let all = is_total(piece.words(2, last)) || of_items(piece, 2);
        let whole = all.then_some(last).or_else(|| part(piece, 2));
        return Some(match whole {
            Some(end) => told.edit(piece.span(0, end), format!("{head} = {}", piece.spoken(Keyword::Scores))),
            None => told.edit(span, head),
        });
    }
    // What is divided is rounded, and for that its type says how.
    if meant == Keyword::Let && piece.find("/").is_some() {
        let (word, ty) = (piece.spoken(Keyword::Metric), declarations::likely_type(piece, 2));
        return Some(
            told.variant("quotient")
                .arg("wanted", word)
                .arg("type", ty)
                .edit(span, format!("{word} {} : {ty}", piece.word(0))),
        );
    }
    let gap = span.before();
    Some(told.arg("wanted", word).edit(gap, format!("{word} ")))
}

/// Whether a name stands for what the items add up to: that is a result, which a `let` is not.
fn totals(piece: &Piece) -> bool {
    let compares = (2..piece.tokens.len()).any(|at| matches!(piece.word(at), "<" | ">" | "<=" | ">=" | "=" | "!="));
    let all = piece.tokens.len().checked_sub(1).is_some_and(|last| last > 1 && is_total(piece.words(2, last)));
    !compares
        && (all
            || of_items(piece, 2)
            || part(piece, 2).is_some()
            || (2..piece.tokens.len()).any(|at| piece.is(at, &[Keyword::Scores])))
}

/// Whether a token joins what stands around it, and is no name.
fn joins(piece: &Piece, at: usize) -> bool {
    const WORDS: [Keyword; 6] =
        [Keyword::Weight, Keyword::OutOf, Keyword::By, Keyword::On, Keyword::When, Keyword::AtLeast];
    piece.is(at, &WORDS)
}

/// Whether a declaration of one kind is written as one of another is.
fn fits(near: Keyword, meant: Keyword) -> bool {
    let alike = |group: &[Keyword]| group.contains(&near) && group.contains(&meant);
    near == meant
        || alike(&[Keyword::Metric, Keyword::Param])
        || alike(&[Keyword::Grade, Keyword::Table])
        || alike(&[Keyword::Score, Keyword::Section])
}

/// The declaration that goes on so behind its name.
fn shape(piece: &Piece, name: usize) -> Option<Keyword> {
    let at = if piece.kind(name + 1) == Some(Kind::Text) { name + 2 } else { name + 1 };
    let has = |keyword: Keyword| (at..piece.tokens.len()).any(|at| piece.is(at, &[keyword]));
    match piece.word(at) {
        "=" if piece.find("{").is_none() => return Some(Keyword::Let),
        ":" => return piece.find("=").map(|_| Keyword::Metric),
        "{" => {
            let (second, third) = inside(piece);
            let fields = name == 0 && second == ":" && keyed(piece);
            return fields.then_some(Keyword::Record).or((second == "=" && third).then_some(Keyword::Pay));
        }
        _ => {}
    }
    let block = piece.find("{").is_some();
    match () {
        () if piece.is(at, &[Keyword::Weight, Keyword::OutOf]) => Some(Keyword::Score),
        () if piece.is(at, &[Keyword::By]) && has(Keyword::Weight) => Some(Keyword::Score),
        () if piece.is(at, &[Keyword::By]) && block && inside(piece).0 == ":" => Some(Keyword::Grade),
        () if piece.is(at, &[Keyword::By]) && block => Some(Keyword::Table),
        () if piece.is(at, &[Keyword::On]) && block => Some(Keyword::Scale),
        () if piece.is(at, &[Keyword::When]) && at + 1 < piece.tokens.len() => Some(Keyword::Flag),
        () => None,
    }
}

/// Whether a block holds a key, as that of the fields alone does.
fn keyed(piece: &Piece) -> bool {
    tokens(piece.text).iter().any(|token| Keyword::Key.is(token.of(piece.text)))
}

/// The second token in the block of the piece, and whether anything follows it.
fn inside<'a>(piece: &Piece<'a>) -> (&'a str, bool) {
    let words = tokens(piece.text);
    let rest = words.iter().skip_while(|token| token.of(piece.text) != "{").skip(1);
    let mut rest = rest.filter(|token| token.kind != Kind::Newline).skip(1);
    (rest.next().map_or("", |token| token.of(piece.text)), rest.next().is_some())
}

/// The last token of words for the total that begin at token `first`, where they are a part of a sum: `sum of scores - penalty`.
fn part(piece: &Piece, first: usize) -> Option<usize> {
    let end = |at: &usize| matches!(piece.word(*at), "+" | "-" | "*" | "/" | "");
    let behind = (first + 1..=piece.tokens.len()).find(end)?;
    let whole = behind < piece.tokens.len() && is_total(piece.words(first, behind - 1));
    whole.then(|| behind - 1)
}

/// An item without the word for what it scores.
fn stem(name: &str) -> &str {
    const ENDS: [&str; 6] = ["的得分", "得分", "评分", "分", "_score", "_points"];
    ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// Whether a sum names every item once: `total = completion + revisions`.
fn of_items(piece: &Piece, first: usize) -> bool {
    let names = (first..piece.tokens.len()).step_by(2).map(|at| stem(piece.word(at)));
    let names: Vec<&str> = names.collect();
    let plus = (first + 1..piece.tokens.len()).step_by(2).all(|at| piece.word(at) == "+");
    let item = |line: &&str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|word| Keyword::Score.is(word))
    };
    let items = piece.prepared().lines().filter(item).filter_map(|line| line.split_whitespace().nth(1));
    let items: Vec<&str> = items.map(|name| name.trim_end_matches([':', '{', ','])).collect();
    let named = |item: &&str| names.iter().any(|name| name == item || stem(item) == *name);
    plus && names.len() > 1 && names.len() == items.len() && items.iter().all(named)
}
