//! Results of earlier runs: what is read of them, and what refuses a file.

use merit::batch::past;
use merit::data::{Past, Problem};
use merit::io::{DataSource, ReadOptions, read_results};
use merit::ir::Policy;
use merit::render::problem;

use super::{codes, policy};

const POLICY: &str = r#"policy "wages" { period month }
record {
    staff : text, key
    month : month, period
    rate  : percent(%) in [0%, 100%]
    time  : duration(min), decimals 1
}
grade level by rate { A : >= 90%; B : otherwise }
gate fine { rate >= 80% }
let slow = time > 10min
metric months_of_a : count = streak(level = A)
metric months_fine : count = streak(fine)
metric months_slow : count = streak(slow)
metric mean : percent, decimals 2 = average(rate, over: up to 3 periods)
"#;

fn history(policy: &Policy, name: &str, text: &str) -> Result<Past, Vec<Problem>> {
    past(policy, read_results(policy, &[DataSource::new(name, text)], &ReadOptions::default())?)
}

const HEAD: &str = "staff,month,rate,level,fine,slow,_status,_reasons\n";

fn told(rows: &str) -> String {
    let policy = policy(POLICY);
    match history(&policy, "march.csv", &format!("{HEAD}{rows}")) {
        Ok(past) => format!("{} records {}", past.records.len(), codes(&past.notices)).trim().to_owned(),
        Err(problems) => codes(&problems),
    }
}

#[test]
fn results_are_read_as_they_were_written() {
    assert_eq!(told("A,2024-02,95%,A,yes,no,ok,\nB,2024-02,70%,B,no: rate >= 80%,yes,ok,\n"), "2 records");
    // What was rejected or skipped then is no result.
    assert_eq!(
        told("A,2024-02,abc,,,,rejected,why\n汇总,2024-02,,,,,skipped,\nB,2024-02,70%,B,no,yes,ok,\n"),
        "1 records"
    );
}

#[test]
fn a_value_that_this_policy_cannot_give_refuses_the_file() {
    assert_eq!(told("A,2024-02,120%,A,yes,no,ok,\n"), "E0702");
    assert_eq!(told("A,2024-02,95%,S,yes,no,ok,\n"), "E0701-label");
    assert_eq!(told("A,2024-02,95%,,yes,no,ok,\n"), "E0720-absent");
    assert_eq!(told("A,2024-02,95%,A,yes,no,ok,\nA,2024-02,95%,A,yes,no,ok,\n"), "E0705 E0705");
}

#[test]
fn columns_that_are_not_there_are_told_once_for_the_file() {
    let policy = policy(POLICY);
    let problems = history(&policy, "march.csv", "staff,month,rate,_status,_reasons\nA,2024-02,95%,ok,\n").unwrap_err();
    assert_eq!(codes(&problems), "E0708-history");
    let names = problem(&problems[0], merit::quantity::Tongue::En);
    assert!(names.contains("level, fine, slow"), "{names}");
}

#[test]
fn results_of_another_policy_are_left_aside() {
    let head = "staff,month,rate,level,fine,slow,_policy,_status,_reasons\n";
    let policy = policy(POLICY);
    let read = |rows: &str| history(&policy, "march.csv", &format!("{head}{rows}"));
    let both = read("A,2024-02,95%,A,yes,no,wages,ok,\nB,2024-02,70%,,,,others,ok,\n").unwrap();
    assert_eq!(both.records.len(), 1);
    assert_eq!(codes(&both.strange), "");
    let none = read("B,2024-02,70%,,,,others,ok,\n").unwrap();
    assert_eq!((none.records.len(), codes(&none.strange).as_str()), (0, "E0720-policy"));
}
