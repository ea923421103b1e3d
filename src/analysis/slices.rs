//! Marginal scales: their slices cover the input from its least value to its greatest, each value once.
//!
//! They are looked at as rows of a table, but for what is different: a value fills its own slice and all below.

use super::tables;
use crate::diagnostic::Diagnostic;
use crate::ir::{Policy, Row, RowValue, Scale, Slice, Table, TableKind};
use crate::source::Sources;

/// Looks at the slices. Where they do not touch, that was told already.
pub(super) fn analyse(policy: &Policy, sources: &Sources, scale: &Scale, told: &mut Vec<Diagnostic>) {
    let mut pairs = scale.slices.iter().zip(scale.slices.iter().skip(1));
    if pairs.all(|(low, high)| low.to == Some(high.from)) {
        tables::analyse_slices(policy, sources, &table(scale), told);
    }
}

fn table(scale: &Scale) -> Table {
    Table {
        kind: TableKind::Scale,
        name: scale.name.clone(),
        span: scale.span,
        inputs: vec![scale.input.clone()],
        outputs: vec![scale.output],
        rows: scale.slices.iter().map(row).collect(),
    }
}

fn row(slice: &Slice) -> Row {
    Row {
        patterns: vec![slice.interval.clone()],
        pattern_spans: vec![slice.interval_span],
        guard: None,
        values: vec![RowValue::Expr(slice.rate.clone())],
        span: slice.span,
        invalid: false,
    }
}
