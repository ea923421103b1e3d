//! Results as a table for people: on a terminal, or where `--table` asks for one.

use std::path::Path;

use super::{Run, Shop, program};
use unicode_width::UnicodeWidthStr;

/// A run over data beside the ready-made policies, in so many columns.
fn drawn(arguments: &[&str], columns: &str) -> Run {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let run = program(&policies).env("COLUMNS", columns).arg("eval").args(arguments).arg("--table").output().unwrap();
    Run::from(run)
}

const SALES: [&str; 4] =
    ["sales-satisfaction.merit", "sales-satisfaction.csv", "--history", "sales-satisfaction.history.csv"];
const SALES_EN: [&str; 6] = [
    "sales-satisfaction-en.merit",
    "sales-satisfaction-en.csv",
    "--history",
    "sales-satisfaction-en.history.csv",
    "--lang",
    "en",
];

#[test]
fn a_table_fits_its_window_and_tells_what_it_leaves_out() {
    for columns in [40, 80, 120] {
        let (zh, en) = (drawn(&SALES, &columns.to_string()).ends(3), drawn(&SALES_EN, &columns.to_string()).ends(3));
        for line in zh.out.lines().chain(en.out.lines()) {
            assert!(line.width() <= columns, "{columns}: {line}");
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../../snapshots" }, {
            insta::assert_snapshot!(format!("table_zh_{columns}"), zh.out + "\n" + &zh.err);
            insta::assert_snapshot!(format!("table_en_{columns}"), en.out + "\n" + &en.err);
        });
    }
}

#[test]
fn of_many_records_the_first_and_the_last_are_shown() {
    let rows: String = (1..=100).map(|at| format!("N{at:03},{at}\n")).collect();
    let run = Shop::new().file("many.csv", format!("工号,分\n{rows}")).run(&["eval", "p.merit", "many.csv", "--table"]);
    let run = run.ends(0);
    let shown: Vec<&str> =
        run.out.lines().filter_map(|line| line.get(..4)).filter(|key| key.starts_with('N')).collect();
    let expected: Vec<String> = (1..=20).chain(81..=100).map(|at| format!("N{at:03}")).collect();
    assert_eq!(shown, expected);
    run.prints("⋮ 中间还有 60 条").prints("-o 结果.csv").tells("算出 100 条");
    // Of forty all are shown.
    let rows: String = (1..=40).map(|at| format!("N{at:03},{at}\n")).collect();
    let run = Shop::new().file("many.csv", format!("工号,分\n{rows}")).run(&["eval", "p.merit", "many.csv", "--table"]);
    assert!(!run.out.contains('⋮') && run.out.contains("N021"), "{}", run.out);
}

#[test]
fn nothing_that_says_nothing_takes_room() {
    let policy = "policy \"p\" { currency CNY }\nrecord { 工号 : text, key; 姓名 : text, optional; 分 : points in [0, 100] }\n\
                  metric 总分 : points = 分\nflag 面谈 \"请面谈\" when 分 < 60\npay 工资 { 奖金 = 10元 * 分 / 1pt }\n";
    let shop = Shop::new().file("q.merit", policy).file("good.csv", "工号,姓名,分\nA1,,90\n");
    let run = shop.file("bad.csv", "工号,姓名,分\nA1,王芳,50\nA2,,很多\n");
    let good = run.run(&["eval", "q.merit", "good.csv", "--table"]).ends(0);
    assert!(!good.out.contains("面谈") && !good.out.contains("姓名") && !good.out.contains("说明"), "{}", good.out);
    let bad = run.run(&["eval", "q.merit", "bad.csv", "--table"]).ends(3);
    bad.prints("姓名").prints("面谈").prints("退回").prints("说明").tells("退出状态是 3");
}

#[test]
fn columns_that_are_asked_for_stand_in_their_order() {
    let run = Shop::new().run(&["eval", "p.merit", "d.csv", "--table", "--columns", "工资,工号", "--headers", "names"]);
    let first = run.out.lines().next().unwrap_or_default();
    assert!(first.trim_start().starts_with("工资  工号"), "{}", run.out);
}

#[test]
fn what_is_piped_is_csv_and_a_table_goes_into_no_file() {
    let shop = Shop::new();
    let plain = shop.run(&["eval", "p.merit", "d.csv"]);
    assert!(plain.out.starts_with("工号,"), "{}", plain.out);
    shop.run(&["eval", "p.merit", "d.csv", "--table", "-o", "r.csv"]).ends(2);
    shop.run(&["eval", "p.merit", "d.csv", "--table", "--summary-only"]).ends(2);
    assert!(!shop.has("r.csv"));
}

#[test]
fn control_characters_and_long_texts_do_not_reach_the_terminal() {
    let long = "长".repeat(300);
    let shop = Shop::new().file("odd.csv", format!("工号,分\n\"A\u{1b}[31m\",90\n{long},90\nB,{long}\n"));
    let run = shop.run(&["eval", "p.merit", "odd.csv", "--table"]);
    assert!(!run.out.contains('\u{1b}'), "{:?}", run.out);
    assert!(run.out.lines().all(|line| line.width() <= 80), "{}", run.out);
}
