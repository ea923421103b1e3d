//! What a row answers, as people add it to the row: `优秀：90分以上，奖金1000元`, `A: 90 and above, bonus 500 USD`,
//! `A : >= 95 => 系数 1.2`, `below 95%: no points`.

use super::phrases::{NOTHING, pattern};
use super::{Piece, Place, bounds, phrases};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// A row of a grade whose answer stands behind a comma, or in a column of its own: `A 90分以上 奖金2000元`.
pub fn listed(piece: &Piece) -> Option<Diagnostic> {
    let row = piece.place == Place::GradeRow && piece.kind(0) == Some(Kind::Word) && piece.find("=>").is_none();
    let first = if piece.word(1) == ":" { 2 } else { 1 };
    let last = piece.tokens.len().checked_sub(1).filter(|last| row && *last > first)?;
    let text = piece.words(first, last);
    let range = range(text);
    let (pattern, rest) = match &range {
        Some((lo, hi, rest)) => (format!("[{lo}, {hi}]"), *rest),
        None => condition(piece, text)?,
    };
    // Of `S >= 95 : 1000 CNY` the colon stands in the place of the arrow.
    let signed = first == 1 && rest.trim_start().starts_with(':') && piece.word(1).starts_with(['>', '<']);
    (!signed).then_some(())?;
    let answer = match rest.trim_start().strip_prefix([',', ';', ':']) {
        Some(answer) => answer.trim(),
        None => Some(rest.trim()).filter(|answer| rest.starts_with(' ') && !answer.is_empty())?,
    };
    let value = amount(piece, answer)?;
    let wanted = format!("{} : {pattern} => {value}", piece.written(0, 0));
    let told = Diagnostic::new(Code::Syntax, piece.span(0, last)).variant("answer");
    let told = told.arg("found", piece.written(0, last)).arg("wanted", wanted.clone());
    let told = told.edit(piece.span(0, last), wanted);
    Some(match range {
        Some((lo, hi, _)) => told.open_ends(&lo, &hi),
        None => told,
    })
}

/// `80-90分`: the ends of a range that a text begins with, and what stands behind it.
pub fn range(text: &str) -> Option<(String, String, &str)> {
    const SIGNS: [bounds::Word; 7] = [("-", ""), ("~", ""), ("–", ""), ("—", ""), ("到", ""), ("至", ""), ("to", "")];
    let (lo, rest) = bounds::quantity(text.trim_start())?;
    let (_, rest) = bounds::word(rest.trim_start(), &SIGNS)?;
    let (hi, rest) = bounds::quantity(rest.trim_start())?;
    let unit = hi.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let lo = if lo.ends_with(|c: char| c.is_ascii_digit()) { format!("{lo}{unit}") } else { lo };
    Some((lo, hi, rest))
}

/// `差 : 重大客诉的直接评为差`: who is meant has that grade whatever the rest says, so the row stands first.
fn vetoed(piece: &Piece) -> Option<Diagnostic> {
    const ENDS: [&str; 6] = ["直接", "一律", "评为", "定为", "降为", "一票否决"];
    let word = Some(piece.word(2)).filter(|_| piece.word(1) == ":" && piece.tokens.len() == 3)?;
    let at = ENDS.iter().filter_map(|end| word.find(end)).min()?;
    let field = word.get(..at)?.trim_end_matches(['的', '者']).trim_start_matches(['有', '凡']);
    let block = piece.block().filter(|_| piece.declares(field))?;
    let row =
        format!("{} : {} {} {field}", piece.written(0, 0), piece.spoken(Keyword::Any), piece.spoken(Keyword::When));
    let (open, line) = (block.span.range().start, piece.span(0, 2));
    let between = piece.file().get(open + 1..line.range().start)?.trim_end();
    let told = Diagnostic::new(Code::Syntax, line).variant("veto");
    let told = told.arg("found", piece.written(0, 2)).arg("wanted", row.clone());
    Some(told.edit(crate::source::Span::new(line.file, open, line.range().end), format!("{{\n    {row}{between}")))
}

/// A row that reads, and cannot be meant so: with a grade of one input, what stands behind a comma is its answer; so much for
/// each is no condition.
pub fn row(piece: &Piece, inputs: usize) -> Option<Diagnostic> {
    match piece.place {
        Place::GradeRow if inputs == 1 => listed(piece).or_else(|| vetoed(piece)),
        Place::Row if piece.word(0).starts_with('每') || piece.word(0) == "each" => phrases::counted_off(piece),
        _ => None,
    }
}

