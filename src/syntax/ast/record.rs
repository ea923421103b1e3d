//! Records and their fields as they were written.

use super::{Expr, Interval, Name, Text};
use crate::quantity::{Calendar, TimeUnit};
use crate::source::Span;

/// `record { … }`; also the fields of a `lookup` or `details` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The word `record`.
    pub span: Span,
}

/// One field.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Its type.
    pub ty: TypeExpr,
    /// What was said behind the type.
    pub attributes: Attributes,
    /// The whole field.
    pub span: Span,
}

/// What may stand behind a type. Each at most once; a second one is told when it is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attributes {
    /// `key`
    pub key: Option<Span>,
    /// `period`
    pub period: Option<Span>,
    /// `optional`
    pub optional: Option<Span>,
    /// `required`
    pub required: Option<Span>,
    /// `rounded`
    pub rounded: Option<Span>,
    /// `default v`
    pub default: Option<Expr>,
    /// `in [lo, hi]`
    pub domain: Option<Interval>,
    /// `decimals n`
    pub decimals: Option<Decimals>,
    /// `from "column", …`
    pub columns: Vec<Text>,
}

/// `decimals n`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimals {
    /// How many.
    pub places: u32,
    /// The word and the number.
    pub span: Span,
}

/// A type as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeExpr {
    /// What it is.
    pub kind: TypeKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of type.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeKind {
    /// `number`
    Number,
    /// `count`
    Count,
    /// `percent`, `percent(%)`, `percent(fraction)`
    Percent(Option<PercentForm>),
    /// `points`
    Points,
    /// `money`
    Money,
    /// `duration`, `duration(s)`
    Duration(Option<TimeUnit>),
    /// `bool`
    Bool,
    /// `text`
    Text,
    /// `date`, `month`, …
    Calendar(Calendar),
    /// `date(datetime)`, `month(datetime)`, …: a part of a date with a time.
    DateTime(Calendar),
    /// `A | B "title" | C`
    Labels(Vec<LabelDecl>),
    /// The name of a `type` or of a grade.
    Named(Name),
    /// `money/points`
    Rate(Box<TypeExpr>, Box<TypeExpr>),
    /// Nothing is written where a type is needed.
    Unsaid,
    /// Something that was told as an error.
    Invalid,
}

/// How a bare number in a percent column is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PercentForm {
    /// `percent(%)`: 98.5 is 98.5%
    Percent,
    /// `percent(fraction)`: 0.985 is 98.5%
    Fraction,
}

/// A label with its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelDecl {
    /// The label.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
}
