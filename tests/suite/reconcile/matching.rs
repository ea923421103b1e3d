//! Which row is which record, and which column which.

use super::*;
use merit::reconcile::Lack;

const PAID: &str = r#"policy "月度" {
    currency CNY
    period month
}
record {
    工号 : text, key
    姓名 : text
    月份 : month, period
    底薪 : money
}
pay 应发工资 { 底薪 = 底薪 }
"#;

const DATA: &str =
    "工号,姓名,月份,底薪\nA,小梅,2024-02,2900\nA,小梅,2024-03,3000\nB,小兰,2024-03,3100\nC,小竹,2024-03,3200\n";

/// What is without a partner, as `why key`.
fn lacking(found: &Reconciliation) -> Vec<String> {
    let key = |key: &merit::ir::Value| match key {
        merit::ir::Value::Text(text) => text.as_str().to_owned(),
        other => format!("{other:?}"),
    };
    let told =
        found.unmatched.iter().map(|row| format!("{:?} {}", row.why, row.key.iter().map(key).collect::<String>()));
    told.collect()
}

#[test]
fn rows_that_only_one_side_has() {
    let trial = Trial::new(PAID, DATA);
    let found = trial.against("s.csv", "工号,月份,应发工资\nA,2024-03,3000\nC,2024-03,3201\nX,2024-03,1\n").unwrap();
    assert_eq!((found.agree, found.differ), (1, 1));
    assert_eq!(lacking(&found), ["OnlyOurs B", "OnlyTheirs X"]);
    // February is not in their sheet at all.
    assert_eq!(found.aside.ours.values().sum::<usize>(), 1);
    assert_eq!(found.unmatched.iter().filter(|row| row.why == Lack::OnlyTheirs).count(), 1);
}

#[test]
fn a_whole_sheet_that_agrees() {
    let trial = Trial::new(PAID, DATA);
    // Title rows, thousands, units, a line of totals and a signature.
    let sheet = "三月工资表,,\n,,\n工号,月份,应发工资(元)\nA,2024年3月,\"3,000.00\"\nB,2024-03,3100元\nC,2024-03,¥3200\n合计,,9300\n制表人：小菊,,\n";
    let found = trial.against("s.csv", sheet).unwrap();
    assert_eq!((found.agree, found.differ, found.unmatched.len()), (3, 0, 0), "{:?}", found.unmatched);
    assert_eq!(found.columns.len(), 1);
    assert_eq!((found.columns[0].agree, found.columns[0].header.as_str()), (3, "应发工资(元)"));
}

#[test]
fn a_row_that_stands_twice_is_not_guessed_at() {
    let trial = Trial::new(PAID, DATA);
    let found = trial.against("s.csv", "工号,月份,应发工资\nA,2024-03,3000\nB,2024-03,1\nB,2024-03,3100\n").unwrap();
    assert_eq!((found.agree, found.differ), (1, 0));
    assert_eq!(lacking(&found), ["Doubled B", "OnlyOurs C"]);
}

#[test]
fn a_sheet_of_names_alone() {
    let trial = Trial { by: By::Name, ..Trial::new(PAID, DATA) };
    let found = trial.against("s.csv", "姓名,月份,应发工资\n小梅,2024-03,3000\n小兰,2024-03,3000\n").unwrap();
    assert_eq!((found.agree, found.differ), (1, 1));
    // Two people of one name are not told apart.
    let twice = DATA.replace("小竹", "小梅");
    let trial = Trial { by: By::Name, ..Trial::new(PAID, &twice) };
    let found = trial.against("s.csv", "姓名,月份,应发工资\n小梅,2024-03,3000\n小兰,2024-03,3100\n").unwrap();
    assert_eq!((found.agree, found.differ), (1, 0));
    assert_eq!(lacking(&found), ["Doubled 小梅", "Doubled 小梅"]);
}

#[test]
fn another_name_of_a_column() {
    let trial = Trial::new(PAID, DATA).map("应发工资", "实发");
    let sheet = "工号,月份,应发工资,实发\nA,2024-03,1,3000\nB,2024-03,1,3100\nC,2024-03,1,3200\n";
    let found = trial.against("s.csv", sheet).unwrap();
    assert_eq!((found.agree, found.differ), (3, 0));
    assert_eq!((found.columns[0].name.as_str(), found.columns[0].header.as_str()), ("应发工资", "实发"));
}

/// By how much, with its sign: theirs is more where it is above 0.
#[test]
fn how_much_in_all() {
    let trial = Trial::new(PAID, DATA);
    let found =
        trial.against("s.csv", "工号,月份,应发工资\nA,2024-03,3000.01\nB,2024-03,3000\nC,2024-03,3200\n").unwrap();
    let column = &found.columns[0];
    assert_eq!((column.agree, column.differ), (1, 2));
    let figures = [column.total.clone().unwrap(), column.over.clone(), column.under.clone()];
    assert_eq!(figures.map(|figure| figure.to_string()), ["-99.99", "0.01", "-100"]);
}
