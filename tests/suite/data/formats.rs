//! What a cell of a workbook shows against what it holds: number formats, one cell at a time.
//!
//! Each workbook is written here, with a number and the code of its format; what is shown was looked up in LibreOffice
//! or follows from ECMA-376 part 1, 18.8.31.

use merit::data::{Batch, Problem, Reading};
use merit::diagnostic::Arg;
use merit::ir::Policy;
use merit::quantity::Tongue;
use merit::render::problem;
use rust_xlsxwriter::{Format, Workbook};

use super::{codes, outcomes, policy, read};

/// A sheet with one column `x`: numbers by their formats.
pub(super) fn batch(declaration: &str, cells: &[(f64, &str)]) -> (Policy, Batch) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "x").unwrap();
    for (row, (value, code)) in (1..).zip(cells) {
        sheet.write_with_format(row, 0, *value, &Format::new().set_num_format(*code)).unwrap();
    }
    let policy = policy(&format!("record {{\n    x : {declaration}\n}}\n"));
    let batch = read(&policy, "data.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    (policy, batch)
}

/// What a field declared so reads of each cell.
pub(super) fn table(declaration: &str, cases: &[(f64, &str, &str)]) {
    let cells: Vec<(f64, &str)> = cases.iter().map(|(value, code, _)| (*value, *code)).collect();
    let (policy, batch) = batch(declaration, &cells);
    for ((value, code, expected), outcome) in cases.iter().zip(outcomes(&policy, &batch)) {
        assert_eq!(outcome, *expected, "{declaration}: {value} under {code}");
    }
}

pub(super) fn shows(reading: &Reading) -> &str {
    let Reading::Rejected(rejection) = reading else { panic!("{reading:?}") };
    let shows = |problem: &Problem| problem.args.iter().position(|(name, _)| matches!(*name, "shows" | "cell_shows"));
    let problem = &rejection.problems[0];
    let at = shows(problem).or(problem.args.iter().position(|(name, _)| *name == "value")).unwrap();
    let Arg::Text(text) = &problem.args[at].1 else { panic!("{:?}", problem.args) };
    text
}

/// The reason of the first cell, in English.
pub(super) fn reason(declaration: &str, value: f64, code: &str) -> String {
    let (_, batch) = batch(declaration, &[(value, code)]);
    let Reading::Rejected(rejection) = &batch.record(0).unwrap().reading else { panic!("read") };
    problem(&rejection.problems[0], Tongue::En)
}

/// A `%` that stands for itself says that the number is a percent figure; one with a meaning that it is a fraction.
#[test]
fn a_percent_by_its_format_and_by_a_literal() {
    table(
        "percent, decimals 2",
        &[
            (0.985, "0.0%", "98.5%"),
            (98.5, "0.00\"%\"", "98.5%"),
            (98.5, "0.00\\%", "98.5%"),
            (98.5, "0.00!%", "98.5%"),
            (98.5, "0.0\" %\"", "98.5%"),
            (98.5, "[<=1]0.0%;0.0\"%\"", "98.5%"),
            (0.985, "[<=1]0.0%;0.0\"%\"", "98.5%"),
            (-0.05, "0.0%;[Red]-0.0%", "E0702"),
            (98.5, "0.0\"‰\"", "9.85%"),
            (98.5, "\"rate \"0.0\"%\"", "E0701"),
            (98.5, "0.0_%", "E0701-percent"),
            (98.5, "0.0*%", "E0701-percent"),
            (98.5, "0.0", "E0701-percent"),
            (0.5, "0%\"以上\"", "E0701"),
        ],
    );
    table("percent(%)", &[(98.5, "0.0_%", "98.5%"), (0.985, "0.0%", "98.5%"), (98.5, "0\"%\"", "98.5%")]);
    table("percent(fraction)", &[(0.985, "0.0_%", "98.5%"), (98.5, "0.0\"%\"", "98.5%")]);
    table("number", &[(0.985, "0.0%", "E0701"), (98.5, "0.0\"%\"", "E0701"), (98.5, "0.0_%", "98.5")]);
}

#[test]
fn a_unit_in_the_format_is_read_as_from_a_text() {
    table(
        "duration(min), decimals 4",
        &[
            (26.5, "0.0\"小时\"", "1590"),
            (80.0, "0\"秒\"", "E0703-step"),
            (1.5, "0.0\" h\"", "90"),
            (1.5, "General\"小时\"", "90"),
            (1.5, "G/通用格式\"小时\"", "90"),
            (5.0, "0", "5"),
            (5.0, "0\"分钟\"", "5"),
            (130.0, "0\"时\"00\"分\"", "90"),
            // Digits that are not shown are not dropped.
            (130.4, "0\"时\"00\"分\"", "E0701-shown"),
            (5.0, "0\"个\"", "E0701"),
        ],
    );
    table("count", &[(12.0, "0\"次\"", "12"), (12.0, "0\"户\"", "E0701"), (12.0, "↑0", "12"), (12.0, "0.0_ ", "12")]);
    table("points", &[(92.5, "0.0\"分\"", "92.5"), (92.5, "0.0\"/100\"", "E0701")]);
}

