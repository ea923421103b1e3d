//! Rows that are no records: totals, notes, a header again, and what stands below a table.

use super::header::Header;
use crate::io::cell::{Cell, FieldPlan, Headed, Nature, is_note, is_part_of, is_summary, normal, read_cell};

/// A text that is no longer may be a key.
const MOST_OF_A_KEY: usize = 12;

/// What a file showed so far, by which a row is known for what it is.
#[derive(Default)]
pub(super) struct Course {
    /// The cells of the record above.
    above: Vec<String>,
    /// Whether a blank row stands between.
    blank: bool,
    /// The row of another heading below the table.
    below: Option<u32>,
    /// The characters of the longest key.
    longest: usize,
}

/// Why a row below the table is no record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    /// A text by itself, after a blank row.
    Alone,
    /// Another heading, or a row under one.
    Heading(u32),
}

impl Course {
    /// Notes a blank row.
    pub fn pause(&mut self) {
        self.blank = true;
    }

    /// Whether what follows is of the table as far as is known: no blank row stands between, nor another heading.
    pub fn is_open(&self) -> bool {
        !self.blank && self.below.is_none()
    }

    /// The characters of the longest key.
    pub fn longest_key(&self) -> usize {
        self.longest
    }

    /// Notes a key of so many characters.
    pub fn lengthen(&mut self, key: usize) {
        self.longest = self.longest.max(key);
    }

    /// Why a row is no record, where it is none for certain: the variant of its text.
    pub fn skipped(&mut self, plans: &[FieldPlan], header: &Header, cells: &[Cell]) -> Option<&'static str> {
        match () {
            () if self.is_summary(plans, header, cells) => Some("summary"),
            () if repeats(header, cells) => {
                *self = Course::default();
                Some("header")
            }
            () if is_foot(header, cells) => Some("note"),
            () => None,
        }
    }

    /// Whether nothing stands in a row but a note: a cell outside of the table, one that is no value of its column, or a
    /// sentence in the place of a key.
    pub fn is_stray(&self, plans: &[FieldPlan], header: &Header, cells: &[Cell]) -> bool {
        let Some(only) = only_filled(cells).filter(|_| header.found() > 1) else { return false };
        let Some(cell) = cells.get(only).filter(|cell| cell.nature == Nature::Plain) else { return false };
        let mut of_column = plans.iter().zip(&header.fields).filter(|(_, column)| **column == Some(only)).peekable();
        match of_column.peek() {
            None => header.unused.contains(&only),
            Some(_) if keys(plans, header).any(|key| key == only) => {
                let text = cell.text.trim();
                let length = text.chars().count();
                let words = text.contains(|c: char| c == ' ' || !c.is_ascii());
                words && self.longest > 0 && length > MOST_OF_A_KEY && length > 2 * self.longest
            }
            // A figure is somebody's, though it may not read.
            Some(_) if !cell.text.contains(char::is_alphabetic) => false,
            Some(_) => of_column.all(|(plan, _)| read_cell(plan, &Headed::default(), cell).is_err()),
        }
    }

    /// Whether a row that may be a record stands below the table. A row of the table is kept in mind.
    pub fn below(&mut self, row: u32, plans: &[FieldPlan], header: &Header, cells: &[Cell]) -> Option<Below> {
        let blank = std::mem::take(&mut self.blank);
        if self.below.is_none() && blank && is_heading(plans, header, cells) {
            self.below = Some(row);
        }
        let below = match self.below {
            Some(heading) => Some(Below::Heading(heading)),
            None => (blank && is_lone(plans, header, cells)).then_some(Below::Alone),
        };
        if below.is_none() {
            self.keep(plans, header, cells);
        }
        below
    }

    /// Keeps the cells of a record in mind, in the room of those of the one above it.
    pub fn keep(&mut self, plans: &[FieldPlan], header: &Header, cells: &[Cell]) {
        let key = keys(plans, header).filter_map(|column| Some(cells.get(column)?.text.trim().chars().count())).max();
        self.longest = self.longest.max(key.unwrap_or_default());
        self.above.resize_with(cells.len(), String::new);
        for (kept, cell) in self.above.iter_mut().zip(cells) {
            kept.clear();
            kept.push_str(&cell.text);
        }
    }

    /// A row of totals: of all by its words, of a group by the key of the row above.
    fn is_summary(&self, plans: &[FieldPlan], header: &Header, cells: &[Cell]) -> bool {
        let filled = |column: &usize| cells.get(*column).is_some_and(|cell| !cell.is_blank());
        let mut keys: Vec<usize> = keys(plans, header).filter(filled).collect();
        if keys.is_empty() {
            keys.extend((0..cells.len()).find(filled));
        }
        keys.into_iter().any(|column| {
            let text = cells.get(column).map(|cell| normal(&cell.text)).unwrap_or_default();
            is_summary(&text) || self.above.get(column).is_some_and(|above| is_group(&text, above))
        })
    }
}

