//! Random policies that share out records: what is proved of them, held against asking each of them of every record.

use std::collections::BTreeSet;

use merit::compile::{Compiled, compile, together};
use merit::diagnostic::Severity;
use merit::eval::{Claim, Claimant};
use merit::ir::{Policy, SlotId, Type, Value};
use merit::quantity::{Calendar, Decimal, Moment};
use merit::source::SourceFile;
use proptest::prelude::*;

/// A condition over the fields of a policy, of which a count may be missing.
fn condition(optional: bool, labels: &'static [&'static str]) -> impl Strategy<Value = String> {
    let n = if optional { "(n otherwise 2)" } else { "n" };
    let count = (0..6, prop::sample::select(vec!["<", "<=", ">", ">=", "=", "!="]));
    let compared = count.prop_map(move |(value, op)| format!("{n} {op} {value}"));
    let between = (0..4, 1..3).prop_map(move |(lo, more)| format!("{n} in [{lo}, {})", lo + more));
    let label = prop::sample::select(labels.to_vec());
    let labelled =
        (label.clone(), any::<bool>()).prop_map(|(label, is)| format!("p {} {label}", if is { "=" } else { "!=" }));
    let among = (label.clone(), label).prop_map(|(a, b)| format!("p in {{{a}, {b}}}"));
    let missing = any::<bool>().prop_map(move |is| match (optional, is) {
        (true, true) => "n is missing".to_owned(),
        (true, false) => "n is not missing".to_owned(),
        (false, _) => "b = no".to_owned(),
    });
    let months = (4..9, any::<bool>())
        .prop_map(|(month, before)| format!("m {} 2024-0{month}", if before { "<" } else { ">=" }));
    let text = prop::sample::select(vec!["t = \"x\"", "t in {\"x\", \"y\"}", "t != \"y\"", "b", "not b"])
        .prop_map(str::to_owned);
    let leaf = prop_oneof![compared, between, labelled, among, missing, months, text];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} and {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            inner.prop_map(|a| format!("not ({a})")),
        ]
    })
}

/// A policy whose record knows some labels, some counts, and may lack a count.
fn policy() -> impl Strategy<Value = String> {
    const LABELS: [&[&str]; 3] = [&["甲", "乙"], &["乙", "甲", "丙"], &["丙", "甲"]];
    (0..3_usize, 3..6, any::<bool>(), 0..4_usize).prop_flat_map(|(labels, most, optional, time)| {
        let labels = LABELS[labels];
        condition(optional, labels).prop_map(move |condition| {
            let time =
                ["", "effective from 2024-05; ", "effective until 2024-06; ", "effective from 2024-05 until 2024-06; "]
                    [time];
            let missing = if optional { ", optional" } else { "" };
            format!(
                "policy \"p\" {{ period month; {time}applies when {condition} }}
record {{ k : text, key; m : month, period; p : {}; n : count in [0, {most}]{missing}; b : bool; t : text }}
",
                labels.join(" | ")
            )
        })
    })
}

/// A policy and one for all that it leaves, whose time may be another.
fn pair() -> impl Strategy<Value = Vec<String>> {
    (policy(), any::<bool>()).prop_map(|(text, later)| {
        let (head, rest) = text.split_once("applies when ").unwrap();
        let (condition, rest) = rest.split_once(" }\n").unwrap();
        let head = if later { head.replace("from 2024-05", "from 2024-06") } else { head.to_owned() };
        let other = format!("{head}applies when not ({condition}) }}\n{rest}");
        vec![text, other]
    })
}

fn policies() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![prop::collection::vec(policy(), 2..4), pair()]
}

/// A record of any of them: a label by its name, since each has places of its own.
type Record = (&'static str, Option<i64>, bool, &'static str, i32);

fn records(months: std::ops::Range<i32>) -> Vec<Record> {
    let mut all = vec![];
    for label in ["甲", "乙", "丙"] {
        for n in (0..6).map(Some).chain([None]) {
            for b in [false, true] {
                for t in ["x", "y", "z"] {
                    all.extend(months.clone().map(|month| (label, n, b, t, month)));
                }
            }
        }
    }
    all
}

