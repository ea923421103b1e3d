//! A record that gets a grade: from one that is known, a field at a time, each to where it comes nearest.

use crate::analysis::marks;
use crate::eval::{Evaluation, testing};
use crate::ir::{Assignment, ExprKind, Pattern, Policy, Role, SlotId, Table, Test, Type, Value};
use crate::quantity::{Dimension, Number};
use crate::source::Span;

/// All fields are gone through so often.
const ROUNDS: usize = 3;
/// So many values of a field are tried.
const MOST_VALUES: usize = 24;
/// So many records are tried to find one that the policy is for.
const MOST_RECORDS: usize = 512;

/// A record with a label of a grade, as a test would give it; nothing where none is found.
pub(super) fn record(policy: &Policy, grade: &Table, label: usize) -> Option<Test> {
    let slot = *grade.outputs.first()?;
    let wanted = |evaluation: &Evaluation| evaluation.value(slot) == Ok(&Value::Label(label));
    let mut test = claimed(policy, base(policy, grade))?;
    if wanted(&evaluated(policy, &test)) {
        return Some(test);
    }
    let mut nearest = distance(policy, grade, label, &evaluated(policy, &test));
    for _ in 0..ROUNDS {
        for at in 0..test.given.len() {
            let Some(assigned) = test.given.get(at).cloned() else { continue };
            let values = marks(policy, assigned.slot, policy.steps.iter()).values;
            for value in values.into_iter().filter(|value| is_usual(policy, assigned.slot, value)).take(MOST_VALUES) {
                let mut tried = test.clone();
                tried.given.get_mut(at).into_iter().for_each(|given| given.value = value.clone());
                let evaluation = evaluated(policy, &tried);
                if !is_claimed(policy, &evaluation) {
                    continue;
                }
                if wanted(&evaluation) {
                    return Some(tried);
                }
                let far = distance(policy, grade, label, &evaluation);
                if far.is_some() && (nearest.is_none() || far < nearest) {
                    (nearest, test) = (far, tried);
                }
            }
        }
    }
    None
}

/// Whether a record is one that the policy is for.
fn is_claimed(policy: &Policy, evaluation: &Evaluation) -> bool {
    let condition = policy.header.applies.as_ref().map(|applies| &applies.value);
    condition.is_none_or(|condition| evaluation.would_be(policy, condition) == Ok(Value::Bool(true)))
}

/// The record, with what makes it one that the policy is for; nothing where that is not found.
fn claimed(policy: &Policy, test: Test) -> Option<Test> {
    let Some(applies) = &policy.header.applies else { return Some(test) };
    let mut tried = vec![test];
    for slot in applies.value.slots() {
        let is_own = |test: &&Test| is_claimed(policy, &evaluated(policy, test));
        if let Some(found) = tried.iter().find(is_own) {
            return Some(found.clone());
        }
        let further: Vec<Test> = tried.iter().flat_map(|test| with_each(policy, test, slot)).collect();
        tried.extend(further);
        tried.truncate(MOST_RECORDS);
    }
    tried.into_iter().find(|test| is_claimed(policy, &evaluated(policy, test)))
}

/// A record with each value of a field that it may be about.
fn with_each(policy: &Policy, test: &Test, slot: SlotId) -> Vec<Test> {
    let mut named = vec![];
    if let Some(applies) = &policy.header.applies {
        applies.value.walk(&mut |part| {
            if let ExprKind::Constant(value) = &part.kind {
                named.push(value.clone());
            }
        });
    }
    let known = marks(policy, slot, policy.steps.iter()).values;
    // Labels and truth values are all among the marks.
    let numbers = policy.slot(slot).and_then(|slot| slot.domain.numbers());
    named.retain(|value: &Value| value.number().is_some_and(|of| numbers.is_some_and(|all| all.contains(of))));
    let each = named.into_iter().chain(known).map(|value| {
        let mut test = test.clone();
        test.given.retain(|given| given.slot != slot);
        test.given.push(Assignment { slot, value, span: Span::NOWHERE });
        test
    });
    each.collect()
}

fn evaluated(policy: &Policy, test: &Test) -> Evaluation {
    testing::outcome(policy, test).evaluation
}

/// The record that is begun with: the test that gives most, without what hides how the grade comes about, and a value for
/// every field that it does not give.
fn base(policy: &Policy, grade: &Table) -> Test {
    let span = Span::NOWHERE;
    let none = Test {
        name: String::new(),
        span,
        given: vec![],
        expect: vec![],
        rows: vec![],
        others: vec![],
        earlier: vec![],
    };
    let graded: Vec<SlotId> = grade.inputs.iter().filter_map(|input| input.value.slot()).collect();
    let hides = |given: &Assignment| graded.contains(&given.slot) && policy.step_of(given.slot).is_some();
    let whole = policy.tests.iter().filter(|test| !test.given.iter().any(hides)).max_by_key(|test| test.given.len());
    let mut test = whole.cloned().unwrap_or(none);
    let read = policy.read_slots();
    for (at, known) in policy.slots.iter().enumerate() {
        let slot = SlotId(at);
        let asked = matches!(known.role, Role::Field | Role::Lookup) && read.contains(&slot);
        if asked && !test.given.iter().any(|given| given.slot == slot) {
            let values = marks(policy, slot, policy.steps.iter()).values;
            let value = values.into_iter().find(|value| *value != Value::Missing && is_usual(policy, slot, value));
            test.given.extend(value.map(|value| Assignment { slot, value, span }));
        }
    }
    test
}

/// Whether somebody may well have such a value: nobody has the greatest amount that can be written.
fn is_usual(policy: &Policy, slot: SlotId, value: &Value) -> bool {
    let Some(known) = policy.slot(slot) else { return false };
    let end = known.domain.numbers().map(|numbers| numbers.hi());
    let open = matches!(known.ty, Type::Number(Dimension::MONEY | Dimension::TIME | Dimension::NUMBER));
    !(open && value.number().is_some() && value.number() == end.as_ref())
}

/// How far what is graded is from the rows with a label; nothing where that is no number.
fn distance(policy: &Policy, grade: &Table, label: usize, evaluation: &Evaluation) -> Option<Number> {
    let input = grade.inputs.first()?;
    let value = evaluation.would_be(policy, &input.value).ok()?;
    let value = value.number()?;
    let rows = grade.rows.iter().filter(|row| row.values.first().is_some_and(|of| is_label(of, label)));
    let far = rows.filter_map(|row| match row.patterns.first()? {
        Pattern::Interval { lo, hi } => {
            let below = lo.as_ref().and_then(|lo| lo.value.number()).filter(|lo| *lo > value).map(|lo| lo - value);
            let above = hi.as_ref().and_then(|hi| hi.value.number()).filter(|hi| *hi <= value).map(|hi| value - hi);
            Some(below.or(above).unwrap_or(Number::ZERO))
        }
        _ => None,
    });
    far.min()
}

fn is_label(value: &crate::ir::RowValue, label: usize) -> bool {
    let crate::ir::RowValue::Expr(expr) = value else { return false };
    matches!(expr.kind, crate::ir::ExprKind::Constant(Value::Label(at)) if at == label)
}
