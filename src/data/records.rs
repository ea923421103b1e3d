//! The records of a run, held small: those that can be used by their columns, those that are out as they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::column::Column;
use super::record::{InputRecord, Place, Reading};
use crate::ir::Value;

/// So many records are held by their columns together.
const TOGETHER: usize = 2048;

/// Records in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    /// Where each stands.
    places: Vec<Place>,
    /// How many fields they have.
    width: Option<usize>,
    /// Those that cannot be used, or were changed.
    apart: BTreeMap<usize, InputRecord>,
    /// The values of the others, so many at a time.
    packed: Vec<Box<[Column]>>,
    /// The values of the last ones. Of one that stands apart there are none.
    open: Vec<Vec<Value>>,
}

impl Records {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Adds a record.
    pub fn push(&mut self, InputRecord { place, reading }: InputRecord) {
        let at = self.places.len();
        self.places.push(place);
        match reading {
            Reading::Record(values) if *self.width.get_or_insert(values.len()) == values.len() => {
                self.open.push(values)
            }
            reading => {
                self.apart.insert(at, InputRecord { place, reading });
                self.open.push(vec![]);
            }
        }
        if self.open.len() == TOGETHER {
            let column =
                |field| Column::of(self.open.iter().map(move |values| values.get(field).unwrap_or(&Value::Missing)));
            self.packed.push((0..self.width.unwrap_or_default()).map(column).collect());
            self.open.clear();
        }
    }

    /// Where a record stands.
    pub fn place(&self, at: usize) -> Option<Place> {
        self.places.get(at).copied()
    }

    /// A record that is not held by its values.
    pub fn apart(&self, at: usize) -> Option<&InputRecord> {
        self.apart.get(&at)
    }

    /// A record.
    pub fn get(&self, at: usize) -> Option<Cow<'_, InputRecord>> {
        let place = self.place(at)?;
        if let Some(record) = self.apart(at) {
            return Some(Cow::Borrowed(record));
        }
        let values = match self.packed.get(at / TOGETHER) {
            Some(columns) => {
                columns.iter().map(|column| column.value(at % TOGETHER).unwrap_or(Value::Missing)).collect()
            }
            None => self.open.get(at % TOGETHER)?.clone(),
        };
        Some(Cow::Owned(InputRecord { place, reading: Reading::Record(values) }))
    }

    /// The value of a field of a record, where it is known.
    pub fn known(&self, at: usize, field: usize) -> Option<Cow<'_, Value>> {
        if let Some(record) = self.apart(at) {
            return record.reading.known(field).map(Cow::Borrowed);
        }
        match self.packed.get(at / TOGETHER) {
            Some(columns) => columns.get(field)?.value(at % TOGETHER).map(Cow::Owned),
            None => self.open.get(at % TOGETHER)?.get(field).map(Cow::Borrowed),
        }
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
}
