//! Types, values and sets of labels.

use super::Text;
use crate::quantity::{Calendar, Decimal, Dimension, Domain, Moment, Number};
use crate::source::Span;

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// A number of some dimension: number, count, percent, points, money, duration, a rate.
    Number(Dimension),
    /// `bool`
    Bool,
    /// One of a set of labels.
    Label(LabelSetId),
    /// `text`
    Text,
    /// A calendar value.
    Calendar(Calendar),
    /// Unknown, because an error was told already. Fits everything.
    Invalid,
}

/// A value. Numbers are in base units: a percent is its fraction, a duration seconds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// No value: an absent optional.
    Missing,
    /// A number of any dimension.
    Number(Number),
    /// `yes` or `no`
    Bool(bool),
    /// A label, by its place in its set.
    Label(usize),
    /// A text.
    Text(Text),
    /// A calendar value.
    Calendar(Moment),
}

/// An index into [`Policy::label_sets`](super::Policy).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelSetId(pub usize);

/// A closed set of labels. Sets with the same labels in the same order are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelSet {
    /// Its name, where it has one: a `type` or a grade.
    pub name: Option<String>,
    /// The labels; those of a grade from best to worst.
    pub labels: Vec<Label>,
    /// Whether they are the labels of a grade, so that one is better than another.
    pub ranked: bool,
}

/// A label of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The label.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Value::Number(number.into())
    }
}

impl Value {
    /// The number, where it is one.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The number as it is kept, where it is one that can be.
    pub fn decimal(&self) -> Option<Decimal> {
        self.number().and_then(Number::decimal)
    }

    /// Whether it is one of a domain's values. Of an invalid domain everything is.
    pub fn lies_in(&self, domain: &Domain) -> bool {
        match (self, domain) {
            (_, Domain::Invalid) => true,
            (Value::Number(number), Domain::Numbers(numbers)) => numbers.contains(number),
            (Value::Bool(value), Domain::Bool { no, yes }) => {
                if *value {
                    *yes
                } else {
                    *no
                }
            }
            (Value::Label(at), Domain::Labels(labels)) => labels.contains(at),
            (Value::Text(_), Domain::Text) => true,
            (Value::Calendar(moment), Domain::Calendar { first, last }) => (*first..=*last).contains(&moment.ordinal),
            _ => false,
        }
    }
}
