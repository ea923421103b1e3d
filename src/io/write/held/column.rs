//! One column of results in memory.

use std::collections::HashMap;
use std::ops::Range;

use num_integer::Integer;
use num_traits::ToPrimitive;

use super::ResultValues;
use super::texts::{Texts, Word, lack};
use crate::data::{Content, Figures, Lane, Outcome, Piece, Side, power, scaled, spell_cell};
use crate::io::write::figure::figure;
use crate::io::write::headers::Headers;
use crate::io::write::shape::Shape;
use crate::io::write::spelling::{plain, result_text, truth};
use crate::io::write::table::Cell;
use crate::io::write::{Table, TableColumn};
use crate::ir::{Policy, Slot, SlotId, Type, Value};
use crate::quantity::{Dimension, Number};

/// So many texts of integers are known again.
const KNOWN: usize = 256;

/// Whether the columns of the only policy of a table are figures of these slots, or texts of fields.
pub(super) fn are_figures(table: &Table, slots: &[SlotId]) -> bool {
    let [policy] = table.policies.as_slice() else { return false };
    table.columns.iter().all(|column| {
        let id = column.slots.first().copied().flatten();
        id.and_then(|id| Some((id, policy.slot(id)?))).is_some_and(|(id, slot)| match slot.ty {
            Type::Text => id.0 < policy.fields.len(),
            _ => slots.contains(&id),
        })
    })
}

/// A column, as far as it is gathered.
pub(super) struct Column<'t> {
    data: Data,
    /// Rows of this part without a value, of columns that are no texts.
    absent: Vec<Range<usize>>,
    /// The slot in the only policy.
    of: Option<(&'t Policy, &'t Slot, SlotId)>,
    /// Its place among the figures.
    place: Option<usize>,
    /// Texts that stand for integers, by their last bits.
    known: Vec<Option<(i128, Word)>>,
}

enum Data {
    Decimals { values: Vec<i128>, precision: i32, scale: i32 },
    Days(Vec<i32>),
    Truths(Vec<bool>),
    Texts(Texts),
    Words { places: Vec<i32>, words: Vec<String>, known: HashMap<String, i32> },
}

impl<'t> Column<'t> {
    /// A column of a table, of which these slots come as figures.
    pub fn new(table: &Table<'t>, column: &TableColumn, slots: &[SlotId]) -> Self {
        let id = column.slots.first().copied().flatten();
        let policy = table.policies.first().copied();
        let of = policy.zip(id).and_then(|(policy, id)| Some((policy, policy.slot(id)?, id)));
        let data = match (Shape::of(table, column), of) {
            (Shape::Decimal { precision, scale }, _) => Data::Decimals { values: vec![], precision, scale },
            (Shape::Date, _) => Data::Days(vec![]),
            (Shape::Bool, _) => Data::Truths(vec![]),
            (_, Some((policy, Slot { ty: ty @ Type::Label(_), .. }, _))) => {
                let labels = policy.labels(*ty).into_iter().flat_map(|set| &set.labels);
                let words: Vec<String> = labels.map(|label| label.name.clone()).collect();
                let known = words.iter().cloned().zip(0..).collect();
                Data::Words { places: vec![], words, known }
            }
            _ => Data::Texts(Texts::default()),
        };
        let place = id.and_then(|id| slots.iter().position(|slot| *slot == id));
        Column { data, absent: vec![], of, place, known: vec![] }
    }

    /// What it holds.
    pub fn shape(&self) -> Shape {
        match self.data {
            Data::Decimals { precision, scale, .. } => Shape::Decimal { precision, scale },
            Data::Days(_) => Shape::Date,
            Data::Truths(_) => Shape::Bool,
            Data::Texts(_) | Data::Words { .. } => Shape::Text,
        }
    }

    /// Its words, where it has labels.
    pub fn into_words(self) -> Option<Vec<String>> {
        if let Data::Words { words, .. } = self.data { Some(words) } else { None }
    }

