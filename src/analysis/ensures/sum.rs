//! Comparisons of sums. The domains of two sums that share a term overlap where their difference does not:
//! `wage >= base` holds because `wage - base` is a sum of bonuses.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::analysis::lineage::Lineage;
use crate::ir::{Bounds, Comparison, Expr, ExprKind, Operator, Pattern, PayLine, Policy, SlotId, Step, Type, Value};
use crate::quantity::{Decimal, Domain, Number};

/// How deep definitions are followed.
const DEEPEST: usize = 64;
/// How many expressions are looked at: one that names another twice, and that another twice, has no end otherwise.
const MOST: usize = 20_000;

/// Whether a condition certainly is `truth` for every record.
pub(super) fn certain(lineage: &Lineage, policy: &Policy, expr: &Expr, truth: bool) -> bool {
    Prover::new(lineage, policy).certain(expr, truth, DEEPEST)
}

/// Whether `left - right` is certainly at least 0, both read of one record.
pub(super) fn never_less(lineage: &Lineage, policy: &Policy, left: &Expr, right: &Expr) -> bool {
    Prover::new(lineage, policy).ordered(left, right, false)
}

struct Prover<'a> {
    lineage: &'a Lineage<'a>,
    policy: &'a Policy,
    /// How many expressions may still be looked at.
    left: Cell<usize>,
}

/// Slots, each times a constant, and the least that all else adds.
#[derive(Default)]
struct Sum {
    terms: BTreeMap<SlotId, Number>,
    rest: Number,
    /// Whether a value that has a bound on one side may be replaced by what it was before, where that is no more.
    loose: bool,
}

impl<'a> Prover<'a> {
    fn new(lineage: &'a Lineage<'a>, policy: &'a Policy) -> Self {
        Prover { lineage, policy, left: Cell::new(MOST) }
    }

    /// One level deeper; `None` where that is too deep, or too much was looked at.
    fn deeper(&self, depth: usize) -> Option<usize> {
        self.left.set(self.left.get().checked_sub(1)?);
        depth.checked_sub(1)
    }

