//! The terms of expressions.

use super::{Builder, Constant, Head, Space, TermId, Terms, Values};
use crate::ir::{Comparison, Expr, ExprKind, Many, Operator, RelationId, Type};
use crate::quantity::{Calendar, Decimal, Fraction, Number, Rounding};

impl Builder<'_> {
    /// The term of an expression.
    #[deny(clippy::wildcard_enum_match_arm)]
    pub(in crate::compare) fn expr(&mut self, terms: &mut Terms, expr: &Expr) -> TermId {
        match &expr.kind {
            ExprKind::Constant(value) => self.constant(terms, value, expr.ty),
            ExprKind::Param(id) => match (self.cut.params.get(id), self.policy.params.get(id.0)) {
                (Some(name), _) => {
                    let atom = terms.atom(Head::Named(name.clone()), vec![], self.space_of(expr));
                    if expr.ty == Type::Bool { terms.holds(atom) } else { atom }
                }
                (None, Some(param)) => self.constant(terms, &param.value, param.ty),
                (None, None) => self.unknown(terms, expr),
            },
            ExprKind::Slot(id) => self.slot(terms, *id),
            ExprKind::If { condition, then, otherwise } => {
                let [condition, then, otherwise] = [condition, then, otherwise].map(|part| self.expr(terms, part));
                terms.select(condition, then, otherwise)
            }
            ExprKind::Otherwise { value, fallback } => {
                let [value, fallback] = [value, fallback].map(|part| self.expr(terms, part));
                let missing = terms.missing(value);
                terms.select(missing, fallback, value)
            }
            ExprKind::Logic { and, left, right } => {
                let [left, right] = [left, right].map(|part| self.expr(terms, part));
                if *and { terms.both(left, right) } else { terms.either(left, right) }
            }
            ExprKind::Not(inner) => {
                let inner = self.expr(terms, inner);
                terms.not(inner)
            }
            ExprKind::Compare { op, left, right } => {
                let labels = self.labels(left.ty);
                let [left, right] = [left, right].map(|part| self.expr(terms, part));
                terms.compare(*op, left, right, &labels)
            }
            ExprKind::Matches { value, pattern } => {
                let (ty, labels) = (value.ty, self.labels(value.ty));
                let value = self.expr(terms, value);
                terms.takes(value, pattern, &labels, &mut |terms, value| self.constant(terms, value, ty))
            }
            ExprKind::IsMissing(inner) => {
                let inner = self.expr(terms, inner);
                terms.missing(inner)
            }
            ExprKind::Shift { .. } | ExprKind::ByLabel { .. } => self.by_label(terms, expr),
            ExprKind::OfRows { relation, many } => self.of_rows(terms, expr, *relation, many),
            ExprKind::Invalid => self.unknown(terms, expr),
            ExprKind::Arithmetic { .. }
            | ExprKind::Sum(_)
            | ExprKind::Negate(_)
            | ExprKind::DivideExact { .. }
            | ExprKind::Quotient { .. }
            | ExprKind::Round { .. }
            | ExprKind::Abs(_)
            | ExprKind::Extreme { .. }
            | ExprKind::Steps { .. }
            | ExprKind::DateDifference { .. }
            | ExprKind::DaysIn { .. } => self.number(terms, expr),
        }
    }

    fn number(&mut self, terms: &mut Terms, expr: &Expr) -> TermId {
        match &expr.kind {
            ExprKind::Arithmetic { op, left, right } => {
                let [left, right] = [left, right].map(|part| self.expr(terms, part));
                match op {
                    Operator::Add => terms.sum(&[(left, Fraction::ONE), (right, Fraction::ONE)]),
                    Operator::Sub => terms.difference(left, right),
                    Operator::Mul => terms.product_of(left, right),
                }
            }
            ExprKind::Sum(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| (self.expr(terms, part), Fraction::ONE)).collect();
                terms.sum(&parts)
            }
            ExprKind::Negate(value) => {
                let value = self.expr(terms, value);
                terms.times(value, &-&Fraction::ONE)
            }
            ExprKind::DivideExact { value, by } => {
                let value = self.expr(terms, value);
                match Fraction::new(&Number::ONE, by) {
                    Some(by) => terms.times(value, &by),
                    None => self.unknown(terms, expr),
                }
            }
            ExprKind::Quotient { dividend, divisor, step, mode, fallback } => {
                let [one, other] = [dividend, divisor].map(|part| self.expr(terms, part));
                let space = Space { missing: false, ..self.space_of(expr) };
                let quotient = terms.quotient((one, other), (*step, *mode), &space);
                let Some(fallback) = fallback else { return quotient };
                let fallback = self.expr(terms, fallback);
                let zero = terms.number(Fraction::ZERO);
                let none = terms.compare(Comparison::Equal, other, zero, &[]);
                terms.select(none, fallback, quotient)
            }
            ExprKind::Round { value, step, mode } => {
                let value = self.expr(terms, value);
                terms.round(value, *step, *mode)
            }
            ExprKind::Abs(value) => {
                let value = self.expr(terms, value);
                let (zero, minus) = (terms.number(Fraction::ZERO), terms.times(value, &-&Fraction::ONE));
                let below = terms.is_below(value, zero);
                terms.select(below, minus, value)
            }
            ExprKind::Extreme { greatest, values } => {
                let values = values.iter().map(|value| self.expr(terms, value)).collect();
                terms.extreme(*greatest, values)
            }
            ExprKind::Steps { value, size, started } => self.steps(terms, expr, value, (*size, *started)),
            ExprKind::DateDifference { left, right } => {
                let of = vec![self.expr(terms, left), self.expr(terms, right)];
                terms.atom(Head::DateDifference, of, self.space_of(expr))
            }
            ExprKind::DaysIn { value, kind } => self.days_in(terms, expr, value, *kind),
            _ => self.unknown(terms, expr),
        }
    }

    fn steps(&mut self, terms: &mut Terms, expr: &Expr, value: &Expr, (size, started): (Decimal, bool)) -> TermId {
        let value = self.expr(terms, value);
        let by = Fraction::new(&Number::ONE, &size.into()).unwrap_or(Fraction::ONE);
        let held = terms.times(value, &by);
        let space = self.space_of(expr);
        let mode = if started { Rounding::Ceiling } else { Rounding::Floor };
        terms.map(held, &mut |terms, end| match terms.as_number(end) {
            Some(number) => {
                let (dividend, divisor) = number.parts();
                let whole = dividend.max(&Number::ZERO).quotient(divisor, Decimal::ONE, mode).unwrap_or_default();
                terms.number(whole.into())
            }
            None => terms.atom(Head::Steps(started), vec![end], space.clone()),
        })
    }

    fn days_in(&mut self, terms: &mut Terms, expr: &Expr, value: &Expr, kind: Calendar) -> TermId {
        let value = self.expr(terms, value);
        let space = self.space_of(expr);
        terms.map(value, &mut |terms, end| match terms.as_constant(end) {
            Some(Constant::Calendar(moment)) => {
                let days = moment.days().map_or(Fraction::ZERO, |days| Number::from(days).into());
                terms.number(days)
            }
            _ => terms.atom(Head::DaysIn(kind), vec![end], space.clone()),
        })
    }

    /// One term a label, or another label for each.
    fn by_label(&mut self, terms: &mut Terms, expr: &Expr) -> TermId {
        let (value, cases) = match &expr.kind {
            ExprKind::ByLabel { value, cases } => {
                (value, cases.iter().map(|case| self.expr(terms, case)).collect::<Vec<_>>())
            }
            ExprKind::Shift { value, places, promote, count } => {
                let places = self.expr(terms, places);
                let labels = self.labels(value.ty);
                let Some(by) = terms.as_number(places) else {
                    let of = vec![self.expr(terms, value), places];
                    return terms.atom(Head::Shift(*promote, labels), of, self.space_of(expr));
                };
                let by = if *promote { -&by } else { by };
                let last = Number::from(count.saturating_sub(1));
                let moved = (0..*count).map(|at| {
                    let to = &Fraction::from(Number::from(at)) + &by;
                    let to = to.number().unwrap_or_default().clamp(Number::ZERO, last.clone());
                    let name = labels.iter().enumerate().find(|(place, _)| Number::from(*place) == to);
                    terms.constant(Constant::Label(name.map_or_else(String::new, |(_, name)| name.clone())))
                });
                (value, moved.collect())
            }
            _ => return self.unknown(terms, expr),
        };
        let labels = self.labels(value.ty);
        let value = self.expr(terms, value);
        let mut cases = labels.iter().zip(cases).rev();
        let Some((_, last)) = cases.next() else { return self.unknown(terms, expr) };
        cases.fold(last, |rest, (label, case)| {
            let label = terms.constant(Constant::Label(label.clone()));
            let same = terms.compare(Comparison::Equal, value, label, &labels);
            terms.select(same, case, rest)
        })
    }

    fn of_rows(&mut self, terms: &mut Terms, expr: &Expr, relation: RelationId, many: &Many) -> TermId {
        let rows = self.rows_of(relation);
        let of = many.expressions().map(|part| self.expr(terms, part)).collect();
        let head = Head::Rows(rows, many.aggregate, many.value.is_some(), many.filter.is_some());
        let atom = terms.atom(head, of, self.space_of(expr));
        if expr.ty == Type::Bool { terms.holds(atom) } else { atom }
    }

    pub(super) fn unknown(&self, terms: &mut Terms, expr: &Expr) -> TermId {
        terms.unlike(Space { values: Values::Unknown, missing: expr.optional })
    }

    /// What an expression can be.
    pub(in crate::compare) fn space_of(&self, expr: &Expr) -> Space {
        Space::of(&expr.domain, expr.optional, &self.labels(expr.ty))
    }
}
