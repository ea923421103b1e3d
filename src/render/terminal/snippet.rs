use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};

use super::super::{Texts, wrap::wrap};
use super::{Look, WIDTH};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceFile, Sources, Span};

/// Columns that `miette` puts before a message.
const INDENT: usize = 6;

/// Draws the message, and the lines of the policy with a label at every place concerned.
pub(super) fn draw(diagnostic: &Diagnostic, words: &Texts, sources: &Sources, look: Look) -> String {
    let file = sources.get(diagnostic.span.file);
    let message = format!("{} {}", diagnostic.code.as_str(), words.message);
    let drawing = Drawing {
        message: wrap(&message, WIDTH - INDENT).join("\n"),
        severity: diagnostic.severity(),
        source: file.map(Text::new),
        labels: file.map_or(vec![], |file| labels(diagnostic, words, file)),
    };
    let mut out = String::new();
    // Writing into a string fails only where a span cannot be read; then the message alone is shown.
    if handler(look).render_report(&mut out, &drawing).is_err() {
        return format!("  {}\n", drawing.message);
    }
    out
}

fn handler(look: Look) -> GraphicalReportHandler {
    let theme = match (look.ascii, look.colour) {
        (true, true) => GraphicalTheme::ascii(),
        (true, false) => GraphicalTheme::none(),
        (false, true) => GraphicalTheme::unicode(),
        (false, false) => GraphicalTheme::unicode_nocolor(),
    };
    GraphicalReportHandler::new_themed(theme).with_width(WIDTH).with_wrap_lines(false).with_links(false)
}

/// The labels in the file of the first place, which is the one that is drawn.
fn labels(diagnostic: &Diagnostic, words: &Texts, file: &SourceFile) -> Vec<LabeledSpan> {
    let first = (diagnostic.span, words.label.clone());
    let further = words.labels.iter().filter(|(span, _)| span.file == diagnostic.span.file).cloned();
    let mut labels = vec![LabeledSpan::new_primary_with_span(first.1, within(file, first.0))];
    for (span, text) in further {
        let known = labels.iter().any(|label| *label.inner() == within(file, span) && label.label() == text.as_deref());
        if !known {
            labels.push(LabeledSpan::new_with_span(text, within(file, span)));
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
        let hidden = |c: char| c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t');
        let safe =
            if file.text.contains(hidden) { file.text.replace(hidden, "?").into() } else { (&*file.text).into() };
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
