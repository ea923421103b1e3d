//! Files in the place of others: data where a policy should stand, a policy where data should, folders, nothing.

use super::{DATA, POLICY, Shop};

/// What is told of a command that names a file where it should not.
fn told(name: &str, content: &[u8], arguments: &[&str]) -> String {
    Shop::new().file(name, content).run(arguments).ends(2).err
}

const ZIP: &[u8] = b"PK\x03\x04 and whatever a workbook holds";

#[test]
fn data_in_the_place_of_a_policy_is_told_with_the_command_for_it() {
    for command in ["check", "test"] {
        let book = told("3月.xlsx", ZIP, &[command, "3月.xlsx"]);
        assert!(book.contains("这是表格文件") && book.contains("merit eval 方案.merit"), "{book}");
        assert!(!book.contains("UTF-8"), "{book}");
        let table = told("3月.csv", DATA.as_bytes(), &[command, "3月.csv"]);
        assert!(table.contains("这是数据，不是方案") && !table.contains("E0120"), "{table}");
    }
    // In GBK it is data all the same, and whatever its name is.
    assert!(told("g.csv", b"\xb9\xa4\xba\xc5,\xb7\xd6\n1,2\n", &["check", "g.csv"]).contains("这是数据"));
    assert!(told("g.txt", DATA.as_bytes(), &["check", "g.txt"]).contains("这是数据"));
    assert!(told("g.json", b"[\n  {\"a\": 1}\n]", &["check", "g.json"]).contains("这是数据"));
    assert!(told("g.merit", DATA.as_bytes(), &["check", "g.merit"]).contains("后缀改回"));
    assert!(told("g.merit", ZIP, &["eval", "g.merit", "d.csv"]).contains("后缀改回"));
    assert!(told("制度.docx", ZIP, &["check", "制度.docx"]).contains("这是文档"));
    assert!(told("制度.pdf", b"%PDF-1.7\n\xff", &["check", "制度.pdf"]).contains("这是文档"));
}

#[test]
fn a_policy_is_one_whatever_it_is_called() {
    let shop = Shop::new().file("p.csv", POLICY).file("q.txt", format!("# 甲,乙\n\u{feff}# 丙,丁\n{POLICY}"));
    shop.run(&["check", "p.csv"]).ends(0);
    assert!(!shop.run(&["check", "q.txt"]).err.contains("E0802"));
}

#[test]
fn a_policy_in_the_place_of_data_is_told_as_one() {
    let shop = Shop::new().file("q.txt", POLICY);
    shop.run(&["eval", "p.merit", "q.txt"]).ends(1).tells("E0710").tells("是方案，不是数据");
}

#[test]
fn a_folder_and_a_full_disk_are_told_with_what_to_do() {
    let shop = Shop::new().file("三月/d.csv", DATA);
    shop.run(&["eval", "p.merit", "三月"]).ends(2).tells("这是文件夹").tells("三月/文件名");
    shop.run(&["check", "三月/"]).ends(2).tells("三月/文件名");
}
