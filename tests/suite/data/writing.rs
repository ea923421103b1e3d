//! Results out: how values are spelt, that what is written reads back, and that a file is whole.

use std::borrow::Cow;
use std::fs;

use merit::data::{Content, Note, Outcome, Place, Problem, Rejection, Shared};
use merit::diagnostic::Code;
use merit::io::{Cover, Headers, OutputFormat, Table, write};
use merit::ir::{Policy, Value};
use merit::quantity::{Decimal, Tongue};
use proptest::prelude::*;

use super::{outcomes, policy, read};

const POLICY: &str = "record {\n    工号 : text, key\n    转化率 : percent(fraction), decimals 2\n    金额 : money\n    时长 : duration(h), decimals 4\n    数 : number in [-1000, 1000]\n    达标 : bool\n    档 : 甲 | 乙, optional\n    月份 : month\n}\n";

/// What becomes of a record of the only policy.
fn outcome(content: Content) -> Outcome {
    Outcome { owner: Some(0), place: Place { input: 0, row: 2 }, content }
}

/// A record that is rejected for those conditions.
fn rejected<'a>(conditions: &[&str], cells: &[&str]) -> Outcome<'a> {
    let problem = |condition: &&str| Problem::new(Code::NotOwn, "", &"a.csv".into()).arg("condition", *condition);
    let cells = cells.iter().map(|cell| Some((*cell).to_owned())).collect();
    outcome(Content::Rejected(Cow::Owned(Rejection::new(conditions.iter().map(problem).collect(), cells))))
}

/// All slots of the policy as a file of that format, evaluated rows and one rejected.
fn written(policy: &Policy, rows: &[Vec<Value>], ending: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("结果.{ending}"));
    let columns: Vec<_> = policy.fields.iter().map(|field| field.name.as_str()).collect();
    let table = Table::new(vec![policy], &columns, Headers::Names, Tongue::En);
    let mut outcomes = rows.iter().map(|values| outcome(Content::Values(values.clone(), vec![])));
    let cover = Cover {
        results: "结果".into(),
        summary: "摘要".into(),
        lines: vec![("人数".into(), "1".into())],
        ..Cover::default()
    };
    write(&table, &mut outcomes, (OutputFormat::of(&path).unwrap(), path.as_path().into()), |_| cover, |_| true)
        .unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing but the file is left");
    fs::read(path).unwrap()
}

fn number(value: i64, places: u32) -> Value {
    Value::from(Decimal::new(value, places).normalize())
}

fn sample() -> Vec<Value> {
    let month = merit::quantity::Moment::month(2024, 3).map(Value::Calendar).unwrap();
    let text = Value::Text("=1+1".into());
    vec![
        text,
        number(3699, 4),
        number(29400, 1),
        number(5400, 0),
        number(-25, 1),
        Value::Bool(true),
        Value::Missing,
        month,
    ]
}

#[test]
fn csv_spells_values_as_a_person_would() {
    let text = String::from_utf8(written(&policy(POLICY), &[sample()], "csv")).unwrap();
    let expected = "\u{feff}工号,转化率,金额,时长,数,达标,档,月份,_status,_reasons\n'=1+1,36.99%,2940.00,1.5,-2.5,yes,,2024-03,ok,\n";
    assert_eq!(text, expected);
}

#[test]
fn json_has_exact_numbers() {
    let text = String::from_utf8(written(&policy(POLICY), &[sample()], "jsonl")).unwrap();
    let expected = "{\"工号\":\"=1+1\",\"转化率\":0.3699,\"金额\":2940,\"时长\":1.5,\"数\":-2.5,\"达标\":true,\"档\":null,\"月份\":\"2024-03\",\"_status\":\"ok\",\"_reasons\":[]}\n";
    assert_eq!(text, expected);
}

#[test]
fn json_writes_a_percent_of_a_field_as_the_field_is_read() {
    let policy = policy("record {\n    甲 : percent(%)\n    乙 : percent(fraction)\n    丙 : percent\n}\n");
    let record = vec![number(3699, 4), number(3699, 4), number(3699, 4)];
    let bytes = written(&policy, std::slice::from_ref(&record), "json");
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains("{\"甲\":36.99,\"乙\":0.3699,\"丙\":\"36.99%\""), "{text}");
    assert_eq!(
        read(&policy, "a.json", bytes).unwrap().record(0).unwrap().reading,
        merit::data::Reading::Record(record)
    );
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("absent").join("a.csv");
    let policy = policy(POLICY);
    let table = Table::new(vec![&policy], &[], Headers::Names, Tongue::En);
    let none = &mut std::iter::empty();
    let problem =
        write(&table, none, (OutputFormat::Csv, path.as_path().into()), |_| Cover::default(), |_| true).unwrap_err();
    assert_eq!(super::codes(&[problem]), "E0715-write-nowhere");
    assert_eq!(super::codes(&[OutputFormat::of(&folder.path().join("a.pdf")).unwrap_err()]), "E0714");
}

