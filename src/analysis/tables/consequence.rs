//! What a finding means for the person whose values meet it.

use super::model::Model;
use crate::diagnostic::Arg;
use crate::ir::TableKind;

/// What a person lacks where no row answers.
pub(super) fn lacking(model: &Model) -> Arg {
    match model.table.kind {
        TableKind::Score => Arg::Term("no-score"),
        TableKind::Grade => with_outputs(model, Arg::Term("no-grade"), "no-outcome"),
        TableKind::Table => with_outputs(model, Arg::Term("no-answer"), "no-output"),
        TableKind::Scale => Arg::Term("no-rate"),
    }
}

/// What is not clear where two rows answer.
pub(super) fn unclear(model: &Model) -> Arg {
    match model.table.kind {
        TableKind::Score => Arg::Term("unclear-score"),
        TableKind::Grade => with_outputs(model, Arg::Term("unclear-grade"), "unclear-outcome"),
        TableKind::Table => with_outputs(model, Arg::Term("unclear-answer"), "unclear-output"),
        TableKind::Scale => Arg::Term("unclear-rate"),
    }
}

/// What a row that is never reached leaves without people.
pub(super) fn idle(model: &Model) -> Arg {
    Arg::Term(if model.table.kind == TableKind::Grade { "idle-grade" } else { "idle" })
}

/// The names of what a table gives, behind `lead`; without such names `alone`.
fn with_outputs(model: &Model, alone: Arg, lead: &'static str) -> Arg {
    let outputs = model.table.outputs.iter().filter_map(|slot| model.policy.slot(*slot));
    let names: Vec<Arg> = outputs
        .skip(usize::from(model.table.kind == TableKind::Grade))
        .map(|slot| Arg::from(slot.name.rsplit('.').next().unwrap_or(&slot.name)))
        .collect();
    if names.is_empty() { alone } else { Arg::Phrase(vec![Arg::Term(lead), Arg::List(names)]) }
}
