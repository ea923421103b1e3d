//! The page of a code: its title, and the whole of it as a person reads it where nothing shows Markdown.

use unicode_width::UnicodeWidthStr;

use super::Tongue;
use super::wrap::wrap;
use crate::diagnostic::Code;
use crate::source::{FileId, SourceFile};
use crate::syntax::{respelt, respelt_words};

/// What stands before a line of an example.
const INDENT: &str = "    ";

/// The title of a page, without its code.
pub fn title(code: Code, page: &'static str) -> &'static str {
    let heading = page.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    heading.strip_prefix(code.as_str()).unwrap_or(heading).trim()
}

/// A page without the signs of Markdown, its examples set in and their keywords in the reader's tongue.
pub fn readable(page: &str, width: usize, tongue: Tongue) -> String {
    let mut out = String::new();
    let mut example: Option<(bool, String)> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut example) {
            (Some(_), Some((policy, text))) => {
                out.push_str(&set_in(text, *policy, tongue));
                example = None;
            }
            (Some(info), None) => example = Some((info.starts_with("merit"), String::new())),
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => out.push_str(&paragraph(line, width, tongue)),
        }
    }
    out
}

fn set_in(text: &str, policy: bool, tongue: Tongue) -> String {
    let spelt = if policy { respelt(FileId(0), &SourceFile::new("", text), tongue) } else { text.to_owned() };
    spelt.lines().map(|line| format!("{}\n", format!("{INDENT}{line}").trim_end())).collect()
}

/// A line outside of examples: a heading, a point of a list, a row of a table, or a sentence.
fn paragraph(line: &str, width: usize, tongue: Tongue) -> String {
    if let Some(row) = line.strip_prefix('|') {
        let cells: Vec<String> = row.trim_end_matches('|').split('|').map(|cell| plain(cell.trim(), tongue)).collect();
        let rule = cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| c == '-' || c == ':'));
        return if rule { String::new() } else { hanging("  ", &cells.join("  "), width) };
    }
    match (line.strip_prefix("- "), line.starts_with('#')) {
        (Some(point), _) => hanging("- ", &plain(point, tongue), width),
        (None, true) => format!("{}\n", line.trim_start_matches(['#', ' '])),
        (None, false) => hanging("", &plain(line, tongue), width),
    }
}

/// A text in lines, those after the first one as far in as it is behind what leads it.
fn hanging(lead: &str, text: &str, width: usize) -> String {
    let lines = wrap(text, width.saturating_sub(lead.width()));
    let led = |(at, line): (usize, &String)| match at {
        0 => format!("{lead}{line}\n"),
        _ => format!("{:1$}{line}\n", "", lead.width()),
    };
    lines.iter().enumerate().map(led).collect()
}

/// A sentence without marks: code without its signs and with keywords of the tongue, of a link what it is called.
fn plain(text: &str, tongue: Tongue) -> String {
    let pieces = text.split('`').enumerate();
    let spelt = pieces.map(|(at, piece)| if at % 2 == 1 { respelt_words(piece, tongue) } else { unlinked(piece) });
    spelt.collect()
}

fn unlinked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (called, after))) =
        rest.split_once('[').and_then(|(before, link)| Some((before, link.split_once("](")?)))
    {
        out.push_str(before);
        out.push_str(called);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    out + rest
}
