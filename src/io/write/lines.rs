//! Lines of comma-separated text from columns: what stands in many cells is spelt once.

use std::ops::Range;

use super::Table;
use super::integers::{Cell, by_integer, cell_bytes, quoted};
use super::spelling::harmless;
use crate::data::{Content, Figures, Lane, Mark, Outcome, Piece, Place, Side, TextPlaces};
use crate::ir::{SlotId, Type};

/// So many cells of a column are known again.
const KNOWN: usize = 256;
/// A cell that is known again is copied as so many bytes at once, the comma before it among them.
const SHORT: usize = 16;

/// Of so many records it pays to spell beforehand what stands in many of their cells.
const MANY: usize = 256;

/// How the cells of each column are written.
pub(super) struct Row<'t> {
    cells: Vec<Cell<'t>>,
    /// What is told of each record besides its values.
    marks: Vec<Told>,
    table: &'t Table<'t>,
}

/// What is told of a record besides its values.
enum Told {
    /// The same of all.
    Same(Vec<u8>),
    /// Where it stands.
    Place(Mark),
}

/// The cells of a column of a piece, as they go into lines.
enum Column<'p> {
    /// Texts, each of which was spelt already.
    Texts(TextPlaces<'p>, Spelt),
    /// Figures, of which those are known that came last.
    Known(Codes<'p>, Vec<Short>),
    /// As the cell says.
    Cells,
}

/// Texts one behind the other, each with the comma before it.
struct Spelt {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// The integers of a column of figures.
struct Codes<'p> {
    figures: &'p Figures<'p>,
    /// Where all of them are there, and narrow.
    narrow: Option<&'p [i32]>,
}

/// A cell that came before, with the comma before it.
#[derive(Clone, Copy)]
struct Short {
    code: i64,
    length: u8,
    bytes: [u8; SHORT],
}

impl<'t> Row<'t> {
    /// How the records of the only policy of a table are written; nothing, where one of its columns is no integer.
    pub fn of(table: &'t Table<'t>, slots: &[SlotId]) -> Option<Self> {
        let [policy] = table.policies.as_slice() else { return None };
        let cell = |slot: Option<SlotId>| {
            let id = slot?;
            let slot = policy.slot(id)?;
            if slot.ty == Type::Text {
                return (id.0 < policy.fields.len()).then_some(Cell::Text(id.0));
            }
            Some(by_integer(table, (policy, slot), slots.iter().position(|known| *known == id)?))
        };
        let cells = table.columns.iter().map(|column| cell(column.slots.first().copied().flatten()));
        let cells = cells.collect::<Option<Vec<_>>>()?;
        let nothing = Content::Values(vec![], vec![]);
        let told = Outcome { owner: Some(0), place: Place { input: 0, row: 0 }, content: nothing };
        let marks = table.marks().iter().map(|mark| match mark {
            Mark::File | Mark::Row => Told::Place(*mark),
            mark => Told::Same(cell_bytes(&harmless(&table.mark(*mark, &told)))),
        });
        Some(Row { cells, marks: marks.collect(), table })
    }

    /// Adds the lines of some records of a piece.
    pub fn spell(&self, piece: &Piece, records: Range<usize>, out: &mut Vec<u8>) {
        // For few of them nothing is spelt before it is asked for.
        let many = records.len() >= MANY;
        let column = |(at, cell)| if many { Column::of(cell, piece, at == 0) } else { Column::Cells };
        let mut columns: Vec<Column> = self.cells.iter().enumerate().map(column).collect();
        for at in records {
            for (place, (cell, column)) in self.cells.iter().zip(&mut columns).enumerate() {
                column.put(cell, (piece, at), place == 0, out);
            }
            for (place, mark) in self.marks.iter().enumerate() {
                begin(place == 0 && self.cells.is_empty(), out);
                match mark {
                    Told::Same(text) => out.extend_from_slice(text),
                    Told::Place(mark) => {
                        let told = piece.stretch.place(at).map(|place| self.table.located(*mark, place));
                        quoted(&harmless(&told.unwrap_or_default()), out);
                    }
                }
            }
            out.push(b'\n');
        }
    }
}

impl<'p> Column<'p> {
    /// The cells of a column; before the first of a line stands no comma.
    pub fn of(cell: &Cell, piece: &'p Piece, first: bool) -> Self {
        match cell {
            Cell::Text(field) => match piece.stretch.text_places(*field) {
                Some(places) => {
                    let spelt = Spelt::of(places.all(), first);
                    Column::Texts(places, spelt)
                }
                None => Column::Cells,
            },
            _ => match cell.figures().and_then(|place| piece.figures.get(place)) {
                Some(figures) => Column::Known(Codes::of(figures), vec![Short::NONE; KNOWN]),
                None => Column::Cells,
            },
        }
    }

    /// Adds the cell of the record at a place of the piece, with the comma before it.
    pub fn put(&mut self, cell: &Cell, (piece, at): (&Piece, usize), first: bool, out: &mut Vec<u8>) {
        match self {
            Column::Texts(places, spelt) => match places.place(at) {
                Some(place) => out.extend_from_slice(spelt.get(place)),
                None => begin(first, out),
            },
            Column::Known(codes, known) => {
                let code = codes.get(at).and_then(|code| i64::try_from(code).ok());
                let short = code.and_then(|code| known.get_mut(code as usize % KNOWN).map(|short| (code, short)));
                let Some((code, short)) = short else {
                    begin(first, out);
                    return cell.spell((piece, at), out);
                };
                if short.code == code && short.length > 0 {
                    let length = out.len() + usize::from(short.length);
                    out.extend_from_slice(&short.bytes);
                    return out.truncate(length);
                }
                let from = out.len();
                begin(first, out);
                cell.spell((piece, at), out);
                Short::of(code, out.get(from..).unwrap_or_default()).into_iter().for_each(|made| *short = made);
            }
            Column::Cells => {
                begin(first, out);
                cell.spell((piece, at), out);
            }
        }
    }
}

/// Adds the comma before a cell.
fn begin(first: bool, out: &mut Vec<u8>) {
    if !first {
        out.push(b',');
    }
}

impl Spelt {
    fn of<'t>(texts: impl Iterator<Item = &'t str>, first: bool) -> Self {
        let mut spelt = Spelt { bytes: vec![], ends: vec![0] };
        for text in texts {
            begin(first, &mut spelt.bytes);
            quoted(&harmless(text), &mut spelt.bytes);
            spelt.ends.push(spelt.bytes.len());
        }
        spelt
    }

    fn get(&self, place: usize) -> &[u8] {
        let ends = self.ends.get(place..place + 2);
        let text = ends.and_then(|ends| self.bytes.get(*ends.first()?..*ends.last()?));
        text.unwrap_or_default()
    }
}

impl<'p> Codes<'p> {
    fn of(figures: &'p Figures<'p>) -> Self {
        let narrow = match (figures.value, figures.present) {
            (Side::Lane(Lane::Narrow(all)), Side::Same(1)) => Some(all.as_slice()),
            _ => None,
        };
        Codes { figures, narrow }
    }

    fn get(&self, at: usize) -> Option<i128> {
        match self.narrow {
            Some(all) => all.get(at).map(|code| i128::from(*code)),
            None => self.figures.code(at),
        }
    }
}

impl Short {
    const NONE: Short = Short { code: 0, length: 0, bytes: [0; SHORT] };

    /// A cell as it was spelt; nothing, where it is too long, or nothing stands for it.
    fn of(code: i64, spelt: &[u8]) -> Option<Self> {
        let mut bytes = [0; SHORT];
        bytes.get_mut(..spelt.len())?.copy_from_slice(spelt);
        Some(Short { code, length: u8::try_from(spelt.len()).ok()?, bytes })
    }
}
