//! Sheets that cannot be held against anything, and cells that are no figures.

use super::*;
use merit::quantity::Moment;

const PAID: &str = r#"policy "月度" {
    currency CNY
    period month
}
record {
    工号 : text, key
    月份 : month, period
    底薪 : money
}
pay 应发工资 { 底薪 = 底薪 }
"#;

const MARCH: &str = "工号,月份,底薪\nA,2024-03,3000\nB,2024-03,3100\n";

fn refused(trial: &Trial, sheet: &str) -> Refusal {
    trial.against("s.csv", sheet).expect_err("it is refused")
}

#[test]
fn none_of_the_columns() {
    assert_eq!(refused(&Trial::new(PAID, MARCH), "工号,月份,实发\nA,2024-03,3000\n"), Refusal::NoColumn);
}

#[test]
fn another_month() {
    let month = |text| vec![Moment::parse(text).unwrap()];
    let told = refused(&Trial::new(PAID, MARCH), "工号,月份,应发工资\nA,2024-04,3000\n");
    assert_eq!(told, Refusal::OtherPeriods { ours: month("2024-03"), theirs: month("2024-04") });
}

#[test]
fn no_month_where_the_data_have_two() {
    let two = format!("{MARCH}A,2024-02,2900\n");
    let trial = Trial::new(PAID, &two);
    let months = ["2024-02", "2024-03"].map(|text| Moment::parse(text).unwrap());
    assert_eq!(refused(&trial, "工号,应发工资\nA,3000\n"), Refusal::NoPeriod(months.to_vec()));
    let told = Trial { period: Some(months[1].ordinal), ..trial };
    assert!(told.csv("工号,应发工资\nA,3000\nB,3100\n").is_empty());
    // Of one month the sheet need not say it.
    assert!(Trial::new(PAID, MARCH).csv("工号,应发工资\nA,3000\nB,3100\n").is_empty());
}

#[test]
fn no_common_row() {
    let told = refused(&Trial::new(PAID, MARCH), "工号,月份,应发工资\nX,2024-03,3000\n");
    assert!(matches!(&told, Refusal::NoCommonRow { ours, theirs } if ours.len() == 2 && theirs.len() == 1), "{told:?}");
}

/// A text is no figure, nor is nothing 0.
#[test]
fn cells_that_are_no_figures() {
    let told = Trial::new(PAID, MARCH).csv("工号,月份,应发工资\nA,2024-03,见备注\nB,2024-03,\n");
    assert_eq!(told, ["应发工资: 3000.00 -> “见备注” = ?", "应发工资: 3100.00 ->  = ?"]);
}
