//! Ranges and bounds as people write them.

use super::{Piece, Place, arrows, bounds, numerals, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Signs and words that people put between the ends of a range.
const DASHES: [&str; 9] = ["-", "~", "–", "—", "至", "到", "to", "…", "--"];

/// `80-89`, or with another sign between the ends, told with the interval to write as long as no other row tells more.
pub fn range(span: Span, lo: &str, hi: &str, sign: &str) -> Diagnostic {
    let (lo, hi) = ends(lo, hi);
    unsaid(dash(span, sign, ("", "sign")), &lo, hi, span)
}

/// A range that does not say whether its ends are in it.
fn unsaid(told: Diagnostic, lo: &str, hi: &str, span: Span) -> Diagnostic {
    let wanted = format!("[{lo}, {hi}]");
    let told = told.arg("hi", hi).arg("wanted", wanted.clone()).arg("moved", "no").arg("to", hi);
    told.open_ends(lo, hi).edit(span, wanted)
}

/// `[80-89]`: the brackets that were written, with a comma between the ends.
pub fn bracketed(span: Span, lo: &str, hi: &str, (opener, closer): (&str, &str), sign: &str) -> Diagnostic {
    let (lo, hi) = ends(lo, hi);
    let wanted = format!("{opener}{lo}, {hi}{closer}");
    dash(span, sign, ("brackets", "sign-brackets")).arg("wanted", wanted.clone()).safe_edit(span, wanted)
}

/// The ends of a range: 80-89分 gives both the unit that only the last one shows.
fn ends<'a>(lo: &str, hi: &'a str) -> (String, &'a str) {
    let (lo, hi) = (lo.trim(), hi.trim());
    let figure = hi.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '_')).unwrap_or(hi.len());
    let unit = hi.get(figure..).unwrap_or("").trim();
    (if lo.ends_with(|c: char| c.is_ascii_digit()) { format!("{lo}{unit}") } else { lo.to_owned() }, hi)
}

/// A range by the text for the minus, or by that for another sign, which the message names.
fn dash(span: Span, sign: &str, (minus, other): (&'static str, &'static str)) -> Diagnostic {
    let told = Diagnostic::new(Code::RangeDash, span);
    match sign {
        "-" | "–" | "—" | "--" => told.variant(minus),
        _ => told.variant(other).arg("sign", sign),
    }
}

/// The token behind the dash, or the dots, at `at`.
fn behind_dash(piece: &Piece, at: usize) -> Option<usize> {
    if DASHES.contains(&piece.word(at)) {
        return Some(at + 1);
    }
    let dots = (at..).take_while(|at| piece.word(*at) == ".").count();
    let last = at + dots;
    (2..=3).contains(&dots).then_some(if matches!(piece.word(last), "=" | "<") { last + 1 } else { last })
}

/// A range with another sign than `-`, which the grammar takes for a subtraction.
pub fn dashed(piece: &Piece) -> Option<Diagnostic> {
    if !piece.place.is_row() {
        return None;
    }
    let arrow = piece.find("=>").unwrap_or(piece.tokens.len());
    (0..arrow).find_map(|at| {
        let dash = piece.after_quantity(at)?;
        if let Some((lo, hi)) = ["到", "至"].iter().find_map(|word| piece.word(dash).split_once(word)) {
            let unit = super::piece::is_unit(lo) && !lo.is_empty() && hi.starts_with(|c: char| c.is_ascii_digit());
            let percent = usize::from(matches!(piece.word(dash + 1), "%" | "‰") && piece.touches(dash + 1));
            let lo = format!("{}{lo}", piece.words(at, dash - 1));
            let hi = if percent > 0 { format!("{hi}{}", piece.word(dash + 1)) } else { hi.to_owned() };
            if unit {
                return Some(range(piece.span(at, dash + percent), &lo, &hi, "-"));
            }
        }
        if let Some(hi) =
            ["至", "到"].iter().find_map(|word| piece.word(dash).strip_prefix(word)).filter(|hi| !hi.is_empty())
        {
            let unit = piece.word(dash + 1).starts_with(['%', '‰']);
            let hi = if unit { format!("{hi}{}", piece.word(dash + 1)) } else { hi.to_owned() };
            let span = piece.span(at, if unit { dash + 1 } else { dash });
            return hi
                .starts_with(|c: char| c.is_ascii_digit())
                .then(|| range(span, piece.words(at, dash - 1), &hi, "-"));
        }
        let behind = behind_dash(piece, dash)?;
        let end = piece.after_quantity(behind)?;
        // A unit that is none is told first.
        if piece.kind(end) == Some(Kind::Word) && piece.touches(end) {
            return None;
        }
        let (lo, hi) = (piece.words(at, dash - 1), piece.words(behind, end - 1));
        let opener = at.checked_sub(1).filter(|before| matches!(piece.word(*before), "[" | "("));
        let sign = piece.words(dash, behind - 1);
        Some(match opener.filter(|_| matches!(piece.word(end), "]" | ")")) {
            Some(open) => bracketed(piece.span(open, end), lo, hi, (piece.word(open), piece.word(end)), sign),
            None => range(piece.span(at, end - 1), lo, hi, sign),
        })
    })
}

