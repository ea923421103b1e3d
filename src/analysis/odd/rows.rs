//! What two rows of a table have in common.

use super::Odd;
use crate::ir::{Bound, ExprKind, Pattern, Row, RowValue, Table, TableKind};
use crate::quantity::Tongue;
use crate::syntax::keyword::Keyword;

/// Each row with the next one, where both are held against their patterns alone.
pub(super) fn neighbours(table: &Table) -> impl Iterator<Item = (&Row, &Row)> {
    let plain = |row: &&Row| row.guard.is_none() && !row.invalid;
    let rows = || table.rows.iter().filter(plain);
    rows().zip(rows().skip(1))
}

/// Whether two rows answer the same, from the output number `from` on.
pub(super) fn answer_alike(one: &Row, two: &Row, from: usize) -> bool {
    one.values.len() == two.values.len()
        && one.values.len() > from
        && one.values.iter().zip(&two.values).skip(from).all(|(one, two)| same_answer(one, two))
}

fn same_answer(one: &RowValue, two: &RowValue) -> bool {
    match (one, two) {
        (RowValue::Missing, RowValue::Missing) => true,
        (RowValue::Expr(one), RowValue::Expr(two)) => match (&one.kind, &two.kind) {
            (ExprKind::Constant(one), ExprKind::Constant(two)) => one == two,
            _ => false,
        },
        _ => false,
    }
}

/// Whether two patterns take the same, wherever they stand.
pub(super) fn same_pattern(one: &Pattern, two: &Pattern) -> bool {
    match (one, two) {
        (Pattern::Interval { lo: a, hi: b }, Pattern::Interval { lo: c, hi: d }) => {
            same_bound(a.as_ref(), c.as_ref()) && same_bound(b.as_ref(), d.as_ref())
        }
        _ => one == two,
    }
}

fn same_bound(one: Option<&Bound>, two: Option<&Bound>) -> bool {
    let said = |bound: &Bound| (bound.value.clone(), bound.included);
    one.map(said) == two.map(said)
}

/// The patterns of a row as they were written.
pub(super) fn name(odd: &Odd, row: &Row) -> String {
    let texts: Vec<&str> = row.pattern_spans.iter().map(|span| odd.sources.slice(*span)).collect();
    texts.join(", ")
}

/// What a row answers as it was written, from the output number `from` on.
pub(super) fn answers(odd: &Odd, table: &Table, row: &Row, from: usize) -> String {
    let nothing = if table.kind == TableKind::Score { Keyword::Exempt } else { Keyword::Missing };
    let nothing = if odd.policy.header.tongue == Tongue::Zh { nothing.zh() } else { nothing.en() };
    let text = |value: &RowValue| match value {
        RowValue::Expr(expr) => Some(odd.text(expr)),
        RowValue::Missing => Some(nothing.to_owned()),
        RowValue::Line(_) => None,
    };
    let texts: Vec<String> = row.values.iter().skip(from).filter_map(text).collect();
    texts.join(", ")
}