/// 万 multiplies what the cell holds unless the format divides it for the eye.
#[test]
fn wan_in_the_format() {
    table(
        "money",
        &[
            (1.5, "0.0\"万\"", "15000.00"),
            (1.5, "0.00\"万元\"", "15000.00"),
            (2.0, "0\"亿\"", "200000000.00"),
            (123_456.0, "0!.0,\"万\"", "123456.00"),
            (123_456.0, "0\\.0,\"万元\"", "123456.00"),
            (123_456.0, "0.0,\"k\"", "123456.00"),
            (1_234_567.0, "0.0,,\"百万\"", "1234567.00"),
            (1_234_567.0, "#,##0.00,", "1234567.00"),
            (123_456.0, "0\"万\"0000", "E0701"),
        ],
    );
}

#[test]
fn the_currency_of_a_format() {
    table(
        "money",
        &[
            (2800.0, "[$$-409]#,##0.00", "E0701-currency"),
            (2800.0, "[$USD] #,##0.00", "E0701-currency"),
            (2800.0, "#,##0.00 \"USD\"", "E0701-currency"),
            (2800.0, "$#,##0.00", "E0701-currency"),
            (2800.0, "[$€-407]#,##0.00", "E0701-currency"),
            (2800.0, "#,##0.00\\ [$€-1]", "E0701-currency"),
            (2800.0, "[$¥-411]#,##0", "E0701-currency"),
            (2800.0, "[$HK$-C04]#,##0.00", "E0701-currency"),
            (2800.0, "[$¥-804]#,##0.00", "2800.00"),
            (2800.0, "[$￥-804]#,##0.00", "2800.00"),
            (2800.0, "\"¥\"#,##0.00", "2800.00"),
            (2800.0, "[$CNY] #,##0.00", "2800.00"),
            (2800.0, "#,##0.00\"元\"", "2800.00"),
            (2800.0, "[Red][$-804]#,##0.00", "2800.00"),
        ],
    );
}

/// A bare sign is that of the policy's currency; a country or a code beside it says more.
#[test]
fn the_sign_of_the_currency_of_the_policy() {
    let policy = policy("policy \"P\" { currency USD }\nrecord {\n    x : money\n}\n");
    let batch = read(&policy, "data.csv", "x\n$12\nUSD 12\n12 USD\n€12\nCNY 12\n12元\n").unwrap();
    let foreign = "E0701-currency";
    assert_eq!(outcomes(&policy, &batch), ["12.00", "12.00", "12.00", foreign, foreign, foreign]);
}

pub(super) const ACCOUNTING: &str = "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ";

#[test]
fn accounting_and_negative_numbers() {
    table(
        "money in [-10000 CNY, 10000000 CNY]",
        &[
            (0.0, ACCOUNTING, "0.00"),
            (12.0, ACCOUNTING, "12.00"),
            (1_234_567.89, ACCOUNTING, "1234567.89"),
            (-12.0, ACCOUNTING, "-12.00"),
            (-12.0, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "-12.00"),
            (-12.0, "#,##0.00;[Red]#,##0.00", "-12.00"),
            (-12.0, "0.00;▲0.00", "-12.00"),
            (-12.0, "0.00", "-12.00"),
            // A sign that the number has not, and none that it has.
            (-12.0, "0.00;0.00", "E0701-shown"),
            (12.0, "-0.00", "E0701-shown"),
            (12.0, "(0.00)", "E0701-shown"),
        ],
    );
}

/// A section without digits shows words or nothing in the place of the number.
#[test]
fn words_and_nothing_in_the_place_of_a_number() {
    table(
        "count",
        &[
            (0.0, "0;-0;;@", "0"),
            (0.0, "0;-0;\"-\"", "0"),
            (0.0, "0;-0;\"无\"", "E0701-shown"),
            (5000.0, ";;;", "E0701-hidden"),
            (5000.0, "\"已付\"", "E0701-shown"),
            (45.0, "[<60]\"不及格\";0", "E0701-shown"),
            (75.0, "[<60]\"不及格\";0", "75"),
        ],
    );
    table("bool", &[(1.0, "\"是\";;\"否\"", "yes"), (0.0, "\"是\";;\"否\"", "no"), (1.0, "0", "yes")]);
    table(
        "男 | 女",
        &[
            (1.0, "[=1]\"男\";[=2]\"女\"", "男"),
            (2.0, "[=1]\"男\";[=2]\"女\"", "女"),
            (3.0, "[=1]\"男\";[=2]\"女\"", "E0701-label"),
        ],
    );
}

