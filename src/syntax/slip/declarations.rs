//! What is wrong with the word or the name by which a declaration begins.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// A word that begins no declaration.
pub fn unknown(piece: &Piece) -> Option<Diagnostic> {
    let wanted: &[Keyword] = match piece.place {
        Place::Item => Keyword::DECLARATIONS,
        Place::Score => &[Keyword::Score],
        Place::Header => {
            &[Keyword::Currency, Keyword::Period, Keyword::Effective, Keyword::FullMarks, Keyword::Applies]
        }
        _ => return None,
    };
    if piece.is(0, wanted) {
        return None;
    }
    let found = piece.word(0);
    let span = piece.span(0, 0);
    let told = Diagnostic::new(Code::UnknownDeclaration, span).arg("found", found);
    if piece.kind(0) != Some(Kind::Word) {
        return Some(told.variant("place"));
    }
    // `评分数 : count` is a field outside of its block, and no keyword that would then lack its name.
    let heads =
        piece.place == Place::Header || matches!(piece.kind(1), Some(Kind::Word | Kind::Text)) || piece.word(1) == "{";
    Some(match nearest(found, wanted).filter(|_| heads) {
        Some(wanted) => told.variant("nearly").arg("wanted", wanted).edit(span, wanted),
        None if Keyword::DECLARATIONS.iter().any(|keyword| keyword.is(found)) => told.variant("misplaced"),
        None if piece.place == Place::Item && is_sentence(piece) => {
            let last = piece.tokens.len() - 1;
            let told = Diagnostic::new(Code::UnknownDeclaration, piece.span(0, last)).variant("sentence");
            told.arg("found", piece.written(0, last)).edit(span.before(), "# ")
        }
        None => told.variant(if piece.place == Place::Item { "" } else { "place" }),
    })
}

/// A line of words alone, as documents explain what stands beside it.
fn is_sentence(piece: &Piece) -> bool {
    let signs = (0..piece.tokens.len()).all(|at| {
        matches!(piece.kind(at), Some(Kind::Word | Kind::Number))
            || matches!(piece.word(at), "," | "、" | "." | "。" | "%")
    });
    // A line with several figures says more than a remark.
    let figures = (0..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Number)).count();
    let signs = signs && figures < 2;
    let long = piece.tokens.len() > 3 || piece.word(0).chars().filter(|c| !c.is_ascii()).count() > 5;
    signs && long && !piece.written(0, piece.tokens.len().saturating_sub(1)).contains('\n')
}

/// The keyword that a word was probably meant to be.
pub fn nearest(found: &str, keywords: &[Keyword]) -> Option<&'static str> {
    let spellings = keywords.iter().flat_map(|keyword| [keyword.en(), keyword.zh()]);
    let near = |word: &&str| {
        let chinese = !word.is_ascii();
        let distance = strsim::osa_distance(found, word);
        let shared = word.chars().filter(|c| found.contains(*c)).count();
        if chinese {
            shared > 0 && distance <= 2 && found.chars().count() <= 4
        } else {
            distance <= 2 && found.len() > 2
        }
    };
    spellings.filter(near).min_by_key(|word| strsim::osa_distance(found, word))
}

/// A declaration without a name.
pub fn nameless(piece: &Piece) -> Option<Diagnostic> {
    let unnamed = [Keyword::Record, Keyword::Ensure];
    if !matches!(piece.place, Place::Item | Place::Score)
        || piece.is(0, &unnamed)
        || !piece.is(0, Keyword::DECLARATIONS)
    {
        return None;
    }
    let titled = [Keyword::Policy, Keyword::Test, Keyword::Use];
    if piece.word(1) == ":" && matches!(piece.kind(2), Some(Kind::Word | Kind::Text)) {
        return Some(without_colon(piece));
    }
    let span = piece.span(0, 0);
    let told = Diagnostic::new(Code::MissingName, span).arg("word", piece.word(0));
    if piece.is(0, &titled) {
        return (piece.kind(1) != Some(Kind::Text)).then(|| titleless(piece, told));
    }
    let clause = [Keyword::By, Keyword::On, Keyword::Weight, Keyword::When];
    let clause = piece.is(1, &clause) && !matches!(piece.word(2), ":" | "=" | "{" | "") && !piece.is(2, &clause);
    match piece.kind(1) {
        Some(Kind::Word) if !clause => None,
        Some(Kind::Number) => Some(told.variant("digit").arg("found", piece.words(1, 2))),
        Some(Kind::Text) => {
            let quoted = piece.word(1).trim_matches('"').to_owned();
            Some(told.variant("quoted").arg("found", quoted.clone()).edit(piece.span(1, 1), quoted))
        }
        _ => Some(match meant_name(piece) {
            Some(name) => told.variant("meant").arg("wanted", name.clone()).edit(span.after(), format!(" {name}")),
            None => told,
        }),
    }
}

