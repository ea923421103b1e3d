//! Conditions: what compares so, what a pattern takes.

use super::builder::{Builder, Lowered, Planned};
use super::{Operand, Unplanned};
use crate::data::Form;
use crate::ir::{Bound, Comparison, Expr, ExprKind, Pattern, Type, Value};
use crate::quantity::{Number, Rounding, exact::ulp};

/// The least integer of a form that is not below a value; `further` beyond the value itself.
fn reached(form: Form, value: &Value, beyond: bool) -> Option<i128> {
    let (code, is_between) = placed(form, value)?;
    // What lies between two integers has been passed at the next.
    if is_between || beyond { code.checked_add(1) } else { Some(code) }
}

/// The integer of a form at a value or next below it, and whether the value lies above that.
fn placed(form: Form, value: &Value) -> Option<(i128, bool)> {
    match value {
        Value::Number(number) => {
            let below = number.round(ulp(form.places)?, Rounding::Floor);
            Some((crate::data::scaled(&below, form.places)?, below != *number))
        }
        value => Some((form.code(value)?, false)),
    }
}

/// The first and last integer that an interval takes; of a side that is open, none.
pub(super) fn interval(form: Form, lo: Option<&Bound>, hi: Option<&Bound>) -> Planned<(Option<i128>, Option<i128>)> {
    let first = |bound: &Bound| reached(form, &bound.value, !bound.included).ok_or(Unplanned::Width);
    let last = |bound: &Bound| {
        let after = reached(form, &bound.value, bound.included).ok_or(Unplanned::Width)?;
        after.checked_sub(1).ok_or(Unplanned::Width)
    };
    Ok((lo.map(first).transpose()?, hi.map(last).transpose()?))
}

impl Builder<'_> {
    /// The truth of a condition.
    pub fn truth(&mut self, expr: &Expr) -> Planned<Operand> {
        Ok(match &expr.kind {
            ExprKind::Logic { and, left, right } => {
                let (left, right) = (self.truth(left)?, self.truth(right)?);
                self.both(*and, left, right)
            }
            ExprKind::Not(inner) => {
                let truth = self.truth(inner)?;
                self.not(truth)
            }
            ExprKind::Compare { op, left, right } => self.comparison(*op, left, right)?,
            ExprKind::Matches { value, pattern } => {
                let lowered = self.expression(value)?;
                self.takes(lowered, value.ty, pattern)?
            }
            ExprKind::IsMissing(value) => {
                let present = self.expression(value)?.present.unwrap_or(Operand::Constant(1));
                self.not(present)
            }
            _ => self.expression(expr)?.value,
        })
    }

    fn comparison(&mut self, op: Comparison, left: &Expr, right: &Expr) -> Planned<Operand> {
        let (one, other) = (self.expression(left)?, self.expression(right)?);
        if left.ty == Type::Text {
            let named = one.value.register().is_none() || other.value.register().is_none();
            let alike = matches!(op, Comparison::Equal | Comparison::NotEqual);
            // Two texts that the policy does not name may be one or two.
            return if named && alike { Ok(self.compared(op, one.value, other.value)) } else { Err(Unplanned::Text) };
        }
        if let Operand::Constant(code) = other.value
            && other.form.places > one.form.places
        {
            return self.with_finer(op, one, (code, other.form.places));
        }
        if let Operand::Constant(code) = one.value
            && one.form.places > other.form.places
        {
            return self.with_finer(op.mirrored(), other, (code, one.form.places));
        }
        let aligned = self.at_one_scale(&[one, other])?;
        match aligned.as_slice() {
            [one, other] => Ok(self.compared(op, one.value, other.value)),
            _ => Err(Unplanned::Invalid),
        }
    }

    /// Whether a number compares so with a constant that has more places than it.
    fn with_finer(&mut self, op: Comparison, number: Lowered, (code, places): (i128, u32)) -> Planned<Operand> {
        let finer = Form { places, lo: code, hi: code };
        let value = finer.value(code, Type::Number(crate::quantity::Dimension::NUMBER)).ok_or(Unplanned::Width)?;
        let pattern = Pattern::compared(op, &value, crate::source::Span::default());
        self.takes(Lowered { present: None, ..number }, Type::Number(crate::quantity::Dimension::NUMBER), &pattern)
    }

    /// Whether a pattern takes a value.
    pub fn takes(&mut self, lowered: Lowered, ty: Type, pattern: &Pattern) -> Planned<Operand> {
        let present = lowered.present.unwrap_or(Operand::Constant(1));
        let taken = match pattern {
            Pattern::Otherwise => return Ok(Operand::Constant(1)),
            Pattern::Missing => return Ok(self.not(present)),
            Pattern::Any => Operand::Constant(1),
            Pattern::Invalid => return Err(Unplanned::Invalid),
            Pattern::Interval { lo, hi } => {
                let (lo, hi) = interval(lowered.form, lo.as_ref(), hi.as_ref())?;
                self.within(lowered.value, lowered.form, lo, hi)
            }
            Pattern::Values(values) => self.one_of(lowered, ty, values)?,
            Pattern::Not(values) => {
                let one_of = self.one_of(lowered, ty, values)?;
                self.not(one_of)
            }
        };
        Ok(self.both(true, present, taken))
    }

    /// Whether it is one of some values.
    fn one_of(&mut self, lowered: Lowered, ty: Type, values: &[Value]) -> Planned<Operand> {
        let mut codes: Vec<i128> = vec![];
        for value in values {
            match (value, ty) {
                (Value::Text(_), Type::Text) => {
                    if let Operand::Constant(code) = self.constant(value)?.value {
                        codes.push(code);
                    }
                }
                (Value::Number(number), _) if !fits(lowered.form, number) => {}
                (value, _) => codes.push(lowered.form.code(value).ok_or(Unplanned::Width)?),
            }
        }
        codes.sort_unstable();
        codes.dedup();
        let mut found = Operand::Constant(0);
        for run in codes.chunk_by(|one, next| one.checked_add(1) == Some(*next)) {
            // No text lies between others.
            let form = Form { lo: i128::MIN, hi: i128::MAX, ..lowered.form };
            let within = self.within(lowered.value, form, run.first().copied(), run.last().copied());
            found = self.both(false, found, within);
        }
        Ok(found)
    }
}

/// Whether a number has no more places than those of a form.
fn fits(form: Form, number: &Number) -> bool {
    number.places() <= form.places
}
