//! Lines of pay as a contract words them: `基本工资` alone, `不低于 2000元` on a line of its own, `全勤奖200元（迟到次数为0）`,
//! `如果 满勤 则 200元`.

use super::{Piece, Place, bounds, capped, phrases};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

fn is_line(piece: &Piece) -> bool {
    piece.place == Place::PayLine
}

/// `基本工资`: a field is paid as it is.
pub fn field(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| is_line(piece) && piece.kind(0) == Some(Kind::Word))?;
    // `底薪 * 绩效系数` has no name either.
    let formula = matches!(piece.word(1), "*" | "/" | "×");
    let name = Some(piece.word(0)).filter(|_| last == 0 || formula && piece.find("=").is_none())?;
    let known = piece.declares(name) || begins_line(piece, name);
    known.then(|| phrases::told(piece, format!("{name} = {}", piece.words(0, last))))?
}

/// Whether a line begins with that name, or with a word and that name, as declarations do.
pub fn begins_line(piece: &Piece, name: &str) -> bool {
    let heads = |line: &str| {
        let mut words = line.split_whitespace();
        let (first, second) = (words.next(), words.next());
        let declares = first.is_some_and(|word| Keyword::among(word, Keyword::DECLARATIONS).is_some());
        second.is_some() && (first == Some(name) || declares && second == Some(name))
    };
    piece.prepared().lines().any(heads)
}

/// `不低于 2000元`, `minimum 1,500 EUR`: what all lines come to is bounded in the head of their block.
pub fn bound(piece: &Piece) -> Option<Diagnostic> {
    (is_line(piece) && piece.find("=").is_none()).then_some(())?;
    let last = piece.tokens.len().checked_sub(1)?;
    let (word, amount) = capped::alone(piece.words(0, last))?;
    let block = piece.block()?;
    let (open, line) = (block.span.range().start, piece.span(0, last));
    let between = piece.file().get(open + 1..line.range().start)?.trim_end();
    let clause = format!("{} {amount}", piece.spoken(word));
    let told = Diagnostic::new(Code::Syntax, line).variant("bound-head");
    let told = told.arg("found", piece.written(0, last)).arg("wanted", clause.clone());
    let head = crate::source::Span::new(line.file, open, line.range().end);
    Some(told.edit(head, format!("{clause} {{{between}")))
}

/// `A: 1500 CNY`, `B: 800 CNY` among the lines: what a grade pays is one line, which chooses by the label.
pub fn by_label(piece: &Piece) -> Option<Diagnostic> {
    let grade = piece.grade().filter(|_| is_line(piece) && matches!(piece.word(1), ":" | "="))?;
    let labels = piece.labels(grade);
    let is_label = |line: &str| {
        let name = line.trim().split([':', '=', '：', '＝']).next().map(str::trim);
        name.and_then(|name| labels.iter().copied().find(|label| *label == name))
    };
    is_label(piece.words(0, 1)).filter(|_| !piece.declares_field(piece.word(0)))?;
    let block = piece.block()?;
    let (start, end) = (piece.span(0, 0).range().start, block.span.range().end);
    let first = piece
        .file()
        .get(block.span.range().start..start)?
        .lines()
        .next_back()
        .is_some_and(|line| line.trim().is_empty());
    let lines = piece.file().get(start..end)?.split_inclusive('\n').take_while(|line| is_label(line).is_some());
    let lines: Vec<&str> = lines.collect();
    let length: usize = lines.iter().map(|line| line.len()).sum();
    let whole = piece.file().get(start..start + length)?.trim_end();
    let value = |line: &str| line.split_once([':', '=', '：', '＝']).map(|(_, value)| value.trim().to_owned());
    let values: Vec<(&str, String)> = lines.iter().filter_map(|line| Some((is_label(line)?, value(line)?))).collect();
    let ((_, last), others) = values.split_last().filter(|(_, others)| !others.is_empty() && first)?;
    let [if_word, then, or] = [Keyword::If, Keyword::Then, Keyword::Else].map(|word| piece.spoken(word));
    let choices = others.iter().map(|(label, value)| format!("{if_word} {grade} = {label} {then} {value} {or} "));
    let name = if if_word.is_ascii() { format!("{grade}_bonus") } else { format!("{grade}奖") };
    let wanted = format!("{name} = {}{last}", choices.collect::<String>());
    let span = crate::source::Span::new(piece.span(0, 0).file, start, start + whole.len());
    let told = Diagnostic::new(Code::Syntax, span).variant("by-label").arg("found", piece.word(0));
    Some(told.arg("grade", grade).arg("wanted", wanted.clone()).edit(span, wanted))
}

