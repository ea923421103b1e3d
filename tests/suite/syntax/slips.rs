//! Slips of their kinds, one a line: each gets one message that names it, and its first edit is accepted as it stands.

use std::fmt::Write;

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::Severity;
use merit::source::SourceFile;

const RECORD: &str = "policy \"客服\" { currency CNY; period month }
record {
    工号 : text, key
    月份 : month, period
    级别 : 初级 | 高级
    在职 : bool
    备注 : text
    总分 : points in [0, 100], decimals 1
    响应 : duration(min) in [0分钟, 100分钟]
    单数 : count in [0, 9999]
    名次 : count in [1, 99]
    销售额 : money in [0元, 100万元]
    小计 : money in [0元, 100万元]
@field}
";

/// Where a slip stands.
#[derive(Debug, Clone, Copy)]
enum At {
    /// The middle of three rows of a grade.
    Grade,
    /// The middle of three rows of a score.
    Score,
    /// The last of three rows of a score.
    Last,
    /// A line of a record.
    Field,
    /// A line of a pay block.
    Pay,
    /// A condition.
    Flag,
    /// The value of a metric of money.
    Money,
    /// A declaration.
    Item,
}
use At::{Field, Flag, Grade, Item, Last, Money, Pay, Score};

impl At {
    fn policy(self, slip: &str) -> String {
        let record = |field: &str| RECORD.replace("@field", field);
        match self {
            Grade => record("") + &format!("grade 等级 by 总分 {{\n    A : >= 90\n    {slip}\n    C : < 60\n}}\n"),
            Score => {
                record("") + &format!("score 总分 weight 100% {{\n    >= 90 => 100\n    {slip}\n    < 60 => 0\n}}\n")
            }
            Last => {
                record("") + &format!("score 总分 weight 100% {{\n    >= 90 => 100\n    >= 60 => 50\n    {slip}\n}}\n")
            }
            Field => record(&format!("    {slip}\n")),
            Pay => record("") + &format!("pay 应发 {{\n    {slip}\n}}\n"),
            Flag => record("") + &format!("flag 注意 when {slip}\n"),
            Money => record("") + &format!("metric 结果 : money = {slip}\n"),
            Item => record("") + slip + "\n",
        }
    }
}

