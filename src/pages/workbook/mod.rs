//! Pages as a workbook: a sheet for the shop, and one a person. Figures are numbers that can be added up again.

mod sheet;

use std::collections::HashSet;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::page::Page;
use sheet::Sheet;

/// The name of a sheet has no more units of UTF-16 than this.
const MOST_UNITS: usize = 31;

/// The bytes of a workbook: these pages, each a sheet under its name, and in the first one a list that leads to the others.
pub fn workbook(pages: &[(String, Page)], contents: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut taken = HashSet::new();
    let names: Vec<String> = pages.iter().map(|(name, _)| sheet_name(name, &mut taken)).collect();
    for (at, ((_, page), name)) in pages.iter().zip(&names).enumerate() {
        let sheet = workbook.add_worksheet().set_name(name)?;
        let mut sheet = Sheet::new(sheet, page)?;
        sheet.fill(page)?;
        if at == 0 && pages.len() > 1 {
            let others = pages.iter().zip(&names).skip(1);
            sheet.links(contents, others.map(|((text, _), name)| (text.as_str(), name.as_str())))?;
        }
        sheet.done()?;
    }
    workbook.save_to_buffer()
}

/// A name that a sheet can have, unlike those that are taken, and taken from then on.
fn sheet_name(name: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = name.chars().map(|c| if c.is_control() || "[]:*?/\\'".contains(c) { '_' } else { c }).collect();
    let plain = plain.trim();
    // Spreadsheets keep this name for themselves.
    let plain =
        if plain.is_empty() || plain.eq_ignore_ascii_case("history") { format!("_{plain}") } else { plain.into() };
    let mut number = 1;
    loop {
        let behind = if number == 1 { String::new() } else { format!("-{number}") };
        let name = cut(&plain, MOST_UNITS.saturating_sub(behind.len())) + &behind;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= most
    });
    kept.collect()
}