/// `全勤奖200元（迟到次数为0）`, `attendance bonus 50 USD if late_days = 0`: the condition stands behind the amount.
pub fn conditional(piece: &Piece) -> Option<Diagnostic> {
    is_line(piece).then_some(())?;
    let last = piece.tokens.len().checked_sub(1)?;
    let opens = |at: usize| piece.word(at) == "(" || piece.is(at, &[Keyword::If, Keyword::When]);
    let at = (1..last).find(|at| opens(*at))?;
    (!(0..at).any(|at| piece.word(at) == "=")).then_some(())?;
    let end = match piece.word(at) {
        "(" if piece.word(last) == ")" => last - 1,
        "(" => return None,
        _ => last,
    };
    let line = phrases::paying(piece, piece.words(0, at - 1))?;
    let condition = phrases::condition(piece, piece.words(at + 1, end))?;
    phrases::told(piece, format!("{line} {} {condition}", piece.spoken(Keyword::When)))
}

/// `如果等级为优秀奖励500元`: an amount for those of whom something holds.
pub fn given_if(piece: &Piece) -> Option<Diagnostic> {
    const OPENERS: [bounds::Word; 4] = [("如果", ""), ("若", ""), ("当", ""), ("凡", "")];
    const VERBS: [(&str, &str, &str); 8] = [
        ("奖励", "奖励", ""),
        ("奖", "奖励", ""),
        ("补贴", "补贴", ""),
        ("发放", "奖励", ""),
        ("发", "奖励", ""),
        ("加", "奖励", ""),
        ("扣除", "扣款", "-"),
        ("扣", "扣款", "-"),
    ];
    let last = piece.tokens.len().checked_sub(1).filter(|_| is_line(piece) && piece.find("=").is_none())?;
    let text = piece.words(0, last);
    let (_, rest) = bounds::word(text, &OPENERS)?;
    let figure = rest
        .rfind(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '元'))
        .map(|at| at + rest.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8))?;
    let (amount, behind) = bounds::quantity(rest.get(figure..)?)?;
    let said = rest.get(..figure)?.trim_end_matches([',', '则', ' ', '的']);
    let (said, name, sign) =
        VERBS.iter().find_map(|(verb, name, sign)| Some((said.strip_suffix(verb)?, *name, *sign)))?;
    let condition = phrases::condition(piece, said.trim_end_matches([',', '则', ' ', '的']))?;
    behind.trim().is_empty().then_some(())?;
    phrases::told(piece, format!("{name} = {sign}{amount} {} {condition}", piece.spoken(Keyword::When)))
}

/// `if role is motion add 100 EUR`: an amount for those of whom something holds.
pub fn added_if(piece: &Piece) -> Option<Diagnostic> {
    const VERBS: [(&str, &str, &str); 7] = [
        ("add", "extra", ""),
        ("pay", "extra", ""),
        ("plus", "extra", ""),
        ("give", "extra", ""),
        ("deduct", "deduction", "-"),
        ("subtract", "deduction", "-"),
        ("minus", "deduction", "-"),
    ];
    let line = is_line(piece) && piece.is(0, &[Keyword::If, Keyword::When]);
    let last = piece.tokens.len().checked_sub(1).filter(|_| line)?;
    let verb = |at: usize| VERBS.iter().find(|(verb, ..)| *verb == piece.word(at));
    let (at, (_, name, sign)) = (2..last).find_map(|at| Some((at, verb(at)?)))?;
    let end = if matches!(piece.word(at - 1), "," | "then") { at - 2 } else { at - 1 };
    let (amount, behind) = bounds::quantity(piece.words(at + 1, last))?;
    // `role is motion` compares.
    let said = piece.words(1, end).replacen(" is ", " = ", 1);
    let condition = phrases::condition(piece, &said).filter(|_| behind.trim().is_empty())?;
    let value = phrases::spelt(&amount);
    phrases::told(piece, format!("{name} = {sign}{value} {} {condition}", piece.spoken(Keyword::When)))
}

