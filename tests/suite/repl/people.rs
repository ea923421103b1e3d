//! The records of the data as a table, those of which something is so, and in an order.

use super::{says, session, with_data};
use merit::render::Tongue;
use merit::repl::Ending;

#[test]
fn records_stand_in_a_table() {
    let (mut session, _folder) = with_data();
    let told = says(&mut session, ":table");
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].contains("工号") && lines[0].contains("工资"), "{told}");
    assert!(lines[2].starts_with("A01") && lines[3].starts_with("A02") && lines.len() == 4, "{told}");
    let told = says(&mut session, "：表 等级, 回复数");
    assert_eq!(
        told.lines().nth(3).map(|line| line.split_whitespace().collect::<Vec<_>>()),
        Some(vec!["A02", "A", "96"])
    );
    session.fit(10);
    says(&mut session, ":table");
    // What is said is wrapped, too.
    let told = says(&mut session, ":table 无");
    assert!(told.replace([' ', '\n'], "").contains("没有叫无的量"), "{told}");
}

#[test]
fn those_of_whom_something_is_so_are_found() {
    let (mut session, _folder) = with_data();
    says(&mut session, "等级.A = >= 98");
    let told = says(&mut session, ":who 等级 = B");
    assert!(told.starts_with("2 条记录里有 1 条：") && told.contains("A02") && !told.contains("A01"), "{told}");
    assert!(says(&mut session, ":who 总分 > 200").contains("有 0 条"));
    assert!(says(&mut session, ":who 总分").contains("不是条件"));
    assert!(says(&mut session, ":who 等级 = 无").contains("E0"));
}

#[test]
fn records_stand_in_the_order_of_a_value() {
    let (mut session, _folder) = with_data();
    let order = |told: &str| told.lines().skip(2).map(|line| line[..3].to_owned()).collect::<Vec<_>>();
    assert_eq!(order(&says(&mut session, ":sort 总分")), ["A02", "A01"]);
    assert_eq!(order(&says(&mut session, ":sort 总分 desc")), ["A01", "A02"]);
    assert_eq!(session.line(":sort 总分 sideways").ending, Ending::Usage);
}

#[test]
fn without_data_there_is_nobody() {
    let (mut session, _folder) = session(Tongue::En);
    assert!(says(&mut session, ":table").contains(":data FILE"));
}

#[test]
fn a_quotient_that_does_not_end_shows_its_first_digits() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, "4 / 3"), "1.3333…");
    assert_eq!(says(&mut session, "工资 / 3"), "333.3333…元");
    assert!(says(&mut session, "1 / (接待数 - 接待数)").contains("E04"));
}

/// That a divisor may be 0 for somebody hinders nobody whose is not.
#[test]
fn a_quotient_by_what_may_be_0_is_worked_out_where_it_is_not() {
    let (mut session, _folder) = with_data();
    assert_eq!(says(&mut session, "接待数 / 回复数"), "1.0101…", "100 / 99");
    says(&mut session, "回复数 = 50");
    assert_eq!(says(&mut session, "接待数 / 回复数"), "2", "it ends");
    says(&mut session, "回复数 = 0");
    assert!(says(&mut session, "接待数 / 回复数").contains("E0401"));
}

#[test]
fn the_record_is_shown_with_its_fields_first() {
    let (mut session, _folder) = with_data();
    let shown = says(&mut session, ":show");
    assert!(shown.starts_with("工号 = A01\n接待数 = 100\n回复数 = 99\n级别 = 初级\n回复率 = 99%\n"), "{shown}");
    assert_eq!(shown.matches("工号").count(), 1, "{shown}");
}

#[test]
fn a_value_is_set_by_its_command_too() {
    let (mut session, _folder) = with_data();
    assert!(says(&mut session, ":set 回复数 = 90").contains("等级：A → B"));
    assert!(says(&mut session, "：设 等级.A = >= 60").contains("等级：B → A"));
    assert!(says(&mut session, ":set 回复数").contains(":set 后面要写"));
    assert!(says(&mut session, ":time 1 + 1").starts_with("2\n用时"));
    assert!(says(&mut session, ":explain E9999").contains("没有编号"));
}
