//! The only module that touches disk and file formats: data in, results out.
//!
//! [`read`] turns the files of one run into an [`ir`](crate::ir) value for every field of every
//! record, or into the reasons why a record, or a whole file, cannot be used. [`write()`] puts
//! results into a file, whole or not at all. What cannot be read is never taken for 0.

mod cell;
mod ending;
mod file;
mod folder;
mod mistaken;
mod number_format;
mod outputs;
mod packed;
mod pattern;
mod read;
mod receipts;
mod schema;
mod template;
mod temporary;
mod typed;
mod write;

pub use ending::{DATA, ending};
pub use file::{DataSource, file_hash, is_folder, replace, save, save_private, sha256, stdout_open, unwritable};
pub use folder::{PolicyFolder, policies_in};
pub use outputs::{spare, twice};
pub use pattern::matching;
pub use read::{
    Give, HeldField, HeldTable, Lacking, NotHeld, Read, ReadOptions, RecordFields, TakeHeld, TakeRecords, Unpassed,
    Work, may_pass, read, read_counterparts, read_passing, read_relation, read_results, read_tests, relation_layout,
};
pub use receipts::{Kept, Point, PointKind, Receipt, compared, earlier, json_decimal};
pub use schema::json_schema;
pub use template::{SheetColumn, Template};
pub use typed::{HeldBlock, HeldColumn, HeldTexts, HeldValues, Kind, Presence};
pub use write::{
    Cover, Differences, Headers, HeldPart, HeldResults, HeldWriter, OutputFormat, ResultValues, Shape, Table,
    TableColumn, Target, hashed, spelt_figure, write, write_cells, write_cells_workbook, write_differences,
    write_figures, write_rejects,
};
