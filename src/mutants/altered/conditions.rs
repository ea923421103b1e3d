//! Comparisons in guards, gates, flags and formulas: with a constant moved by a step, and with the value itself on the
//! other side.

use super::super::Kind;
use super::super::text::Texts;
use super::Alteration;
use super::bounds::{beside, ends};
use crate::ir::{Expr, ExprKind, Step};
use crate::source::Span;

/// The signs of comparisons, each with the one that differs at the value itself.
const SIGNS: [(&str, &str); 8] =
    [(">=", ">"), ("<=", "<"), ("≥", ">"), ("≤", "<"), ("=>", ">"), ("=<", "<"), (">", ">="), ("<", "<=")];

/// The comparisons of a step.
pub(super) fn of(texts: &Texts, step: &Step, found: &mut Vec<Alteration>) {
    for expr in step.expressions() {
        expr.walk(&mut |part| match &part.kind {
            ExprKind::Compare { left, right, .. } => {
                compared(texts, part.span, (left, right), found);
                compared(texts, part.span, (right, left), found);
            }
            ExprKind::Matches { value, pattern } => {
                for bound in ends(pattern).filter(|bound| texts.is_literal(bound.span)) {
                    let others = beside(&bound.value, &value.domain);
                    let written = others.iter().map(|other| texts.compiled.policy.notation(value.ty).written(other));
                    moved(texts, part.span, bound.span, written, found);
                    flip(texts, part.span, bound.span, found);
                }
            }
            _ => {}
        });
    }
}

fn compared(texts: &Texts, whole: Span, (value, constant): (&Expr, &Expr), found: &mut Vec<Alteration>) {
    let ExprKind::Constant(known) = &constant.kind else { return };
    if !texts.is_literal(constant.span) || matches!(value.kind, ExprKind::Constant(_)) {
        return;
    }
    let others = beside(known, &value.domain);
    let written = others.iter().map(|other| texts.compiled.policy.notation(constant.ty).written(other));
    moved(texts, whole, constant.span, written, found);
    flip(texts, whole, constant.span, found);
}

fn moved(
    texts: &Texts,
    whole: Span,
    literal: Span,
    written: impl Iterator<Item = String>,
    found: &mut Vec<Alteration>,
) {
    for text in written.filter(|text| !text.is_empty()) {
        found.push(Alteration::text(texts, Kind::Bound, whole, vec![vec![(literal, texts.spelt(&text))]]));
    }
}

/// The sign beside a literal, or the bracket around it, as the other one.
fn flip(texts: &Texts, whole: Span, literal: Span, found: &mut Vec<Alteration>) {
    let before = Span { end: literal.start, ..whole };
    let behind = Span { start: literal.end, ..whole };
    let (left, right) = (texts.at(before), texts.at(behind));
    let (end, start) = (left.trim_end(), right.trim_start());
    let blanks = right.len() - start.len();
    let place = |from: usize, length: usize| {
        let start = u32::try_from(from).unwrap_or(u32::MAX);
        Span { start, end: start + u32::try_from(length).unwrap_or(0), ..whole }
    };
    let bracket =
        |text: &str| [("[", "("), ("(", "["), ("]", ")"), (")", "]")].into_iter().find(|(one, _)| *one == text);
    let is_interval = left.contains(['[', '(']) && right.contains([']', ')']) && texts.at(whole).contains(',');
    let sign = SIGNS
        .iter()
        .find(|(one, _)| end.ends_with(one))
        .map(|(one, other)| (place(whole.range().start + end.len() - one.len(), one.len()), (*other).to_owned()));
    let sign = sign.or_else(|| {
        let (one, other) = SIGNS.iter().find(|(one, _)| start.starts_with(one))?;
        Some((place(behind.range().start + blanks, one.len()), (*other).to_owned()))
    });
    let sign = sign.or_else(|| {
        let last = end.get(end.len().checked_sub(1)?..)?;
        let (_, other) = bracket(last).filter(|_| is_interval)?;
        Some((place(whole.range().start + end.len() - 1, 1), other.to_owned()))
    });
    let sign = sign.or_else(|| {
        let (_, other) = bracket(start.get(..1)?).filter(|_| is_interval)?;
        Some((place(behind.range().start + blanks, 1), other.to_owned()))
    });
    if let Some(edit) = sign {
        found.push(Alteration::text(texts, Kind::Inclusion, whole, vec![vec![edit]]));
    }
}
