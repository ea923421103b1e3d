//! Altered policies: each classed here by trying every record, and by the tests run on the altered text.

use std::collections::BTreeSet;

use merit::cases::evaluated;
use merit::compile::{Compiled, InMemory, compile};
use merit::eval::testing::run;
use merit::ir::{SlotId, Value};
use merit::mutants::{Mutants, mutants, proposed};
use merit::quantity::Number;
use merit::source::SourceFile;

/// Two counts from 0 to 6, so that all 49 records can be tried.
const SMALL: &str = "policy \"Small\" { currency CNY }
record { made : count in [0, 6]; late : count in [0, 6] }
score made weight 60% {
    >= 5   => 100
    [2, 5) => 60
    < 2    => 0
}
score late weight 40% { 0 => 100; [1, 3] => 50; > 3 => 0 }
metric total : points, decimals 0 = scores
grade band by total -> bonus : money {
    C : any when late > 4 => 0 CNY
    A : >= 80             => 500 CNY
    C : < 80              => 100 CNY
}
pay wage at most 600 CNY { bonus = band.bonus; made = 30 CNY * made }
test \"good\" { given { made = 6, late = 0 } expect { band = A, wage = 600 CNY } }
test \"middling\" { given { made = 3, late = 2 } expect { total = 56, wage = 190 CNY } }
";

/// What is altered, by hand: the line, what the report tells of it, and each text with the one in its place.
type Altered = (&'static str, &'static [(&'static str, &'static str)]);
const ALTERED: [Altered; 34] = [
    ("4 >= 6", &[(">= 5 ", ">= 6 "), ("[2, 5)", "[2, 6)")]),
    ("4 >= 4", &[(">= 5 ", ">= 4 "), ("[2, 5)", "[2, 4)")]),
    ("4 > 5", &[(">= 5 ", "> 5 "), ("[2, 5)", "[2, 5]")]),
    ("5 [3, 5)", &[("[2, 5)", "[3, 5)"), ("< 2 ", "< 3 ")]),
    ("5 [1, 5)", &[("[2, 5)", "[1, 5)"), ("< 2 ", "< 1 ")]),
    ("5 (2, 5)", &[("[2, 5)", "(2, 5)"), ("< 2 ", "<= 2 ")]),
    ("4 >= 5 => 99", &[("=> 100\n    [2", "=> 99\n    [2")]),
    ("4 >= 5 => 90", &[("=> 100\n    [2", "=> 90\n    [2")]),
    ("5 [2, 5) => 61", &[("=> 60\n", "=> 61\n")]),
    ("5 [2, 5) => 66", &[("=> 60\n", "=> 66\n")]),
    ("6 < 2 => 1", &[("=> 0\n}", "=> 1\n}")]),
    ("8 [1, 4]", &[("[1, 3]", "[1, 4]"), ("> 3 ", "> 4 ")]),
    ("8 [1, 2]", &[("[1, 3]", "[1, 2]"), ("> 3 ", "> 2 ")]),
    ("8 [1, 3)", &[("[1, 3]", "[1, 3)"), ("> 3 ", ">= 3 ")]),
    ("8 0 => 99", &[("{ 0 => 100;", "{ 0 => 99;")]),
    ("8 0 => 90", &[("{ 0 => 100;", "{ 0 => 90;")]),
    ("8 [1, 3] => 51", &[("=> 50;", "=> 51;")]),
    ("8 [1, 3] => 55", &[("=> 50;", "=> 55;")]),
    ("8 > 3 => 1", &[("> 3 => 0 }", "> 3 => 1 }")]),
    ("11 late > 5", &[("late > 4", "late > 5")]),
    ("11 late > 3", &[("late > 4", "late > 3")]),
    ("11 late >= 4", &[("late > 4", "late >= 4")]),
    ("11 C : any when late > 4 => 1 CNY", &[("4 => 0 CNY", "4 => 1 CNY")]),
    // The total goes in steps of 4 marks.
    ("12 >= 84", &[(">= 80", ">= 84"), ("< 80 ", "< 84 ")]),
    ("12 >= 76", &[(">= 80", ">= 76"), ("< 80 ", "< 76 ")]),
    ("12 > 80", &[(">= 80", "> 80"), ("< 80 ", "<= 80 ")]),
    ("12 A : >= 80 => 501 CNY", &[("500 CNY", "501 CNY")]),
    ("12 A : >= 80 => 550 CNY", &[("500 CNY", "550 CNY")]),
    ("13 C : < 80 => 101 CNY", &[("=> 100 CNY", "=> 101 CNY")]),
    ("13 C : < 80 => 110 CNY", &[("=> 100 CNY", "=> 110 CNY")]),
    ("15 601 CNY", &[("most 600", "most 601")]),
    ("15 599 CNY", &[("most 600", "most 599")]),
    ("3 61%", &[("60%", "61%"), ("40%", "39%")]),
    ("8 41%", &[("60%", "59%"), ("40%", "41%")]),
];

