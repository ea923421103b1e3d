//! `merit report`: its figures are those of `merit eval`, and nobody sees what is another's.

mod last;
mod posts;
mod workbook;

use std::fs;

use super::{POLICY, Run, Shop};

const NAMED: &str =
    "工号,姓名,月份,店铺,分\nA01,王芳,2024-03,东,95.5\nA02,李雷,2024-03,西,60\nA03,韩梅,2024-04,东,90\n";

fn named() -> String {
    let fields = "工号 : text, key; 姓名 : text; 月份 : month, period; 店铺 : text";
    POLICY.replace("currency CNY", "currency CNY\n    period month").replace("工号 : text, key", fields)
}

fn shop(data: &str) -> Shop {
    Shop::new().file("n.merit", named()).file("n.csv", data)
}

/// The cells of the rows of the table that follows a place.
fn rows(page: &str, after: &str) -> Vec<Vec<String>> {
    let (_, rest) = page.split_once(after).unwrap();
    let body = rest.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let cells = |row: &str| {
        let cells = row.split("</t").filter(|cell| !cell.contains("<svg"));
        let text = cells.filter_map(|cell| Some(cell.rsplit_once('>')?.1.trim().to_owned()));
        text.collect::<Vec<_>>()
    };
    let told = |row: &str| {
        let mut cells = cells(row);
        // Behind the last cell nothing stands.
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    body.split("</tr>").filter(|row| row.contains("<tr")).map(|row| told(row.split("<tr").nth(1).unwrap())).collect()
}

#[track_caller]
fn made(shop: &Shop, arguments: &[&str]) -> Run {
    shop.run(&[&["report", "n.merit", "n.csv"], arguments].concat())
}

#[test]
fn the_figures_are_those_of_eval_cell_by_cell() {
    let shop = shop(NAMED);
    made(&shop, &["-o", "r.html", "--by", "店铺", "--statements"]).ends(0).tells("r.html");
    shop.run(&["eval", "n.merit", "n.csv", "-o", "e.csv", "--columns", "工号,姓名,月份,分,等级,工资"]).ends(0);
    let page = shop.read("r.html");
    let people = rows(&page, "id=\"people\"");
    let results = shop.read("e.csv");
    let expected: Vec<Vec<&str>> = results.lines().skip(1).map(|line| line.split(',').take(6).collect()).collect();
    assert_eq!(people.len(), 3);
    for (own, theirs) in people.iter().zip(&expected) {
        assert_eq!(own[..6], theirs[..], "{page}");
    }
    // 1100 + 600 + 1100, by hand.
    assert!(page.contains("<dd>2800.00元</dd>"), "{page}");
    let groups = rows(&page, "id=\"groups\"");
    assert_eq!(groups[0], ["2024-03", "东", "1", "1100.00元"]);
    assert_eq!(groups[1], ["2024-03", "西", "1", "600.00元"]);
    assert_eq!(groups.last().unwrap().last().unwrap(), "2800.00元");
    let grades = rows(&page, "id=\"grades\"");
    assert_eq!(grades, [["A", "2"], ["B", "1"]]);
    // A statement a person, each adding up to what is paid.
    let statements: Vec<&str> = page.split("id=\"statement-").skip(1).collect();
    assert_eq!(statements.len(), 3);
    for (statement, line) in statements.iter().zip(&expected) {
        let pay = rows(statement, "金额");
        let cents = |text: &str| text.trim_end_matches('元').replace('.', "").parse::<i64>().unwrap();
        let (sum, lines) = pay.split_last().unwrap();
        assert_eq!(sum.last().unwrap(), &format!("{}元", line[5]));
        assert_eq!(lines.iter().map(|line| cents(line.last().unwrap())).sum::<i64>(), cents(sum.last().unwrap()));
    }
}

#[test]
fn a_statement_holds_its_persons_data_alone() {
    let shop = shop(NAMED);
    made(&shop, &["-o", "三月/"]).ends(0).tells("index.html");
    let page = shop.read("三月/A02_李雷_2024-03.html");
    assert!(page.contains("李雷") && page.contains("600.00元"), "{page}");
    for other in ["王芳", "韩梅", "A01", "A03", "1100.00"] {
        assert!(!page.contains(other), "{other}: {page}");
    }
    #[cfg(unix)]
    for entry in fs::read_dir(shop.0.path().join("三月")).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

/// Names that would lead elsewhere, name a device, are no name, or are too long stay files of the folder.
#[test]
fn names_of_people_are_safe_names_of_files() {
    let long = "长".repeat(200);
    let script = "<script>alert('x')</script> \"q\" \u{202e}R\u{200f}";
    let line = |key: &str, name: &str| format!("{key},\"{}\",2024-03,东,90\n", name.replace('"', "\"\""));
    let keys = [
        ("../../x", "a"),
        ("CON", "b"),
        ("a/b\\c", "c"),
        (long.as_str(), "d"),
        ("A/1", script),
        ("a_1", script),
        ("index", "e"),
    ];
    let data = keys.iter().map(|(key, name)| line(key, name)).collect::<String>();
    let shop = shop(&format!("工号,姓名,月份,店铺,分\n{data}"));
    made(&shop, &["-o", "out/in"]).ends(0);
    let files: Vec<String> = fs::read_dir(shop.0.path().join("out/in"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files.len(), keys.len() + 1, "{files:?}");
    assert!(files.iter().all(|name| name.ends_with(".html") && name.len() < 160), "{files:?}");
    assert_eq!(fs::read_dir(shop.0.path().join("out")).unwrap().count(), 1);
    made(&shop, &["-o", "one.html", "--statements"]).ends(0);
    let page = shop.read("one.html");
    assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;"), "{page}");
    assert!(page.contains(&long) && !page.contains('\u{202e}'));
}

#[test]
fn months_of_every_kind_have_a_page() {
    let none = shop("工号,姓名,月份,店铺,分\n");
    let run = made(&none, &["-o", "r.html", "--statements"]);
    assert!(run.status == 0 || run.status == 1, "{}", run.err);
    let bad = shop("工号,姓名,月份,店铺,分\nA01,王芳,2024-03,东,十分\nA02,李雷,2024-03,西,\n");
    made(&bad, &["-o", "r.html", "--statements"]).ends(3);
    let page = bad.read("r.html");
    assert!(page.contains("没有算出一条记录") && page.contains("A01 王芳 2024-03") && page.contains("十分"), "{page}");
    let alone = shop("工号,姓名,月份,店铺,分\nA01,王芳,2024-03,东,91\n");
    made(&alone, &["-o", "r.html", "--lang", "en"]).ends(0);
    assert!(alone.read("r.html").contains("1 person"));
    let plain = "policy \"一\" { }\nrecord { 工号 : text, key; 分 : points in [0, 100] }\nmetric 得分 : points = 分\n";
    let plain = Shop::new().file("q.merit", plain);
    plain.run(&["report", "q.merit", "d.csv", "-o", "r.html", "--statements"]).ends(0);
    let page = plain.read("r.html");
    assert!(!page.contains("id=\"grades\"") && !page.contains("id=\"items\"") && page.contains("A01"), "{page}");
}

#[test]
fn several_policies_have_one_page() {
    let of = |title: &str, at: &str| {
        let policy = POLICY
            .replace("测试方案", title)
            .replace("currency CNY", &format!("currency CNY\n    applies when 岗 = {at}"));
        policy.replace("工号 : text, key", "工号 : text, key; 岗 : 前 | 后")
    };
    let shop = Shop::new().file("a.merit", of("售前", "前")).file("b.merit", of("售后", "后"));
    let shop = shop.file("s.csv", "工号,岗,分\nA01,前,95\nA02,后,60\n");
    shop.run(&["report", "a.merit", "b.merit", "s.csv", "-o", "r.html"]).ends(0);
    let page = shop.read("r.html");
    assert!(page.contains("售前、售后") && page.contains("售前 工资") && page.contains("售后 工资"), "{page}");
}

#[test]
fn what_cannot_be_written_is_told() {
    let shop = shop(NAMED);
    made(&shop, &["-o", "r.pdf"]).ends(2).tells("-o r.html");
    made(&shop, &["-o", "r.html", "--by", "部门"]).ends(2).tells("店铺");
    // Each way as a command that can be typed at once.
    let run = shop.run(&["report", "n.merit", "n.csv", "--lang", "zh"]).ends(2);
    for place in ["月报.html", "结算单/", "月报.xlsx"] {
        assert!(run.err.contains(&format!("merit report n.merit n.csv --lang zh -o {place}")), "{}", run.err);
    }
    shop.run(&["report", "n.merit", "-o", "r.html"]).ends(2);
    assert!(!shop.has("r.html") && !shop.has("r.pdf"));
}

/// 41 秒: 11 s over 30 s are 2 whole steps of 5 s, 100 − 4 × 2 = 92; 4000 × 11 ÷ 26 = 1692.307… Whoever works out what stands
/// there must find the same. The rounding to what can be paid is not told where it changed nothing.
#[test]
fn a_statement_tells_each_rounding_that_its_figures_hang_on() {
    let policy = "policy \"客服\" { currency CNY; period month }
record {
    工号 : text, key
    月份 : month, period
    响应 : duration(s)
    出勤 : count in [0, 26]
}
score 响应分 by 响应 weight 100% {
    <= 30s => 100
    > 30s => max(0pt, 100pt - 4pt * floor((响应 - 30s) / 5s, 1))
}
pay 工资 { 底薪 = round(4000元 * 出勤 / 26, 0.01元) }
";
    let shop =
        Shop::new().file("n.merit", policy).file("n.csv", "工号,月份,响应,出勤\nA,2024-03,41,11\nB,2024-03,30,13\n");
    made(&shop, &["-o", "r.html", "--statements", "--lang", "zh"]).ends(0);
    let page = shop.read("r.html");
    let statements: Vec<&str> = page.split("id=\"statement-").skip(1).collect();
    for told in ["（41 秒 − 30 秒）÷ 5 秒，向下取到 1）", "4000元 × 11 ÷ 26；四舍五入到 0.01元", "1692.31元"]
    {
        assert!(statements[0].contains(told), "{told}: {}", statements[0]);
    }
    assert_eq!(statements[0].matches("四舍五入").count(), 1);
}
