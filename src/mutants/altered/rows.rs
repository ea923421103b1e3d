//! Rows that are dropped.

use super::super::Kind;
use super::super::text::Texts;
use super::super::tried::Change;
use super::{Alteration, Way};
use crate::ir::Step;
use crate::source::Span;

/// The rows of a step.
pub(super) fn of(texts: &Texts, step: &Step, found: &mut Vec<Alteration>) {
    let rows: Vec<Span> = match step {
        Step::Table(table) => table.rows.iter().map(|row| row.span).collect(),
        Step::Scale(scale) => scale.slices.iter().map(|slice| slice.span).collect(),
        _ => vec![],
    };
    for row in rows.into_iter().filter(|row| texts.is_own(*row)) {
        let change = Change::Text(vec![(with_separator(texts, row), String::new())]);
        let ways = vec![Way { new: None, change }];
        found.push(Alteration { kind: Kind::Row, span: row, old: texts.line(row), ways });
    }
}

/// A row and the semicolon that parts it from another on its line.
fn with_separator(texts: &Texts, row: Span) -> Span {
    let Some(source) = texts.compiled.sources.get(row.file) else { return row };
    let (before, behind) = (source.text.get(..row.range().start), source.text.get(row.range().end..));
    let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
    let part = |c: char| matches!(c, ';' | '；');
    let blank = |c: char| matches!(c, ' ' | '\t');
    let length = |text: &str, rest: &str| u32::try_from(text.len() - rest.len()).unwrap_or(0);
    let rest = behind.trim_start_matches(blank);
    if let Some(tail) = rest.strip_prefix(part) {
        return Span { end: row.end + length(behind, tail), ..row };
    }
    match before.trim_end_matches(blank).strip_suffix(part) {
        Some(head) => Span { start: row.start - length(before, head), ..row },
        None => row,
    }
}
