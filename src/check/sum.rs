//! Numbers as sums in one normal form: each value once, with how often it counts. `x + y`, `y + x` and the name of a
//! `let` that is their sum are one, and `x - y` is `(y - x) * 2` but for a factor.

use std::collections::HashMap;

use crate::ir::{Expr, ExprKind, Operator, SlotId, Type, Value};
use crate::quantity::{Calendar, Number};

/// More different values than this are not taken together.
const MOST_TERMS: usize = 24;

/// How many seconds a day has: a date counts by its number of days, a difference of dates is in seconds.
const DAY: u32 = 86_400;

/// What names stand for, where that is a sum.
pub(super) type Sums = HashMap<SlotId, Sum>;

/// A sum as each of its values once, with how often it counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    /// What is added besides.
    pub constant: Number,
    /// The values, none of which is a sum, each with its factor, which is not 0.
    pub terms: Vec<(Expr, Number)>,
    /// Whether a value stood in it more than once.
    pub again: bool,
}

impl Sum {
    /// A number or date as a sum, with what the names in it stand for; `None` where it is none, too long.
    pub fn of(sums: &Sums, expr: &Expr) -> Option<Sum> {
        Sum::all(sums, &[(expr, Number::ONE)]).or_else(|| Sum::all(&Sums::new(), &[(expr, Number::ONE)]))
    }

    /// `left + factor × right`.
    pub fn both(sums: &Sums, left: &Expr, right: &Expr, factor: &Number) -> Option<Sum> {
        let parts = [(left, Number::ONE), (right, factor.clone())];
        Sum::all(sums, &parts).or_else(|| Sum::all(&Sums::new(), &parts))
    }

    fn all(sums: &Sums, parts: &[(&Expr, Number)]) -> Option<Sum> {
        let mut sum = Sum::default();
        parts.iter().try_for_each(|(expr, factor)| sum.add(sums, expr, factor))?;
        sum.terms.retain(|(_, factor)| !factor.is_zero());
        Some(sum)
    }

    /// Adds so many times an expression; `None` where it becomes too long.
    fn add(&mut self, sums: &Sums, expr: &Expr, factor: &Number) -> Option<()> {
        match &expr.kind {
            ExprKind::Slot(id) => match sums.get(id) {
                Some(known) => self.add_sum(known, factor),
                None => self.value(expr, factor),
            },
            ExprKind::Constant(Value::Number(number)) => {
                self.constant = &self.constant + &(factor * number);
                Some(())
            }
            ExprKind::Negate(value) => self.add(sums, value, &-factor),
            ExprKind::Sum(parts) => parts.iter().try_for_each(|part| self.add(sums, part, factor)),
            ExprKind::Arithmetic { op: Operator::Mul, left, right } => match (number(left), number(right)) {
                (Some(times), _) => self.add(sums, right, &(factor * times)),
                (_, Some(times)) => self.add(sums, left, &(factor * times)),
                _ => self.value(expr, factor),
            },
            ExprKind::Arithmetic { op, left, right } => {
                self.add(sums, left, factor)?;
                if *op == Operator::Sub { self.add(sums, right, &-factor) } else { self.add(sums, right, factor) }
            }
            ExprKind::DateDifference { left, right } if left.ty == Type::Calendar(Calendar::Date) => {
                let factor = factor * &Number::from(DAY);
                self.add(sums, left, &factor)?;
                self.add(sums, right, &-factor)
            }
            ExprKind::DivideExact { value, by } => match factor.divide(by) {
                Some(factor) => self.add(sums, value, &factor),
                None => self.value(expr, factor),
            },
            _ => self.value(expr, factor),
        }
    }

    fn add_sum(&mut self, other: &Sum, factor: &Number) -> Option<()> {
        self.constant = &self.constant + &(factor * &other.constant);
        other.terms.iter().try_for_each(|(expr, times)| self.value(expr, &(factor * times)))
    }

    /// Adds so many times a value that is no sum.
    fn value(&mut self, expr: &Expr, factor: &Number) -> Option<()> {
        if !matches!(expr.ty, Type::Number(_) | Type::Calendar(_)) {
            return None;
        }
        if let Some((_, known)) = self.terms.iter_mut().find(|(known, _)| known.alike(expr)) {
            *known = &*known + factor;
            self.again = true;
            return Some(());
        }
        self.terms.push((expr.clone(), factor.clone()));
        (self.terms.len() <= MOST_TERMS).then_some(())
    }

    /// Its terms with whole factors that have no divisor in common, and the factor that this takes out.
    pub fn primitive(&self) -> Option<(Sum, Number)> {
        let (first, rest) = self.terms.split_first()?;
        let content = rest.iter().fold(first.1.abs(), |step, (_, factor)| step.common_step(&factor.abs()));
        let terms = self.terms.iter().map(|(expr, factor)| Some((expr.clone(), factor.divide(&content)?)));
        Some((Sum { terms: terms.collect::<Option<_>>()?, ..Sum::default() }, content))
    }

    /// Whether it has the same terms as another (`Some(true)`), or each with the other sign (`Some(false)`).
    pub fn same(&self, other: &Sum) -> Option<bool> {
        if self.terms.len() != other.terms.len() {
            return None;
        }
        let mut same = None;
        for (expr, factor) in &self.terms {
            let (_, theirs) = other.terms.iter().find(|(known, _)| known.alike(expr))?;
            let now = if factor == theirs {
                true
            } else if *factor == -theirs {
                false
            } else {
                return None;
            };
            if *same.get_or_insert(now) != now {
                return None;
            }
        }
        same
    }

    /// How often another sum stands in it, and what is left then.
    pub fn holding(&self, other: &Sum) -> Option<(Number, Sum)> {
        let (first, factor) = other.terms.first()?;
        let (_, own) = self.terms.iter().find(|(expr, _)| expr.alike(first))?;
        let times = own.divide(factor)?;
        let mut rest = self.clone();
        for (expr, factor) in &other.terms {
            let (_, left) = rest.terms.iter_mut().find(|(own, _)| own.alike(expr))?;
            *left = &*left - &(&times * factor);
        }
        rest.terms.retain(|(_, factor)| !factor.is_zero());
        (rest.terms.len() + other.terms.len() == self.terms.len()).then_some((times, rest))
    }

    /// Whether a value in it reads one of the slots that `wanted` holds for.
    pub fn reads(&self, wanted: impl Fn(SlotId) -> bool) -> bool {
        self.terms.iter().any(|(expr, _)| expr.reads(&wanted))
    }
}

fn number(expr: &Expr) -> Option<&Number> {
    match &expr.kind {
        ExprKind::Constant(Value::Number(value)) => Some(value),
        _ => None,
    }
}
