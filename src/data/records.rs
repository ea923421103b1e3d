//! The records of a run, held small: those that can be used by their columns, those that are out as they are.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::cells::{Cells, Coded};
use super::column::{Column, KeyPart, TextPlaces};
use super::lane::Lane;
use super::record::{InputRecord, Place, Reading};
use crate::ir::Value;

/// So many records are held by their columns together; of those that are let go soon, all that are held.
const TOGETHER: usize = 2048;
const PASSING: usize = 1 << 30;

/// Records in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    /// How many of the first were let go.
    gone: usize,
    /// Whether records are let go soon, so that nobody need hold them small.
    passing: bool,
    /// How many records of each file there are.
    counts: Vec<usize>,
    /// Where each of those stands that are not gone.
    places: Vec<Place>,
    /// How many fields they have.
    width: Option<usize>,
    /// Those that cannot be used, or were changed.
    apart: BTreeMap<usize, InputRecord>,
    /// The values of the others, so many at a time; of one that stands apart it is not told.
    packed: Vec<Vec<Column>>,
}

/// Some records on end, by their columns.
#[derive(Clone, Copy)]
pub struct Stretch<'r> {
    records: &'r Records,
    columns: &'r [Column],
    /// The place of the first among all.
    pub first: usize,
    /// How many they are.
    pub len: usize,
}

impl Records {
    /// How many there are, or were.
    pub fn len(&self) -> usize {
        self.gone + self.places.len()
    }

    /// Holds records by their columns only until they are let go.
    pub fn pass(&mut self) {
        self.passing = true;
    }

    /// How many of the first were let go.
    pub fn gone(&self) -> usize {
        self.gone
    }

    /// Lets all records go that are held by their columns, and gives them; those that stand apart stay as well.
    pub fn part(&mut self) -> Self {
        let (gone, end) = (self.gone, self.len());
        let apart = self.apart.range(gone..).map(|(at, record)| (*at, record.clone())).collect();
        let (places, packed) = (std::mem::take(&mut self.places), std::mem::take(&mut self.packed));
        self.gone = end;
        Records { gone, passing: self.passing, counts: vec![], places, width: self.width, apart, packed }
    }

    /// Takes the room of records that nobody needs any more.
    pub fn reuse(&mut self, mut gone: Records) {
        if self.places.is_empty() && self.packed.is_empty() {
            gone.places.clear();
            gone.packed.truncate(1);
            gone.packed.iter_mut().flatten().for_each(Column::clear);
            (self.places, self.packed) = (gone.places, gone.packed);
        }
    }

    /// Counts so many records of a file that are gone already; none may be held.
    pub fn pass_by(&mut self, input: u32, count: usize) {
        self.count(input, count);
        self.gone += count;
    }

    fn together(&self) -> usize {
        if self.passing { PASSING } else { TOGETHER }
    }

    /// How many records of a file there are, or were.
    pub fn of_file(&self, input: usize) -> usize {
        self.counts.get(input).copied().unwrap_or_default()
    }

    fn count(&mut self, input: u32, more: usize) {
        let input = input as usize;
        if self.counts.len() <= input {
            self.counts.resize(input + 1, 0);
        }
        self.counts.get_mut(input).into_iter().for_each(|count| *count += more);
    }

    /// Adds a record.
    pub fn push(&mut self, InputRecord { place, reading }: InputRecord) {
        let at = self.len();
        match reading {
            Reading::Record(values) if *self.width.get_or_insert(values.len()) == values.len() => {
                self.open().iter_mut().zip(&values).for_each(|(column, value)| column.push(value));
            }
            reading => {
                self.apart.insert(at, InputRecord { place, reading });
                self.open().iter_mut().for_each(|column| column.push_coded(Coded::Missing));
            }
        }
        self.end(place);
    }

    /// Adds the records of some rows on end of one file, by the cells of each field.
    pub fn push_cells(&mut self, input: u32, lines: &[u32], cells: &[Cells], mut rows: Range<usize>) {
        self.width.get_or_insert(cells.len());
        while !rows.is_empty() {
            let room = self.together() - self.places.len() % self.together();
            let some = rows.start..rows.end.min(rows.start.saturating_add(room));
            rows.start = some.end;
            self.open().iter_mut().zip(cells).for_each(|(column, cells)| column.push_cells(cells, some.clone()));
            let lines = lines.get(some).unwrap_or_default();
            self.places.extend(lines.iter().map(|row| Place { input, row: *row }));
            self.count(input, lines.len());
            self.close();
        }
    }

    /// The columns that the next record goes into.
    fn open(&mut self) -> &mut [Column] {
        let width = self.width.unwrap_or_default();
        let (full, before) = (self.places.len() / self.together(), self.places.len() % self.together());
        if self.packed.len() <= full {
            self.packed.push(vec![]);
        }
        let Some(open) = self.packed.last_mut() else { return &mut [] };
        // The first records may have stood apart, and told nothing of the others.
        while open.len() < width {
            let mut column = Column::default();
            (0..before).for_each(|_| column.push_coded(Coded::Missing));
            open.push(column);
        }
        open
    }

    fn end(&mut self, place: Place) {
        self.places.push(place);
        self.count(place.input, 1);
        self.close();
    }

