//! The values of one field over many records, held in as few bytes as they need.

use std::ops::Range;

use super::bits::Bits;
use super::cells::{CellKind, Cells, Coded, decimal};
use super::integers::Integers;
use super::lane::Lane;
use super::texts::Texts;
use crate::ir::{Text, Value};
use crate::quantity::{Calendar, Decimal, Moment};

/// Of so many integers the hash of their value is known again.
const HASHED: usize = 256;

/// Values of one field, each as it was given: no digit and no place behind the point is lost or added.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    kind: Kind,
    /// What stands for each value; 0 where it is missing.
    codes: Integers,
    /// Where values are missing, if any are.
    missing: Bits,
}

/// A part of a key, of which a text need not be put together.
pub enum KeyPart<'k> {
    /// A text as it stands in a cell.
    Text(&'k str),
    /// A value.
    Value(&'k Value),
}

/// The texts of a column, each of which may stand for many values.
pub struct TextPlaces<'c> {
    column: &'c Column,
    texts: &'c Texts,
}

impl<'c> TextPlaces<'c> {
    /// All texts, in the order of their places.
    pub fn all(&self) -> impl Iterator<Item = &'c str> {
        self.texts.all()
    }

    /// The place of the text of a value; nothing, where it is missing.
    pub fn place(&self, at: usize) -> Option<usize> {
        let code = self.column.codes.get(at).filter(|_| !self.column.missing.get(at))?;
        usize::try_from(code).ok()
    }
}

/// What the codes of a column stand for.
#[derive(Debug, Clone, Default)]
enum Kind {
    /// Nothing as yet: all are missing.
    #[default]
    None,
    /// Numbers with so many places behind the point, of which none has a needless zero.
    Scaled(u8),
    /// The digits of numbers, and for each how many of them stand behind the point.
    Numbers(Vec<u8>),
    /// 0 and 1.
    Bools,
    /// Places of labels in their set.
    Labels,
    /// Ordinals.
    Calendar(Calendar),
    /// Places among the texts that there are.
    Texts(Texts),
    /// Nothing: the values stand here themselves, such as numbers of more than 64 bits.
    Plain(Vec<Value>),
}

impl Column {
    /// How many values there are.
    fn len(&self) -> usize {
        if let Kind::Plain(values) = &self.kind { values.len() } else { self.codes.len() }
    }

    /// Adds a value.
    pub fn push(&mut self, value: &Value) {
        let taken = match value {
            Value::Missing => self.take(Coded::Missing),
            Value::Number(number) => number.decimal().is_some_and(|decimal| self.take_decimal(decimal)),
            Value::Bool(truth) => self.take(Coded::Bool(*truth)),
            Value::Label(place) => u32::try_from(*place).is_ok_and(|place| self.take(Coded::Label(place))),
            Value::Calendar(moment) => self.take(Coded::Calendar(*moment)),
            Value::Text(text) => self.take(Coded::Text(text.as_str())),
        };
        if !taken {
            self.push_plain(value.clone());
        }
    }

    /// Adds a value by its integer.
    pub fn push_coded(&mut self, coded: Coded) {
        if !self.take(coded) {
            self.push(&coded.value());
        }
    }

    /// Adds the values of some rows.
    pub fn push_cells(&mut self, cells: &Cells, rows: Range<usize>) {
        if let Kind::None = self.kind {
            self.kind = match cells.kind {
                CellKind::Numbers(places) => Kind::Scaled(places),
                CellKind::Bools => Kind::Bools,
                CellKind::Labels => Kind::Labels,
                CellKind::Calendar(kind) => Kind::Calendar(kind),
                CellKind::Texts => Kind::Texts(Texts::default()),
            };
        }
        if let (Kind::Texts(_), CellKind::Texts) = (&self.kind, cells.kind) {
            return self.push_texts(cells, rows);
        }
        let alike = match (&self.kind, cells.kind) {
            (Kind::Scaled(own), CellKind::Numbers(places)) => *own == places,
            (Kind::Bools, CellKind::Bools) | (Kind::Labels, CellKind::Labels) => true,
            (Kind::Calendar(own), CellKind::Calendar(kind)) => *own == kind,
            _ => false,
        };
        if !alike {
            return rows.for_each(|row| self.push_coded(cells.coded(row)));
        }
        let first = self.codes.len();
        cells.missing_in(&rows).iter().for_each(|row| self.missing.set(first + *row as usize - rows.start));
        match &cells.codes {
            Lane::Narrow(all) => self.codes.extend(all.get(rows).unwrap_or_default()),
            Lane::Wide(all) => self.codes.extend_wide(all.get(rows).unwrap_or_default()),
            Lane::Widest(_) => {}
        }
    }

