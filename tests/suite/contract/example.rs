//! Tests of the generated policies: what an evaluation gives is what a `test` may expect, and nothing else is.

use std::fmt::Write;

use merit::compile::compile;
use merit::eval::{self, testing};
use merit::ir::{Policy, Role, Slot, SlotId, Type, Value};
use merit::quantity::{Dimension, Domain, Number, Tongue, spell};
use merit::source::SourceFile;

use super::random::Random;

/// How many tests a policy gets.
const TESTS: usize = 4;

/// What is given, and what comes of it.
type Given = Vec<(SlotId, Value)>;

/// Writes tests under a policy: the first one expects one wrong value, all others must pass.
pub fn hold(text: &str, policy: &Policy, records: &[Vec<Value>], random: &mut Random) -> Result<(), String> {
    let mut longer = text.to_owned();
    let mut wrong = false;
    for at in 0..TESTS {
        let record: &Vec<Value> = random.pick(records);
        let given = given(policy, record, random);
        let mut expected = expected(policy, &given, random);
        if at == 0 {
            wrong = expected.last_mut().is_some_and(|(_, value)| spoil(value));
        }
        write(&mut longer, policy, at, (&given, &expected));
    }
    let compiled = compile(SourceFile::new("generated", longer.as_str()), &[]);
    if !compiled.accepted() {
        return Err(format!("with tests it is refused: {:?}\n{longer}", compiled.diagnostics));
    }
    let outcomes = testing::run(&compiled.policy);
    let passed: Vec<bool> = outcomes.iter().map(testing::TestOutcome::passed).collect();
    let held: Vec<bool> = (0..TESTS).map(|at| !(at == 0 && wrong)).collect();
    if passed != held { Err(format!("of its tests {passed:?} pass\n{longer}")) } else { Ok(()) }
}

/// A record, now and then with a metric in place of what is worked out.
fn given(policy: &Policy, record: &[Value], random: &mut Random) -> Given {
    let mut given: Given = record.iter().enumerate().map(|(at, value)| (SlotId(at), value.clone())).collect();
    let metrics: Vec<usize> = (0..policy.slots.len()).filter(|at| policy.slots[*at].role == Role::Metric).collect();
    if !metrics.is_empty() && random.chance(50) {
        let at = *random.pick(&metrics);
        given.extend(replacement(&policy.slots[at]).map(|value| (SlotId(at), value)));
    }
    given
}

/// A value that a metric may have.
fn replacement(slot: &Slot) -> Option<Value> {
    Some(match &slot.domain {
        _ if slot.optional => Value::Missing,
        Domain::Numbers(numbers) => Value::Number(numbers.hi()),
        Domain::Bool { yes, .. } => Value::Bool(*yes),
        Domain::Labels(labels) => Value::Label(*labels.last()?),
        _ => return None,
    })
}

/// Some of what follows. A metric that was given may leave a value out of its domain, and others without one.
fn expected(policy: &Policy, given: &Given, random: &mut Random) -> Given {
    let evaluation = eval::evaluate_given(policy, given);
    let named = |at: &usize| {
        let slot = &policy.slots[*at];
        // The rate of a scale stands in results only, and a rate such as money a second has no literal.
        let rate = slot.role == Role::Scale && slot.name.ends_with(".rate");
        let unnamed = matches!(slot.role, Role::Joint | Role::Details | Role::Total);
        !rate && !unnamed && has_literal(slot.ty)
    };
    let open = (policy.fields.len()..policy.slots.len()).filter(|at| given.iter().all(|(slot, _)| slot.0 != *at));
    let open = open.filter(named);
    let mut found: Given =
        open.filter_map(|at| Some((SlotId(at), evaluation.value(SlotId(at)).ok()?.clone()))).collect();
    random.shuffle(&mut found);
    found.truncate(6);
    found
}

fn has_literal(ty: Type) -> bool {
    let plain = [Dimension::NUMBER, Dimension::PERCENT, Dimension::POINTS, Dimension::MONEY, Dimension::TIME];
    !matches!(ty, Type::Number(dimension) if !plain.contains(&dimension))
}

/// Makes a value another one of its kind.
fn spoil(value: &mut Value) -> bool {
    match value {
        Value::Number(number) => *number = &*number + &Number::ONE,
        Value::Bool(truth) => *truth = !*truth,
        _ => return false,
    }
    true
}

fn write(text: &mut String, policy: &Policy, at: usize, (given, expected): (&Given, &Given)) {
    let list = |values: &Given| {
        let each = values
            .iter()
            .map(|(slot, value)| format!("{} = {}", policy.slots[slot.0].name, spelt(policy, *slot, value)));
        each.collect::<Vec<_>>().join(", ")
    };
    writeln!(text, "test \"第{at}例\" {{\n given {{ {} }}\n expect {{ {} }}\n}}", list(given), list(expected)).unwrap();
}

/// A value as a policy writes it.
fn spelt(policy: &Policy, slot: SlotId, value: &Value) -> String {
    match (value, policy.slots[slot.0].ty) {
        (Value::Number(number), Type::Number(dimension)) => spell(number, dimension, "CNY", Tongue::Zh),
        (Value::Label(label), Type::Label(set)) => policy.label_sets[set.0].labels[*label].name.clone(),
        (Value::Bool(truth), _) => if *truth { "yes" } else { "no" }.to_owned(),
        (Value::Text(text), _) => format!("\"{text}\""),
        (Value::Calendar(moment), _) => moment.to_string(),
        (Value::Missing, _) => "missing".to_owned(),
        other => panic!("no way to write {other:?}"),
    }
}
