//! Rows with one cell, blank cells that change nothing, marks for nothing, and figures that are not what is seen.

use merit::data::{Batch, Reading};
use merit::quantity::Tongue;
use merit::render::problem;

use super::{codes, outcomes, policy, read};
use merit::ir::Policy;

const NOTE: &str = "skipped W0703-note";

/// A shop's record: nearly all of it is required, and nothing asks for the name.
fn shop() -> Policy {
    policy(
        "record {\n    工号 : text, key\n    姓名 : text\n    月份 : month, period\n    响应 : duration(s), decimals 1\n    \
         纠纷率 : percent, decimals 2\n    销售额 : money\n}\npay 工资 {\n    提成 = 销售额 * 1%\n    \
         快 = 10元 when 响应 <= 30s and 纠纷率 < 1%\n}\n",
    )
}

fn batch(rows: &str) -> Batch {
    read(&shop(), "3月.csv", format!("工号,姓名,月份,响应,纠纷率,销售额,备注\n{rows}")).unwrap()
}

fn rows(rows: &str) -> Vec<String> {
    outcomes(&shop(), &batch(rows)).iter().map(|row| row.split("||").next().unwrap_or_default().to_owned()).collect()
}

fn why(batch: &Batch, at: usize) -> String {
    match &batch.record(at).unwrap().reading {
        Reading::Rejected(why) | Reading::Skipped(why) => problem(&why.problems[0], Tongue::Zh),
        other => panic!("{other:?}"),
    }
}

const A01: &str = "A01,张一,2024-03,20,0.5%,100,\n";

#[test]
fn a_line_of_one_cell_is_a_note_wherever_it_stands() {
    let notes = [
        "注：退款纠纷率取生意参谋近30天,,,,,,",
        "退款纠纷率取生意参谋近三十天数据,,,,,,",
        "Figures are those of the last 30 days,,,,,,",
        ",,,,退款纠纷率取生意参谋近30天,,",
        ",,,,,,以上数据已核对",
        ",,,,,合计见下页,",
        "制表人：,王五,,,,,",
        "制表人：,王五,审核：,李四,,,",
    ];
    for note in notes {
        assert_eq!(rows(&format!("{A01}{note}\n"))[1..], [NOTE], "{note}");
        assert_eq!(rows(&format!("{A01}{note}\n{}", A01.replace("A01", "A02")))[1], NOTE, "{note}");
        assert_eq!(rows(&format!("{A01},,,,,,\n{note}\n"))[1..], [NOTE], "{note}");
    }
    let told = why(&batch(&format!("{A01}注：取自生意参谋,,,,,,\n")), 1);
    assert_eq!(told, "3月.csv:3：「注：取自生意参谋」是备注或签名，不是记录");
}

#[test]
fn a_person_of_whom_nothing_else_is_known_is_told_with_one_reason() {
    for person in ["A02", "张三丰", "ORD-2024-0000000000012345", "欧阳娜娜"] {
        assert_eq!(rows(&format!("{A01}{person},,,,,,\n"))[1..], ["E0704-lone"], "{person}");
    }
    // Of the first row no key is known, with which to compare a sentence.
    assert_eq!(rows("退款纠纷率取生意参谋近三十天数据,,,,,,\n"), ["E0704-lone"]);
    let told = why(&batch(&format!("{A01}A02,,,,,,\n")), 1);
    let expected = "除了 工号「A02」，这一行什么都没有。若是一条记录，补全它的格；若是备注，删去这一行";
    assert_eq!(told, format!("3月.csv:3 工号：{expected}"));
    // A figure by itself is somebody's, and nobody knows whose.
    assert_eq!(rows(&format!("{A01},,,,,88,\n"))[1..], ["E0704-key"]);
    // Two cells are a record.
    assert_eq!(rows(&format!("{A01}A02,张二,,,,,\n"))[1..], ["E0704 E0704 E0704 E0704"]);
}

#[test]
fn a_text_that_nothing_is_worked_out_from_may_be_blank_and_is_told() {
    let read = batch(&format!("{A01}A02,,2024-03,20,0.5%,100,\nA03,-,2024-03,20,0.5%,100,\nA04,,,,,,1\n"));
    assert_eq!(outcomes(&shop(), &read)[1], "A02||2024-03|20|0.5%|100.00");
    assert_eq!(codes(&read.notices), "W0701 W0710-blank");
    let told = problem(&read.notices[1], Tongue::Zh);
    assert!(told.starts_with("3月.csv:3 姓名：姓名 有 2 行是空的；没有什么要由它算出"), "{told}");
}