/// What a grade or a block of pay without a name is called as a rule: 等级 按 总分, 工资.
fn meant_name(piece: &Piece) -> Option<String> {
    let chinese = !piece.word(0).is_ascii();
    let word = |zh: &'static str, en: &'static str| if chinese { zh } else { en };
    let free = |name: &'static str| Some(name).filter(|name| !piece.declares(name));
    if piece.word(1) != "{" {
        return None;
    }
    match () {
        () if piece.is(0, &[Keyword::Pay]) => free(word("工资", "wage")).map(str::to_owned),
        () if piece.is(0, &[Keyword::Grade]) => {
            let name = free(word("等级", "rating"))?;
            let total = piece.total().unwrap_or(piece.keyword(Keyword::Scores));
            Some(format!("{name} {} {total}", piece.keyword(Keyword::By)))
        }
        () => None,
    }
}

/// `score "Reply rate" reply {`: the title before the name.
pub fn titled_first(piece: &Piece) -> Option<Diagnostic> {
    let titled = [Keyword::Policy, Keyword::Test, Keyword::Use, Keyword::Case, Keyword::Record, Keyword::Ensure];
    let stands = matches!(piece.place, Place::Item | Place::Score)
        && piece.is(0, Keyword::DECLARATIONS)
        && !piece.is(0, &titled)
        && piece.kind(1) == Some(Kind::Text)
        && piece.kind(2) == Some(Kind::Word);
    let name = !Keyword::ALL.iter().any(|keyword| keyword.is(piece.word(2)));
    (stands && name).then(|| {
        let (span, wanted) = (piece.span(1, 2), format!("{} {}", piece.written(2, 2), piece.written(1, 1)));
        let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(1, 2));
        told.arg("wanted", wanted.clone()).edit(span, wanted)
    })
}

/// `metric: net : money = …`
fn without_colon(piece: &Piece) -> Diagnostic {
    let span = piece.span(1, 1);
    let told = Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", piece.written(1, 1));
    // `policy: Shop scorecard`: the title lacks its quotes as well.
    if piece.is(0, &[Keyword::Policy]) && piece.kind(2) == Some(Kind::Word) {
        let last = piece.find("{").unwrap_or(piece.tokens.len()).saturating_sub(1).max(2);
        return told.edit(piece.span(1, last), format!(" \"{}\"", piece.written(2, last)));
    }
    told.edit(piece.span(0, 0).after().to(piece.span(2, 2).before()), " ")
}

/// `staff no : text`, `score reply-rate weight 40%`: a name of several words.
pub fn split_name(piece: &Piece) -> Option<Diagnostic> {
    let declares = piece.is(0, &[Keyword::Metric, Keyword::Param, Keyword::Let]);
    let (first, blanks) = match piece.place {
        Place::Field => (0, true),
        Place::Item | Place::Score if piece.is(0, Keyword::DECLARATIONS) => (1, declares),
        _ => return None,
    };
    let word = |at: usize| piece.kind(at) == Some(Kind::Word);
    let mut last = first;
    while word(last) {
        let hyphen = piece.word(last + 1) == "-" && piece.touches(last + 1) && piece.touches(last + 2);
        match () {
            () if hyphen && word(last + 2) => last += 2,
            () if blanks && word(last + 1) => last += 1,
            () => break,
        }
    }
    // A `let` has no type; of anything else with blanks before `=` the colon is missing.
    let ends = !blanks || piece.word(last + 1) == ":" || (piece.is(0, &[Keyword::Let]) && piece.word(last + 1) == "=");
    (last > first && ends).then_some(())?;
    let wanted = piece.words(first, last).replace(['-', ' '], "_");
    let span = piece.span(first, last);
    let told = Diagnostic::new(Code::MissingName, span).variant("several").arg("found", piece.words(first, last));
    let told = told.arg("wanted", wanted.clone());
    // Where it is used it would have to be another name as well.
    Some(if piece.is_repeated(first, last) { told } else { told.edit(span, wanted) })
}

