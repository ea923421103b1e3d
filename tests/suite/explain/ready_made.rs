//! Every record of the ready-made policies' sheets.

use merit::analysis::{Possible, reach};
use merit::eval;
use merit::explain::{Explanation, Source};
use merit::ir::{Policy, SlotId, Value};

use super::added::{Ratio, Tally, hold};
use super::{Beside, explained, policy, source, spelt};
use crate::cli::formats::unlike;
use merit::compile::Compiled;
use merit::quantity::Tongue;
use merit::render::why::{self, Depth, Sheet};
use unicode_width::UnicodeWidthStr;

/// Policies that are tried together, their sheet, and the files beside it.
pub type Tried<'a> = (&'a [&'a str], &'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

pub const SHEETS: &[Tried] = &[
    (
        &["aftersales-kpi"],
        "aftersales-kpi.csv",
        &[("质检", "aftersales-kpi.chats.tsv")],
        &["aftersales-kpi.history.csv"],
    ),
    (
        &["aftersales-kpi-en"],
        "aftersales-kpi-en.csv",
        &[("chats", "aftersales-kpi-en.chats.tsv")],
        &["aftersales-kpi-en.history.csv"],
    ),
    (&["aftersales-points"], "aftersales-points.csv", &[("日报", "aftersales-points.daily.tsv")], &[]),
    (&["monthly-places"], "monthly-places.tsv", &[], &[]),
    (&["monthly-places-en"], "monthly-places-en.csv", &[], &[]),
    (
        &["post-presales", "post-aftersales", "post-lead"],
        "shop-staff.csv",
        &[("店铺月报", "shop-staff.shops.csv")],
        &[],
    ),
    (&["small-shop"], "small-shop.csv", &[], &[]),
    (&["qa-checklist"], "qa-checklist.tsv", &[], &[]),
    (&["qa-checklist-en"], "qa-checklist-en.tsv", &[], &[]),
    (
        &["repeat-orders"],
        "repeat-orders.xlsx",
        &[
            ("订单", "repeat-orders.orders.csv"),
            ("投诉", "repeat-orders.complaints.csv"),
            ("未签到", "repeat-orders.absences.tsv"),
            ("店铺指标", "repeat-orders.shops.csv"),
        ],
        &[],
    ),
    (&["sales-satisfaction"], "sales-satisfaction.csv", &[], &["sales-satisfaction.history.csv"]),
    (&["sales-satisfaction-en"], "sales-satisfaction-en.csv", &[], &["sales-satisfaction-en.history.csv"]),
    (
        &["team-goals"],
        "team-goals.csv",
        &[("互评", "team-goals.peers.jsonl"), ("班组目标", "team-goals.teams.csv")],
        &[],
    ),
    (&["two-raters"], "two-raters.jsonl", &[("部门考核", "two-raters.departments.csv")], &[]),
    (&["year-end"], "year-end.csv", &[("季度成绩", "year-end.quarters.csv")], &["year-end.history.csv"]),
    (&["year-end-en"], "year-end-en.csv", &[("quarters", "year-end-en.quarters.csv")], &["year-end-en.history.csv"]),
];

#[test]
fn every_record_adds_up() {
    let (mut tally, mut records, mut stems, mut sure) = (Tally::default(), 0, 0, 0);
    for (names, sheet, with, history) in SHEETS {
        let compiled: Vec<Compiled> = names.iter().map(|name| policy(&format!("{name}.merit"))).collect();
        stems += names.len();
        let beside = Beside {
            with: with.iter().map(|(name, file)| (*name, source(file))).collect(),
            history: history.iter().map(|file| source(file)).collect(),
        };
        explained(&compiled, source(sheet), &beside, &mut |compiled, fields, told| {
            records += 1;
            hold(told, &mut tally);
            whole(compiled, fields, told);
            told_to_programs(compiled, told);
            sure += lies_in_what_it_can_be(&compiled.policy, fields, told);
            tally.next += next_grades_hold(compiled, fields, told);
        });
    }
    let there = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/policies")).unwrap();
    let there = there.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".merit"));
    assert_eq!(there.count(), stems, "a policy is not explained");
    let Tally { rounded, quotients, items, exempt, totals, lines, bounds, failed, streaks, places, next, .. } = tally;
    assert!(records > 400 && rounded > 200 && quotients > 200 && items > 2_000 && totals > 200, "{records} {tally:?}");
    assert!(exempt > 10 && lines > 500 && bounds > 0 && failed > 20 && streaks > 20 && places > 20, "{tally:?}");
    assert!(next > 50 && sure > 5_000, "{sure} {tally:?}");
}

