//! The bounds that a row shares with its neighbours: where one moves, so does the other.

use crate::source::{FileId, SourceFile, Sources, Span};
use crate::syntax::ast::{CompareOp, Item, Pattern, PatternKind, Row};
use crate::syntax::parse;

/// A bound as it is written, and whether it belongs to the row.
type Bound = Option<(String, bool)>;

/// The bounds of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ends {
    low: Bound,
    high: Bound,
}

/// What else changes where a row gets another text: the places of other rows' patterns with their new texts.
pub(super) fn along(sources: &Sources, rows: &[Row], at: usize, text: &str) -> Vec<(usize, Span, String)> {
    let own = |row: &Row| match row.patterns.as_slice() {
        [pattern] if row.guard.is_none() => ends(pattern, |span| sources.slice(span)).map(|ends| (pattern.span, ends)),
        _ => None,
    };
    let (Some((_, was)), Some(is)) = (rows.get(at).and_then(own), typed(text)) else { return vec![] };
    let others = rows.iter().enumerate().filter(|(other, _)| *other != at);
    let moved = others.filter_map(|(other, row)| {
        let (span, ends) = own(row)?;
        let next =
            Ends { low: follows(&ends.low, (&was.high, &is.high)), high: follows(&ends.high, (&was.low, &is.low)) };
        (next != ends).then(|| (other, span, spelt(&next)))
    });
    moved.collect()
}

/// A bound that touched one that moves.
fn follows(own: &Bound, (was, is): (&Bound, &Bound)) -> Bound {
    match (own, was, is) {
        (Some((at, closed)), Some((old, other)), Some((new, belongs))) if alike(at, old) && closed != other => {
            Some((new.clone(), !belongs))
        }
        _ => own.clone(),
    }
}

/// Whether two bounds are written alike but for needless zeros: `4.80` and `4.8`.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let (figure, unit) = text.split_at(end);
        let figure = if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.') } else { figure };
        format!("{figure}{unit}")
    };
    plain(one) == plain(other)
}

/// The bounds of a pattern that was typed.
fn typed(text: &str) -> Option<Ends> {
    let pattern = text.split("=>").next().unwrap_or_default().trim();
    let source = SourceFile::new("", format!("grade g by x {{\n A : {pattern}\n}}\n"));
    let parsed = parse(FileId::default(), &source);
    let grade = parsed.file.items.into_iter().find_map(|item| match item {
        Item::Grade(grade) => Some(grade),
        _ => None,
    })?;
    ends(grade.rows.first()?.patterns.first()?, |span| source.slice(span))
}

fn ends<'s>(pattern: &Pattern, text: impl Fn(Span) -> &'s str) -> Option<Ends> {
    let bound = |span: Span, belongs: bool| Some((text(span).trim().to_owned(), belongs));
    Some(match &pattern.kind {
        PatternKind::Interval(interval) => Ends {
            low: bound(interval.lo.span, interval.lo_included),
            high: bound(interval.hi.span, interval.hi_included),
        },
        PatternKind::Compare(CompareOp::Less, value) => Ends { low: None, high: bound(value.span, false) },
        PatternKind::Compare(CompareOp::LessEqual, value) => Ends { low: None, high: bound(value.span, true) },
        PatternKind::Compare(CompareOp::Greater, value) => Ends { low: bound(value.span, false), high: None },
        PatternKind::Compare(CompareOp::GreaterEqual, value) => Ends { low: bound(value.span, true), high: None },
        _ => return None,
    })
}

fn spelt(ends: &Ends) -> String {
    match (&ends.low, &ends.high) {
        (Some((low, from)), Some((high, to))) => {
            format!("{}{low}, {high}{}", if *from { '[' } else { '(' }, if *to { ']' } else { ')' })
        }
        (Some((low, belongs)), None) => format!("{} {low}", if *belongs { ">=" } else { ">" }),
        (None, Some((high, belongs))) => format!("{} {high}", if *belongs { "<=" } else { "<" }),
        (None, None) => String::new(),
    }
}
