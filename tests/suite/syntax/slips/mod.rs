//! Slips of their kinds, one a line: each gets one message that names it, and its first edit is accepted as it stands.

mod amounts;
mod answers;
mod conditions;
mod declarations;
mod fields;
mod formulas;
mod ranges;

use std::fmt::Write;

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::Severity;
use merit::quantity::Tongue;
use merit::render::texts;
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
metric 排位 : count = rank(销售额, within: all, ties: shared)
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
    /// The middle of three slices of a scale.
    Scale,
    /// A declaration.
    Item,
}
use At::{Field, Flag, Grade, Item, Last, Money, Pay, Scale, Score};

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
            Scale => {
                record("")
                    + &format!(
                        "scale 提成 on 销售额, marginal {{\n    < 1万元 => 1%\n    {slip}\n    >= 3万元 => 3%\n}}\n"
                    )
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
type Slips = &'static [(At, &'static str, &'static str, &'static str)];

const TOPICS: [Slips; 7] = [
    amounts::SLIPS,
    answers::SLIPS,
    conditions::SLIPS,
    declarations::SLIPS,
    fields::SLIPS,
    formulas::SLIPS,
    ranges::SLIPS,
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
    for (at, slip, code, wanted) in TOPICS.iter().copied().flatten() {
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

/// Slips of meaning, for which there is no one edit: the code, and what the help names.
const OPEN: &[(At, &str, &str, &str)] = &[
    (Flag, "倒数第一", "E0201", "rank(X, within: all, order: ascending, ties: shared) = 1"),
    (Pay, "奖 = 每 100 单 20元", "E0111", "20元 * steps(…, 100, full)"),
    (Flag, "月份.年 = 2024", "E0201", "所在月 : month"),
    (Item, "rule 奖 { 销售额 > 0元 => 3元 }", "E0120", "score"),
    (Item, "def 奖(x): return 3", "E0120", "metric"),
    (Item, "score 甲 weight 100% {\n    any => 100\n}", "E0201", "score 甲 by"),
];

#[test]
fn a_slip_of_meaning_is_told_with_the_way_out() {
    for (at, slip, code, named) in OPEN {
        let told = compiled(&at.policy(slip)).diagnostics;
        let errors: Vec<_> = told.iter().filter(|told| told.severity() == Severity::Error).collect();
        assert_eq!(errors.first().map(|told| told.code.as_str()), Some(*code), "{slip}");
        assert!(errors[0].edits.is_empty(), "{slip}: {:?}", errors[0].edits);
        let help = texts(errors[0], Tongue::Zh).help.unwrap_or_default();
        assert!(help.contains(named), "{slip}: {help}");
    }
}