prop_compose! {
    fn record()(
        key in "[=+@'A-Za-z0-9一-龥,\"][A-Za-z0-9一-龥,\"; -]{0,6}[A-Za-z0-9一-龥]",
        ratio in 0_i64..=100_000_000, money in 0_i64..=1_000_000_000_000, time in 0_i64..=99_999_999,
        plain in -10_000_000_i64..=10_000_000, truth: bool, label in 0_usize..3, month in 1_900_i32 * 12..2_200 * 12,
    ) -> Vec<Value> {
        let label = if label == 2 { Value::Missing } else { Value::Label(label) };
        // Hours with four decimals are multiples of 0.36 s.
        let time = Value::from(Decimal::new(time * 36, 2).normalize());
        let month = merit::quantity::Moment::month(month / 12, month as u32 % 12 + 1).unwrap();
        vec![
            Value::Text(key.as_str().into()), number(ratio, 4), number(money, 2), time, number(plain, 4),
            Value::Bool(truth), label, Value::Calendar(month),
        ]
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_written_reads_back(record in record(), ending in prop::sample::select(vec!["csv", "jsonl", "json", "xlsx", "parquet"])) {
        let policy = policy(POLICY);
        let bytes = written(&policy, std::slice::from_ref(&record), ending);
        let batch = read(&policy, &format!("结果.{ending}"), bytes).unwrap();
        prop_assert_eq!(
            &batch.record(0).unwrap().reading,
            &merit::data::Reading::Record(record),
            "{:?}", outcomes(&policy, &batch)
        );
    }
}

/// The conversion of the decimal itself gives 4133.089700000001 here.
#[test]
fn a_workbook_holds_the_nearest_number() {
    let policy = policy("record { 时长 : duration(h), decimals 4 }");
    let record = vec![number(1487912292, 2)];
    let bytes = written(&policy, std::slice::from_ref(&record), "xlsx");
    let batch = read(&policy, "结果.xlsx", bytes).unwrap();
    assert_eq!(batch.record(0).unwrap().reading, merit::data::Reading::Record(record));
}

#[test]
fn a_gate_names_what_failed_and_a_rejected_row_keeps_its_cells() {
    let policy = policy("record {\n    工号 : text, key\n    差评数 : count\n}\n\ngate 达标 {\n    差评数 = 0\n}\n");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("结果.csv");
    let columns = Table::names(&[&policy], false);
    let gate = policy.slot_named("达标").unwrap();
    let mut values = vec![Value::Missing; policy.slots.len()];
    (values[0], values[1], values[gate.0]) = (Value::Text("A".into()), number(2, 0), Value::Bool(false));
    let evaluated = outcome(Content::Values(values, vec![Note::Failed(gate, vec![0])]));
    let rejected = rejected(&["一", "二"], &["@B", "x"]);
    let reasons = merit::render::reasons(&[&policy], &rejected, Tongue::Zh);
    assert!(reasons.len() == 2 && reasons[0].contains('一') && reasons[1].contains('二'), "{reasons:?}");
    let table = Table::new(vec![&policy], &columns, Headers::Names, Tongue::Zh);
    let outcomes = &mut [evaluated, rejected].into_iter();
    write(&table, outcomes, (OutputFormat::Csv, path.as_path().into()), |_| Cover::default(), |_| true).unwrap();
    let text = fs::read_to_string(path).unwrap();
    let told = reasons.join("; ");
    assert_eq!(text, format!("\u{feff}工号,达标,_status,_reasons\nA,no: 差评数 = 0,ok,\n'@B,,rejected,{told}\n"));
}

/// A cell holds 32,767 units of UTF-16: two keys that are cut there could be one.
#[test]
fn a_text_too_long_for_a_cell_refuses_the_workbook() {
    let policy = policy("record {\n    id : text, key\n}\n");
    let keyed = |key: String| outcome(Content::Values(vec![Value::Text(key.as_str().into())], vec![]));
    let written = |outcome: Outcome| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.xlsx");
        let table = Table::new(vec![&policy], &["id"], Headers::Names, Tongue::En);
        let cover = Cover { results: "R".into(), summary: "S".into(), ..Cover::default() };
        let done =
            write(&table, &mut [outcome].into_iter(), (OutputFormat::Xlsx, path.as_path().into()), |_| cover, |_| true);
        (done.map_err(|problem| super::codes(&[problem])), path.exists())
    };
    assert_eq!(written(keyed("k".repeat(32_767))), (Ok(()), true));
    assert_eq!(written(keyed("k".repeat(32_768))), (Err("E0715-write-long".into()), false));
    // A sign beyond the basic plane takes two units.
    assert_eq!(written(keyed("𠮷".repeat(16_384))), (Err("E0715-write-long".into()), false));
    assert_eq!(written(rejected(&[&"x".repeat(32_768)], &["k"])), (Err("E0715-write-long".into()), false));
}

#[test]
fn what_is_read_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.csv");
    fs::write(&path, "x").unwrap();
    let name = folder.path().join(".").join("data.csv");
    let problem = merit::io::spare(&[&path], &[name.to_str().unwrap()]).unwrap_err();
    assert_eq!(super::codes(&[problem]), "E0715-input");
    assert!(merit::io::spare(&[&folder.path().join("other.csv")], &[name.to_str().unwrap()]).is_ok());
}

#[test]
fn rejects_are_data_once_they_are_mended() {
    let policy = policy("record {\n    工号 : text, key\n    差评数 : count\n}\n");
    let batch = read(&policy, "data.csv", "工号,差评数\nA,x\nB,1\n-2,-3\n").unwrap();
    assert_eq!(outcomes(&policy, &batch), ["E0701", "B|1", "E0702"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejects.csv");
    let shared = Shared::from(batch);
    merit::io::write_rejects(&Table::new(vec![&policy], &[], Headers::Names, Tongue::En), &shared, &path).unwrap();
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains("\nA,x,data.csv,2,") && text.contains("\n-2,-3,data.csv,4,"), "{text}");
    let again = read(&policy, "rejects.csv", text.replace("A,x", "A,4")).unwrap();
    assert_eq!(outcomes(&policy, &again), ["A|4", "E0702"]);
    assert_eq!(super::codes(&again.notices), "");
}
