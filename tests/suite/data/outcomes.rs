//! What becomes of records, as data, and the words for it.

use merit::batch::{Appraisal, Inputs};
use merit::compile::{Compiled, compile};
use merit::data::{BoundActed, Content, Note, Outcome, Pair, Status};
use merit::io::{DataSource, ReadOptions, read};
use merit::ir::Value;
use merit::quantity::{Number, Tongue};
use merit::render;
use merit::source::SourceFile;

const POLICY: &str = r#"policy "wages" { period month }
record {
    staff : text, key
    month : month, period
    rate  : percent(%) in [0%, 100%]
    bad   : count in [0, 10]
}
score bad {
    <= 3     => 100
    [4, 9]   => 50
    10       => exempt
}
gate fine {
    rate >= 80%
    bad <= 3
}
metric place : count = rank(rate, within: all, ties: shared)
pay wage {
    base at least 0 CNY = 100 CNY - bad * 30 CNY
}
ensure place < 3
"#;

fn compiled(text: &str) -> Compiled {
    let compiled = compile(SourceFile::new("p.merit", text), &[]);
    assert!(compiled.accepted(), "{:#?}", compiled.diagnostics);
    compiled
}

/// Hands over what becomes of each row of a file, and what was counted.
fn outcomes<T>(compiled: &[&Compiled], data: &str, hold_back: bool, take: impl Fn(&[Outcome], [usize; 4]) -> T) -> T {
    let policies: Vec<_> = compiled.iter().map(|compiled| &compiled.policy).collect();
    let read = read(&policies, &[DataSource::new("d.csv", data)], &ReadOptions::default()).unwrap();
    let appraisal = Appraisal::new(&policies, Inputs::new(&policies, read), hold_back);
    let started = appraisal.start(compiled.iter().map(|compiled| compiled.watch()).collect());
    let mut outcomes = started.outcomes();
    let all: Vec<Outcome> = outcomes.by_ref().collect();
    let counts = outcomes.tally.counts().named().map(|(_, count)| count);
    for (at, outcome) in all.iter().enumerate() {
        assert_eq!(started.outcome(at).as_ref(), Some(outcome), "each can be asked for by itself");
    }
    take(&all, counts)
}

const DATA: &str = "staff,month,rate,bad\nA,2024-01,90,0\nB,2024-01,70,5\nC,2024-01,95,10\nD,2024-01,x,1\n合计,,,16\n";

#[test]
fn what_is_said_of_values_is_data() {
    let compiled = compiled(POLICY);
    let slot = |name: &str| compiled.policy.slot_named(name).unwrap();
    outcomes(&[&compiled], DATA, false, |all, counts| {
        assert_eq!(counts, [5, 3, 1, 1], "read, evaluated, rejected, skipped");
        let status: Vec<Status> = all.iter().map(Outcome::status).collect();
        assert_eq!(status, [Status::Ok, Status::Ok, Status::Ok, Status::Rejected, Status::Skipped]);
        let notes = |at: usize| match &all[at].content {
            Content::Values(values, notes) => (values[slot("wage").0].clone(), notes.as_slice()),
            other => panic!("{other:?}"),
        };
        let (wage, said) = notes(0);
        assert_eq!(wage, Value::Number(Number::from(100)));
        assert!(matches!(said, [Note::Provisional(_)]), "the place hangs on the rejected one: {said:?}");
        let (wage, said) = notes(1);
        let [Note::Failed(gate, failed), Note::Bound { slot: line, acted, before, amount }, Note::Broken(0, None), ..] =
            said
        else {
            panic!("{said:?}")
        };
        assert_eq!((wage, *gate, failed.as_slice()), (Value::Number(Number::ZERO), slot("fine"), &[0, 1][..]));
        assert_eq!((*line, *acted), (slot("wage.base"), BoundActed::AtLeast));
        assert_eq!((before.clone(), amount.clone()), (Number::from(-50), Number::ZERO));
        let (_, said) = notes(2);
        assert!(
            matches!(said, [Note::Failed(_, failed), Note::Exempt(items), ..] if **failed == [1] && **items == [0])
        );
    });
}

