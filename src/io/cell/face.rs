//! What a cell of a workbook shows beside what it holds, and what a field reads of the two.

use std::borrow::Cow;
use std::sync::Arc;

use super::Fault;
use super::plan::{FieldPlan, Kind};
use crate::io::number_format::{Instant, NumberFormat, Parts, Shown};
use crate::quantity::{Calendar, Decimal, Dimension, TimeUnit};

/// What lies below a minute of midnight under a format without a time is a slip of the program that wrote it: the
/// local mean time of 1899, taken for today's.
const SLIP: Decimal = Decimal::from_parts(60, 0, 0, false, 0);
/// Whole days from here on are a date, not a long time.
const A_DATE: i64 = 366;

/// What a cell holds and the format by which it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::io) struct Face {
    held: Held,
    format: Arc<NumberFormat>,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    Number(Decimal),
    /// A moment, and its number where it is one.
    Instant(Instant, Option<Decimal>),
}

impl Face {
    /// A number by its format.
    pub fn number(value: Decimal, since_1904: bool, format: &Arc<NumberFormat>) -> Self {
        let moment = format.section(value).is_some_and(|shown| shown.section.is_moment());
        let instant = Instant::new(value, since_1904).filter(|_| moment);
        let held = instant.map_or(Held::Number(value), |instant| Held::Instant(instant, Some(value)));
        Face { held, format: Arc::clone(format) }
    }

    /// A date that is none by its format alone.
    pub fn instant(instant: Instant, format: &Arc<NumberFormat>) -> Self {
        Face { held: Held::Instant(instant, None), format: Arc::clone(format) }
    }

    /// The cell as a text: with all that it holds and the words of its format.
    pub fn spelled(&self) -> String {
        match self.held {
            Held::Number(value) => self.part().and_then(|part| part.spoken(value)).unwrap_or_else(|| value.to_string()),
            Held::Instant(instant, value) => {
                instant.spelled().or_else(|| value.map(|value| value.to_string())).unwrap_or_default()
            }
        }
    }

    /// What is shown, where that can be told.
    pub fn shown(&self) -> Option<String> {
        let part = self.part()?;
        match self.held {
            Held::Number(_) if !part.section.has_digits() => Some(part.words()),
            Held::Number(value) => part.show(value),
            Held::Instant(instant, _) => part.section.show_moment(instant),
        }
    }

    /// What it holds, as a field of that kind would have it.
    fn held(&self, plan: &FieldPlan) -> String {
        match (self.held, &plan.kind) {
            (Held::Number(value), _) => value.to_string(),
            (Held::Instant(_, Some(value)), Kind::Number(shape)) if shape.dimension != Dimension::TIME => {
                value.to_string()
            }
            (Held::Instant(instant, _), Kind::Number(_)) => instant.clock().unwrap_or_else(|| self.spelled()),
            _ => self.spelled(),
        }
    }

    /// Adds to what is wrong with a cell what it holds and shows, where that is not what was read.
    pub fn told(&self, plan: &FieldPlan, spelled: &str, fault: Fault) -> Fault {
        let shown = self.shown().unwrap_or_else(|| spelled.to_owned());
        match fault.of_face {
            true => fault.arg("holds", self.held(plan)).arg("shows", shown),
            false if shown == spelled && (spelled == self.held(plan) || self.is_percent()) => fault,
            false => fault.arg("cell_holds", self.held(plan)).arg("cell_shows", shown),
        }
    }

