//! Tables, their inputs, rows and patterns.

use super::{Expr, Pattern, SlotId};
use crate::quantity::{Decimal, Number, Numbers, Rounding};
use crate::source::Span;

/// A `score` with rows, a `grade` or a `table`: the first row whose patterns and guard hold answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it was declared as.
    pub kind: TableKind,
    /// Its name.
    pub name: String,
    /// Where its name stands.
    pub span: Span,
    /// What the patterns are held against.
    pub inputs: Vec<Input>,
    /// What a row answers, one slot a value. The first output of a grade is its label.
    pub outputs: Vec<SlotId>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

/// What a table was declared as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// `score X { … }`
    Score,
    /// `grade N by E { … }`
    Grade,
    /// `table N by E { … }`
    Table,
    /// `scale N on E, whole { … }`
    Scale,
}

/// An input of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// How messages call it: the name, or the text of the expression.
    pub name: String,
    /// The value.
    pub value: Expr,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One pattern an input; of an `otherwise` row, one [`Pattern::Otherwise`] an input.
    pub patterns: Vec<Pattern>,
    /// Where each pattern stands; an `otherwise` row has one place.
    pub pattern_spans: Vec<Span>,
    /// The guard, which also must hold.
    pub guard: Option<Expr>,
    /// What it answers, one an output.
    pub values: Vec<RowValue>,
    /// The whole row.
    pub span: Span,
    /// An error in it was told; nothing is known of what it takes.
    pub invalid: bool,
}

/// What a row answers.
#[derive(Debug, Clone, PartialEq)]
pub enum RowValue {
    /// The value of an expression.
    Expr(Expr),
    /// A straight line over the row's interval of the first input.
    Line(Line),
    /// No value; in a `score`, `exempt`.
    Missing,
}

/// The line from (`lo`, `from`) to (`hi`, `to`), its value rounded once to `step`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The row's lower end.
    pub lo: Decimal,
    /// The row's upper end; above `lo`.
    pub hi: Decimal,
    /// The value at the lower end.
    pub from: Decimal,
    /// The value at the upper end.
    pub to: Decimal,
    /// What the value is rounded to.
    pub step: Decimal,
    /// How.
    pub mode: Rounding,
}

/// `scale N on E, marginal`: the sum over the slices of E, each at its rate. A `whole` scale is a
/// [`Table`] of rates and a product.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its name.
    pub name: String,
    /// Where its name stands.
    pub span: Span,
    /// What is sliced.
    pub input: Input,
    /// What it gives.
    pub output: SlotId,
    /// The slices, from the lowest.
    pub slices: Vec<Slice>,
}

/// A slice of a marginal scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Slice {
    /// Where it begins.
    pub from: Decimal,
    /// Where it ends; the last may be open.
    pub to: Option<Decimal>,
    /// What a unit in it pays.
    pub rate: Expr,
    /// The slice as it was written: an interval; `Invalid` where an error was told.
    pub interval: Pattern,
    /// Where the interval stands.
    pub interval_span: Span,
    /// The row.
    pub span: Span,
}

impl Line {
    /// The height at `x`, rounded once; `None` of a line without a width.
    pub fn height(&self, x: &Number) -> Option<Number> {
        let (height, run) = self.exact_height(x);
        height.quotient(&run, self.step, self.mode)
    }

    /// The same as a quotient, before it is rounded.
    pub fn exact_height(&self, x: &Number) -> (Number, Number) {
        let [lo, from, hi, to] = [self.lo, self.from, self.hi, self.to].map(Number::from);
        x.interpolate((&lo, &from), (&hi, &to))
    }

    /// The heights between two places.
    pub fn heights(&self, lo: &Number, hi: &Number) -> Option<Numbers> {
        let (one, other) = (self.height(lo)?, self.height(hi)?);
        let (least, most) = if one <= other { (one, other) } else { (other, one) };
        Numbers::between((least, true), (most, true), self.step)
    }
}

impl Slice {
    /// How much of an input lies in it.
    pub fn filled(&self, input: &Numbers) -> Numbers {
        let (from, to) = (Number::from(self.from), self.to.map(Number::from));
        let part = |input: Number| to.iter().fold(input, |end, to| end.min(to.clone())).max(from.clone()) - &from;
        let step = input.step().common_step(&from).common_step(&to.clone().unwrap_or_default());
        let (least, most) = (part(input.lo()), part(input.hi()));
        Numbers::between((least.clone(), true), (most, true), step).unwrap_or_else(|| Numbers::one(least))
    }
}
