//! The policy that is opened first, of which the tongue of sentences is asked. It is opened once, since a pipe gives its text once.

use crate::data::Problem;
use crate::io::DataSource;
use crate::source::SourceFile;

/// A policy that was opened before it is asked for.
#[derive(Debug)]
pub(super) struct Opened {
    name: String,
    /// What it came to.
    pub read: Result<SourceFile, Problem>,
}

impl Opened {
    /// Opens a policy; `-` is standard input.
    pub fn of(name: &str) -> Opened {
        let text = DataSource::open(name).and_then(DataSource::policy);
        Opened { name: name.to_owned(), read: text.map(|text| SourceFile::new(name, text)) }
    }

    /// A policy that the program carries with it.
    pub fn ready_made(name: &str, text: &str) -> Opened {
        Opened { name: name.to_owned(), read: Ok(SourceFile::new(name, text)) }
    }

    /// What a policy of this name came to, where it is this one.
    pub fn named(&self, name: &str) -> Option<Result<SourceFile, Problem>> {
        (self.name == name).then(|| self.read.clone())
    }

    /// Its text, if it could be read.
    pub fn text(&self) -> Option<&str> {
        self.read.as_ref().ok().map(|file| file.text.as_str())
    }
}