#[test]
fn decimals_are_counted_in_the_unit_of_the_field() {
    let told = |row: &str| why(&batch(row), 0).split_once("读到").unwrap().1.to_owned();
    let told = |row: &str| told(row).split('。').next().unwrap_or_default().to_owned();
    assert_eq!(told("A,张,2024-03,20,1.25‰,1,\n"), "「1.25‰」，即 0.125%，有 3 位小数，只允许 2 位");
    assert_eq!(told("A,张,2024-03,0.33333分钟,1%,1,\n"), "「0.33333分钟」，即 19.9998s，有 4 位小数，只允许 1 位");
    assert_eq!(
        told("A,张,2024-03,20,1%,1.23456789万,\n"),
        "「1.23456789万」，即 12345.6789元，有 4 位小数，只允许 2 位"
    );
    assert_eq!(told("A,张,2024-03,20.25秒,1%,1,\n"), "「20.25秒」，有 2 位小数，只允许 1 位");
    assert_eq!(told("A,张,2024-03,20,1%,1.234元,\n"), "「1.234元」，有 3 位小数，只允许 2 位");
}

#[test]
fn a_mark_for_nothing_is_told_as_what_stands_there() {
    let read = batch("A01,张,2024-03,20,0.5%,无,\n-,张,2024-03,20,0.5%,1,\nA03,张,2024-03,20,0.5%,,\n");
    assert_eq!(outcomes(&shop(), &read), ["E0704-mark", "E0704-key-mark", "E0704"]);
    assert!(why(&read, 0).contains("销售额 是「无」，这表示没有数据"), "{}", why(&read, 0));
}

#[test]
fn a_point_before_three_digits_is_told_where_it_may_be_thousands() {
    let told = |cells: [&str; 2]| {
        let rows = cells.map(|cell| format!("{cell},张,2024-03,20,0.5%,{cell},\n"));
        let read = batch(&rows.concat());
        (outcomes(&shop(), &read)[0].rsplit('|').next().unwrap().to_owned(), codes(&read.notices))
    };
    assert_eq!(told(["1.000", "2.500"]), ("1.00".into(), "W0701 W0710-pointed".into()));
    assert_eq!(told(["12.345", "1"]).1, "W0701 W0710-pointed");
    // Another cell shows what the point is, or so many cannot be.
    assert_eq!(told(["1.000", "2.5"]).1, "W0701");
    let few = policy("record { id : text, key; stars : points in [0, 5], decimals 2 }\n");
    let read = super::read(&few, "a.csv", "id,stars\nA,4.500\nB,5.000\n").unwrap();
    assert_eq!((outcomes(&few, &read)[0].as_str(), codes(&read.notices).as_str()), ("A|4.5", ""));
    let dong = policy("policy \"P\" { currency VND }\nrecord { id : text, key; pay : money }\n");
    let rows = "id,pay\nA,50.000\nB,50.000₫\nC,1.234.567\nD,₫50000\n";
    let read = super::read(&dong, "a.csv", rows).unwrap();
    assert_eq!(outcomes(&dong, &read), ["E0701-pointed", "E0701-pointed", "E0701-points", "D|50000"]);
}

#[test]
fn a_moment_as_programs_keep_it_and_the_line_of_all_are_told() {
    let days = policy("record { id : text, key; day : date }\n");
    let rows = r#"[{"id":"A","day":1709251200000},{"id":"B","day":1709251200},{"id":"C","day":"2024-03-01"}]"#;
    let read = super::read(&days, "a.json", rows).unwrap();
    assert_eq!(outcomes(&days, &read), ["E0701-epoch", "E0701-epoch", "C|2024-03-01"]);
    assert!(why(&read, 0).contains("UTC 2024-03-01"), "{}", why(&read, 0));
    let all = super::read(&days, "a.csv", "id,day\nall,2024-03-01\nAll,2024-03-01\n").unwrap();
    assert_eq!(outcomes(&days, &all), ["all|2024-03-01", "skipped W0703-summary"]);
}
