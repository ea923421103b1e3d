//! Rows, patterns and columns of tables as they were written.

use super::{Attributes, CompareOp, Expr, Interval, Name, Text, TypeExpr};
use crate::source::Span;

/// The columns that a grade or table gives: `-> 系数 : percent, decimals 2`.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// Its name; a table with one output may leave it out (`-> money`).
    pub name: Option<Name>,
    /// Its type.
    pub ty: TypeExpr,
    /// `optional`, `decimals n`; nothing else fits here.
    pub attributes: Attributes,
    /// The whole output.
    pub span: Span,
}

/// A row of a `score`, `grade`, `table` or `scale`.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// A grade's label, before the colon.
    pub label: Option<Name>,
    /// One pattern an input.
    pub patterns: Vec<Pattern>,
    /// `when C` before `=>`
    pub guard: Option<Expr>,
    /// One value an output; none where a grade has no outputs.
    pub values: Vec<RowValue>,
    /// The whole row.
    pub span: Span,
    /// Whether an error in it was told: the row is there, but nothing is known of it.
    pub invalid: bool,
}

/// A pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of pattern.
#[derive(Debug, Clone, PartialEq)]
pub enum PatternKind {
    /// `any`
    Any,
    /// `missing`
    Missing,
    /// `otherwise`, alone in its row
    Otherwise,
    /// `>= a`, `a 以上`
    Compare(CompareOp, Expr),
    /// `[a, b)`
    Interval(Interval),
    /// `v`, `{v, w}`
    Values(Vec<Expr>),
    /// `not v`, `not {v, w}`
    Not(Vec<Expr>),
    /// Something that was told as an error.
    Invalid,
}

/// What a row answers in one column.
#[derive(Debug, Clone, PartialEq)]
pub enum RowValue {
    /// An expression.
    Expr(Expr),
    /// `0 to 10`: a straight line over the row's interval
    Line { from: Expr, to: Expr, span: Span },
    /// `missing`
    Missing(Span),
    /// `exempt`
    Exempt(Span),
}

/// `score X weight 40% { … }` in all its forms.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The item: an existing field or metric, or a new name where there are inputs or a formula.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// `by E, …`
    pub inputs: Vec<Expr>,
    /// `weight w` or `out of p`
    pub share: Option<Share>,
    /// `decimals n`
    pub attributes: Attributes,
    /// `= E`
    pub formula: Option<Expr>,
    /// `{ … }`; `None` where the item takes the value itself.
    pub rows: Option<Vec<Row>>,
    /// The header, without the rows.
    pub span: Span,
}

impl Score {
    /// Whether it has a name of its own: it does not score the value of that name.
    pub fn is_new(&self) -> bool {
        !self.inputs.is_empty() || self.formula.is_some()
    }
}

/// What part of the total an item or section has.
#[derive(Debug, Clone, PartialEq)]
pub enum Share {
    /// `weight 40%`
    Weight(Expr),
    /// `out of 10`
    OutOf(Expr),
}

/// `section N weight w { scores }`
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// `weight w`
    pub share: Option<Share>,
    /// Its items.
    pub scores: Vec<Score>,
    /// The header.
    pub span: Span,
}

/// `grade N by E -> out : TYPE { LABEL : pattern => values }`
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// `by E, …`
    pub inputs: Vec<Expr>,
    /// `-> …`
    pub outputs: Vec<Output>,
    /// Its rows, each with a label.
    pub rows: Vec<Row>,
    /// The header.
    pub span: Span,
}

/// `table N by E, … -> out : TYPE, … { patterns => values }`
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// `by E, …`
    pub inputs: Vec<Expr>,
    /// `-> …`
    pub outputs: Vec<Output>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The header.
    pub span: Span,
}

/// `scale N on E, marginal { interval => rate }`
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// `on E`
    pub input: Expr,
    /// `marginal` or `whole`
    pub mode: ScaleMode,
    /// Its rows, each with one pattern and one value.
    pub rows: Vec<Row>,
    /// The header.
    pub span: Span,
}

/// How a scale pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScaleMode {
    /// 超额: each slice at its own rate
    Marginal,
    /// 全额: all of it at the rate of the row it reaches
    Whole,
}
