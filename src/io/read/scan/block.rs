//! The rows of a block into the cells of each field, and which of them need thought.

use std::ops::Range;

use super::cut::span;
use super::field::{Field, is_plain_code};
use super::index::Index;
use super::parsed::Parsed;
use super::recent::Recent;
use crate::io::cell::Headed;
use crate::io::read::delimited::unguarded;
use crate::io::read::header::Header;
use crate::io::read::heading::Fields;

/// How the rows of a file are read whose header is known. It keeps what it read only to know it again.
pub(in crate::io::read) struct Parser<'p> {
    pub(super) fields: Vec<Field<'p>>,
    /// How many of them have a column.
    found: usize,
    /// Whether a column tells whose a row is.
    keyed: bool,
    /// Where a field stands, with its title: a row that has it there may be the header again.
    first: (usize, String),
    /// Which first cells, and which of that column, begin a record.
    begins: [Recent<bool>; 2],
}

impl<'p> Parser<'p> {
    /// The fields below a header; nothing, where the header or the kind of the file needs thought at every row.
    pub fn new(fields: &'p Fields<'p>, header: &Header, headed: &[Headed], guarded: bool) -> Option<Self> {
        let layout = fields.layout;
        let first = header.fields.iter().flatten().next()?;
        if layout.foreign || layout.tests {
            return None;
        }
        let each = fields.plans.iter().zip(&header.fields).zip(headed);
        let all = each.map(|((plan, at), headed)| Field::new(plan, headed.clone(), *at, guarded));
        let all = all.collect::<Option<Vec<_>>>()?;
        Some(Parser {
            found: all.iter().filter(|field| field.column.is_some()).count(),
            keyed: all.iter().any(|field| field.key),
            fields: all,
            first: (*first, header.title(*first).to_owned()),
            begins: [Recent::new(), Recent::new()],
        })
    }

    /// Reads the rows of a block that are as most are.
    pub fn parse(&mut self, text: &[u8], index: &Index, parsed: &mut Parsed) {
        self.begin(index.len(), parsed);
        for (at, field) in self.fields.iter_mut().enumerate() {
            field.fill(at, (text, index), parsed);
        }
        for (own, column) in self.telling().into_iter().enumerate() {
            for (ends, slow) in index.rows().zip(&mut parsed.slow) {
                let span = span(text, ends, column).unwrap_or_default();
                *slow |= !self.begins(own == 1, (text, span));
            }
        }
        self.end(parsed);
    }

    /// Of so many rows nothing is read yet.
    pub(super) fn begin(&self, rows: usize, parsed: &mut Parsed) {
        parsed.clear(rows, self.fields.len(), || self.fields.iter().map(Field::cells).collect());
    }

    /// The columns by which a row is told from a note, and from the header again.
    pub(super) fn telling(&self) -> [usize; 2] {
        [0, self.first.0]
    }

    /// The title of the second of them.
    pub(super) fn title(&self) -> &[u8] {
        self.first.1.as_bytes()
    }

    /// Of a row with little in it more must be known.
    pub(super) fn end(&self, parsed: &mut Parsed) {
        for (slow, absent) in parsed.slow.iter_mut().zip(&parsed.absent) {
            *slow |= self.found < 2 + usize::from(*absent);
        }
        if self.found < 2 {
            parsed.slow.fill(true);
        }
    }

    /// Whether a cell at the beginning of a row tells of no note, and no header again.
    pub(super) fn begins(&mut self, own: bool, (text, span): (&[u8], (usize, usize))) -> bool {
        let [first, other] = &mut self.begins;
        let recent = if own { other } else { first };
        if let Some(known) = recent.find(text, span) {
            return known;
        }
        let cell = text.get(span.0..span.1).and_then(|cell| std::str::from_utf8(cell).ok());
        let begins = cell.is_some_and(|cell| match own {
            true => is_settled(cell) && cell.trim() != self.first.1,
            false => (self.keyed || is_plain_code(cell.as_bytes())) && is_no_note(cell),
        });
        recent.keep(text, span, begins);
        begins
    }
}

/// The characters of the longest key of some rows that is longer than one that is known.
pub(in crate::io::read) fn longest(
    text: &[u8],
    index: &Index,
    rows: Range<usize>,
    (keys, known): (&[usize], usize),
) -> usize {
    let mut longest = known;
    for key in keys {
        for ends in index.rows().skip(rows.start).take(rows.len()) {
            let (start, end) = span(text, ends, *key).unwrap_or_default();
            if end - start > longest {
                let key = text.get(start..end).and_then(|key| std::str::from_utf8(key).ok()).unwrap_or_default();
                longest = longest.max(unguarded(key).trim().chars().count());
            }
        }
    }
    longest
}

/// Whether a cell is surely no note beside others: one has a colon.
fn is_no_note(text: &str) -> bool {
    text.bytes().next().is_some_and(|first| !first.is_ascii_whitespace()) && is_settled(text) && !text.contains(':')
}

/// Whether a text looks in every form as it stands.
fn is_settled(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}'))
}