/// The value of a field, where a policy can read it.
fn value(policy: &Policy, at: usize, record: Record) -> Option<Value> {
    let (label, n, b, t, month) = record;
    let slot = policy.slot(SlotId(at))?;
    match slot.name.as_str() {
        "p" => {
            let Type::Label(set) = slot.ty else { return None };
            policy.label_sets[set.0].labels.iter().position(|known| known.name == label).map(Value::Label)
        }
        "n" => match n {
            Some(n) => Some(Value::from(Decimal::from(n))).filter(|value| value.lies_in(&slot.domain)),
            None => slot.optional.then_some(Value::Missing),
        },
        "b" => Some(Value::Bool(b)),
        "m" => Some(Value::Calendar(Moment { kind: Calendar::Month, ordinal: 2024 * 12 + month - 1 })),
        _ => Some(Value::Text(t.into())),
    }
}

/// How many policies surely claim a record.
fn claims(policies: &[&Policy], record: Record) -> usize {
    let own = policies.iter().filter(|policy| {
        let values: Vec<Option<Value>> = (0..policy.fields.len()).map(|at| value(policy, at, record)).collect();
        Claimant::new(policy).claim(|slot| values[slot.0].as_ref()) == Claim::Own
    });
    own.count()
}

/// The fields that decide for some of them: what is not looked at can be anything, also what no record admits.
fn deciding(policies: &[&Policy]) -> BTreeSet<String> {
    let slots = policies.iter().flat_map(|policy| {
        let condition = policy.header.applies.iter().flat_map(|applies| applies.value.slots());
        condition.filter_map(|slot| Some(policy.slot(slot)?.name.clone())).collect::<Vec<_>>()
    });
    slots.collect()
}

/// The months that are looked at, as the language says it.
fn months(policies: &[&Policy], texts: &[String]) -> std::ops::Range<i32> {
    let mut dates: Vec<i32> = vec![];
    for policy in policies {
        let (from, until) = policy.header.effective;
        dates.extend([from, until].into_iter().flatten().map(|at| at.ordinal - 2024 * 12 + 1));
    }
    for text in texts {
        let named = text.match_indices("m < 2024-0").chain(text.match_indices("m >= 2024-0"));
        let named = named.filter_map(|(at, lead)| text[at + lead.len()..].chars().next()?.to_digit(10));
        dates.extend(named.flat_map(|month| (month as i32 - 1)..=(month as i32 + 1)));
    }
    match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) => *first..*last + 1,
        _ => 6..7,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 160 } else { 2_000 }))]

    #[test]
    fn what_is_proved_is_what_asking_finds(texts in policies()) {
        let compiled: Vec<Compiled> =
            texts.iter().enumerate().map(|(at, text)| compile(SourceFile::new(format!("{at}.merit"), text.clone()), &[])).collect();
        for one in &compiled {
            prop_assert!(one.diagnostics.iter().all(|told| told.severity() == Severity::Warning), "{:?}", one.diagnostics);
        }
        let policies: Vec<&Policy> = compiled.iter().map(|one| &one.policy).collect();
        let told = together(&compiled.iter().collect::<Vec<_>>()).diagnostics;
        let told: BTreeSet<&str> = told.iter().map(|told| told.code.as_str()).collect();
        prop_assert!(!told.contains("E0512"), "{texts:#?}");
        let decide = deciding(&policies);
        let read = |at: usize, record: &Record| policies.iter().any(|policy| value(policy, at, *record).is_some());
        let admitted = |record: &Record| {
            (!decide.contains("p") || read(2, record)) && (!decide.contains("n") || read(3, record))
        };
        let (mut unclaimed, mut twice) = (None, None);
        for record in records(months(&policies, &texts)).into_iter().filter(admitted) {
            match claims(&policies, record) {
                0 => unclaimed = unclaimed.or(Some(record)),
                1 => {}
                _ => twice = twice.or(Some(record)),
            }
        }
        prop_assert_eq!(told.contains("E0510"), unclaimed.is_some(), "{:?} {:#?}", unclaimed, texts);
        prop_assert_eq!(told.contains("E0511"), twice.is_some(), "{:?} {:#?}", twice, texts);
    }
}
