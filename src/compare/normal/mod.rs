//! The normal form of what policies find: one term for all ways to write the same function of the same inputs.
//!
//! A term is a number (a polynomial over atoms), another value, or a choice: an axis whose places are parted among
//! terms. Choices nest in the order of their axes, with parts that answer alike joined, so that two tables which cover
//! the same are one term, however their rows are cut. That two terms are one proves that the values are; that they are
//! two proves nothing.

mod arithmetic;
mod atom;
mod build;
mod choice;
mod compare;
mod expression;
mod many;
mod space;
mod steps;
mod terms;

pub(super) use atom::{Atom, Constant, Head, Monomial, TermId};
pub(super) use build::{Builder, Cut, Side};
pub(super) use space::{MISSING, Space, Values};
pub(super) use terms::{Term, Terms};
