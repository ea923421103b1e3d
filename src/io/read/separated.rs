//! Rows of separated text, cut without a copy of any cell.
//!
//! A row that looks like most rows do goes into columns as its bytes are read; any other is cut by the reader that knows
//! everything that may stand in such a file, and read cell by cell as rows of all formats are.

use std::sync::Arc;

use super::scan::{Cut, Text};
use super::sheet::Sheet;
use super::{Stop, TakeRows, delimited};

/// Gives the rows of a text to a sheet. Of a row nothing but the cells, its number and the blank rows above it counts.
pub(super) fn read<'s>(file: &Arc<str>, text: &'s str, separator: u8, sheet: &mut Sheet<'s, '_>) -> Result<(), Stop> {
    if has_lone_return(text) {
        return delimited::read(file, text, separator, &mut |row, cells| sheet.row(row, cells));
    }
    let whole = Text { text, separator, quoted: text.as_bytes().contains(&b'"') };
    let (mut at, mut line) = (0, 1_u64);
    let mut spans = vec![];
    let mut last = (0, 1);
    loop {
        let (start, blank) = whole.past_blank(at);
        if blank > 0 && line > 1 {
            sheet.row(number(line + blank - 1), &[])?;
        }
        line += blank;
        if start >= text.len() {
            break;
        }
        last = (start, line);
        match whole.cut(start, &mut spans) {
            Some(next) => {
                sheet.text_row(number(line), Cut::new(text, &spans))?;
                at = next;
            }
            None => {
                let (cells, next) = delimited::one(file, text, start, separator)?;
                sheet.row(number(line), &cells)?;
                at = next;
            }
        }
        line += lines(text.as_bytes().get(start..at).unwrap_or_default(), whole.quoted);
    }
    delimited::unclosed(file, text, last, separator)
}

/// Whether a carriage return stands by itself, which ends a row too.
fn has_lone_return(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('\r') {
        if !behind.starts_with('\n') {
            return true;
        }
        rest = behind;
    }
    false
}

/// How many lines some bytes that are a row end.
fn lines(row: &[u8], quoted: bool) -> u64 {
    match quoted {
        true => row.iter().map(|byte| u64::from(*byte == b'\n')).sum(),
        false => u64::from(row.last() == Some(&b'\n')),
    }
}

fn number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
