//! Expressions, intervals and literals as they were written.

use super::{Name, Text};
use crate::quantity::{Decimal, Moment, Unit};
use crate::source::Span;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands, without surrounding blanks or parentheses.
    pub span: Span,
}

/// The kinds of expression, from loosest to tightest.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// `E when C`
    When { value: Box<Expr>, condition: Box<Expr> },
    /// `if C then E else E`
    If { condition: Box<Expr>, then: Box<Expr>, otherwise: Box<Expr> },
    /// `a or b`, `a and b`
    Logic { op: LogicOp, left: Box<Expr>, right: Box<Expr> },
    /// `not a`
    Not(Box<Expr>),
    /// `a < b`, and chains `a <= x < b`
    Compare { first: Box<Expr>, rest: Vec<(CompareOp, Expr)> },
    /// `x in [a, b)`, `x not in {A, B}`
    In { value: Box<Expr>, negated: bool, set: Set },
    /// `x is missing`, `x is not missing`
    IsMissing { value: Box<Expr>, negated: bool },
    /// `E otherwise E`
    Otherwise { value: Box<Expr>, fallback: Box<Expr> },
    /// `a + b`
    Arithmetic { op: ArithmeticOp, op_span: Span, left: Box<Expr>, right: Box<Expr> },
    /// `-a`
    Negate(Box<Expr>),
    /// `round(x, 0.1)`, `sum(orders.amount where orders.is_new)`, `rank(x, within: 店铺, ties: shared)`
    Call(Call),
    /// `a.b`
    Member { value: Box<Expr>, member: Name },
    /// A name: a value, a label, or a word such as `yes`.
    Name(Name),
    /// A literal.
    Literal(Literal),
    /// Something that was told as an error.
    Invalid,
}

/// `and`, `or`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogicOp {
    /// `and`, 且
    And,
    /// `or`, 或
    Or,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompareOp {
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

/// The four operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ArithmeticOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

/// What stands behind `in`.
#[derive(Debug, Clone, PartialEq)]
pub enum Set {
    /// `[a, b)`
    Interval(Interval),
    /// `{a, b}`
    Values(Vec<Expr>),
}

/// `[a, b]`, `[a, b)`, `(a, b]`, `(a, b)`
#[derive(Debug, Clone, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: Box<Expr>,
    /// Whether it belongs to the interval.
    pub lo_included: bool,
    /// The upper end.
    pub hi: Box<Expr>,
    /// Whether it belongs to the interval.
    pub hi_included: bool,
    /// Brackets included.
    pub span: Span,
}

/// A call. Which function it is, and whether its arguments fit, is for `check` to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The function.
    pub function: Name,
    /// What stands in the parentheses without a word before it.
    pub arguments: Vec<Expr>,
    /// `where C` or `where: C`
    pub filter: Option<Box<Expr>>,
    /// `within: 店铺`, `ties: shared`, `over: 3 periods`
    pub options: Vec<CallOption>,
}

/// A named argument.
#[derive(Debug, Clone, PartialEq)]
pub struct CallOption {
    /// The word before the colon.
    pub name: Name,
    /// What stands behind it.
    pub value: OptionValue,
}

/// The value of a named argument.
#[derive(Debug, Clone, PartialEq)]
pub enum OptionValue {
    /// One expression; also the words `all`, `shared`, `ascending`, `year`.
    Expr(Expr),
    /// `{店铺, 班组}`
    Set(Vec<Expr>, Span),
    /// `3 periods`, `up to 3 periods`
    Periods { count: Expr, up_to: bool, span: Span },
}

/// A literal.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A number, perhaps with a unit: `12`, `1.5万`, `98%`, `40s`, `3次`, `¥12`.
    Quantity {
        /// The figure with `万` and `亿` multiplied in, not yet converted to a base unit.
        figure: Decimal,
        /// What follows (or, for `¥`, precedes) it.
        unit: Option<UnitName>,
    },
    /// A string.
    Text(Text),
    /// `2024-03`, `2024-Q1`, `2024-W07`, `2024-03-15`, `09:30`. A year is a quantity without unit.
    Calendar(Moment),
}

/// A unit as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName {
    /// The unit that it names.
    pub unit: Unit,
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}
