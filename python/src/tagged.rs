//! By which records are put together before they are evaluated apart: the values of some fields, as the policy reads them.

use merit::data::{Batch, Layout, spell_cell};
use merit::ir::{Policy, SlotId};

use super::frame::{Failure, Frame};
use super::supervise::Pulse;

/// What no text of a cell holds.
const BETWEEN: &str = "\u{1f}";

/// Of each row the fields with these names as one text; nothing, where one of them does not read.
pub fn tags(policy: &Policy, frame: Frame, names: &[String], pulse: &Pulse) -> Result<Vec<Option<String>>, Failure> {
    let fields: Vec<SlotId> = names.iter().filter_map(|name| policy.slot_named(name)).collect();
    let batch = frame.read(&Layout::records(policy), Batch::default(), pulse)?;
    let tag = |at: usize| {
        let texts =
            fields.iter().map(|field| Some(spell_cell(policy, policy.slot(*field)?, &*batch.known(at, field.0)?)));
        texts.collect::<Option<Vec<String>>>().map(|texts| texts.join(BETWEEN))
    };
    Ok((0..batch.len()).map(tag).collect())
}
