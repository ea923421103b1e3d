//! Values that have a type where they are stored: in Parquet, and in tables that somebody holds in memory.

mod block;
mod kind;
pub(super) mod spell;

pub(super) use block::bit;
pub use block::{HeldBlock, HeldColumn, HeldTexts, HeldValues, Presence};
pub use kind::Kind;
