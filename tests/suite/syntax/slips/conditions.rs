//! Conditions.

use super::At::{self, Flag};

pub const SLIPS: &[(At, &str, &str, &str)] = &[
    (Flag, "总分 60以上", "E0111", "总分 >= 60"),
    (Flag, "总分 between 60 and 90", "E0111", "总分 in [60, 90]"),
    (Flag, "总分 在 60 到 90 之间", "E0111", "总分 in [60, 90]"),
    (Flag, "名次 前三名", "E0111", "名次 <= 3"),
    (Flag, "名次 = 前三名", "E0201", "名次 <= 3"),
    (Flag, "响应 > 25分", "E0111", "响应 > 25min"),
    (Flag, "在职 = \"是\"", "E0111", "在职 = 是"),
    (Flag, "在职 = 1", "E0111", "在职 = yes"),
    (Flag, "级别 in [初级, 高级]", "E0111", "级别 in {初级, 高级}"),
    (Flag, "非在职", "E0111", "not 在职"),
    (Flag, "不在职", "E0111", "not 在职"),
    (Flag, "月份 > 2024/03", "E0117", "月份 > 2024-03"),
    (Flag, "第一名", "E0201", "排位 = 1"),
    (Flag, "在职 and 前三名", "E0201", "在职 and 排位 <= 3"),
    (Flag, "排名第一", "E0201", "排位 = 1"),
    (Flag, "前 3 名", "E0111", "排位 <= 3"),
    (Flag, "销售额第一", "E0201", "rank(销售额, within: all, ties: shared) = 1"),
    (Flag, "销售额 = 第一名", "E0201", "rank(销售额, within: all, ties: shared) = 1"),
    (Flag, "销售额 = 前三名", "E0201", "rank(销售额, within: all, ties: shared) <= 3"),
    (Flag, "TOP3", "E0201", "排位 <= 3"),
    (Flag, "级别 = 初级 or 高级", "E0201", "级别 in {初级, 高级}"),
    (Flag, "级别 != 初级 and 高级", "E0201", "级别 not in {初级, 高级}"),
    (Flag, "总分 = 60 or 70", "E0201", "总分 in {60, 70}"),
    (Flag, "备注 = null", "E0201", "备注 is missing"),
    (Flag, "备注 = 空", "E0201", "备注 is missing"),
    (Flag, "备注 != None", "E0201", "备注 is not missing"),
    (Flag, "在职 == True and 总分 >= 60", "E0111", "在职 = yes and 总分 >= 60"),
    (Flag, "在职 并且 总分大于60分", "E0111", "在职 and 总分 > 60分"),
];
