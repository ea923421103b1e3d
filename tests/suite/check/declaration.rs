//! What declarations become: order, weights, columns, domains.

use merit::compile::{Assigned, Compiled, compile};
use merit::diagnostic::Arg;
use merit::ir::{Bare, Role, Step, Value};
use merit::quantity::{Decimal, Domain};
use merit::source::SourceFile;

/// The first example of the language's reference.
const SERVICE: &str = include_str!("service.merit");

fn checked(text: &str) -> Compiled {
    compile(SourceFile::new("policy", text), &[])
}

fn codes(compiled: &Compiled) -> Vec<&'static str> {
    compiled.diagnostics.iter().map(|told| told.code.as_str()).filter(|code| *code != "W0301").collect()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn the_first_example_is_accepted_without_a_warning() {
    assert_eq!(codes(&checked(SERVICE)), Vec::<&str>::new());
}

#[test]
fn columns_stand_in_the_order_of_the_reference() {
    let policy = checked(SERVICE).policy;
    let default: Vec<&str> = policy.columns.iter().filter(|c| c.default).map(|c| c.name.as_str()).collect();
    let expected = [
        "工号",
        "月份",
        "旺旺回复率",
        "总分",
        "旺旺回复率.points",
        "响应时间.points",
        "差评数.points",
        "工作态度.points",
        "服务质量.points",
        "工作表现.points",
        "scores",
        "等级",
        "等级.系数",
        "绩效面谈",
        "应发工资.基本工资",
        "应发工资.绩效奖金",
        "应发工资.提成",
        "应发工资",
    ];
    assert_eq!(default, expected);
    let further: Vec<&str> = policy.columns.iter().filter(|c| !c.default).map(|c| c.name.as_str()).collect();
    for name in ["店铺", "旺旺回复率.weighted", "服务质量.weighted", "薪级.基本工资", "提成"] {
        assert!(further.contains(&name), "{name} in {further:?}");
    }
}

#[test]
fn fields_are_the_first_slots_in_order() {
    let policy = checked(SERVICE).policy;
    for (field, slot) in policy.fields.iter().zip(&policy.slots) {
        assert_eq!((&field.name, slot.role), (&slot.name, Role::Field));
    }
    assert!(policy.slots[policy.fields.len()..].iter().all(|slot| slot.role != Role::Field));
}

#[test]
fn every_step_uses_only_what_came_before() {
    // `a` uses `b`, which uses `c`: they are written the wrong way round.
    let policy = checked("metric a : count = b\nmetric b : count = c\nmetric c : count = 1\n").policy;
    let names: Vec<&str> = policy
        .steps
        .iter()
        .map(|step| match step {
            Step::Value(value) => policy.slot(value.slot).unwrap().name.as_str(),
            _ => "",
        })
        .collect();
    assert_eq!(names, ["c", "b", "a"]);
}

#[test]
fn a_long_chain_of_declarations_is_ordered_without_recursion() {
    let chain: String = (0..5_000).rev().map(|at| format!("metric m{} : count = m{at}\n", at + 1)).collect();
    let compiled = checked(&format!("{chain}metric m0 : count = 1\n"));
    assert_eq!(codes(&compiled), Vec::<&str>::new());
    assert_eq!(compiled.policy.steps.len(), 5_001);
}

#[test]
fn an_item_weighs_its_part_of_its_section() {
    let text = "record { a : points in [0, 100]; b : points in [0, 100]; c : points in [0, 100] }
        section s weight 50% { score a weight 40%; score b weight 60% }
        score c weight 50%";
    let policy = checked(text).policy;
    // 40% and 60% of 50%, and 50% of its own.
    let weights: Vec<Decimal> = policy.items.iter().map(|item| item.weight.decimal().unwrap()).collect();
    assert_eq!(weights, [decimal("0.2"), decimal("0.3"), decimal("0.5")]);
    let domain = &policy.slot(policy.slot_named("scores").unwrap()).unwrap().domain;
    let numbers = domain.numbers().unwrap();
    assert_eq!((numbers.lo(), numbers.hi()), (decimal("0").into(), decimal("100").into()));
}

