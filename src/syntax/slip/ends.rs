//! The ends of a range like `80-89`, which says neither whether they are in it nor what lies between it and the next
//! row: the other rows of the table tell.

use super::bounds;
use super::numerals::figure;
use crate::diagnostic::{Diagnostic, Edit};
use crate::quantity::{Decimal, exact, magnitude};
use crate::source::SourceFile;
use crate::syntax::ast::{CompareOp, Expr, ExprKind, Literal, PatternKind, Row};

/// One end of what a row takes.
#[derive(Debug, Clone, PartialEq)]
struct End {
    figure: Decimal,
    unit: String,
    text: String,
    /// Whether the row takes it. `None` where nobody said.
    closed: Option<bool>,
}

/// What a row takes, from one end to the other.
#[derive(Debug, Clone, Default)]
struct Ends {
    lower: Option<End>,
    upper: Option<End>,
}

impl End {
    fn of_text(text: &str, closed: Option<bool>) -> Option<End> {
        let (text, rest) = bounds::quantity(text.trim())?;
        rest.trim().is_empty().then_some(())?;
        let number = text.trim_start_matches('¥');
        let is_unit = |c: char| !c.is_ascii_digit() && !matches!(c, '.' | '_') && magnitude(c).is_none();
        let unit = number.find(is_unit).map_or("", |at| number.get(at..).unwrap_or("")).to_owned();
        Some(End { figure: figure(number.strip_suffix(&unit)?)?, unit, text, closed })
    }

    fn of(expr: &Expr, closed: bool, source: &SourceFile) -> Option<End> {
        let ExprKind::Literal(Literal::Quantity { figure, unit }) = &expr.kind else { return None };
        let unit = unit.as_ref().map_or(String::new(), |unit| unit.text.clone());
        Some(End { figure: *figure, unit, text: source.slice(expr.span).to_owned(), closed: Some(closed) })
    }

    /// Whether both are figures of the same kind: a unit may be left out.
    fn goes_with(&self, other: &End) -> bool {
        self.unit == other.unit || self.unit.is_empty() || other.unit.is_empty()
    }

    fn meets(&self, other: &End) -> bool {
        self.goes_with(other) && self.figure == other.figure
    }

    /// Whether no figure of as many decimals lies between them: 89 and 90, 9.9 and 10.
    fn is_next_to(&self, above: &End) -> bool {
        let places = self.figure.scale().max(above.figure.scale());
        let between = exact::sub(above.figure, self.figure);
        self.goes_with(above) && between.is_some() && between == exact::ulp(places)
    }
}

impl Ends {
    /// Of a row that reads.
    fn of(row: &Row, source: &SourceFile) -> Option<Ends> {
        let [pattern] = row.patterns.as_slice() else { return None };
        let end = |expr: &Expr, closed: bool| End::of(expr, closed, source);
        (row.guard.is_none()).then_some(())?;
        Some(match &pattern.kind {
            PatternKind::Compare(CompareOp::GreaterEqual, bound) => Ends { lower: end(bound, true), upper: None },
            PatternKind::Compare(CompareOp::Greater, bound) => Ends { lower: end(bound, false), upper: None },
            PatternKind::Compare(CompareOp::LessEqual, bound) => Ends { lower: None, upper: end(bound, true) },
            PatternKind::Compare(CompareOp::Less, bound) => Ends { lower: None, upper: end(bound, false) },
            PatternKind::Interval(it) => {
                Ends { lower: end(&it.lo, it.lo_included), upper: end(&it.hi, it.hi_included) }
            }
            PatternKind::Values(values) => match values.as_slice() {
                [value] => Ends { lower: end(value, true), upper: end(value, true) },
                _ => return None,
            },
            _ => return None,
        })
    }

    /// Of a row that does not read, by what is proposed for it.
    fn proposed(told: &Diagnostic) -> Option<Ends> {
        if let Some((lo, hi)) = told.open_ends.as_deref() {
            return Some(Ends { lower: End::of_text(lo, None), upper: End::of_text(hi, None) });
        }
        let line = told.edits.first()?.text.as_str();
        let (text, _) = line.split_once(" => ").unwrap_or((line, ""));
        let text = text.split_once(" : ").map_or(text, |(_, pattern)| pattern);
        let (opens, closes) = (text.starts_with('['), text.ends_with(']'));
        if let Some((lo, hi)) =
            text.strip_prefix(['[', '(']).and_then(|it| it.strip_suffix([']', ')'])?.split_once(','))
        {
            return Some(Ends { lower: End::of_text(lo, Some(opens)), upper: End::of_text(hi, Some(closes)) });
        }
        let read = bounds::read(text)?;
        let [bound] = read.as_slice() else { return None };
        let closed = (bound.word != "以下").then_some(bound.sign.ends_with('='));
        let end = End::of_text(&bound.value, closed);
        Some(if bound.sign.starts_with('>') {
            Ends { lower: end, upper: None }
        } else {
            Ends { lower: None, upper: end }
        })
    }
}