/// A slip, the code of what is told, and the text after the first edit.
const SLIPS: &[(At, &str, &str, &str)] = &[
    // Ranges: the rows beside them tell where they end.
    (Grade, "B : 60-89", "E0112", "B : [60, 90)"),
    (Grade, "B : 60~90", "E0112", "B : [60, 90)"),
    (Grade, "B : 60至90", "E0112", "B : [60, 90)"),
    (Grade, "B : 60 到 90", "E0112", "B : [60, 90)"),
    (Grade, "B : 60–90", "E0112", "B : [60, 90)"),
    (Grade, "B : 60—89", "E0112", "B : [60, 90)"),
    (Grade, "B : 60～89.9", "E0112", "B : [60, 90)"),
    (Grade, "B : 60分~89分", "E0112", "B : [60分, 90分)"),
    (Grade, "B : 60..90", "E0112", "B : [60, 90)"),
    (Grade, "B : [60..90)", "E0112", "B : [60, 90)"),
    (Grade, "B : [60~90)", "E0112", "B : [60, 90)"),
    (Grade, "B : between 60 and 90", "E0113", "B : [60, 90)"),
    (Grade, "B : 介于60和90之间", "E0113", "B : [60, 90)"),
    (Grade, "B : 60 <= x < 90", "E0113", "B : [60, 90)"),
    (Grade, "B : 60≤总分＜90", "E0113", "B : [60, 90)"),
    (Grade, "B : >=60 && <90", "E0113", "B : [60, 90)"),
    (Grade, "B : ≥60，＜90", "E0113", "B : [60, 90)"),
    (Grade, "B : 60以上，不足90", "E0113", "B : [60, 90)"),
    (Grade, "B : 60分以上不满90分", "E0113", "B : [60分, 90分)"),
    (Grade, "B : ≧60", "E0111", "B : >= 60"),
    (Grade, "B : 满60", "E0111", "B : >= 60"),
    (Grade, "B : 六十以上", "E0111", "B : 60以上"),
    (Grade, "B : 60分及以上", "E0111", "B : >= 60分"),
    (Grade, "B : 60+", "E0111", "B : >= 60"),
    (Grade, "B >= 60", "E0123", "B : >= 60"),
    // Answers.
    (Score, ">= 60 then 50", "E0122", ">= 60 => 50"),
    (Score, ">= 60：50", "E0122", ">= 60=>50"),
    (Score, ">= 60 → 50", "E0111", ">= 60 => 50"),
    (Score, ">= 60 得50分", "E0122", ">= 60 => 50分"),
    (Score, ">= 60 => 满分", "E0201", ">= 60 => 100"),
    (Score, ">= 60 => 不得分", "E0201", ">= 60 => 0"),
    (Score, "60-89 => 50", "E0112", "[60, 90) => 50"),
    // Fields.
    (Field, "姓名 : 字符串", "E0252", "姓名 : text"),
    (Field, "年龄 : int", "E0252", "年龄 : count"),
    (Field, "价 : float", "E0252", "价 : number"),
    (Field, "会 : boolean", "E0252", "会 : bool"),
    (Field, "会 : 是/否", "E0252", "会 : bool"),
    (Field, "姓名 : varchar(20)", "E0109", "姓名 : text"),
    (Field, "价 : decimal(10,2)", "E0109", "价 : number, decimals 2"),
    (Field, "级 : {初, 高}", "E0109", "级 : 初 | 高"),
    (Field, "级 : 初/高", "E0252", "级 : 初 | 高"),
    (Field, "数 : count = 0", "E0111", "数 : count default 0"),
    (Field, "数 : count, 默认 0", "E0111", "数 : count, default 0"),
    (Field, "数 : count, 0到10", "E0111", "数 : count, in [0, 10]"),
    (Field, "数 : count [0, 10]", "E0111", "数 : count in [0, 10]"),
    (Field, "价 : money, 保留2位小数", "E0111", "价 : money, decimals 2"),
    (Field, "姓名 : text, nullable", "E0111", "姓名 : text, optional"),
    (Field, "姓名 : text not null", "E0111", "姓名 : text"),
    (Field, "姓名 : text?", "E0111", "姓名 : text, optional"),
    (Field, "数 : count from 客单数", "E0111", "数 : count from \"客单数\""),
    // Conditions where there are none, and bounds that are not the same for everybody.
    (Pay, "小计 at least 3500元 when 在职 = 小计", "E0101", "小计 = if 在职 then max(小计, 3500元) else 小计"),
    (Pay, "小计 at most 销售额 = 小计", "E0210", "小计 = min(小计, 销售额)"),
    (Pay, "补 = max(0元, 3,500元 - 小计)", "E0115", "补 = max(0元, 3500元 - 小计)"),
    (Pay, "补 = if 小计 > 3,500元 then 3,500元 else 0元", "E0115", "补 = if 小计 > 3500元 then 3500元 else 0元"),
    (
        Pay,
        "池 = allocate(2,500元, by: 单数, within: all) otherwise 0元",
        "E0115",
        "池 = allocate(2500元, by: 单数, within: all) otherwise 0元",
    ),
    (Pay, "补 = max(0元, 3'500元 - 小计)", "E0115", "补 = max(0元, 3500元 - 小计)"),
    (Pay, "补 = 3 500元", "E0115", "补 = 3500元"),
    (Money, "1'250'000元", "E0115", "1250000元"),
    (Money, "1.250.000元", "E0115", "1250000元"),
    (Pay, "奖 = 200元 when 名次 = 第一名", "E0111", "奖 = 200元 when 名次 = 1"),
    // Rows of other tongues.
    (Score, "if >= 60 then 50", "E0111", ">= 60 => 50"),
    (Score, "when >= 60 then 50", "E0111", ">= 60 => 50"),
    (Score, "case when >= 60 => 50", "E0111", ">= 60 => 50"),
    (Score, "如果 >= 60 则 50", "E0111", ">= 60 => 50"),
    (Score, "如果>=60，则50分", "E0111", ">=60 => 50分"),
    (Score, ">= 60 ? 50", "E0122", ">= 60 => 50"),
    (Score, ">= 60 return 50", "E0122", ">= 60 => 50"),
    (Score, ">= 60 => return 50", "E0111", ">= 60 => 50"),
    (Last, "* => 50", "E0111", "otherwise => 50"),
    (Last, "默认 => 50", "E0111", "otherwise => 50"),
    (Last, "else 50", "E0111", "otherwise => 50"),
    (Last, "否则 50", "E0111", "otherwise => 50"),
    // Conditions.
    (Flag, "总分 60以上", "E0111", "总分 >= 60"),
    (Flag, "总分 between 60 and 90", "E0111", "总分 in [60, 90]"),
    (Flag, "总分 在 60 到 90 之间", "E0111", "总分 in [60, 90]"),
    (Flag, "名次 前三名", "E0111", "名次 <= 3"),
    (Flag, "名次 = 前三名", "E0111", "名次 <= 3"),
    (Flag, "响应 > 25分", "E0111", "响应 > 25min"),
    (Flag, "在职 = \"是\"", "E0111", "在职 = 是"),
    (Flag, "在职 = 1", "E0111", "在职 = yes"),
    (Flag, "级别 in [初级, 高级]", "E0111", "级别 in {初级, 高级}"),
    (Flag, "非在职", "E0111", "not 在职"),
    (Flag, "不在职", "E0111", "not 在职"),
    (Flag, "月份 > 2024/03", "E0117", "月份 > 2024-03"),
    // Choices.
    (Money, "1元 if 在职 else 0元", "E0111", "if 在职 then 1元 else 0元"),
    (Money, "if (在职) 1元 else 0元", "E0126", "if (在职) then 1元 else 0元"),
    (Money, "若 在职 则 1元 否则 0元", "E0111", "if 在职 则 1元 否则 0元"),
    (Money, "如果在职，则1元，否则0元", "E0111", "if 在职 then 1元 else 0元"),
    // Spreadsheets.
    (Money, "ROUND(销售额, 2)", "E0201", "round(销售额, 0.01元)"),
    (Money, "销售额的30%", "E0111", "销售额 * 30%"),
    (Flag, "单数 % 100 = 0", "E0111", "(单数 - steps(单数, 100, full) * 100) = 0"),
    (Money, "3000¥", "E0111", "¥3000"),
    (Money, "RMB3000", "E0111", "3000 CNY"),
    (Money, "=销售额 * 30%", "E0111", "销售额 * 30%"),
    // Words and signs of other tongues.
    (Flag, "在职 = true", "E0201", "在职 = yes"),
    (Flag, "!在职", "E0111", "not 在职"),
    (Flag, "在职 && 总分 > 60", "E0111", "在职 and 总分 > 60"),
    (Flag, "在职 AND 总分 > 60", "E0111", "在职 and 总分 > 60"),
    (Flag, "总分 ≧ 60", "E0111", "总分 >= 60"),
    (Flag, "总分 <> 60", "E0111", "总分 != 60"),
    (Flag, "总分 不足 60", "E0111", "总分 < 60"),
    (Flag, "备注 = 'x'", "E0111", "备注 = \"x\""),
    (Flag, "备注 = 「x」", "E0111", "备注 = \"x\""),
    (Money, "IF(销售额>1元,2元,3元)", "E0111", "(if 销售额>1元 then 2元 else 3元)"),
    (Money, "销售额 * 三成", "E0111", "销售额 * 30%"),
    (Money, "销售额 * 百分之三十", "E0111", "销售额 * 30%"),
    (Money, "三千元", "E0111", "3000元"),
    (Money, "1万5元", "E0117", "15000元"),
    (Money, "3k元", "E0117", "3000元"),
    (Money, "销售额 乘以 2", "E0111", "销售额 * 2"),
    (Money, "MOD(销售额, 100元)", "E0201", "(销售额 - steps(销售额, 100元, full) * 100元)"),
    (Money, "(销售额 + 1元", "E0103", "(销售额 + 1元)"),
    (Money, "不发", "E0201", "0元"),
    // Declarations.
    (Item, "metric：净额 : money = 销售额", "E0111", "metric 净额 : money = 销售额"),
    (
        Item,
        "score 总分 weight 100% when 在职 {\n    >= 60 => 100\n    < 60 => 0\n}",
        "E0101",
        "score 总分 weight 100% {\n    any when not 在职 => exempt\n    >= 60 => 100\n    < 60 => 0\n}",
    ),
    (
        Item,
        "grade 等级 by 总分 {\n    A : 90-100\n    B : 80-89\n    C : 60-79\n    D : 0-59\n}",
        "E0112",
        "grade 等级 by 总分 {\n    A : [90, 100]\n    B : [80, 90)\n    C : [60, 80)\n    D : [0, 60)\n}",
    ),
    (
        Item,
        "table 奖 by 单数 -> 额 : money {\n    <= 25 => 3元\n    25-35 => 2元\n    35-45 => 1元\n    > 45 => 0元\n}\npay p { a = 奖.额 }",
        "E0112",
        "table 奖 by 单数 -> 额 : money {\n    <= 25 => 3元\n    (25, 35] => 2元\n    (35, 45] => 1元\n    > 45 => 0元\n}\npay p { a = 奖.额 }",
    ),
    (
        Item,
        "grade 等级 by 总分 -> 奖金 : money {\n    S ≥ 95 : 1000元\n    A < 95 : 0元\n}",
        "E0123",
        "grade 等级 by 总分 -> 奖金 : money {\n    S : ≥ 95 => 1000元\n    A : < 95 => 0元\n}",
    ),
];