    fn certain(&self, expr: &Expr, truth: bool, depth: usize) -> bool {
        let Some(depth) = self.deeper(depth) else { return false };
        if let Domain::Bool { no, yes } = expr.domain
            && no != yes
        {
            return yes == truth;
        }
        match &expr.kind {
            ExprKind::Logic { and, left, right } if *and == truth => {
                self.certain(left, truth, depth) && self.certain(right, truth, depth)
            }
            ExprKind::Logic { left, right, .. } => {
                self.certain(left, truth, depth) || self.certain(right, truth, depth)
            }
            ExprKind::Not(inner) => self.certain(inner, !truth, depth),
            ExprKind::If { condition, then, otherwise } => {
                (self.certain(condition, false, depth) || self.certain(then, truth, depth))
                    && (self.certain(condition, true, depth) || self.certain(otherwise, truth, depth))
            }
            ExprKind::Compare { op, left, right } => self.compared(if truth { *op } else { op.denied() }, left, right),
            ExprKind::Matches { value, pattern: Pattern::Interval { lo, hi } } if truth && !value.optional => {
                let bound = |value: &Value, span| Expr {
                    kind: ExprKind::Constant(value.clone()),
                    ty: Type::Invalid,
                    domain: Domain::Invalid,
                    optional: false,
                    span,
                };
                let above = |lo: &crate::ir::Bound| self.ordered(value, &bound(&lo.value, lo.span), !lo.included);
                let below = |hi: &crate::ir::Bound| self.ordered(&bound(&hi.value, hi.span), value, !hi.included);
                lo.as_ref().is_none_or(above) && hi.as_ref().is_none_or(below)
            }
            ExprKind::Slot(slot) => match self.lineage.step(*slot) {
                Some(Step::Value(step)) => self.certain(&step.value, truth, depth),
                Some(Step::Gate(gate)) if truth => {
                    gate.conditions.iter().all(|it| self.certain(&it.value, true, depth))
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn compared(&self, op: Comparison, left: &Expr, right: &Expr) -> bool {
        if !matches!(left.ty, Type::Number(_)) {
            return false;
        }
        match op {
            Comparison::Less => self.ordered(right, left, true),
            Comparison::LessEqual => self.ordered(right, left, false),
            Comparison::Greater => self.ordered(left, right, true),
            Comparison::GreaterEqual => self.ordered(left, right, false),
            Comparison::Equal => self.ordered(left, right, false) && self.ordered(right, left, false),
            Comparison::NotEqual => self.ordered(left, right, true) || self.ordered(right, left, true),
        }
    }

    /// Whether `left` is always at least `right`, or, where `strictly`, always more.
    fn ordered(&self, left: &Expr, right: &Expr, strictly: bool) -> bool {
        [false, true].into_iter().any(|loose| {
            let least = self.least_difference(left, right, loose);
            least.is_some_and(|least| least > Decimal::ZERO || (!strictly && least.is_zero()))
        })
    }

    /// The least that `left - right` can be, as far as it is known.
    fn least_difference(&self, left: &Expr, right: &Expr, loose: bool) -> Option<Number> {
        let mut sum = Sum { loose, ..Sum::default() };
        self.add(&mut sum, left, &Number::ONE, DEEPEST)?;
        self.add(&mut sum, right, &-Number::ONE, DEEPEST)?;
        let mut least = sum.rest;
        for (slot, factor) in sum.terms.iter().filter(|(_, factor)| !factor.is_zero()) {
            least = least + end(&self.policy.slot(*slot)?.domain, factor)?;
        }
        Some(least)
    }

    /// Adds a multiple of an expression.
    fn add(&self, sum: &mut Sum, expr: &Expr, factor: &Number, depth: usize) -> Option<()> {
        let depth = self.deeper(depth)?;
        match &expr.kind {
            ExprKind::Constant(Value::Number(value)) => sum.add_to_rest(value * factor),
            ExprKind::Slot(slot) => self.add_slot(sum, *slot, factor, depth),
            ExprKind::Sum(terms) => terms.iter().try_for_each(|term| self.add(sum, term, factor, depth)),
            ExprKind::Negate(inner) => self.add(sum, inner, &-factor, depth),
            ExprKind::Arithmetic { op: Operator::Add, left, right } => {
                self.add(sum, left, factor, depth)?;
                self.add(sum, right, factor, depth)
            }
            ExprKind::Arithmetic { op: Operator::Sub, left, right } => {
                self.add(sum, left, factor, depth)?;
                self.add(sum, right, &-factor, depth)
            }
            ExprKind::Arithmetic { op: Operator::Mul, left, right } => match (single(left), single(right)) {
                (Some(by), _) => self.add(sum, right, &(factor * &by), depth),
                (_, Some(by)) => self.add(sum, left, &(factor * &by), depth),
                _ => sum.add_to_rest(end(&expr.domain, factor)?),
            },
            ExprKind::Round { value, step, .. } if is_rounded(value, *step) => self.add(sum, value, factor, depth),
            ExprKind::Extreme { greatest, values } if sum.loose && *greatest != factor.is_negative() => {
                let one = values.iter().find(|value| single(value).is_none()).or(values.first())?;
                self.add(sum, one, factor, depth)
            }
            _ => sum.add_to_rest(end(&expr.domain, factor)?),
        }
    }

    fn add_slot(&self, sum: &mut Sum, slot: SlotId, factor: &Number, depth: usize) -> Option<()> {
        match self.lineage.step(slot) {
            Some(Step::Value(step)) if is_sum(&step.value) => self.add(sum, &step.value, factor, depth),
            Some(Step::Pay(pay)) if pay.slot == slot && passes(sum, &pay.bounds, factor) => {
                pay.lines.iter().try_for_each(|line| self.add_line(sum, line, factor, depth))
            }
            Some(Step::Pay(pay)) => match pay.lines.iter().find(|line| line.slot == slot) {
                Some(line) => self.add_line(sum, line, factor, depth),
                None => sum.add_term(slot, factor),
            },
            _ => sum.add_term(slot, factor),
        }
    }

    fn add_line(&self, sum: &mut Sum, line: &PayLine, factor: &Number, depth: usize) -> Option<()> {
        let plain = |expr: &Expr| matches!(&expr.kind, ExprKind::Round { value, step, .. } if is_rounded(value, *step));
        match passes(sum, &line.bounds, factor) && plain(&line.value) {
            true => self.add(sum, &line.value, factor, depth),
            false => sum.add_term(line.slot, factor),
        }
    }
}

impl Sum {
    fn add_to_rest(&mut self, value: Number) -> Option<()> {
        self.rest = &self.rest + &value;
        Some(())
    }

    fn add_term(&mut self, slot: SlotId, factor: &Number) -> Option<()> {
        let known = self.terms.entry(slot).or_default();
        *known = &*known + factor;
        Some(())
    }
}

/// Whether an amount may stand for itself before its bounds: where there are none, or, in the loose way, where
/// they only raise what counts for more, or cut what counts for less.
fn passes(sum: &Sum, bounds: &Bounds, factor: &Number) -> bool {
    match (&bounds.at_least, &bounds.at_most) {
        (None, None) => true,
        (Some(_), None) => sum.loose && !factor.is_negative(),
        (None, Some(_)) => sum.loose && factor.is_negative(),
        (Some(_), Some(_)) => false,
    }
}

/// Whether a definition is worth following: a sum, a multiple, another slot.
fn is_sum(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(Value::Number(_)) | ExprKind::Slot(_) | ExprKind::Sum(_) | ExprKind::Negate(_) => true,
        ExprKind::Arithmetic { op: Operator::Mul, left, right } => single(left).or(single(right)).is_some(),
        ExprKind::Arithmetic { .. } | ExprKind::Extreme { .. } => true,
        ExprKind::Round { value, step, .. } => is_rounded(value, *step),
        _ => false,
    }
}

/// The only value that an expression can have.
fn single(expr: &Expr) -> Option<Number> {
    expr.domain.numbers()?.single()
}

/// Whether rounding changes nothing.
fn is_rounded(value: &Expr, step: Decimal) -> bool {
    value.domain.numbers().is_some_and(|numbers| numbers.step().is_multiple(&step.into()))
}

/// The least that a multiple of a value can be.
fn end(domain: &Domain, factor: &Number) -> Option<Number> {
    let numbers = domain.numbers()?;
    Some(if factor.is_negative() { numbers.hi() } else { numbers.lo() } * factor)
}
