//! Expressions whose types, domains and absence are known.

use super::{Many, ParamId, RelationId, SlotId, Type, Value};
use crate::quantity::{Calendar, Decimal, Domain, Number, Rounding};
use crate::source::Span;

/// An expression whose type, domain and absence are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Type,
    /// Every value it can have.
    pub domain: Domain,
    /// Whether it can be missing.
    pub optional: bool,
    /// Where it was written.
    pub span: Span,
}

/// The kinds of expression. Arithmetic is exact; only `Round` and `Quotient` round.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A constant.
    Constant(Value),
    /// A param, whose value is in the policy.
    Param(ParamId),
    /// The value of a slot: a field, a metric, a grade …
    Slot(SlotId),
    /// `a + b`, `a - b`, `a × b`
    Arithmetic { op: Operator, left: Box<Expr>, right: Box<Expr> },
    /// A sum of many terms; of none, 0.
    Sum(Vec<Expr>),
    /// `-a`
    Negate(Box<Expr>),
    /// `a ÷ c` by a constant that leaves a finite decimal for every value of `a`.
    DivideExact { value: Box<Expr>, by: Number },
    /// `a ÷ b`, rounded once to a multiple of `step`; where `b` is 0, `fallback`, which is there
    /// unless the domain of `b` has no 0.
    Quotient { dividend: Box<Expr>, divisor: Box<Expr>, step: Decimal, mode: Rounding, fallback: Option<Box<Expr>> },
    /// `round(a, step, mode)`; also `floor` and `ceiling`
    Round { value: Box<Expr>, step: Decimal, mode: Rounding },
    /// `abs(a)`
    Abs(Box<Expr>),
    /// `min(a, b, …)`, `max(a, b, …)`; `clamp` is both
    Extreme { greatest: bool, values: Vec<Expr> },
    /// `steps(x, size, full|started)`
    Steps { value: Box<Expr>, size: Decimal, started: bool },
    /// `if C then a else b`; `E when C` is this with a zero
    If { condition: Box<Expr>, then: Box<Expr>, otherwise: Box<Expr> },
    /// `a otherwise b`: b where a is missing
    Otherwise { value: Box<Expr>, fallback: Box<Expr> },
    /// `a and b`, `a or b`; the right side is not looked at where the left decides
    Logic { and: bool, left: Box<Expr>, right: Box<Expr> },
    /// `not a`
    Not(Box<Expr>),
    /// `a < b` and so on, of two values of one type
    Compare { op: Comparison, left: Box<Expr>, right: Box<Expr> },
    /// `x in …`
    Matches { value: Box<Expr>, pattern: Pattern },
    /// `x is missing`
    IsMissing(Box<Expr>),
    /// `promote` (by negative places) and `demote`, stopping at the ends of `count` labels
    Shift { value: Box<Expr>, places: Box<Expr>, promote: bool, count: usize },
    /// One expression a label: an output of a grade, of a label that was computed
    ByLabel { value: Box<Expr>, cases: Vec<Expr> },
    /// `date - date` in seconds
    DateDifference { left: Box<Expr>, right: Box<Expr> },
    /// `days_in(period)`
    DaysIn { value: Box<Expr>, kind: Calendar },
    /// `sum(orders.amount where …)`: over the rows of a `details` block that belong to the record
    OfRows { relation: RelationId, many: Box<Many> },
    /// Something that was told as an error; never in an accepted policy.
    Invalid,
}

/// The exact operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
}

/// The comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl Comparison {
    /// The comparison that holds where this one does not.
    pub fn denied(self) -> Comparison {
        match self {
            Comparison::Equal => Comparison::NotEqual,
            Comparison::NotEqual => Comparison::Equal,
            Comparison::Less => Comparison::GreaterEqual,
            Comparison::LessEqual => Comparison::Greater,
            Comparison::Greater => Comparison::LessEqual,
            Comparison::GreaterEqual => Comparison::Less,
        }
    }

    /// The same comparison read from the right.
    pub fn mirrored(self) -> Comparison {
        match self {
            Comparison::Less => Comparison::Greater,
            Comparison::LessEqual => Comparison::GreaterEqual,
            Comparison::Greater => Comparison::Less,
            Comparison::GreaterEqual => Comparison::LessEqual,
            same => same,
        }
    }
}

/// What a value is held against. None of them matches `missing` but `Missing` and `Otherwise`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Any value.
    Any,
    /// No value.
    Missing,
    /// All that is left, missing included; only in a row of its own.
    Otherwise,
    /// Between two bounds; one of them at least is there.
    Interval {
        /// The lower bound.
        lo: Option<Bound>,
        /// The upper bound.
        hi: Option<Bound>,
    },
    /// One of these.
    Values(Vec<Value>),
    /// Any value but these.
    Not(Vec<Value>),
    /// Something that was told as an error.
    Invalid,
}

impl Pattern {
    /// The values that compare so with a constant, which stands at `span`.
    pub fn compared(op: Comparison, value: &Value, span: Span) -> Pattern {
        let bound = |included| Some(Bound { value: value.clone(), included, span });
        match op {
            Comparison::Equal => Pattern::Values(vec![value.clone()]),
            Comparison::NotEqual => Pattern::Not(vec![value.clone()]),
            Comparison::Less => Pattern::Interval { lo: None, hi: bound(false) },
            Comparison::LessEqual => Pattern::Interval { lo: None, hi: bound(true) },
            Comparison::Greater => Pattern::Interval { lo: bound(false), hi: None },
            Comparison::GreaterEqual => Pattern::Interval { lo: bound(true), hi: None },
        }
    }
}

/// A bound of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// A number or a calendar value.
    pub value: Value,
    /// Whether the value itself belongs to the interval.
    pub included: bool,
    /// Where it was written.
    pub span: Span,
}

impl Bound {
    /// Whether a value lies above it, or on it where it is included.
    fn is_below(&self, value: &Value) -> bool {
        self.value < *value || (self.included && self.value == *value)
    }

    /// Whether a value lies below it, or on it where it is included.
    fn is_above(&self, value: &Value) -> bool {
        *value < self.value || (self.included && *value == self.value)
    }
}

impl Pattern {
    /// Whether it takes a value.
    pub fn takes(&self, value: &Value) -> bool {
        match (self, value) {
            (Pattern::Otherwise, _) | (Pattern::Missing, Value::Missing) => true,
            (Pattern::Missing | Pattern::Invalid, _) | (_, Value::Missing) => false,
            (Pattern::Any, _) => true,
            (Pattern::Interval { lo, hi }, value) => {
                lo.as_ref().is_none_or(|lo| lo.is_below(value)) && hi.as_ref().is_none_or(|hi| hi.is_above(value))
            }
            (Pattern::Values(values), value) => values.contains(value),
            (Pattern::Not(values), value) => !values.contains(value),
        }
    }

    /// An interval as a policy writes it, with the text of each bound; of any other pattern nothing.
    pub fn interval(&self, text: impl Fn(&Bound) -> String) -> Option<String> {
        let Pattern::Interval { lo, hi } = self else { return None };
        Some(match (lo, hi) {
            (Some(lo), Some(hi)) => {
                let (open, close) = (if lo.included { '[' } else { '(' }, if hi.included { ']' } else { ')' });
                format!("{open}{}, {}{close}", text(lo), text(hi))
            }
            (Some(lo), None) => format!("{} {}", if lo.included { ">=" } else { ">" }, text(lo)),
            (None, Some(hi)) => format!("{} {}", if hi.included { "<=" } else { "<" }, text(hi)),
            (None, None) => return None,
        })
    }
}
