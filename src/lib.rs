#![doc = include_str!("../docs/architecture.md")]

pub mod analysis;
pub mod batch;
pub mod check;
pub mod cli;
pub mod compile;
pub mod data;
pub mod diagnostic;
pub mod eval;
pub mod io;
pub mod ir;
pub mod promise;
pub mod quantity;
pub mod render;
pub mod repl;
pub mod source;
pub mod syntax;
