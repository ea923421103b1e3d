//! Whether two expressions, or two steps over several records, are one.
#![deny(clippy::wildcard_enum_match_arm)]

use super::{Bound, CohortFunction, Expr, ExprKind, Many, Operator, Pattern, Rank, Step};

impl Expr {
    /// Whether two expressions surely have the same value on every record, wherever each was written:
    /// they are built alike of the same slots and constants, but for the order of what may change places.
    pub fn alike(&self, other: &Expr) -> bool {
        if self.ty != other.ty || !self.kind.is_headed_like(&other.kind) {
            return false;
        }
        let (own, others) = (self.children(), other.children());
        if own.len() != others.len() {
            return false;
        }
        let alike =
            |order: &mut dyn Iterator<Item = &&Expr>| own.iter().zip(order).all(|(one, other)| one.alike(other));
        alike(&mut others.iter()) || (self.kind.turns() && alike(&mut others.iter().rev()))
    }
}

impl Step {
    /// Whether both find the same over several records or periods.
    pub fn alike(&self, other: &Step) -> bool {
        let same = match self {
            Step::Cohort(a) => matches!(other, Step::Cohort(b)
                if a.within.len() == b.within.len() && a.function.is_headed_like(&b.function)),
            Step::OverRows(a) => matches!(other, Step::OverRows(b)
                if a.relation == b.relation && a.many.is_headed_like(&b.many)),
            Step::History(a) => matches!(other, Step::History(b) if a.function == b.function),
            Step::Value(_) | Step::Table(_) | Step::Scale(_) | Step::Gate(_) | Step::Pay(_) => false,
        };
        let (own, others) = (self.expressions(), other.expressions());
        same && own.len() == others.len() && own.iter().zip(others).all(|(one, other)| one.alike(other))
    }
}

impl CohortFunction {
    fn is_headed_like(&self, other: &CohortFunction) -> bool {
        let rank = |it: &Rank| (it.ascending, it.dense, it.then.is_some(), it.filter.is_some());
        match (self, other) {
            (CohortFunction::Aggregate(a), CohortFunction::Aggregate(b)) => a.is_headed_like(b),
            (CohortFunction::Rank(a), CohortFunction::Rank(b)) => rank(a) == rank(b),
            (CohortFunction::Allocate(a), CohortFunction::Allocate(b)) => a.step == b.step,
            _ => false,
        }
    }
}

impl Many {
    /// Whether both take the same of each member and make the same of it.
    fn is_headed_like(&self, other: &Many) -> bool {
        let shape = |many: &Many| (many.aggregate, many.value.is_some(), many.filter.is_some());
        shape(self) == shape(other)
    }
}

impl Pattern {
    /// Whether both take the same values, wherever each was written.
    fn alike(&self, other: &Pattern) -> bool {
        let bound = |one: &Option<Bound>, other: &Option<Bound>| {
            let told = |bound: &Bound| (bound.value.clone(), bound.included);
            one.as_ref().map(told) == other.as_ref().map(told)
        };
        match (self, other) {
            (Pattern::Interval { lo, hi }, Pattern::Interval { lo: low, hi: high }) => {
                bound(lo, low) && bound(hi, high)
            }
            (one, other) => one == other,
        }
    }
}

impl ExprKind {
    /// Whether two nodes do the same with what is in them.
    fn is_headed_like(&self, other: &ExprKind) -> bool {
        use ExprKind::*;
        match self {
            Constant(a) => matches!(other, Constant(b) if a == b),
            Param(a) => matches!(other, Param(b) if a == b),
            Slot(a) => matches!(other, Slot(b) if a == b),
            Arithmetic { op: a, .. } => matches!(other, Arithmetic { op: b, .. } if a == b),
            DivideExact { by: a, .. } => matches!(other, DivideExact { by: b, .. } if a == b),
            Round { step: a, mode: m, .. } => matches!(other, Round { step: b, mode: n, .. } if (a, m) == (b, n)),
            Quotient { step: a, mode: m, .. } => matches!(other, Quotient { step: b, mode: n, .. } if (a, m) == (b, n)),
            Steps { size: a, started: m, .. } => matches!(other, Steps { size: b, started: n, .. } if (a, m) == (b, n)),
            Extreme { greatest: a, .. } => matches!(other, Extreme { greatest: b, .. } if a == b),
            Logic { and: a, .. } => matches!(other, Logic { and: b, .. } if a == b),
            Compare { op: a, .. } => matches!(other, Compare { op: b, .. } if a == b),
            DaysIn { kind: a, .. } => matches!(other, DaysIn { kind: b, .. } if a == b),
            Matches { pattern: a, .. } => matches!(other, Matches { pattern: b, .. } if a.alike(b)),
            Shift { promote: a, count: m, .. } => {
                matches!(other, Shift { promote: b, count: n, .. } if (a, m) == (b, n))
            }
            OfRows { relation: a, many: m } => {
                matches!(other, OfRows { relation: b, many: n } if a == b && m.is_headed_like(n))
            }
            Sum(_) => matches!(other, Sum(_)),
            Negate(_) => matches!(other, Negate(_)),
            Abs(_) => matches!(other, Abs(_)),
            Otherwise { .. } => matches!(other, Otherwise { .. }),
            If { .. } => matches!(other, If { .. }),
            Not(_) => matches!(other, Not(_)),
            IsMissing(_) => matches!(other, IsMissing(_)),
            ByLabel { .. } => matches!(other, ByLabel { .. }),
            DateDifference { .. } => matches!(other, DateDifference { .. }),
            // What an error was told of is nothing.
            Invalid => false,
        }
    }

    /// Whether its two operands may change places.
    fn turns(&self) -> bool {
        matches!(self, ExprKind::Arithmetic { op: Operator::Add | Operator::Mul, .. } | ExprKind::Extreme { .. })
    }
}
