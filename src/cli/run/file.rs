//! The file of a run: opened, cut into keys and values, read.

use std::path::PathBuf;

use super::super::arguments::HeadersFor;
use super::super::arguments::HoldBack;
use super::super::{Console, Exit};
use super::{keys, mend};
use crate::data::Problem;
use crate::diagnostic::{Code, Diagnostic};
use crate::io::DataSource;
use crate::source::{SourceFile, Sources, Span};

/// What a file says of a run, by the names of the options. Files are as the program finds them.
#[derive(Debug, Default)]
pub(in crate::cli) struct RunFile {
    pub policies: Vec<String>,
    pub data: Vec<String>,
    pub with: Vec<(String, Vec<String>)>,
    pub history: Vec<String>,
    pub set: Vec<(String, String)>,
    pub output: Option<PathBuf>,
    pub columns: Option<String>,
    pub headers: Option<HeadersFor>,
    pub table: bool,
    pub rejects: Option<PathBuf>,
    pub receipt: Option<PathBuf>,
    pub strict: bool,
    pub hold_back: Option<HoldBack>,
    pub sheet: Option<String>,
    pub encoding: Option<String>,
    pub hidden_rows: bool,
    pub summary_only: bool,
}

/// Why a run cannot follow its file.
#[derive(Debug)]
pub(in crate::cli) enum Unusable {
    /// The file itself.
    File(Problem),
    /// What stands in it.
    Content(SourceFile, Vec<Diagnostic>),
}

impl Unusable {
    /// The text of the file, if it could be read.
    pub fn text(&self) -> Option<&str> {
        match self {
            Unusable::File(_) => None,
            Unusable::Content(file, _) => Some(&file.text),
        }
    }

    /// Tells it.
    pub fn tell(self, console: &Console) -> Exit {
        match self {
            Unusable::File(problem) => console.problems(&[problem]),
            Unusable::Content(file, told) => {
                let mut sources = Sources::default();
                sources.add(file);
                console.show(&told, &sources);
            }
        }
        Exit::Usage
    }
}

impl RunFile {
    /// Reads a file, as far as it can be read, and tells why that is not the whole.
    pub fn read(name: &str) -> (RunFile, Option<Unusable>) {
        let file = match DataSource::open(name).and_then(DataSource::run_file) {
            Ok(text) => SourceFile::new(name, text),
            Err(problem) => return (RunFile::default(), Some(Unusable::File(problem))),
        };
        let (table, mut told) = mend::parsed(&file);
        let read = keys::read(name, &file.text, table.get_ref(), &mut told);
        // One slip less is read, and the next look shows the others.
        let unusable = (!told.is_empty()).then(|| Unusable::Content(file.clone(), told));
        (read, unusable)
    }
}

/// Something that is wrong in the file.
pub(super) fn wrong(variant: &'static str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::Usage, span).variant(variant)
}
