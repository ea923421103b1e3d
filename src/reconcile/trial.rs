//! The causes of differences, found by trying each: it counts where it gives their figure to the last digit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Asked;
use super::alter::Alteration;
use super::model::{About, Cause, Difference, Kind, Spot, Theirs};
use crate::batch::Otherwise;
use crate::eval::Evaluation;
use crate::ir::{Expr, ExprKind, Operator, Policy, Role, SlotId, Step, Value};

/// So many records are evaluated for causes at most where what one comes to hangs on all others.
const BUDGET: usize = 2_000_000;

/// The differences of one policy, by record.
pub(super) struct Trials<'a, 'd> {
    pub asked: &'a Asked<'a>,
    pub own: usize,
    pub policy: &'a Policy,
    pub found: &'d mut [Difference],
    /// The places of the differences of each record.
    pub records: BTreeMap<usize, Vec<usize>>,
    /// What was spent.
    spent: usize,
}

impl<'a, 'd> Trials<'a, 'd> {
    /// The differences of a policy among all.
    pub fn of(asked: &'a Asked<'a>, own: usize, policy: &'a Policy, found: &'d mut [Difference]) -> Self {
        let mut records: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, difference) in found.iter().enumerate().filter(|(_, it)| it.policy == own) {
            records.entry(difference.record).or_default().push(at);
        }
        Trials { asked, own, policy, found, records, spent: 0 }
    }

    /// What the differences are of.
    pub fn slots(&self) -> BTreeSet<SlotId> {
        self.records.values().flatten().filter_map(|at| Some(self.found.get(*at)?.slot)).collect()
    }

    /// Puts the causes in the order of their kinds. Whether all could be tried.
    pub fn end(self) -> bool {
        let own: Vec<usize> = self.records.into_values().flatten().collect();
        for at in &own {
            if let Some(difference) = self.found.get_mut(*at) {
                difference.causes.sort_by_key(|cause| cause.kind);
            }
        }
        simplest(self.policy, self.found, &own);
        self.spent <= BUDGET
    }
}

/// Of a difference of two inputs, where for nobody both need have been rounded, one figure that is read as it is shown is
/// the simpler cause, and comes first.
fn simplest(policy: &Policy, found: &mut [Difference], own: &[usize]) {
    let rounded = |it: &Difference| {
        let first = it.causes.first().filter(|first| first.kind == Kind::RoundedParts);
        first.and_then(|first| first.about.slot).is_some_and(|slot| is_difference(policy, slot))
    };
    let one_figure = |it: &Difference| {
        it.causes.iter().position(|cause| cause.kind == Kind::ShownValue && cause.about.slot.is_some())
    };
    let parts = || own.iter().copied().filter(|at| found.get(*at).is_some_and(rounded));
    let needed = parts().any(|at| found.get(at).and_then(one_figure).is_none());
    let simpler: Vec<usize> = if needed { vec![] } else { parts().collect() };
    for difference in simpler {
        let Some(difference) = found.get_mut(difference) else { continue };
        if let Some(at) = one_figure(difference) {
            let cause = difference.causes.remove(at);
            difference.causes.insert(0, cause);
        }
    }
}

impl Trials<'_, '_> {
    /// What the cells of the sheet say themselves: what they show, and that formulas stand around them.
    pub fn by_cells(&mut self) {
        let Some(sheet) = self.asked.sheets.get(self.own) else { return };
        let mut with_formulas: HashMap<usize, bool> = HashMap::new();
        for at in self.records.values().flatten() {
            let Some(difference) = self.found.get_mut(*at) else { continue };
            let (row, field) = (difference.row, difference.field);
            let spot = Spot::Sheet(row, field);
            let mark = sheet.batch.cell_mark(row, field).cloned().unwrap_or_default();
            if mark.shown.as_ref() == Some(&difference.ours) {
                let about = About { slot: Some(difference.slot), shows_ours: true, ..About::default() };
                difference.causes.push(Cause { kind: Kind::ShownValue, spot, about });
            }
            let is_value = matches!(
                difference.theirs,
                Theirs::Text(_) | Theirs::Value(Value::Number(_) | Value::Label(_) | Value::Bool(_))
            );
            let formulas = with_formulas.entry(field).or_insert_with(|| has_formulas(&sheet.batch, field));
            if !mark.formula && is_value && *formulas {
                let about = About { slot: Some(difference.slot), ..About::default() };
                difference.causes.push(Cause { kind: Kind::TypedOver, spot, about });
            }
        }
    }

