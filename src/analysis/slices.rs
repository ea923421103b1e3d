//! Marginal scales: their slices cover the input from its least value to its greatest, each value once.

use super::tables;
use crate::diagnostic::Diagnostic;
use crate::ir::{Policy, Row, RowValue, Scale, Slice, Table, TableKind};
use crate::quantity::Numbers;
use crate::source::Sources;

/// Looks at the slices as rows of a table. Where they do not touch, that was told already.
pub(super) fn analyse(policy: &Policy, sources: &Sources, scale: &Scale, told: &mut Vec<Diagnostic>) {
    let mut pairs = scale.slices.iter().zip(scale.slices.iter().skip(1));
    if pairs.all(|(low, high)| low.to == Some(high.from)) {
        tables::analyse(policy, sources, &table(scale), told);
    }
}

fn table(scale: &Scale) -> Table {
    Table {
        kind: TableKind::Scale,
        name: scale.name.clone(),
        span: scale.span,
        inputs: vec![scale.input.clone()],
        outputs: vec![scale.output],
        rows: scale.slices.iter().filter(|slice| counts(scale, slice)).map(row).collect(),
    }
}

/// A slice below the domain is always full, so it is not dead, though no value ends in it.
fn counts(scale: &Scale, slice: &Slice) -> bool {
    let least = scale.input.value.domain.numbers().map(Numbers::lo);
    slice.to.zip(least).is_none_or(|(to, least)| least <= to)
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