    /// Adds the texts of some rows, each of which is looked for once.
    fn push_texts(&mut self, cells: &Cells, rows: Range<usize>) {
        let mut places: Vec<Option<i64>> = vec![None; cells.texts.count()];
        let mut missing = cells.missing_in(&rows).iter().peekable();
        for row in rows {
            let gone = missing.next_if(|gone| **gone as usize == row).is_some();
            let code = cells.codes.get(row).and_then(|code| usize::try_from(code).ok()).filter(|_| !gone);
            match code.and_then(|code| places.get(code).copied().flatten()) {
                Some(place) if self.is_by_code() => self.codes.push(place),
                _ => {
                    self.push_coded(cells.coded(row));
                    let last = self.codes.len().checked_sub(1).and_then(|last| self.codes.get(last));
                    code.and_then(|code| places.get_mut(code)).into_iter().for_each(|place| *place = last);
                }
            }
        }
    }

    fn take(&mut self, coded: Coded) -> bool {
        if let Kind::None = self.kind {
            self.kind = match coded {
                Coded::Missing => Kind::None,
                Coded::Number(_, places) => Kind::Scaled(places),
                Coded::Bool(_) => Kind::Bools,
                Coded::Label(_) => Kind::Labels,
                Coded::Calendar(moment) => Kind::Calendar(moment.kind),
                Coded::Text(_) => Kind::Texts(Texts::default()),
            };
        }
        let code = match (coded, &mut self.kind) {
            (Coded::Missing, Kind::Plain(_)) => return false,
            (Coded::Missing, _) => {
                self.missing.set(self.codes.len());
                0
            }
            (Coded::Number(digits, own), Kind::Scaled(places)) if own == *places => digits,
            (Coded::Number(digits, own), Kind::Scaled(_)) => match self.at_scale(digits, own) {
                Some(code) => code,
                None => return false,
            },
            (Coded::Bool(truth), Kind::Bools) => i64::from(truth),
            (Coded::Label(place), Kind::Labels) => i64::from(place),
            (Coded::Calendar(moment), Kind::Calendar(kind)) if moment.kind == *kind => i64::from(moment.ordinal),
            (Coded::Text(text), Kind::Texts(texts)) => match texts.place(text) {
                Some(place) => place,
                None => return false,
            },
            _ => return false,
        };
        if let Kind::Numbers(places) = &mut self.kind {
            places.push(0);
        }
        self.codes.push(code);
        true
    }

    /// The digits of a number at the scale of the column, which may grow by it.
    fn at_scale(&mut self, digits: i64, own: u8) -> Option<i64> {
        let Kind::Scaled(places) = &mut self.kind else { return None };
        let more = |by: u8| 10_i64.checked_pow(u32::from(by));
        if own <= *places {
            return digits.checked_mul(more(*places - own)?);
        }
        if !self.codes.multiply(more(own - *places)?) {
            return None;
        }
        *places = own;
        Some(digits)
    }

    /// Takes a number with all its places, where it fits and its digits say its sign.
    fn take_decimal(&mut self, decimal: Decimal) -> bool {
        let (Ok(places), Ok(digits)) = (u8::try_from(decimal.scale()), i64::try_from(decimal.mantissa())) else {
            return false;
        };
        if digits.is_negative() != decimal.is_sign_negative() {
            return false;
        }
        let needless = places > 0 && digits % 10 == 0;
        if !needless && self.take(Coded::Number(digits, places)) {
            return true;
        }
        if let Kind::None | Kind::Scaled(_) = self.kind {
            let own = |at| match self.value(at) {
                Some(Value::Number(number)) => {
                    let decimal = number.decimal()?;
                    Some((i64::try_from(decimal.mantissa()).ok()?, u8::try_from(decimal.scale()).ok()?))
                }
                _ => Some((0, 0)),
            };
            let Some(parts) = (0..self.codes.len()).map(own).collect::<Option<Vec<_>>>() else { return false };
            let (codes, each): (Vec<i64>, Vec<u8>) = parts.into_iter().unzip();
            (self.kind, self.codes) = (Kind::Numbers(each), Integers::growing(codes));
        }
        let Kind::Numbers(each) = &mut self.kind else { return false };
        each.push(places);
        self.codes.push(digits);
        true
    }

    fn push_plain(&mut self, value: Value) {
        if !matches!(self.kind, Kind::Plain(_)) {
            let values = (0..self.codes.len()).filter_map(|at| self.value(at)).collect();
            *self = Column { kind: Kind::Plain(values), ..Column::default() };
        }
        if let Kind::Plain(values) = &mut self.kind {
            values.push(value);
        }
    }

    /// Has no value any more, and room for others.
    pub fn clear(&mut self) {
        self.codes.clear();
        self.missing.clear();
        match &mut self.kind {
            Kind::Texts(texts) => texts.clear(),
            kind => *kind = Kind::None,
        }
    }

    /// Ends it: no further value comes.
    pub fn close(&mut self) {
        self.codes.narrow();
        self.missing.shrink();
        match &mut self.kind {
            Kind::Texts(texts) => texts.close(),
            Kind::Numbers(places) => places.shrink_to_fit(),
            Kind::Plain(values) => values.shrink_to_fit(),
            Kind::None | Kind::Scaled(_) | Kind::Bools | Kind::Labels | Kind::Calendar(_) => {}
        }
    }

