//! What the commands that explain and compare do with input that is wrong: how they end, what they say, in both tongues,
//! and never a figure.

use super::{POLICY, Shop};

/// Everything that is wrong in one way or another.
fn shop() -> Shop {
    Shop::new()
        .file("gap.merit", POLICY.replace("< 90 ", "< 89 "))
        .file("unread.merit", POLICY.replace("pay 工资 {", "pay 工资 {{"))
        .file("other.merit", POLICY.replace("工号 : text, key", "编号 : text, key"))
        .file("usd.merit", POLICY.replace("CNY", "USD").replace('元', " USD"))
        .file("doubled.csv", "工号,分\nA01,95.5\nA01,60\nA02,70\n")
        .file("text.csv", "工号,分\nA01,很好\nA02,60\n")
        .file("column.csv", "工号,得分数\nA01,95\n")
        .file("sheet.csv", "工号,工资\nA01,1100\nA02,600\n")
        .file("paid.csv", "工号,实发\nA01,1100\n")
        .file("nobody.csv", "工号,工资\nX1,1100\n")
        .file("words.csv", "工号,工资\nA01,见备注\nA02,600\n")
        .file("twice.csv", "工号,工资\nA01,1100\nA01,600\nA02,600\n")
}

/// Arguments, how it ends, what is said in Chinese and in English, on whichever stream.
type Told<'a> = (&'a [&'a str], i32, &'a str, &'a str);

/// Without blanks, and what goes down the side of a message that goes on.
fn on_one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '│').collect()
}

fn held(all: &[Told]) {
    let shop = shop();
    for (arguments, status, zh, en) in all {
        for (tongue, words) in [("zh", zh), ("en", en)] {
            let run = shop.run(&[arguments, &["--lang", tongue][..]].concat()).ends(*status);
            let told = run.out + &run.err;
            let [told, words] = [told.as_str(), words].map(on_one_line);
            assert!(told.contains(&words), "{arguments:?} {tongue}: no {words} in {told}");
            assert!(!told.contains('⟨') && !told.contains("{$"), "{told}");
        }
    }
}

#[test]
fn why_and_next() {
    for command in ["why", "next"] {
        held(&[
            (&[command, "p.merit", "d.csv", "A20"], 2, "是不是 A02？", "A02"),
            (&[command, "p.merit", "d.csv", "a01"], 2, "A01", "A01"),
            (&[command, "p.merit", "doubled.csv", "A01"], 3, "主键「A01」重复", "A01"),
            (&[command, "p.merit", "text.csv", "A01"], 3, "分 读到「很好」，这不是分数", "很好"),
            (&[command, "gap.merit", "d.csv", "A01"], 1, "「等级」有缺口", "has a gap"),
            (&[command, "p.merit", "column.csv", "A01"], 1, "很像 分", "得分数"),
            (&[command, "p.merit", "d.csv", "A01", "--fixed", "分数"], 2, "是不是「分」？", "分数"),
            (&[command, "p.merit", "d.csv", "A01", "--only", "分数"], 2, "是不是「分」？", "分数"),
            (&[command, "p.merit", "none.csv", "A01"], 2, "没有这个文件", "no such file"),
            (&[command, "none.merit", "d.csv", "A01"], 2, "没有这个文件", "no such file"),
            (&[command, "p.merit"], 2, "E0802", "E0802"),
        ]);
    }
    // The exit of many is the worst of them, and who is well is told.
    let run = shop().run(&["why", "p.merit", "text.csv", "--all", "--depth", "line"]).ends(3);
    run.prints("A02：等级 B").prints("A01");
}

