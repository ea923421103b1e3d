//! Rows on end of a table that somebody holds in memory, by its columns.

use std::borrow::Cow;

use super::{Kind, spell};
use crate::io::cell::{Cell, Nature};

/// Some rows on end.
#[derive(Debug, Clone)]
pub struct HeldBlock<'t> {
    /// How many they are.
    pub rows: usize,
    /// The columns, in the order of their titles.
    pub columns: Vec<HeldColumn<'t>>,
}

/// A column of them.
#[derive(Debug, Clone)]
pub struct HeldColumn<'t> {
    /// The values; of a row that has none, any.
    pub values: HeldValues<'t>,
    /// Which rows have one.
    pub present: Presence<'t>,
}

/// Which rows have a value.
#[derive(Debug, Clone, Copy)]
pub enum Presence<'t> {
    /// All.
    All,
    /// None.
    None,
    /// Those whose bit is set, from a bit on.
    Bits(&'t [u8], usize),
}

/// The values of a column.
#[derive(Debug, Clone)]
pub enum HeldValues<'t> {
    /// Integers of 32 bits.
    Narrow(Cow<'t, [i32]>, Kind),
    /// Of 64.
    Wide(Cow<'t, [i64]>, Kind),
    /// Of 128.
    Widest(Cow<'t, [i128]>, Kind),
    /// Truth values: a bit each, from a bit on.
    Bits(&'t [u8], usize),
    /// Texts.
    Texts(HeldTexts<'t>),
    /// Places among some texts.
    Coded(Cow<'t, [u32]>, Cow<'t, [&'t str]>),
    /// Lists, structures and bytes, which are no value.
    Nested,
    /// Nothing that is read.
    Unread,
}

/// Texts, each a span of some bytes. What is no text in UTF-8 is no value.
#[derive(Debug, Clone)]
pub enum HeldTexts<'t> {
    /// One behind the other: where each begins, and where the last ends.
    Narrow(&'t [i32], &'t [u8]),
    /// The same of more than 2 GiB.
    Wide(&'t [i64], &'t [u8]),
    /// As Arrow views them: 16 bytes each, which hold a short text, or where in these buffers it stands.
    Views(&'t [u8], Vec<&'t [u8]>),
    /// Empty ones.
    Empty,
}

/// The bytes of a view, and how many of them are a text that stands in it.
const VIEW: usize = 16;
const IN_VIEW: usize = 12;

impl<'t> HeldTexts<'t> {
    /// Where the text of a row stands.
    #[inline(always)]
    pub fn span(&self, row: usize) -> (&'t [u8], (usize, usize)) {
        let place = |at: i64| usize::try_from(at).unwrap_or_default();
        match self {
            HeldTexts::Narrow(ends, bytes) => match ends.get(row..row + 2) {
                Some([start, end]) => (bytes, (place((*start).into()), place((*end).into()))),
                _ => (&[], (0, 0)),
            },
            HeldTexts::Wide(ends, bytes) => match ends.get(row..row + 2) {
                Some([start, end]) => (bytes, (place(*start), place(*end))),
                _ => (&[], (0, 0)),
            },
            HeldTexts::Views(views, buffers) => viewed(views, buffers, row).unwrap_or((&[], (0, 0))),
            HeldTexts::Empty => (&[], (0, 0)),
        }
    }

    /// The text of a row; nothing, where it is none.
    pub fn get(&self, row: usize) -> Option<&'t str> {
        let (bytes, (start, end)) = self.span(row);
        std::str::from_utf8(bytes.get(start..end)?).ok()
    }
}

fn viewed<'t>(views: &'t [u8], buffers: &[&'t [u8]], row: usize) -> Option<(&'t [u8], (usize, usize))> {
    let first = row * VIEW;
    let part = |at: usize| {
        let four = views.get(first + at..first + at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(four)).ok()
    };
    let length = part(0)?;
    if length <= IN_VIEW {
        return Some((views, (first + 4, first + 4 + length)));
    }
    let (buffer, start) = (part(8)?, part(12)?);
    Some((buffers.get(buffer)?, (start, start + length)))
}

impl Presence<'_> {
    /// Whether a row has a value.
    #[inline]
    pub fn has(self, row: usize) -> bool {
        match self {
            Presence::All => true,
            Presence::None => false,
            Presence::Bits(bytes, first) => bit(bytes, first + row),
        }
    }
}

/// A bit of many.
#[inline]
pub(in crate::io) fn bit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1)
}

impl HeldBlock<'_> {
    /// The cells of a row, as any reader has them.
    pub(in crate::io) fn cells(&self, row: usize) -> Vec<Cell<'_>> {
        self.columns.iter().map(|column| column.cell(row)).collect()
    }
}

impl HeldColumn<'_> {
    /// The cell of a row.
    pub(in crate::io) fn cell(&self, row: usize) -> Cell<'_> {
        if !self.present.has(row) {
            return Cell::default();
        }
        let integer = |kind: Kind, value: Option<i64>, bits| spell::integer(kind, value?, bits);
        let spelt = match &self.values {
            HeldValues::Unread => return Cell::default(),
            HeldValues::Nested => return Cell::of("[…]", Nature::Nested),
            HeldValues::Texts(texts) => {
                return texts.get(row).map_or(Cell::of("", Nature::Binary), Cell::plain);
            }
            HeldValues::Coded(places, texts) => {
                let place = places.get(row).and_then(|place| usize::try_from(*place).ok());
                return Cell::plain(place.and_then(|place| texts.get(place)).copied().unwrap_or_default());
            }
            HeldValues::Bits(bytes, first) => Some(bit(bytes, first + row).to_string()),
            HeldValues::Narrow(all, kind) => integer(*kind, all.get(row).copied().map(i64::from), 32),
            HeldValues::Wide(all, kind) => integer(*kind, all.get(row).copied(), 64),
            HeldValues::Widest(all, kind) => all.get(row).and_then(|value| spell::wide(*kind, *value)),
        };
        // No day of the calendar.
        spelt.map_or(Cell::of("", Nature::Binary), Cell::plain)
    }
}