fn small(text: &str) -> Compiled {
    compile(SourceFile::new("p.merit", text), &[])
}

/// Every record with all of its default results.
fn all(compiled: &Compiled) -> Vec<Vec<Option<Value>>> {
    let policy = &compiled.policy;
    let columns: Vec<SlotId> =
        policy.columns.iter().filter(|column| column.default).map(|column| column.slot).collect();
    let record = |number: u32| {
        let value = |number: u32| Value::Number(Number::from(number as usize));
        let given = vec![(SlotId(0), value(number / 7)), (SlotId(1), value(number % 7))];
        let came = evaluated(policy, &given);
        columns.iter().map(|slot| came.value(*slot).ok().cloned()).collect()
    };
    (0..49).map(record).collect()
}

fn told(compiled: &Compiled, found: &Mutants) -> BTreeSet<String> {
    let line = |it: &merit::mutants::Survivor| {
        format!("{} {}", compiled.sources.place(it.span).line, it.new.clone().unwrap_or("-".to_owned()))
    };
    found.survivors.iter().map(line).collect()
}

#[test]
fn survivors_are_those_that_trying_everything_finds() {
    let whole = small(SMALL);
    assert!(whole.accepted() && run(&whole.policy).iter().all(|test| test.passed()));
    let (mut left, mut equal, mut noticed) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let truth = all(&whole);
    for (name, edits) in ALTERED {
        let text = edits.iter().fold(SMALL.to_owned(), |text, (old, new)| {
            assert_eq!(text.matches(old).count(), 1, "{old}");
            text.replace(old, new)
        });
        let altered = small(&text);
        if !altered.accepted() {
            continue;
        }
        let class = match () {
            () if run(&altered.policy).iter().any(|test| !test.passed()) => &mut noticed,
            () if all(&altered) == truth => &mut equal,
            () => &mut left,
        };
        class.insert(name.to_owned());
    }
    let found = mutants(&whole, &InMemory::default(), &[]);
    let told = told(&whole, &found);
    let unlisted: Vec<&String> = told.difference(&left).collect();
    // What is told and not listed above is a row, a rounding, or a number of a formula.
    let further =
        |it: &&&String| !it.ends_with(" -") && !it.contains("half") && !it.contains("down") && !it.starts_with("15 ");
    assert_eq!(unlisted.iter().filter(further).count(), 0, "{unlisted:?}");
    assert_eq!(left.difference(&told).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(found.equivalent >= equal.len() && found.noticed >= noticed.len());
    assert!(equal.is_disjoint(&told) && !left.is_empty() && !noticed.is_empty(), "{left:?} {noticed:?} {equal:?}");
}

/// With the tests that are proposed nothing is left, and each record told really comes out otherwise.
#[test]
fn the_proposed_tests_notice_what_was_left() {
    let whole = small(SMALL);
    let found = mutants(&whole, &InMemory::default(), &[]);
    let tests = proposed(&whole, &InMemory::default(), &found.survivors);
    assert!(found.survivors.iter().all(|survivor| survivor.apart.is_some()));
    assert!(tests.iter().all(Option::is_some));
    let more: BTreeSet<&str> = tests.iter().flatten().map(|block| block.text.as_str()).collect();
    let grown = small(&format!("{SMALL}{}", more.into_iter().collect::<String>()));
    assert!(grown.accepted() && run(&grown.policy).iter().all(|test| test.passed()));
    let again = mutants(&grown, &InMemory::default(), &[]);
    assert_eq!(told(&grown, &again), BTreeSet::new());
    assert_eq!((again.count(), again.equivalent), (found.count(), found.equivalent));
}

#[test]
fn roundings_ties_defaults_and_used_files_are_altered_too() {
    let shared = SourceFile::new("pay.merit", "pay wage { share = money_of * 3% }\n");
    let text = "policy \"R\" { currency CNY }
record { who : text, key; sold : money, in [0 CNY, 1000 CNY]; days : count in [1, 7]; extra : count in [0, 9], optional }
use \"pay.merit\"
metric money_of : money, decimals 2 = sold / days
metric place : count = rank(sold, within: all, ties: shared)
metric more : count = extra otherwise 2
flag first when place = 1
";
    let compiled =
        merit::compile::compile_with(SourceFile::new("r.merit", text), &InMemory::from_iter([shared.clone()]), &[]);
    assert!(compiled.accepted(), "{:?}", compiled.diagnostics);
    let found = mutants(&compiled, &InMemory::from_iter([shared]), &[]);
    let kinds: BTreeSet<&str> = found.survivors.iter().map(|survivor| survivor.kind.word()).collect();
    for kind in ["rounding", "value", "otherwise", "ties"] {
        assert!(kinds.contains(kind), "{kind} is not among {kinds:?}");
    }
    let value = found.survivors.iter().find(|it| it.kind.word() == "value").unwrap();
    assert_eq!(compiled.used_file(value.span), Some("pay.merit"));
    assert!(value.apart.is_some() && value.new.as_deref().is_some_and(|new| new.contains("4%")));
}
