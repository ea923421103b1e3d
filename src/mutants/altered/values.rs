//! Numbers in rows and formulas: by one in the last place, and by a tenth.

use std::collections::HashSet;

use super::super::Kind;
use super::super::text::{Texts, others};
use super::Alteration;
use crate::ir::{Expr, ExprKind, Role, RowValue, Step};
use crate::source::Span;

/// The numbers of a step.
pub(super) fn of(texts: &Texts, step: &Step, found: &mut Vec<Alteration>) {
    let wholes: Vec<(&Expr, Span)> = match step {
        Step::Table(table) => {
            let rows = table.rows.iter().flat_map(|row| row.values.iter().map(move |value| (value, row.span)));
            let exprs = rows.filter_map(|(value, span)| match value {
                RowValue::Expr(expr) => Some((expr, span)),
                RowValue::Line(_) | RowValue::Missing => None,
            });
            exprs.collect()
        }
        Step::Scale(scale) => scale.slices.iter().map(|slice| (&slice.rate, slice.span)).collect(),
        Step::Gate(_) => vec![],
        Step::Value(of) if texts.compiled.policy.slot(of.slot).is_some_and(|slot| slot.role == Role::Flag) => vec![],
        step => step.expressions().into_iter().map(|expr| (expr, expr.span)).collect(),
    };
    for (expr, whole) in wholes {
        // What is compared is a bound, and told as one.
        let (mut compared, mut fallbacks): (HashSet<Span>, HashSet<Span>) = (HashSet::new(), HashSet::new());
        expr.walk(&mut |part| match &part.kind {
            ExprKind::Compare { left, right, .. } => compared.extend([left.span, right.span]),
            ExprKind::Otherwise { fallback, .. } | ExprKind::Quotient { fallback: Some(fallback), .. } => {
                fallback.walk(&mut |part| fallbacks.extend([part.span]));
            }
            _ => {}
        });
        expr.walk(&mut |part| {
            if matches!(part.kind, ExprKind::Constant(_)) && !compared.contains(&part.span) {
                let kind = if fallbacks.contains(&part.span) { Kind::Otherwise } else { Kind::Value };
                literal(texts, kind, whole, part.span, found);
            }
        });
    }
}

/// A literal in some whole, otherwise.
pub(super) fn literal(texts: &Texts, kind: Kind, whole: Span, literal: Span, found: &mut Vec<Alteration>) {
    if !texts.is_literal(literal) {
        return;
    }
    let Some([more, less, tenth_more, tenth_less]) = others(texts.at(literal)) else { return };
    let own = texts.at(literal);
    let whole =
        if whole.file == literal.file && whole.range().contains(&literal.range().start) { whole } else { literal };
    for pair in [[&more, &less], [&tenth_more, &tenth_less]] {
        // A tenth of a small figure may be a step, or nothing.
        let same = pair[0] == &tenth_more && (tenth_more == more || tenth_more == own);
        let ways = pair.iter().filter(|text| **text != own).map(|text| vec![(literal, (*text).clone())]);
        if !same {
            found.push(Alteration::text(texts, kind, whole, ways.collect()));
        }
    }
}