/// Nothing is lacking: each field, metric, item, grade and pay block of the policy is in the explanation, with the
/// value that the evaluation gave.
fn whole(compiled: &Compiled, fields: &[Value], told: &Explanation) {
    let policy = &compiled.policy;
    assert_eq!(told.policy.title, policy.header.title);
    assert_eq!(told.key.len(), policy.keys().count());
    assert_eq!(told.period.is_some(), policy.period().is_some());
    assert_eq!(told.fields.len(), policy.fields.len());
    for ((field, read), known) in told.fields.iter().zip(fields).zip(&policy.fields) {
        assert_eq!(field.of.name, known.name);
        assert!(field.of.value.as_ref().is_ok_and(|value| value == read || *read == Value::Missing));
        match (&field.source, read) {
            (Source::Cell(cell), read) => {
                assert!(*read != Value::Missing && cell.line > 0 && cell.column.is_some() && cell.header.is_some());
            }
            (Source::Default, read) => assert_eq!(known.default.as_ref(), Some(read), "{field:?}"),
            (Source::Missing, Value::Missing) => assert!(known.optional, "{field:?}"),
            _ => panic!("{field:?}"),
        }
    }
    let count = |role| policy.slots.iter().filter(|slot| slot.role == role).count();
    use merit::ir::Role::*;
    assert_eq!(
        [told.metrics.len(), told.lets.len(), told.flags.len(), told.gates.len(), told.pay.len()],
        [Metric, Let, Flag, Gate, Pay].map(count)
    );
    assert_eq!((told.items.len(), told.sections.len()), (policy.items.len(), policy.sections.len()));
    assert_eq!(told.grades.len(), count(Grade));
    assert_eq!(told.cohort.len() + told.history.len(), policy.steps.iter().filter(|step| step.is_joint()).count());
    for details in &told.details {
        assert_eq!(details.rows == 0, details.files.is_empty(), "{details:?}");
    }
    for lookup in told.lookups.iter().filter(|lookup| lookup.row.is_some()) {
        assert!(lookup.fields.iter().any(|field| matches!(field.source, Source::Cell(_))), "{lookup:?}");
    }
    for metric in &told.metrics {
        let worked = metric.worked.as_ref().unwrap();
        let text: String = worked.formula.split_whitespace().collect();
        assert!(!text.is_empty() && !spelt(policy, &worked.figures).is_empty(), "{metric:?}");
    }
}

/// What programs are told is as the schema says, and adds up; what people are told fits the window.
fn told_to_programs(compiled: &Compiled, told: &Explanation) {
    let policy = &compiled.policy;
    let json = why::json(policy, told, &serde_json::json!([]), Tongue::En);
    assert_eq!(unlike(&json, "why"), Vec::<String>::new());
    let number =
        |value: &serde_json::Value| Ratio::of(value.as_str().map_or(value.to_string(), str::to_owned).as_str());
    for pay in json["pay"].as_array().unwrap() {
        let lines = pay["lines"].as_array().unwrap().iter().map(|line| number(&line["amount"]));
        let sum = lines.fold(Ratio::whole(0), |sum, amount| sum.plus(&amount));
        let before = if pay["bound"].is_null() { &pay["sum"] } else { &pay["bound"]["before"] };
        assert_eq!(sum, number(before), "{pay}");
    }
    if let Some(total) = json["total"]["value"].as_number().map(|value| Ratio::of(&value.to_string())) {
        let items = json["items"].as_array().unwrap().iter().map(|item| number(&item["weighted"]));
        assert_eq!(items.fold(Ratio::whole(0), |sum, weighted| sum.plus(&weighted)), total);
    }
    for tongue in [Tongue::Zh, Tongue::En] {
        let told = |width, depth| why::told(policy, told, (&[], 0), Sheet { tongue, width, ascii: false, depth });
        for (width, depth) in [(80, Depth::Statement), (60, Depth::All)] {
            let text = told(width, depth);
            assert!(!text.contains('⟨') && text.lines().all(|line| line.width() <= width), "{text}");
        }
        assert_eq!(told(80, Depth::Line).lines().count(), 1);
    }
}

