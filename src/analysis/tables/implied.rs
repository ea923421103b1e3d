//! Guards that hold wherever another one does, as far as comparisons with constants tell it.

use std::cell::Cell;

use super::axis::Axis;
use crate::ir::{Expr, ExprKind, Input, Pattern, Policy, Step, Value};
use crate::source::Span;

/// How many pairs of conditions are looked at.
const MOST: usize = 2_000;

/// Whether `wide` surely holds wherever `narrow` does.
pub(super) fn implies(policy: &Policy, narrow: &Expr, wide: &Expr) -> bool {
    Implied { policy, left: Cell::new(MOST) }.implies(narrow, wide)
}

struct Implied<'a> {
    policy: &'a Policy,
    left: Cell<usize>,
}

/// What is asked of one value: that it is, or is not, one of some.
struct Atom<'e> {
    value: &'e Expr,
    pattern: Pattern,
    holds: bool,
}

impl Implied<'_> {
    fn implies(&self, narrow: &Expr, wide: &Expr) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else { return false };
        self.left.set(left);
        if narrow.alike(wide) {
            return true;
        }
        if let Some(narrow) = self.definition(narrow) {
            return self.implies(narrow, wide);
        }
        if let Some(wide) = self.definition(wide) {
            return self.implies(narrow, wide);
        }
        match (&narrow.kind, &wide.kind) {
            (ExprKind::Logic { and: false, left, right }, _) => self.implies(left, wide) && self.implies(right, wide),
            (_, ExprKind::Logic { and: true, left, right }) => {
                self.implies(narrow, left) && self.implies(narrow, right)
            }
            (ExprKind::Logic { left, right, .. }, _) if self.implies(left, wide) || self.implies(right, wide) => true,
            (_, ExprKind::Logic { left, right, .. }) => self.implies(narrow, left) || self.implies(narrow, right),
            _ => within(narrow, wide).unwrap_or(false),
        }
    }

    /// The condition that a name stands for.
    fn definition(&self, expr: &Expr) -> Option<&Expr> {
        match self.policy.steps.get(self.policy.step_of(expr.slot()?)?)? {
            Step::Value(step) => Some(&step.value),
            _ => None,
        }
    }
}

/// Whether what the one takes of a value lies within what the other takes of it.
fn within(narrow: &Expr, wide: &Expr) -> Option<bool> {
    let (narrow, wide) = (Atom::of(narrow)?, Atom::of(wide)?);
    if !narrow.value.alike(wide.value) {
        return Some(false);
    }
    // Where the narrow one is asked, the value is one of its domain there.
    let input = Input { name: String::new(), value: narrow.value.clone() };
    let axis = Axis::of(&input, [&narrow.pattern, &wide.pattern].into_iter())?;
    let places = |atom: &Atom| {
        let all = axis.extent.all();
        let taken = axis.places(&atom.pattern)?;
        Some(if atom.holds { taken } else { taken.complement(0, all.last()?) })
    };
    Some(places(&wide)?.covers(&places(&narrow)?))
}

impl<'e> Atom<'e> {
    fn of(expr: &'e Expr) -> Option<Atom<'e>> {
        let atom = |value, pattern| Some(Atom { value, pattern, holds: true });
        match &expr.kind {
            ExprKind::Not(inner) => Atom::of(inner).map(|atom| Atom { holds: !atom.holds, ..atom }),
            ExprKind::Compare { op, left, right } => match (&left.kind, &right.kind) {
                (_, ExprKind::Constant(value)) => atom(left, Pattern::compared(*op, value, Span::NOWHERE)),
                (ExprKind::Constant(value), _) => atom(right, Pattern::compared(op.mirrored(), value, Span::NOWHERE)),
                _ => None,
            },
            ExprKind::Matches { value, pattern } => atom(value, pattern.clone()),
            ExprKind::IsMissing(value) => atom(value, Pattern::Missing),
            _ => atom(expr, Pattern::Values(vec![Value::Bool(true)])),
        }
    }
}
