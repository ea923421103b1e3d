//! The results of an earlier run, which a report is held against.

use super::super::paged::Report;
use super::super::{Console, Exit, inputs};
use crate::data::Counterpart;
use crate::io::{self, DataSource, ReadOptions};
use crate::ir::Policy;
use crate::pages::Last;
use crate::reconcile::Sheet;

/// Reads what `--against` names, as each policy has its results.
pub(super) fn last(console: &Console, policies: &[&Policy], arguments: &Report) -> Result<Option<Last>, Exit> {
    let Some(file) = &arguments.earlier else { return Ok(None) };
    let fields = policies.iter().map(|policy| Counterpart::of(policy, false, &[]));
    let Some(fields) = fields.collect::<Option<Vec<Counterpart>>>() else {
        return Err(console.wrong("report-no-key", &[]));
    };
    let source = DataSource::open(file).map_err(|problem| inputs::refused(console, Exit::Usage, &[problem]))?;
    let options = ReadOptions {
        encoding: arguments.reads.encoding.clone(),
        sheet: None,
        hidden_rows: arguments.reads.hidden_rows,
        ..ReadOptions::default()
    };
    let read = io::read_counterparts(policies, &fields, source, &options);
    let read = read.map_err(|problems| inputs::refused(console, Exit::Refused, &problems))?;
    Ok(Some(Last::new(fields.into_iter().zip(read).map(|(fields, batch)| Sheet { fields, batch }).collect())))
}
