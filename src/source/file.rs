//! A file of policy text, the files of a run, and the places in them as a person counts.

use super::{FileId, Span};

/// The byte-order mark.
const MARK: char = '\u{feff}';

/// One file of policy text, with what is needed to say where a byte stands.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name that messages show: a path as the user wrote it, `-`, or `<repl>`.
    pub name: String,
    /// The whole text, without a byte-order mark.
    pub text: String,
    /// Whether a byte-order mark stood before it.
    marked: bool,
    line_starts: Vec<usize>,
}

/// Line and column as a person counts them: from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in its line, from 1.
    pub column: usize,
}

impl SourceFile {
    /// Keeps `text` under `name`; a byte-order mark is dropped.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        let marked = text.starts_with(MARK);
        if marked {
            text.drain(..MARK.len_utf8());
        }
        let mut line_starts = vec![0];
        line_starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        SourceFile { name: name.into(), text, marked, line_starts }
    }

    /// The same file with another text.
    pub fn with_text(&self, text: impl Into<String>) -> Self {
        SourceFile { marked: self.marked, ..SourceFile::new(self.name.clone(), text) }
    }

    /// The same file by another name.
    pub fn called(&self, name: impl Into<String>) -> Self {
        SourceFile { name: name.into(), ..self.clone() }
    }

    /// What stands in the file: the text, behind the byte-order mark if there is one.
    pub fn written(&self) -> String {
        let mark = if self.marked { MARK.to_string() } else { String::new() };
        mark + &self.text
    }

    /// The text under `span`; empty where the span does not fit this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The line of the byte at `offset`, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset.min(self.text.len())).max(1)
    }

    /// The place of the byte at `offset`.
    pub fn place(&self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        let line = self.line_of(offset);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        Place { line, column }
    }

    /// The line `number` (from 1) without its line end.
    pub fn line(&self, number: usize) -> &str {
        let line = self.text.get(self.line_range(number)).unwrap_or("");
        line.lines().next().unwrap_or("")
    }

    /// The bytes of the line `number` (from 1) with its line end; behind the last line, nothing.
    pub fn line_range(&self, number: usize) -> std::ops::Range<usize> {
        let start_of = |index: usize| self.line_starts.get(index).copied().unwrap_or(self.text.len());
        number.checked_sub(1).map_or(0..0, |index| start_of(index)..start_of(index + 1))
    }
}

/// All files of one run. A [`FileId`] is an index into it.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes a file in and tells its number.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(u16::try_from(self.files.len() - 1).unwrap_or(u16::MAX))
    }

    /// Puts another file in the place of the one with that number.
    pub fn replace(&mut self, id: FileId, file: SourceFile) {
        if let Some(place) = self.files.get_mut(usize::from(id.0)) {
            *place = file;
        }
    }

    /// The file with that number.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(usize::from(id.0))
    }

    /// The text under `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).map_or("", |file| file.slice(span))
    }

    /// The line of the start of `span`.
    pub fn line(&self, span: Span) -> usize {
        self.get(span.file).map_or(1, |file| file.line_of(span.start as usize))
    }

    /// Line and column of the start of `span`.
    pub fn place(&self, span: Span) -> Place {
        self.get(span.file).map_or(Place { line: 1, column: 1 }, |file| file.place(span.start as usize))
    }

    /// All files, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(at as u16), file))
    }
}