/// The bounds of a row in words, or two of them: `大于80`, `90+`, `>= 80 and < 90`.
pub fn bounds(piece: &Piece) -> Option<Diagnostic> {
    let first = match piece.place {
        Place::Row => 0,
        Place::GradeRow => piece.find(":")? + 1,
        _ => return None,
    };
    let ends = |at: &usize| matches!(piece.word(*at), "=>" | "->" | ":") || piece.is(*at, &[Keyword::When]);
    let end = (first + 1..piece.tokens.len()).find(ends).unwrap_or(piece.tokens.len());
    let told = |first: usize, end: usize| {
        let last = end.checked_sub(1).filter(|last| *last >= first)?;
        bounded(piece.span(first, last), piece.words(first, last))
    };
    if let Some(sign) = answered(piece, first) {
        return Some(sign);
    }
    told(first, end).or_else(|| {
        let mut from = first;
        (first..=end).filter(|at| *at == end || piece.word(*at) == ",").find_map(|comma| {
            let found = told(from, comma);
            from = comma + 1;
            found
        })
    })
}

/// `60-`, `95%—`: whoever writes so means a bound, and does not say which.
pub fn trailing_dash(piece: &Piece) -> Option<Diagnostic> {
    let first = match piece.place {
        Place::Row => 0,
        Place::GradeRow => piece.find(":")? + 1,
        _ => return None,
    };
    let dash = piece.after_quantity(first)?;
    let ends = matches!(piece.word(dash + 1), "" | "=>" | "->") || piece.is(dash + 1, &[Keyword::When]);
    (matches!(piece.word(dash), "-" | "–" | "—" | "~") && ends).then(|| {
        let (span, value) = (piece.span(first, dash), piece.words(first, dash - 1));
        let (above, below) = (format!(">= {value}"), format!("<= {value}"));
        let told = Diagnostic::new(Code::RangeDash, span).variant("open").arg("found", piece.written(first, dash));
        told.arg("wanted", above.clone()).arg("other", below.clone()).edit(span, above).edit(span, below)
    })
}

/// `>= 45% >= 95`: the second of two bounds that point the same way, in a row that answers nothing, is its answer.
fn answered(piece: &Piece, first: usize) -> Option<Diagnostic> {
    let last = piece.tokens.len();
    let none = !(first..last).any(|at| matches!(piece.word(at), "=>" | "->" | ":" | "="));
    let at = (first + 1..last).rev().find(|at| piece.word(*at) == ">=").filter(|_| none)?;
    let condition = bounds::read(piece.words(first, at - 1))?;
    let number = piece.after_quantity(at + 1) == Some(last);
    let same = matches!(condition.as_slice(), [one] if one.sign.starts_with('>'));
    (same && number).then(|| arrows::wrong(piece, at, "=>"))
}

/// What to tell of a text that consists of bounds.
pub fn bounded(span: Span, text: &str) -> Option<Diagnostic> {
    // Patterns of two inputs stand behind each other too.
    let found = bounds::read(text).filter(|found| !text.contains(',') || !found.iter().all(bounds::Bound::is_read))?;
    match found.as_slice() {
        [bound] if !bound.is_read() => {
            let wanted = bound.signed();
            let told = Diagnostic::new(Code::ForeignSign, span).arg("wanted", wanted.clone());
            let told = match bound.subject {
                "" => told.variant(signs::worded(bound.word)).arg("found", bound.word),
                subject => told.variant("subject").arg("found", subject),
            };
            Some(told.safe_edit(span, wanted))
        }
        [one, other] => {
            let told = Diagnostic::new(Code::CompoundPattern, span);
            Some(match bounds::between(one, other) {
                Some(_) if one.is_vague() => unsaid(told.variant("between"), &one.value, &other.value, span),
                // What is said of one end only tells of the other what is usual, not what is written.
                Some(interval) if text.matches('含').count() == 1 => {
                    told.variant("said").arg("wanted", interval.clone()).edit(span, interval)
                }
                Some(interval) => told.arg("wanted", interval.clone()).safe_edit(span, interval),
                None => told.variant("same"),
            })
        }
        _ => None,
    }
}

