//! What a workbook shows of numbers and moments, and what is told of a cell that shows something else than it holds.

use super::formats::*;
use super::*;

/// What each cell shows, as it is told where a truth value is wanted.
fn shown(cases: &[(f64, &str, &str)]) {
    let cells: Vec<(f64, &str)> = cases.iter().map(|(value, code, _)| (*value, *code)).collect();
    let (_, batch) = batch("bool", &cells);
    for ((value, code, expected), record) in cases.iter().zip(batch.records()) {
        assert_eq!(shows(&record.reading), *expected, "{value} under {code}");
    }
}

#[test]
fn how_numbers_are_shown() {
    shown(&[
        (1_234_567.891, "#,##0.00", "1,234,567.89"),
        (0.5, "#.##", ".5"),
        (1.005, "0.00", "1.01"),
        (0.285, "0%", "29%"),
        (123_456.0, "0!.0,\"万\"", "12.3万"),
        (1_234_567.0, "0.0,,\"M\"", "1.2M"),
        (4_001_234.0, "000-0000", "400-1234"),
        (123.0, "00000", "00123"),
        (-5.0, "0.0;(0.0)", "(5.0)"),
        (-5.0, "0.0", "-5.0"),
        (-5.0, "[<0]0.0\"负\";0.0", "5.0负"),
        (12.0, "\"约\"0\"户\"", "约12户"),
        (1234.5, ACCOUNTING, "¥ 1,234.50"),
        (1_234_567.0, "0\"万\"0000", "123万4567"),
    ]);
}

#[test]
fn how_moments_are_shown() {
    shown(&[
        (NOON, "yyyy-mm-dd hh:mm:ss", "2024-03-15 12:00:00"),
        (NOON, "d-mmm-yy", "15-Mar-24"),
        (NOON, "yyyy\"年\"m\"月\"d\"日\" aaaa", "2024年3月15日 星期五"),
        (NOON, "dddd, mmmm d", "Friday, March 15"),
        (NOON, "h:mm AM/PM", "12:00 PM"),
        (0.055_555_555_555_555_6, "上午/下午h\"时\"mm\"分\"", "上午1时20分"),
        (1.104_166_666_666_666_7, "h:mm", "2:30"),
        (1.104_166_666_666_666_7, "[h]:mm", "26:30"),
        (1.104_166_666_666_666_7, "[m]", "1590"),
        (0.000_005_787_037_037, "mm:ss.0", "00:00.5"),
        (-5.0, "yyyy-mm-dd", "#####"),
    ]);
}

/// 89.4999999 that is shown as 89.50 is neither rounded in silence nor refused without a word of what is seen.
#[test]
fn a_number_that_is_shown_with_fewer_digits() {
    table("number, decimals 2", &[(89.499_999_9, "0.00", "E0703-shown"), (89.456_7, "0.0000", "E0703")]);
    table("number, decimals 2, rounded", &[(89.499_999_9, "0.00", "89.5")]);
    table("percent, decimals 1", &[(0.985_01, "0.0%", "E0703-shown")]);
    table("count", &[(4.0001, "0", "E0703-shown")]);
    let words = reason("number, decimals 2", 89.499_999_9, "0.00");
    assert!(words.contains("holds 89.4999999 and shows “89.50”") && words.contains("rounded"), "{words}");
    // What counts is told where another number is seen, once a column.
    let told = |declaration: &str, value: f64, code: &str| {
        codes(&batch(declaration, &[(value, code), (value, code)]).1.notices)
    };
    assert_eq!(told("number, decimals 2", 89.46, "0"), "W0709-shown");
    assert_eq!(told("percent", 0.985, "0%"), "W0709-shown");
    // A code such as 3-1 that became a date; a date that shows its year is one.
    assert_eq!(told("text, key", 45352.0, "d-mmm"), "W0709-date");
    assert_eq!(told("text, key", 45352.0, "m\"月\"d\"日\""), "W0709-date");
    assert_eq!(told("text, key", 45352.0, "yyyy/m/d"), "");
    assert_eq!(told("text, key", 0.4, "h:mm"), "");
    assert_eq!(told("number, decimals 2, rounded", 89.499_999_9, "0.00"), "");
    assert_eq!(told("number, decimals 2", 89.5, "0.00"), "");
}

#[test]
fn a_reason_tells_what_the_cell_holds_and_shows() {
    let cases = [
        ("money", 2800.0, "[$$-409]#,##0.00", "holds 2800 and shows “$2,800.00”"),
        ("count", 12.0, "0\"户\"", "holds 12 and shows “12户”"),
        ("month", 45_351.666_666_666_664, "yyyy-mm", "holds 2024-02-29 16:00:00 and shows “2024-02”"),
        ("duration(s)", 1.104_166_666_666_666_7, "h:mm", "holds 26:30:00 and shows “2:30”"),
        ("duration(s)", 80.0 / 1440.0, "h:mm", "write 0:01:20"),
        ("count", 45_366.0, "yyyy-mm-dd", "holds 45366 and shows “2024-03-15”"),
        ("count", 12.0, ";;;", "holds 12 and its number format shows nothing"),
    ];
    for (declaration, value, code, expected) in cases {
        let words = reason(declaration, value, code);
        assert!(words.contains(expected), "{words}");
    }
}
