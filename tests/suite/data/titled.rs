//! Units in titles in all the ways that sheets have them, and cells that say another thing than their title.

use merit::data::Batch;
use merit::quantity::Tongue;
use merit::render::problem;
use rust_xlsxwriter::{Format, Workbook};

use super::{codes, outcomes, policy, read};

const TOLD: &str = "W0710-title";

fn record(field: &str) -> String {
    format!("policy \"P\" {{ currency CNY }}\nrecord {{\n    id : text, key\n    x : {field}\n}}\n")
}

#[track_caller]
fn reads(field: &str, title: &str, cell: &str, row: &str, told: &str) {
    let policy = policy(&record(field));
    let batch: Batch = read(&policy, "a.csv", format!("id\t{title}\nA\t{cell}\n")).unwrap();
    let found = outcomes(&policy, &batch).remove(0);
    let found = (found.strip_prefix("A|").unwrap_or(&found), codes(&batch.notices));
    assert_eq!(found, (row, told.to_owned()), "{field} {title} {cell}");
}

#[test]
fn a_unit_of_amounts_is_read_however_a_title_has_it() {
    for (title, row) in [
        ("x(万元，含税)", "120000.00"),
        ("x(含税、万元)", "120000.00"),
        ("x（单位：万元）", "120000.00"),
        ("x(万元)(不含税)", "120000.00"),
        ("x(不含税万元)", "120000.00"),
        ("x(万)元", "120000.00"),
        ("x 万元", "120000.00"),
        ("x：万元", "120000.00"),
        ("x万元", "120000.00"),
        ("x(万元)*", "120000.00"),
        ("x(人民币万元)", "120000.00"),
        ("x(RMB 万元)", "120000.00"),
        ("x(萬元)", "120000.00"),
        ("x(10万元)", "1200000.00"),
        ("x(百亿)", "120000000000.00"),
        ("x(十亿元)", "12000000000.00"),
        ("x(thousand yuan)", "12000.00"),
        ("x(in thousands)", "12000.00"),
        ("x(CNY '000)", "12000.00"),
        ("x(millions of yuan)", "12000000.00"),
        ("x(角)", "1.20"),
        ("x(分)", "0.12"),
    ] {
        reads("money in [0 CNY, 1000000000000 CNY]", title, "12", row, TOLD);
        // As the message says: named in the policy, it is still the unit.
        let named = format!("money in [0 CNY, 1000000000000 CNY] from \"{title}\"");
        reads(&named, title, "12", row, "W0710-title-scale");
    }
    for title in ["x(含税)", "x(税前)", "x(元,含税)", "x(元/万元)", "x(万达店)", "x(2025)", "x(百分制)"]
    {
        reads(&format!("money from \"{title}\""), title, "12", "12.00", "");
    }
    assert_eq!(super::refusal(&policy(&record("money")), "a.csv", "id,x(含税)\nA,1\n"), "E0708-near");
}

#[test]
fn a_title_that_may_name_a_unit_which_is_not_understood_is_told() {
    for title in ["x(mn)", "x(M)", "x(lakh)", "x(约合万元)"] {
        reads(&format!("money from \"{title}\""), title, "12", "12.00", "W0710-title-unclear");
    }
    let text = record("money from \"x(mn)\"");
    let batch = read(&policy(&text), "a.csv", "id\tx(mn)\nA\t12\n").unwrap();
    let told = problem(&batch.notices[0], Tongue::Zh);
    assert!(told.contains("「mn」像是单位，却读不懂；没有按它放大：「12」即 12元"), "{told}");
}

#[test]
fn a_share_with_another_sign_than_its_title_is_read_by_its_own_and_told() {
    for (field, title, cell, row) in [
        ("percent", "x(‰)", "0.8%", "0.8%"),
        ("percent", "x(%)", "8‰", "0.8%"),
        ("percent(%)", "x(%)", "8‰", "0.8%"),
        ("percent from \"y(‰)\"", "y(‰)", "0.8%", "0.8%"),
    ] {
        reads(field, title, cell, row, "W0710-title-cell");
    }
    reads("percent", "x(%)", "0.8%", "0.8%", "");
    reads("percent", "x(‰)", "0.8‰", "0.08%", "");
    // A percent format makes such a cell, whoever typed it.
    let policy = policy(&record("percent"));
    let batch = read(&policy, "a.xlsx", sheet("x(‰)", 0.008, "0.0%")).unwrap();
    assert_eq!(outcomes(&policy, &batch), ["A|0.8%"]);
    assert_eq!(codes(&batch.notices), "W0710-title-cell");
}

#[test]
fn an_amount_that_only_a_format_marks_as_money_is_refused_below_ten_thousands() {
    let policy = policy(&record("money"));
    for (title, format, row) in [
        ("x(万元)", "\"¥\"#,##0.00", "E0701-title-sign"),
        ("x(千元)", "#,##0.00\"元\"", "E0701-title-sign"),
        ("x(万元)", "0.00\"万元\"", "A|125000.00"),
        ("x(元)", "\"¥\"#,##0.00", "A|12.50"),
        ("x", "\"¥\"#,##0.00", "A|12.50"),
    ] {
        let batch = read(&policy, "a.xlsx", sheet(title, 12.5, format)).unwrap();
        assert_eq!(outcomes(&policy, &batch), [row], "{title} {format}");
    }
    reads("money", "x(万元)", "¥12.5", "E0701-title-sign", "");
    reads("money", "x(万元)", "-CNY 12.5", "E0701-title-sign", "");
    reads("money", "x(万元)", "¥12.5万", "125000.00", "");
}

/// A workbook with one record, whose number is shown by a format.
fn sheet(title: &str, value: f64, format: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["id", title]).unwrap().write(1, 0, "A").unwrap();
    sheet.write_with_format(1, 1, value, &Format::new().set_num_format(format)).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_renamed_column_is_asked_after_by_the_titles_that_are_left() {
    let policy = policy("record { id : text, key; csat : percent; y : money }\n");
    let refusal = |file: &str| super::refusal(&policy, "a.csv", file);
    assert_eq!(refusal("id,y,好评,shop\nA,1,2,B\n"), "E0708-unused");
    assert_eq!(refusal("id,y\nA,1\n"), "E0708");
    assert_eq!(refusal("id,y,csat score\nA,1,2\n"), "E0708-near");
}

#[test]
fn results_of_a_field_that_is_titled_like_a_metric_read_back() {
    let text = "record { id : text, key; base \"total\" : points in [0, 100] }\nmetric total : points = base / 2\n";
    let policy = policy(text);
    let row = |file: &str| outcomes(&policy, &read(&policy, "a.csv", file).unwrap()).join(" ");
    assert_eq!(row("id,base,total,_status,_reasons\nA,90,45,ok,\n"), "A|90");
    assert_eq!(row("id,total,base,_status,_reasons\nA,45,90,ok,\n"), "A|90");
    // Nothing says so of a shop's own sheet.
    assert_eq!(super::refusal(&policy, "a.csv", "id,base,total\nA,90,45\n"), "E0709");
}