/// `80、90` in a pattern, with the set to write.
pub fn listed(piece: &Piece) -> Option<Diagnostic> {
    let arrow = piece.find("=>").unwrap_or(piece.tokens.len());
    let comma = piece.find("、").filter(|comma| piece.place.is_row() && *comma < arrow)?;
    let start = (0..comma).rev().find(|at| matches!(piece.word(*at), ":" | ",")).map_or(0, |before| before + 1);
    let end = (comma..arrow).find(|at| piece.is(*at, &[Keyword::When])).unwrap_or(arrow);
    let values = piece.words(start, end.checked_sub(1)?).replace('、', ", ");
    let bracketed = matches!(piece.word(start), "{" | "[" | "(");
    let wanted = if bracketed { values } else { format!("{{{values}}}") };
    let span = piece.span(comma, comma);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", "、").arg("wanted", wanted.clone());
    Some(told.edit(piece.span(start, end - 1), wanted))
}

/// `以上80`, `80超过`
pub fn bound_order(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Word)).find_map(|at| {
        let word = piece.word(at);
        if let Some(bound) = ["以上", "以下", "以内"].into_iter().find(|bound| word.starts_with(bound)) {
            let number = word.strip_prefix(bound).unwrap_or("");
            // `95%以上100分`: it stands right, and the answer behind it.
            let figure = at.checked_sub(1).is_some_and(|before| {
                piece.touches(at)
                    && (piece.kind(before) == Some(Kind::Number) || matches!(piece.word(before), "%" | "‰"))
            });
            if figure && !number.is_empty() {
                return None;
            }
            if !number.is_empty() {
                let percent = matches!(piece.word(at + 1), "%" | "‰") && piece.touches(at + 1);
                let last = if percent { at + 1 } else { at };
                return misplaced_bound(piece.span(at, last), piece.words(at, last));
            }
            let end = piece.after_quantity(at + 1)?;
            // Behind its number it stands right, and what follows is the answer: `98%以上 100`.
            let right = at.checked_sub(1).is_some_and(|before| {
                piece.kind(before) == Some(Kind::Number) || matches!(piece.word(before), "%" | "‰")
            });
            if right {
                return None;
            }
            let number = piece.words(at + 1, end - 1);
            let whole = piece.span(at, end - 1);
            return Some(told(whole, bound, format!("{number}{bound}")));
        }
        let bound = ["超过", "不满", "不足"].into_iter().find(|bound| word.ends_with(bound))?;
        let unit = word.strip_suffix(bound).unwrap_or("");
        let before =
            at.checked_sub(1).filter(|before| piece.kind(*before) == Some(Kind::Number) && piece.touches(at))?;
        (unit.is_empty() || super::piece::is_unit(unit)).then_some(())?;
        Some(told(piece.span(before, at), bound, format!("{bound}{}{unit}", piece.word(before))))
    })
}

/// `以上80`, one word
pub fn misplaced_bound(span: Span, word: &str) -> Option<Diagnostic> {
    let bound = ["以上", "以下", "以内"].into_iter().find(|bound| word.starts_with(bound))?;
    let number = word.strip_prefix(bound).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(told(span, bound, format!("{number}{bound}")))
}

fn told(span: Span, bound: &str, wanted: String) -> Diagnostic {
    Diagnostic::new(Code::BoundOrder, span).arg("word", bound).arg("wanted", wanted.clone()).safe_edit(span, wanted)
}

/// `六十以上`: a bound whose number is in words.
pub fn in_digits(span: Span, text: &str) -> Option<Diagnostic> {
    let wanted = numerals::in_digits(text)?;
    bounds::read(&wanted)?;
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", text).arg("wanted", wanted.clone());
    Some(told.edit(span, wanted))
}
