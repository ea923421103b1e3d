//! A cell as a workbook stores it, before anybody says what it means.

use std::borrow::Cow;
use std::sync::Arc;

use crate::io::number_format::NumberFormat;

/// What a cell holds and how the workbook shows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stored<'a> {
    /// Its value.
    pub value: Held<'a>,
    /// The number format by which it is shown, where it has one.
    pub format: Option<&'a Arc<NumberFormat>>,
    /// Whether its number format is known: one that has none shows a number as it is.
    pub known: bool,
    /// Whether days count from 1904.
    pub since_1904: bool,
    /// Whether a formula gives it.
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
