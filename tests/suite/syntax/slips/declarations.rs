//! The heads of declarations.

use super::At::{self, Item};

pub const SLIPS: &[(At, &str, &str, &str)] = &[
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
    (Item, "const 奖 = 3元", "E0120", "let 奖 = 3元"),
    (Item, "奖 = 3元", "E0120", "let 奖 = 3元"),
    (Item, "rule 奖 : money = 3元", "E0120", "metric 奖 : money = 3元"),
    (Item, "绩效 总分 weight 100% { any => 100 }", "E0120", "score 总分 weight 100% { any => 100 }"),
    (Item, "总分 weight 100% { any => 100 }", "E0120", "score 总分 weight 100% { any => 100 }"),
    (Item, "metric 总分 weight 100% { any => 100 }", "E0111", "score 总分 weight 100% { any => 100 }"),
    (Item, "考核表 总分 weight 100% { any => 100 }", "E0120", "score 总分 weight 100% { any => 100 }"),
    (Item, "奖金 应发 {\n    奖 = 3元\n}", "E0120", "pay 应发 {\n    奖 = 3元\n}"),
    (Item, "扣款 应发 {\n    罚 = -3元\n}", "E0120", "pay 应发 {\n    罚 = -3元\n}"),
    (
        Item,
        "奖金表 奖 by 单数 -> 额 : money {\n    >= 10 => 3元\n    < 10 => 0元\n}",
        "E0120",
        "table 奖 by 单数 -> 额 : money {\n    >= 10 => 3元\n    < 10 => 0元\n}",
    ),
    (
        Item,
        "奖金表 奖 by 总分 -> 额 : money {\n    A : >= 90 => 3元\n    B : < 90 => 0元\n}",
        "E0120",
        "grade 奖 by 总分 -> 额 : money {\n    A : >= 90 => 3元\n    B : < 90 => 0元\n}",
    ),
    (
        Item,
        "grade 等级 by 总分 { S : >= 95; A : < 95 }\npromote to S when 在职",
        "E0120",
        "grade 等级 by 总分 { S : >= 95; A : < 95 }\nlet final_grade = if 在职 then S else 等级",
    ),
    (Item, "score 甲 weight 100% = 总分 { any => 100 }", "E0101", "score 甲 by 总分 weight 100% { any => 100 }"),
    (Item, "score 总分（weight 100%） { any => 100 }", "E0101", "score 总分 weight 100% { any => 100 }"),
    (Item, "score \"响应\" 总分 weight 100% { any => 100 }", "E0111", "score 总分 \"响应\" weight 100% { any => 100 }"),
    (Item, "score 总分, weight 100% { any => 100 }", "E0111", "score 总分 weight 100% { any => 100 }"),
    (Item, "score 总分 weight 100%:\n    any => 100\n}", "E0103", "score 总分 weight 100% {\n    any => 100\n}"),
    (Item, "score 总分 weight 100%\n    any => 100\n}", "E0103", "score 总分 weight 100% {\n    any => 100\n}"),
    (Item, "flag 甲 \"一\n二\" when 在职", "E0102", "flag 甲 \"一二\" when 在职"),
    (Item, "score 总分 weight 100分 { any => 100 }", "E0203", "score 总分 weight 100% { any => 100 }"),
];
