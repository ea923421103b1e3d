//! The cells of records that were evaluated by their columns, written from the integers that stand for their values.

use std::borrow::Cow;

use super::Table;
use super::spelling::{harmless, truth};
use crate::data::{Figures, Piece, spell_cell};
use crate::ir::{Policy, Slot, Type};
use crate::quantity::Dimension;

/// More bits than these are not written from their integer.
const MOST_BITS: u32 = 96;

/// How the cells of a column are written.
pub(super) enum Cell<'t> {
    /// The text of a field.
    Text(usize),
    /// Digits of a slot, by its place among the figures.
    Digits(usize, Digits, Fallback<'t>),
    /// One of some words, by the integer.
    Words(usize, Vec<Vec<u8>>),
    /// As the value is spelt.
    Value(usize, Fallback<'t>),
}

/// Whose a value is, for who spells it.
pub(super) type Fallback<'t> = (&'t Policy, &'t Slot);

/// How the digits of a number stand in its cell.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    /// The point goes so many places to the right.
    shift: u32,
    /// So many places at least stand behind it.
    least: u32,
    /// What stands behind them.
    suffix: &'static str,
}

impl Cell<'_> {
    /// The place of its figures; of a text, none.
    pub fn figures(&self) -> Option<usize> {
        match self {
            Cell::Text(_) => None,
            Cell::Digits(place, ..) | Cell::Words(place, _) | Cell::Value(place, _) => Some(*place),
        }
    }

    /// Adds the cell of the record at a place of a piece.
    pub fn spell(&self, (piece, at): (&Piece, usize), out: &mut Vec<u8>) {
        let of = |place: &usize| piece.figures.get(*place).and_then(|figures| Some((figures, figures.code(at)?)));
        match self {
            Cell::Text(field) => match piece.stretch.text(*field, at) {
                Some(text) => quoted(&harmless(text), out),
                None => quoted(&harmless(&text_of(piece, *field, at)), out),
            },
            Cell::Words(place, words) => {
                let code = of(place).and_then(|(_, code)| usize::try_from(code).ok());
                out.extend_from_slice(code.and_then(|code| words.get(code)).map_or(b"", |word| word));
            }
            Cell::Digits(place, digits, fallback) => {
                if let Some((figures, code)) = of(place)
                    && !digits.write(code, figures.form.places, out)
                {
                    quoted(&harmless(&spelt(*fallback, figures, at)), out);
                }
            }
            Cell::Value(place, fallback) => {
                if let Some((figures, _)) = of(place) {
                    quoted(&harmless(&spelt(*fallback, figures, at)), out);
                }
            }
        }
    }
}

/// Adds a cell, between quotes where it needs them.
pub(super) fn quoted(cell: &str, out: &mut Vec<u8>) {
    if !cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return out.extend_from_slice(cell.as_bytes());
    }
    out.push(b'"');
    out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

/// The bytes of a cell that stands in many lines.
pub(super) fn cell_bytes(cell: &str) -> Vec<u8> {
    let mut bytes = vec![];
    quoted(cell, &mut bytes);
    bytes
}

/// How the values of a slot are written that stand as integers.
pub(super) fn by_integer<'t>(table: &Table<'t>, (policy, slot): Fallback<'t>, place: usize) -> Cell<'t> {
    let digits = |shift, least, suffix| Cell::Digits(place, Digits { shift, least, suffix }, (policy, slot));
    match slot.ty {
        Type::Number(dimension) if dimension.percent => digits(2, 0, "%"),
        Type::Number(Dimension::MONEY) => digits(0, policy.header.minor_unit.normalize().scale(), ""),
        Type::Number(Dimension::TIME) if slot.time_unit.seconds() != 1 => Cell::Value(place, (policy, slot)),
        Type::Number(_) => digits(0, 0, ""),
        Type::Bool => Cell::Words(place, [false, true].map(|is| cell_bytes(&truth(is, table.headers))).to_vec()),
        Type::Label(_) => {
            let labels = policy.labels(slot.ty).into_iter().flat_map(|set| &set.labels);
            Cell::Words(place, labels.map(|label| cell_bytes(&harmless(&label.name))).collect())
        }
        Type::Calendar(_) | Type::Text | Type::Invalid => Cell::Value(place, (policy, slot)),
    }
}

fn text_of(piece: &Piece, field: usize, at: usize) -> Cow<'static, str> {
    match piece.stretch.value(field, at) {
        Some(crate::ir::Value::Text(text)) => Cow::Owned(text.to_string()),
        _ => Cow::Borrowed(""),
    }
}

fn spelt((policy, slot): Fallback, figures: &Figures, at: usize) -> String {
    let value = figures.code(at).and_then(|code| figures.form.value(code, figures.ty));
    value.map(|value| spell_cell(policy, slot, &value)).unwrap_or_default()
}

impl Digits {
    /// Writes a number by its integer, of which so many digits stand behind the point; not one that is too wide.
    fn write(self, code: i128, places: u32, out: &mut Vec<u8>) -> bool {
        let mut size = code.unsigned_abs();
        if u128::BITS - size.leading_zeros() > MOST_BITS {
            return false;
        }
        let Ok(mut size_64) = u64::try_from(size) else {
            // Rare enough to be counted in the wider type.
            let mut places = places;
            while places > self.shift + self.least && size.is_multiple_of(10) {
                (size, places) = (size / 10, places - 1);
            }
            return self.put(code < 0, &size.to_string(), places, out);
        };
        let mut places = places;
        while places > self.shift + self.least && size_64.is_multiple_of(10) {
            (size_64, places) = (size_64 / 10, places - 1);
        }
        let mut digits = [0_u8; 20];
        let mut count = 0;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + u8::try_from(size_64 % 10).unwrap_or_default();
            (size_64, count) = (size_64 / 10, count + 1);
            if size_64 == 0 {
                break;
            }
        }
        let written = digits.get(digits.len() - count..).and_then(|digits| std::str::from_utf8(digits).ok());
        written.is_some_and(|digits| self.put(code < 0, digits, places, out))
    }

    fn put(self, negative: bool, digits: &str, places: u32, out: &mut Vec<u8>) -> bool {
        if negative {
            out.push(b'-');
        }
        let behind = places.saturating_sub(self.shift) as usize;
        // Digits that stand before the point only since it goes to the right.
        let added = if digits == "0" { 0 } else { self.shift.saturating_sub(places) as usize };
        match digits.len().checked_sub(behind).filter(|whole| *whole > 0) {
            Some(whole) => {
                let (whole, fraction) = digits.split_at(whole);
                out.extend_from_slice(whole.as_bytes());
                out.extend(std::iter::repeat_n(b'0', added));
                if behind > 0 {
                    out.push(b'.');
                    out.extend_from_slice(fraction.as_bytes());
                }
            }
            None => {
                out.extend_from_slice(b"0.");
                out.extend(std::iter::repeat_n(b'0', behind - digits.len()));
                out.extend_from_slice(digits.as_bytes());
            }
        }
        let least = self.least as usize;
        if behind < least {
            if behind == 0 {
                out.push(b'.');
            }
            out.extend(std::iter::repeat_n(b'0', least - behind));
        }
        out.extend_from_slice(self.suffix.as_bytes());
        true
    }
}
