//! Files and places in them. Everything that points at text does so with a [`Span`].

mod file;
mod reorder;
mod span;

pub use file::{Place, SourceFile, Sources};
pub use reorder::reordered;
pub use span::{FileId, Span};
