//! A field or a metric along which a pay block is looked at, and all that it is found from besides.

use std::collections::BTreeSet;

use super::Record;
use crate::analysis::{Lineage, Marks, marks, reads_rows};
use crate::eval::evaluate_steps;
use crate::ir::{Expr, ExprKind, Pay, Policy, RowValue, SlotId, Step, Value};
use crate::quantity::{Number, Numbers};

/// Of a field with no more values than this every pair of neighbours is looked at.
const MOST_PAIRS: usize = 256;

/// A pay block and a field or metric along which it is looked at.
pub(super) struct Axis<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The block.
    pub pay: &'p Pay,
    /// The field or metric.
    pub field: SlotId,
    /// Its values.
    pub numbers: &'p Numbers,
    /// What else the block is found from, as far as it can matter for a jump.
    pub inputs: Vec<Input>,
    /// What only adds to what is paid, the same on either side.
    fixed: Record,
    steps: Vec<usize>,
    marks: Vec<Number>,
    /// The values at which the policy parts the field itself.
    named: BTreeSet<Number>,
}

/// Something else that the block is found from.
pub(super) struct Input {
    /// What.
    pub slot: SlotId,
    /// Values of it.
    pub values: Vec<Value>,
    /// Whether between these nothing changes.
    pub complete: bool,
}

/// Two neighbours on the step of a field, and the bound at which they part.
pub(super) struct Pair {
    pub from: Number,
    pub to: Number,
    pub at: Number,
}

impl<'p> Axis<'p> {
    /// The axis, where the block depends on the field.
    pub fn of(policy: &'p Policy, pay: &'p Pay, field: SlotId) -> Option<Self> {
        let numbers = policy.slot(field)?.domain.numbers()?;
        let lineage = Lineage::of(policy);
        let of_line: Vec<Found> =
            pay.lines.iter().map(|line| Found::of(policy, &lineage, (line.slot, pay), field)).collect();
        if !of_line.iter().any(|found| found.hangs) {
            return None;
        }
        let bounded = pay.bounds.at_least.is_some() || pay.bounds.at_most.is_some();
        let mattering: BTreeSet<SlotId> =
            of_line.iter().filter(|of| bounded || of.hangs).flat_map(|of| of.inputs.clone()).collect();
        let all: BTreeSet<SlotId> = of_line.iter().flat_map(|of| of.inputs.clone()).collect();
        let mut steps: BTreeSet<usize> = of_line.into_iter().flat_map(|of| of.steps).collect();
        steps.extend(policy.step_of(pay.slot));
        let own = || steps.iter().filter_map(|at| policy.steps.get(*at));
        let input = |slot: &SlotId| {
            let Marks { values, complete } = marks(policy, *slot, own());
            let complete = complete || is_parted(own(), *slot);
            Input { slot: *slot, values, complete }
        };
        let inputs: Vec<Input> = mattering.iter().map(input).collect();
        let fixed = all
            .difference(&mattering)
            .map(|slot| (*slot, input(slot).values.first().cloned().unwrap_or(Value::Missing)));
        let fixed = fixed.collect();
        let mut values: Vec<Number> =
            marks(policy, field, own()).values.iter().filter_map(Value::number).cloned().collect();
        values.sort_unstable();
        let named = named(policy, own(), field);
        let steps = steps.iter().copied().collect();
        Some(Axis { policy, pay, field, numbers, inputs, fixed, steps, marks: values, named })
    }

    /// The neighbours between which there may be a jump: all of them, of a field with few values.
    pub fn pairs(&self) -> Vec<Pair> {
        let step = self.numbers.step();
        if step.is_zero() {
            return vec![];
        }
        let pair = |from: &Number, to: &Number| {
            let at = if self.named.contains(from) && !self.named.contains(to) { from } else { to };
            Pair { from: from.clone(), to: to.clone(), at: at.clone() }
        };
        let all: Vec<Number> = match self.numbers {
            Numbers::Values(values) => values.iter().cloned().collect(),
            Numbers::Range { lo, hi, .. } => {
                let few = lo + &(Number::from(MOST_PAIRS) * &step);
                match *hi <= few {
                    true => std::iter::successors(Some(lo.clone()), |at| Some(at + &step).filter(|next| next <= hi))
                        .collect(),
                    false => self.marks.clone(),
                }
            }
        };
        let each = all.iter().zip(all.iter().skip(1));
        let of_values = matches!(self.numbers, Numbers::Values(_));
        each.filter(|(from, to)| of_values || *to - *from == step).map(|(from, to)| pair(from, to)).collect()
    }

    /// A record with a value of the field.
    pub fn record(&self, others: &[Value], value: &Number) -> Record {
        let others = self.inputs.iter().map(|input| input.slot).zip(others.iter().cloned());
        others.chain(self.fixed.iter().cloned()).chain([(self.field, Value::Number(value.clone()))]).collect()
    }

    /// What the block pays to a record.
    pub fn pays(&self, record: &Record) -> Option<Number> {
        let evaluation = evaluate_steps(self.policy, record, &self.steps);
        evaluation.value(self.pay.slot).ok()?.number().cloned()
    }