/// The evaluation knows no tongue: the same outcome is worded in either.
#[test]
fn one_outcome_is_told_in_both_tongues() {
    let compiled = compiled(POLICY);
    outcomes(&[&compiled], DATA, false, |all, _| {
        for (at, outcome) in all.iter().enumerate() {
            let [zh, en] = [Tongue::Zh, Tongue::En].map(|tongue| render::reasons(&[&compiled.policy], outcome, tongue));
            assert_eq!(zh.len(), en.len());
            assert!(zh.iter().zip(&en).all(|(zh, en)| zh != en && !zh.contains('⟨') && !en.contains('⟨')), "{zh:?}");
            assert!(!zh.is_empty(), "row {at}");
        }
        let told = render::reasons(&[&compiled.policy], &all[1], Tongue::En);
        assert!(told[0].contains("-50.00") && told[1].contains("ensure place < 3"), "{told:?}");
    });
}

#[test]
fn what_hangs_on_a_rejected_record_is_held_back_where_that_is_asked_for() {
    let compiled = compiled(POLICY);
    outcomes(&[&compiled], DATA, true, |all, counts| {
        assert_eq!(counts, [5, 0, 4, 1]);
        assert!(all[..4].iter().all(|outcome| outcome.status() == Status::Rejected));
    });
}

#[test]
fn a_row_of_nobody_has_the_cells_of_all_policies() {
    let text = |post: &str, field: &str| {
        format!(
            "policy \"{post}\" {{ applies when post = {post} }}\nrecord {{ id : text, key; post : sale | care; {field} : count }}\n"
        )
    };
    let (sale, care) = (compiled(&text("sale", "deals")), compiled(&text("care", "bad")));
    let data = "id,post,deals,bad\nA,sale,1,\nB,boss,2,3\nC,care,,4\n";
    outcomes(&[&sale, &care], data, false, |all, _| {
        assert_eq!(all.iter().map(|outcome| outcome.owner).collect::<Vec<_>>(), [Some(0), None, Some(1)]);
        let Content::Rejected(nobodys) = &all[1].content else { panic!("{:?}", all[1]) };
        let cells: Vec<&str> = nobodys.cells.iter().map(|cell| cell.as_deref().unwrap_or("-")).collect();
        assert_eq!(cells, ["B", "boss", "2", "3"]);
    });
}

/// Of `increasing` a note has both records, not words about them.
#[test]
fn a_broken_promise_of_two_records_tells_both() {
    let text = "policy \"p\" { }\nrecord { id : text, key; x : count in [0, 10] }\n\
                details d { id : text, key; n : count in [0, 10] }\n\
                metric m : count = if x > 5 then x - 3 else x\nensure increasing(m, x)\n";
    let compiled = compile(SourceFile::new("p.merit", text), &[]);
    let watch = merit::promise::Watch::new(&compiled.policy, &compiled.policy.ensures);
    let appraised = [&compiled.policy];
    let read = read(&appraised, &[DataSource::new("d.csv", "id,x\nA,5\n")], &ReadOptions::default()).unwrap();
    let appraisal = Appraisal::new(&appraised, Inputs::new(&appraised, read), false);
    let started = appraisal.start(vec![watch]);
    let outcome = started.outcome(0).unwrap();
    let Content::Values(_, notes) = &outcome.content else { panic!("{outcome:?}") };
    let number = |at: i64| Value::Number(Number::from(at));
    let slot = |name: &str| compiled.policy.slot_named(name).unwrap();
    let pair = Pair { field: slot("x"), along: (number(5), number(6)), values: (number(5), number(3)) };
    assert_eq!(*notes, [Note::Broken(0, Some(pair))]);
}
