//! Bare numbers below a title that says percent: 98% or 0.98%, asked wherever the cells of the column may say either.

use merit::data::{Batch, Reading};
use merit::quantity::Tongue;
use merit::render::problem;

use super::{codes, outcomes, policy, read};

fn below(field: &str, title: &str, cells: &[&str]) -> (Vec<String>, Batch) {
    let text = format!("policy \"P\" {{ currency CNY }}\nrecord {{\n    id : text, key\n    x : {field}\n}}\n");
    let rows: String = cells.iter().enumerate().map(|(at, cell)| format!("K{at}\t{cell}\n")).collect();
    let policy = policy(&text);
    let batch = read(&policy, "a.csv", format!("id\t{title}\n{rows}")).unwrap();
    let strip = |row: String| row.split_once('|').map_or(row.clone(), |(_, value)| value.to_owned());
    (outcomes(&policy, &batch).into_iter().map(strip).collect(), batch)
}

#[track_caller]
fn reads(field: &str, cells: &[&str], verdicts: &[&str], told: &str) {
    let (rows, batch) = below(field, "回复率(%)", cells);
    assert_eq!((rows, codes(&batch.notices).as_str()), (verdicts.iter().map(|it| (*it).to_owned()).collect(), told));
}

const NAMED: &str = "percent from \"回复率(%)\"";
const ASKED: &str = "E0701-share";

/// Beside 98.5%, a bare 0.98 is as likely 98% as 0.98%; 96 is 96%, 0 is 0 either way, and 1 is 100% or 1%.
#[test]
fn beside_percents_a_number_up_to_one_is_asked_after() {
    for cells in [["98.5%", "0.98", "96", "0", "1"], ["98%", "0.98", "96", "0", "1"]] {
        let first = cells[0];
        reads(NAMED, &cells, &[first, ASKED, "96%", "0%", ASKED], "");
    }
    // The sign may stand below.
    reads(NAMED, &["0.98", "98.5%"], &[ASKED, "98.5%"], "");
    // The advice to name the title must not silence the question, nor must it be told of what is asked.
    let (rows, batch) = below("percent", "x(%)", &["98.5%", "0.98"]);
    assert_eq!((rows, codes(&batch.notices)), (vec!["98.5%".to_owned(), ASKED.to_owned()], String::new()));
}

/// No number is above 1: either all are fractions or all are small. One above 1 settles it, and so does the policy.
#[test]
fn a_column_of_numbers_up_to_one_is_asked_after() {
    reads(NAMED, &["0.98", "0", "0.9"], &[ASKED, "0%", ASKED], "");
    reads(NAMED, &["-0.5", "0"], &[ASKED, "0%"], "");
    reads(NAMED, &["0.5", "1.2"], &["0.5%", "1.2%"], "");
    reads(NAMED, &["0", "0"], &["0%", "0%"], "");
    reads("percent(%) from \"回复率(%)\"", &["0.98", "0.9", "98%"], &["0.98%", "0.9%", "98%"], "");
    reads("percent(fraction) from \"回复率(%)\"", &["0.98"], &["E0701-title-share"], "");
    // Of thousandths no spreadsheet has a format.
    assert_eq!(below("percent from \"退款率(‰)\"", "退款率(‰)", &["0.8", "1‰"]).0, ["0.08%", "0.1%"]);
}

/// 0.985 has too many decimals for percents with two of them, which tells of a fraction rather than of a fine percentage.
#[test]
fn a_number_too_fine_for_percents_is_asked_after() {
    reads(NAMED, &["0.985", "99.5"], &["E0703-fraction", "99.5%"], "");
    reads(NAMED, &["0.985", "99.5%"], &[ASKED, "99.5%"], "");
    reads("percent(%) from \"回复率(%)\"", &["0.985", "98.555"], &["E0703-fraction", "E0703"], "");
}

/// The one question, both ways to read it, and both ways to say so for the whole column.
#[test]
fn the_question_names_both() {
    let told = |field: &str, title: &str, cells: &[&str], tongue| {
        let (_, batch) = below(field, title, cells);
        let Reading::Rejected(why) = &batch.record(1).unwrap().reading else { panic!() };
        assert_eq!(why.problems.len(), 1);
        problem(&why.problems[0], tongue)
    };
    let zh = told(NAMED, "回复率(%)", &["98.5%", "0.985"], Tongue::Zh);
    assert!(zh.contains("第 2 行写的是「98.5%」") && zh.contains("98.5% 还是 0.985%？"), "{zh}");
    assert!(zh.contains("百分比(%)") && zh.contains("百分比(小数)"), "{zh}");
    let en = told(NAMED, "回复率(%)", &["0.5", "0.98"], Tongue::En);
    assert!(en.contains("no number of this column") && en.contains("98% or 0.98%?"), "{en}");
    let plain = told("percent", "x", &["5%", "0.98"], Tongue::En);
    assert!(plain.contains("98% or 0.98%?") && plain.contains("percent(fraction)"), "{plain}");
    let fine = told("percent(%)", "x", &["5%", "0.985"], Tongue::Zh);
    assert!(fine.contains("98.5% 还是 0.985%？") && !fine.ends_with("加上 取整（四舍五入）。"), "{fine}");
}