/// Amounts that read in two ways, and the text after each of the two edits.
const READINGS: &[(At, &str, [&str; 2])] = &[
    (Money, "3.000元", ["3000元", "3元"]),
    (Money, "¥3.500", ["¥3500", "¥3.5"]),
    (Money, "12.050 CNY", ["12050 CNY", "12.05 CNY"]),
    (Money, "３．０００元", ["3000元", "3元"]),
    (Money, "销售额 - 1.125元", ["销售额 - 1125元", "销售额 - 1.1250元"]),
    (Pay, "奖 = 1.200", ["奖 = 1200元", "奖 = 1.2元"]),
    (Pay, "奖 at most 1.200元 = 小计", ["奖 at most 1200元 = 小计", "奖 at most 1.2元 = 小计"]),
    (Flag, "销售额 in [3.000, 9.000)", ["销售额 in [3000元, 9000元)", "销售额 in [3元, 9元)"]),
    (
        Flag,
        "销售额 >= 3.000 or 销售额 < 1.000",
        ["销售额 >= 3000元 or 销售额 < 1000元", "销售额 >= 3元 or 销售额 < 1元"],
    ),
    (Field, "价 : money in [0元, 10.000元]", ["价 : money in [0元, 10000元]", "价 : money in [0元, 10元]"]),
    (Item, "param 奖 : money = 1.200元", ["param 奖 : money = 1200元", "param 奖 : money = 1.2元"]),
    (
        Item,
        "table 奖 by 在职 -> money { yes => 1.200元; no => 3.000元 }",
        [
            "table 奖 by 在职 -> money { yes => 1200元; no => 3000元 }",
            "table 奖 by 在职 -> money { yes => 1.2元; no => 3元 }",
        ],
    ),
];

