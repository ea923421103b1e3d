//! Numbers as sums in one normal form: each value once, with how often it counts. `x + y`, `y + x` and the name of a
//! `let` that is their sum are one, and `x - y` is `(y - x) * 2` but for a factor.

use std::collections::HashMap;

use crate::ir::{Expr, ExprKind, Operator, SlotId, Type, Value};
use crate::quantity::{Calendar, Decimal, exact};

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
    pub constant: Decimal,
    /// The values, none of which is a sum, each with its factor, which is not 0.
    pub terms: Vec<(Expr, Decimal)>,
    /// Whether a value stood in it more than once.
    pub again: bool,
}

impl Sum {
    /// A number or date as a sum, with what the names in it stand for; `None` where it is none, too long or too large.
    pub fn of(sums: &Sums, expr: &Expr) -> Option<Sum> {
        Sum::all(sums, &[(expr, Decimal::ONE)]).or_else(|| Sum::all(&Sums::new(), &[(expr, Decimal::ONE)]))
    }

    /// `left + factor × right`.
    pub fn both(sums: &Sums, left: &Expr, right: &Expr, factor: Decimal) -> Option<Sum> {
        let parts = [(left, Decimal::ONE), (right, factor)];
        Sum::all(sums, &parts).or_else(|| Sum::all(&Sums::new(), &parts))
    }

    fn all(sums: &Sums, parts: &[(&Expr, Decimal)]) -> Option<Sum> {
        let mut sum = Sum::default();
        parts.iter().try_for_each(|(expr, factor)| sum.add(sums, expr, *factor))?;
        sum.terms.retain(|(_, factor)| !factor.is_zero());
        Some(sum)
    }

    /// Adds so many times an expression; `None` where it becomes too long or too large.
    fn add(&mut self, sums: &Sums, expr: &Expr, factor: Decimal) -> Option<()> {
        match &expr.kind {
            ExprKind::Slot(id) => match sums.get(id) {
                Some(known) => self.add_sum(known, factor),
                None => self.value(expr, factor),
            },
            ExprKind::Constant(Value::Number(number)) => {
                self.constant = exact::add(self.constant, exact::mul(factor, *number)?)?;
                Some(())
            }
            ExprKind::Negate(value) => self.add(sums, value, -factor),
            ExprKind::Sum(parts) => parts.iter().try_for_each(|part| self.add(sums, part, factor)),
            ExprKind::Arithmetic { op: Operator::Mul, left, right } => match (number(left), number(right)) {
                (Some(times), _) => self.add(sums, right, exact::mul(factor, times)?),
                (_, Some(times)) => self.add(sums, left, exact::mul(factor, times)?),
                _ => self.value(expr, factor),
            },
            ExprKind::Arithmetic { op, left, right } => {
                self.add(sums, left, factor)?;
                self.add(sums, right, if *op == Operator::Sub { -factor } else { factor })
            }
            ExprKind::DateDifference { left, right } if left.ty == Type::Calendar(Calendar::Date) => {
                let factor = exact::mul(factor, DAY.into())?;
                self.add(sums, left, factor)?;
                self.add(sums, right, -factor)
            }
            ExprKind::DivideExact { value, by } => match exact::divide(factor, *by) {
                Some(factor) => self.add(sums, value, factor),
                None => self.value(expr, factor),
            },
            _ => self.value(expr, factor),
        }
    }

    fn add_sum(&mut self, other: &Sum, factor: Decimal) -> Option<()> {
        self.constant = exact::add(self.constant, exact::mul(factor, other.constant)?)?;
        other.terms.iter().try_for_each(|(expr, times)| self.value(expr, exact::mul(factor, *times)?))
    }

    /// Adds so many times a value that is no sum.
    fn value(&mut self, expr: &Expr, factor: Decimal) -> Option<()> {
        if !matches!(expr.ty, Type::Number(_) | Type::Calendar(_)) {
            return None;
        }
        if let Some((_, known)) = self.terms.iter_mut().find(|(known, _)| known.alike(expr)) {
            *known = exact::add(*known, factor)?;
            self.again = true;
            return Some(());
        }
        self.terms.push((expr.clone(), factor));
        (self.terms.len() <= MOST_TERMS).then_some(())
    }

    /// Its terms with whole factors that have no divisor in common, and the factor that this takes out.
    pub fn primitive(&self) -> Option<(Sum, Decimal)> {
        let (first, rest) = self.terms.split_first()?;
        let content =
            rest.iter().try_fold(first.1.abs(), |step, (_, factor)| exact::common_step(step, factor.abs()))?;
        let terms = self.terms.iter().map(|(expr, factor)| Some((expr.clone(), exact::divide(*factor, content)?)));
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
            } else if *factor == -*theirs {
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
    pub fn holding(&self, other: &Sum) -> Option<(Decimal, Sum)> {
        let (first, factor) = other.terms.first()?;
        let (_, own) = self.terms.iter().find(|(expr, _)| expr.alike(first))?;
        let times = exact::divide(*own, *factor)?;
        let mut rest = self.clone();
        for (expr, factor) in &other.terms {
            let (_, left) = rest.terms.iter_mut().find(|(own, _)| own.alike(expr))?;
            *left = exact::sub(*left, exact::mul(times, *factor)?)?;
        }
        rest.terms.retain(|(_, factor)| !factor.is_zero());
        (rest.terms.len() + other.terms.len() == self.terms.len()).then_some((times, rest))
    }

    /// Whether a value in it reads one of the slots that `wanted` holds for.
    pub fn reads(&self, wanted: impl Fn(SlotId) -> bool) -> bool {
        self.terms.iter().any(|(expr, _)| expr.reads(&wanted))
    }
}

fn number(expr: &Expr) -> Option<Decimal> {
    match expr.kind {
        ExprKind::Constant(Value::Number(value)) => Some(value),
        _ => None,
    }
}
