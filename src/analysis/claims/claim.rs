//! The condition of `applies`, as far as areas can tell it.

use super::Member;
use super::space::Space;
use super::time;
use crate::analysis::tables::axis::Axis;
use crate::ir::{Expr, ExprKind, Operator, Pattern, Policy, SlotId, Value};
use crate::quantity::Number;

/// A condition over the inputs, as far as boxes can tell it.
#[derive(Debug, Clone)]
pub(super) enum Claim {
    /// Everything, or nothing.
    Fixed(bool),
    /// One input is, or is not, one of some values.
    Atom(Atom),
    /// Both hold.
    Both(Box<Claim>, Box<Claim>),
    /// One holds.
    Either(Box<Claim>, Box<Claim>),
}

/// What is asked of one input.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    /// The input.
    pub axis: usize,
    /// The values that are meant, as the inputs of all policies know them.
    pub pattern: Pattern,
    /// Whether it must be one of them, or none.
    pub holds: bool,
    /// What a missing value counts as.
    pub absent: Absent,
}

/// What a missing value counts as.
#[derive(Debug, Clone)]
pub(super) enum Absent {
    /// The policy says that it is never asked.
    Unasked,
    /// One of the values, or none of them.
    Fixed(bool),
    /// This value.
    As(Value),
}

impl Claim {
    /// The condition of a policy; where boxes cannot tell it, the part that they cannot.
    pub fn of<'e>(space: &Space, at: usize, member: Member, condition: &'e Expr) -> Result<Claim, &'e Expr> {
        Reader { space, at, policy: member.policy }.read(condition, true)
    }

    /// The patterns on one input.
    pub fn patterns(&self, axis: usize) -> Vec<&Pattern> {
        match self {
            Claim::Fixed(_) => vec![],
            Claim::Atom(atom) => (atom.axis == axis).then_some(&atom.pattern).into_iter().collect(),
            Claim::Both(a, b) | Claim::Either(a, b) => [a.patterns(axis), b.patterns(axis)].concat(),
        }
    }
}

impl Space {
    /// An axis for each input, cut where the claims cut it.
    pub fn axes(&self, claims: &[Claim]) -> Option<Vec<Axis>> {
        let axis = |(at, input)| {
            let patterns: Vec<&Pattern> = claims.iter().flat_map(|claim| claim.patterns(at)).collect();
            Axis::of(input, patterns.into_iter())
        };
        self.inputs.iter().enumerate().map(axis).collect()
    }

    /// The same where time is not looked at beyond what the policies say of it.
    pub fn within_time(mut self, members: &[Member], claims: &[Claim]) -> Space {
        if let Some(at) = self.period
            && let Some(input) = self.inputs.get_mut(at)
        {
            time::narrow(input, members, claims.iter().flat_map(|claim| claim.patterns(at)));
        }
        self
    }
}

struct Reader<'a> {
    space: &'a Space,
    at: usize,
    policy: &'a Policy,
}

impl Reader<'_> {
    /// What holds where an expression has this truth.
    fn read<'e>(&self, expr: &'e Expr, holds: bool) -> Result<Claim, &'e Expr> {
        match &expr.kind {
            ExprKind::Constant(Value::Bool(truth)) => Ok(Claim::Fixed(*truth == holds)),
            ExprKind::Not(inner) => self.read(inner, !holds),
            ExprKind::Logic { and, left, right } => {
                let (left, right) = (self.read(left, holds)?, self.read(right, holds)?);
                Ok(if *and == holds { both(left, right) } else { either(left, right) })
            }
            ExprKind::If { condition, then, otherwise } => {
                let then = both(self.read(condition, true)?, self.read(then, holds)?);
                Ok(either(then, both(self.read(condition, false)?, self.read(otherwise, holds)?)))
            }
            ExprKind::IsMissing(value) => {
                let axis = value.slot().and_then(|slot| self.space.axis(self.at, slot)).ok_or(expr)?;
                Ok(Claim::Atom(Atom { axis, pattern: Pattern::Missing, holds, absent: Absent::Fixed(true) }))
            }
            ExprKind::Matches { value, pattern } => {
                self.atom(value, pattern.clone(), holds, Absent::Fixed(false)).ok_or(expr)
            }
            ExprKind::Compare { op, left, right } => {
                let straight = |left, right, op| {
                    let pattern = Pattern::compared(op, &self.constant(right)?, right.span);
                    self.atom(left, pattern, holds, Absent::Unasked)
                };
                straight(left, right, *op).or_else(|| straight(right, left, op.mirrored())).ok_or(expr)
            }
            _ => {
                let yes = Pattern::Values(vec![Value::Bool(true)]);
                self.atom(expr, yes, holds, Absent::Unasked).ok_or(expr)
            }
        }
    }

    fn atom(&self, value: &Expr, pattern: Pattern, holds: bool, absent: Absent) -> Option<Claim> {
        let (slot, absent): (SlotId, Absent) = match &value.kind {
            ExprKind::Slot(slot) => (*slot, absent),
            ExprKind::Otherwise { value, fallback } => {
                let axis = self.space.axis(self.at, value.slot()?)?;
                (value.slot()?, Absent::As(self.space.value(axis, self.policy, value, self.constant(fallback)?)))
            }
            _ => return None,
        };
        let axis = self.space.axis(self.at, slot)?;
        let pattern = self.space.pattern(axis, self.policy, value, pattern);
        Some(Claim::Atom(Atom { axis, pattern, holds, absent }))
    }

    /// The value of an expression over literals and params.
    fn constant(&self, expr: &Expr) -> Option<Value> {
        let number = |expr: &Expr| self.constant(expr)?.number().cloned();
        match &expr.kind {
            ExprKind::Constant(value) => Some(value.clone()),
            ExprKind::Param(id) => self.policy.params.get(id.0).map(|param| param.value.clone()),
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

fn both(left: Claim, right: Claim) -> Claim {
    Claim::Both(Box::new(left), Box::new(right))
}

fn either(left: Claim, right: Claim) -> Claim {
    Claim::Either(Box::new(left), Box::new(right))
}
