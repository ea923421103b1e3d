//! Whose each record is: told by one policy, and shared out among several.

use merit::batch::share;
use merit::data::{Problem, Shared};
use merit::io::{DataSource, ReadOptions};
use merit::ir::Policy;
use merit::render::problem;

use super::{codes, outcomes, policy, read};

fn rows(text: &str, data: &str) -> Vec<String> {
    let policy = policy(text);
    outcomes(&policy, &read(&policy, "data.csv", data).unwrap())
}

fn shared(policies: &[&Policy], files: &[(&str, &str)]) -> Result<Shared, Vec<Problem>> {
    let sources: Vec<DataSource> = files.iter().map(|(name, text)| DataSource::new(name, *text)).collect();
    Ok(share(policies, merit::io::read(policies, &sources, &ReadOptions::default())?))
}

/// What each of the policies has of each row, and whose it is.
fn told(policies: &[&Policy], data: &str) -> Vec<String> {
    let shared = shared(policies, &[("data.csv", data)]).unwrap();
    let columns: Vec<Vec<String>> =
        policies.iter().zip(&shared.batches).map(|(policy, batch)| outcomes(policy, batch)).collect();
    let row = |at: usize| {
        let readings: Vec<&str> = columns.iter().map(|column| column[at].as_str()).collect();
        format!("{:?} {}", shared.owner(at), readings.join(" / "))
    };
    (0..shared.len()).map(row).collect()
}

#[test]
fn one_policy_rejects_what_its_condition_leaves_out() {
    let text = "policy \"p\" { applies when 岗位 = 售前 or 试用 }\nrecord { 工号 : text, key; 岗位 : 售前 | 售后; 试用 : bool, default no }\n";
    let data = "工号,岗位,试用\nA,售前,no\nB,售后,yes\nC,售后,no\nD,店长,no\nE,店长,yes\nF,售前,x\n";
    // What cannot be told is rejected for its cell, not for whose it is.
    let expected = ["A|售前|no", "B|售后|yes", "E0721", "E0701-label", "E0701-label", "E0701-bool"];
    assert_eq!(rows(text, data), expected);
}

#[test]
fn a_record_outside_the_time_and_the_condition_has_the_first_reason() {
    let text = "policy \"p\" { effective from 2024-01; applies when 岗位 = 售前 }\nrecord { 工号 : text, key; 月份 : month, period; 岗位 : 售前 | 售后 }\n";
    let data = "工号,月份,岗位\nA,2023-12,售后\nB,2023-12,售前\nC,2024-01,售后\nD,2024-01,售前\n";
    assert_eq!(rows(text, data), ["E0706-from", "E0706-from", "E0721", "D|2024-01|售前"]);
}

fn pair() -> [Policy; 2] {
    let text = |post: &str, field: &str| {
        format!(
            "policy \"{post}\" {{ applies when 岗位 = {post} }}\nrecord {{ 工号 : text, key; 岗位 : 售前 | 售后; {field} : count }}\n"
        )
    };
    [policy(&text("售前", "转化")), policy(&text("售后", "差评"))]
}

#[test]
fn each_record_is_read_by_its_own_policy() {
    let [a, b] = pair();
    let data = "工号,岗位,转化,差评\nA,售前,1,x\nB,售后,,2\nC,店长,1,2\nD,售前,y,2\n合计,,1,2\n";
    let expected = [
        "Some(0) A|售前|1 / foreign",
        "Some(1) foreign / B|售后|2",
        "None E0721-unknown E0701-label / E0721-unknown E0701-label",
        "Some(0) E0701 / foreign",
        "None skipped W0703-summary / skipped W0703-summary",
    ];
    assert_eq!(told(&[&a, &b], data), expected);
}

#[test]
fn two_records_of_one_key_are_rejected_whosever_they_are() {
    let [a, b] = pair();
    let data = "工号,岗位,转化,差评\nA,售前,1,2\nA,售后,1,2\nB,售后,1,2\n";
    let expected = ["Some(0) E0705 / foreign", "Some(1) foreign / E0705", "Some(1) foreign / B|售后|2"];
    assert_eq!(told(&[&a, &b], data), expected);
}

#[test]
fn a_file_needs_the_columns_of_one_policy() {
    let [a, b] = pair();
    let both = [&a, &b];
    let files = [("a.csv", "导出 2024\n工号,岗位,转化\nA,售前,1\n"), ("b.csv", "差评;岗位;工号\n2;售后;B\n3;售前;C\n")];
    let found = shared(&both, &files).unwrap();
    assert_eq!([0, 1, 2].map(|at| found.owner(at)), [Some(0), Some(1), Some(0)]);
    assert_eq!(outcomes(&a, &found.batches[0]), ["A|售前|1", "foreign", "E0708"]);
    assert_eq!(outcomes(&b, &found.batches[1]), ["foreign", "B|售后|2", "foreign"]);
    assert!(found.batches.iter().all(|batch| batch.notices.is_empty() && batch.inputs.len() == 2));
    let none = shared(&both, &[("n.csv", "工号,岗位\nA,售前\n")]).unwrap_err();
    assert_eq!(codes(&none), "E0708");
    let strange = shared(&both, &[("n.csv", "甲,乙\nA,售前\n")]).unwrap_err();
    assert_eq!(codes(&strange), "E0710-no-header");
}

#[test]
fn a_column_that_nobody_asks_for_is_told_once() {
    let [a, b] = pair();
    let found = shared(&[&a, &b], &[("d.csv", "工号,岗位,转化,差评,备注\nA,售前,1,2,好\n")]).unwrap();
    let notices: Vec<Problem> = found.batches.into_iter().flat_map(|batch| batch.notices).collect();
    assert_eq!(codes(&notices), "W0701");
    let words = problem(&notices[0], merit::quantity::Tongue::En);
    assert!(words.contains("备注") && !words.contains("差评"), "{words}");
}

#[test]
fn policies_without_a_column_of_a_file_skip_no_rows_for_it() {
    let text = |title: &str, key: &str, field: &str, post: &str| {
        format!(
            "policy \"{title}\" {{ applies when {field} = {post} }}\nrecord {{ {key} : text, key; {field} : 甲 | 乙; x : count }}\n"
        )
    };
    let (a, b) = (policy(&text("甲", "工号", "岗位", "甲")), policy(&text("乙", "编号", "类别", "乙")));
    let found = shared(&[&a, &b], &[("a.csv", "工号,岗位,x\nA,甲,1\nB,甲,2\n")]).unwrap();
    assert_eq!([0, 1].map(|at| found.owner(at)), [Some(0), Some(0)]);
}