/// A staff number that is stored as a number is the text that everybody sees.
#[test]
fn a_number_that_names_something() {
    table(
        "text",
        &[
            (123.0, "00000", "00123"),
            (23.0, "\"GH\"0000", "GH0023"),
            (4_001_234.0, "000-0000", "400-1234"),
            (12.0, "General\"号\"", "12号"),
            (1001.0, "#,##0", "1001"),
            (1001.0, "0.00", "1001"),
            (5.4, "0", "E0701-shown"),
            (5.4, "General", "5.4"),
            (0.5, "0%", "50%"),
        ],
    );
}

/// Up to 2^53 a workbook keeps every digit of a whole number.
#[test]
fn long_numbers_in_a_text_field() {
    table(
        "text",
        &[
            (1_234_567_890_123_456.0, "General", "1234567890123456"),
            (9_007_199_254_740_991.0, "0", "9007199254740991"),
            (9_007_199_254_740_992.0, "General", "E0701-lost"),
            (6_920_123_456_789_012_345.0, "0", "E0701-lost"),
            (1.5e15, "0", "1500000000000000"),
        ],
    );
    let (_, exact) = batch("text", &[(1_234_567_890_123_456.0, "0")]);
    assert_eq!(codes(&exact.notices), "");
    let (_, zeros) = batch("text", &[(1_234_567_890_123_450.0, "0")]);
    assert_eq!(codes(&zeros.notices), "W0702");
}

pub(super) const NOON: f64 = 45_366.5;

#[test]
fn dates_and_months() {
    table(
        "month",
        &[
            (45_352.0, "yyyy-mm", "2024-03"),
            (45_366.0, "yyyy-mm", "2024-03"),
            (45_366.0, "yyyy\"年\"m\"月\"", "2024-03"),
            (45_366.0, "yyyy-mm-dd", "E0701-day"),
            // 43 seconds past midnight, as a browser in China writes them.
            (45_352.000_497_685_185, "m/d/yy", "2024-03"),
            (45_352.000_497_685_185, "yyyy-mm", "2024-03"),
            (45_351.666_666_666_664, "yyyy-mm", "E0701-hidden-time"),
            (0.0, "yyyy-mm", "E0701-zero-date"),
            (12.0, "yyyy-mm", "E0701-shown"),
            (202_403.0, "0000\"年\"00\"月\"", "2024-03"),
        ],
    );
    table(
        "date",
        &[
            (45_366.0, "yyyy/m/d", "2024-03-15"),
            (45_366.0, "m\"月\"d\"日\"", "2024-03-15"),
            (45_366.000_497_685_185, "yyyy/m/d", "2024-03-15"),
            (45_366.000_497_685_185, "yyyy/m/d h:mm", "2024-03-15"),
            (NOON, "yyyy/m/d", "E0701-hidden-time"),
            (45_366.0, "yyyy/m/d h:mm:ss", "2024-03-15"),
            (45_366.0, "[=0]\"\";yyyy-mm-dd", "2024-03-15"),
            (-5.0, "yyyy-mm-dd", "E0701-shown"),
        ],
    );
    table("year", &[(45_366.0, "yyyy", "2024"), (2024.0, "0\"年\"", "2024"), (2024.0, "0", "2024")]);
    table(
        "time",
        &[
            (0.395_833_333_333_333, "h:mm", "09:30"),
            (45_366.395_833_333_3, "h:mm", "09:30"),
            (1.104_166_666_666_67, "h:mm", "E0701-wrapped"),
        ],
    );
}

/// 1:20 typed for a minute and twenty is an hour and twenty to the spreadsheet, and looks the same.
#[test]
fn durations_under_the_formats_of_times() {
    let (minutes_80, hours_26) = (80.0 / 1440.0, 1.104_166_666_666_666_7);
    table(
        "duration(s)",
        &[
            (minutes_80, "h:mm", "E0701-clock-shown"),
            (minutes_80, "h:mm:ss", "4800"),
            (minutes_80, "[h]:mm", "4800"),
            (minutes_80, "h\"时\"mm\"分\"", "4800"),
            (80.0 / 86_400.0, "mm:ss", "80"),
            (minutes_80, "mm:ss", "E0701-wrapped"),
            (minutes_80, "[mm]:ss", "4800"),
            (hours_26, "h:mm", "E0701-wrapped"),
            (hours_26, "h:mm:ss", "E0701-wrapped"),
            (hours_26, "[h]:mm", "95400"),
            (hours_26, "yyyy-mm-dd h:mm", "E0701-shown"),
            (-0.05, "[h]:mm", "E0701-shown"),
        ],
    );
    table("duration(h)", &[(minutes_80, "h:mm", "4800s"), (1.5, "0.0", "1.5")]);
}

/// Texts have a format too.
#[test]
fn texts_by_their_format() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "x").unwrap();
    sheet.write_with_format(1, 0, "0023", &Format::new().set_num_format("\"GH\"@")).unwrap();
    sheet.write_with_format(2, 0, "0023", &Format::new().set_num_format("@")).unwrap();
    let policy = policy("record {\n    x : text, optional\n}\n");
    let batch = read(&policy, "data.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(outcomes(&policy, &batch), ["GH0023", "0023"]);
}
