//! Policies and what was read for them: whose each record is, which rows belong to it, what was known before.

mod duplicates;
mod history;
mod join;
mod joined_keys;
mod owner;

pub use history::past;
pub use join::{Joined, join, rows};
pub use owner::{lost, share};
