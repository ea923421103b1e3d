//! The stretch of text that goes when rows are deleted.

use super::model::Model;
use crate::source::Span;

/// What is to be cut so that the rows from one to another are gone: their lines where they stand alone on them, else
/// the rows with the sign that parts them from their neighbour.
pub(super) fn of(model: &Model, first: usize, last: usize) -> Option<Span> {
    let (first, last) = (model.row(first)?.span, model.row(last)?.span);
    let span = Span::new(first.file, first.range().start, last.range().end);
    let text = &model.sources.get(span.file)?.text;
    let (before, after) = (text.get(..span.range().start)?, text.get(span.range().end..)?);
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let gap = after.len() - after.trim_start_matches([' ', '\t']).len();
    let rest = after.get(gap..)?;
    let begins = before.len() == indent || before.trim_end_matches([' ', '\t']).ends_with('\n');
    let line_end = ["\r\n", "\n"].into_iter().find(|end| rest.starts_with(end));
    let (start, end) = (span.range().start, span.range().end + gap);
    Some(match (begins, line_end) {
        (true, Some(line_end)) => Span::new(span.file, start - indent, end + line_end.len()),
        _ => match rest.chars().next().filter(|sign| matches!(sign, ';' | '；')) {
            Some(sign) => {
                let blank = usize::from(rest.get(sign.len_utf8()..)?.starts_with(' '));
                Span::new(span.file, start, end + sign.len_utf8() + blank)
            }
            None => {
                let parted = before.trim_end_matches([' ', '\t']).trim_end_matches([';', '；']);
                Span::new(span.file, parted.len(), span.range().end)
            }
        },
    })
}
