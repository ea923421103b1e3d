//! What a policy means: the reference evaluator, one record at a time.
//!
//! Every construct is computed as the language defines it, by exact arithmetic, and leaves a
//! [`Trace`] that says why. Of an accepted policy no admitted record ends in a [`Fault`]; that is
//! the contract which the checks prove, and what the tests hold this evaluator to.

mod arithmetic;
mod condition;
mod evaluation;
mod expression;
mod pay;
mod result;
mod scale;
mod step;
mod table;
pub mod testing;
mod trace;

pub use evaluation::{Evaluation, Fault, FaultKind, Stop};
pub use expression::expression;
pub use result::{Note, exempt_from, exempt_items, failed_conditions, notes};
pub use step::{evaluate, evaluate_given};
pub use trace::{BoundActed, BoundedAmount, RowTrace, SliceTrace, Trace};
