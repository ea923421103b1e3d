//! Remarks as other tongues begin them, and the division of whole numbers that looks like one.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::Keyword;

/// `//`, `/*`, and `--` at a line's beginning.
pub(super) fn sign(text: &str, at: usize) -> Option<&'static str> {
    let rest = text.get(at..)?;
    let sign = ["//", "／／", "/*", "--"].into_iter().find(|sign| rest.starts_with(sign))?;
    let begins = || line_before(text, at).trim().is_empty();
    let words = || rest.trim_start_matches('-').trim_start().starts_with(|c: char| c.is_alphabetic());
    (sign != "--" || begins() && words() && rest.starts_with("-- ")).then_some(sign)
}

/// Where such a remark that starts at `start` ends, and what is told of it.
pub(super) fn told(id: FileId, source: &SourceFile, start: usize, sign: &str) -> (usize, Diagnostic) {
    let text = source.text.as_str();
    let rest = text.get(start..).unwrap_or("");
    let length = if sign == "/*" { rest.find("*/").map(|end| end + 2) } else { rest.find('\n') };
    let end = start + length.unwrap_or(rest.len());
    let span = Span::new(id, start, start + sign.len());
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", sign);
    if matches!(sign, "//" | "／／")
        && let Some(left) = operand_before(line_before(text, start))
    {
        let end = start + closer(line_before(text, start), text.get(start..end).unwrap_or(""));
        return (end, divided(told, source, (span, left)));
    }
    // Only a remark of one line is mended by its first sign.
    let ends = text
        .get(end..)
        .is_none_or(|rest| rest.trim_start_matches([' ', '\r']).starts_with('\n') || rest.trim().is_empty());
    let one_line = ends && !text.get(start..end).unwrap_or("").contains('\n');
    let told = told.variant("comment");
    let inside = text.get(start + sign.len()..end).unwrap_or("");
    match inside.strip_suffix("*/").filter(|_| sign == "/*") {
        _ if !one_line => (end, told),
        Some(inside) => (end, told.safe_edit(Span::new(id, start, end), format!("#{}", inside.trim_end()))),
        None => (end, told.safe_edit(span, "#")),
    }
}

/// `base // 1000 CNY`: what is whole in a quotient. Without a number behind the sign it may as well be a remark, and
/// to make one of it would leave out part of what is paid.
fn divided(told: Diagnostic, source: &SourceFile, (sign, left): (Span, &str)) -> Diagnostic {
    let before = line_before(&source.text, sign.range().start).trim_end();
    let after = source.text.get(sign.range().end..).unwrap_or("").lines().next().unwrap_or("");
    let right = amount(after.trim_start_matches(' '));
    // `a * b // c` divides the product.
    let alone = before.trim_end_matches(left).trim_end().ends_with(['=', '(', ',', '{', ':', ';', '>', '+', '-']);
    let word = |keyword: Keyword| if left.is_ascii() { keyword.en() } else { keyword.zh() };
    let (steps, full) = (word(Keyword::Steps), word(Keyword::Full));
    let call = |left: &str, right: &str| format!("{steps}({left}, {right}, {full})");
    let told = told.variant("divided");
    let Some(right) = right.filter(|_| alone) else { return told.arg("wanted", call("…", "…")) };
    let lead = line_before(&source.text, sign.range().start).len() - before.len() + left.len();
    let behind = after.len() - after.trim_start_matches(' ').len() + right.len();
    let span = Span::new(sign.file, sign.range().start - lead, sign.range().end + behind);
    told.arg("wanted", call(left, right)).edit(span, call(left, right))
}

/// Where the rest of a line closes a bracket that the line opened: what may be a division does not take it along.
fn closer(before: &str, rest: &str) -> usize {
    let depth = |depth: usize, c: char| match c {
        '(' | '[' | '{' | '（' | '【' | '｛' => depth + 1,
        ')' | ']' | '}' | '）' | '】' | '｝' => depth.saturating_sub(1),
        _ => depth,
    };
    let opened = before.chars().fold(0, depth);
    let mut left = opened;
    let closes = rest.char_indices().find(|(_, c)| {
        left = depth(left, *c);
        left < opened
    });
    closes.map_or(rest.len(), |(at, _)| at)
}

fn line_before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or("").rsplit('\n').next().unwrap_or("")
}

/// The operand that a line ends with: a name, a number with its unit, or what is in parentheses.
fn operand_before(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '%' | '％' | '‰');
    let start = |text: &str| text.trim_end_matches(is_word).len();
    let open = match line.chars().next_back()? {
        ')' | '）' => {
            let mut depth = 0_usize;
            let open = line.char_indices().rev().find(|(_, c)| {
                depth = match c {
                    ')' | '）' => depth + 1,
                    '(' | '（' => depth - 1,
                    _ => depth,
                };
                depth == 0
            });
            open?.0
        }
        c if is_word(c) => line.len(),
        _ => return None,
    };
    line.get(start(line.get(..open)?)..)
}

/// The number with its unit that a text begins with.
fn amount(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '_')).len();
    let rest = text.get(digits..).filter(|_| digits > 0)?;
    let unit =
        rest.len() - rest.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '%' | '％' | '‰')).len();
    let currency = rest.strip_prefix(' ').and_then(|code| code.get(..3)).filter(|_| unit == 0);
    let code = currency.filter(|code| code.chars().all(|c| c.is_ascii_uppercase())).map_or(0, |code| code.len() + 1);
    text.get(..digits + unit + code)
}
