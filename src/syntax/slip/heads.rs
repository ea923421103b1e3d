//! What is wrong in the head of a declaration: signs, names, attributes.

use super::declarations::nearest;
use super::{Piece, Place, calls, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::{Kind, tokens};

/// Words of a head or field that have their value right behind them.
const CLAUSES: [Keyword; 8] = [
    Keyword::Weight,
    Keyword::OutOf,
    Keyword::Decimals,
    Keyword::Default,
    Keyword::By,
    Keyword::On,
    Keyword::AtLeast,
    Keyword::AtMost,
];

/// Lines of a `policy` block.
const LINES: [Keyword; 5] =
    [Keyword::Currency, Keyword::Period, Keyword::Effective, Keyword::FullMarks, Keyword::Applies];

/// `weight: 40%`, `currency = CNY`: a sign between a word and its value.
pub fn signed(piece: &Piece) -> Option<Diagnostic> {
    let sign = (1..piece.tokens.len()).find(|at| {
        let clause = at - 1;
        let clause = match piece.place {
            Place::Header => clause == 0 && piece.is(clause, &LINES),
            Place::Item if piece.is(0, &[Keyword::Test]) => piece.is(clause, &[Keyword::Given, Keyword::Expect]),
            Place::Item | Place::Score => clause > 1 && is_clause(piece, clause),
            Place::Field | Place::PayLine => clause > 0 && is_clause(piece, clause),
            _ => false,
        };
        // `decimals = 3` of a metric lacks its number, and is followed by the value.
        let value = piece.place == Place::Item && piece.is(0, &[Keyword::Metric, Keyword::Param, Keyword::Let]);
        // `allocate(…, by: sales)` is right.
        let clause = clause && !calls::inside(piece, *at);
        clause && (piece.word(*at) == ":" || piece.word(*at) == "=" && !value)
    })?;
    let span = piece.span(sign, sign);
    let told = Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", piece.word(sign));
    let blank = if piece.touches(sign) { " " } else { "" };
    Some(told.safe_edit(span.to(piece.span(sign + 1, sign + 1).before()), blank))
}

fn is_clause(piece: &Piece, at: usize) -> bool {
    let two = || at.checked_sub(1).map(|before| format!("{} {}", piece.word(before), piece.word(at)));
    piece.is(at, &CLAUSES) || two().is_some_and(|two| Keyword::among(&two, &CLAUSES).is_some())
}

/// `flag f = C`
pub fn flag(piece: &Piece) -> Option<Diagnostic> {
    let flag = piece.place == Place::Item && piece.is(0, &[Keyword::Flag]);
    let sign = if piece.kind(2) == Some(Kind::Text) { 3 } else { 2 };
    let found = matches!(piece.word(sign), "=" | ":" | "=>" | "->" | ",") || piece.is(sign, &[Keyword::If]);
    let when = if Keyword::Flag.zh() == piece.word(0) { Keyword::When.zh() } else { Keyword::When.en() };
    (flag && found).then(|| signs::instead(piece, sign, when))
}

/// `A（优秀） : >= 90`, `响应时间(s) : duration`, `指标 效率（单/时） : 数值 = …`, `餐补（按天） = 100元`
pub fn titled(piece: &Piece) -> Option<Diagnostic> {
    let (first, sign) = match piece.place {
        Place::GradeRow | Place::Field => (0, ":"),
        Place::PayLine => (0, "="),
        Place::Item if piece.is(0, &[Keyword::Metric, Keyword::Param]) => (1, ":"),
        _ => return None,
    };
    let close = piece.find(")")?;
    let named = piece.kind(first) == Some(Kind::Word) && piece.word(first + 1) == "(" && piece.word(close + 1) == sign;
    named.then_some(())?;
    let (name, quoted) = (piece.word(first), format!("\"{}\"", piece.written(first, close)));
    let whole = piece.span(first, close);
    let remark = piece.written(first + 1, close);
    let told = Diagnostic::new(Code::ForeignSign, piece.span(first + 1, close)).arg("found", remark);
    Some(if piece.place == Place::PayLine {
        told.arg("wanted", name).edit(whole, name).edit(whole, quoted)
    } else if piece.place == Place::GradeRow {
        let told = told.variant("label").arg("wanted", name).arg("quoted", quoted.clone());
        told.edit(whole, name).edit(whole, quoted)
    } else {
        let wanted = format!("{name} {quoted}");
        // `响应时间（秒） : 数值`: what is counted in seconds is a duration.
        if let Some(ty) = measured(piece, first + 2, close) {
            let wanted = format!("{wanted} : {ty}");
            let whole = piece.span(first, close + 2);
            return Some(told.variant("field").arg("wanted", wanted.clone()).edit(whole, wanted));
        }
        told.variant("field").arg("wanted", wanted.clone()).edit(whole, wanted)
    })
}

/// The type of a field whose title names a unit, where its type does not say so.
fn measured(piece: &Piece, unit: usize, close: usize) -> Option<String> {
    const PLAIN: [Keyword; 3] = [Keyword::Number, Keyword::Count, Keyword::Duration];
    let word = |keyword: Keyword| piece.spoken(keyword);
    let ends = matches!(piece.word(close + 3), "" | ",") && unit + 1 == close && piece.place == Place::Field;
    let plain = piece.is(close + 2, &PLAIN) || matches!(piece.word(close + 2), "整数" | "数字" | "integer" | "int");
    // In English, since `min` is a word of its own elsewhere.
    let duration = |unit: &str| format!("{}({unit})", Keyword::Duration.en());
    let ty = match piece.word(unit) {
        "s" | "秒" | "seconds" | "sec" => duration("s"),
        "min" | "分钟" | "minutes" | "分" => duration("min"),
        "h" | "小时" | "hours" => duration("h"),
        "%" => format!("{}(%)", word(Keyword::Percent)),
        "元" => word(Keyword::Money).to_owned(),
        _ => return None,
    };
    (ends && plain).then_some(ty)
}

/// `outof 10`, `wieght 40%`: a word that is nearly one of a head.
pub fn nearly(piece: &Piece, at: usize) -> Option<Diagnostic> {
    const WORDS: [Keyword; 8] = [
        Keyword::Weight,
        Keyword::OutOf,
        Keyword::Decimals,
        Keyword::When,
        Keyword::Marginal,
        Keyword::Whole,
        Keyword::AtLeast,
        Keyword::AtMost,
    ];
    let head = matches!(piece.place, Place::Item | Place::Score) && at > 1;
    (head && piece.kind(at) == Some(Kind::Word)).then_some(())?;
    // What is such a word is only in the wrong place.
    let wanted = nearest(piece.word(at), &WORDS).filter(|wanted| *wanted != piece.word(at))?;
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::UnknownDeclaration, span).variant("nearly").arg("found", piece.word(at));
    Some(told.arg("wanted", wanted).edit(span, wanted))
}

