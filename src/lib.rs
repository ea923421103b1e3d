//! Merit: a language and a program for staff appraisal policies.
//!
//! ```text
//! text ──syntax──▶ ast::File ──check──▶ ir::Policy ──analysis──▶ diagnostics
//!                                           │
//!                                           └──eval──▶ values + trace ──▶ test · repl · results
//! data files ──io──▶ records ───────────────┘
//! ```
//!
//! A module uses only modules that stand before it: `source`, `quantity`, `diagnostic`, `syntax`,
//! `ir`, `check`, `analysis`, `eval`, `compile`, `render`, `io`, `repl`, `cli`.

pub mod analysis;
pub mod check;
pub mod cli;
pub mod compile;
pub mod diagnostic;
pub mod eval;
pub mod io;
pub mod ir;
pub mod quantity;
pub mod render;
pub mod repl;
pub mod source;
pub mod syntax;
