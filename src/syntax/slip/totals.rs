//! What people call the sum of what the items score.

/// What people call the sum of what the items score, which has a word of its own.
const TOTALS: [&str; 40] = [
    "总分",
    "总得分",
    "总评分",
    "总成绩",
    "综合得分",
    "综合评分",
    "加权得分",
    "考核得分",
    "绩效得分",
    "得分合计",
    "合计得分",
    "评分总和",
    "得分总和",
    "加权总分",
    "各项得分之和",
    "各项得分合计",
    "各项得分总和",
    "各项评分之和",
    "各项之和",
    "各项得分加权之和",
    "各项分数之和",
    "各项评分加权之和",
    "各项评分加权求和",
    "加权之和",
    "加权求和",
    "total",
    "sum",
    "sum of all",
    "total_score",
    "totalscore",
    "overall",
    "score",
    "total scores",
    "total score",
    "sum of scores",
    "sum of all scores",
    "weighted sum of scores",
    "sum of points",
    "total points",
    "all scores",
];

/// Whether words mean the sum of the scores.
pub fn is_total(words: &str) -> bool {
    TOTALS.contains(&words.to_lowercase().as_str())
}
