//! `merit doc`: tables, pay, examples and the fine print of small policies, worked by hand.

use merit::quantity::Tongue;

use super::{holds, told};

const SHOP: &str = r#"policy "小店" {
    currency CNY
    period month
    effective from 2024-01
}
record {
    工号 : text, key
    月份 : month, period
    接待 : count
    回复 : count
    响应 : duration(s)
    评分 "主管评分" : points in [0, 10]
    加班 : bool, default no
    底薪 : money
}
param 提成率 : percent in [0%, 10%] = 3%
metric 回复率 : percent, decimals 2 = 回复 / 接待 otherwise 100%
score 回复率 weight 50% { >= 98% => 100; [95%, 98%) => 85; < 95% => 60 }
score 响应 weight 30% { <= 30s => 100; (30s, 60s] => 70; > 60s => 50 }
score 主管 weight 20% = 评分 * 10
metric 总分 : points, decimals 1 = scores
grade 等级 by 总分 -> 奖金 : money { A : >= 90 => 500元; B : [80, 90) => 300元; C : < 80 => 0元 }
pay 工资 at most 9000元 {
    底薪 = 底薪
    绩效 at least 100元 = 等级.奖金
    提成 = 底薪 * 提成率 when 加班
}
flag 谈话 "该谈一谈" when 等级 = C
ensure 工资 >= 0元
test "满分" {
    given { 接待 = 10, 回复 = 10, 响应 = 30s, 评分 = 10, 加班 = yes, 底薪 = 3000元 }
    expect { 总分 = 100, 工资 = 3590元 }
}
"#;

#[test]
fn tables_stand_as_a_shop_prints_them() {
    let text = told(SHOP, Tongue::Zh);
    for line in [
        "# 小店",
        "- 有效期：自 2024-01 起",
        "| 回复率 | 50% | 回复率 |",
        "| 主管 | 20% | 主管评分 × 10 |",
        "| 合计 | 100% |  |",
        "回复率 = 回复 ÷ 接待；四舍五入到 0.01%；接待是 0 时按 100%",
        "| 98% 及以上 | 100 |",
        "| 95% 起，不到 98% | 85 |",
        "| 超过 30 秒，到 60 秒为止 | 70 |",
        "| A | 90 及以上 | 500元 |",
        "| 绩效 | 等级的奖金 | 最少 100元 |",
        "| 提成 | 底薪 × 提成率（3%）（加班 = 是时才有，否则是 0） |  |",
        "| 合计 | 以上各项相加 | 最多 9000元 |",
        "- 该谈一谈：等级是 C",
        "| 四舍五入到 0.01% | 回复率 |",
        "薪资的每一行四舍五入到 0.01元，",
        "- 没有填加班的，按否算。",
        "- 提成率：现在是 3%，可以在 0% 到 10% 之间改。",
    ] {
        holds(&text, line);
    }
    let english = told(SHOP, Tongue::En);
    for line in [
        "| 95% to under 98% | 85 |",
        "| over 30 s, up to 60 s | 70 |",
        "回复率 = 回复 ÷ 接待; rounded half up to 0.01%; 100% where 接待 is 0",
        "| 绩效 | 奖金 of 等级 | 100 CNY at least |",
    ] {
        holds(&english, line);
    }
}

/// Nothing is typed twice: whatever changes in the policy changes on its page.
#[test]
fn the_page_follows_the_policy() {
    let changes = [
        ("95%, 98%)", "95%, 98%]", "| 95% 到 98% | 85 |"),
        (">= 98% =>", "> 98%  =>", "| 超过 98% | 100 |"),
        ("=> 500元", "=> 501元", "| A | 90 及以上 | 501元 |"),
        ("评分 * 10", "评分 * 9", "| 主管 | 20% | 主管评分 × 9 |"),
        ("when 等级 = C", "when not 加班", "- 该谈一谈：加班 = 否"),
        ("默认", "默认", "# 小店"),
    ];
    // The bound belongs to one of two rows: both change.
    let moved = SHOP.replace(changes[0].0, changes[0].1).replace(changes[1].0, changes[1].1);
    holds(&told(&moved, Tongue::Zh), changes[0].2);
    holds(&told(&moved, Tongue::Zh), changes[1].2);
    let without_test = SHOP.split("test ").next().unwrap();
    for (old, new, line) in &changes[2..] {
        holds(&told(&without_test.replace(old, new), Tongue::Zh), line);
    }
}

/// The cells of the rows of a Markdown table that follow a heading.
fn rows<'t>(text: &'t str, heading: &str) -> Vec<Vec<&'t str>> {
    let (_, after) = text.split_once(heading).unwrap();
    let lines = after.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    lines.skip(2).map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn number(text: &str) -> i64 {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    format!("{whole}{rest:0<4}").parse().unwrap()
}

#[test]
fn each_grade_has_an_example_that_adds_up() {
    let text = told(SHOP, Tongue::Zh);
    let examples = text.split("的一个例子").skip(1).zip(["A", "B", "C"]);
    let mut count = 0;
    for (example, grade) in examples {
        count += 1;
        let example = example.split("\n### ").next().unwrap();
        holds(example, &format!("- 等级：{grade}"));
        let items = rows(example, "#### 得分");
        let (sum, each) = items.split_last().unwrap();
        let added: i64 = each.iter().map(|row| number(row.last().unwrap())).sum();
        assert_eq!(added, number(sum.last().unwrap()), "{example}");
        let pay = rows(example, "#### 工资");
        let (sum, each) = pay.split_last().unwrap();
        let added: i64 = each.iter().map(|row| number(row.last().unwrap())).sum();
        assert_eq!(added, number(sum.last().unwrap()), "{example}");
    }
    assert_eq!(count, 3);
    assert!(!examples_given_away(&text));
    holds(&text, "方案里的用例「满分」");
}

/// An example that gives the total shows nothing of how it comes about.
fn examples_given_away(text: &str) -> bool {
    text.split("#### 给定的数据").skip(1).any(|part| part.split("####").next().unwrap().contains("- 总分："))
}

#[test]
fn what_is_not_there_is_not_told() {
    let bare = "policy \"一\" { }\nrecord { 工号 : text, key; 分 : points in [0, 100] }\nmetric 得分 : points = 分\n";
    let text = told(bare, Tongue::Zh);
    for absent in ["## 考什么", "## 等级", "## 薪资", "## 算例", "## 门槛", "### 并列", "薪资的每一行"]
    {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    holds(&text, "| 得分 | 分 |");
}
