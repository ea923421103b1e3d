//! The rows of a table in memory into the cells of each field: what has a type is an integer already.

use rustc_hash::FxHashMap;

use super::block::Parser;
use super::digits::Scale;
use super::field::{Field, Known, is_plain_code, put};
use super::parsed::Parsed;
use super::recent::Key;
use crate::data::{CellKind, Cells, Coded, Lane};
use crate::io::cell::Nature;
use crate::io::typed::{HeldBlock, HeldColumn, HeldValues, Kind, Presence, bit};
use crate::quantity::{Calendar, Moment};

/// So many values are known again.
const KNOWN: usize = 1 << 12;

impl Parser<'_> {
    /// Reads the rows of a block that are as most are.
    pub fn parse_held(&mut self, block: &HeldBlock, parsed: &mut Parsed) {
        self.begin(block.rows, parsed);
        for (at, field) in self.fields.iter_mut().enumerate() {
            let Some(mut cells) = field.begin(at, parsed) else { continue };
            match field.column.and_then(|column| block.columns.get(column)) {
                Some(column) => fill(field, at, (column, block.rows), (&mut cells, parsed)),
                None => absent(field, at, block.rows, (&mut cells, parsed)),
            }
            parsed.cells.get_mut(at).into_iter().for_each(|place| std::mem::swap(place, &mut cells));
        }
        let [first, other] = self.telling();
        let of: &[(usize, &[bool])] =
            if first == other { &[(first, &[false, true])] } else { &[(first, &[false]), (other, &[true])] };
        for (column, own) in of {
            if let Some(column) = block.columns.get(*column) {
                self.look_for_notes(own, column, parsed);
            }
        }
        self.end(parsed);
    }

    /// Leaves to who thinks about it the rows whose cell in a column may begin a note, or the header again.
    fn look_for_notes(&mut self, own: &[bool], column: &HeldColumn, parsed: &mut Parsed) {
        let mut above: Option<(Same, bool)> = None;
        for (row, slow) in parsed.slow.iter_mut().enumerate() {
            if !column.present.has(row) {
                *slow = true;
                continue;
            }
            let (same, (text, span)) = match &column.values {
                HeldValues::Texts(texts) => {
                    let (text, span) = texts.span(row);
                    (Key::of(text, span).map(Same::Text), (text, span))
                }
                HeldValues::Coded(places, texts) => {
                    let place = places.get(row).copied().unwrap_or(u32::MAX);
                    let text = word(texts, place).as_bytes();
                    (Some(Same::Place(place)), (text, (0, text.len())))
                }
                HeldValues::Unread | HeldValues::Nested => (None, (&[] as &[u8], (0, 0))),
                // No figure is a note.
                _ => continue,
            };
            let begins = match (same, above) {
                (Some(same), Some((known, begins))) if known == same => begins,
                _ => span.0 < span.1 && own.iter().all(|own| self.tells(*own, (text, span))),
            };
            above = same.map(|same| (same, begins));
            *slow |= !begins;
        }
    }

    /// Whether a cell at the beginning of a row tells of no note, and no header again.
    fn tells(&mut self, own: bool, (text, span): (&[u8], (usize, usize))) -> bool {
        // Keys that stand once each are not worth to be known again.
        let code = text.get(span.0..span.1).filter(|code| is_plain_code(code));
        code.is_some_and(|code| code != self.title()) || self.begins(own, (text, span))
    }
}

/// What two cells share that are the same.
#[derive(Clone, Copy, PartialEq)]
enum Same {
    Text(Key),
    Place(u32),
}

/// So many cells that stand above are known again.
const SEEN: usize = 64;

/// What tells cells of one column apart.
trait Apart: Copy + PartialEq {
    /// Where it may be known again.
    fn place(self) -> usize;
}

impl Apart for Key {
    #[inline]
    fn place(self) -> usize {
        Key::place(self)
    }
}

impl Apart for u32 {
    #[inline]
    fn place(self) -> usize {
        self as usize
    }
}

impl Apart for i128 {
    #[inline]
    fn place(self) -> usize {
        self as usize
    }
}

/// Where the cells of a field go.
type Out<'o> = (&'o mut Cells, &'o mut Parsed);

/// One of some words.
fn word<'t>(words: &[&'t str], place: u32) -> &'t str {
    usize::try_from(place).ok().and_then(|place| words.get(place)).copied().unwrap_or_default()
}

