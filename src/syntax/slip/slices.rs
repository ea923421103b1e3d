//! Slices of an amount, each with its rate, as documents word them: `next 20,000 USD: 2%`, and on one line of pay
//! `销售提成：10万以内1%，10万-30万1.5%，30万以上2%`.

use super::bounds::{self, Word};
use super::{Piece, Place, answered, phrases};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;

/// Words of a slice that begins where the one above ends.
const NEXT: [Word; 5] = [("the next", ""), ("next", ""), ("then", ""), ("接下来", ""), ("再", "")];
/// Words of the first slice.
const FIRST: [Word; 5] = [("the first", ""), ("first", ""), ("up to", ""), ("<=", ""), ("前", "")];
/// What slices are of, where their line does not say so.
const AMOUNTS: [&str; 10] =
    ["净销售额", "净销售", "销售额", "业绩", "成交额", "net_sales", "sales", "gmv", "revenue", "turnover"];

/// `next 20,000 USD: 2%`: the slice behind those above.
pub fn next(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Row)?;
    let own = piece.words(0, last).trim();
    let (_, rest) = bounds::word(own, &NEXT)?;
    let (length, rest) = bounds::quantity(rest.trim_start())?;
    let rate = rest.trim_start().trim_start_matches(['=', '>', ':']).trim();
    let block = piece.block()?;
    let rows = block.inside.split(['\n', ';']).map(str::trim).filter(|row| !row.is_empty());
    let (length, unit) = figure(&length)?;
    let mut from = 0_u64;
    for row in rows.take_while(|row| *row != own) {
        let (_, rest) = bounds::word(row, &NEXT).or_else(|| bounds::word(row, &FIRST))?;
        let (above, _) = bounds::quantity(rest.trim_start())?;
        let (above, _) = figure(&above).filter(|(_, other)| *other == unit)?;
        from = from.checked_add(above)?;
    }
    let [lo, hi] = [from, from.checked_add(length)?].map(|end| phrases::spelt(&format!("{end}{unit}")));
    phrases::told(piece, format!("({lo}, {hi}] => {rate}"))
}

/// A whole figure and its unit.
fn figure(quantity: &str) -> Option<(u64, String)> {
    let end = quantity.find(|c: char| !c.is_ascii_digit()).unwrap_or(quantity.len());
    let (digits, unit) = quantity.split_at(end);
    Some((digits.parse().ok()?, unit.trim().to_owned()))
}

/// `销售提成：10万以内1%，10万-30万1.5%，30万以上2%` in a block of pay: a scale of its own, before the block.
pub fn inline(piece: &Piece) -> Option<Diagnostic> {
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::PayLine)?;
    let sign = (1..last).find(|at| matches!(piece.word(*at), "=" | ":"))?;
    let name = piece.words(0, sign - 1).trim().replace(' ', "_");
    let rows: Option<Vec<String>> = parts(piece.words(sign + 1, last)).into_iter().map(slice).collect();
    let rows = rows.filter(|rows| rows.len() > 1)?;
    let counted = ["件", "单", "个"].into_iter().find(|unit| rows.iter().any(|row| row.contains(&format!("{unit})"))));
    let count = counted.and_then(|unit| {
        let ends = |name: &&str| name.ends_with(&format!("{unit}数")) || name.ends_with(&format!("{unit}量"));
        piece.names().into_iter().find(ends).map(str::to_owned)
    });
    let amount = count.or_else(|| amount(piece, &name))?;
    let block = piece.block()?;
    let open = block.span.range().start;
    let head = piece.file().get(..open)?.rfind('\n').map_or(0, |end| end + 1);
    let line = piece.span(0, last);
    let between = piece.file().get(head..line.range().start)?;
    let word = |keyword| piece.spoken(keyword);
    let scale = if name.is_ascii() { format!("{name}_tiers") } else { format!("{name}档") };
    let block = rows.iter().map(|row| format!("    {row}\n")).collect::<String>();
    let text = |mode: Keyword| {
        let head = format!("{} {scale} {} {amount}, {}", word(Keyword::Scale), word(Keyword::On), word(mode));
        format!("{head} {{\n{block}}}\n\n{between}{name} = {scale}")
    };
    let told = Diagnostic::new(Code::Syntax, line).variant("slices").arg("found", piece.written(0, last));
    let told =
        told.arg("wanted", scale.clone()).arg("marginal", word(Keyword::Marginal)).arg("whole", word(Keyword::Whole));
    let whole = Span::new(line.file, head, line.range().end);
    Some(told.edit(whole, text(Keyword::Marginal)).edit(whole, text(Keyword::Whole)))
}

/// The parts of a list; the comma of `10,000` parts none.
fn parts(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let comma = |(at, c): (usize, char)| {
        let grouped = c == ',' && digit(at.checked_sub(1)) && digit(Some(at + 1));
        (matches!(c, ',' | ';' | '、') && !grouped).then_some(at..at + c.len_utf8())
    };
    let mut start = 0;
    let mut found = vec![];
    for cut in text.char_indices().filter_map(comma) {
        found.extend(text.get(start..cut.start));
        start = cut.end;
    }
    found.extend(text.get(start..));
    found.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// `10万-30万1.5%` as a row.
fn slice(part: &str) -> Option<String> {
    let money = |amount: &str| match amount.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '万' | '亿')) {
        true if !part.is_ascii() => format!("{amount}元"),
        _ => phrases::spelt(amount),
    };
    let rate = |rest: &str| {
        let said = rest.trim_start_matches([' ', ':', '=', '>', '按', '提', '部', '分', '的', '为']);
        let (rate, rest) = bounds::quantity(said)?;
        // `0.3元/件`: what one of them is paid.
        let each = rest.trim().is_empty() || rest.trim().starts_with('/') && !rest.contains(' ');
        let paid = rate.ends_with(['%', '‰', '元']) || rate.ends_with(|c: char| c.is_ascii_uppercase());
        (paid && each).then(|| phrases::spelt(&rate))
    };
    if let Some((lo, hi, rest)) = answered::range(part) {
        let short = |end: &str| end.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').to_owned();
        // Of `10-30万` the first has the magnitude of the second.
        let lo = if short(&lo).is_empty() { format!("{lo}{}", short(&hi)) } else { lo };
        return Some(format!("[{}, {}) => {}", money(&lo), money(&hi), rate(rest)?));
    }
    let (found, rest) = bounds::leading(part)?;
    let [one] = found.as_slice() else { return None };
    let value = money(&one.value);
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '万' | '亿'));
    let zero = if part.is_ascii() { "0".to_owned() } else { format!("0{unit}") };
    match one.sign.starts_with('>') {
        true => Some(format!(">= {value} => {}", rate(rest)?)),
        false => Some(format!("[{zero}, {value}) => {}", rate(rest)?)),
    }
}

/// What a line that is called so takes slices of: 销售额 for 销售提成.
fn amount(piece: &Piece, line: &str) -> Option<String> {
    const ENDS: [&str; 8] = ["提成", "奖金", "佣金", "奖", "_commission", "_bonus", "commission", "bonus"];
    let stem = ENDS.iter().find_map(|end| line.strip_suffix(end)).unwrap_or(line);
    let own = [format!("{stem}额"), stem.to_owned()];
    let names = own.iter().map(String::as_str).filter(|_| !stem.is_empty()).chain(AMOUNTS);
    let known = |name: &&str| piece.declares(name) || super::wages::begins_line(piece, name);
    names.into_iter().find(known).map(str::to_owned)
}
