//! Causes in what goes in: what is missing, percents, digits that are shown, the month before.

use super::*;

const CHECKED: &str = r#"policy "抽查" {
    currency CNY
    period month
}
record {
    工号 : text, key
    月份 : month, period
    底薪 : money
    抽查 : points in [0, 100], decimals 1, optional
    加班 : count, optional
}
score 抽查 weight 100% {
    >= 90   => 100
    < 90    => 60
    missing => 80
}
metric 总分 : points = round(scores, 0.1)
pay 应发 {
    底薪 = 底薪
    加班 = 20元 * (加班 otherwise 2)
}
"#;

#[test]
fn a_missing_check_counts_as_0() {
    let trial = Trial::new(CHECKED, "工号,月份,底薪,抽查,加班\nA,2024-03,3000,,\n");
    let told = trial.csv("工号,月份,总分,应发\nA,2024-03,60,3000\n");
    assert_eq!(told, ["总分: 80 -> 60 = missing-as-zero", "应发: 3040.00 -> 3000.00 = missing-as-zero"]);
}

/// What is not there is written as 0: the figure of a rank, of an item that is exempt.
#[test]
fn an_exempt_item_counts_as_0() {
    let text = r#"policy "免考" { currency CNY }
record {
    工号 : text, key
    好评 : points in [0, 100]
    抽查 : points in [0, 100], optional
}
score 好评 weight 60%
score 抽查 weight 40% {
    >= 90   => 100
    < 90    => 50
    missing => exempt
}
metric 总分 : points, decimals 1 = scores
"#;
    let trial = Trial::new(text, "工号,好评,抽查\nA,90,\n");
    // 90 × 60% = 54 of 60%: 90; with 0 points 54, with a figure of 0 it would be 74.
    let told = trial.csv("工号,抽查.points,总分\nA,0,54\n");
    assert_eq!(told, ["抽查.points:  -> 0 = missing-as-zero", "总分: 90 -> 54 = missing-as-zero"]);
    assert_eq!(trial.csv("工号,总分\nA,74\n"), ["总分: 90 -> 74 = missing-as-zero"]);
}

const RATED: &str = r#"policy "提成" { currency CNY }
record {
    工号   : text, key
    销售额 : money
    提成率 : percent in [0%, 100%], decimals 2
    回复   : count
    咨询   : count in [1, 100000]
}
metric 回复率 : percent, decimals 2 = 回复 / 咨询
pay 应发 {
    提成   = 销售额 * 提成率
    回复奖 = 200元 * 回复率
}
"#;

#[test]
fn a_percent_is_typed_as_a_number() {
    let trial = Trial::new(RATED, "工号,销售额,提成率,回复,咨询\nA,1000,3%,0,100\n");
    // 3 in the place of 3%, and 0.03% in the place of it.
    assert_eq!(trial.csv("工号,应发\nA,3000\n"), ["应发: 30.00 -> 3000.00 = percent-as-number"]);
    assert_eq!(trial.csv("工号,应发\nA,0.3\n"), ["应发: 30.00 -> 0.30 = percent-as-number"]);
}

#[test]
fn the_percent_itself_has_no_sign() {
    let trial = Trial::new(RATED, "工号,销售额,提成率,回复,咨询\nA,1000,3%,98,100\n");
    assert_eq!(trial.csv("工号,回复率\nA,98\n"), ["回复率: 98% -> 9800% = percent-as-number"]);
    assert!(trial.csv("工号,回复率\nA,98%\n").is_empty());
    assert!(trial.csv("工号,回复率(%)\nA,98\n").is_empty());
    assert!(trial.csv("工号,回复率\nA,0.98\n").is_empty());
}

/// 200 ÷ 300 = 66.67%, shown as 67%: 200 元 × 67% = 134.00, not 133.34.
#[test]
fn a_rate_is_taken_as_it_is_shown() {
    let trial = Trial::new(RATED, "工号,销售额,提成率,回复,咨询\nA,0,3%,200,300\n");
    assert_eq!(trial.csv("工号,应发\nA,134\n"), ["应发: 133.34 -> 134.00 = shown-value"]);
    // With one decimal 66.7%.
    assert_eq!(
        trial.csv("工号,回复率,应发\nA,66.7%,133.4\n"),
        ["回复率: 66.67% -> 66.7% = shown-value", "应发: 133.34 -> 133.40 = shown-value",]
    );
}

const MONTHS: &str = r#"policy "月度" {
    currency CNY
    period month
}
record {
    工号   : text, key
    月份   : month, period
    底薪   : money
    销售额 : money
}
pay 应发 {
    底薪 = 底薪
    提成 = 销售额 * 1%
}
"#;

const TWO_MONTHS: &str = "工号,月份,底薪,销售额\nA,2024-02,3000,12345\nA,2024-03,3200,23456\nB,2024-03,3000,100\n";

#[test]
fn the_row_of_the_month_before() {
    let trial = Trial::new(MONTHS, TWO_MONTHS);
    // 3000 + 123.45
    assert_eq!(
        trial.csv("工号,月份,应发\nA,2024-03,3123.45\nB,2024-03,3001\n"),
        ["应发: 3434.56 -> 3123.45 = last-period"]
    );
}

#[test]
fn one_input_of_the_month_before() {
    let trial = Trial::new(MONTHS, TWO_MONTHS);
    // 3000 + 234.56: only the base pay is that of February.
    assert_eq!(trial.csv("工号,月份,应发\nA,2024-03,3234.56\n"), ["应发: 3434.56 -> 3234.56 = last-period"]);
}

#[test]
fn the_sheet_has_other_inputs() {
    let trial = Trial::new(MONTHS, TWO_MONTHS);
    let told = trial.csv("工号,月份,销售额,应发\nA,2024-03,20000,3400\n");
    assert_eq!(told, ["销售额: 23456.00 -> 20000.00 = ?", "应发: 3434.56 -> 3400.00 = other-input"]);
}

/// Of the others nothing changes.
#[test]
fn one_record_changes_the_places_of_others_for_itself_alone() {
    let text = r#"policy "名次" { currency CNY }
record {
    工号 : text, key
    评分 : points in [0, 100], optional
}
metric 算分 : points = 评分 otherwise 50
metric 名次 : count = rank(算分, within: all, ties: shared)
"#;
    let trial = Trial::new(text, "工号,评分\nA,\nB,40\nC,90\n");
    // With 0 in its place A would be the last.
    assert_eq!(trial.csv("工号,名次\nA,3\nB,3\nC,1\n"), ["名次: 2 -> 3 = missing-as-zero"]);
}
