//! Which workbook an archive is, by what it says of itself.

use std::sync::Arc;

use super::not_data;
use super::workbook::{Package, main_part};
use crate::data::{Format, Problem};

/// The type that OpenDocument gives to spreadsheets, and to templates for them.
const SPREADSHEET: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Which workbook an archive is. What is protected, or a document of another kind, is told as what it is.
pub(super) fn workbook(file: &Arc<str>, bytes: &[u8]) -> Result<Format, Problem> {
    let mut package = Package::open(file, bytes)?;
    let encrypted = |manifest: String| manifest.contains("encryption-data");
    if package.text("META-INF/manifest.xml")?.is_some_and(encrypted) {
        return Err(not_data("password", file));
    }
    if let Some(part) = main_part(&mut package)? {
        if part.to_lowercase().ends_with(".bin") {
            return Err(not_data("xlsb", file));
        }
        let is_workbook = package.text(&part)?.is_some_and(|text| root_is(&text, "workbook"));
        return if is_workbook { Ok(Format::Xlsx) } else { Err(not_data("document", file)) };
    }
    let kind = package.text("mimetype")?;
    let kind = kind.as_deref().map(str::trim);
    match (package.has("content.xml"), kind) {
        (true, Some(kind)) if kind.starts_with(SPREADSHEET) => Ok(Format::Ods),
        (true, None) => Ok(Format::Ods),
        (true, Some(_)) => Err(not_data("document", file)),
        // Numbers and Pages keep their documents so.
        _ if package.has("Index/Document.iwa") => Err(not_data("document", file)),
        _ => Err(not_data("archive", file)),
    }
}

/// Whether the first element of a part has that name, its prefix aside.
fn root_is(text: &str, name: &str) -> bool {
    let starts = text.split('<').skip(1);
    let mut starts = starts.filter(|rest| rest.starts_with(|c: char| c.is_alphabetic()));
    let root = starts.next().and_then(|rest| rest.split([' ', '>', '/', '\t', '\r', '\n']).next()).unwrap_or_default();
    root.rsplit(':').next() == Some(name)
}