    /// How many records there are to look at for one place.
    pub fn count(&self) -> usize {
        self.inputs.iter().fold(1, |all, input| all.saturating_mul(input.values.len().max(1)))
    }

    /// How many amounts of the block are rounded, at most.
    pub fn lines(&self) -> usize {
        self.pay.lines.len() + 1
    }
}

/// What a line of pay is found from, with the field cut off.
struct Found {
    inputs: BTreeSet<SlotId>,
    steps: BTreeSet<usize>,
    hangs: bool,
}

impl Found {
    fn of(policy: &Policy, lineage: &Lineage, (line, pay): (SlotId, &Pay), field: SlotId) -> Self {
        let mut found = Found { inputs: BTreeSet::new(), steps: BTreeSet::new(), hangs: false };
        let (mut open, mut seen) = (vec![line], BTreeSet::new());
        while let Some(slot) = open.pop() {
            if !seen.insert(slot) {
                continue;
            }
            if slot == field {
                found.hangs = true;
                continue;
            }
            let known = lineage.step(slot).and_then(|step| Some((policy.step_of(slot)?, step)));
            match known {
                // What stands around a record is read of it like a field.
                Some((_, step)) if step.is_joint() || reads_rows(step) => drop(found.inputs.insert(slot)),
                Some((at, Step::Pay(other))) if other.slot == pay.slot => {
                    found.steps.insert(at);
                    let of = other.lines.iter().find(|of| of.slot == slot);
                    open.extend(of.into_iter().flat_map(|of| of.value.slots()));
                }
                Some((at, step)) => {
                    found.steps.insert(at);
                    open.extend(step.expressions().into_iter().flat_map(Expr::slots));
                }
                None => drop(found.inputs.insert(slot)),
            }
        }
        found
    }
}

/// Whether a slot is only held against values: between those that are named nothing changes with it.
fn is_parted<'s>(steps: impl Iterator<Item = &'s Step>, slot: SlotId) -> bool {
    let mut parted = true;
    for step in steps {
        if let Step::Table(table) = step {
            let asked = table.inputs.iter().any(|input| input.value.slot() == Some(slot));
            let lines = table.rows.iter().flat_map(|row| &row.values).any(|value| matches!(value, RowValue::Line(_)));
            parted &= !(asked && lines);
        }
        if let Step::Scale(scale) = step {
            parted &= scale.input.value.slot() != Some(slot);
        }
        let inputs: Vec<&Expr> = match step {
            Step::Table(table) => table.inputs.iter().map(|input| &input.value).collect(),
            _ => vec![],
        };
        for expr in step.expressions() {
            let is_input = inputs.iter().any(|input| std::ptr::eq(*input, expr));
            parted &= is_input && expr.slot() == Some(slot) || !reads_freely(expr, slot);
        }
    }
    parted
}

/// Whether a slot stands in an expression elsewhere than in a comparison with a constant.
fn reads_freely(expr: &Expr, slot: SlotId) -> bool {
    let held = |one: &Expr, other: &Expr| {
        one.slot() == Some(slot) && matches!(other.kind, ExprKind::Constant(_) | ExprKind::Param(_))
    };
    match &expr.kind {
        ExprKind::Slot(own) => *own == slot,
        ExprKind::Compare { left, right, .. } if held(left, right) || held(right, left) => false,
        ExprKind::Matches { value, .. } | ExprKind::IsMissing(value) if value.slot() == Some(slot) => false,
        _ => expr.children().into_iter().any(|child| reads_freely(child, slot)),
    }
}

/// The numbers that the policy holds a slot against.
fn named<'s>(policy: &Policy, steps: impl Iterator<Item = &'s Step>, slot: SlotId) -> BTreeSet<Number> {
    let mut found = BTreeSet::new();
    for step in steps {
        let mut patterns = vec![];
        if let Step::Table(table) = step {
            for (at, _) in table.inputs.iter().enumerate().filter(|(_, input)| input.value.slot() == Some(slot)) {
                patterns.extend(table.rows.iter().filter_map(|row| row.patterns.get(at)));
            }
        }
        if let Step::Scale(scale) = step
            && scale.input.value.slot() == Some(slot)
        {
            patterns.extend(scale.slices.iter().map(|slice| &slice.interval));
        }
        for expr in step.expressions() {
            expr.walk(&mut |part| match &part.kind {
                ExprKind::Matches { value, pattern } if value.slot() == Some(slot) => patterns.push(pattern),
                ExprKind::Compare { left, right, .. } => {
                    for (one, other) in [(left, right), (right, left)] {
                        if one.slot() == Some(slot) {
                            found.extend(constant(policy, other));
                        }
                    }
                }
                _ => {}
            });
        }
        for pattern in patterns {
            if let crate::ir::Pattern::Interval { lo, hi } = pattern {
                found.extend([lo, hi].into_iter().flatten().filter_map(|bound| bound.value.number()).cloned());
            }
        }
    }
    found
}

fn constant(policy: &Policy, expr: &Expr) -> Option<Number> {
    match &expr.kind {
        ExprKind::Constant(value) => value.number().cloned(),
        ExprKind::Param(id) => policy.params.get(id.0)?.value.number().cloned(),
        _ => None,
    }
}
