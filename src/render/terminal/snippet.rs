//! The message of a diagnostic and the lines it is about, drawn by `miette`.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};

use super::super::visible::is_hidden;
use super::super::{Texts, wrap::wrap};
use super::narrow::fitted;
use super::{Look, WIDTH};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FileId, SourceFile, Sources, Span};

/// Columns that `miette` puts before a message.
const INDENT: usize = 6;

/// A line of more bytes is cut in every window.
const MOST_BYTES: usize = 2_000;

/// Draws the message, and the lines of the policy with a label at every place concerned: those of the file of the
/// first place, then those of every other file.
pub(super) fn draw(diagnostic: &Diagnostic, words: &Texts, sources: &Sources, look: Look) -> String {
    let message =
        wrap(&format!("{} {}", diagnostic.code.as_str(), words.message), look.width.saturating_sub(INDENT)).join("\n");
    let own = (diagnostic.span, words.label.clone());
    let mut places: IndexMap<FileId, Vec<(Span, Option<String>)>> = IndexMap::new();
    for (span, text) in [own].iter().chain(&words.labels) {
        places.entry(span.file).or_default().push((*span, text.clone()));
    }
    let drawings = places.into_iter().enumerate().filter_map(|(at, (id, places))| {
        let file = sources.get(id);
        let drawing = Drawing {
            message: if at == 0 { message.clone() } else { String::new() },
            severity: diagnostic.severity(),
            source: file.map(Text::new),
            labels: file.map_or(vec![], |file| labels(places, file)),
        };
        let drawn = drawn(&drawing, look);
        let wide = look.width < WIDTH || drawn.lines().any(|line| line.len() > MOST_BYTES);
        let drawn = if wide { fitted(&drawn, look.width) } else { drawn };
        match at {
            0 => Some(drawn),
            // The message has a line of its own, here an empty one.
            _ => file.and(drawn.split_once('\n')).map(|(_, snippet)| snippet.to_owned()),
        }
    });
    drawings.collect()
}

/// Writing into a string fails only where a span cannot be read; then the message alone is shown.
fn drawn(drawing: &Drawing, look: Look) -> String {
    let mut out = String::new();
    match handler(look).render_report(&mut out, drawing) {
        Ok(()) => out,
        Err(_) => format!("  {}\n", drawing.message),
    }
}

fn handler(look: Look) -> GraphicalReportHandler {
    let theme = match (look.ascii, look.colour) {
        (true, true) => GraphicalTheme::ascii(),
        (true, false) => GraphicalTheme::none(),
        (false, true) => GraphicalTheme::unicode(),
        (false, false) => GraphicalTheme::unicode_nocolor(),
    };
    GraphicalReportHandler::new_themed(theme).with_width(look.width).with_wrap_lines(false).with_links(false)
}

/// The labels of one file, the first of them its main one.
fn labels(places: Vec<(Span, Option<String>)>, file: &SourceFile) -> Vec<LabeledSpan> {
    let mut labels: Vec<LabeledSpan> = vec![];
    for (span, text) in places {
        let span = within(file, span);
        if labels.is_empty() {
            labels.push(LabeledSpan::new_primary_with_span(text, span));
        } else if !labels.iter().any(|label| *label.inner() == span && label.label() == text.as_deref()) {
            labels.push(LabeledSpan::new_with_span(text, span));
        }
    }
    labels
}

/// A span that certainly lies in the file.
fn within(file: &SourceFile, span: Span) -> SourceSpan {
    let end = (span.end as usize).min(file.text.len());
    let start = (span.start as usize).min(end);
    SourceSpan::from((start, end - start))
}

#[derive(Debug)]
struct Drawing<'a> {
    message: String,
    severity: Severity,
    source: Option<Text<'a>>,
    labels: Vec<LabeledSpan>,
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawing<'_> {}

impl miette::Diagnostic for Drawing<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// A file as `miette` reads it. Its own implementation for strings counts columns in bytes, and reads the
/// file from its beginning for every label.
#[derive(Debug)]
struct Text<'a> {
    file: &'a SourceFile,
    /// The text with control characters made visible: a policy cannot write to the terminal.
    safe: std::borrow::Cow<'a, str>,
}

impl<'a> Text<'a> {
    fn new(file: &'a SourceFile) -> Self {
        let safe = visible_in_place(&file.text);
        Text { file, safe }
    }
}

impl SourceCode for Text<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (from, to) = (span.offset(), span.offset() + span.len());
        let (first, last) = (self.file.place(from), self.file.place(to));
        let line = first.line.saturating_sub(before).max(1);
        let (start, column) =
            if before == 0 { (from, first.column - 1) } else { (self.file.line_range(line).start, 0) };
        let end = if after == 0 { to } else { self.file.line_range(last.line + after).end };
        let data = self.safe.as_bytes().get(start..end.max(start)).ok_or(MietteError::OutOfBounds)?;
        let covered = SourceSpan::from((start, data.len()));
        let lines = (last.line + after).saturating_sub(line);
        let name = self.file.name.clone();
        Ok(Box::new(MietteSpanContents::new_named(name, data, covered, line - 1, column, lines)))
    }
}

/// A text [made visible](super::visible) with every place in it kept: a character stands for one of as many bytes.
fn visible_in_place(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| !matches!(c, '\n' | '\r' | '\t') && is_hidden(c);
    if !text.contains(hidden) {
        return text.into();
    }
    let shown = |c: char| match c.len_utf8() {
        _ if !hidden(c) => c,
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    };
    text.chars().map(shown).collect::<String>().into()
}
