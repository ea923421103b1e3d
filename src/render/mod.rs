//! Diagnostics and notices in words: the Fluent texts in two tongues, the terminal, JSON.
//!
//! No other module holds a sentence that a user reads. The texts stand in `locale/`, one file a
//! stage and tongue; [`texts`] fills in those of a diagnostic, [`say`] a text of the program.

mod catalogue;
mod value;

pub use crate::quantity::Tongue;
pub use catalogue::{Texts, say, texts};
pub use value::spell;
