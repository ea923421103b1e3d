//! Marks inside numbers: `1,000`, `3'000元`, `3 000元`, `1.200.000元`, `3.000元`, `1,5%`.

use super::{Piece, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::layout::Kind;

/// `1,000`: told where the second part cannot be a number of its own.
pub fn thousands(span: Span, written: &str) -> Diagnostic {
    let wanted = written.replace(',', "");
    Diagnostic::new(Code::ThousandsSeparator, span)
        .arg("number", written)
        .arg("wanted", wanted.clone())
        .edit(span, wanted)
}

/// `3'000元`, `3 000元`: groups of three behind an apostrophe or a blank.
pub fn grouped(piece: &Piece) -> Option<Diagnostic> {
    let number = |at: usize| piece.kind(at) == Some(Kind::Number);
    let three = |at: usize| number(at) && piece.word(at).split('.').next().is_some_and(|whole| whole.len() == 3);
    (0..piece.tokens.len()).find_map(|first| {
        let short = number(first) && piece.word(first).len() <= 3 && !piece.word(first).contains('.');
        short.then_some(())?;
        let mark = |at: usize| matches!(piece.word(at), "'" | "’") && piece.touches(at) && piece.touches(at + 1);
        let mut last = first;
        while let Some(next) = [last + 1, last + 2].into_iter().find(|at| three(*at)) {
            let joins = if next == last + 1 { !piece.touches(next) } else { mark(last + 1) };
            if !joins {
                break;
            }
            last = next;
        }
        (last > first).then(|| {
            let digits = |c: &char| c.is_ascii_digit() || *c == '.';
            let wanted: String = piece.words(first, last).chars().filter(digits).collect();
            let told = Diagnostic::new(Code::ThousandsSeparator, piece.span(first, last));
            let told = told.variant("grouped").arg("number", piece.words(first, last)).arg("wanted", wanted.clone());
            told.edit(piece.span(first, last), wanted)
        })
    })
}

/// `1,000` in a piece that cannot be read otherwise, and those behind it.
pub fn separated(piece: &Piece) -> Option<Diagnostic> {
    let (first, last) = (0..piece.tokens.len()).find_map(|at| group(piece, at))?;
    let sign = first.checked_sub(1).and_then(|sign| Some((sign, signs::own_code(piece, piece.word(sign))?)));
    if let Some((sign, code)) = sign {
        let wanted = format!("{} {code}", piece.words(first, last).replace(',', ""));
        let span = piece.span(sign, last);
        let told = Diagnostic::new(Code::ThousandsSeparator, span).arg("number", piece.words(sign, last));
        return Some(told.arg("wanted", wanted.clone()).edit(span, wanted));
    }
    let mut told = thousands(piece.span(first, last), piece.words(first, last));
    let groups: Vec<_> = (first..piece.tokens.len()).filter_map(|at| group(piece, at)).collect();
    if let (Some((_, end)), Some(edit)) = (groups.last(), told.edits.first_mut()) {
        edit.span = piece.span(first, *end);
        let commas = groups.iter().flat_map(|(first, last)| (first + 1..*last).step_by(2));
        edit.text = piece.without(edit.span, commas);
    }
    Some(told)
}

/// The last token of the number with thousands commas that begins at `at`, and `at`.
fn group(piece: &Piece, at: usize) -> Option<(usize, usize)> {
    let number = |at: usize| piece.kind(at) == Some(Kind::Number);
    let part = |at: usize| {
        let touches = piece.word(at) == "," && piece.touches(at) && piece.touches(at + 1);
        let whole = piece.word(at + 1).split('.').next().map_or(0, str::len);
        touches && number(at + 1) && whole == 3
    };
    // A part of a number that began before is no beginning.
    let begins = !at.checked_sub(2).is_some_and(|before| number(before) && part(at - 1));
    let last = (at..).step_by(2).take_while(|at| part(at + 1)).last()? + 2;
    (begins && number(at) && piece.word(at).len() <= 3).then_some((at, last))
}

/// `1,5%`: a comma before the decimals, as other countries have it.
pub fn decimal_comma(piece: &Piece) -> Option<Diagnostic> {
    let number = |at: usize| piece.kind(at) == Some(Kind::Number);
    let plain = |at: usize| number(at) && !piece.word(at).contains(['.', '_']);
    let at = (0..piece.tokens.len()).find(|at| {
        let depth = (0..*at).fold(0_i32, |depth, at| match piece.word(at) {
            "(" | "[" => depth + 1,
            ")" | "]" => depth - 1,
            _ => depth,
        });
        let joined = piece.word(at + 1) == "," && piece.touches(at + 1) && piece.touches(at + 2);
        depth == 0 && plain(*at) && joined && plain(at + 2) && piece.word(at + 2).len() < 3
    })?;
    let span = piece.span(at, at + 2);
    Some(decimals(span, piece.words(at, at + 2)))
}

/// What to tell of a number with a comma before its decimals.
pub fn decimals(span: Span, written: &str) -> Diagnostic {
    let wanted = written.replace(',', ".");
    let told = Diagnostic::new(Code::ThousandsSeparator, span).variant("decimals").arg("number", written);
    told.arg("wanted", wanted.clone()).edit(span, wanted)
}

/// `1.200.000元`: groups of three behind points.
pub fn dotted_groups(piece: &Piece) -> Option<Diagnostic> {
    let number = |at: usize| piece.kind(at) == Some(Kind::Number);
    (0..piece.tokens.len()).find_map(|first| {
        number(first).then_some(())?;
        let joins =
            |at: &usize| piece.word(at - 1) == "." && number(*at) && piece.touches(at - 1) && piece.touches(*at);
        let last = (first + 2..).step_by(2).take_while(joins).last()?;
        let text = piece.words(first, last);
        let wanted = joined_groups(text)?;
        let told = Diagnostic::new(Code::ThousandsSeparator, piece.span(first, last)).variant("dots");
        Some(told.arg("number", text).arg("wanted", wanted.clone()).edit(piece.span(first, last), wanted))
    })
}

/// The digits of `1.200` or `1.200.000` without their points, where each point parts three digits.
fn joined_groups(text: &str) -> Option<String> {
    let (first, groups) = text.split_once('.')?;
    let digits = |part: &str| part.bytes().all(|c| c.is_ascii_digit());
    let begins = (1..=3).contains(&first.len()) && digits(first) && !first.starts_with('0');
    let thirds = groups.split('.').all(|group| group.len() == 3 && digits(group));
    (begins && thirds).then(|| text.replace('.', ""))
}

/// What a figure means if its point parts thousands, and one that can only be meant as a fraction: `3.000` is 3000 or 3.
pub fn two_readings(figure: &str) -> Option<(String, String)> {
    let grouped = joined_groups(figure)?;
    let shorter = figure.trim_end_matches('0').trim_end_matches('.');
    let plain = if shorter.len() < figure.len() { shorter.to_owned() } else { format!("{figure}0") };
    Some((grouped, plain))
}