    /// Closes columns that are full.
    fn close(&mut self) {
        if self.places.len().is_multiple_of(TOGETHER) && !self.passing {
            self.packed.last_mut().into_iter().flatten().for_each(Column::close);
        }
    }

    /// Where a record stands; of one that was let go, where it stands apart.
    pub fn place(&self, at: usize) -> Option<Place> {
        match at.checked_sub(self.gone) {
            Some(held) => self.places.get(held).copied(),
            None => self.apart(at).map(|record| record.place),
        }
    }

    /// The columns of a record that is held by them, and its place in these.
    fn packed(&self, at: usize) -> Option<(&[Column], usize)> {
        let held = at.checked_sub(self.gone).filter(|held| *held < self.places.len())?;
        Some((self.packed.get(held / self.together())?, held % self.together()))
    }

    /// A record that is not held by its values.
    pub fn apart(&self, at: usize) -> Option<&InputRecord> {
        self.apart.get(&at)
    }

    /// A record.
    pub fn get(&self, at: usize) -> Option<Cow<'_, InputRecord>> {
        if let Some(record) = self.apart(at) {
            return Some(Cow::Borrowed(record));
        }
        let (place, (columns, held)) = (self.place(at)?, self.packed(at)?);
        let values = columns.iter().map(|column| column.value(held).unwrap_or(Value::Missing)).collect();
        Some(Cow::Owned(InputRecord { place, reading: Reading::Record(values) }))
    }

    /// The value of a field of a record, where it is known.
    pub fn known(&self, at: usize, field: usize) -> Option<Cow<'_, Value>> {
        if let Some(record) = self.apart(at) {
            return record.reading.known(field).map(Cow::Borrowed);
        }
        let (columns, held) = self.packed(at)?;
        columns.get(field)?.value(held).map(Cow::Owned)
    }

    /// A record to be changed. It stands apart from then on.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut InputRecord> {
        if !self.apart.contains_key(&at) {
            let record = self.get(at)?.into_owned();
            self.apart.insert(at, record);
        }
        self.apart.get_mut(&at)
    }

    /// Takes a record for something else.
    pub fn set(&mut self, at: usize, reading: Reading) {
        if let Some(place) = self.place(at) {
            self.apart.insert(at, InputRecord { place, reading });
        }
    }

    /// The records that do not stand by their values, each with its place among all.
    pub fn all_apart(&self) -> impl Iterator<Item = (usize, &InputRecord)> {
        self.apart.iter().map(|(at, record)| (*at, record))
    }

    /// All records that are held, in stretches, in order.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch<'_>> {
        let together = self.together();
        (self.gone..).step_by(together).zip(&self.packed).map(move |(first, columns)| {
            let len = together.min(self.len().saturating_sub(first));
            Stretch { records: self, columns, first, len }
        })
    }
}

impl<'r> Stretch<'r> {
    /// Where the record at a place from the first stands.
    pub fn place(self, at: usize) -> Option<Place> {
        self.records.place(self.first + at)
    }

    /// The places, from the first of these, of those that do not stand by their values.
    pub fn apart(self) -> impl Iterator<Item = usize> + 'r {
        let Stretch { records, first, len, .. } = self;
        records.apart.range(first..first + len).map(move |(at, _)| at - first)
    }

    /// The value of a field of the record at a place from the first.
    pub fn value(self, field: usize, at: usize) -> Option<Value> {
        self.columns.get(field)?.value(at)
    }

    /// The same of a text, where all of its field are texts.
    pub fn text(self, field: usize, at: usize) -> Option<&'r str> {
        self.columns.get(field)?.text(at)
    }

    /// The places of the texts of a field, where all of it are texts.
    pub fn text_places(self, field: usize) -> Option<TextPlaces<'r>> {
        self.columns.get(field)?.text_places()
    }

    /// Gives the texts of a field of some records, with their places among those that there are; not where they are no texts.
    pub fn each_text(self, field: usize, rows: Range<usize>, take: impl FnMut(Option<&str>, Option<i64>)) -> bool {
        self.columns.get(field).is_some_and(|column| column.each_text(rows, take))
    }

    /// Whether a text of a field may be one of which something holds.
    pub fn has_text(self, field: usize, holds: impl Fn(&str) -> bool) -> bool {
        self.columns.get(field).is_none_or(|column| column.has_text(holds))
    }

    /// Gives what `hash` makes of each value of a field, which is asked of few of those that are alike.
    pub fn give_hashes(self, field: usize, hash: impl Fn(KeyPart) -> u64, take: impl FnMut(usize, u64)) {
        if let Some(column) = self.columns.get(field) {
            column.give_hashes(hash, take);
        }
    }

    /// Gives the integers of a field, numbers with so many places; not where some have more, or are no integers.
    pub fn give(self, field: usize, places: u32, lane: &mut Lane) -> bool {
        self.columns.get(field).is_some_and(|column| column.give(places, lane))
    }

    /// Gives for each text of a field of texts what `code` says of it.
    pub fn give_texts(self, field: usize, code: impl Fn(&str) -> i128, lane: &mut Lane) -> bool {
        self.columns.get(field).is_some_and(|column| column.give_texts(code, lane))
    }

    /// Gives whether each value of a field is there.
    pub fn give_presence(self, field: usize, lane: &mut Lane) -> bool {
        self.columns.get(field).is_some_and(|column| column.give_presence(lane))
    }
}
