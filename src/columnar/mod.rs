//! Values of many records at once, by columns of integers: what the policy means, done operation by operation.
//!
//! It stands beside the evaluator, which is the meaning, and neither knows the other: that they agree is a test. A
//! [`Plan`] is made once of the policy; [`Machine`] carries it out for some records at a time.

mod execute;
mod kernel;
mod plan;

pub use execute::Machine;
pub use plan::{Held, Kind, Operand, Operation, Plan, Register, Shape, Shown, Term, Unplanned};
