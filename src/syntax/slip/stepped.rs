//! `1‰以上 => 每超0.1‰扣2分`: so many points off for each step beyond the bound of a row.

use super::bounds::{self, Word};
use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;

/// Words for going beyond a bound, upward and downward.
const ABOVE: [Word; 9] = [
    ("每超过", ""),
    ("每超出", ""),
    ("每超", ""),
    ("每增加", ""),
    ("每增", ""),
    ("每高出", ""),
    ("每高", ""),
    ("每多", ""),
    ("每", ""),
];
const BELOW: [Word; 6] = [("每低于", ""), ("每低", ""), ("每降低", ""), ("每下降", ""), ("每少", ""), ("每减少", "")];

/// Words of what is taken off.
const TAKEN: [Word; 4] = [("扣除", ""), ("扣减", ""), ("扣", ""), ("减", "")];

/// Tells an answer that is counted by steps from the bound of its row.
pub fn stepped(piece: &Piece) -> Option<Diagnostic> {
    let arrow = piece.find("=>").or_else(|| piece.find(":"));
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Row)?;
    let text = piece.words(arrow.map_or(0, |arrow| arrow + 1), last);
    let down = bounds::word(text, &BELOW);
    let (_, rest) = down.or_else(|| bounds::word(text, &ABOVE))?;
    let (step, rest) = bounds::quantity(rest.trim_start())?;
    let (_, rest) = bounds::word(rest.trim_start_matches([',', ' ']), &TAKEN)?;
    let (points, rest) = bounds::quantity(rest.trim_start())?;
    let points =
        Some(points.trim_end_matches('分')).filter(|points| points.chars().all(|c| c.is_ascii_digit() || c == '.'));
    let points = points.filter(|_| rest.trim().is_empty())?;
    let block = piece.block()?;
    // Without a condition it is about what the row above leaves.
    let condition = match arrow {
        Some(arrow) => piece.words(0, arrow.checked_sub(1)?),
        None => above(block.inside, text)?,
    };
    let (found, _) = bounds::leading(condition)?;
    let [bound] = found.as_slice() else { return None };
    let below = down.is_some() || arrow.is_some() && bound.sign.starts_with('<');
    let (input, full) = super::heads::looked_at(block.head)?;
    let from = before(block.inside, piece.words(0, last)).unwrap_or(full);
    let beyond = if below { format!("{} - {input}", bound.value) } else { format!("{input} - {}", bound.value) };
    let [max, steps, full, started] =
        [Keyword::Max, Keyword::Steps, Keyword::Full, Keyword::Started].map(|word| piece.spoken(word));
    let value = |kind: &str| format!("{max}({from}分 - {points}分 * {steps}({beyond}, {step}, {kind}), 0分)");
    let span = piece.span(arrow.unwrap_or(0), last);
    let rest = match (arrow, bound.sign) {
        (Some(_), _) => String::new(),
        (None, ">=") => format!("< {} ", bound.value),
        (None, ">") => format!("<= {} ", bound.value),
        (None, "<=") => format!("> {} ", bound.value),
        (None, _) => format!(">= {} ", bound.value),
    };
    let (first, second) = (value(full), value(started));
    let told = Diagnostic::new(Code::Syntax, span).variant("steps").arg("found", piece.slice(span));
    let told = told.arg("wanted", first.clone()).arg("full", full).arg("started", started);
    Some(told.edit(span, format!("{rest}=> {first}")).edit(span, format!("{rest}=> {second}")))
}

/// The row above one.
fn above<'a>(inside: &'a str, row: &str) -> Option<&'a str> {
    let rows: Vec<&str> = inside.split(['\n', ';']).map(str::trim).filter(|row| !row.is_empty()).collect();
    let at = rows.iter().position(|other| *other == row.trim())?;
    rows.get(at.checked_sub(1)?).copied()
}

/// `满分100，每低1%扣2分`: alone it is the whole score.
pub fn whole(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Row && piece.find("=>").is_none())?;
    let text = piece.words(0, last);
    let rest = text.strip_prefix("满分").unwrap_or(text);
    let (full, rest) = bounds::quantity(rest.trim_start())?;
    let full = full.trim_end_matches('分');
    let (_, rest) = bounds::word(rest.trim_start_matches([',', ';', ' ', '分']), &BELOW)?;
    let (step, rest) = bounds::quantity(rest.trim_start()).filter(|(step, _)| step.ends_with('%'))?;
    let (_, rest) = bounds::word(rest.trim_start_matches([',', ' ']), &TAKEN)?;
    let (points, rest) = bounds::quantity(rest.trim_start())?;
    let block = piece.block().filter(|block| block.inside.trim() == text && rest.trim().is_empty())?;
    let (input, _) = super::heads::looked_at(block.head)?;
    let [max, steps, whole, started] =
        [Keyword::Max, Keyword::Steps, Keyword::Full, Keyword::Started].map(|word| piece.spoken(word));
    let points = points.trim_end_matches('分');
    let value = |kind: &str| format!("= {max}({full}分 - {points}分 * {steps}(100% - {input}, {step}, {kind}), 0分)");
    let told = Diagnostic::new(Code::Syntax, piece.span(0, last)).variant("steps").arg("found", piece.written(0, last));
    let told = told.arg("wanted", value(whole)).arg("full", whole).arg("started", started);
    Some(told.edit(block.span, value(whole)).edit(block.span, value(started)))
}

/// What the row before this one answers: that is what is taken from.
fn before(inside: &str, row: &str) -> Option<String> {
    let answer = above(inside, row)?.rsplit(['>', ':', '得']).next()?.trim().trim_end_matches('分').trim();
    (!answer.is_empty() && answer.chars().all(|c| c.is_ascii_digit() || c == '.')).then(|| answer.to_owned())
}