#[test]
fn diff() {
    held(&[
        (&["diff", "p.merit", "gap.merit"], 1, "等级：界线 < 90 改为 < 89", "等级: bound < 90 is now < 89"),
        (&["diff", "p.merit", "unread.merit", "d.csv"], 1, "E0103", "E0103"),
        (&["diff", "p.merit", "other.merit", "d.csv"], 1, "主键或时期不同", "other keys or periods"),
        (
            &["diff", "p.merit", "usd.merit", "d.csv"],
            1,
            "币种不同，谁多拿、谁少拿没法算：旧 CNY，新 USD",
            "old CNY, new USD",
        ),
        (&["diff", "p.merit", "p.merit", "text.csv"], 0, "两边都退回的 1 条。退回的原因", "Why records are rejected"),
        (&["diff", "p.merit", "p.merit", "doubled.csv"], 0, "两边都退回的 2 条", "2 were rejected by both"),
        (&["diff", "p.merit", "p.merit", "column.csv"], 1, "很像 分", "得分数"),
        (&["diff", "p.merit", "p.merit", "d.csv", "--by", "店"], 2, "可以用的：工号、分", "There are: 工号, 分"),
        (&["diff", "p.merit", "p.merit", "d.csv", "--fail-if", "lose > x"], 2, "看不懂", "does not read"),
        (&["diff", "p.merit", "p.merit", "--fail-if", "lose > 5%"], 2, "要有数据", "need data"),
        (&["diff", "p.merit"], 2, "merit diff p.merit 新方案.merit", "merit diff p.merit new.merit"),
        (
            &["diff", "p.merit", "gap.merit", "usd.merit"],
            2,
            "merit diff p.merit gap.merit",
            "merit diff p.merit gap.merit",
        ),
        (&["diff", "p.merit", "none.merit"], 2, "没有这个文件", "no such file"),
        (&["diff", "p.merit", "--set-new", "提成=2%"], 1, "有一个相近的「提成率」", "提成率"),
    ]);
    // What could not be set says nothing of what changed.
    assert_eq!(shop().run(&["diff", "p.merit", "--set-new", "提成=2%"]).ends(1).out, "");
}

#[test]
fn reconcile() {
    let of = |sheet: &'static str| ["reconcile", "p.merit", "d.csv", "--against", sheet];
    let with = |sheet: &'static str, more: &[&'static str]| [&of(sheet)[..], more].concat();
    held(&[
        (&of("words.csv"), 3, "工资 读到「见备注」，这不是金额", "见备注"),
        (&of("paid.csv"), 1, "--map 方案的列=表里的列", "--map"),
        (&of("nobody.csv"), 1, "没有一个相同的人", "Nobody is in both"),
        (&of("twice.csv"), 3, "不知道该对哪一行，没有对的 1 条：A01", "A01"),
        (&of("none.csv"), 2, "没有这个文件", "no such file"),
        (&with("sheet.csv", &["--map", "工钱=工资"]), 2, "方案没有叫 工钱 的列", "工钱"),
        (&with("sheet.csv", &["--map", "工资=工钱"]), 2, "有一列叫「工资」", "工钱"),
        (&with("sheet.csv", &["--map", "工资"]), 2, "写成 --map", "--map"),
        (&with("sheet.csv", &["--period", "2024-03"]), 2, "用不上", "--period 2024-03"),
        (&["reconcile", "gap.merit", "d.csv", "--against", "sheet.csv"], 1, "「等级」有缺口", "has a gap"),
        (&["reconcile", "p.merit", "text.csv", "--against", "sheet.csv"], 3, "A01；原因用 merit why 看", "A01"),
        (&["reconcile", "p.merit", "doubled.csv", "--against", "sheet.csv"], 3, "没有对的 2 条：A01、A01", "A01, A01"),
        (&["reconcile", "p.merit", "d.csv"], 2, "还缺 --against", "--against"),
    ]);
}

#[test]
fn cliffs_cases_and_tests() {
    held(&[
        (&["cliffs", "gap.merit"], 1, "「等级」有缺口", "has a gap"),
        (&["cliffs", "p.merit", "column.csv"], 1, "很像 分", "得分数"),
        (&["cliffs", "p.merit", "--set", "提成=1%"], 1, "有一个相近的「提成率」", "提成率"),
        (&["cases", "gap.merit"], 1, "「等级」有缺口", "has a gap"),
        (&["cases", "gap.merit", "--mutants"], 1, "「等级」有缺口", "has a gap"),
        (&["cases", "p.merit", "d.csv"], 2, "d.csv 是多出来的", "d.csv"),
        (&["cases", "d.csv"], 2, "d.csv", "d.csv"),
        (&["test", "gap.merit", "--coverage"], 1, "「等级」有缺口", "has a gap"),
        (&["test", "p.merit", "--from", "d.csv"], 2, "没有一列写着应得什么", "d.csv"),
        (&["test", "p.merit", "--from", "none.csv"], 2, "没有这个文件", "no such file"),
        (&["check", "gap.merit", "--stats"], 1, "「等级」有缺口", "has a gap"),
        (&["replay", "d.csv", "p.merit", "d.csv"], 1, "d.csv 不是 merit 的回执", "d.csv"),
        (&["replay", "none.json", "p.merit", "d.csv"], 2, "没有这个文件", "no such file"),
    ]);
}
