//! Rows to be put in behind another one.

use super::model::Model;
use crate::source::Span;

/// Where rows stand behind the last one, and their text there: on lines of their own where that stands on one.
pub(super) fn last(model: &Model, rows: &[String]) -> Option<(Span, String)> {
    behind(model, model.table.rows.len().checked_sub(1)?, rows)
}

/// The same behind any row.
pub(super) fn behind(model: &Model, row: usize, rows: &[String]) -> Option<(Span, String)> {
    let span = model.row(row)?.span;
    let text = &model.sources.get(span.file)?.text;
    let (before, after) = (text.get(..span.range().start)?, text.get(span.range().end..)?);
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let indent = before.get(line..).filter(|blank| blank.trim().is_empty());
    let rest = after.lines().next().unwrap_or_default();
    let blank = rest.trim_start_matches([' ', '\t', ';', '；']);
    match indent.filter(|_| blank.is_empty() || blank.starts_with('#')) {
        Some(indent) => {
            let place = span.range().end + rest.trim_end().len();
            let text = rows.iter().map(|row| format!("\n{indent}{row}")).collect();
            Some((Span::new(span.file, place, place), text))
        }
        None => Some((span.after(), rows.iter().map(|row| format!("; {row}")).collect())),
    }
}

/// The same before a row.
pub(super) fn before(model: &Model, row: usize, text: &str) -> Option<(Span, String)> {
    let span = model.row(row)?.span;
    let before = model.sources.get(span.file)?.text.get(..span.range().start)?;
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let indent = before.get(line..).filter(|blank| blank.trim().is_empty());
    let end = indent.map_or("; ".to_owned(), |indent| format!("\n{indent}"));
    Some((span.before(), format!("{text}{end}")))
}
