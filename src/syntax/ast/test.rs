//! `test` and `case` blocks as they were written.

use super::{Expr, Name, Text};
use crate::source::Span;

/// `test "name" { given { … } expect { … } }`
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// What it is called.
    pub name: Text,
    /// What it starts from.
    pub given: Given,
    /// What must come out.
    pub expect: Vec<Assignment>,
    /// The whole test.
    pub span: Span,
}

/// `case N { … }`: givens that several tests share
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its name.
    pub name: Name,
    /// What it gives.
    pub given: Vec<Assignment>,
    /// What stands around the record.
    pub blocks: Vec<GivenBlock>,
    /// The header.
    pub span: Span,
}

/// `given { … }`, `given N with { … }`
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The case it builds on.
    pub case: Option<Name>,
    /// Its own values, which come after the case's.
    pub values: Vec<Assignment>,
    /// What stands around the record, besides the case's.
    pub blocks: Vec<GivenBlock>,
    /// The whole.
    pub span: Span,
}

/// `orders { … }`, `other { … }`, `previous 2 { … }`: a row, another record, or an earlier period of this one
#[derive(Debug, Clone, PartialEq)]
pub struct GivenBlock {
    /// A lookup or details, or the word.
    pub name: Name,
    /// How many periods before; 0 where the number is none.
    pub number: Option<(u32, Span)>,
    /// Its values.
    pub values: Vec<Assignment>,
    /// The header.
    pub span: Span,
}

/// `X = E`, where X may be `a.b`
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The name and, after dots, its members.
    pub path: Vec<Name>,
    /// The value.
    pub value: AssignedValue,
    /// The whole.
    pub span: Span,
}

/// The value in a test.
#[derive(Debug, Clone, PartialEq)]
pub enum AssignedValue {
    /// An expression over literals and params.
    Expr(Expr),
    /// `missing`
    Missing(Span),
}
