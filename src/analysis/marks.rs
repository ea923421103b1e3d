//! The values of an input at which a policy may do something else: the edges of rows and slices, what the input is
//! compared with, the ends of its domain, and some round values between.

use std::collections::BTreeSet;

use crate::ir::{Bound, Expr, ExprKind, Pattern, Policy, Slot, SlotId, Step, Type, Value};
use crate::quantity::{Domain, Moment, Number, Numbers, Rounding};

/// More values than this are not gone through one by one.
const MOST_LISTED: usize = 64;
/// Of more named values than this only some are tried, evenly.
const MOST_NAMED: usize = 128;
/// As many powers of ten are tried.
const MAGNITUDES: u32 = 7;

/// Values of an input to try.
#[derive(Debug, Clone)]
pub struct Marks {
    /// The values, those that a reader would rather see first.
    pub values: Vec<Value>,
    /// Whether the input has no others.
    pub complete: bool,
}

/// The values of an input to try, with what these steps compare it.
pub fn marks<'a>(policy: &Policy, slot: SlotId, steps: impl Iterator<Item = &'a Step>) -> Marks {
    let Some(known) = policy.slot(slot) else { return Marks { values: vec![], complete: true } };
    let mut named = BTreeSet::new();
    for step in steps {
        of_step(policy, slot, step, &mut named);
    }
    let thin = named.len().div_ceil(MOST_NAMED).max(1);
    let named: BTreeSet<Value> = named.into_iter().step_by(thin).collect();
    let mut marks = of_domain(policy, known, &named);
    let period = policy.period() == Some(slot);
    marks.values.retain(|value| value.lies_in(&known.domain) && (!period || in_effect(policy, value)));
    if known.optional {
        marks.values.push(Value::Missing);
    }
    marks
}

fn of_domain(policy: &Policy, slot: &Slot, named: &BTreeSet<Value>) -> Marks {
    let listed = |values: Vec<Value>| Marks { values, complete: true };
    match &slot.domain {
        Domain::Numbers(numbers) => match all_numbers(numbers) {
            Some(all) => listed(all.into_iter().map(Value::Number).collect()),
            None => Marks { values: some_numbers(numbers, named), complete: false },
        },
        Domain::Labels(labels) => listed(labels.iter().map(|label| Value::Label(*label)).collect()),
        Domain::Bool { no, yes } => {
            let both = [(*no, false), (*yes, true)];
            listed(both.into_iter().filter(|(can, _)| *can).map(|(_, is)| Value::Bool(is)).collect())
        }
        Domain::Calendar { first, last } => {
            Marks { values: moments(policy, slot, (*first, *last), named), complete: false }
        }
        Domain::Text => {
            let other = std::iter::once(Value::Text("—".into()));
            Marks { values: named.iter().cloned().chain(other).collect(), complete: false }
        }
        Domain::Invalid => Marks { values: vec![], complete: false },
    }
}

/// All numbers of a domain, where there are few.
fn all_numbers(numbers: &Numbers) -> Option<Vec<Number>> {
    match numbers {
        Numbers::Values(values) => Some(values.iter().cloned().collect()),
        Numbers::Range { lo, hi, step } => {
            let mut all = vec![lo.clone()];
            while let Some(last) = all.last().filter(|last| *last < hi) {
                all.push(last + step);
                if all.len() > MOST_LISTED {
                    return None;
                }
            }
            Some(all)
        }
    }
}

/// What is named, with a step to each side, round figures, and the ends.
fn some_numbers(numbers: &Numbers, named: &BTreeSet<Value>) -> Vec<Value> {
    let step = numbers.step();
    if step.is_zero() {
        return vec![Value::Number(Number::ZERO)];
    }
    let mut found: Vec<Number> = vec![];
    let mut take = |value: Number| {
        if numbers.contains(&value) && !found.contains(&value) {
            found.push(value);
        }
    };
    for mark in named.iter().filter_map(Value::number) {
        let (below, above) = (mark.reach(&step, Rounding::Floor), mark.reach(&step, Rounding::Ceiling));
        let (further_below, further_above) = (&below - &step, &above + &step);
        [above, below, further_below, further_above].into_iter().for_each(&mut take);
    }
    take(Number::ZERO);
    take(numbers.lo());
    let mut power = Number::ONE;
    for _ in 0..MAGNITUDES {
        take(power.reach(&step, Rounding::Ceiling));
        take((-&power).reach(&step, Rounding::Floor));
        power = power * Number::from(10);
    }
    take(numbers.lo() + &step);
    take(numbers.hi());
    found.into_iter().map(Value::Number).collect()
}

