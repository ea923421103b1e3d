//! Places of cells as a sheet names them: `B2`, `A2:A3`.

use crate::io::read::workbook::merged::Merge;
use crate::io::read::workbook::rows::{MOST_COLUMNS, MOST_ROWS};

/// The row from 0 that a number from 1 names, where a sheet can have it.
pub(super) fn row(number: &str) -> Option<u32> {
    let number: u32 = number.trim().parse().ok()?;
    (1..=MOST_ROWS).contains(&number).then(|| number - 1)
}

/// The row and column, from 0, of `B2` or `$B$2`.
pub(super) fn cell(text: &str) -> Option<(u32, usize)> {
    let text = text.trim().trim_start_matches('$');
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (column, number) = text.split_at_checked(letters)?;
    let mut sum = 0_usize;
    for letter in column.bytes() {
        sum = sum.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    let column = sum.checked_sub(1).filter(|column| *column < MOST_COLUMNS)?;
    Some((row(number.trim_start_matches('$'))?, column))
}

/// The cells of `A2:A3`, or of one cell.
pub(super) fn range(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    (top <= bottom && left <= right).then_some(Merge { top, bottom, left, right })
}
