//! Empty sheets for what a policy reads: its records, and the rows of each lookup and details.

mod columns;
mod workbook;

use std::io;

use super::write::unheld;
use crate::ir::{Field, Policy, Relation, Slot};
use crate::quantity::Tongue;
pub use columns::SheetColumn;
use columns::{heads, sheet_columns};

/// A sheet to fill in.
pub struct Template<'a> {
    /// The policy whose labels and currency the fields have.
    policy: &'a Policy,
    fields: &'a [Field],
    slots: &'a [Slot],
}

impl<'a> Template<'a> {
    /// A sheet for the records of a policy.
    pub fn records(policy: &'a Policy) -> Self {
        Template { policy, fields: &policy.fields, slots: &policy.slots }
    }

    /// A sheet for the rows of a lookup or of details; where they are results of a policy, for its records.
    pub fn rows(policy: &'a Policy, relation: &'a Relation) -> Self {
        match &relation.policy {
            Some(origin) => Template::records(&origin.policy),
            None => {
                let slots = policy.slots.get(relation.slots.clone()).unwrap_or_default();
                Template { policy, fields: &relation.fields, slots }
            }
        }
    }

    /// What each column is, in words.
    pub fn columns(&self, tongue: Tongue) -> Vec<SheetColumn> {
        sheet_columns(self.policy, self.fields, self.slots, tongue)
    }

    /// As CSV: the row of titles. With a byte-order mark, without which a spreadsheet takes UTF-8 for the local encoding.
    pub fn csv(&self) -> io::Result<Vec<u8>> {
        let mut text = "\u{feff}".as_bytes().to_vec();
        let mut sheet = csv::Writer::from_writer(&mut text);
        sheet.write_record(heads(self.fields, self.slots))?;
        sheet.flush()?;
        drop(sheet);
        Ok(text)
    }

    /// As a workbook, in which a second sheet tells what each column is.
    pub fn xlsx(&self, tongue: Tongue) -> io::Result<Vec<u8>> {
        workbook::fill(self, tongue).map_err(unheld)
    }
}
