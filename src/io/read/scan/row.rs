//! A row as a record, where nothing in it or around it need be thought over.

use super::cut::Cut;
use super::field::{Beside, Field, is_plain_code};
use crate::data::{Batch, Coded, Place};
use crate::io::cell::Headed;
use crate::io::read::column::Columnar;
use crate::io::read::delimited::unguarded;
use crate::io::read::foot::Course;
use crate::io::read::header::Header;
use crate::io::read::heading::Fields;

/// The fields of the rows of a file whose header is known.
pub(in crate::io::read) struct Quick<'s, 'p> {
    fields: Vec<Column<'s, 'p>>,
    /// How many cells a row has.
    width: usize,
    /// Whether a column tells whose a row is.
    keyed: bool,
    /// Where a field stands, with its title: a row that has it there may be the header again.
    first: (usize, String),
    /// The text of the last record, and where its cells stand.
    above: (&'s str, Vec<(usize, usize)>),
}

/// A field, and its column where it has one.
struct Column<'s, 'p> {
    at: Option<usize>,
    key: bool,
    field: Field<'s, 'p>,
}

impl<'s, 'p> Quick<'s, 'p> {
    /// The fields below a header; nothing, where the header or the kind of the file needs thought at every row.
    pub fn new(fields: &'s Fields<'p>, header: &Header, headed: &[Headed]) -> Option<Self> {
        let layout = fields.layout;
        let first = header.fields.iter().flatten().next()?;
        if layout.foreign || layout.tests {
            return None;
        }
        let columns = fields.plans.iter().zip(&header.fields).zip(headed).map(|((plan, at), headed)| Column {
            at: *at,
            key: at.is_some() && plan.field.key && !plan.field.period,
            field: Field::new(plan, headed.clone()),
        });
        let columns: Vec<Column> = columns.collect();
        Some(Quick {
            keyed: columns.iter().any(|column| column.key),
            fields: columns,
            width: header.titles.len(),
            first: (*first, header.title(*first).to_owned()),
            above: ("", vec![]),
        })
    }

    /// Takes a row for a record, where it surely is one and nothing else is to be told of it.
    pub fn take(
        &mut self,
        (place, cut): (Place, Cut<'s, '_>),
        (course, columnar): (&mut Course, &mut Columnar),
        batch: &mut Batch,
    ) -> bool {
        if cut.len() != self.width || !course.is_open() || !self.begins(cut) {
            return false;
        }
        let record = batch.len();
        let (mut filled, mut longest, mut noted) = (0, 0, vec![]);
        let mut values: Vec<Coded> = Vec::with_capacity(self.fields.len());
        for (at, column) in self.fields.iter_mut().enumerate() {
            let text = column.at.map_or(Some(""), |column| cut.get(column));
            let Some((text, read)) = text.and_then(|text| Some((text, column.field.read(text)?))) else { return false };
            if read.pointed && !columnar.knows_point(at) {
                return false;
            }
            filled += usize::from(!text.is_empty() && read.beside == Beside::Nothing && read.value != Coded::Missing);
            if column.key && text.len() > course.longest_key() {
                longest = longest.max(unguarded(text).trim().chars().count());
            }
            if read.beside != Beside::Nothing {
                noted.push((at, read.beside));
            }
            values.push(read.value);
        }
        if filled < 2 {
            return false;
        }
        batch.push_coded(place, &values);
        for (field, beside) in noted {
            match beside {
                Beside::Default => batch.note_default(record, field),
                Beside::Blank => columnar.see_blank(field, place.row),
                Beside::Nothing => {}
            }
        }
        course.lengthen(longest);
        cut.keep(&mut self.above);
        true
    }

    /// The cells of the last record that was taken; none, where another row was read since.
    pub fn above(&mut self) -> Option<(&'s str, Vec<(usize, usize)>)> {
        let (text, spans) = (self.above.0, std::mem::take(&mut self.above.1));
        (!spans.is_empty()).then_some((text, spans))
    }

    /// Whether the first cells of a row are neither a note nor the titles again.
    fn begins(&self, cut: Cut) -> bool {
        let (at, title) = &self.first;
        let (Some(first), Some(own)) = (cut.get(0), cut.get(*at)) else { return false };
        let known = self.keyed || is_plain_code(first);
        known && is_no_note(first) && is_settled(own) && own.trim() != title
    }
}

/// Whether a cell is surely no note beside others: one has a colon.
fn is_no_note(text: &str) -> bool {
    text.bytes().next().is_some_and(|first| !first.is_ascii_whitespace()) && is_settled(text) && !text.contains(':')
}

/// Whether a text looks in every form as it stands.
fn is_settled(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}'))
}