/// Puts the ends of such ranges where the other rows of their table leave room for them.
pub fn settle(rows: &[Row], told: &mut [Diagnostic], source: &SourceFile) {
    if !told.iter().any(|told| told.open_ends.is_some()) || rows.iter().any(|row| row.patterns.len() > 1) {
        return;
    }
    let proposals = told.iter().filter_map(Ends::proposed);
    let ranges = told.iter().filter(|told| told.open_ends.is_some()).map(|told| told.span.start);
    let last = ranges.max().unwrap_or_default();
    let of = |row: &Row| {
        let mut ends = Ends::of(row, source)?;
        // 60以下 below 60-80 is mostly meant without the 60, which that row is then asked.
        if row.span.start > last && source.slice(row.span).contains("以下") {
            ends.upper.iter_mut().for_each(|upper| upper.closed = None);
        }
        Some(ends)
    };
    let all: Vec<Ends> = rows.iter().filter_map(of).chain(proposals).collect();
    let downward = reaches_down(&all);
    let said = downward.unwrap_or(false);
    // Of a figure at which two such rows meet, and of which no row says whose it is, both ways are shown.
    let open = told.iter().filter(|told| told.open_ends.is_some());
    let meet = downward.is_none()
        && open
            .filter_map(|told| ends(told, &all, false).filter(|it| Some(it) != ends(told, &all, true).as_ref()))
            .count()
            > 1;
    for told in told.iter_mut().filter(|told| told.open_ends.is_some()) {
        let Some((wanted, lower, upper)) = ends(told, &all, said) else { continue };
        let bare = |text: &str| text.replace(' ', "");
        let moved = told.open_ends.as_ref().is_some_and(|ends| bare(&ends.1) != bare(&upper));
        told.say("moved", if moved { "yes" } else { "no" });
        told.say("to", upper.as_str());
        let Some((was, edit)) = told.open_ends.as_ref().zip(told.edits.first_mut()) else { continue };
        // The range may be a part of what is written anew.
        let was = format!("[{}, {}]", was.0, was.1);
        let (line, span) = (edit.text.clone(), edit.span);
        edit.text = line.replacen(&was, &wanted, 1);
        let wanted = edit.text.clone();
        told.say("wanted", wanted);
        if let (true, Some((other, ..))) = (meet, ends(told, &all, true)) {
            let other = line.replacen(&was, &other, 1);
            let shared = if all.iter().filter(|it| it.lower.as_ref().is_some_and(|lo| lo.text == upper)).count() > 0 {
                upper
            } else {
                lower
            };
            told.say("moved", "shared");
            told.say("shared", shared);
            told.edits.push(Edit::choice(span, other));
        }
    }
}

/// The interval for a range, and the texts of its ends.
fn ends(told: &Diagnostic, all: &[Ends], downward: bool) -> Option<(String, String, String)> {
    let Some(Ends { lower: Some(lo), upper: Some(hi) }) = Ends::proposed(told) else { return None };
    let (lower, upper) = (lower(&lo, all, downward), upper(&hi, all, downward));
    let sign = |end: &End, closed, open| if end.closed == Some(true) { closed } else { open };
    let wanted = format!("{}{}, {}{}", sign(&lower, '[', '('), lower.text, upper.text, sign(&upper, ']', ')'));
    Some((wanted, lower.text, upper.text))
}

/// Whether rows of this table take their upper end, as where less is better: `<= 25s` above `25s-35s`. `None` where some do
/// and others take the lower one.
fn reaches_down(all: &[Ends]) -> Option<bool> {
    let open = |end: &Option<End>| end.clone().filter(|end| end.closed.is_none());
    let lowers: Vec<End> = all.iter().filter_map(|ends| open(&ends.lower)).collect();
    let uppers: Vec<End> = all.iter().filter_map(|ends| open(&ends.upper)).collect();
    let met = |end: &Option<End>, by: &[End]| {
        end.as_ref().is_some_and(|end| end.closed == Some(true) && by.iter().any(|other| other.meets(end)))
    };
    match (all.iter().any(|ends| met(&ends.upper, &lowers)), all.iter().any(|ends| met(&ends.lower, &uppers))) {
        (true, true) => None,
        (down, _) => Some(down),
    }
}

/// The lower end, where no other row takes it.
fn lower(lo: &End, all: &[Ends], downward: bool) -> End {
    let uppers = || all.iter().filter_map(|ends| ends.upper.as_ref());
    let taken = uppers().any(|upper| upper.meets(lo) && upper.closed.unwrap_or(downward));
    End { closed: Some(!taken), ..lo.clone() }
}

/// The upper end, where another row takes it; the lower end of the next row, where nothing else lies between.
fn upper(hi: &End, all: &[Ends], downward: bool) -> End {
    let lowers = || all.iter().filter_map(|ends| ends.lower.as_ref());
    if lowers().any(|lower| lower.meets(hi)) {
        let taken = lowers().any(|lower| lower.meets(hi) && lower.closed.unwrap_or(!downward));
        return End { closed: Some(!taken), ..hi.clone() };
    }
    match lowers().find(|lower| hi.is_next_to(lower)) {
        Some(next) => {
            // 80-89分 beside >= 90 keeps the unit that it was written with.
            let text = if next.unit.is_empty() { format!("{}{}", next.text, hi.unit) } else { next.text.clone() };
            End { text, closed: Some(next.closed == Some(false)), ..hi.clone() }
        }
        None => End { closed: Some(true), ..hi.clone() },
    }
}
