//! A command that is kept in a file and given by `--run`: the same names as the options, read with a place for each slip.

mod file;
mod fill;
mod kept;
mod keys;
mod mend;
mod reader;
mod slip;

pub(super) use file::Unusable;
pub(super) use keys::KEYS;
