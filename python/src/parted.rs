//! To which part each record goes before the parts are evaluated apart: told by the values of some fields, as the policy
//! reads them.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use merit::batch;
use merit::data::{Batch, Layout};
use merit::ir::Policy;

use super::borders::Table;
use super::frame::{Failure, Frame};
use super::supervise::Pulse;

/// The name of the column that tells the part.
const PART: &str = "part";

/// Of each row its part among so many: the same wherever these fields are the same; nothing, where one does not read.
pub fn parts(policy: &Policy, frame: Frame, (names, count): (&[String], u32), pulse: &Pulse) -> Result<Table, Failure> {
    let fields: Vec<usize> = names.iter().filter_map(|name| policy.slot_named(name)).map(|slot| slot.0).collect();
    let batch = frame.read(&Layout::records(policy), Batch::default(), pulse)?;
    // The upper half is the better mixed.
    let part = |hash: u64| i32::try_from(((hash >> 32) * u64::from(count)) >> 32).unwrap_or_default();
    let parts: Int32Array = batch::hashes(&batch, &fields).into_iter().map(|hash| hash.map(part)).collect();
    let schema = Arc::new(Schema::new(vec![Field::new(PART, DataType::Int32, true)]));
    let batches = RecordBatch::try_new(Arc::clone(&schema), vec![Arc::new(parts) as ArrayRef]);
    let batches = vec![batches.map_err(|error: ArrowError| Failure::Stream(error.to_string()))?];
    Ok(Table { schema, batches })
}
