//! Tests of check.

mod expression;
mod numbers;
