//! The values of a record, and how each was found.

use super::{Fault, FaultKind, Stop, Trace};
use crate::ir::{SlotId, Value};
use crate::source::Span;

/// The values of one record, and how each was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// One a slot.
    pub(super) values: Vec<Result<Value, Stop>>,
    /// One a step.
    pub(super) traces: Vec<Trace>,
}

impl Evaluation {
    /// The value of a slot, or why it has none.
    pub fn value(&self, slot: SlotId) -> Result<&Value, &Stop> {
        static UNKNOWN: Stop = Stop::Fault(Fault {
            kind: FaultKind::Invalid,
            span: Span { file: crate::source::FileId(0), start: 0, end: 0 },
        });
        self.values.get(slot.0).map_or(Err(&UNKNOWN), Result::as_ref)
    }

    /// The same without how each value was found: of many records at once that takes more room than all else.
    pub fn untraced(self) -> Evaluation {
        Evaluation { traces: vec![], ..self }
    }

    /// The values of all slots, or why one has none.
    pub fn into_values(self) -> Result<Vec<Value>, Stop> {
        self.values.into_iter().collect()
    }

    /// How the step with that index of [`Policy::steps`](crate::ir::Policy) found its values.
    pub fn trace(&self, step: usize) -> Option<&Trace> {
        self.traces.get(step)
    }
}

impl Stop {
    /// A fault at `span`.
    pub(super) fn fault(kind: FaultKind, span: Span) -> Stop {
        Stop::Fault(Fault { kind, span })
    }

    /// Both reasons in one: a fault before all, else every field that was not given.
    pub(super) fn and(self, other: Stop) -> Stop {
        match (self, other) {
            (Stop::NotGiven(mut slots), Stop::NotGiven(others)) => {
                slots.extend(others);
                slots.sort_unstable();
                slots.dedup();
                Stop::NotGiven(slots)
            }
            (fault @ Stop::Fault(_), _) | (_, fault) => fault,
        }
    }
}

/// All values, or all reasons why one is lacking.
pub(super) fn all<T>(results: impl IntoIterator<Item = Result<T, Stop>>) -> Result<Vec<T>, Stop> {
    let (mut values, mut stopped) = (vec![], None::<Stop>);
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(stop) => {
                stopped = Some(match stopped {
                    Some(earlier) => earlier.and(stop),
                    None => stop,
                });
            }
        }
    }
    stopped.map_or(Ok(values), Err)
}

/// Both values, or all reasons why one is lacking.
pub(super) fn both<A, B>(left: Result<A, Stop>, right: Result<B, Stop>) -> Result<(A, B), Stop> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        (Err(stop), Err(other)) => Err(stop.and(other)),
        (Err(stop), _) | (_, Err(stop)) => Err(stop),
    }
}
