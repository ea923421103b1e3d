use std::path::Path;

use super::super::file::save;
use super::super::{Batch, Problem, Reading};
use super::REASONS;
use super::spelling::harmless;
use crate::ir::Policy;
use crate::quantity::Tongue;

/// `--rejects FILE`: every rejected record as it was read, with file, line and reasons, as CSV.
/// Mended, the file can be read as data.
pub fn write_rejects(policy: &Policy, batch: &Batch, path: &Path, tongue: Tongue) -> Result<(), Problem> {
    save(path, |out| {
        out.write_all(b"\xEF\xBB\xBF")?;
        let mut writer = csv::Writer::from_writer(out);
        for field in &policy.fields {
            writer.write_field(harmless(&field.name).as_bytes())?;
        }
        writer.write_record(["_file", "_row", REASONS])?;
        for record in &batch.records {
            let Reading::Rejected(rejection) = &record.reading else { continue };
            for cell in &rejection.cells {
                writer.write_field(harmless(cell.as_deref().unwrap_or_default()).as_bytes())?;
            }
            let file = batch.inputs.get(record.place.input as usize).map_or("", |input| &input.name);
            let reasons: Vec<String> = rejection.problems.iter().map(|problem| problem.words(tongue)).collect();
            writer.write_record([file, &record.place.row.to_string(), &reasons.join("; ")])?;
        }
        writer.flush()
    })
}