/// Amounts that read in one way only.
const PLAIN: [&str; 5] = ["0.500元", "1.5000元", "1234.567元", "1.234万元", "小计 * 1.250"];

fn compiled(text: &str) -> Compiled {
    compile_with(SourceFile::new("case", text), &InMemory::default(), &[])
}

#[test]
fn each_slip_gets_one_message_whose_edit_is_accepted() {
    let mut faults = String::new();
    for (at, slip, code, wanted) in SLIPS {
        let text = at.policy(slip);
        let before = compiled(&text);
        let told: Vec<_> = before.diagnostics.iter().filter(|told| told.severity() == Severity::Error).collect();
        let codes: Vec<&str> = told.iter().map(|told| told.code.as_str()).collect();
        if codes != [*code] {
            writeln!(faults, "`{slip}`: {codes:?}, not {code}").unwrap();
            continue;
        }
        let Some(edit) = told[0].edits.first() else {
            writeln!(faults, "`{slip}`: no edit").unwrap();
            continue;
        };
        let mut mended = text.clone();
        mended.replace_range(edit.span.range(), &edit.text);
        if mended != at.policy(wanted) {
            let line = mended.lines().zip(text.lines()).find(|(new, old)| new != old).map_or("", |(new, _)| new);
            writeln!(faults, "`{slip}`: `{line}`, not `{wanted}`").unwrap();
        }
        let left: Vec<&str> = compiled(&mended).diagnostics.iter().map(|told| told.code.as_str()).collect();
        if left.iter().any(|code| code.starts_with('E')) {
            writeln!(faults, "`{slip}`: then {left:?}").unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn an_amount_that_reads_in_two_ways_is_asked_about_with_both() {
    for (at, slip, wanted) in READINGS {
        let text = at.policy(slip);
        let told = compiled(&text).diagnostics;
        let errors: Vec<_> = told.iter().filter(|told| told.severity() == Severity::Error).collect();
        assert_eq!(errors.iter().map(|told| told.code.as_str()).collect::<Vec<_>>(), ["E0115"], "{slip}");
        let mended = errors[0].edits.iter().map(|edit| {
            let mut mended = text.clone();
            mended.replace_range(edit.span.range(), &edit.text);
            mended
        });
        let mended: Vec<String> = mended.collect();
        assert_eq!(mended, wanted.map(|wanted| at.policy(wanted)), "{slip}");
        assert!(mended.iter().all(|text| compiled(text).accepted()), "{slip}");
    }
}

#[test]
fn a_point_that_parts_no_thousands_is_left_alone() {
    for plain in PLAIN {
        assert!(compiled(&Money.policy(plain)).accepted(), "{plain}");
    }
    // A policy that reads thousandths writes them, and so does one whose coin is one.
    let fine = Field.policy("价 : money, decimals 3") + "metric 结果 : money = 1.234元\n";
    assert!(compiled(&fine).accepted());
    let dinars = Money.policy("1.250 KWD").replace("CNY", "KWD").replace("万元", "0000 KWD").replace("元", " KWD");
    assert!(compiled(&dinars).accepted());
}