/// Reads the column of a field.
fn fill(field: &mut Field, at: usize, (column, rows): (&HeldColumn, usize), out: Out) {
    match &column.values {
        HeldValues::Narrow(all, kind) => integers(field, at, (all, *kind, column), out),
        HeldValues::Wide(all, kind) => integers(field, at, (all, *kind, column), out),
        HeldValues::Widest(all, kind) => integers(field, at, (all, *kind, column), out),
        HeldValues::Texts(texts) => alike(
            (at, rows),
            column.present,
            field,
            |row| Key::of(texts.span(row).0, texts.span(row).1),
            |field, row, (cells, parsed)| {
                let (text, span) = row.map_or((&[] as &[u8], (0, 0)), |row| texts.span(row));
                let code = text.get(span.0..span.1).and_then(|code| field.plain_code(code, cells));
                let known = code.or_else(|| field.known((text, span), cells, parsed.pointed.get_mut(at)));
                (known, span.0 == span.1)
            },
            out,
        ),
        HeldValues::Coded(places, texts) => coded(field, at, (places, texts, column.present), out),
        HeldValues::Bits(bytes, first) => bits(field, at, (bytes, *first), (column, rows), out),
        HeldValues::Nested | HeldValues::Unread => {
            let (cells, parsed) = out;
            (0..rows).for_each(|row| put((at, row), (None, true), (cells, parsed)));
        }
    }
}

/// Cells of which many are alike: what is the same as one above comes to the same. `know` tells what a cell comes to, and whether
/// nothing stands there; of a row without a value it is asked of none.
fn alike<K: Apart>(
    (at, rows): (usize, usize),
    present: Presence,
    field: &mut Field,
    same: impl Fn(usize) -> Option<K>,
    mut know: impl FnMut(&mut Field, Option<usize>, (&mut Cells, &mut Parsed)) -> (Option<Known>, bool),
    (cells, parsed): Out,
) {
    let mut seen: [Option<(K, i32)>; SEEN] = [None; SEEN];
    for row in 0..rows {
        if !present.has(row) {
            let known = know(field, None, (&mut *cells, &mut *parsed));
            put((at, row), known, (&mut *cells, &mut *parsed));
            continue;
        }
        let own = same(row);
        let place = own.and_then(|own| seen.get_mut(own.place() % SEEN));
        if let (Some(own), Some(Some((same, code))), Lane::Narrow(codes)) = (own, &place, &mut cells.codes)
            && own == *same
        {
            codes.push(*code);
            continue;
        }
        let (known, empty) = know(field, Some(row), (&mut *cells, &mut *parsed));
        let code = known.filter(|_| !empty).and_then(|known| field.code(known));
        match (code, &mut cells.codes) {
            (Some(code), Lane::Narrow(codes)) => codes.push(code),
            _ => put((at, row), (known, empty), (&mut *cells, &mut *parsed)),
        }
        place.into_iter().for_each(|place| *place = own.zip(code));
    }
}

/// Truth values, a bit each.
fn bits(field: &mut Field, at: usize, (bytes, first): (&[u8], usize), of: (&HeldColumn, usize), out: Out) {
    let (column, rows) = of;
    let mut code = |truth: &str| {
        let known = field.known((truth.as_bytes(), (0, truth.len())), out.0, None)?;
        field.code(known)
    };
    let codes = code("false").zip(code("true"));
    match (codes, column.present, &mut out.0.codes) {
        (Some((no, yes)), Presence::All, Lane::Narrow(codes)) => {
            codes.extend((0..rows).map(|row| if bit(bytes, first + row) { yes } else { no }));
        }
        _ => each(field, at, (column, rows), out, |row| i128::from(bit(bytes, first + row))),
    }
}

/// A field without a column.
fn absent(field: &mut Field, at: usize, rows: usize, (cells, parsed): Out) {
    let known = field.known((&[], (0, 0)), cells, None);
    (0..rows).for_each(|row| put((at, row), (known, true), (cells, parsed)));
}

/// Texts that stand once each, of which every one is read once.
fn coded(field: &mut Field, at: usize, (places, texts, present): (&[u32], &[&str], Presence), out: Out) {
    // Of words that are many only some stand in these rows.
    let mut read: FxHashMap<u32, Option<Known>> = FxHashMap::default();
    let place = |row: usize| places.get(row).copied();
    alike(
        (at, places.len()),
        present,
        field,
        place,
        |field, row, (cells, parsed)| {
            let place = row.and_then(place).unwrap_or(u32::MAX);
            let text = word(texts, place);
            let mut know = || field.known((text.as_bytes(), (0, text.len())), cells, parsed.pointed.get_mut(at));
            (*read.entry(place).or_insert_with(&mut know), text.is_empty())
        },
        out,
    );
}

/// An integer of any width.
trait Integer: Copy + Into<i128> {
    /// Its lower 64 bits, and what is 0 where these say all.
    fn halves(self) -> (i64, i64);
}

impl Integer for i32 {
    #[inline]
    fn halves(self) -> (i64, i64) {
        (self.into(), 0)
    }
}

impl Integer for i64 {
    #[inline]
    fn halves(self) -> (i64, i64) {
        (self, 0)
    }
}

impl Integer for i128 {
    #[inline]
    fn halves(self) -> (i64, i64) {
        let low = self as i64;
        (low, (self >> 64) as i64 ^ (low >> 63))
    }
}