/// Whether a normal text is the key of the row that a spreadsheet puts under the group of the row above.
fn is_group(text: &str, above: &str) -> bool {
    // A group and what was made of it stand apart: most keys need no look at the row above.
    if !text.contains(' ') {
        return false;
    }
    let above = normal(above);
    !above.is_empty() && is_part_of(text, &above)
}

/// Whether nothing but its key stands in a row that could hold more.
pub(super) fn is_lone(plans: &[FieldPlan], header: &Header, cells: &[Cell]) -> bool {
    let Some(only) = only_filled(cells) else { return false };
    let keys: Vec<usize> = keys(plans, header).collect();
    let more = header.fields.iter().flatten().any(|column| !keys.contains(column));
    more && (keys.contains(&only) || header.fields.iter().flatten().all(|column| *column != only))
}

/// The column of the only cell in which something stands.
pub(super) fn only_filled(cells: &[Cell]) -> Option<usize> {
    let mut filled = (0..cells.len()).filter(|at| cells.get(*at).is_some_and(|cell| !cell.is_blank()));
    filled.next().filter(|_| filled.next().is_none())
}

/// The columns of the keys.
pub(super) fn keys(plans: &[FieldPlan], header: &Header) -> impl Iterator<Item = usize> {
    plans.iter().zip(&header.fields).filter(|(plan, _)| plan.field.key && !plan.field.period).filter_map(|(_, at)| *at)
}

/// Whether a row is the header again.
fn repeats(header: &Header, cells: &[Cell]) -> bool {
    let cell = |column: &usize| cells.get(*column).map_or("", |cell| cell.text.as_ref());
    header.found() > 0 && header.fields.iter().flatten().all(|column| normal(cell(column)) == header.title(*column))
}

/// Whether a row holds nothing but notes: remarks, signatures, the lines with which a bill ends.
fn is_foot(header: &Header, cells: &[Cell]) -> bool {
    let filled = || cells.iter().filter(|cell| !cell.is_blank());
    let Some(first) = filled().next() else { return false };
    let alone = filled().nth(1).is_none();
    // `#----`, and what follows it in fewer cells than the header has.
    let marked = first.text.trim_start().starts_with('#') && !alone && cells.len() < header.titles.len();
    marked || (alone && is_note(&normal(&first.text), header.titles.len() > 1)) || are_notes(filled())
}

/// Whether cells are notes: each is one, or stands behind one that ends in a colon, as a name behind `制表人：`.
fn are_notes<'c>(mut filled: impl Iterator<Item = &'c Cell<'c>>) -> bool {
    let mut before = false;
    filled.all(|cell| {
        let text = normal(&cell.text);
        let behind = std::mem::replace(&mut before, text.ends_with(':'));
        behind || before || is_note(&text, false)
    })
}

/// Whether a row is the heading of another table: words where figures should stand.
fn is_heading(plans: &[FieldPlan], header: &Header, cells: &[Cell]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_blank());
    let words = filled.clone().all(|cell| !cell.text.contains(|c: char| c.is_ascii_digit()));
    let unread = plans.iter().zip(&header.fields).any(|(plan, column)| {
        let cell = column.and_then(|column| cells.get(column)).filter(|cell| !cell.is_blank());
        cell.is_some_and(|cell| read_cell(plan, &Headed::default(), cell).is_err())
    });
    words && unread && filled.count() > 1
}
