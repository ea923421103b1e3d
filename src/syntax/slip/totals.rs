//! What people call the sum of what the items score.

use super::Piece;
use crate::syntax::Keyword;

/// What people call the sum of what the items score, which has a word of its own.
const TOTALS: [&str; 34] = [
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
    "total",
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

/// The last token of such words that begin at token `first`, where they are a part of a sum: `sum of scores - penalty`.
pub fn part(piece: &Piece, first: usize) -> Option<usize> {
    let end = |at: &usize| matches!(piece.word(*at), "+" | "-" | "*" | "/" | "");
    let behind = (first + 1..=piece.tokens.len()).find(end)?;
    let whole = behind < piece.tokens.len() && is_total(piece.words(first, behind - 1));
    whole.then(|| behind - 1)
}

/// Whether a sum names every item once: `total = completion + revisions`.
pub fn of_items(piece: &Piece, first: usize) -> bool {
    let names = (first..piece.tokens.len()).step_by(2).map(|at| piece.word(at));
    let names: Vec<&str> = names.collect();
    let plus = (first + 1..piece.tokens.len()).step_by(2).all(|at| piece.word(at) == "+");
    let item = |line: &&str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|word| Keyword::Score.is(word))
    };
    let items = piece.prepared().lines().filter(item).filter_map(|line| line.split_whitespace().nth(1));
    let items: Vec<&str> = items.map(|name| name.trim_end_matches([':', '{', ','])).collect();
    let named = |item: &&str| names.iter().any(|name| name == item);
    plus && names.len() > 1 && names.len() == items.len() && items.iter().all(named)
}
