//! Two tongues, one tree.

use super::read;
use merit::syntax::Keyword;

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

/// Every place in which a name can stand, W for the word.
const PLACES: [&str; 22] = [
    "record { W : number; x : W }",
    "metric x : number = W * 2",
    "metric x : number = 1 + W",
    "metric x : number = (W) - W",
    "let x = max(W, W + 1)",
    "metric x : number = if W > 1 then W else 0",
    "metric x : number = W.a otherwise W",
    "flag f when W and not (W or W)",
    "flag f when W is missing or W in {W, x} and W",
    "table t by W, x -> W : money {\n  W, any => 1 CNY\n  not W, any => 2 CNY\n}",
    "grade g by W { W : >= 90; B : < 90 }",
    "metric W : number = 1",
    "let W = 1",
    "param W : number = 1",
    "type W = W | x",
    "section W {\n  score a out of 10\n}",
    "section W weight 100% {\n  score W by W weight 100% {\n    any => 1\n  }\n}",
    "scale W on W, marginal {\n  [0 CNY, 1 CNY) => 1%\n  >= 1 CNY => 2%\n}",
    "gate W {\n  W > 1\n  W = W\n}",
    "pay W {\n  W = W\n  b = W\n}\npay x at least 0 CNY { a = W }",
    "flag W when W",
    "lookup W {\n  W : text, key\n}\ndetails W {\n  a : text, key\n  let W = W\n}",
];

#[test]
fn every_keyword_is_a_name_where_a_name_can_stand() {
    let words = Keyword::ALL.iter().flat_map(|keyword| [keyword.en(), keyword.zh()]).filter(|word| !word.contains(' '));
    let mut refused = vec![];
    for word in words {
        for place in PLACES {
            let text =
                format!("policy \"p\" {{ currency CNY }}\n{}\nmetric last : number = 1\n", place.replace('W', word));
            let told = read(&text).diagnostics;
            refused.extend(told.first().map(|told| format!("{word}: {place}: {told:?}")));
        }
    }
    assert!(refused.is_empty(), "{}\n{}", refused.len(), refused.join("\n"));
}