#[test]
fn a_field_has_the_domain_and_step_of_its_type() {
    let text = "record { p : percent(%); q : percent, decimals 0; d : duration(min), decimals 1; n : count
        m : money; x : points in (0, 10], decimals 1 }";
    let policy = checked(text).policy;
    // Steps in base units: 0.01% and 1% as fractions, a tenth of a minute in seconds, a cent.
    let steps: Vec<Decimal> = policy.fields.iter().map(|field| field.step.unwrap()).collect();
    let expected = ["0.0001", "0.01", "6", "1", "0.01", "0.1"].map(decimal);
    assert_eq!(steps, expected);
    assert_eq!(policy.fields[0].bare, Bare::Percent);
    assert_eq!(policy.fields[1].bare, Bare::Refused);
    let Domain::Numbers(numbers) = &policy.slots[5].domain else { panic!("no numbers") };
    assert_eq!((numbers.lo(), numbers.hi()), (decimal("0.1").into(), decimal("10").into()));
}

#[test]
fn a_grade_ranks_its_labels_by_their_unguarded_rows() {
    let text = "record { a : points in [0, 100]; b : bool }
        grade g by a { D : any when b; A : >= 90; B : >= 80; D : otherwise }";
    let policy = checked(text).policy;
    let set = policy.label_sets.iter().find(|set| set.name.as_deref() == Some("g")).unwrap();
    let labels: Vec<&str> = set.labels.iter().map(|label| label.name.as_str()).collect();
    assert_eq!(labels, ["A", "B", "D"]);
}

#[test]
fn a_marginal_scale_pays_at_most_the_sum_of_its_slices() {
    let text = "record { a : money in [0元, 100元] }
        scale s on a, marginal { [0元, 50元) => 1%; >= 50元 => 2% }
        pay p { l = s }";
    let policy = checked(text).policy;
    // 50 at 1% and 50 at 2%: 0.50 + 1.00.
    let slot = policy.slot(policy.slot_named("s").unwrap()).unwrap();
    assert_eq!(slot.domain.numbers().unwrap().hi(), decimal("1.5"));
}

#[test]
fn a_setting_replaces_a_param_within_its_domain() {
    let text = "param p : percent in [0%, 5%] = 1%\nrecord { a : money }\npay x { l = a * p }\n";
    let set = |value: &str| {
        let assigned = Assigned { name: "p".to_owned(), value: value.to_owned() };
        compile(SourceFile::new("policy", text), &[assigned])
    };
    let good = set("3%");
    assert_eq!(codes(&good), Vec::<&str>::new());
    assert_eq!(good.policy.params[0].value, Value::from(decimal("0.03")));
    assert_eq!(codes(&set("8%")), ["E0254"]);
}

#[test]
fn a_setting_of_no_param_is_told() {
    let assigned = Assigned { name: "返例比例".to_owned(), value: "3%".to_owned() };
    let text = "param 返利比例 : percent = 1%\nrecord { a : money }\npay x { l = a * 返利比例 }\n";
    let compiled = compile(SourceFile::new("policy", text), &[assigned]);
    assert_eq!(codes(&compiled), ["E0254"]);
    assert_eq!(compiled.diagnostics.iter().find(|t| t.code.as_str() == "E0254").unwrap().variant, "near");
}

/// A date that lies outside is told as the date that it is.
#[test]
fn a_date_outside_its_domain_is_told_as_it_is() {
    let text = "param start : date in [2024-01-01, 2024-12-31] = 2025-01-01\nrecord { day : date }\n\
        metric late : bool = day > start\n";
    let compiled = compile(SourceFile::new("policy", text), &[]);
    let told = compiled.diagnostics.iter().find(|told| told.code.as_str() == "E0258").unwrap();
    assert!(told.args.contains(&("value", Arg::from("2025-01-01"))), "{:?}", told.args);
}

/// Of two names that are as near, the same is proposed each time.
#[test]
fn the_nearest_name_is_the_same_each_time() {
    let text = "record { id : text, key; xa : number; xb : number; xc : number; xd : number }\n\
        metric ya : number = xa + xb\nmetric yb : number = xc + xd\nmetric yc : number = 1\nmetric yd : number = 2\n\
        test \"t\" { given { id = \"1\" } expect { yx = 1 } }\n";
    let near = |_| {
        let compiled = compile(SourceFile::new("policy", text), &[]);
        let told = compiled.diagnostics.iter().find(|told| told.code.as_str() == "E0312").unwrap();
        told.args.iter().find(|(name, _)| *name == "near").unwrap().1.clone()
    };
    // A hash order differs from map to map.
    assert_eq!((0..20).map(near).collect::<Vec<_>>(), vec![Arg::from("ya"); 20]);
}
