//! Cells between separators.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Sink, Stop, not_data};
use crate::diagnostic::At;
use crate::io::cell::Cell;
use crate::io::write::is_guarded;

/// So many bytes are taken for one record at first.
const AT_ONCE: usize = 1024;

/// Cuts a text into rows of cells between separators.
pub(super) fn read(file: &Arc<str>, text: &str, separator: u8, sink: Sink) -> Result<(), Stop> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut start = (0, 1);
    // The texts of one row at a time: the cells borrow them.
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Err(not_data("binary", file).into()),
        }
        let begun = record.position().map_or(start, |at| record_start(text, at));
        if record.position().is_some_and(|at| at.line() > 1 && begun.1 > line_below(text, at)) {
            sink(u32::try_from(begun.1.saturating_sub(1)).unwrap_or(u32::MAX), &[])?;
        }
        start = begun;
        let row = u32::try_from(start.1).unwrap_or(u32::MAX);
        let cells: Vec<Cell> = record.iter().map(|text| Cell::plain(unguarded(text))).collect();
        sink(row, &cells)?;
    }
    let last = text.as_bytes().get(start.0..).unwrap_or_default();
    unclosed(file, last, u32::try_from(start.1).unwrap_or(u32::MAX), separator)
}

/// A text without what protects it from a spreadsheet: `'` before what would be run as a formula, `'` and `` ` ``
/// before digits that are to stay text, and `="00123"`.
pub(super) fn unguarded(text: &str) -> Cow<'_, str> {
    // Most cells begin with a letter or digit, and nothing protects them.
    if text.bytes().next().is_none_or(|first| first.is_ascii_alphanumeric()) {
        return Cow::Borrowed(text);
    }
    let bare = text.trim();
    if let Some(rest) = bare.strip_prefix('\'') {
        return Cow::Borrowed(if is_guarded(rest) { rest } else { text });
    }
    match bare.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => Cow::Owned(inner.replace("\"\"", "\"")),
        _ => Cow::Borrowed(bare.strip_prefix('`').unwrap_or(text)),
    }
}

/// Byte and line at which a record begins: the reader's position is before the blank lines above it.
fn record_start(text: &str, at: &csv::Position) -> (usize, u64) {
    let byte = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let blank = text.as_bytes().get(byte..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    let (mut length, mut lines) = (0, 0);
    for byte in blank {
        length += 1;
        lines += u64::from(*byte == b'\n');
    }
    (byte + length, at.line() + lines)
}

/// The line behind the record above: where a carriage return and a line feed end it, the reader stands between them.
fn line_below(text: &str, at: &csv::Position) -> u64 {
    let byte = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let ends = byte.checked_sub(1).and_then(|before| text.as_bytes().get(before..=byte));
    at.line() + u64::from(ends == Some(b"\r\n"))
}

/// The cells of the record that begins there, wherever quotes stand in it, and where the next begins.
pub(super) fn one(
    file: &Arc<str>,
    text: &[u8],
    start: usize,
    separator: u8,
) -> Result<(Vec<Cell<'static>>, usize), Stop> {
    // Before it a line ends, which is passed over; at the very beginning the reader would look for a mark of its own.
    let from = start.saturating_sub(1);
    let rest = text.get(from..).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(AT_ONCE)
        .from_reader(rest);
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).map_err(|_| not_data("binary", file))?;
    let cells = record.iter().map(|text| Cell::plain(unguarded(text)).owned()).collect();
    let next = from + usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    let between = next.checked_sub(1).and_then(|before| text.get(before..=next)) == Some(b"\r\n");
    Ok((cells, if between { next + 1 } else { next }))
}

/// A quotation mark that nothing closes in the `last` row, of a line, has swallowed the rest of the file.
pub(super) fn unclosed(file: &Arc<str>, last: &[u8], line: u32, separator: u8) -> Result<(), Stop> {
    let (mut inside, mut fresh, mut closed) = (false, true, false);
    for byte in last.iter().copied() {
        match (byte, inside) {
            (b'"', true) => (inside, closed) = (false, true),
            // `""` inside quotes is one mark: the second opens again what the first closed.
            (b'"', false) => (inside, closed) = (fresh || closed, false),
            _ => closed = false,
        }
        fresh = !inside && (byte == separator || byte == b'\n' || byte == b'\r');
    }
    if !inside {
        return Ok(());
    }
    Err(not_data("quote", file).at(At { row: Some(line), ..At::default() }).into())
}
