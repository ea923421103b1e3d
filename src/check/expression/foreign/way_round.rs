//! Functions of spreadsheets and databases that the language has not, each with the way round.

/// Functions of one kind, in lower case, and the text that tells the way round.
const ELSEWHERE: &[(&[&str], &str)] = &[
    (
        &[
            "months",
            "months_between",
            "datedif",
            "datediff",
            "edate",
            "eomonth",
            "yearfrac",
            "age",
            "月数",
            "月差",
            "满月数",
            "工龄",
        ],
        "function-months",
    ),
    (
        &[
            "year", "month", "day", "quarter", "week", "weekday", "hour", "minute", "年", "月", "季度", "周", "星期",
            "年份", "月份",
        ],
        "function-part",
    ),
    (&["distinct", "unique", "nunique", "countunique", "count_distinct", "去重", "去重计数", "不重复"], "different"),
    (&["vlookup", "hlookup", "xlookup", "lookup", "index", "match"], "function-lookup"),
    (&["today", "now", "今天", "今日", "当前日期"], "function-today"),
    (&["trimmean", "trimmed_mean", "去极值", "去头去尾"], "function-trimmed"),
    (
        &[
            "median",
            "percentile",
            "quantile",
            "quartile",
            "large",
            "small",
            "stdev",
            "percentrank",
            "stddev",
            "mode",
            "中位数",
            "百分位",
            "分位数",
        ],
        "function-order",
    ),
    (
        &[
            "left",
            "right",
            "mid",
            "len",
            "find",
            "search",
            "substring",
            "substr",
            "startswith",
            "starts_with",
            "endswith",
            "contains",
            "like",
            "concat",
            "trim",
            "upper",
            "lower",
            "text",
            "开头",
            "包含",
        ],
        "function-text",
    ),
    (&["vlookup", "hlookup", "xlookup", "lookup", "index", "查找"], "function-lookup"),
    (&["today", "now", "今天", "今日", "当前日期"], "function-today"),
    (&["product", "sumproduct", "连乘"], "function-product"),
];

/// The text about a function that nothing here does, by its name in lower case.
pub(super) fn of(name: &str) -> Option<&'static str> {
    ELSEWHERE.iter().find(|(names, _)| names.contains(&name)).map(|(_, variant)| *variant)
}
