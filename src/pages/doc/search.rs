//! A record that gets a grade: from one that is known, a field at a time, each to where it comes nearest.

use crate::analysis::marks;
use crate::eval::{Evaluation, testing};
use crate::ir::{Assignment, Pattern, Policy, Role, SlotId, Table, Test, Type, Value};
use crate::quantity::{Dimension, Number};
use crate::source::Span;

/// All fields are gone through so often.
const ROUNDS: usize = 3;
/// So many values of a field are tried.
const MOST_VALUES: usize = 24;

/// A record with a label of a grade, as a test would give it; nothing where none is found.
pub(super) fn record(policy: &Policy, grade: &Table, label: usize) -> Option<Test> {
    let slot = *grade.outputs.first()?;
    let wanted = |evaluation: &Evaluation| evaluation.value(slot) == Ok(&Value::Label(label));
    let mut test = base(policy, grade);
    let mut nearest = distance(policy, grade, label, &evaluated(policy, &test));
    for _ in 0..ROUNDS {
        for at in 0..test.given.len() {
            let Some(assigned) = test.given.get(at).cloned() else { continue };
            let values = marks(policy, assigned.slot, policy.steps.iter()).values;
            for value in values.into_iter().filter(|value| is_usual(policy, assigned.slot, value)).take(MOST_VALUES) {
                let mut tried = test.clone();
                tried.given.get_mut(at).into_iter().for_each(|given| given.value = value.clone());
                let evaluation = evaluated(policy, &tried);
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
