//! What is wrong, or odd, with data or a file: data without words.

use std::sync::Arc;

use crate::diagnostic::{Arg, At, Code, Diagnostic, Severity};
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
    /// Of what it tells.
    pub about: About,
}

/// Of what a problem tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum About {
    /// Of a file or a row.
    #[default]
    Whole,
    /// Of the cell of a field, by its place in the record.
    Field(u16),
    /// Of others beside it, which say more: what is wrong with the row, or with the cells that decide.
    Others,
}

impl Problem {
    /// A problem with a file as a whole.
    pub fn new(code: Code, variant: &'static str, file: &Arc<str>) -> Self {
        Problem { code, variant, args: vec![], file: Arc::clone(file), at: At::default(), about: About::Whole }
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

    /// Tells of the cell of a field.
    pub fn of_field(mut self, field: usize) -> Self {
        self.about = u16::try_from(field).map_or(About::Whole, About::Field);
        self
    }

    /// Leads to others that say more.
    pub fn leading(mut self) -> Self {
        self.about = About::Others;
        self
    }

    /// Whether two cells of one column fail in one way.
    pub fn is_of_column_with(&self, other: &Problem) -> bool {
        let column = self.at.header.is_some() && self.at.header == other.at.header && self.file == other.file;
        column && (self.code, self.variant) == (other.code, other.variant)
    }

    /// Whether two rows are out for the same.
    pub fn is_of_row_like(&self, other: &Problem) -> bool {
        let said = |it: &Problem| (it.code, it.variant, it.args.clone());
        self.at.header.is_none() && other.at.header.is_none() && self.file == other.file && said(self) == said(other)
    }

    /// Error or warning.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Where it is.
    pub fn place(&self) -> Arg {
        Arg::Place(Arc::clone(&self.file), Box::new(self.at.clone()))
    }

    /// The same as a diagnostic without a place in a policy, for what shows or lists diagnostics.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic { args: self.args.clone(), ..Diagnostic::new(self.code, Span::default()).variant(self.variant) }
    }
}
