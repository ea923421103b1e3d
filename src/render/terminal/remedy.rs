//! The remedy of a diagnostic: its words, and the lines as an edit would leave them.

use super::super::{say, wrap::wrap};
use super::{Colour, Look, difference};
use crate::diagnostic::{Applicability, Edit};
use crate::source::{FileId, SourceFile, Sources};
use unicode_width::UnicodeWidthStr;

/// More alternatives than this help nobody.
const MOST_EDITS: usize = 3;
/// Lines of a remedy that are shown.
const MOST_LINES: usize = 8;

/// What to do, in words.
pub(super) fn help(help: &str, look: Look, out: &mut String) {
    let head = say("remedy-help", &[], look.tongue);
    let indent = 2 + head.width();
    for (at, line) in wrap(help, look.width.saturating_sub(indent)).iter().enumerate() {
        match at {
            0 => out.push_str(&format!("  {}{line}\n", look.paint(&head, Colour::Cyan))),
            _ => out.push_str(&format!("{:indent$}{line}\n", "")),
        }
    }
}

/// The lines as they would read afterwards, each edit by itself; of another file than the `told` one, with its name.
pub(super) fn edits(edits: &[Edit], told: FileId, sources: &Sources, look: Look, out: &mut String) {
    for (at, edit) in edits.iter().take(MOST_EDITS).enumerate() {
        let Some(file) = sources.get(edit.span.file) else { continue };
        let id = match (at, edit.span.file == told) {
            (0, true) => "remedy-edit",
            (0, false) => "remedy-edit-in",
            (_, true) => "remedy-or",
            (_, false) => "remedy-or-in",
        };
        let head = say(id, &[("file", file.name.clone().into())], look.tongue);
        out.push_str(&format!("  {}\n", look.paint(&head, Colour::Cyan)));
        out.push_str(&after(edit, file, look));
    }
}

fn after(edit: &Edit, file: &SourceFile, look: Look) -> String {
    let (first, last) = (file.place(edit.span.start as usize).line, file.place(edit.span.end as usize).line);
    let (from, to) = (file.line_range(first).start, file.line_range(last).end);
    let piece = |range: std::ops::Range<usize>| file.text.get(range).unwrap_or("");
    let before = piece(from..to);
    let changed =
        format!("{}{}{}", piece(from..edit.span.start as usize), edit.text, piece(edit.span.end as usize..to));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), changed.lines().collect());
    let (mut shown, left_out) = difference::lines(&old, &new, first, MOST_LINES, look);
    if left_out > 0 {
        let id = if edit.applicability == Applicability::Safe { "remedy-more-fix" } else { "remedy-more" };
        let told = say(id, &[("count", left_out.into())], look.tongue);
        shown.extend(wrap(&told, look.width.saturating_sub(4)).iter().map(|line| format!("    {line}\n")));
    }
    shown
}
