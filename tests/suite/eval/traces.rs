use merit::compile::Compiled;
use merit::data::{BoundActed, Note};
use merit::eval::{self, Evaluation, Stop, Trace};
use merit::explain;
use merit::ir::{SlotId, Value};
use merit::quantity::Decimal;

use super::accepted;

const POLICY: &str = "
record { 甲 : number in [0, 100]; 乙 : number in [0, 100]; 销售额 : money }
score 甲 weight 100% { >= 60 => 100; < 60 => 0 }
scale 提成 on 销售额, marginal { [0元, 100元) => 1%; [100元, 200元) => 2%; >= 200元 => 3% }
gate 达标 { 甲 >= 50; 乙 >= 50; 甲 >= 乙 }
pay 工资 at least 10元 { 提成 at most 5元 = 提成; 扣 = -1元 * 甲 }
";

fn slot(compiled: &Compiled, name: &str) -> SlotId {
    compiled.policy.slot_named(name).unwrap_or_else(|| panic!("no {name}"))
}

fn number(value: i64) -> Value {
    Value::from(Decimal::from(value))
}

fn evaluated(compiled: &Compiled, given: &[(&str, i64)]) -> Evaluation {
    let given: Vec<_> = given.iter().map(|(name, value)| (slot(compiled, name), number(*value))).collect();
    eval::evaluate_given(&compiled.policy, &given)
}

fn trace<'a>(compiled: &Compiled, evaluation: &'a Evaluation, name: &str) -> &'a Trace {
    let step = compiled.policy.step_of(slot(compiled, name)).unwrap();
    evaluation.trace(step).unwrap()
}

#[test]
fn a_table_tells_its_row() {
    let compiled = accepted("traces", POLICY);
    let evaluation = evaluated(&compiled, &[("甲", 59)]);
    let Trace::Row(row) = trace(&compiled, &evaluation, "甲.points") else { panic!("no row") };
    assert_eq!((row.row, &row.inputs[..]), (1, &[number(59)][..]));
    assert_eq!(compiled.sources.slice(row.span).trim(), "< 60 => 0");
}

#[test]
fn a_scale_tells_its_slices() {
    let compiled = accepted("traces", POLICY);
    let evaluation = evaluated(&compiled, &[("销售额", 150)]);
    let Trace::Slices(slices) = trace(&compiled, &evaluation, "提成") else { panic!("no slices") };
    let parts: Vec<_> = slices
        .iter()
        .map(|slice| (slice.slice, slice.part.decimal().unwrap(), slice.amount.decimal().unwrap()))
        .collect();
    assert_eq!(parts, [(0, Decimal::from(100), Decimal::ONE), (1, Decimal::from(50), Decimal::ONE)]);
}

#[test]
fn a_gate_tells_what_failed() {
    let compiled = accepted("traces", POLICY);
    let evaluation = evaluated(&compiled, &[("甲", 40), ("乙", 60)]);
    let failed = Note::Failed(slot(&compiled, "达标"), vec![0, 2]);
    assert!(explain::notes(&compiled.policy, &evaluation).contains(&failed));
}

/// 10,000 of sales is 1 + 2 + 294, of which 5 are paid; less 40 is -35, and at least 10 are.
#[test]
fn a_bound_that_acted_is_noted() {
    let compiled = accepted("traces", POLICY);
    let evaluation = evaluated(&compiled, &[("甲", 40), ("销售额", 10_000)]);
    let bounds = explain::notes(&compiled.policy, &evaluation).into_iter().filter_map(|note| match note {
        Note::Bound { slot, acted, before, .. } => Some((slot, before.decimal().unwrap(), acted)),
        _ => None,
    });
    let told: Vec<_> = bounds.collect();
    let line = (slot(&compiled, "工资.提成"), Decimal::from(297), BoundActed::AtMost);
    let sum = (slot(&compiled, "工资"), Decimal::from(-35), BoundActed::AtLeast);
    assert_eq!(told, [line, sum]);
}

#[test]
fn what_was_not_given_is_named_whole() {
    let compiled = accepted("traces", POLICY);
    let evaluation = evaluated(&compiled, &[]);
    let fields = vec![slot(&compiled, "甲"), slot(&compiled, "销售额")];
    assert_eq!(evaluation.value(slot(&compiled, "工资")), Err(&Stop::NotGiven(fields)));
}