fn moments(policy: &Policy, slot: &Slot, (first, last): (i32, i32), named: &BTreeSet<Value>) -> Vec<Value> {
    let Type::Calendar(kind) = slot.ty else { return vec![] };
    let ordinal = |value: &Value| match value {
        Value::Calendar(moment) if moment.kind == kind => Some(moment.ordinal),
        _ => None,
    };
    let (from, until) = policy.header.effective;
    let effective =
        [from, until].into_iter().flatten().filter(|moment| moment.kind == kind).map(|moment| moment.ordinal);
    let around = |at: i32| [at, at.saturating_sub(1), at.saturating_add(1)];
    let ends = [first, last];
    let all = named.iter().filter_map(ordinal).flat_map(around).chain(effective).chain(ends);
    let mut seen = BTreeSet::new();
    all.filter(|at| seen.insert(*at)).map(|ordinal| Value::Calendar(Moment { kind, ordinal })).collect()
}

/// Whether the policy holds in a period.
fn in_effect(policy: &Policy, value: &Value) -> bool {
    let Value::Calendar(moment) = value else { return true };
    let (from, until) = policy.header.effective;
    from.is_none_or(|from| from.kind != moment.kind || from <= *moment)
        && until.is_none_or(|until| until.kind != moment.kind || *moment <= until)
}

fn of_step(policy: &Policy, slot: SlotId, step: &Step, named: &mut BTreeSet<Value>) {
    if let Step::Table(table) = step {
        for (at, _) in table.inputs.iter().enumerate().filter(|(_, input)| input.value.slot() == Some(slot)) {
            table.rows.iter().filter_map(|row| row.patterns.get(at)).for_each(|pattern| of_pattern(pattern, named));
        }
    }
    if let Step::Scale(scale) = step
        && scale.input.value.slot() == Some(slot)
    {
        let edges = scale.slices.iter().flat_map(|slice| std::iter::once(slice.from).chain(slice.to));
        named.extend(edges.map(Value::from));
    }
    for expr in step.expressions() {
        expr.walk(&mut |expr| of_expr(policy, slot, expr, named));
    }
}

fn of_expr(policy: &Policy, slot: SlotId, expr: &Expr, named: &mut BTreeSet<Value>) {
    let is_slot = |expr: &Expr| expr.slot() == Some(slot);
    match &expr.kind {
        ExprKind::Compare { left, right, .. } if is_slot(left) => named.extend(constant(policy, right)),
        ExprKind::Compare { left, right, .. } if is_slot(right) => named.extend(constant(policy, left)),
        ExprKind::Matches { value, pattern } if is_slot(value) => of_pattern(pattern, named),
        ExprKind::Extreme { values, .. } if values.iter().any(is_slot) => {
            named.extend(values.iter().filter_map(|value| constant(policy, value)));
        }
        _ => {}
    }
}

fn constant(policy: &Policy, expr: &Expr) -> Option<Value> {
    match &expr.kind {
        ExprKind::Constant(value) => Some(value.clone()),
        ExprKind::Param(id) => policy.params.get(id.0).map(|param| param.value.clone()),
        _ => expr.domain.numbers()?.single().map(Value::Number),
    }
}

fn of_pattern(pattern: &Pattern, named: &mut BTreeSet<Value>) {
    match pattern {
        Pattern::Interval { lo, hi } => {
            named.extend([lo, hi].into_iter().flatten().map(|bound: &Bound| bound.value.clone()));
        }
        Pattern::Values(values) | Pattern::Not(values) => named.extend(values.iter().cloned()),
        Pattern::Any | Pattern::Missing | Pattern::Otherwise | Pattern::Invalid => {}
    }
}