    /// The text that a field reads, where it may.
    pub fn text<'c>(&self, plan: &FieldPlan, spelled: &'c str) -> Result<Cow<'c, str>, Fault> {
        let Some(part) = self.part() else { return Ok(Cow::Borrowed(spelled)) };
        match self.held {
            Held::Number(value) => self.number_text(plan, part, value, spelled),
            Held::Instant(instant, value) => {
                let parts = part.section.parts();
                let read = match &plan.kind {
                    Kind::Calendar { kind, .. } => self.calendar_text(*kind, instant, value, parts)?,
                    Kind::Number(shape) if shape.dimension == Dimension::TIME => {
                        Some(self.duration_text(plan.slot.time_unit, instant, parts)?)
                    }
                    _ if parts.time() || !slipped(instant) => None,
                    _ => instant.date().map(|date| date.to_string()),
                };
                Ok(read.map_or(Cow::Borrowed(spelled), Cow::Owned))
            }
        }
    }

    /// The text of the number that the shown digits say, where that is another than the cell holds.
    pub fn as_shown(&self, plan: &FieldPlan) -> Option<String> {
        let Held::Number(value) = self.held else { return None };
        if !matches!(plan.kind, Kind::Number(_)) {
            return None;
        }
        let part = self.part()?;
        let rounded = part.section.rounded(value).filter(|rounded| *rounded != value)?;
        part.spoken(rounded)
    }

    /// Whether the digits that are shown make another number than the one they stand for: 12000 shown as 12 under `#,##0,`,
    /// or as 1.2 under `0!.0,`. Below a title such as `(千元)` nobody can tell which of the two counts.
    pub fn shows_other_digits(&self) -> bool {
        let Held::Number(value) = self.held else { return false };
        let Some(part) = self.part() else { return false };
        let (Some(shown), Some(meant)) = (part.show(value), part.section.rounded(value)) else { return false };
        let digits: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse::<Decimal>().is_ok_and(|digits| digits != meant.abs())
    }

    /// What is shown of a date without its year: a spreadsheet takes a typed `3-1` for one.
    pub fn yearless(&self) -> Option<String> {
        let Held::Instant(..) = self.held else { return None };
        let parts = self.part()?.section.parts();
        self.shown().filter(|_| parts.date() && !parts.year)
    }

    fn is_percent(&self) -> bool {
        self.part().is_some_and(|part| part.section.percents() > 0)
    }

    fn part(&self) -> Option<Shown<'_>> {
        let value = match self.held {
            Held::Number(value) | Held::Instant(_, Some(value)) => value,
            Held::Instant(_, None) => Decimal::ONE,
        };
        self.format.section(value)
    }

    fn number_text<'c>(
        &self,
        plan: &FieldPlan,
        part: Shown,
        value: Decimal,
        spelled: &'c str,
    ) -> Result<Cow<'c, str>, Fault> {
        let named = matches!(plan.kind, Kind::Text | Kind::Labels(_));
        if !part.section.has_digits() {
            let words = part.words();
            let says = words.chars().any(char::is_alphanumeric);
            return match &plan.kind {
                _ if words.is_empty() && !value.is_zero() => Err(Fault::of_face("hidden")),
                Kind::Text | Kind::Labels(_) => Ok(Cow::Owned(words)),
                Kind::Bool if says => Ok(Cow::Owned(words)),
                _ if value.is_zero() && !says => Ok(Cow::Borrowed(spelled)),
                _ => Err(Fault::of_face("shown")),
            };
        }
        if named && part.section.is_code() {
            let whole = part.section.rounded(value) == Some(value);
            let shown = part.show(value).filter(|_| whole).ok_or(Fault::of_face("shown"));
            return shown.map(Cow::Owned);
        }
        match part.spoken(value) {
            Some(_) => Ok(Cow::Borrowed(spelled)),
            None if named => Ok(Cow::Borrowed(spelled)),
            None => Err(Fault::of_face("shown")),
        }
    }

    /// A field of dates reads what is shown of the date; a time that is not shown must be none.
    fn calendar_text(
        &self,
        kind: Calendar,
        instant: Instant,
        value: Option<Decimal>,
        parts: Parts,
    ) -> Result<Option<String>, Fault> {
        if kind == Calendar::Time {
            return match (parts.date(), instant.days) {
                (_, 0) => Ok(instant.clock()),
                (false, A_DATE..) => Ok(Some(instant.time())),
                (false, 1..) if !parts.elapsed => Err(Fault::of_face("wrapped")),
                _ => Ok(None),
            };
        }
        let Some(date) = instant.date() else {
            let zero = value.is_some_and(|value| value.is_zero()) && parts.date();
            return if zero { Err(Fault::of_face("zero-date")) } else { Err(Fault::of_face("shown")) };
        };
        if !slipped(instant) || parts.second {
            return if parts.time() || instant.seconds.is_zero() {
                Ok(None)
            } else {
                Err(Fault::of_face("hidden-time"))
            };
        }
        let shown = match kind {
            Calendar::Month if parts.year && parts.month && !parts.day => date.month_of(),
            Calendar::Year if parts.year && !parts.month && !parts.day => date.year_of(),
            _ => None,
        };
        Ok(Some(shown.unwrap_or(date).to_string()))
    }

    /// A duration must show whole days, where it has some, and must not be read in two ways.
    fn duration_text(&self, unit: TimeUnit, instant: Instant, parts: Parts) -> Result<String, Fault> {
        let hour = Decimal::from(3_600);
        let total = instant.total().ok_or(Fault::new("digits"))?;
        let clock = instant.clock().filter(|_| !parts.date()).ok_or(Fault::of_face("shown"))?;
        let hidden = !parts.elapsed && (instant.days > 0 || (!parts.hour && total >= hour));
        if hidden {
            return Err(Fault::of_face("wrapped"));
        }
        let twofold = parts.hour && parts.minute && !parts.second && !parts.elapsed && !parts.words && !parts.half_day;
        if twofold && unit.seconds() < 3_600 {
            let minutes = clock.get(..5).unwrap_or_default();
            return Err(Fault::of_face("clock-shown").arg("minutes", format!("0:{minutes}")));
        }
        Ok(clock)
    }
}

fn slipped(instant: Instant) -> bool {
    instant.seconds < SLIP
}
