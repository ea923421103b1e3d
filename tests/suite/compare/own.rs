//! Of records that are not both policies' own nothing is said: what differs for them alone is no difference.

use merit::compare::{Difference, Given, Verdict};
use merit::ir::{Policy, Value};

use super::{between, compiled, told};

const PICKERS: &str = "policy \"Pickers\" { currency EUR; applies when role = Picker }
record { who : text, key; role : Picker | Desk; shop : text; lines : count in [0, 500]; late : count in [0, 9] }
score lines weight 60% {
    any when role = Desk => exempt
    >= 120 => 100
    < 120 => 50
}
score late weight 40% = 100pt - 10pt * late
metric total : points, decimals 1 = scores
grade level by total -> bonus : money {
    Gold : >= 80 => 300 EUR
    none : < 80 => 0 EUR
}
pay wage { bonus = level.bonus when role = Picker }
";

/// What the records that show a difference hold of a field.
fn shown(policy: &Policy, found: &Difference, field: &str) -> Vec<String> {
    let own = found.regions.iter().flat_map(|region| std::iter::once(&region.witness).chain(&region.beside));
    let of = |given: &Given| match given.new.as_ref().unwrap() {
        (slot, Value::Label(at)) => policy.label(policy.slots[slot.0].ty, *at).unwrap().to_owned(),
        (_, Value::Text(text)) => text.as_str().to_owned(),
        other => panic!("{other:?}"),
    };
    own.map(|record| of(record.iter().find(|given| given.name == field).unwrap())).collect()
}

fn only(edits: &[(&str, &str)], field: &str, value: &str) {
    let (_, new) = compiled(PICKERS, PICKERS);
    let found = between(PICKERS, edits);
    assert_eq!(found.verdict, Verdict::Differs, "{edits:?}");
    let all = shown(&new.policy, &found, field);
    assert!(!all.is_empty() && all.iter().all(|known| known == value), "{edits:?}: {all:?}");
}

#[test]
fn what_no_own_record_shows_is_the_same() {
    let found = between(PICKERS, &[("    any when role = Desk => exempt\n", "")]);
    assert_eq!((found.verdict, found.regions.len()), (Verdict::Proved, 0));
    assert!(!told(&found).is_empty(), "the text has changed");
    let found = between(PICKERS, &[("level.bonus when role = Picker", "level.bonus")]);
    assert_eq!((found.verdict, found.regions.len()), (Verdict::Proved, 0));
    // Where no condition says whose a record is, both differ.
    let all = PICKERS.replace("; applies when role = Picker", "");
    assert_eq!(between(&all, &[("    any when role = Desk => exempt\n", "")]).verdict, Verdict::Differs);
}

#[test]
fn who_shows_a_difference_is_an_own_record() {
    only(&[(">= 120 => 100", ">= 100 => 100"), ("< 120 => 50", "< 100 => 50")], "role", "Picker");
    only(&[("100pt - 10pt * late", "100pt - 9pt * late")], "role", "Picker");
    only(&[("=> 300 EUR", "=> 310 EUR")], "role", "Picker");
}

/// A text that only the condition names is tried.
#[test]
fn a_text_that_tells_whose_a_record_is_is_tried() {
    let shops = PICKERS.replace("applies when role = Picker", "applies when shop = \"North\"");
    let (_, new) = compiled(&shops, &shops);
    let found = between(&shops, &[("=> 300 EUR", "=> 310 EUR")]);
    assert_eq!(found.verdict, Verdict::Differs);
    assert_eq!(shown(&new.policy, &found, "shop"), vec!["North"; found.regions.len()]);
}

#[test]
fn whose_records_are_no_more_its_own_is_told() {
    let found = between(PICKERS, &[("applies when role = Picker", "applies when role = Desk")]);
    let label = |given: &Option<Given>| {
        let given = given.as_ref().unwrap();
        (given.name.clone(), given.old.clone().or(given.new.clone()).unwrap().1)
    };
    assert_eq!(label(&found.admitted.only_old), ("role".to_owned(), Value::Label(0)));
    assert_eq!(label(&found.admitted.only_new), ("role".to_owned(), Value::Label(1)));
    let same = between(PICKERS, &[("=> 300 EUR", "=> 310 EUR")]);
    assert_eq!((same.admitted.only_old, same.admitted.only_new), (None, None));
}

/// A place among others of the same role: each of them is an own record.
#[test]
fn others_among_whom_it_shows_are_own_records_too() {
    let ranked = PICKERS.replace(
        "pay wage { bonus = level.bonus when role = Picker }",
        "metric place : count = rank(lines, within: shop, ties: shared)\npay wage { bonus = 100 EUR when place = 1 }",
    );
    let (_, new) = compiled(&ranked, &ranked);
    let found = between(&ranked, &[("ties: shared", "ties: dense"), ("place = 1", "place = 2")]);
    assert_eq!(found.verdict, Verdict::Differs);
    assert!(shown(&new.policy, &found, "role").iter().all(|role| role == "Picker"));
}
