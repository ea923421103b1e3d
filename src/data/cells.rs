//! Values on their way into a column: one by one, or those of one field of some rows on end, as they are cut.

use std::ops::Range;

use super::lane::Lane;
use super::texts::Texts;
use crate::ir::{Text, Value};
use crate::quantity::{Calendar, Decimal, Moment};

/// A value as its integer, or as a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coded<'t> {
    /// None.
    Missing,
    /// So many digits, with so many places behind the point.
    Number(i64, u8),
    /// A truth value.
    Bool(bool),
    /// The place of a label.
    Label(u32),
    /// A calendar value.
    Calendar(Moment),
    /// A text, without blanks around it.
    Text(&'t str),
}

impl Coded<'_> {
    /// The value.
    pub(super) fn value(self) -> Value {
        match self {
            Coded::Missing => Value::Missing,
            Coded::Number(digits, places) => Value::from(decimal(digits, places).normalize()),
            Coded::Bool(truth) => Value::Bool(truth),
            Coded::Label(place) => Value::Label(place as usize),
            Coded::Calendar(moment) => Value::Calendar(moment),
            Coded::Text(text) => Value::Text(Text::from(text)),
        }
    }
}

/// Values of one field, by their integers.
#[derive(Debug, Clone)]
pub struct Cells {
    /// What the integers stand for.
    pub kind: CellKind,
    /// An integer a row, of 32 bits or of 64; of a row that has none, any.
    pub codes: Lane,
    /// Which texts there are, where the integers are their places.
    pub texts: Texts,
    /// The rows that have no value, in order.
    pub missing: Vec<u32>,
}

/// What integers of cells stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Numbers with so many places behind the point.
    Numbers(u8),
    /// 0 and 1.
    Bools,
    /// Places of labels in their set.
    Labels,
    /// Ordinals.
    Calendar(Calendar),
    /// Places among the texts.
    Texts,
}

impl Cells {
    /// Of no row yet.
    pub fn new(kind: CellKind, wide: bool) -> Self {
        let codes = if wide { Lane::Wide(vec![]) } else { Lane::Narrow(vec![]) };
        Cells { kind, codes, texts: Texts::default(), missing: vec![] }
    }

    /// Of no row any more.
    pub fn clear(&mut self) {
        self.codes.resize(0);
        self.texts.clear();
        self.missing.clear();
    }

    /// Adds a value; not one of another kind.
    pub fn push(&mut self, coded: Coded) -> bool {
        let code = match (coded, self.kind) {
            (Coded::Missing, _) => {
                self.missing.extend(u32::try_from(self.codes.len()));
                0
            }
            (Coded::Number(code, own), CellKind::Numbers(places)) => {
                let more = places.checked_sub(own).and_then(|more| 10_i64.checked_pow(u32::from(more)));
                match more.and_then(|more| code.checked_mul(more)) {
                    Some(code) => code,
                    None => return false,
                }
            }
            (Coded::Bool(truth), CellKind::Bools) => i64::from(truth),
            (Coded::Label(place), CellKind::Labels) => i64::from(place),
            (Coded::Calendar(moment), CellKind::Calendar(kind)) if moment.kind == kind => i64::from(moment.ordinal),
            (Coded::Text(text), CellKind::Texts) => match self.texts.place(text) {
                Some(place) => place,
                None => return false,
            },
            _ => return false,
        };
        match &mut self.codes {
            Lane::Narrow(all) => match i32::try_from(code) {
                Ok(code) => all.push(code),
                Err(_) => return false,
            },
            other => other.push(i128::from(code)),
        }
        true
    }

    /// Adds one of its texts, by its place among them.
    pub fn push_place(&mut self, place: i64) -> bool {
        let fits = i32::try_from(place).is_ok();
        if fits {
            self.codes.push(i128::from(place));
        }
        fits
    }

    /// Which of the rows of a range have no value.
    pub(super) fn missing_in(&self, rows: &Range<usize>) -> &[u32] {
        let before = |end: usize| self.missing.partition_point(|row| (*row as usize) < end);
        self.missing.get(before(rows.start)..before(rows.end)).unwrap_or_default()
    }

    /// The value of a row.
    pub(super) fn coded(&self, row: usize) -> Coded<'_> {
        let code = self.codes.get(row).and_then(|code| i64::try_from(code).ok()).unwrap_or_default();
        let gone = u32::try_from(row).is_ok_and(|row| self.missing.binary_search(&row).is_ok());
        match self.kind {
            _ if gone => Coded::Missing,
            CellKind::Numbers(places) => plain(code, places),
            CellKind::Bools => Coded::Bool(code != 0),
            CellKind::Labels => Coded::Label(u32::try_from(code).unwrap_or_default()),
            CellKind::Calendar(kind) => {
                Coded::Calendar(Moment { kind, ordinal: i32::try_from(code).unwrap_or_default() })
            }
            CellKind::Texts => self.texts.get(code).map_or(Coded::Missing, Coded::Text),
        }
    }
}

/// A number without needless zeros behind the point.
fn plain(mut code: i64, mut places: u8) -> Coded<'static> {
    while places > 0 && code % 10 == 0 {
        (code, places) = (code / 10, places - 1);
    }
    Coded::Number(code, places)
}

/// A number by its digits, and how many of them stand behind the point.
pub(super) fn decimal(digits: i64, places: u8) -> Decimal {
    let size = digits.unsigned_abs();
    let (low, high) = (size & u64::from(u32::MAX), size >> u32::BITS);
    let part = |part| u32::try_from(part).unwrap_or_default();
    Decimal::from_parts(part(low), part(high), 0, digits.is_negative(), u32::from(places))
}