/// `policy 客服 { … }`: the title is a string.
fn titleless(piece: &Piece, told: Diagnostic) -> Diagnostic {
    match piece.kind(1) {
        Some(Kind::Word) => {
            // A path has several parts; behind a title the block follows.
            let block = piece.find("{").filter(|block| *block > 1).map(|block| block - 1);
            let last = if piece.is(0, &[Keyword::Use]) { piece.tokens.len() - 1 } else { block.unwrap_or(1) };
            let quoted = format!("\"{}\"", piece.written(1, last));
            told.variant("title").arg("wanted", quoted.clone()).safe_edit(piece.span(1, last), quoted)
        }
        _ => told.variant("title").arg("wanted", "\"…\""),
    }
}

/// A field, grade row or metric without its colon.
pub fn colon(piece: &Piece) -> Option<Diagnostic> {
    let named = |at: usize| matches!(piece.kind(at), Some(Kind::Word | Kind::Text));
    let name = match piece.place {
        Place::Field | Place::GradeRow => 0,
        Place::Item if piece.is(0, &[Keyword::Metric, Keyword::Param]) => 1,
        _ => return None,
    };
    let last = if piece.kind(name + 1) == Some(Kind::Text) && piece.place != Place::GradeRow { name + 1 } else { name };
    if !named(name) || piece.word(last + 1) == ":" || piece.word(last + 1).is_empty() {
        return None;
    }
    let span = piece.span(name, last);
    let told = Diagnostic::new(Code::MissingColon, span).arg("name", piece.words(name, last));
    if let Some((span, wanted)) = (piece.place == Place::GradeRow).then(|| labelled(piece)).flatten() {
        return Some(told.variant("row").arg("wanted", wanted.clone()).edit(span, wanted));
    }
    Some(match piece.word(last + 1) {
        "=" if matches!(piece.place, Place::Field | Place::GradeRow) => told.edit(piece.span(last + 1, last + 1), ":"),
        "=>" if piece.place == Place::GradeRow => told.edit(piece.span(last + 1, last + 1), ":"),
        "=" if piece.is(0, &[Keyword::Param]) => {
            let ty = fixed_type(piece, last + 2);
            told.variant("type").arg("example", ty).edit(span.after(), format!(" : {ty}"))
        }
        "=" => told.variant("type").arg("example", likely_type(piece, last + 2)),
        _ => told.safe_edit(span.after(), if piece.place == Place::GradeRow { " :" } else { ":" }),
    })
}

/// The type of the value that a param has, by its unit.
fn fixed_type(piece: &Piece, first: usize) -> &'static str {
    let last = piece.tokens.len().saturating_sub(1);
    let has = |signs: &[&str]| (first..=last).any(|at| signs.contains(&piece.word(at)));
    let is = |wanted: &dyn Fn(&Unit) -> bool| {
        (first..=last).filter_map(|at| Unit::of(piece.word(at))).any(|unit| wanted(&unit))
    };
    match () {
        () if has(&["%", "‰"]) => "percent",
        () if has(&["$", "€", "£", "¥", "元", "dollars"]) || is(&|unit| matches!(unit, Unit::Currency(_))) => {
            "money"
        }
        () if is(&|unit| *unit == Unit::Point) => "points",
        () if is(&|unit| matches!(unit, Unit::Time(_))) => "duration(s)",
        () if is(&|unit| *unit == Unit::Counter) => "count",
        () => "number",
    }
}

