//! `merit test --from`: tests that stand in a sheet.

use rust_xlsxwriter::{Format, Workbook};

use super::{POLICY, Shop};

fn shop() -> Shop {
    let policy = POLICY.replace("record {", "record {\n    迟到 \"迟到次数\" : count, optional")
        + "metric 扣 : money, decimals 2 = -10元 * (迟到 otherwise 0)\nmetric 比 : percent, decimals 2 = 分 / 100分\n";
    Shop::new().file("s.merit", policy)
}

#[test]
fn a_row_is_a_test_and_an_empty_cell_says_nothing() {
    let sheet = "用例,分,迟到次数,= 等级,= 等级.系数,应得 工资,= 扣,#说明\n满,95,,A,100%,1100,0,x\n晚,60,2,B,,,-20,\n";
    let run = shop().file("c.csv", sheet).run(&["test", "s.merit", "--from", "c.csv", "--lang", "en"]).ends(0);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", "c.csv: 2 tests pass, 0 fail.\n"));
}

#[test]
fn a_failure_names_the_row_and_the_cell_in_both_tongues() {
    let shop = shop().file("c.csv", "test,分,= 等级,= 工资\nlow,60,A,600元\n,90,A,1000\n");
    let run = shop.run(&["test", "s.merit", "--from", "c.csv", "--lang", "en"]).ends(1);
    let has = |text: &str| assert!(run.out.contains(text), "{text}: {}", run.out);
    ["low (c.csv C2)", "Expected", " A ", " B ", "c.csv D3", "1000", "1100"].into_iter().for_each(has);
    let run = shop.run(&["test", "s.merit", "--from", "c.csv", "--lang", "zh"]).ends(1);
    assert!(run.out.contains("low（c.csv C2）") && run.out.contains("应得"), "{}", run.out);
    assert!(run.err.contains("c.csv：0 个用例通过，2 个不通过。"), "{}", run.err);
}

#[test]
fn a_metric_may_be_given_and_what_is_missing_may_be_expected() {
    let policy = POLICY.replace("record {", "record {\n    迟到 : count, optional")
        + "score 分 weight 100% { any when (迟到 otherwise 0) > 0 => exempt; >= 90 => 100; < 90 => 0 }
metric 总 : points, decimals 2 = scores otherwise 0
flag 低 when 总 < 60
";
    let shop = Shop::new().file("m.merit", policy).file("c.csv", "分,迟到,总,= 分.points,= 低\n95,1,,缺失,是\n95,1,,missing,\n95,1,,/,\n95,0,,100,no\n95,1,,100,\n,,59.999,,yes\n");
    let run = shop.run(&["test", "m.merit", "--from", "c.csv", "--lang", "en"]).ends(1);
    assert!(run.err.contains("5 tests pass, 1 fails"), "{}", run.err);
    assert!(run.out.contains("c.csv D6"), "{}", run.out);
}

#[test]
fn a_workbook_is_read_by_its_formats() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["分", "'= 比", "expect 等级"];
    for (at, head) in (0..).zip(heads) {
        sheet.write(0, at, head.trim_start_matches('\'')).unwrap();
    }
    let percent = Format::new().set_num_format("0.00%");
    sheet.write(1, 0, 95.5).unwrap();
    sheet.write_with_format(1, 1, 0.955, &percent).unwrap();
    sheet.write(1, 2, "A").unwrap();
    sheet.write(2, 0, 60).unwrap();
    sheet.write_with_format(2, 1, 0.61, &percent).unwrap();
    let shop = shop().file("c.xlsx", book.save_to_buffer().unwrap());
    let run = shop.run(&["test", "s.merit", "--from", "c.xlsx", "--lang", "en"]).ends(1);
    assert!(run.out.contains("c.xlsx B3") && run.out.contains("61") && run.out.contains("60"), "{}", run.out);
    assert!(run.err.contains("1 test passes, 1 fails"), "{}", run.err);
}

#[test]
fn what_does_not_read_is_told_with_its_cell_and_the_others_run() {
    let shop = shop().file("c.csv", "分,迟到,= 等级\nabc,,A\n120,,A\n95,1,A\n95,,\n");
    let run = shop.run(&["test", "s.merit", "--from", "c.csv", "--lang", "en"]).ends(1);
    let has = |text: &str| assert!(run.err.contains(text), "{text}: {}", run.err);
    ["c.csv:2 分", "abc", "c.csv:3 分", "120", "c.csv:5: this row expects nothing", "1 test passes"]
        .into_iter()
        .for_each(has);
}

#[test]
fn columns_that_mean_nothing_are_refused() {
    let run = |sheet: &str| shop().file("c.csv", sheet).run(&["test", "s.merit", "--from", "c.csv", "--lang", "en"]);
    let told = run("分,= 等纪\n95,A\n").ends(2).err;
    assert!(told.contains("nothing in the policy is called = 等纪") && told.contains("Is it = 等级?"), "{told}");
    let told = run("分,扣,= 扣\n95,1,1\n").ends(1).err;
    assert!(told.contains("扣 is given, and expected too"), "{told}");
    let told = run("分,迟到\n95,1\n").ends(2).err;
    assert!(told.contains("no column says what is expected"), "{told}");
    run("").ends(1);
    shop().run(&["test", "s.merit", "--from", "none.csv"]).ends(2);
    shop().run(&["test", "s.merit", "p.merit", "--from", "d.csv"]).ends(2);
}

#[test]
fn coverage_counts_the_tests_of_the_sheet() {
    let shop = shop().file("c.csv", "分,= 等级\n60,B\n");
    let run = shop.run(&["test", "s.merit", "--from", "c.csv", "--coverage", "--lang", "en"]).ends(0);
    assert!(run.out.contains("A : >= 90 => 100%") && !run.out.contains("B : < 90"), "{}", run.out);
}