/// Integers of a kind: numbers at once, days too, whatever else by its text.
fn integers<T: Integer>(field: &mut Field, at: usize, (all, kind, column): (&[T], Kind, &HeldColumn), out: Out) {
    let places = match kind {
        Kind::Decimal(places) => Some(places),
        Kind::Plain | Kind::Unsigned => Some(0),
        _ => None,
    };
    if let (Some(places), Some(digits), CellKind::Numbers(_)) = (places, field.digits, field.kind()) {
        return match digits.scale(places) {
            Some(scale) => numbers(field, at, (all, scale, column), out),
            None => {
                let (cells, parsed) = out;
                let mut empty = None;
                for (row, value) in all.iter().enumerate() {
                    if !column.present.has(row) {
                        let known = *empty.get_or_insert_with(|| field.known((&[], (0, 0)), cells, None));
                        put((at, row), (known, true), (cells, parsed));
                        continue;
                    }
                    let done = digits.number((*value).into(), places).is_some_and(|number| cells.push(number));
                    if !done {
                        put((at, row), (None, false), (cells, parsed));
                    }
                }
            }
        };
    }
    if kind == Kind::Date && field.kind() == CellKind::Calendar(Calendar::Date) {
        return days(field, at, (all, column.present), out);
    }
    each(field, at, (column, all.len()), out, |row| all.get(row).map_or(0, |value| (*value).into()));
}

/// Numbers of which each that lies between two others is a number of the field.
fn numbers<T: Integer>(
    field: &mut Field,
    at: usize,
    (all, scale, column): (&[T], Scale, &HeldColumn),
    (cells, parsed): Out,
) {
    let first = cells.codes.len();
    let well = match &mut cells.codes {
        Lane::Narrow(codes) => at_once(all, scale, codes, |code| code as i32),
        Lane::Wide(codes) => at_once(all, scale, codes, |code| code),
        Lane::Widest(codes) => at_once(all, scale, codes, i128::from),
    };
    if well && matches!(column.present, Presence::All) {
        return;
    }
    // Once more, one by one: some are none, or not of the field.
    cells.codes.resize(first);
    let mut empty = None;
    for (row, value) in all.iter().enumerate() {
        match value.halves() {
            _ if !column.present.has(row) => {
                let known = *empty.get_or_insert_with(|| field.known((&[], (0, 0)), cells, None));
                put((at, row), (known, true), (cells, parsed));
            }
            (value, 0) if (scale.lo..=scale.hi).contains(&value) => cells.codes.push((value * scale.unit).into()),
            _ => put((at, row), (None, false), (cells, parsed)),
        }
    }
}

/// The codes of numbers, and whether all of them are numbers of the field; else the codes are of no account.
fn at_once<T: Integer, C>(all: &[T], scale: Scale, codes: &mut Vec<C>, cut: impl Fn(i64) -> C) -> bool {
    let Scale { lo, hi, unit } = scale;
    let width = hi.wrapping_sub(lo) as u64;
    // A flag for all is soon kept, and a way out of the loop is not.
    let (mut within, mut more) = (lo <= hi, 0);
    codes.extend(all.iter().map(|value| {
        let (low, beyond) = value.halves();
        more |= beyond;
        within &= low.wrapping_sub(lo) as u64 <= width;
        cut(low.wrapping_mul(unit))
    }));
    within && more == 0
}

/// Days since 1970, which is how dates are counted.
fn days<T: Integer>(field: &mut Field, at: usize, (all, present): (&[T], Presence), (cells, parsed): Out) {
    let mut empty = None;
    for (row, value) in all.iter().enumerate() {
        if !present.has(row) {
            let known = *empty.get_or_insert_with(|| field.known((&[], (0, 0)), cells, None));
            put((at, row), (known, true), (cells, parsed));
            continue;
        }
        let ordinal = i32::try_from((*value).into()).ok();
        let moment = ordinal.map(|ordinal| Moment { kind: Calendar::Date, ordinal });
        let done = moment.filter(|moment| field.admits(*moment)).is_some_and(|day| cells.push(Coded::Calendar(day)));
        if !done {
            put((at, row), (None, false), (cells, parsed));
        }
    }
}

/// Values of any kind as their texts are read; those that come again are known.
fn each(field: &mut Field, at: usize, (column, rows): (&HeldColumn, usize), out: Out, code: impl Fn(usize) -> i128) {
    let mut read: FxHashMap<Option<i128>, Option<Known>> = FxHashMap::default();
    alike(
        (at, rows),
        column.present,
        field,
        |row| Some(code(row)),
        |field, row, (cells, _)| {
            let own = row.map(&code);
            if let Some(known) = read.get(&own) {
                return (*known, own.is_none());
            }
            let cell = row.map(|row| column.cell(row)).unwrap_or_default();
            // What is no value is told of by who thinks about it.
            let plain = cell.nature == Nature::Plain;
            let text = cell.text.as_bytes();
            // The point of a typed number separates no thousands.
            let known = plain.then(|| field.known((text, (0, text.len())), cells, None)).flatten();
            if read.len() < KNOWN {
                read.insert(own, known);
            }
            (known, own.is_none())
        },
        out,
    );
}