/// Where the graded value is changed by just what is told, the better label comes out; a step less, it does not.
fn next_grades_hold(compiled: &Compiled, fields: &[Value], told: &Explanation) -> usize {
    let policy = &compiled.policy;
    let mut held = 0;
    for grade in &told.grades {
        let (Some(next), [input]) = (&grade.to_next, grade.on.as_slice()) else { continue };
        let Some(slot) = policy.slot_named(input.name) else { continue };
        let label = |value: Value| {
            let others = (0..).map(SlotId).zip(fields.iter().cloned()).filter(|(field, _)| *field != slot);
            let given: Vec<_> = others.chain([(slot, value)]).collect();
            eval::evaluate_given(policy, &given).value(grade.outputs[0].slot).cloned().map_err(Clone::clone)
        };
        let here = input.value.as_ref().unwrap();
        // Alone, without others and earlier periods, a guard may say something else.
        if label(here.clone()).ok().as_ref() != grade.outputs[0].value.as_ref().ok() {
            continue;
        }
        let step = policy.slot(slot).unwrap().domain.numbers().unwrap().step().clone();
        let there = here.number().unwrap() + &next.distance;
        assert_eq!(label(Value::Number(there.clone())), Ok(next.label.clone()), "{grade:?}");
        let short = if next.distance.is_negative() { &there + &step } else { &there - &step };
        assert_ne!(label(Value::Number(short)), Ok(next.label.clone()), "{grade:?}");
        held += 1;
    }
    held
}

/// Every value lies in what it can be where the fields are what they are, and where one of them is anything; how many of
/// them can be nothing else.
fn lies_in_what_it_can_be(policy: &Policy, fields: &[Value], told: &Explanation) -> usize {
    let read = told.lookups.iter().flat_map(|lookup| &lookup.fields).map(|field| &field.of);
    let joint = told.cohort.iter().map(|it| &it.of).chain(told.history.iter().map(|it| &it.of));
    let exact = told.fields.iter().map(|field| &field.of).chain(read).chain(joint);
    let exact: Vec<(SlotId, Possible)> =
        exact.filter_map(|of| Some((of.slot, Possible::one(of.value.as_ref().ok()?)))).collect();
    let metrics = told.metrics.iter().chain(&told.lets).map(|it| (it.of.slot, &it.of.value));
    let items = told.items.iter().map(|it| (it.slot, &it.points));
    let outputs = told.grades.iter().chain(&told.tables).flat_map(|it| &it.outputs).map(|it| (it.slot, &it.value));
    let pay = told.pay.iter().flat_map(|pay| pay.lines.iter().map(|line| &line.of).chain([&pay.of]));
    let found: Vec<_> = metrics.chain(items).chain(outputs).chain(pay.map(|of| (of.slot, &of.value))).collect();
    let sure = (0..=fields.len()).map(|free| {
        let inputs = exact.iter().filter(|(slot, _)| slot.0 != free || free == fields.len()).cloned();
        let can_be = reach(policy, inputs);
        for (slot, value) in &found {
            let (name, value) = (&policy.slots[slot.0].name, value.as_ref().unwrap());
            assert!(can_be[slot.0].holds(value), "{name}: {value:?} is not in {:?}", can_be[slot.0]);
        }
        found.iter().filter(|(slot, _)| can_be[slot.0].is_one()).count()
    });
    sure.fold(0, |_, last| last)
}
