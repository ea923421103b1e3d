use super::{Expr, ExprKind};

impl Expr {
    /// Whether two expressions surely have the same value on every record, wherever each was written:
    /// they are built alike of the same slots and constants.
    pub fn alike(&self, other: &Expr) -> bool {
        self.ty == other.ty && self.kind.is_headed_like(&other.kind) && {
            let (own, others) = (self.children(), other.children());
            own.len() == others.len() && own.iter().zip(others).all(|(one, other)| one.alike(other))
        }
    }
}

impl ExprKind {
    /// Whether two nodes do the same with what is in them. What is not named here counts as different.
    fn is_headed_like(&self, other: &ExprKind) -> bool {
        use ExprKind::*;
        match (self, other) {
            (Constant(a), Constant(b)) => a == b,
            (Param(a), Param(b)) => a == b,
            (Slot(a), Slot(b)) => a == b,
            (Arithmetic { op: a, .. }, Arithmetic { op: b, .. }) => a == b,
            (DivideExact { by: a, .. }, DivideExact { by: b, .. }) => a == b,
            (Round { step: a, mode: m, .. }, Round { step: b, mode: n, .. }) => (a, m) == (b, n),
            (Quotient { step: a, mode: m, .. }, Quotient { step: b, mode: n, .. }) => (a, m) == (b, n),
            (Steps { size: a, started: m, .. }, Steps { size: b, started: n, .. }) => (a, m) == (b, n),
            (Extreme { greatest: a, .. }, Extreme { greatest: b, .. }) => a == b,
            (Logic { and: a, .. }, Logic { and: b, .. }) => a == b,
            (Compare { op: a, .. }, Compare { op: b, .. }) => a == b,
            (DaysIn { kind: a, .. }, DaysIn { kind: b, .. }) => a == b,
            (Sum(_), Sum(_))
            | (Negate(_), Negate(_))
            | (Abs(_), Abs(_))
            | (Otherwise { .. }, Otherwise { .. })
            | (If { .. }, If { .. })
            | (Not(_), Not(_))
            | (IsMissing(_), IsMissing(_))
            | (DateDifference { .. }, DateDifference { .. }) => true,
            _ => false,
        }
    }
}
