//! What is in an expression, which slots it reads, and the expressions in it to be changed.
#![deny(clippy::wildcard_enum_match_arm)]

use super::{Expr, ExprKind, SlotId};

impl Expr {
    /// Calls `see` for the expression and everything in it, from the outside in.
    pub fn walk<'a>(&'a self, see: &mut impl FnMut(&'a Expr)) {
        let mut open = vec![self];
        while let Some(next) = open.pop() {
            see(next);
            open.extend(next.children().into_iter().rev());
        }
    }

    /// The slot that it is the value of.
    pub fn slot(&self) -> Option<SlotId> {
        if let ExprKind::Slot(id) = self.kind { Some(id) } else { None }
    }

    /// The slots that it reads, each as often as it stands there.
    pub fn slots(&self) -> Vec<SlotId> {
        let mut found = vec![];
        self.walk(&mut |expr| found.extend(expr.slot()));
        found
    }

    /// Whether it reads one of the slots that `wanted` holds for.
    pub fn reads(&self, wanted: impl Fn(SlotId) -> bool) -> bool {
        let mut found = false;
        self.walk(&mut |expr| found |= matches!(expr.kind, ExprKind::Slot(id) if wanted(id)));
        found
    }

    /// The expressions directly in an expression.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Constant(_) | ExprKind::Param(_) | ExprKind::Slot(_) | ExprKind::Invalid => vec![],
            ExprKind::Negate(value)
            | ExprKind::DivideExact { value, .. }
            | ExprKind::Round { value, .. }
            | ExprKind::Abs(value)
            | ExprKind::Steps { value, .. }
            | ExprKind::Not(value)
            | ExprKind::Matches { value, .. }
            | ExprKind::IsMissing(value)
            | ExprKind::DaysIn { value, .. } => vec![value],
            ExprKind::Arithmetic { left, right, .. }
            | ExprKind::Logic { left, right, .. }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::DateDifference { left, right }
            | ExprKind::Otherwise { value: left, fallback: right }
            | ExprKind::Shift { value: left, places: right, .. } => vec![left, right],
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Quotient { dividend, divisor, fallback, .. } => {
                [Some(dividend), Some(divisor), fallback.as_ref()].into_iter().flatten().map(|e| &**e).collect()
            }
            ExprKind::Sum(values) | ExprKind::Extreme { values, .. } => values.iter().collect(),
            ExprKind::OfRows { many, .. } => many.expressions().collect(),
            ExprKind::ByLabel { value, cases } => std::iter::once(&**value).chain(cases).collect(),
        }
    }

    /// The same, to be changed.
    pub fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Constant(_) | ExprKind::Param(_) | ExprKind::Slot(_) | ExprKind::Invalid => vec![],
            ExprKind::Negate(value)
            | ExprKind::DivideExact { value, .. }
            | ExprKind::Round { value, .. }
            | ExprKind::Abs(value)
            | ExprKind::Steps { value, .. }
            | ExprKind::Not(value)
            | ExprKind::Matches { value, .. }
            | ExprKind::IsMissing(value)
            | ExprKind::DaysIn { value, .. } => vec![value],
            ExprKind::Arithmetic { left, right, .. }
            | ExprKind::Logic { left, right, .. }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::DateDifference { left, right }
            | ExprKind::Otherwise { value: left, fallback: right }
            | ExprKind::Shift { value: left, places: right, .. } => vec![left, right],
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Quotient { dividend, divisor, fallback, .. } => {
                [Some(dividend), Some(divisor), fallback.as_mut()].into_iter().flatten().map(|e| &mut **e).collect()
            }
            ExprKind::Sum(values) | ExprKind::Extreme { values, .. } => values.iter_mut().collect(),
            ExprKind::OfRows { many, .. } => many.expressions_mut().collect(),
            ExprKind::ByLabel { value, cases } => std::iter::once(&mut **value).chain(cases).collect(),
        }
    }

    /// Changes the expression and everything in it, from the inside out.
    pub fn change(&mut self, change: &mut impl FnMut(&mut Expr)) {
        for child in self.children_mut() {
            child.change(change);
        }
        change(self);
    }
}
