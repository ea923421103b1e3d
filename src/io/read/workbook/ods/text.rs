//! The text that a cell shows.

use quick_xml::events::Event;

use super::attribute;
use crate::io::read::workbook::xml::{Broken, Xml, add_text, skip};

/// The paragraphs of a cell whose start was read, one under the other. Remarks and drawings are no part of it, nor is
/// the white space between elements; in a paragraph, white space of any length is one blank (ODF 1.2, 6.1.2).
pub(super) fn shown(reader: &mut Xml, cell: &str) -> Result<String, Broken> {
    let (mut text, mut paragraphs, mut depth) = (String::new(), 0, 0_usize);
    loop {
        match reader.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "p" | "h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    (paragraphs, depth) = (paragraphs + 1, depth + 1);
                }
                "s" => {
                    let count = attribute(&element, "c")?.and_then(|count| count.trim().parse().ok()).unwrap_or(1);
                    text.extend(std::iter::repeat_n(' ', count.min(MOST_BLANKS)));
                    skip(reader)?;
                }
                "tab" => {
                    text.push('\t');
                    skip(reader)?;
                }
                "line-break" => {
                    text.push('\n');
                    skip(reader)?;
                }
                "annotation" | "frame" | "shapes" | "ruby-text" | "note" | "table" | "detective" => skip(reader)?,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "p" | "h" => depth = depth.saturating_sub(1),
                name if name == cell => return Ok(text),
                _ => {}
            },
            Event::Eof => return Err(Broken),
            event if depth > 0 => {
                let mut part = String::new();
                add_text(&mut part, &event)?;
                collapse(&mut text, &part);
            }
            _ => {}
        }
    }
}

/// More blanks in a row than any cell shows.
const MOST_BLANKS: usize = 1 << 15;

/// Adds a text with each run of white space as one blank, and none at the beginning of a line.
fn collapse(text: &mut String, part: &str) {
    for c in part.chars() {
        let white = matches!(c, ' ' | '\t' | '\r' | '\n');
        match white {
            true if text.is_empty() || text.ends_with([' ', '\n']) => {}
            true => text.push(' '),
            false => text.push(c),
        }
    }
}
