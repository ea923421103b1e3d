//! Lines of comma-separated text from columns: what stands in many cells is spelt once.

use super::integers::{Cell, quoted};
use super::spelling::harmless;
use crate::data::{Figures, Lane, Piece, Side, TextPlaces};

/// So many cells of a column are known again.
const KNOWN: usize = 256;
/// A cell that is known again is copied as so many bytes at once, the comma before it among them.
const SHORT: usize = 16;

/// The cells of a column of a piece, as they go into lines.
pub(super) enum Column<'p> {
    /// Texts, each of which was spelt already.
    Texts(TextPlaces<'p>, Spelt),
    /// Figures, of which those are known that came last.
    Known(Codes<'p>, Vec<Short>),
    /// As the cell says.
    Cells,
}

/// Texts one behind the other, each with the comma before it.
pub(super) struct Spelt {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// The integers of a column of figures.
pub(super) struct Codes<'p> {
    figures: &'p Figures<'p>,
    /// Where all of them are there, and narrow.
    narrow: Option<&'p [i32]>,
}

/// A cell that came before, with the comma before it.
#[derive(Clone, Copy)]
pub(super) struct Short {
    code: i64,
    length: u8,
    bytes: [u8; SHORT],
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
                Some(place) => return out.extend_from_slice(spelt.get(place)),
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
pub(super) fn begin(first: bool, out: &mut Vec<u8>) {
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
