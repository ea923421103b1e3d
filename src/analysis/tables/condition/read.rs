//! From expressions to conditions.

use super::{Absent, Atom, Condition};
use crate::ir::{Expr, ExprKind, Operator, Pattern, Policy, Value};
use crate::quantity::Number;

/// What a condition is read over.
pub(in crate::analysis) trait Inputs<'e> {
    /// The policy, for its params.
    fn policy(&self) -> &'e Policy;

    /// The input that a value is, if it is one.
    fn axis(&self, value: &Expr) -> Option<usize>;

    /// A constant that `of` is held against, as the input knows it.
    fn value(&self, _axis: usize, _of: &Expr, value: Value) -> Value {
        value
    }

    /// A pattern that `of` is held against, as the input knows it.
    fn pattern(&self, _axis: usize, _of: &Expr, pattern: Pattern) -> Pattern {
        pattern
    }

    /// The condition that a name stands for, where it is to be read in its place.
    fn definition(&self, _of: &Expr) -> Option<&'e Expr> {
        None
    }

    /// The input that says whether a condition holds of which nothing else can be told, or whether it does not.
    fn whole(&self, _condition: &Expr) -> Option<(usize, bool)> {
        None
    }
}

/// The condition that an expression is; where boxes cannot tell it, the part that they cannot.
pub(in crate::analysis) fn read<'e>(inputs: &dyn Inputs<'e>, condition: &'e Expr) -> Result<Condition, &'e Expr> {
    Reader { inputs }.read(condition, true)
}

struct Reader<'a, 'e> {
    inputs: &'a dyn Inputs<'e>,
}

impl<'e> Reader<'_, 'e> {
    /// What holds where an expression has this truth.
    fn read(&self, expr: &'e Expr, holds: bool) -> Result<Condition, &'e Expr> {
        if let Some(definition) = self.inputs.definition(expr) {
            return self.read(definition, holds);
        }
        match &expr.kind {
            ExprKind::Constant(Value::Bool(truth)) => Ok(Condition::Fixed(*truth == holds)),
            ExprKind::Not(inner) => self.read(inner, !holds),
            ExprKind::Logic { and, left, right } => {
                let (left, right) = (self.read(left, holds)?, self.read(right, holds)?);
                Ok(if *and == holds { both(left, right) } else { either(left, right) })
            }
            ExprKind::If { condition, then, otherwise } => {
                let then = both(self.read(condition, true)?, self.read(then, holds)?);
                Ok(either(then, both(self.read(condition, false)?, self.read(otherwise, holds)?)))
            }
            ExprKind::IsMissing(value) => self.missing(value, holds).or_else(|| self.whole(expr, holds)).ok_or(expr),
            ExprKind::Matches { value, pattern } => {
                let atom = self.atom(value, pattern.clone(), holds, Absent::Fixed(false));
                atom.or_else(|| self.whole(expr, holds)).ok_or(expr)
            }
            ExprKind::Compare { op, left, right } => {
                let straight = |left, right, op| {
                    let pattern = Pattern::compared(op, &self.constant(right)?, right.span);
                    self.atom(left, pattern, holds, Absent::Unasked)
                };
                let known = straight(left, right, *op).or_else(|| straight(right, left, op.mirrored()));
                known.or_else(|| self.whole(expr, holds)).ok_or(expr)
            }
            _ => {
                let yes = Pattern::Values(vec![Value::Bool(true)]);
                self.atom(expr, yes, holds, Absent::Unasked).or_else(|| self.whole(expr, holds)).ok_or(expr)
            }
        }
    }

    fn missing(&self, value: &Expr, holds: bool) -> Option<Condition> {
        let axis = self.inputs.axis(value)?;
        Some(Condition::Atom(Atom { axis, pattern: Pattern::Missing, holds, absent: Absent::Fixed(true) }))
    }

    fn atom(&self, value: &Expr, pattern: Pattern, holds: bool, absent: Absent) -> Option<Condition> {
        let (value, absent) = match &value.kind {
            ExprKind::Otherwise { value, fallback } => {
                let (axis, fallback) = (self.inputs.axis(value)?, self.constant(fallback)?);
                (&**value, Absent::As(self.inputs.value(axis, value, fallback)))
            }
            _ => (value, absent),
        };
        let axis = self.inputs.axis(value)?;
        let pattern = self.inputs.pattern(axis, value, pattern);
        Some(Condition::Atom(Atom { axis, pattern, holds, absent }))
    }

    /// A condition as an input of its own, whose denial is the same input.
    fn whole(&self, condition: &Expr, holds: bool) -> Option<Condition> {
        let (axis, same) = self.inputs.whole(condition)?;
        let (pattern, holds) = (Pattern::Values(vec![Value::Bool(true)]), holds == same);
        Some(Condition::Atom(Atom { axis, pattern, holds, absent: Absent::Unasked }))
    }

    /// The value of an expression over literals and params.
    fn constant(&self, expr: &Expr) -> Option<Value> {
        let number = |expr: &Expr| self.constant(expr)?.number().cloned();
        match &expr.kind {
            ExprKind::Constant(value) => Some(value.clone()),
            ExprKind::Param(id) => self.inputs.policy().params.get(id.0).map(|param| param.value.clone()),
            ExprKind::Negate(value) => number(value).map(|value| Value::Number(-value)),
            ExprKind::DivideExact { value, by } => number(value)?.divide(by).map(Value::Number),
            ExprKind::Sum(terms) => {
                terms.iter().try_fold(Number::ZERO, |sum, term| Some(sum + number(term)?)).map(Value::Number)
            }
            ExprKind::Arithmetic { op, left, right } => {
                let (left, right) = (number(left)?, number(right)?);
                Some(Value::Number(match op {
                    Operator::Add => left + right,
                    Operator::Sub => left - right,
                    Operator::Mul => left * right,
                }))
            }
            _ => None,
        }
    }
}

fn both(left: Condition, right: Condition) -> Condition {
    Condition::Both(Box::new(left), Box::new(right))
}

fn either(left: Condition, right: Condition) -> Condition {
    Condition::Either(Box::new(left), Box::new(right))
}