/// `>= 98% 得分 100`: a word in the place of the arrow.
pub fn answers(piece: &Piece) -> Option<Diagnostic> {
    const WORDS: [&str; 13] =
        ["得分为", "得分", "计分", "记分", "得", "计", "记", "扣", "则", "score", "scores", "gets", "then"];
    (piece.place.is_row() && piece.find("=>").is_none()).then_some(())?;
    (1..piece.tokens.len()).find_map(|at| {
        let token = piece.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let name = token.of(piece.text);
        let inside = |word: &&str| name.find(*word).filter(|inside| *inside == 0 || !word.is_ascii());
        let (word, inside) = WORDS.iter().find_map(|word| Some((word, inside(word)?)))?;
        let start = token.range.start + inside;
        let rest = piece.text.get(start + word.len()..)?;
        let number = rest.trim_start().trim_start_matches(':').trim_start().starts_with(|c: char| c.is_ascii_digit());
        let colon = rest.len() - rest.trim_start_matches([' ', ':']).len();
        let span = piece.bytes(start, start + word.len() + colon);
        let told = Diagnostic::new(Code::WrongArrow, span).arg("found", *word).arg("wanted", "=>");
        number.then(|| told.edit(span, if inside == 0 { "=> " } else { " => " }))
    })
}

/// `grade g p`, `scale s by m`, `score r 40%`: a word of a head that is missing, or is another's.
pub fn clause(piece: &Piece) -> Option<Diagnostic> {
    let at = if piece.kind(2) == Some(Kind::Text) { 3 } else { 2 };
    let is = |keywords: &[Keyword]| piece.is(0, keywords);
    let chinese = !piece.word(0).is_ascii();
    let word = |keyword: Keyword| if chinese { keyword.zh() } else { keyword.en() };
    let (wanted, other) = match piece.place {
        Place::Item if is(&[Keyword::Grade, Keyword::Table]) => (Keyword::By, Keyword::On),
        Place::Item if is(&[Keyword::Scale]) => (Keyword::On, Keyword::By),
        Place::Item | Place::Score if is(&[Keyword::Score, Keyword::Section]) => {
            let number = piece.kind(at) == Some(Kind::Number);
            // `score errors 60 points {`: what an item can earn at most.
            if number && is_points(piece.word(at + 1)) {
                let span = piece.span(at, at + 1);
                let wanted = format!("{} {}", word(Keyword::OutOf), piece.word(at));
                let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(at, at + 1));
                return Some(told.arg("wanted", wanted.clone()).edit(span, wanted));
            }
            return number.then(|| missing(piece, at, word(Keyword::Weight)));
        }
        _ => return None,
    };
    if piece.is(at, &[other]) {
        return Some(signs::instead(piece, at, word(wanted)));
    }
    if piece.is(0, &[Keyword::Grade]) && piece.word(at) == "{" && piece.kind(1) == Some(Kind::Word) {
        // As a rule it looks at the total.
        let total = piece.total().unwrap_or(piece.keyword(Keyword::Scores));
        return Some(missing(piece, at, &format!("{} {total}", word(wanted))));
    }
    if !piece.is(at, &[wanted]) {
        return (piece.kind(at) == Some(Kind::Word)).then(|| missing(piece, at, word(wanted)));
    }
    let block = piece.find("{")?;
    let output = at + 2;
    if piece.is(0, &[Keyword::Scale]) {
        let (marginal, whole) = (word(Keyword::Marginal), word(Keyword::Whole));
        let told = Diagnostic::new(Code::WrongArrow, piece.span(0, 0)).variant("mode").arg("wanted", marginal);
        let told = told.arg("whole", whole);
        let gap = piece.span(block - 1, block - 1).after();
        let unsaid = piece.find(",").is_none() && block > output - 1;
        return unsaid.then(|| told.edit(gap, format!(", {marginal}")).edit(gap, format!(", {whole}")));
    }
    let unsaid = piece.kind(output) == Some(Kind::Word) && piece.word(output + 1) == ":" && piece.find("->").is_none();
    unsaid.then(|| missing(piece, output, "->"))
}

