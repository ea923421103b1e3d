//! What stands apart in results for people: rows that are nobody, sums that are part of others, marks that are asked for.

use std::fs::File;

use calamine::{Reader, Xlsx};

use super::Shop;

const POLICY: &str = "方案 \"小店\" { 币种 CNY }
记录 { 工号 : 文本, 主键; 姓名 : 文本, 可缺; 额 : 金额 属于 [0元, 100000元] }
令 一半 = 小计 / 2
薪资 小计 { 提成 = 额; 补贴 = 100元 }
薪资 应发 { 底薪 = 3000元; 提成 = 小计 }
薪资 另发 { 奖 = 50元 当 小计 > 100元; 红包 = 10元 }
";
const PEOPLE: &str = "工号,姓名,额\nA01,王芳,200\n合计,,200\nA02,李雷,0\n注：取自后台,,\n";

fn shop() -> Shop {
    Shop::new().file("p.merit", POLICY).file("a.csv", PEOPLE)
}

fn sheet(shop: &Shop, name: &str) -> Vec<Vec<String>> {
    let file = File::open(shop.0.path().join("r.xlsx")).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::BufReader::new(file)).unwrap();
    let Ok(range) = workbook.worksheet_range(name) else { return vec![] };
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn rows_that_are_nobody_have_a_sheet_of_their_own() {
    let shop = shop();
    let of_people = ["eval", "p.merit", "a.csv", "--columns", "工号,应发", "--headers", "titles"];
    shop.run(&[of_people.as_slice(), &["-o", "r.xlsx"]].concat()).ends(0);
    let keys: Vec<String> = sheet(&shop, "结果").iter().map(|row| row[0].clone()).collect();
    assert_eq!(keys, ["工号", "A01", "A02"]);
    let skipped = sheet(&shop, "跳过的行");
    assert_eq!(skipped[0], ["内容", "说明"]);
    assert_eq!((skipped[1][0].as_str(), skipped[2][0].as_str()), ("合计  200", "注：取自后台"));
    assert!(skipped[1][1].starts_with("a.csv:3："), "{skipped:?}");
    // A program counts the rows of the file, and gets each of them.
    shop.run(&["eval", "p.merit", "a.csv", "-o", "r.xlsx"]).ends(0);
    assert_eq!(sheet(&shop, "结果").len(), 5);
    assert_eq!(sheet(&shop, "跳过的行").len(), 0);
    let lines = |titles: bool| shop.run(&of_people[..if titles { 7 } else { 5 }]).ends(0).out.lines().count();
    assert_eq!((lines(true), lines(false)), (3, 5));
}

#[test]
fn a_sum_that_is_part_of_another_is_marked_and_goes_behind_it() {
    let told = shop().run(&["eval", "p.merit", "a.csv"]).ends(0).err;
    let sums: Vec<&str> = told.lines().filter(|line| line.contains("合计 ")).collect();
    assert_eq!(sums, ["应发：合计 6400.00元", "另发：合计 70.00元", "小计：合计 400.00元（已算在应发里）"]);
}

#[test]
fn marks_may_be_asked_for_by_name_and_by_title() {
    let shop = shop();
    let plain = shop.run(&["eval", "p.merit", "a.csv", "--columns", "工号,应发"]).ends(0).out;
    for marks in ["_status,_reasons", "状态,说明", "status，remarks"] {
        let asked = format!("工号,{marks},应发");
        assert_eq!(shop.run(&["eval", "p.merit", "a.csv", "--columns", &asked]).ends(0).out, plain, "{marks}");
    }
    let told = shop.run(&["eval", "p.merit", "a.csv", "--columns", "_policy"]).ends(2).err;
    assert!(told.contains("没有叫 _policy 的列"), "{told}");
}