/// The condition that a text begins with, and what stands behind it.
fn condition<'a>(piece: &Piece, text: &'a str) -> Option<(String, &'a str)> {
    let text = text.trim_start();
    if text.starts_with(['[', '(']) {
        let end = text.find([']', ')'])? + 1;
        return Some((text.get(..end)?.to_owned(), text.get(end..)?));
    }
    let (found, rest) = bounds::leading(text)?;
    let read = matches!(found.as_slice(), [one] if one.word == "以下");
    let own = found.first().filter(|_| read).and_then(|one| phrases::own(piece, text, rest, one));
    Some((own.or_else(|| pattern(&found))?, rest))
}

/// `奖金1000元`, `200 USD`, `bonus $600`, `无奖金`: the amount alone.
fn amount(piece: &Piece, text: &str) -> Option<String> {
    let nothing = |text: &str| NOTHING.contains(&text) || text.starts_with(['无', '没']) || text.starts_with("no ");
    if nothing(text) {
        return Some("0".to_owned());
    }
    let figure = text.find(|c: char| c.is_ascii_digit() || c == '¥')?;
    let signed = text.get(..figure)?.trim().trim_end_matches([':', '为', '是', '=']);
    let noun = signed.trim_end_matches(['$', '€', '£']);
    let named = noun.chars().all(|c| unicode_ident::is_xid_continue(c) || c == ' ');
    let (value, behind) = bounds::quantity(text.get(figure..)?)?;
    let bare = value.chars().all(|c| c.is_ascii_digit() || c == '.');
    let value = match piece.currency().filter(|_| bare && noun != signed) {
        Some(code) => format!("{value} {code}"),
        None => phrases::spelt(&value),
    };
    (named && behind.trim().is_empty()).then_some(value)
}

/// `>= 90 => 500元` in a grade: a row without its label. As nobody knows how the grades are called, they are letters.
pub fn unlabelled(piece: &Piece) -> Option<Diagnostic> {
    let row = piece.place == Place::GradeRow && piece.find("=>").is_some() && piece.word(1) != ":";
    let begins = piece.kind(0) == Some(Kind::Number) || matches!(piece.word(0), ">=" | "<=" | ">" | "<" | "[" | "(");
    let last = piece.tokens.len().checked_sub(1).filter(|_| row && begins)?;
    let (text, block) = (piece.words(0, last), piece.block()?);
    let rows = block.inside.split(['\n', ';']).map(str::trim).filter(|row| !row.is_empty());
    let at = u8::try_from(rows.into_iter().position(|other| other == text)?).ok().filter(|at| *at < 26)?;
    let label = char::from(b'A' + at);
    let told = Diagnostic::new(Code::RowShape, piece.span(0, last)).variant("unlabelled");
    Some(told.arg("wanted", format!("{label} : {text}")).edit(piece.span(0, 0).before(), format!("{label} : ")))
}

/// `=> 系数 1.2`: the answer with the name of its column.
pub fn named(piece: &Piece) -> Option<Diagnostic> {
    let arrow = piece.find("=>").filter(|_| piece.place.is_row())?;
    let word = arrow + 1;
    // `=> under 60` is a bound in the place of an answer.
    let bounds = bounds::BEFORE.iter().any(|(bound, _)| *bound == piece.word(word));
    let own = Keyword::ALL.iter().any(|keyword| keyword.is(piece.word(word))) || bounds;
    let name = piece.kind(word) == Some(Kind::Word) && !own;
    let whole = piece.after_quantity(word + 1) == Some(piece.tokens.len());
    (name && whole).then(|| super::signs::dropped(piece, word))
}

/// `below 95%: no points`, `差：不得分`: nothing at all is 0.
pub fn nothing(piece: &Piece) -> Option<Diagnostic> {
    let arrow = (1..piece.tokens.len()).rev().find(|at| matches!(piece.word(*at), "=>" | ":" | "="))?;
    let last = piece.tokens.len().checked_sub(1).filter(|last| piece.place == Place::Row && *last > arrow + 1)?;
    let words = piece.words(arrow + 1, last);
    NOTHING.contains(&words).then(|| {
        let span = piece.span(arrow, last);
        let told = Diagnostic::new(Code::ForeignSign, span).arg("found", words).arg("wanted", "=> 0");
        told.edit(span, "=> 0")
    })
}
