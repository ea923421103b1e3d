//! The data of a session, and whether another policy reads it alike.

use crate::batch::share;
use crate::data::{Batch, Problem};
use crate::io::{DataSource, ReadOptions, read};
use crate::ir::{Policy, SlotId, Type};

/// Data that was read.
#[derive(Debug)]
pub(super) struct Data {
    /// The file, so that another policy can read it.
    pub source: DataSource,
    /// The records as the policy at hand read them.
    pub batch: Batch,
}

impl Data {
    /// The data as a policy reads them.
    pub fn read(source: DataSource, policy: &Policy) -> Result<Data, Vec<Problem>> {
        let read = read(&[policy], std::slice::from_ref(&source), &ReadOptions::default())?;
        Ok(Data { source, batch: share(&[policy], read).into_first() })
    }
}

/// Whether two policies read every record alike: then what was read by the one need not be read again for the other.
pub(super) fn reads_alike(old: &Policy, new: &Policy) -> bool {
    let decided = |policy: &Policy| policy.header.applies.is_some();
    let header = |policy: &Policy| (policy.header.currency.clone(), policy.header.period, policy.header.effective);
    old.fields.len() == new.fields.len()
        && header(old) == header(new)
        && !decided(old)
        && !decided(new)
        && (0..old.fields.len()).map(SlotId).all(|slot| field_alike((old, new), slot))
}

fn field_alike((old, new): (&Policy, &Policy), id: SlotId) -> bool {
    let (Some(was), Some(is)) = (old.field(id), new.field(id)) else { return false };
    let mut unplaced = was.clone();
    unplaced.span = is.span;
    let (Some(one), Some(other)) = (old.slot(id), new.slot(id)) else { return false };
    let labels = |policy: &Policy, ty: Type| {
        policy.labels(ty).map(|set| set.labels.iter().map(|label| label.name.clone()).collect::<Vec<_>>())
    };
    let of_labels = labels(old, one.ty);
    let types = if of_labels.is_some() { of_labels == labels(new, other.ty) } else { one.ty == other.ty };
    unplaced == *is && types && one.domain == other.domain && one.time_unit == other.time_unit
}
