//! The cells of a sheet, in one pass.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};

use super::{Shared, is_set, place, strings};
use crate::io::read::Stop;
use crate::io::read::stored::{Held, Stored};
use crate::io::read::workbook::merged::Merge;
use crate::io::read::workbook::rows::Rows;
use crate::io::read::workbook::xml::{Broken, Xml, attribute, attributes, is_on, text_of, xml};

/// Reads the cells of a sheet.
pub(super) fn read(text: &str, shared: &Shared, rows: &mut Rows) -> Result<(), Stop> {
    rows.merged(merges(text).map_err(|_| rows.damaged())?);
    let mut sheet = SheetReader { reader: xml(text), shared, arrays: vec![], row: 0, column: 0, named: false };
    let (mut begun, mut hidden) = (false, false);
    loop {
        let event = sheet.reader.read_event().map_err(|_| rows.damaged())?;
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "sheetData" => begun = true,
                "row" => {
                    hidden = sheet.row(&element).map_err(|_| rows.damaged())?;
                    rows.begin(sheet.row, hidden)?;
                }
                "c" => {
                    let before = sheet.row;
                    let (column, stored) = sheet.cell(&element).map_err(|_| rows.damaged())?;
                    if sheet.row != before {
                        rows.begin(sheet.row, hidden)?;
                    }
                    rows.cell(column, &stored)?;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => (sheet.row, sheet.column) = (sheet.row + 1, 0),
                "sheetData" => return Ok(()),
                _ => {}
            },
            Event::Eof if begun => return Err(rows.damaged()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The merged cells, which a sheet tells behind its cells.
fn merges(text: &str) -> Result<Vec<Merge>, Broken> {
    let behind = text.rfind("sheetData>").and_then(|at| text.get(at..)).unwrap_or_default();
    let (mut reader, mut merges) = (xml(behind), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.local_name().as_ref() == "mergeCell" => {
                let range = attribute(&element, "ref")?.and_then(|range| place::range(&range));
                merges.push(range.ok_or(Broken)?);
            }
            Event::Eof => return Ok(merges),
            _ => {}
        }
    }
}

struct SheetReader<'t, 's> {
    reader: Xml<'t>,
    shared: &'s Shared,
    /// Cells that one formula fills.
    arrays: Vec<Merge>,
    /// Where the next row and cell stand that do not say so.
    row: u32,
    column: usize,
    /// Whether the row that is read says where it stands.
    named: bool,
}

/// What the start of a cell says.
#[derive(Default)]
struct CellStart<'e> {
    place: Option<&'e str>,
    style: usize,
    kind: Kind,
}

/// What the value of a cell is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

impl<'s> SheetReader<'_, 's> {
    /// Takes the place of a row, and tells whether it is hidden.
    fn row(&mut self, element: &BytesStart) -> Result<bool, Broken> {
        let (mut number, mut hidden) = (None, false);
        attributes(element, |key, attribute| match key {
            "r" => number = Some(place::row(&attribute.value)),
            "hidden" => hidden |= is_on(&attribute.value),
            // Without any height it is not seen either.
            "ht" => hidden |= attribute.value.trim().trim_matches(['0', '.']).is_empty(),
            _ => {}
        })?;
        self.named = number.is_some();
        if let Some(number) = number {
            self.row = number.ok_or(Broken)?;
        }
        self.column = 0;
        Ok(hidden)
    }

    /// Reads a cell whose start was read: its column and what it holds.
    fn cell(&mut self, element: &BytesStart) -> Result<(usize, Stored<'s>), Broken> {
        let start = start(element)?;
        let (row, column) = match start.place {
            Some(text) => place::cell(text).ok_or(Broken)?,
            None => (self.row, self.column),
        };
        // Of a row that does not say so, its first cell does.
        if row != self.row && self.named {
            return Err(Broken);
        }
        (self.row, self.column, self.named) = (row, column + 1, true);
        let (value, text, mut formula) = self.contents()?;
        formula |= self.arrays.iter().any(|array| array.holds(row, column));
        let shared = self.shared;
        let value = match (value, text) {
            _ if formula && shared.stale => Held::Uncomputed,
            (None, None) if formula => Held::Uncomputed,
            (Some(value), None) if formula && start.kind != Kind::Text && value.trim().is_empty() => Held::Uncomputed,
            (_, Some(text)) => Held::Text(text.into()),
            (None, None) => Held::Empty,
            (Some(value), None) => held(value, start.kind, shared)?,
        };
        let format = shared.formats.get(start.style);
        Ok((column, Stored { value, format, known: true, since_1904: shared.since_1904, formula }))
    }

    /// What stands in a cell: its value, its text, and whether there is a formula.
    fn contents(&mut self) -> Result<(Option<String>, Option<String>, bool), Broken> {
        let (mut value, mut text, mut formula) = (None, None, false);
        loop {
            match self.reader.read_event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => value = Some(text_of(&mut self.reader, "v")?),
                    "is" => text = Some(strings::rich(&mut self.reader, "is")?),
                    "f" => {
                        formula = true;
                        self.array(&element)?;
                        text_of(&mut self.reader, "f")?;
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "c" => return Ok((value, text, formula)),
                Event::Eof => return Err(Broken),
                _ => {}
            }
        }
    }

    /// Notes the cells that a formula fills beside its own.
    fn array(&mut self, element: &BytesStart) -> Result<(), Broken> {
        if matches!(attribute(element, "t")?.as_deref(), Some("array" | "dataTable"))
            && let Some(range) = attribute(element, "ref")?.and_then(|range| place::range(&range))
            && (range.top, range.left) != (range.bottom, range.right)
        {
            let row = self.row;
            self.arrays.retain(|array| array.bottom >= row);
            self.arrays.push(range);
        }
        Ok(())
    }
}

fn start<'e>(element: &'e BytesStart) -> Result<CellStart<'e>, Broken> {
    let mut start = CellStart::default();
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Broken)?;
        let Cow::Borrowed(value) = attribute.value else { continue };
        match attribute.key.local_name().into_inner() {
            "r" => start.place = Some(value),
            "s" => start.style = value.trim().parse().unwrap_or_default(),
            "t" => start.kind = kind(value),
            _ => {}
        }
    }
    Ok(start)
}

fn kind(name: &str) -> Kind {
    match name {
        "s" => Kind::Shared,
        "str" | "inlineStr" => Kind::Text,
        "b" => Kind::Bool,
        "e" => Kind::Error,
        "d" => Kind::Date,
        _ => Kind::Number,
    }
}

fn held<'s>(value: String, kind: Kind, shared: &'s Shared) -> Result<Held<'s>, Broken> {
    let trimmed = value.trim();
    Ok(match kind {
        Kind::Text => Held::Text(strings::unescaped(value).into()),
        _ if trimmed.is_empty() => Held::Empty,
        Kind::Number => Held::number(value),
        Kind::Shared => {
            let at: usize = trimmed.parse().map_err(|_| Broken)?;
            Held::Text(Cow::Borrowed(shared.strings.get(at).ok_or(Broken)?))
        }
        Kind::Bool => Held::Bool(is_set(Some(trimmed))),
        Kind::Error => Held::Error(value.into()),
        Kind::Date => Held::Date(value.into()),
    })
}
