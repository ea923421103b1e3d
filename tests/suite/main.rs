//! All integration tests, one module a topic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod advice;
mod analysis;
mod architecture;
mod bounds;
mod cases;
mod check;
mod cli;
mod columnar;
mod compare;
mod conformance;
mod contract;
mod corpus;
mod data;
mod diagnostic;
mod docs;
mod drafts;
mod edits;
mod eval;
mod explain;
mod format;
mod fuzz;
mod grid;
mod ide;
mod ir;
mod mend;
mod pages;
mod phrases;
mod policies;
mod promise;
mod real;
mod reconcile;
mod render;
mod repl;
mod respell;
mod syntax;
#[cfg(unix)]
mod terminal;
mod typing;
mod uses;
