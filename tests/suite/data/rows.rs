//! Whole rows: keys, periods, summary rows, blanks.

use super::{outcomes, policy, read};
use merit::data::{Batch, Reading};
use merit::quantity::Tongue;
use merit::render::problem;

const POLICY: &str = "policy \"p\" {\n    currency CNY\n    period month\n    effective from 2024-01 until 2024-06\n}\n\
    record {\n    工号 : text, key\n    月份 : month, period\n    差评数 : count, optional\n}\n";

fn rows(data: &str) -> Vec<String> {
    let policy = policy(POLICY);
    let batch = read(&policy, "data.csv", data).unwrap();
    outcomes(&policy, &batch)
}

fn reasons(batch: &Batch, at: usize) -> String {
    match &batch.record(at).unwrap().reading {
        Reading::Rejected(rejection) => problem(&rejection.problems[0], Tongue::En),
        other => panic!("{other:?}"),
    }
}

#[test]
fn both_of_two_records_with_one_key_are_rejected() {
    let data = "工号,月份,差评数\nA,2024-01,1\nB,2024-01,1\nA,2024/1,2\nA,2024-02,1\n";
    assert_eq!(rows(data), ["E0705", "B|2024-01|1", "E0705", "A|2024-02|1"]);
    let policy = policy(POLICY);
    let batch = read(&policy, "data.csv", data).unwrap();
    assert!(reasons(&batch, 0).contains("data.csv:4"), "{}", reasons(&batch, 0));
    assert!(reasons(&batch, 2).contains("data.csv:2"), "{}", reasons(&batch, 2));
}

#[test]
fn a_rejected_record_still_doubles_its_key() {
    assert_eq!(rows("工号,月份,差评数\nA,2024-01,x\nA,2024-01,2\n"), ["E0701 E0705", "E0705"]);
}

#[test]
fn rows_that_are_no_records_are_skipped_and_blank_ones_are_none() {
    let data = "工号,月份,差评数\nA,2024-01,1\n,,\n工号,月份,差评数\n\n合计,,1\n,汇总,1\n";
    assert_eq!(rows(data), ["A|2024-01|1", "skipped W0703-header", "skipped W0703-summary", "skipped W0703-summary"]);
}

#[test]
fn lines_of_totals_are_skipped_in_both_tongues() {
    let data = "工号,月份,差评数\nTotal,,9\nGrand total:,,9\nAverage,,3\n小计,,4\nTotally,2024-01,1\n";
    let skipped = "skipped W0703-summary";
    assert_eq!(rows(data), [skipped, skipped, skipped, skipped, "Totally|2024-01|1"]);
}

#[test]
fn a_period_outside_the_time_of_the_policy_is_rejected() {
    let data = "工号,月份\nA,2023-12\nA,2024-01\nA,2024-06\nA,2024-07\n";
    assert_eq!(rows(data), ["E0706-from", "A|2024-01|", "A|2024-06|", "E0706-until"]);
}

#[test]
fn a_row_with_too_many_or_too_few_cells_is_rejected() {
    let data = "工号,月份,差评数\nA,2024-01,1,234\nB,2024-01\nC,2024-01,1,\n";
    assert_eq!(rows(data), ["E0707", "E0707", "C|2024-01|1"]);
}

#[test]
fn every_reason_is_told_with_its_place() {
    let policy = policy(POLICY);
    let batch = read(&policy, "data.csv", "工号,月份,差评数\n\n-,2024-13,x\n").unwrap();
    assert_eq!(outcomes(&policy, &batch), ["E0704-key-mark E0701-nowhere E0701"]);
    let Reading::Rejected(rejection) = &batch.record(0).unwrap().reading else { panic!() };
    let words = problem(&rejection.problems[2], Tongue::En);
    assert!(words.starts_with("data.csv:3 差评数: 差评数 reads “x”"), "{words}");
    assert_eq!(rejection.cells, [Some("-".to_owned()), Some("2024-13".to_owned()), Some("x".to_owned())]);
}
