//! What stands in for a quotient by 0: the message tells what it gives, and the edited policy gives just that.

use merit::batch::suppose;
use merit::compile::{Compiled, compile};
use merit::data::Past;
use merit::diagnostic::{Diagnostic, Edit};
use merit::ir::Value;
use merit::quantity::{Number, Tongue};
use merit::render::texts;
use merit::source::SourceFile;

fn policy(metric: &str, rows: &str) -> String {
    format!(
        "policy \"P\" {{ currency CNY }}\nrecord {{ id : text, key; bad : count in [0, 1000]; all : count in [0, 1000] }}\nmetric rate : {metric}\nscore rate weight 100% {{ {rows} }}\nmetric total : points = scores\n"
    )
}

fn compiled(text: &str) -> Compiled {
    compile(SourceFile::new("p.merit", text), &[])
}

/// The only error, and the edits that put a value in.
fn told(text: &str) -> (Diagnostic, Vec<Edit>) {
    let all = compiled(text).diagnostics;
    let [told] = all.as_slice() else { panic!("{all:#?}") };
    let edits = told.edits.iter().filter(|edit| edit.text.contains("otherwise")).cloned().collect();
    (told.clone(), edits)
}

/// What somebody without any of `all` scores after an edit.
fn points(text: &str, edit: &Edit) -> Number {
    let mut edited = text.to_owned();
    edited.replace_range(edit.span.range(), &edit.text);
    let policy = compiled(&edited);
    assert!(policy.accepted(), "{edited}\n{:#?}", policy.diagnostics);
    let policy = policy.policy;
    let slot = |name: &str| policy.slot_named(name).unwrap();
    let zero = || Value::Number(Number::ZERO);
    let nobody = vec![(slot("id"), Value::Text("A".into())), (slot("bad"), zero()), (slot("all"), zero())];
    let evaluation = suppose(&policy, &[nobody], vec![], &Past::default()).remove(0);
    evaluation.value(slot("total")).unwrap().number().unwrap().clone()
}

#[track_caller]
fn gives(metric: &str, rows: &str, expected: &[(&str, i64)]) {
    let text = policy(metric, rows);
    let (told, edits) = told(&text);
    let found: Vec<(String, Number)> = edits.iter().map(|edit| (edit.text.clone(), points(&text, edit))).collect();
    let expected_edits: Vec<_> =
        expected.iter().map(|(edit, points)| ((*edit).to_owned(), Number::from(*points))).collect();
    assert_eq!(found, expected_edits);
    let help = texts(&told, Tongue::En).help.unwrap();
    for (_, points) in expected {
        assert!(help.contains(&format!("gives {points} points")), "{help}");
    }
}

const FEW_IS_GOOD: &str = "<= 1% => 100; (1%, 5%] => 80; > 5% => 0";
const MANY_IS_GOOD: &str = ">= 98% => 100; [90%, 98%) => 60; < 90% => 20";

/// 0% is the best of one table and the worst of the other.
#[test]
fn what_each_value_gives_is_told() {
    gives("percent, decimals 2 = bad / all", FEW_IS_GOOD, &[(" otherwise 0%", 100), (" otherwise 100%", 0)]);
    gives("percent, decimals 2 = bad / all", MANY_IS_GOOD, &[(" otherwise 0%", 20), (" otherwise 100%", 100)]);
}

/// Of a thousand there is no 100%: where 0 is the best, the first whole number of the worst row stands beside it.
#[test]
fn a_number_has_its_other_end_from_the_table() {
    let rate = "number, decimals 2 = bad * 1000 / all";
    gives(rate, "<= 1 => 100; (1, 5] => 80; > 5 => 0", &[(" otherwise 0", 100), (" otherwise 6", 0)]);
    gives(rate, "< 2.5 => 100; >= 2.5 => 30", &[(" otherwise 0", 100), (" otherwise 3", 30)]);
    // Where 0 is the worst already, nothing better is invented for them.
    gives(rate, ">= 5 => 100; < 5 => 40", &[(" otherwise 0", 40)]);
}

/// What no rows of constants answer is not told of.
#[test]
fn of_what_nothing_is_known_nothing_is_said() {
    let text = policy("percent, decimals 2 = bad / all", "<= 1% when bad > 3 => 100; otherwise => 0");
    let (told, edits) = told(&text);
    assert_eq!(edits.len(), 2);
    assert!(!texts(&told, Tongue::En).help.unwrap().contains("points"));
}