    /// A value by its place.
    pub fn value(&self, at: usize) -> Option<Value> {
        if let Kind::Plain(values) = &self.kind {
            return values.get(at).cloned();
        }
        let code = self.codes.get(at)?;
        if self.missing.get(at) {
            return Some(Value::Missing);
        }
        Some(match &self.kind {
            Kind::None => Value::Missing,
            Kind::Scaled(places) => Value::from(decimal(code, *places).normalize()),
            Kind::Numbers(places) => Value::from(decimal(code, *places.get(at)?)),
            Kind::Bools => Value::Bool(code != 0),
            Kind::Labels => Value::Label(usize::try_from(code).ok()?),
            Kind::Calendar(kind) => Value::Calendar(Moment { kind: *kind, ordinal: i32::try_from(code).ok()? }),
            Kind::Texts(texts) => Value::Text(Text::from(texts.get(code)?)),
            Kind::Plain(_) => return None,
        })
    }

    /// A text by its place, where all of the column are texts.
    pub fn text(&self, at: usize) -> Option<&str> {
        match &self.kind {
            Kind::Texts(texts) if !self.missing.get(at) => texts.get(self.codes.get(at)?),
            _ => None,
        }
    }

    /// The texts of a column and where each value stands among them, where all of it are texts.
    pub fn text_places(&self) -> Option<TextPlaces<'_>> {
        let Kind::Texts(texts) = &self.kind else { return None };
        Some(TextPlaces { column: self, texts })
    }

    /// Gives the texts of some rows, with their places among those that there are; not where they are no texts.
    pub fn each_text(&self, rows: Range<usize>, mut take: impl FnMut(Option<&str>, Option<i64>)) -> bool {
        let Kind::Texts(texts) = &self.kind else { return false };
        for at in rows {
            let place = self.codes.get(at).filter(|_| !self.missing.get(at));
            take(place.and_then(|place| texts.get(place)), place);
        }
        true
    }

    /// Whether a text may be one of which something holds; of values that are held one by one, that is not known.
    pub fn has_text(&self, holds: impl Fn(&str) -> bool) -> bool {
        match &self.kind {
            Kind::Texts(texts) => texts.all().any(holds),
            Kind::Plain(_) => true,
            _ => false,
        }
    }

    /// Gives what `hash` makes of each value, which is asked of few of those that are alike.
    pub fn give_hashes(&self, hash: impl Fn(KeyPart) -> u64, mut take: impl FnMut(usize, u64)) {
        if let Kind::Texts(texts) = &self.kind {
            let each: Vec<u64> = texts.all().map(|text| hash(KeyPart::Text(text))).collect();
            for at in 0..self.len() {
                let place =
                    self.codes.get(at).filter(|_| !self.missing.get(at)).and_then(|code| usize::try_from(code).ok());
                take(
                    at,
                    place
                        .and_then(|place| each.get(place).copied())
                        .unwrap_or_else(|| hash(KeyPart::Value(&Value::Missing))),
                );
            }
            return;
        }
        let mut known: Vec<Option<(i64, u64)>> = vec![None; HASHED];
        for at in 0..self.len() {
            let code = self.codes.get(at).filter(|_| self.is_by_code() && !self.missing.get(at));
            let place = code.and_then(|code| known.get_mut(usize::try_from(code.unsigned_abs()).ok()? % HASHED));
            let found = match (code, place) {
                (Some(code), Some(Some((own, hash)))) if *own == code => Some(*hash),
                (code, place) => self.value(at).map(|value| {
                    let hash = hash(KeyPart::Value(&value));
                    place.zip(code).into_iter().for_each(|(place, code)| *place = Some((code, hash)));
                    hash
                }),
            };
            found.into_iter().for_each(|found| take(at, found));
        }
    }

    /// Whether equal integers stand for equal values.
    fn is_by_code(&self) -> bool {
        !matches!(self.kind, Kind::Numbers(_) | Kind::Plain(_))
    }

    /// Gives the integers of all values, numbers with so many places; not where some have more, or are no integers.
    pub fn give(&self, places: u32, lane: &mut Lane) -> bool {
        let more = match &self.kind {
            Kind::Scaled(own) => places.checked_sub(u32::from(*own)).and_then(|more| 10_i64.checked_pow(more)),
            Kind::None | Kind::Bools | Kind::Labels | Kind::Calendar(_) => Some(1),
            Kind::Numbers(_) | Kind::Texts(_) | Kind::Plain(_) => None,
        };
        more.is_some_and(|more| self.codes.give(more, lane))
    }

    /// Gives for each value, which are texts, what `code` says of its text.
    pub fn give_texts(&self, code: impl Fn(&str) -> i128, lane: &mut Lane) -> bool {
        let Kind::Texts(texts) = &self.kind else { return false };
        let codes: Vec<i128> = texts.all().map(code).collect();
        for at in 0..self.len() {
            let place = self.codes.get(at).and_then(|place| usize::try_from(place).ok());
            lane.push(place.and_then(|place| codes.get(place)).copied().unwrap_or_default());
        }
        true
    }

    /// Gives whether each value is there.
    pub fn give_presence(&self, lane: &mut Lane) -> bool {
        if matches!(self.kind, Kind::Plain(_)) {
            return false;
        }
        (0..self.len()).for_each(|at| lane.push(i128::from(!self.missing.get(at))));
        true
    }
}
