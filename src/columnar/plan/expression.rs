//! Expressions, one operation a node.

use super::builder::{Builder, Lowered, Planned};
use super::number::{Ratio, form};
use super::{Kind, Operand, Shape, Term, Unplanned};
use crate::data::Form;
use crate::ir::{Comparison, Expr, ExprKind, Operator};
use crate::quantity::{Decimal, Domain, Number, Rounding};

/// More places than these are not added by a division that could be a product.
const MOST_INVERSE_PLACES: u32 = 9;

impl Builder<'_> {
    /// Where the values of an expression stand.
    #[deny(clippy::wildcard_enum_match_arm)]
    pub fn expression(&mut self, expr: &Expr) -> Planned<Lowered> {
        match &expr.kind {
            ExprKind::Constant(value) => self.constant(value),
            ExprKind::Param(id) => {
                let param = self.policy.params.get(id.0).ok_or(Unplanned::Invalid)?;
                self.constant(&param.value)
            }
            ExprKind::Slot(slot) => self.slot(*slot),
            ExprKind::If { condition, then, otherwise } => {
                let condition = self.truth(condition)?;
                let (then, otherwise) = (self.expression(then)?, self.expression(otherwise)?);
                self.choose(condition, then, otherwise)
            }
            ExprKind::Otherwise { value, fallback } => {
                let value = self.expression(value)?;
                let Some(present) = value.present else { return Ok(value) };
                let fallback = self.expression(fallback)?;
                self.choose(present, Lowered { present: None, ..value }, fallback)
            }
            ExprKind::Logic { .. }
            | ExprKind::Not(_)
            | ExprKind::Compare { .. }
            | ExprKind::Matches { .. }
            | ExprKind::IsMissing(_) => Ok(Lowered { value: self.truth(expr)?, form: Form::BOOL, present: None }),
            ExprKind::Shift { value, places, promote, count } => {
                let (label, places) = (self.expression(value)?, self.expression(places)?);
                self.shifted(label, places, *promote, *count)
            }
            ExprKind::ByLabel { value, cases } => {
                let label = self.expression(value)?;
                let cases = cases.iter().map(|case| self.expression(case)).collect::<Planned<Vec<_>>>()?;
                self.by_label(label, &cases)
            }
            ExprKind::OfRows { .. } => Err(Unplanned::Rows),
            ExprKind::Invalid => Err(Unplanned::Invalid),
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
            | ExprKind::DaysIn { .. } => self.number(expr),
        }
    }

    /// Where the values of an expression stand whose operator gives a number.
    #[deny(clippy::wildcard_enum_match_arm)]
    fn number(&mut self, expr: &Expr) -> Planned<Lowered> {
        let domain = &expr.domain;
        match &expr.kind {
            ExprKind::Arithmetic { op, left, right } => {
                let (left, right) = (self.expression(left)?, self.expression(right)?);
                match op {
                    Operator::Add => self.added(&[(left, 1), (right, 1)], domain),
                    Operator::Sub => self.added(&[(left, 1), (right, -1)], domain),
                    Operator::Mul => self.product(left, right, domain),
                }
            }
            ExprKind::Sum(terms) => {
                let term = |term| Ok((self.expression(term)?, 1));
                let terms = terms.iter().map(term).collect::<Planned<Vec<_>>>()?;
                self.added(&terms, domain)
            }
            ExprKind::Negate(value) => {
                let value = self.expression(value)?;
                self.added(&[(value, -1)], domain)
            }
            ExprKind::Abs(value) => self.size(value, domain),
            ExprKind::Extreme { greatest, values } => {
                let values = values.iter().map(|value| self.expression(value)).collect::<Planned<Vec<_>>>()?;
                self.extreme(*greatest, &values, domain)
            }
            ExprKind::Round { .. }
            | ExprKind::Quotient { .. }
            | ExprKind::DivideExact { .. }
            | ExprKind::Steps { .. } => self.ratio(expr),
            ExprKind::DateDifference { left, right } => {
                let (left, right) = (self.expression(left)?, self.expression(right)?);
                let form = form(domain, 0)?;
                let value = self.sum(&[(left.value, 86_400), (right.value, -86_400)], form)?;
                Ok(Lowered { value, form, present: None })
            }
            ExprKind::DaysIn { value, kind } => {
                let Operand::Register(value) = self.expression(value)?.value else { return Err(Unplanned::Invalid) };
                let form = form(domain, 0)?;
                Ok(Lowered { value: self.put(Kind::Days { value, kind: *kind }, form), form, present: None })
            }
            ExprKind::Constant(_)
            | ExprKind::Param(_)
            | ExprKind::Slot(_)
            | ExprKind::If { .. }
            | ExprKind::Otherwise { .. }
            | ExprKind::Logic { .. }
            | ExprKind::Not(_)
            | ExprKind::Compare { .. }
            | ExprKind::Matches { .. }
            | ExprKind::IsMissing(_)
            | ExprKind::Shift { .. }
            | ExprKind::ByLabel { .. }
            | ExprKind::OfRows { .. }
            | ExprKind::Invalid => Err(Unplanned::Invalid),
        }
    }

    /// The number without its sign.
    fn size(&mut self, value: &Expr, domain: &Domain) -> Planned<Lowered> {
        let value = self.expression(value)?;
        let form = Form { lo: -value.form.hi, hi: -value.form.lo, ..value.form };
        let negated = Lowered { value: self.sum(&[(value.value, -1)], form)?, form, present: None };
        self.extreme(true, &[value, negated], domain)
    }

    /// What is divided, and rounded once where it does not end.
    fn ratio(&mut self, expr: &Expr) -> Planned<Lowered> {
        let domain = &expr.domain;
        match &expr.kind {
            ExprKind::DivideExact { value, by } => self.divided(value, by, domain),
            ExprKind::Round { value, step, .. } if step.is_zero() => self.expression(value),
            ExprKind::Round { value, step, mode } => {
                let dividend = self.expression(value)?;
                self.quotient(Ratio { dividend, divisor: whole(1), step: *step, mode: *mode }, domain)
            }
            ExprKind::Steps { value, size, started } => {
                let value = self.expression(value)?;
                let dividend = self.at_least_zero(value)?;
                let divisor = self.constant(&(*size).into())?;
                let mode = if *started { Rounding::Ceiling } else { Rounding::Floor };
                self.quotient(Ratio { dividend, divisor, step: Decimal::ONE, mode }, domain)
            }
            ExprKind::Quotient { dividend, divisor, step, mode, fallback } => {
                let (dividend, divisor) = (self.expression(dividend)?, self.expression(divisor)?);
                let quotient = self.quotient(Ratio { dividend, divisor, step: *step, mode: *mode }, domain)?;
                let Some(fallback) = fallback else { return Ok(quotient) };
                let fallback = self.expression(fallback)?;
                let is_zero = self.compared(Comparison::Equal, divisor.value, Operand::Constant(0));
                self.choose(is_zero, fallback, quotient)
            }
            _ => Err(Unplanned::Invalid),
        }
    }

    /// A number divided by a constant so that every quotient ends.
    fn divided(&mut self, value: &Expr, by: &Number, domain: &Domain) -> Planned<Lowered> {
        let dividend = self.expression(value)?;
        let inverse = Number::ONE.divide(by).filter(|inverse| inverse.places() <= MOST_INVERSE_PLACES);
        if let Some(inverse) = inverse {
            let inverse = self.constant(&crate::ir::Value::Number(inverse))?;
            return self.product(dividend, inverse, domain);
        }
        let divisor = self.constant(&crate::ir::Value::Number(by.clone()))?;
        let step = domain.numbers().and_then(|numbers| numbers.step().decimal()).filter(|step| !step.is_zero());
        let step = step.unwrap_or(Decimal::ONE);
        self.quotient(Ratio { dividend, divisor, step, mode: Rounding::Down }, domain)
    }

    /// The number, or 0 where it is below.
    fn at_least_zero(&mut self, value: Lowered) -> Planned<Lowered> {
        let form = Form { lo: value.form.lo.max(0), hi: value.form.hi.max(0), ..value.form };
        let value = match value.value {
            kept if value.form.lo >= 0 => kept,
            Operand::Constant(_) => Operand::Constant(form.lo),
            Operand::Register(left) => {
                self.put(Kind::Extreme { greatest: true, left, right: Operand::Constant(0) }, form)
            }
        };
        Ok(Lowered { value, form, present: None })
    }

    /// One where a condition holds, else the other.
    pub fn choose(&mut self, condition: Operand, then: Lowered, otherwise: Lowered) -> Planned<Lowered> {
        let aligned = self.at_one_scale(&[then, otherwise])?;
        let [then, otherwise] = aligned.as_slice() else { return Err(Unplanned::Invalid) };
        let (lo, hi) = (then.form.lo.min(otherwise.form.lo), then.form.hi.max(otherwise.form.hi));
        let form = Form { lo, hi, ..then.form };
        let value = self.select(condition, then.value, otherwise.value, form);
        let there = |one: &Lowered| one.present.unwrap_or(Operand::Constant(1));
        let present = self.select(condition, there(then), there(otherwise), Form::BOOL);
        Ok(Lowered { value, form, present: Some(present).filter(|present| *present != Operand::Constant(1)) })
    }

    /// A label some places further on, stopping at the ends.
    fn shifted(&mut self, label: Lowered, places: Lowered, promote: bool, count: usize) -> Planned<Lowered> {
        let last = i128::try_from(count.saturating_sub(1)).map_err(|_| Unplanned::Width)?;
        if places.form.places > 0 {
            return Err(Unplanned::Width);
        }
        let sign = if promote { -1 } else { 1 };
        let far = places.form.lo.abs().max(places.form.hi.abs()).checked_add(last).ok_or(Unplanned::Width)?;
        let form = Form { places: 0, lo: -far, hi: far };
        let value = self.sum(&[(label.value, 1), (places.value, sign)], form)?;
        let mut clamped = Lowered { value, form, present: None };
        for (greatest, end) in [(true, 0), (false, last)] {
            let right = Operand::Constant(end);
            let ends = if greatest { (end, far) } else { (0, end) };
            let form = Form { places: 0, lo: ends.0, hi: ends.1 };
            clamped.value = match clamped.value {
                Operand::Constant(at) if greatest => Operand::Constant(at.max(end)),
                Operand::Constant(at) => Operand::Constant(at.min(end)),
                Operand::Register(left) => self.put(Kind::Extreme { greatest, left, right }, form),
            };
            clamped.form = form;
        }
        Ok(clamped)
    }

    /// One of some values, by a label.
    fn by_label(&mut self, label: Lowered, cases: &[Lowered]) -> Planned<Lowered> {
        let aligned = self.at_one_scale(cases)?;
        let constant = |case: &Lowered| match (case.value, case.present) {
            (Operand::Constant(value), None) => Some(value),
            _ => None,
        };
        if let (Operand::Register(of), Some(values)) = (label.value, aligned.iter().map(constant).collect()) {
            let values: Vec<i128> = values;
            return Ok(self.picked(of, 0, values, aligned.first().map_or(0, |case| case.form.places)));
        }
        let Some((last, others)) = aligned.split_last() else { return Err(Unplanned::Invalid) };
        let mut found = *last;
        for (at, case) in others.iter().enumerate().rev() {
            let at = i128::try_from(at).map_err(|_| Unplanned::Width)?;
            let is = self.compared(Comparison::Equal, label.value, Operand::Constant(at));
            found = self.choose(is, *case, found)?;
        }
        Ok(found)
    }

    /// One of some integers, by its place among them, the first of which is `base`.
    pub fn picked(&mut self, of: super::Register, base: i128, values: Vec<i128>, places: u32) -> Lowered {
        let (lo, hi) = (values.iter().min().copied(), values.iter().max().copied());
        let form = Form { places, lo: lo.unwrap_or_default(), hi: hi.unwrap_or_default() };
        if lo == hi {
            return Lowered { value: Operand::Constant(form.lo), form, present: None };
        }
        let terms = vec![Term { of, shape: Shape::Table { base, values } }];
        Lowered { value: self.put(Kind::Sum { constant: 0, terms }, form), form, present: None }
    }
}

/// A whole number.
fn whole(code: i128) -> Lowered {
    Lowered { value: Operand::Constant(code), form: Form { places: 0, lo: code, hi: code }, present: None }
}
