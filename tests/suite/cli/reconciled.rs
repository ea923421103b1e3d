//! A month of eleven people, worked out apart from the program with one thing done another way each time
//! (`tests/data/reconcile/worked_out.py`): what was done otherwise is named, and every figure is told to the digit.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Shop;

const PLANTED: &str = include_str!("../../data/reconcile/planted.csv");

/// The grade and the pay of each.
type Month<'a> = BTreeMap<&'a str, (&'a str, &'a str)>;

/// Where a cause that is tried sooner gives the same figure: what was planted, of whom, what is told.
const COINCIDE: &[(&str, &str, &str)] = &[
    ("lines-not-rounded", "L8", "rounded-parts"),
    ("lines-rounded-first", "L2", "cut-off"),
    ("refund-below-3", "L7", "cut-off"),
    ("refund-not-rounded", "L10", "shown-value"),
    ("refund-not-rounded", "L2", "band-end"),
    ("refund-not-rounded", "L3", "cut-off"),
    ("refund-not-rounded", "L5", "shown-value"),
    ("refund-rate-cut-off", "L4", "round-each-step"),
    ("total-as-shown", "L8", "rounded-parts"),
];

/// What was planted under a name, its kind, and the sheet that it gives.
fn sheets() -> (Month<'static>, Vec<(&'static str, &'static str, Month<'static>)>) {
    let (mut base, mut sheets): (Month, Vec<(&str, &str, Month)>) = (Month::new(), vec![]);
    for row in PLANTED.lines().skip(1) {
        let [name, kind, who, grade, pay] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        if name.is_empty() {
            base.insert(who, (grade, pay));
            continue;
        }
        if sheets.last().is_none_or(|(last, ..)| *last != name) {
            sheets.push((name, kind, base.clone()));
        }
        sheets.last_mut().unwrap().2.insert(who, (grade, pay));
    }
    (base, sheets)
}

fn told(sheet: &Month) -> Value {
    let rows: String = sheet.iter().map(|(who, (grade, pay))| format!("{who},2024-03,{grade},{pay}\n")).collect();
    let shop = Shop::new()
        .file("live.merit", include_str!("../../data/reconcile/live.merit"))
        .file("live.csv", include_str!("../../data/reconcile/live.csv"))
        .file("rooms.csv", include_str!("../../data/reconcile/rooms.csv"))
        .file("s.csv", format!("工号,月份,档,收入\n{rows}"));
    let with = ["--with", "直播间表=rooms.csv", "--against", "s.csv", "--format", "json"];
    let run = shop.run(&[&["reconcile", "live.merit", "live.csv"], &with[..]].concat());
    assert!([0, 3].contains(&run.status), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn a_month_that_was_worked_out_alike() {
    let (base, _) = sheets();
    let told = told(&base);
    assert_eq!((&told["agree"], &told["differ"]), (&Value::from(11), &Value::from(0)));
}

#[test]
fn what_was_done_another_way_is_named() {
    let (base, sheets) = sheets();
    assert_eq!(sheets.len(), 21);
    for (name, kind, sheet) in sheets {
        let told = told(&sheet);
        let cells = |month: &Month<'static>| -> BTreeMap<(&str, &str), String> {
            let of = |(who, (grade, pay)): (&&'static str, &(&str, &str))| {
                [((*who, "档"), format!("\"{grade}\"")), ((*who, "收入"), (*pay).to_owned())]
            };
            month.iter().flat_map(of).collect()
        };
        let (ours, theirs) = (cells(&base), cells(&sheet));
        let mut differ: Vec<_> = ours.keys().filter(|cell| ours[*cell] != theirs[*cell]).copied().collect();
        let mut named = 0;
        for difference in told["differences"].as_array().unwrap() {
            let text = |value: &Value| value.as_str().map(str::to_owned);
            let (who, column) = (text(&difference["key"]["工号"]).unwrap(), text(&difference["column"]).unwrap());
            let cell = (who.as_str(), column.as_str());
            assert_eq!(difference["ours"].to_string(), ours[&cell], "{name} {cell:?}");
            assert_eq!(difference["theirs"].to_string(), theirs[&cell], "{name} {cell:?}");
            differ.retain(|other| *other != cell);
            let cause = text(&difference["cause"]["kind"]).unwrap_or_default();
            let also = difference["cause"]["also"].as_array();
            if cause == kind {
                named += 1;
                continue;
            }
            assert!(COINCIDE.contains(&(name, &who, &cause)), "{name} {cell:?}: {cause} for {kind}");
            assert!(also.is_some_and(|also| also.iter().any(|other| other == kind)), "{name} {cell:?}: {cause}");
        }
        assert!(differ.is_empty(), "{name}: {differ:?} not told");
        assert!(named > 0, "{name}: nowhere is {kind} told first");
    }
}