/// Whether a word behind a number is for points.
pub fn is_points(word: &str) -> bool {
    matches!(word, "points" | "point" | "pts" | "pt" | "分" | "marks")
}

fn missing(piece: &Piece, at: usize, wanted: &str) -> Diagnostic {
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::WrongArrow, span).variant("missing").arg("wanted", wanted);
    told.edit(span.before(), format!("{wanted} "))
}

/// `currency GBP, period month`, `币种 人民币，按月考核`: a comma between the lines of a header.
pub fn lines(piece: &Piece) -> Option<Diagnostic> {
    const PERIODS: [(&str, Keyword); 8] = [
        ("month", Keyword::Month),
        ("quarter", Keyword::Quarter),
        ("week", Keyword::Week),
        ("year", Keyword::Year),
        ("季", Keyword::Quarter),
        ("月", Keyword::Month),
        ("周", Keyword::Week),
        ("年", Keyword::Year),
    ];
    let comma = piece.find(",").filter(|_| piece.place == Place::Header)?;
    let last = piece.tokens.len().checked_sub(1).filter(|last| *last > comma)?;
    let gap = piece.span(comma - 1, comma - 1).after().to(piece.span(comma + 1, comma + 1).before());
    let told = Diagnostic::new(Code::ForeignSign, piece.span(comma, comma)).arg("found", piece.written(comma, comma));
    if piece.is(comma + 1, &LINES) {
        return Some(told.arg("wanted", ";").edit(gap, "; "));
    }
    let said = piece.words(comma + 1, last);
    let period = PERIODS.iter().find(|(word, _)| said.contains(word)).map(|(_, period)| *period)?;
    let yuan = comma == 2 && matches!(piece.word(1), "人民币" | "RMB" | "元");
    let first = if yuan { format!("{} CNY", piece.word(0)) } else { piece.written(0, comma - 1).to_owned() };
    let wanted = format!("{first}; {} {}", piece.spoken(Keyword::Period), piece.spoken(period));
    Some(told.arg("wanted", wanted.clone()).edit(piece.span(0, last), wanted))
}

/// What a score looks at, and its full marks.
pub fn looked_at(head: &str) -> Option<(String, String)> {
    let words: Vec<&str> = tokens(head).iter().map(|token| token.of(head)).collect();
    let score = words.iter().position(|word| Keyword::Score.is(word))?;
    let behind = |keyword: Keyword| words.iter().position(|word| keyword.is(word)).and_then(|at| words.get(at + 1));
    let input = behind(Keyword::By).or_else(|| words.get(score + 1))?;
    let full = behind(Keyword::OutOf).map_or("100", |full| *full);
    Some(((*input).to_owned(), full.to_owned()))
}
