//! Tests of check.

mod expression;
mod numbers;
mod declaration;
