use super::Piece;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Signs and words that people put between the ends of a range.
const DASHES: [&str; 9] = ["-", "~", "–", "—", "至", "到", "to", "…", "--"];

/// `80-89`, told with the interval to write.
pub fn range(span: Span, lo: &str, hi: &str) -> Diagnostic {
    let (lo, hi) = (lo.trim(), hi.trim());
    // 80-89分 gives both ends the unit that only the last one shows.
    let bare = lo.ends_with(|c: char| c.is_ascii_digit());
    let unit = hi.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '_');
    let lo = if bare { format!("{lo}{}", unit.trim()) } else { lo.to_owned() };
    let closed = format!("[{lo}, {hi}]");
    let open = format!("[{lo}, {hi})");
    Diagnostic::new(Code::RangeDash, span)
        .arg("closed", closed.clone())
        .arg("open", open.clone())
        .edit(span, closed)
        .edit(span, open)
}

/// A range with another sign than `-`, which the grammar takes for a subtraction.
pub fn dashed(piece: &Piece) -> Option<Diagnostic> {
    if !piece.place.is_row() {
        return None;
    }
    let arrow = piece.find("=>").unwrap_or(piece.tokens.len());
    (0..arrow).find_map(|at| {
        let dash = piece.after_quantity(at)?;
        if let Some(hi) =
            ["至", "到"].iter().find_map(|word| piece.word(dash).strip_prefix(word)).filter(|hi| !hi.is_empty())
        {
            let unit = piece.word(dash + 1).starts_with(['%', '‰']);
            let hi = if unit { format!("{hi}{}", piece.word(dash + 1)) } else { hi.to_owned() };
            let span = piece.span(at, if unit { dash + 1 } else { dash });
            return hi.starts_with(|c: char| c.is_ascii_digit()).then(|| range(span, piece.words(at, dash - 1), &hi));
        }
        let end = DASHES.contains(&piece.word(dash)).then(|| piece.after_quantity(dash + 1))??;
        Some(range(piece.span(at, end - 1), piece.words(at, dash - 1), piece.words(dash + 1, end - 1)))
    })
}

/// `>= 90 and < 95`, `90 <= x`, with the interval to write.
pub fn compound(piece: &Piece) -> Option<Diagnostic> {
    if !piece.place.is_row() {
        return None;
    }
    (0..piece.tokens.len()).find_map(|at| {
        let first = piece.word(at);
        let joint = is_comparison(first).then(|| piece.after_quantity(at + 1))??;
        let second = if piece.is(joint, &[Keyword::And]) || piece.word(joint) == "," { joint + 1 } else { joint };
        let end = is_comparison(piece.word(second)).then(|| piece.after_quantity(second + 1))??;
        let span = piece.span(at, end - 1);
        let told = Diagnostic::new(Code::CompoundPattern, span);
        let (one, other) = (piece.words(at + 1, joint - 1), piece.words(second + 1, end - 1));
        let interval = match (first, piece.word(second)) {
            (">=" | ">", "<=" | "<") => interval(first, one, piece.word(second), other),
            ("<=" | "<", ">=" | ">") => interval(piece.word(second), other, first, one),
            _ => return Some(told.variant("same")),
        };
        Some(told.arg("wanted", interval.clone()).safe_edit(span, interval))
    })
}

fn is_comparison(sign: &str) -> bool {
    matches!(sign, ">=" | ">" | "<=" | "<")
}

fn interval(lower: &str, lo: &str, upper: &str, hi: &str) -> String {
    let opener = if lower == ">=" { '[' } else { '(' };
    let closer = if upper == "<=" { ']' } else { ')' };
    format!("{opener}{lo}, {hi}{closer}")
}

/// `80、90` in a pattern, with the set to write.
pub fn listed(piece: &Piece) -> Option<Diagnostic> {
    let arrow = piece.find("=>").unwrap_or(piece.tokens.len());
    let comma = piece.find("、").filter(|comma| piece.place.is_row() && *comma < arrow)?;
    let start = (0..comma).rev().find(|at| matches!(piece.word(*at), ":" | ",")).map_or(0, |before| before + 1);
    let end = (comma..arrow).find(|at| piece.is(*at, &[Keyword::When])).unwrap_or(arrow);
    let wanted = format!("{{{}}}", piece.words(start, end.checked_sub(1)?).replace('、', ", "));
    let span = piece.span(comma, comma);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", "、").arg("wanted", wanted.clone());
    Some(told.edit(piece.span(start, end - 1), wanted))
}

/// `以上80`, `80超过`
pub fn bound_order(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Word)).find_map(|at| {
        let word = piece.word(at);
        let span = piece.span(at, at);
        if let Some(bound) = ["以上", "以下", "以内"].into_iter().find(|bound| word.starts_with(bound)) {
            let number = word.strip_prefix(bound).unwrap_or("");
            if !number.is_empty() {
                return misplaced_bound(span, word);
            }
            let end = piece.after_quantity(at + 1)?;
            let number = piece.words(at + 1, end - 1);
            let whole = piece.span(at, end - 1);
            return Some(told(whole, bound, format!("{number}{bound}")));
        }
        let bound = ["超过", "不满", "不足"].into_iter().find(|bound| word.ends_with(bound))?;
        let unit = word.strip_suffix(bound).unwrap_or("");
        let before =
            at.checked_sub(1).filter(|before| piece.kind(*before) == Some(Kind::Number) && piece.touches(at))?;
        (unit.is_empty() || super::numbers::is_unit(unit)).then_some(())?;
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
