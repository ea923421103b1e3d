//! Declarations as they were written.

use super::{
    Attributes, Case, Expr, Field, Grade, LabelDecl, Name, Record, Scale, Score, Section, Table, Test, Text, TypeExpr,
};
use crate::quantity::Calendar;
use crate::source::Span;

/// A declaration.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// `policy "title" { … }`
    Header(Header),
    /// `record { … }`
    Record(Record),
    /// `lookup N { … }`
    Lookup(Block),
    /// `details N { … }`, `details N from policy "file"`
    Details(Block),
    /// `type N = A | B`
    Type(TypeDecl),
    /// `param N : TYPE = v`
    Param(Param),
    /// `metric N : TYPE = E`
    Metric(Metric),
    /// `let N = E`
    Let(Let),
    /// `score …`
    Score(Score),
    /// `section …`
    Section(Section),
    /// `grade …`
    Grade(Grade),
    /// `table …`
    Table(Table),
    /// `scale …`
    Scale(Scale),
    /// `gate …`
    Gate(Gate),
    /// `pay …`
    Pay(Pay),
    /// `flag …`
    Flag(Flag),
    /// `ensure …`
    Ensure(Ensure),
    /// `test …`
    Test(Test),
    /// `case …`
    Case(Case),
    /// `use "file"`
    Use(Text),
    /// Something that was told as an error.
    Invalid(Span),
}

impl Item {
    /// Where it stands: the whole, or what is before its braces.
    pub fn span(&self) -> Span {
        match self {
            Item::Header(of) => of.span,
            Item::Record(of) => of.span,
            Item::Lookup(of) | Item::Details(of) => of.span,
            Item::Type(of) => of.span,
            Item::Param(of) => of.span,
            Item::Metric(of) => of.span,
            Item::Let(of) => of.span,
            Item::Score(of) => of.span,
            Item::Section(of) => of.span,
            Item::Grade(of) => of.span,
            Item::Table(of) => of.span,
            Item::Scale(of) => of.span,
            Item::Gate(of) => of.span,
            Item::Pay(of) => of.span,
            Item::Flag(of) => of.span,
            Item::Ensure(of) => of.span,
            Item::Test(of) => of.span,
            Item::Case(of) => of.span,
            Item::Use(text) => text.span,
            Item::Invalid(span) => *span,
        }
    }
}

/// `policy "title" { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The title.
    pub title: Text,
    /// `currency C`
    pub currency: Option<Name>,
    /// `period month|quarter|year`
    pub period: Option<(Calendar, Span)>,
    /// `effective from A`
    pub effective_from: Option<Expr>,
    /// `until B`
    pub effective_until: Option<Expr>,
    /// `full_marks n`
    pub full_marks: Option<Expr>,
    /// `applies when C`
    pub applies: Option<Expr>,
    /// The whole block.
    pub span: Span,
}

/// A `lookup` or `details` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its name.
    pub name: Name,
    /// `from policy "file"`
    pub policy: Option<Text>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// `let`, `table` and `scale` of a details block.
    pub items: Vec<Item>,
    /// The header.
    pub span: Span,
}

/// `type N = A | B | C`
#[derive(Debug, Clone, PartialEq)]
pub struct TypeDecl {
    /// Its name.
    pub name: Name,
    /// Its labels.
    pub labels: Vec<LabelDecl>,
    /// The whole.
    pub span: Span,
}

/// `param N : TYPE in [a, b] = v`
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Its type.
    pub ty: TypeExpr,
    /// Its domain and decimals.
    pub attributes: Attributes,
    /// Its value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// `metric N "title" : TYPE, decimals n = E`
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Its type.
    pub ty: TypeExpr,
    /// Its decimals.
    pub attributes: Attributes,
    /// Its value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// `let N = E`
#[derive(Debug, Clone, PartialEq)]
pub struct Let {
    /// Its name.
    pub name: Name,
    /// Its type, where one is written.
    pub ty: Option<TypeExpr>,
    /// Its decimals, where they are written.
    pub attributes: Attributes,
    /// Its value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// `gate N { condition … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// What must all hold.
    pub conditions: Vec<Expr>,
    /// The header.
    pub span: Span,
}

/// `pay N at least a at most b { line = E … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// Bounds of the sum.
    pub bounds: Bounds,
    /// Its lines.
    pub lines: Vec<PayLine>,
    /// The header.
    pub span: Span,
}

/// `at least a`, `at most b`
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bounds {
    /// `at least a`
    pub at_least: Option<Expr>,
    /// `at most b`
    pub at_most: Option<Expr>,
}

/// `line at most b = E`
#[derive(Debug, Clone, PartialEq)]
pub struct PayLine {
    /// Its name.
    pub name: Name,
    /// Bounds of the line.
    pub bounds: Bounds,
    /// Its value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// `flag N "title" when C`
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<Text>,
    /// When it is raised.
    pub condition: Expr,
    /// The whole.
    pub span: Span,
}

/// `ensure C`
#[derive(Debug, Clone, PartialEq)]
pub struct Ensure {
    /// What must hold.
    pub condition: Expr,
    /// The whole.
    pub span: Span,
}
