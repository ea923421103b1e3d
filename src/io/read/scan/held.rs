//! The rows of a table in memory into the cells of each field: what has a type is an integer already.

use rustc_hash::FxHashMap;

use super::block::Parser;
use super::digits::Scale;
use super::field::{Field, Known, put};
use super::parsed::Parsed;
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
        for (own, column) in self.telling().into_iter().enumerate() {
            if let Some(column) = block.columns.get(column) {
                self.look_for_notes(own, column, parsed);
            }
        }
        self.end(parsed);
    }

    /// Leaves to who thinks about it the rows whose cell in a column may begin a note, or the header again.
    fn look_for_notes(&mut self, own: usize, column: &HeldColumn, parsed: &mut Parsed) {
        let (mut above, mut begun) = ("", false);
        for (row, slow) in parsed.slow.iter_mut().enumerate() {
            let there = column.present.has(row);
            let here = match &column.values {
                HeldValues::Texts(texts) => texts.get(row).copied(),
                HeldValues::Coded(places, texts) => text(places, texts, row),
                // No figure is a note.
                HeldValues::Unread | HeldValues::Nested => None,
                _ => {
                    *slow |= !there;
                    continue;
                }
            };
            let Some(here) = here.filter(|_| there) else {
                *slow = true;
                continue;
            };
            if here != above || here.is_empty() {
                (above, begun) = (here, self.tells(own, here));
            }
            *slow |= !begun;
        }
    }

    fn tells(&mut self, own: usize, text: &str) -> bool {
        self.begins(own == 1, (text.as_bytes(), (0, text.len())))
    }
}

/// Where the cells of a field go.
type Out<'o> = (&'o mut Cells, &'o mut Parsed);

fn text<'t>(places: &[u32], texts: &[&'t str], row: usize) -> Option<&'t str> {
    texts.get(usize::try_from(*places.get(row)?).ok()?).copied()
}

/// Reads the column of a field.
fn fill(field: &mut Field, at: usize, (column, rows): (&HeldColumn, usize), out: Out) {
    match &column.values {
        HeldValues::Narrow(all, kind) => integers(field, at, (all, *kind, column), out),
        HeldValues::Wide(all, kind) => integers(field, at, (all, *kind, column), out),
        HeldValues::Widest(all, kind) => integers(field, at, (all, *kind, column), out),
        HeldValues::Texts(texts) => {
            let (cells, parsed) = out;
            // What stands below the same is the same.
            let mut above = None;
            for (row, text) in texts.iter().enumerate() {
                let text = if column.present.has(row) { *text } else { "" };
                let known = match above {
                    Some((same, known)) if same == text => known,
                    _ => field.known((text.as_bytes(), (0, text.len())), cells, parsed.pointed.get_mut(at)),
                };
                above = Some((text, known));
                put((at, row), (known, text.is_empty()), (cells, parsed));
            }
        }
        HeldValues::Coded(places, texts) => coded(field, at, (places, texts, column.present), out),
        HeldValues::Bits(bytes, first) => {
            each(field, at, (column, rows), out, |row| i128::from(bit(bytes, first + row)))
        }
        HeldValues::Nested | HeldValues::Unread => {
            let (cells, parsed) = out;
            (0..rows).for_each(|row| put((at, row), (None, true), (cells, parsed)));
        }
    }
}

/// A field without a column.
fn absent(field: &mut Field, at: usize, rows: usize, (cells, parsed): Out) {
    let known = field.known((&[], (0, 0)), cells, None);
    (0..rows).for_each(|row| put((at, row), (known, true), (cells, parsed)));
}

/// Texts that stand once each, of which every one is read once.
fn coded(field: &mut Field, at: usize, (places, texts, present): (&[u32], &[&str], Presence), (cells, parsed): Out) {
    // Of words that are many only some stand in these rows.
    let mut read: FxHashMap<u32, Option<Known>> = FxHashMap::default();
    for (row, place) in places.iter().enumerate() {
        let place = if present.has(row) { *place } else { u32::MAX };
        let text = usize::try_from(place).ok().and_then(|place| texts.get(place)).copied().unwrap_or_default();
        let known = match read.get(&place) {
            Some(known) => *known,
            None => {
                let known = field.known((text.as_bytes(), (0, text.len())), cells, parsed.pointed.get_mut(at));
                read.insert(place, known);
                known
            }
        };
        put((at, row), (known, text.is_empty()), (cells, parsed));
    }
}

/// An integer of any width.
trait Integer: Copy + Into<i128> + PartialOrd {
    /// The nearest that there is.
    fn near(bound: i64) -> Self;
    /// The integer in 64 bits, of which it has no more.
    fn low(self) -> i64;
}

macro_rules! integer {
    ($own:ty, $near:expr) => {
        impl Integer for $own {
            #[inline]
            fn near(bound: i64) -> Self {
                $near(bound)
            }
            #[inline]
            fn low(self) -> i64 {
                self as i64
            }
        }
    };
}

integer!(i32, |bound: i64| i32::try_from(bound).unwrap_or(if bound < 0 { i32::MIN } else { i32::MAX }));
integer!(i64, |bound: i64| bound);
integer!(i128, i128::from);

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
    let (lo, hi, unit) = (T::near(scale.lo), T::near(scale.hi), scale.unit);
    let code = |value: &T| {
        let fits = lo <= *value && *value <= hi;
        (if fits { value.low().wrapping_mul(unit) } else { 0 }, fits)
    };
    let mut well = true;
    let mut take = |value: &T| {
        let (code, fits) = code(value);
        well &= fits;
        code
    };
    match &mut cells.codes {
        Lane::Narrow(codes) => codes.extend(all.iter().map(|value| take(value) as i32)),
        Lane::Wide(codes) => codes.extend(all.iter().map(take)),
        Lane::Widest(codes) => codes.extend(all.iter().map(|value| i128::from(take(value)))),
    }
    if well && matches!(column.present, Presence::All) {
        return;
    }
    // Once more, one by one: some are none, or not of the field.
    cells.codes.resize(0);
    let mut empty = None;
    for (row, value) in all.iter().enumerate() {
        match code(value) {
            _ if !column.present.has(row) => {
                let known = *empty.get_or_insert_with(|| field.known((&[], (0, 0)), cells, None));
                put((at, row), (known, true), (cells, parsed));
            }
            (code, true) => cells.codes.push(i128::from(code)),
            (_, false) => put((at, row), (None, false), (cells, parsed)),
        }
    }
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
fn each(
    field: &mut Field,
    at: usize,
    (column, rows): (&HeldColumn, usize),
    (cells, parsed): Out,
    code: impl Fn(usize) -> i128,
) {
    let mut read: FxHashMap<Option<i128>, Option<Known>> = FxHashMap::default();
    let mut above = None;
    for row in 0..rows {
        let own = column.present.has(row).then(|| code(row));
        let known = match above {
            Some((same, known)) if same == own => known,
            _ if read.contains_key(&own) => read.get(&own).copied().flatten(),
            _ => {
                let cell = column.cell(row);
                // What is no value is told of by who thinks about it.
                let plain = cell.nature == Nature::Plain;
                let text = cell.text.as_bytes();
                // The point of a typed number separates no thousands.
                let known = plain.then(|| field.known((text, (0, text.len())), cells, None)).flatten();
                if read.len() < KNOWN {
                    read.insert(own, known);
                }
                known
            }
        };
        above = Some((own, known));
        put((at, row), (known, own.is_none()), (cells, parsed));
    }
}