    /// Tries one thing done another way.
    pub fn alteration(&mut self, alteration: &Alteration) {
        let policy = alteration.alters_policy().then(|| alteration.policy(self.policy));
        let policy = policy.as_ref().unwrap_or(self.policy);
        let records: Vec<usize> = self.open(alteration.kind);
        let changed: HashMap<usize, Vec<Value>> =
            records.iter().filter_map(|record| Some((*record, self.changed(alteration, *record)?))).collect();
        if changed.is_empty() && !alteration.alters_policy() {
            return;
        }
        let asked = self.asked;
        if alteration.fields.is_empty() || !self.policy.is_joint() {
            let Some(otherwise) = self.otherwise(policy, &changed) else { return };
            let held = records.iter().filter(|at| alteration.alters_policy() || changed.contains_key(*at));
            let held = held.flat_map(|record| self.held(alteration, *record, &otherwise)).collect();
            let likely = self.unrivalled(alteration, held);
            likely.into_iter().for_each(|(at, cause)| self.note(at, cause));
            return;
        }
        // Of each record by itself: the others are as they are.
        for record in records {
            let only: HashMap<usize, Vec<Value>> =
                changed.get(&record).map(|fields| (record, fields.clone())).into_iter().collect();
            if only.is_empty() && !alteration.alters_policy() {
                continue;
            }
            if !self.afford() {
                return;
            }
            let Some(otherwise) = asked.appraisal.otherwise((self.own, policy), &only) else { return };
            let held = self.held(alteration, record, &otherwise);
            held.into_iter().for_each(|(at, cause)| self.note(at, cause));
        }
    }

    /// The records with a difference of which no cause of a kind is known.
    fn open(&self, kind: Kind) -> Vec<usize> {
        let lacks = |at: &usize| {
            self.found.get(*at).is_some_and(|it| it.causes.iter().all(|cause| cause.kind != kind) && is_figure(it))
        };
        self.records.iter().filter(|(_, all)| all.iter().any(lacks)).map(|(record, _)| *record).collect()
    }

    fn otherwise<'s>(&mut self, policy: &'s Policy, changed: &'s HashMap<usize, Vec<Value>>) -> Option<Otherwise<'s>>
    where
        Self: 's,
    {
        if self.policy.is_joint() && !self.afford() {
            return None;
        }
        let asked: &'s Asked<'s> = self.asked;
        asked.appraisal.otherwise((self.own, policy), changed)
    }

    /// Whether everybody may be evaluated once more.
    pub fn afford(&mut self) -> bool {
        self.spent += self.asked.appraisal.inputs().shared.len();
        self.spent <= BUDGET
    }

    /// The fields of a record under an alteration, where they are others.
    fn changed(&self, alteration: &Alteration, record: usize) -> Option<Vec<Value>> {
        let batch = self.asked.appraisal.inputs().shared.batches.get(self.own)?;
        let mut fields = self.fields(record)?;
        let mut any = false;
        for (slot, _) in &alteration.fields {
            let Some(value) = fields.get_mut(slot.0) else { continue };
            if let Some(other) = alteration.changed(*slot, value, batch.is_defaulted(record, slot.0)) {
                (*value, any) = (other, true);
            }
        }
        any.then_some(fields)
    }

    /// The fields of a record.
    pub fn fields(&self, record: usize) -> Option<Vec<Value>> {
        let batch = self.asked.appraisal.inputs().shared.batches.get(self.own)?;
        match batch.record(record)?.into_owned().reading {
            crate::data::Reading::Record(fields) => Some(fields),
            _ => None,
        }
    }

    /// The alteration as a cause of each difference of a record that it reproduces.
    fn held(&self, alteration: &Alteration, record: usize, otherwise: &Otherwise) -> Vec<(usize, Cause)> {
        let Some(evaluation) = otherwise.evaluation(record) else { return vec![] };
        let all = self.records.get(&record).into_iter().flatten();
        let held = all.filter(|at| self.found.get(**at).is_some_and(|it| reproduces(it, &evaluation)));
        held.map(|at| (*at, self.cause(alteration, record, &evaluation))).collect()
    }

    /// What is left of it where something is likelier: what that does not reproduce, and of a column that it reproduces
    /// for the most part all, for a column is worked out in one way.
    fn unrivalled(&mut self, alteration: &Alteration, held: Vec<(usize, Cause)>) -> Vec<(usize, Cause)> {
        let Some(rival) = &alteration.unless else { return held };
        let (policy, none) = (rival.policy(self.policy), HashMap::new());
        let Some(rival) = self.otherwise(&policy, &none) else { return vec![] };
        let of = |at: usize| self.found.get(at);
        let is_alone = |at: usize| {
            of(at).is_some_and(|it| rival.evaluation(it.record).is_some_and(|rival| !reproduces(it, &rival)))
        };
        let alone: BTreeSet<usize> = held.iter().map(|(at, _)| *at).filter(|at| is_alone(*at)).collect();
        let of_column = |column: usize, at: usize| of(at).is_some_and(|it| it.column == column);
        let is_most = |column: usize| {
            let differ = self.records.values().flatten().filter(|at| of_column(column, **at)).count();
            let own = || held.iter().map(|(at, _)| *at).filter(|at| of_column(column, *at));
            own().any(|at| alone.contains(&at)) && 2 * own().count() > differ
        };
        let columns: BTreeSet<usize> = held.iter().filter_map(|(at, _)| Some(of(*at)?.column)).collect();
        let columns: BTreeSet<usize> = columns.into_iter().filter(|column| is_most(*column)).collect();
        let stays = |at: &usize| alone.contains(at) || of(*at).is_some_and(|it| columns.contains(&it.column));
        held.into_iter().filter(|(at, _)| stays(at)).collect()
    }