/// `全勤奖 = 如果 满勤 则 200元`: what is 0 for everybody else.
pub fn without_else(piece: &Piece) -> Option<Diagnostic> {
    let sign = piece.find("=").filter(|_| is_line(piece))?;
    let last = piece.tokens.len().checked_sub(1)?;
    let ifs = (0..=last).filter(|at| piece.is(*at, &[Keyword::If])).count();
    let other = (0..=last).any(|at| piece.is(at, &[Keyword::Else]));
    let then = (sign + 3..last).find(|at| piece.is(*at, &[Keyword::Then]))?;
    (ifs == 1 && !other && piece.is(sign + 1, &[Keyword::If])).then_some(())?;
    let condition = piece.written(sign + 2, then - 1);
    let wanted = format!("{} {} {condition}", piece.written(then + 1, last), piece.keyword(Keyword::When));
    let told = super::conditions::incomplete(piece, sign + 1, "zero").arg("wanted", wanted.clone());
    Some(told.edit(piece.span(sign + 1, last), wanted))
}

/// `团队奖 = 团队业绩 * 0.5% （组长）`: whom it is for stands in parentheses behind it.
pub fn remarked(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|last| is_line(piece) && piece.word(*last) == ")")?;
    let open = (0..last).rev().find(|at| piece.word(*at) == "(")?;
    let line = piece.words(0, open.checked_sub(1)?);
    let ends = !matches!(piece.word(open - 1), "+" | "-" | "*" | "/" | "=") && !piece.touches(open);
    let known = piece.find("=").is_some_and(|sign| sign < open) && ends && piece.reads(line);
    let condition = phrases::condition(piece, piece.words(open + 1, last - 1)).filter(|_| known)?;
    phrases::told(piece, format!("{line} {} {condition}", piece.spoken(Keyword::When)))
}

/// `2000元 仅经理`, `2000 USD only managers`: whom it is for stands behind it.
pub fn only(piece: &Piece) -> Option<Diagnostic> {
    const WORDS: [&str; 5] = ["仅限", "仅", "只限", "限", "only"];
    let last = piece.tokens.len().checked_sub(1).filter(|_| is_line(piece))?;
    let sign = piece.find("=")?;
    let (at, rest) = (sign + 2..=last).find_map(|at| {
        let word = WORDS.iter().find_map(|word| piece.word(at).strip_prefix(word))?;
        Some((at, if word.is_empty() && at < last { piece.words(at + 1, last) } else { word }))
    })?;
    let condition = phrases::condition(piece, rest).filter(|condition| condition != rest || piece.declares(rest))?;
    phrases::told(piece, format!("{} {} {condition}", piece.words(0, at - 1), piece.spoken(Keyword::When)))
}

/// `120 GBP if night shift`: a label stands before its field, or alone.
pub fn labelled(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| is_line(piece))?;
    let sign = piece.find("=")?;
    let word = (sign + 2..last).find(|at| piece.is(*at, &[Keyword::When, Keyword::If]))?;
    (last - word <= 2 && !piece.is(word + 1, &[Keyword::Not])).then_some(())?;
    let said = piece.words(word + 1, last);
    let condition = phrases::condition(piece, said).filter(|condition| condition != said)?;
    phrases::told(piece, format!("{} {} {condition}", piece.words(0, word - 1), piece.spoken(Keyword::When)))
}
