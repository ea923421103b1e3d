//! Rejected records as CSV, to be mended and read again.

use std::path::Path;

use super::super::file::save;
use super::Table;
use super::spelling::harmless;
use crate::data::{InputRecord, Mark, Problem, Reading, Shared};
use crate::render;

/// `--rejects FILE`: every rejected record as it was read, with file, line and reasons, as CSV.
/// Mended, the file can be read as data. Its heads are those of the results.
pub fn write_rejects(table: &Table, shared: &Shared, path: &Path) -> Result<(), Problem> {
    let fields = Shared::fields(&table.policies);
    save(path, |out| {
        out.write_all(b"\xEF\xBB\xBF")?;
        let mut writer = csv::Writer::from_writer(out);
        for field in &fields {
            writer.write_field(harmless(table.head(&field.name)).as_bytes())?;
        }
        writer.write_record([Mark::File, Mark::Row, Mark::Reasons].map(|mark| table.head(mark.name())))?;
        for (at, batch, InputRecord { place, reading }) in shared.all_apart() {
            let Reading::Rejected(rejection) = reading else { continue };
            for cell in shared.cells(at, &fields) {
                writer.write_field(harmless(cell.unwrap_or_default()).as_bytes())?;
            }
            let file = batch.input(*place).map_or("", |input| &input.name);
            let reasons: Vec<String> = render::rejected(rejection, table.tongue);
            let row = place.row.to_string();
            writer.write_record([&*harmless(file), &row, &harmless(&reasons.join("; "))])?;
        }
        writer.flush()
    })
}
