//! What a layout changes in a text, and the text after some of it.

use std::ops::{Range, RangeInclusive};

use super::INDENT;
use super::blocks::Blocks;
use super::items::Item;
use super::lines::Line;
use crate::source::SourceFile;

/// A stretch of the text and what stands there instead.
#[derive(Debug)]
pub struct Edit {
    pub place: Range<usize>,
    pub text: String,
}

/// The edits that lay a text out, in order: each item as it is written, and what stands between.
pub fn edits(items: &[Item], blocks: &Blocks, lines: &[Line], pads: &[usize]) -> Vec<Edit> {
    let (mut found, mut end) = (vec![], 0);
    for line in lines {
        let indent = " ".repeat(line.indent * INDENT);
        let mut between = match end {
            0 => indent,
            _ => format!("{}{indent}", if line.blank { "\n\n" } else { "\n" }),
        };
        for (at, gap) in line.gaps(items, blocks) {
            let Some(item) = items.get(at) else { continue };
            between.push_str(&" ".repeat(gap + pads.get(at).unwrap_or(&0)));
            found.push(Edit { place: end..item.place.start, text: std::mem::take(&mut between) });
            found.push(Edit { place: item.place.clone(), text: item.text.to_string() });
            end = item.place.end;
        }
    }
    found
}

/// The text after the edits, all of them or those of some lines; its lines end as its first one does.
pub fn applied(source: &SourceFile, edits: &[Edit], lines: Option<&RangeInclusive<usize>>) -> String {
    let text = source.text.as_str();
    let piece = |range: Range<usize>| text.get(range).unwrap_or("");
    let newline = if text.find('\n').is_some_and(|at| piece(0..at).ends_with('\r')) { "\r\n" } else { "\n" };
    let end = edits.last().map_or(0, |edit| edit.place.end);
    let last = Edit { place: end..text.len(), text: "\n".to_owned() };
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for edit in edits.iter().chain([&last]) {
        let Some((place, new)) = within(source, edit, lines) else { continue };
        out.push_str(piece(from..place.start));
        out.push_str(&new.replace('\n', newline));
        from = place.end;
    }
    out.push_str(piece(from..text.len()));
    out
}

/// The part of an edit that touches only these lines.
fn within<'e>(
    source: &SourceFile,
    edit: &'e Edit,
    lines: Option<&RangeInclusive<usize>>,
) -> Option<(Range<usize>, &'e str)> {
    let Range { start, end } = edit.place.clone();
    let Some(lines) = lines else { return Some((start..end, &edit.text)) };
    let holds = |at: usize| lines.contains(&source.place(at).line);
    let old = source.text.get(start..end).unwrap_or("");
    match (holds(start), holds(end)) {
        (true, true) => Some((start..end, &edit.text)),
        // The rest of the last line, and the beginning of the first.
        (true, false) => {
            let length = old.find('\n').unwrap_or(old.len());
            let length = length - usize::from(old.get(..length).is_some_and(|old| old.ends_with('\r')));
            Some((start..start + length, edit.text.split('\n').next().unwrap_or("")))
        }
        (false, true) => {
            let from = old.rfind('\n').map_or(0, |at| at + 1);
            Some((start + from..end, edit.text.rsplit('\n').next().unwrap_or("")))
        }
        (false, false) => None,
    }
}
