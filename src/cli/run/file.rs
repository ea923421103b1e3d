//! The file of a run: opened, cut into keys and values, read.

use super::super::{Console, Exit};
use super::kept::RunFile;
use super::{keys, mend};
use crate::data::Problem;
use crate::diagnostic::Diagnostic;
use crate::io::DataSource;
use crate::source::{SourceFile, Sources};

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

/// Reads a file, as far as it can be read, and tells why that is not the whole.
pub(super) fn read(name: &str) -> (RunFile, Option<Unusable>) {
    let file = match DataSource::open(name).and_then(DataSource::run_file) {
        Ok(text) => SourceFile::new(name, text),
        Err(problem) => return (RunFile::default(), Some(Unusable::File(problem))),
    };
    let (table, mut told) = mend::parsed(&file);
    let mut strange = vec![];
    let mut read = keys::read(name, &file.text, table.get_ref(), &mut strange);
    // What a line says that cannot be read is anybody's guess.
    let line = |told: &Diagnostic| file.place(told.span.start as usize).line;
    strange.retain(|strange| told.iter().all(|told| line(told) != line(strange)));
    told.append(&mut strange);
    read.file = Some(file.clone());
    let unusable = (!told.is_empty()).then(|| Unusable::Content(file.clone(), told));
    (read, unusable)
}