    fn cause(&self, alteration: &Alteration, record: usize, after: &Evaluation) -> Cause {
        let about = alteration.about.clone();
        let before = self.asked.started.evaluation(record);
        let values = about.slot.and_then(|slot| {
            let before = before.as_ref()?.value(slot).ok()?.clone();
            let after = after.value(slot).ok()?.clone();
            (before != after).then_some((before, after))
        });
        let field = match alteration.fields.as_slice() {
            [(slot, _)] if !alteration.alters_policy() => Some(slot.0),
            _ => None,
        };
        let looked_up = about.slot.filter(|slot| self.policy.slot(*slot).is_some_and(|slot| slot.role == Role::Lookup));
        let spot = match (field, looked_up) {
            (Some(field), _) => Spot::Data(record, field),
            (None, Some(slot)) => Spot::Lookup(record, slot),
            (None, None) => Spot::Policy(alteration.span),
        };
        Cause { kind: alteration.kind, spot, about: About { values, ..about } }
    }

    /// Adds a cause to a difference, the first of its kind.
    pub fn note(&mut self, at: usize, cause: Cause) {
        if let Some(difference) = self.found.get_mut(at)
            && difference.causes.iter().all(|known| known.kind != cause.kind)
        {
            difference.causes.push(cause);
        }
    }

    /// The inputs that the sheet has in the place of those of the data.
    pub fn other_inputs(&mut self) {
        let Some(sheet) = self.asked.sheets.get(self.own) else { return };
        for (record, all) in self.records.clone() {
            let fields = self.policy.fields.len();
            let inputs: Vec<(usize, usize, Value)> = all
                .iter()
                .filter_map(|at| self.found.get(*at))
                .filter(|it| it.slot.0 < fields)
                .filter_map(|it| Some((it.slot.0, it.field, it.theirs.value()?.clone())))
                .collect();
            let (Some((_, first, _)), Some(mut changed)) = (inputs.first().cloned(), self.fields(record)) else {
                continue;
            };
            for (field, _, value) in &inputs {
                changed.get_mut(*field).into_iter().for_each(|place| *place = value.clone());
            }
            let changed = HashMap::from([(record, changed)]);
            let policy = self.policy;
            let Some(evaluation) = self.otherwise(policy, &changed).and_then(|it| it.evaluation(record)) else {
                continue;
            };
            for at in all {
                let Some(difference) = self.found.get(at).filter(|it| it.slot.0 >= fields) else { continue };
                if reproduces(difference, &evaluation) {
                    let slot = sheet.fields.of.get(first).copied();
                    let about = About { slot, ..About::default() };
                    self.note(at, Cause { kind: Kind::OtherInput, spot: Spot::Sheet(difference.row, first), about });
                }
            }
        }
    }
}

/// Whether a difference is one that a cause can reproduce.
fn is_figure(difference: &Difference) -> bool {
    matches!(&difference.theirs, Theirs::Value(value) if *value != Value::Missing)
}

/// Whether what was evaluated is what stands in the sheet, to the last digit.
pub(super) fn reproduces(difference: &Difference, evaluation: &Evaluation) -> bool {
    let value = evaluation.value(difference.slot).ok();
    is_figure(difference) && value.is_some() && value == difference.theirs.value()
}

/// Whether a column of a sheet has formulas in at least as many cells as it has figures that were typed.
fn has_formulas(batch: &crate::data::Batch, field: usize) -> bool {
    let (mut formulas, mut typed) = (0_usize, 0_usize);
    for row in 0..batch.len() {
        match batch.cell_mark(row, field).is_some_and(|mark| mark.formula) {
            true => formulas += 1,
            false => typed += usize::from(batch.known(row, field).is_some_and(|value| *value != Value::Missing)),
        }
    }
    formulas > 0 && formulas >= typed
}

/// Whether a value is one input less another.
fn is_difference(policy: &Policy, slot: SlotId) -> bool {
    let step = policy.step_of(slot).and_then(|at| policy.steps.get(at));
    let Some(Step::Value(step)) = step else { return false };
    let mut value = &step.value;
    while let ExprKind::Round { value: inner, .. } = &value.kind {
        value = inner;
    }
    let is_input = |expr: &Expr| expr.slot().is_some_and(|slot| slot.0 < policy.fields.len());
    matches!(&value.kind, ExprKind::Arithmetic { op: Operator::Sub, left, right } if is_input(left) && is_input(right))
}
