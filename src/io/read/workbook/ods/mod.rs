//! ods: the spreadsheets of OpenDocument (ODF 1.2 and later).

mod cell;
mod formats;
mod text;

use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use super::rows::{MOST_COLUMNS, MOST_ROWS, Rows};
use super::xml::{Broken, Xml, attribute, attributes, skip, value, xml};
use super::{Book, Sheet};
use crate::data::Problem;
use crate::io::read::stored::Held;
use crate::io::read::{Stop, not_data};
use formats::{Formats, Styles};

/// An opened workbook.
pub(super) struct Ods {
    text: String,
    /// The sheets, each with the place behind its start.
    sheets: Vec<(Sheet, usize)>,
    formats: Formats,
}

/// Opens a workbook.
pub(super) fn open(file: &Arc<str>, mut package: Package) -> Result<Ods, Problem> {
    let damaged = |_: Broken| not_data("workbook", file);
    let mut styles = Styles::default();
    // The styles that have a name of the user's.
    if let Some(text) = package.text("styles.xml")? {
        sheets(&text, &mut styles).map_err(damaged)?;
    }
    let text = package.text("content.xml")?.ok_or_else(|| not_data("workbook", file))?;
    let sheets = sheets(&text, &mut styles).map_err(damaged)?;
    let formats = styles.formats();
    Ok(Ods { text, sheets, formats })
}

/// The sheets and where each begins. Tables in drawings, in what was changed or is linked are no sheets.
fn sheets(text: &str, styles: &mut Styles) -> Result<Vec<(Sheet, usize)>, Broken> {
    let (mut reader, mut found) = (xml(text), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) if styles.take(&mut reader, &element)? => {}
            Event::Start(element) => match element.local_name().as_ref() {
                "tracked-changes" | "dde-links" => skip(&mut reader)?,
                "table" => {
                    let name = attribute(&element, "name")?.map_or_else(String::new, |name| name.into_owned());
                    let hidden =
                        attribute(&element, "style-name")?.is_some_and(|style| styles.hidden.contains(&*style));
                    let begin = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    found.push((Sheet { name, hidden }, begin));
                    skip(&mut reader)?;
                }
                _ => {}
            },
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

impl Book for Ods {
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    fn read(&mut self, sheet: usize, rows: &mut Rows) -> Result<(), Stop> {
        let begin = self.sheets.get(sheet).map_or(usize::MAX, |(_, begin)| *begin);
        let mut reader = xml(self.text.get(begin..).unwrap_or_default());
        let mut next = 0;
        loop {
            match reader.read_event().map_err(|_| rows.damaged())? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => next = row(&mut reader, &element, (next, &mut self.formats), rows)?,
                    "shapes" | "forms" => skip(&mut reader).map_err(|_| rows.damaged())?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table" => return Ok(()),
                Event::Eof => return Err(rows.damaged()),
                _ => {}
            }
        }
    }
}

/// Reads a row, which may stand for several, and gives the number of the next.
fn row(
    reader: &mut Xml,
    element: &BytesStart,
    (at, formats): (u32, &mut Formats),
    rows: &mut Rows,
) -> Result<u32, Stop> {
    let (mut times, mut hidden) = (1_u32, false);
    let told = attributes(element, |key, attribute| match key {
        "number-rows-repeated" => times = attribute.value.trim().parse().unwrap_or(u32::MAX).max(1),
        "visibility" => hidden = matches!(attribute.value.as_ref(), "collapse" | "filter"),
        _ => {}
    });
    told.map_err(|_| rows.damaged())?;
    let next = at.saturating_add(times);
    // Programs fill the sheet to its end, and some beyond, with rows in which nothing stands.
    if at >= MOST_ROWS {
        rows.begin(MOST_ROWS - 1, hidden)?;
    } else {
        rows.begin(at, hidden)?;
    }
    cells(reader, (at, formats), rows)?;
    if !rows.is_blank() {
        if next > MOST_ROWS {
            return Err(rows.damaged());
        }
        rows.again(times)?;
    }
    Ok(next)
}

fn cells(reader: &mut Xml, (row, formats): (u32, &mut Formats), rows: &mut Rows) -> Result<(), Stop> {
    let mut column = 0_usize;
    loop {
        match reader.read_event().map_err(|_| rows.damaged())? {
            Event::Start(element) if matches!(element.local_name().as_ref(), "table-cell" | "covered-table-cell") => {
                let start = cell::Start::read(&element).map_err(|_| rows.damaged())?;
                let shown = text::shown(reader, element.local_name().as_ref()).map_err(|_| rows.damaged())?;
                let stored = start.stored(&shown, formats);
                if stored.value != Held::Empty {
                    for column in column..column.saturating_add(start.times).min(MOST_COLUMNS + 1) {
                        rows.cell(column, &stored)?;
                    }
                    if let Some(merge) = start.merge(row, column) {
                        rows.merge(merge);
                    }
                }
                column = column.saturating_add(start.times);
            }
            Event::End(element) if element.local_name().as_ref() == "table-row" => return Ok(()),
            Event::Eof => return Err(rows.damaged()),
            _ => {}
        }
    }
}
