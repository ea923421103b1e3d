//! A text that goes on in the next line.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::holds_chinese;
use crate::source::{FileId, Span};

/// Where a text ends that was not closed on its line, if it is closed on the next one, and what to tell of it. `inside` is where its words
/// begin, `length` how long they are on the first line.
pub fn broken(file: FileId, source: &str, start: usize, inside: usize, length: usize) -> Option<(usize, Diagnostic)> {
    let rest = source.get(inside + length..)?;
    let line_end = rest.find('\n')?;
    let next = rest.get(line_end + 1..)?.lines().next()?;
    let quotes = |c: char| matches!(c, '"' | '＂' | '”' | '“');
    let close = next.find(quotes)?;
    let (words, behind) = next.split_at(close);
    // What looks like a line of its own is one, whose text was not closed either.
    let line = |c: char| matches!(c, ':' | ';' | '{' | '}' | '(' | ')' | '=' | ',' | '：' | '；' | '，' | '#');
    let odd = behind.chars().filter(|c| quotes(*c)).count() % 2 == 1;
    let first = source.get(inside..inside + length)?;
    (odd && !words.contains(line) && !first.contains(line) && !first.is_empty()).then_some(())?;
    let end = inside + length + line_end + 1 + close;
    let joined = source.get(inside..end)?.split_whitespace().collect::<Vec<_>>();
    let blank = if holds_chinese(first) { "" } else { " " };
    let (from, to) = (inside + first.trim_end().len(), end - words.trim_start().len());
    let told = Diagnostic::new(Code::UnclosedText, Span::new(file, start, inside + length)).variant("lines");
    let told = told.arg("wanted", format!("\"{}\"", joined.join(blank)));
    Some((end, told.edit(Span::new(file, from, to), blank)))
}
