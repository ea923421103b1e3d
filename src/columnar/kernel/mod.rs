//! The operations on columns: loops over slices, one operation each, that cannot fail.
//!
//! Integers wrap: what a policy holds in the end fits its width, and what it does not look at is of no account.

mod choose;
mod compare;
mod divide;
mod integer;
mod sum;

pub(super) use choose::{extreme, select};
pub(super) use compare::{both, compare, not, within};
pub(super) use divide::{days, quotient, rounded};
pub(super) use integer::Integer;
pub(super) use sum::{filled, product, ramps, steps, table, times};

/// What an operation takes: a column, or one integer for all.
#[derive(Clone, Copy)]
pub(super) enum Source<'a, T> {
    /// A column.
    Lane(&'a [T]),
    /// One integer.
    Same(T),
}
