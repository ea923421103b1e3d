//! xlsx and xlsm: SpreadsheetML in a package (ECMA-376).

mod place;
mod sheet;
mod strings;
mod styles;

use std::sync::Arc;

use quick_xml::events::Event;

use super::package::Package;
use super::relations::{Relation, main_part, relations};
use super::rows::Rows;
use super::xml::{Broken, attribute, attributes, is_on, value, xml};
use super::{Book, Sheet};
use crate::data::Problem;
use crate::io::number_format::NumberFormat;
use crate::io::read::{Stop, not_data};

/// An opened workbook.
pub(super) struct Xlsx<'a> {
    file: Arc<str>,
    package: Package<'a>,
    sheets: Vec<(Sheet, String)>,
    shared: Shared,
}

/// What the cells of all sheets refer to.
struct Shared {
    strings: Vec<String>,
    /// The number format of each cell style.
    formats: Vec<Arc<NumberFormat>>,
    since_1904: bool,
    /// Whether the workbook says that no result of a formula in it is to be relied on.
    stale: bool,
}

/// What the part of the workbook says.
#[derive(Default)]
struct Contents {
    /// The sheets, each with the name of its relation.
    sheets: Vec<(Sheet, String)>,
    since_1904: bool,
    stale: bool,
}

/// Opens a workbook.
pub(super) fn open<'a>(file: &Arc<str>, mut package: Package<'a>) -> Result<Xlsx<'a>, Problem> {
    let damaged = || not_data("workbook", file);
    let broken = |_: Broken| not_data("workbook", file);
    let main = main_part(&mut package)?.ok_or_else(damaged)?;
    let contents = contents(&package.text(&main)?.ok_or_else(damaged)?).map_err(broken)?;
    let related = relations(&mut package, &main)?.map_err(broken)?;
    let part = |kind: &str| related.iter().find(|found| found.kind == kind).map(|found| found.part.as_str());
    let strings = optional(&mut package, part("sharedStrings"))?;
    let styles = optional(&mut package, part("styles"))?;
    let shared = Shared {
        strings: strings.map_or(Ok(vec![]), |text| strings::read(&text)).map_err(broken)?,
        formats: styles.map_or(Ok(vec![]), |text| styles::read(&text)).map_err(broken)?,
        since_1904: contents.since_1904,
        stale: contents.stale,
    };
    let find = |id: &str| related.iter().find(|relation| relation.id == id);
    let sheets: Option<Vec<(Sheet, &Relation)>> =
        contents.sheets.into_iter().map(|(sheet, id)| find(&id).map(|relation| (sheet, relation))).collect();
    let sheets = sheets.ok_or_else(damaged)?.into_iter();
    // A sheet that holds only a chart has no cells.
    let sheets = sheets.filter(|(_, relation)| relation.kind == "worksheet");
    let sheets = sheets.map(|(sheet, relation)| (sheet, relation.part.clone())).collect();
    Ok(Xlsx { file: Arc::clone(file), package, sheets, shared })
}

fn optional(package: &mut Package, part: Option<&str>) -> Result<Option<String>, Problem> {
    part.map_or(Ok(None), |part| package.text(part))
}

fn contents(text: &str) -> Result<Contents, Broken> {
    let (mut reader, mut found) = (xml(text), Contents::default());
    loop {
        match reader.read_event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "sheet" => {
                    let (mut name, mut hidden, mut id) = (None, false, String::new());
                    attributes(&element, |key, attribute| match key {
                        "name" => name = Some(value(attribute)),
                        "state" => hidden = matches!(attribute.value.as_ref(), "hidden" | "veryHidden"),
                        "id" => id = attribute.value.to_string(),
                        _ => {}
                    })?;
                    let name = name.ok_or(Broken)??.into_owned();
                    found.sheets.push((Sheet { name, hidden }, id));
                }
                "workbookPr" => found.since_1904 = is_set(attribute(&element, "date1904")?.as_deref()),
                "calcPr" => found.stale = is_set(attribute(&element, "fullCalcOnLoad")?.as_deref()),
                _ => {}
            },
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn is_set(value: Option<&str>) -> bool {
    value.is_some_and(is_on)
}

impl Book for Xlsx<'_> {
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    fn read(&mut self, sheet: usize, rows: &mut Rows) -> Result<(), Stop> {
        let damaged = || Stop::from(not_data("workbook", &self.file));
        let (_, part) = self.sheets.get(sheet).ok_or_else(damaged)?;
        let text = self.package.text(part)?.ok_or_else(damaged)?;
        sheet::read(&text, &self.shared, rows)
    }
}
