//! A place in a data file, spelt.

use crate::diagnostic::At;

/// `data.csv:3 响应时间`, `data.xlsx 一月!C3 响应时间`, `data.json #3 响应时间`
pub(super) fn place(file: &str, at: &At) -> String {
    let mut place = file.to_owned();
    match (&at.sheet, at.row) {
        (Some(sheet), Some(_)) => {
            place.push_str(&format!(" {sheet}!{}", at.cell().map(|cell| cell.to_string()).unwrap_or_default()))
        }
        (Some(sheet), None) => place.push_str(&format!(" {sheet}")),
        (None, Some(row)) if at.element => place.push_str(&format!(" #{row}")),
        (None, Some(row)) => place.push_str(&format!(":{row}")),
        (None, None) => {}
    }
    if let Some(header) = &at.header {
        place.push_str(&format!(" {header}"));
    }
    place
}
