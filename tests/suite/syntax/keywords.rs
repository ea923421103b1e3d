//! Two tongues, one tree.

use super::read;

const ENGLISH: &str = include_str!("english.merit");
const CHINESE: &str = include_str!("chinese.merit");

/// A tree without its places, and without the keywords that stay names until they are checked.
fn shape(text: &str) -> String {
    let parsed = read(text);
    assert_eq!(parsed.diagnostics, []);
    let tree = format!("{:#?}", parsed.file);
    let lines = tree.lines().filter(|line| !["start:", "end:"].iter().any(|key| line.trim().starts_with(key)));
    let words = [
        ("同名次", "shared"),
        ("范围", "within"),
        ("并列", "ties"),
        ("次序", "order"),
        ("升序", "ascending"),
        ("全体", "all"),
        ("排名", "rank"),
        ("舍入", "round"),
        ("合计", "sum"),
        ("上期", "previous"),
        ("跨期", "over"),
        ("评分合计", "scores"),
        ("平均", "average"),
        ("是", "yes"),
        ("否", "no"),
    ];
    let line = |line: &str| {
        let word = words.iter().find(|(zh, _)| line.contains(&format!("\"{zh}\"")));
        word.map_or(line.to_owned(), |(zh, en)| line.replace(zh, en))
    };
    lines.map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn chinese_and_english_keywords_give_one_tree() {
    pretty_assert(&shape(ENGLISH), &shape(CHINESE));
}

fn pretty_assert(one: &str, other: &str) {
    let differing = one.lines().zip(other.lines()).enumerate().find(|(_, (one, other))| one != other);
    assert!(differing.is_none(), "{differing:?}");
    assert_eq!(one.lines().count(), other.lines().count());
}

#[test]
fn a_keyword_is_one_only_where_it_can_stand() {
    let text = "record {\n  等级 : text\n  排名 : count\n  period : month, period\n  weight : number\n  key : text, key\n  \
                when : bool\n  or : bool\n  期 : count\n}\nmetric score : number = weight + 排名\n\
                score score weight 100% { any => 1 }\nmetric 指标 : number = score\n";
    assert_eq!(read(text).diagnostics, []);
}