    /// Takes the figures of some records of a piece, unless it is of texts; what is evaluated apart is put there later.
    pub fn fill(&mut self, piece: &Piece, rows: Range<usize>) {
        let Some(figures) = self.place.and_then(|place| piece.figures.get(place)) else { return };
        let first = match &mut self.data {
            Data::Texts(_) => return,
            Data::Decimals { values, scale, .. } => {
                let first = values.len();
                let ratio = self.of.and_then(|of| ratio(of, figures.form.places, *scale)).unwrap_or((1, 1));
                decimals(values, figures.value, rows.clone(), ratio);
                first
            }
            Data::Days(days) => {
                let first = days.len();
                extend(days, figures.value, rows.clone(), |code| code as i32);
                first
            }
            Data::Truths(truths) => {
                let first = truths.len();
                extend(truths, figures.value, rows.clone(), |code| code != 0);
                first
            }
            Data::Words { places, .. } => {
                let first = places.len();
                extend(places, figures.value, rows.clone(), |code| code as i32);
                first
            }
        };
        if !matches!(figures.present, Side::Same(1)) {
            let gone = rows.clone().filter(|at| !piece.is_apart(*at) && figures.present.get(*at) != Some(1));
            gone.for_each(|at| lack(&mut self.absent, first + at - rows.start));
        }
    }

    /// Adds the texts of some records of a piece, where it is of texts.
    pub fn push_texts(&mut self, piece: &Piece, rows: Range<usize>) {
        let (Data::Texts(texts), Some((policy, slot, id))) = (&mut self.data, self.of) else { return };
        if let Some(figures) = self.place.and_then(|place| piece.figures.get(place)) {
            self.known.resize(KNOWN, None);
            return rows.for_each(|at| {
                let Some(code) = figures.code(at) else { return texts.push(None) };
                let Some(place) = self.known.get_mut(code as usize % KNOWN) else { return texts.push(None) };
                match place {
                    Some((own, word)) if *own == code => texts.push_word(word),
                    place => {
                        let word = Word::of(&spelt(policy, slot, figures, code));
                        texts.push_word(&word);
                        *place = Some((code, word));
                    }
                }
            });
        }
        let mut above = None;
        let alike = piece.stretch.each_text(id.0, rows.clone(), |text, place| {
            if place.is_some() && place == above {
                texts.push_again();
            } else {
                texts.push(text.map(plain).as_deref());
            }
            above = place;
        });
        if !alike {
            for at in rows {
                let value = piece.stretch.value(id.0, at).map(|value| spell_cell(policy, slot, &value));
                texts.push(value.as_deref().map(plain).as_deref());
            }
        }
    }

    /// Asks for room for so many rows.
    pub fn reserve(&mut self, rows: usize) {
        match &mut self.data {
            Data::Decimals { values, .. } => values.reserve(rows),
            Data::Days(days) => days.reserve(rows),
            Data::Truths(truths) => truths.reserve(rows),
            Data::Words { places, .. } => places.reserve(rows),
            Data::Texts(texts) => texts.reserve(rows),
        }
    }

    /// Makes room for a row, unless it is of texts.
    pub fn grow(&mut self) {
        match &mut self.data {
            Data::Decimals { values, .. } => values.push(0),
            Data::Days(days) => days.push(0),
            Data::Truths(truths) => truths.push(false),
            Data::Words { places, .. } => places.push(0),
            Data::Texts(_) => {}
        }
    }

    /// Takes what a record came to that was evaluated by itself; a text goes behind the others.
    pub fn set(&mut self, row: usize, table: &Table, column: &TableColumn, outcome: &Outcome) {
        let cell = table.cell(column, outcome);
        let text = || match cell {
            Cell::Value(policy, slot, id) => result_text(policy, slot, id, outcome, Headers::Names),
            Cell::Raw(text) => text.to_owned(),
            Cell::Empty => String::new(),
        };
        let scale = self.shape().scale();
        let number = || match (cell, &outcome.content) {
            (Cell::Value(policy, slot, id), Content::Values(values, _)) => match values.get(id.0)? {
                Value::Bool(truth) => Some(i128::from(*truth)),
                Value::Calendar(moment) => Some(i128::from(moment.ordinal)),
                Value::Number(number) => scaled(&figure(policy, slot, id, number)?, scale),
                Value::Label(_) | Value::Text(_) | Value::Missing => None,
            },
            _ => None,
        };
        let found = match &mut self.data {
            Data::Texts(texts) => {
                let text = text();
                return texts.push(Some(&plain(&text)));
            }
            Data::Words { places, words, known } => {
                let text = plain(&text()).into_owned();
                let place = (!text.is_empty()).then(|| word(words, known, text));
                put(places, row, place)
            }
            Data::Decimals { values, .. } => put(values, row, number()),
            Data::Days(days) => put(days, row, number().and_then(|day| day.to_i32())),
            Data::Truths(truths) => put(truths, row, number().map(|truth| truth != 0)),
        };
        if !found {
            lack(&mut self.absent, row);
        }
    }

