//! Who is told how the values of an evaluation come about, and what one remembers who asks.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Evaluation, Stop, Trace};
use crate::ir::{Expr, Line, Policy, RelationId, Value};
use crate::quantity::Number;

/// Is told of every value that an expression gives, where it gives it. `()` is told nothing, and costs nothing.
pub(super) trait Observer: Copy {
    /// Who is told of what is found for the row at that place, in an aggregate. The place is the observer's to keep, so
    /// that a scope is not the larger for it where nobody observes.
    fn of_row(self, _row: usize) -> Self {
        self
    }

    /// An expression has a value, or none.
    fn found(self, _expr: &Expr, _value: &Result<Value, Stop>) {}

    /// What stands at `spot` is a quotient that is rounded.
    fn rounded(self, _spot: Spot, _quotient: (&Number, &Number)) {}
}

impl Observer for () {}

/// Where in a policy something is evaluated: a policy stays in its place while it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Spot(usize);

impl Spot {
    /// The place of a part of a policy.
    pub fn of<T>(part: &T) -> Self {
        Spot(std::ptr::from_ref(part).addr())
    }
}

/// What was seen, by place and by row. Nobody chooses the places that are hashed.
#[derive(Debug, Clone, Default)]
struct Seen {
    values: FxHashMap<(Spot, Option<usize>), Result<Value, Stop>>,
    quotients: FxHashMap<(Spot, Option<usize>), (Number, Number)>,
}

/// Keeps what it is told.
#[derive(Debug)]
pub(super) struct Recorder(RefCell<Seen>);

/// A recorder that is told of the record, or of a row at a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recording<'r> {
    recorder: &'r Recorder,
    row: Option<usize>,
}

impl Recorder {
    /// One with room for what a record of the policy usually gives.
    pub fn of(policy: &Policy) -> Self {
        let values = FxHashMap::with_capacity_and_hasher(2 * policy.slots.len(), FxBuildHasher);
        Recorder(RefCell::new(Seen { values, ..Seen::default() }))
    }

    /// Who is told of the record.
    pub fn of_record(&self) -> Recording<'_> {
        Recording { recorder: self, row: None }
    }
}

impl Observer for Recording<'_> {
    fn of_row(self, row: usize) -> Self {
        Recording { row: Some(row), ..self }
    }

    fn found(self, expr: &Expr, value: &Result<Value, Stop>) {
        self.recorder.0.borrow_mut().values.insert((Spot::of(expr), self.row), value.clone());
    }

    fn rounded(self, spot: Spot, (dividend, divisor): (&Number, &Number)) {
        self.recorder.0.borrow_mut().quotients.insert((spot, self.row), (dividend.clone(), divisor.clone()));
    }
}

/// An evaluation of which every value can be asked how it came about.
#[derive(Debug, Clone)]
pub struct Observed<'p> {
    /// The policy, whose expressions are told apart by their places.
    pub policy: &'p Policy,
    /// The values, and what each step did.
    pub evaluation: Evaluation,
    /// The rows of each relation that belong to the record, by their places in its table.
    rows: Vec<Vec<usize>>,
    /// What is computed of each of these: a trace a step.
    row_traces: Vec<Vec<Vec<Trace>>>,
    /// What the steps over earlier periods looked at, by step: of each period its value, where it is known.
    periods: BTreeMap<usize, Periods>,
    seen: Seen,
}

/// Periods, each with the value that was looked at; of one that is not there, none.
pub type Periods = Vec<(i32, Option<Value>)>;

impl<'p> Observed<'p> {
    /// What a recorder was told of an evaluation, and what stands around the record.
    pub(super) fn new(
        policy: &'p Policy,
        evaluation: Evaluation,
        recorder: Recorder,
        rows: &[Vec<usize>],
        periods: BTreeMap<usize, Periods>,
    ) -> Self {
        let seen = recorder.0.into_inner();
        Observed { policy, evaluation, rows: rows.to_vec(), row_traces: vec![], periods, seen }
    }

    /// The same with what was computed of the rows.
    pub(super) fn with_rows(self, row_traces: Vec<Vec<Vec<Trace>>>) -> Self {
        Observed { row_traces, ..self }
    }

    /// The same of the policy as it is borrowed elsewhere, which lives longer than what stood around the record.
    pub fn of(self, policy: &Policy) -> Observed<'_> {
        let Observed { evaluation, rows, row_traces, periods, seen, .. } = self;
        Observed { policy, evaluation, rows, row_traces, periods, seen }
    }

    /// What an expression of the policy came to; nothing where it was not evaluated, as a branch that was not taken.
    pub fn value(&self, expr: &Expr) -> Option<&Result<Value, Stop>> {
        self.seen.values.get(&(Spot::of(expr), None))
    }

    /// What an expression in an aggregate came to for a row.
    pub fn value_of_row(&self, expr: &Expr, row: usize) -> Option<&Result<Value, Stop>> {
        self.seen.values.get(&(Spot::of(expr), Some(row)))
    }

    /// Whether an expression in an aggregate was evaluated for a row of the record.
    pub fn is_read_of_rows(&self, expr: &Expr) -> bool {
        self.rows.iter().flatten().any(|row| self.value_of_row(expr, *row).is_some())
    }

    /// The values that an expression had, for the record and for each of its rows.
    pub fn values(&self, expr: &Expr) -> impl Iterator<Item = &Value> {
        let of_rows = self.rows.iter().flatten().filter_map(|row| self.value_of_row(expr, *row));
        self.value(expr).into_iter().chain(of_rows).filter_map(|value| value.as_ref().ok())
    }

    /// How each step of a relation found its values, for each row that belongs to the record.
    pub fn row_traces(&self, relation: RelationId) -> &[Vec<Trace>] {
        self.row_traces.get(relation.0).map_or(&[], Vec::as_slice)
    }

    /// The dividend and the divisor of what is rounded, before it was: a `Quotient`, a `Round`, whose divisor is 1, an
    /// average over rows.
    pub fn exact(&self, expr: &Expr) -> Option<&(Number, Number)> {
        self.seen.quotients.get(&(Spot::of(expr), None))
    }

    /// The height of a line as a quotient, before it was rounded.
    pub fn exact_height(&self, line: &Line) -> Option<&(Number, Number)> {
        self.seen.quotients.get(&(Spot::of(line), None))
    }

    /// The places of the rows of a relation that belong to the record, among its rows.
    pub fn rows(&self, relation: RelationId) -> &[usize] {
        self.rows.get(relation.0).map_or(&[], Vec::as_slice)
    }

    /// What the step with that index looked at in earlier periods and this one.
    pub fn periods(&self, step: usize) -> &[(i32, Option<Value>)] {
        self.periods.get(&step).map_or(&[], Vec::as_slice)
    }
}
