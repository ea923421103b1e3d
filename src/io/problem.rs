use std::sync::Arc;

use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::quantity::Tongue;
use crate::render;
use crate::source::Span;

/// Something to tell about data or about a file. Its texts take the name of the file as `$file`
/// and the place in it as `$place`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which.
    pub code: Code,
    /// A variant of the text, as in [`Diagnostic`].
    pub variant: &'static str,
    /// The values for the text.
    pub args: Vec<(&'static str, Arg)>,
    /// The file.
    pub file: Arc<str>,
    /// Where in the file.
    pub at: At,
}

/// A place in a file, as far as there is one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At {
    /// The sheet.
    pub sheet: Option<Arc<str>>,
    /// The line or row, from 1.
    pub row: Option<u32>,
    /// Whether that is an element of a JSON array, which may stand on any line.
    pub element: bool,
    /// The column, from 0.
    pub column: Option<u32>,
    /// The header of the column.
    pub header: Option<Arc<str>>,
}

impl Problem {
    /// A problem with a file as a whole.
    pub fn new(code: Code, variant: &'static str, file: &Arc<str>) -> Self {
        Problem { code, variant, args: vec![], file: Arc::clone(file), at: At::default() }
    }

    /// Gives a value to the text.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Tells where in the file.
    pub fn at(mut self, at: At) -> Self {
        self.at = at;
        self
    }

    /// Error or warning.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The problem in words, with its place and its remedy, on one line.
    pub fn words(&self, tongue: Tongue) -> String {
        let texts = render::texts(&self.diagnostic(), tongue);
        let mut words = vec![("place", self.place()), ("message", Arg::from(texts.message))];
        let id = match texts.help {
            Some(help) => {
                words.push(("help", Arg::from(help)));
                "problem-help"
            }
            None => "problem",
        };
        render::say(id, &words, tongue)
    }

    /// What is wrong, without its place and its remedy.
    pub fn message(&self, tongue: Tongue) -> String {
        render::texts(&self.diagnostic(), tongue).message
    }

    /// `data.csv:3 响应时间`, `data.xlsx 一月!C3 响应时间`, `data.json #3 响应时间`
    pub fn place(&self) -> Arg {
        Arg::Text(self.place_words())
    }

    /// The same as a text.
    pub fn place_words(&self) -> String {
        let mut place = self.file.to_string();
        match (&self.at.sheet, self.at.row) {
            (Some(sheet), Some(row)) => {
                let column = self.at.column.map(column_letters).unwrap_or_default();
                place.push_str(&format!(" {sheet}!{column}{row}"));
            }
            (Some(sheet), None) => place.push_str(&format!(" {sheet}")),
            (None, Some(row)) if self.at.element => place.push_str(&format!(" #{row}")),
            (None, Some(row)) => place.push_str(&format!(":{row}")),
            (None, None) => {}
        }
        if let Some(header) = &self.at.header {
            place.push_str(&format!(" {header}"));
        }
        place
    }

    /// The same as a diagnostic without a place in a policy, for what shows or lists diagnostics.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic { args: self.args.clone(), ..Diagnostic::new(self.code, Span::default()).variant(self.variant) }
    }
}

/// 0 is `A`, 26 is `AA`.
fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => break,
        }
    }
    letters.into_iter().rev().collect()
}
