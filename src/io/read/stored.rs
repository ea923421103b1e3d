//! A cell as a workbook stores it, before anybody says what it means.

use std::borrow::Cow;
use std::sync::Arc;

use crate::io::number_format::NumberFormat;

/// What a cell holds and how the workbook shows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stored<'a> {
    /// Its value.
    pub value: Held<'a>,
    /// How it is shown.
    pub look: Look<'a>,
    /// Whether a formula gave the value.
    pub formula: bool,
}

/// The value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Held<'a> {
    /// Nothing.
    Empty,
    /// A text.
    Text(Cow<'a, str>),
    /// A number; a date is one too, by its look.
    Number(f64),
    /// A truth value.
    Bool(bool),
    /// What a formula that failed shows: `#DIV/0!`.
    Error(Cow<'a, str>),
    /// A date, or a date with a time, in ISO 8601.
    Date(Cow<'a, str>),
    /// A time or a duration in ISO 8601: `PT01H02M03S`.
    Time(Cow<'a, str>),
    /// Nothing yet: a formula that no spreadsheet program has computed.
    Uncomputed,
}

/// How a workbook shows a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Look<'a> {
    /// By a number format; and whether days count from 1904.
    Format { format: &'a Arc<NumberFormat>, since_1904: bool },
    /// As a date or a time, of which the library that reads the workbook tells no more.
    Moment { since_1904: bool },
    /// By the type of an OpenDocument cell (`float`, `percentage`, `currency` …), with the currency where the cell
    /// names it, and the text that is shown.
    Typed { kind: &'a str, currency: Option<&'a str>, shown: &'a str },
    /// The library that reads the workbook does not tell.
    Unknown,
}

impl<'a> Held<'a> {
    /// The number that a text writes, else the text.
    pub fn number(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Held::Number(number),
            _ => Held::Text(text),
        }
    }
}

impl<'a> Stored<'a> {
    /// A value without a formula behind it.
    pub fn plain(value: Held<'a>, look: Look<'a>) -> Self {
        Stored { value, look, formula: false }
    }
}
