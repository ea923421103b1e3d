//! Tests of check.

mod declaration;
mod expression;
mod numbers;
mod references;
mod stand_in;