/// The type that the formula from a token on most likely has.
pub fn likely_type(piece: &Piece, first: usize) -> &'static str {
    let rest = piece.tokens.len().checked_sub(1).map_or("", |last| piece.words(first, last));
    let has = |signs: &[&str]| signs.iter().any(|sign| rest.contains(sign));
    let quotient = rest.contains('/');
    let rate = first.checked_sub(2).is_some_and(|name| {
        if let Some(percent) = in_percent(piece.prepared(), piece.word(name)) {
            return percent;
        }
        let name = piece.word(name).to_lowercase();
        ["率", "比", "占", "rate", "ratio", "share", "percent"].iter().any(|word| name.contains(word))
    });
    let money = has(&["元", "¥", "额", "薪", "工资", "奖金", "sales", "amount", "wage", "salary", "bonus"]);
    match () {
        () if has(&[">", "<", " and ", " or ", "且"]) => "bool",
        () if has(&["评分合计", "scores", "得分", ".points", "总分"]) => "points, decimals 2",
        () if has(&["排名", "rank(", "streak(", "连续", "count("]) => "count",
        () if quotient && rate => "percent, decimals 2",
        () if quotient && money => "money, decimals 2",
        () if quotient => "number, decimals 2",
        () if money => "money",
        _ => "number, decimals 2",
    }
}

/// `S >= 95 : 1000 CNY`: the colon stands in the place of the arrow, or there is neither.
fn labelled(piece: &Piece) -> Option<(Span, String)> {
    let last = piece.tokens.len().checked_sub(1)?;
    if piece.find("=>").is_some() {
        return None;
    }
    let arrow = (2..last).rev().find(|at| matches!(piece.word(*at), ":" | "->" | "="));
    let signed = matches!(piece.word(1), ">=" | "<=" | ">" | "<");
    let behind = || piece.after_quantity(if signed { 2 } else { 1 }).filter(|behind| *behind <= last);
    let (end, answer) = arrow.map(|at| (at - 1, at + 1)).or_else(|| behind().map(|at| (at - 1, at)))?;
    let (label, condition) = (piece.written(0, 0), piece.written(1, end));
    Some((piece.span(0, last), format!("{label} : {condition} => {}", piece.written(answer, last))))
}

/// Two outputs without a comma between them.
pub fn comma(piece: &Piece) -> Option<Diagnostic> {
    let arrow = piece.find("->")?;
    let block = piece.find("{").unwrap_or(piece.tokens.len());
    let at = (arrow + 2..block).find(|at| {
        piece.word(*at) == ":"
            && at.checked_sub(2).is_some_and(|type_word| {
                matches!(piece.kind(type_word), Some(Kind::Word | Kind::Number)) || piece.word(type_word) == ")"
            })
            && at.checked_sub(1).is_some_and(|name| piece.kind(name) == Some(Kind::Word) && name > arrow + 1)
    })?;
    let name = piece.span(at - 1, at - 1);
    let gap = piece.span(at - 2, at - 2).after();
    Some(Diagnostic::new(Code::MissingComma, name).arg("before", piece.word(at - 1)).safe_edit(gap, ","))
}

/// Whether the rows that score a value of that name count it in percent: `score achievement … { >= 100% => 100 }`. `None` where
/// no rows with figures do.
pub fn in_percent(text: &str, name: &str) -> Option<bool> {
    let rows = rows_of(text, name);
    let condition = |row: &str| row.split("=>").next()?.split([':', '\u{ff1a}']).next().map(str::to_owned);
    let percent = |row: &String| condition(row).is_some_and(|part| part.contains(['%', '\u{ff05}', '‰']));
    (!rows.is_empty()).then(|| rows.iter().any(percent))
}

/// The first rows with figures of the score, grade or table that looks at a value of that name.
pub fn rows_of(text: &str, name: &str) -> Vec<String> {
    let spaced = name.replace('_', " ");
    let looks = |line: &&str| {
        let Some((first, rest)) = line.trim_start().split_once([' ', ':', '\u{ff1a}']) else { return false };
        let head = rest.trim_start();
        let own = [name, spaced.as_str()].into_iter().any(|name| {
            let behind = head.strip_prefix(name).or_else(|| Some(head.split_once(&format!(" {name}"))?.1));
            behind.is_some_and(|rest| !rest.starts_with(unicode_ident::is_xid_continue))
        });
        own && [Keyword::Score, Keyword::Grade, Keyword::Table].iter().any(|word| word.is(first))
    };
    let lines = text.lines().skip_while(|line| !looks(line)).skip(1);
    let rows = lines.take_while(|line| !line.contains('}') && !line.trim().is_empty()).take(4);
    rows.map(|row| row.trim().to_owned()).filter(|row| row.contains(|c: char| c.is_ascii_digit())).collect()
}
