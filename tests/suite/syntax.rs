//! Text to tree.

mod errors;
mod keywords;
mod robust;
mod slips;
mod spans;
mod tokens;
mod trees;
mod units;

use merit::source::{FileId, SourceFile};
use merit::syntax::{Parsed, parse};

/// What a text was read as.
pub fn read(text: &str) -> Parsed {
    parse(FileId(0), &SourceFile::new("test.merit", text))
}