    /// What was gathered, which is forgotten.
    pub fn taken(&mut self) -> (ResultValues, Vec<Range<usize>>) {
        let values = match &mut self.data {
            Data::Texts(texts) => return texts.taken(),
            Data::Decimals { values, .. } => ResultValues::Decimals(std::mem::take(values)),
            Data::Days(days) => ResultValues::Days(std::mem::take(days)),
            Data::Truths(truths) => ResultValues::Truths(std::mem::take(truths)),
            Data::Words { places, .. } => ResultValues::Words(std::mem::take(places)),
        };
        (values, std::mem::take(&mut self.absent))
    }
}

/// Puts a value into its row, and tells whether there is one.
fn put<T>(values: &mut [T], row: usize, value: Option<T>) -> bool {
    match (values.get_mut(row), value) {
        (Some(place), Some(value)) => {
            *place = value;
            true
        }
        _ => false,
    }
}

/// The place of a word among others, which is new perhaps.
fn word(words: &mut Vec<String>, known: &mut HashMap<String, i32>, text: String) -> i32 {
    if let Some(place) = known.get(&text) {
        return *place;
    }
    let place = i32::try_from(words.len()).unwrap_or(i32::MAX);
    words.push(text.clone());
    known.insert(text, place);
    place
}

/// Adds what is made of the integers of some rows.
fn extend<T>(values: &mut Vec<T>, side: Side, rows: Range<usize>, make: impl Fn(i128) -> T) {
    match side {
        Side::Same(code) => values.extend(rows.map(|_| make(code))),
        Side::Lane(Lane::Narrow(all)) => {
            values.extend(all.get(rows).unwrap_or_default().iter().map(|code| make((*code).into())));
        }
        Side::Lane(Lane::Wide(all)) => {
            values.extend(all.get(rows).unwrap_or_default().iter().map(|code| make((*code).into())));
        }
        Side::Lane(Lane::Widest(all)) => {
            values.extend(all.get(rows).unwrap_or_default().iter().map(|code| make(*code)));
        }
    }
}

/// Adds so many times the integers of some rows, divided.
fn decimals(values: &mut Vec<i128>, side: Side, rows: Range<usize>, (up, down): (i128, i128)) {
    match (up, down) {
        (1, 1) => extend(values, side, rows, |code| code),
        (up, 1) => extend(values, side, rows, |code| code.wrapping_mul(up)),
        (up, down) => extend(values, side, rows, |code| code.wrapping_mul(up) / down),
    }
}

fn spelt(policy: &Policy, slot: &Slot, figures: &Figures, code: i128) -> String {
    match figures.form.value(code, figures.ty) {
        Some(Value::Bool(is)) => truth(is, Headers::Names),
        Some(value) => plain(&spell_cell(policy, slot, &value)).into_owned(),
        None => String::new(),
    }
}

/// By what an integer with so many places is multiplied, and then divided, for the digits of its figure of that scale.
fn ratio((policy, slot, id): (&Policy, &Slot, SlotId), places: u32, scale: i32) -> Option<(i128, i128)> {
    let (num, den) = match slot.ty {
        Type::Number(Dimension::TIME) => (1, i128::from(slot.time_unit.seconds())),
        Type::Number(dimension) if dimension.percent => (scaled(&figure(policy, slot, id, &Number::ONE)?, 0)?, 1),
        _ => (1, 1),
    };
    let up = power(scale.unsigned_abs())?.checked_mul(num)?;
    let down = power(places)?.checked_mul(den)?;
    let common = up.gcd(&down);
    Some((up / common, down / common))
}
