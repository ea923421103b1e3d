//! What a file is, by its first bytes, its first letters and the columns that its rows show.

use std::sync::Arc;

use super::heading::Fields;
use super::search::HEADER_ROWS;
use super::{archive, not_data};
use crate::data::{Format, Problem};
use crate::io::ending;
use crate::io::mistaken::is_policy;

/// So many characters tell a web page from other XML.
const MARKUP_SAMPLE: usize = 512;
/// The separators, the likelier first.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Which format a file has that is no text, if any, by its first bytes; what cannot be read is refused.
pub(super) fn binary(file: &Arc<str>, bytes: &[u8]) -> Result<Option<Format>, Problem> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::workbook(file, bytes).map(Some);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Some(Format::Xls));
    }
    if bytes.starts_with(b"PAR1") {
        return Ok(Some(Format::Parquet));
    }
    Ok(None)
}

/// Which text format a text is: by its first letter, else by the separator under which the first
/// rows show the most declared columns.
pub(super) fn text(file: &Arc<str>, text: &str, all: &[Fields]) -> Result<Format, Problem> {
    let ending = ending(file);
    let table = matches!(ending.as_str(), "csv" | "tsv" | "txt" | "tab");
    match text.trim_start().chars().next() {
        None => Err(not_data("empty", file)),
        _ if is_policy(text) => Err(not_data("policy", file)),
        Some('<') if xml(text) => Err(not_data("xml", file)),
        Some('<') if markup(text) => Err(not_data("html", file)),
        // A web page with all that belongs to it, which spreadsheet programs write and name as a workbook.
        Some('M') if text.trim_start().starts_with("MIME-Version:") => Err(not_data("html", file)),
        Some('[') if !table => Ok(Format::Json),
        Some('{') if !table => Ok(Format::JsonLines),
        Some(_) if matches!(ending.as_str(), "json" | "jsonl" | "ndjson") => Err(not_data("json", file)),
        Some(_) => Ok(separated(&ending, text, all)),
    }
}

/// Whether a text is a web page: many a shop back end calls that an Excel file.
fn markup(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(16).collect::<String>().to_ascii_lowercase();
    ["<html", "<!doctype", "<?xml", "<table", "<meta", "<head"].iter().any(|tag| start.starts_with(tag))
}

/// Whether a text is XML and no web page: spreadsheets of 2003 and others.
fn xml(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(MARKUP_SAMPLE).collect::<String>().to_ascii_lowercase();
    let page = ["<html", "<!doctype html"].iter().any(|tag| start.contains(tag));
    !page && (start.starts_with("<?xml") || start.starts_with("<workbook"))
}

fn separated(ending: &str, text: &str, all: &[Fields]) -> Format {
    let score = |separator: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let rows = reader.records().take(HEADER_ROWS).flatten();
        rows.map(|row| all.iter().map(|fields| row.iter().filter(|title| fields.knows(title)).count()).sum())
            .max()
            .unwrap_or(0)
    };
    let preferred = usize::from(ending != "tsv" && ending != "tab");
    let order = SEPARATORS.iter().enumerate().map(|(at, separator)| (*separator, if at == 1 { preferred } else { at }));
    let best = order.max_by_key(|(separator, at)| (score(*separator), std::cmp::Reverse(*at)));
    match best.map_or(b',', |(separator, _)| separator) {
        b'\t' => Format::Tsv,
        separator => Format::Csv(separator),
    }
}
