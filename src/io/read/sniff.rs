//! What a file is, by its first bytes, its first letters and the columns that its rows show.

use std::collections::HashMap;
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
    let mut order = SEPARATORS;
    if ending == "tsv" || ending == "tab" {
        order.swap(0, 1);
    }
    // The same cells stand in many rows.
    let mut known: HashMap<String, usize> = HashMap::new();
    let (mut best, mut most) = (order[0], 0);
    for separator in order {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        for row in reader.records().take(HEADER_ROWS).flatten() {
            // It has no more columns than cells.
            if row.len() * all.len() <= most {
                continue;
            }
            let mut count = |title: &str| match known.get(title) {
                Some(count) => *count,
                None => {
                    let count = all.iter().filter(|fields| fields.knows(title)).count();
                    known.insert(title.to_owned(), count);
                    count
                }
            };
            let score = row.iter().map(&mut count).sum();
            if score > most {
                (best, most) = (separator, score);
            }
        }
    }
    match best {
        b'\t' => Format::Tsv,
        separator => Format::Csv(separator),
    }
}
