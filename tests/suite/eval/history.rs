//! What earlier periods tell, each figure worked by hand.

use super::accepted;
use super::together::Sheet;

fn policy(period: &str, declarations: &str) -> String {
    format!(
        "policy \"p\" {{ currency CNY; period {period} }}
         record {{ id : text, key; when : {period}, period; marks : points in [0, 100] }}
         {declarations}"
    )
}

fn column(declarations: &str, sheet: &str, name: &str) -> String {
    let compiled = accepted("history", &policy("month", declarations));
    Sheet::of(&compiled, sheet).column(name)
}

/// From November to March without February, and someone who came in January.
const MONTHS: &str = "
    a 2023-11 70
    a 2023-12 80
    a 2024-01 90
    a 2024-03 60
    b 2024-01 50
    b 2024-02 55
    b 2024-03 65";

#[test]
fn what_was_a_period_before() {
    // December is before January; February lacks a.
    assert_eq!(column("metric m : points = previous(marks) otherwise 1", MONTHS, "m"), "1 70 80 1 1 50 55");
    assert_eq!(column("metric m : points = previous(marks, 2) otherwise 1", MONTHS, "m"), "1 1 70 90 1 1 50");
}

#[test]
fn how_many_in_a_row() {
    // Above 60: 70, 80, 90 in three months; the gap and 60 itself break it; b's third is the first.
    assert_eq!(column("metric m : count = streak(marks > 60)", MONTHS, "m"), "1 2 3 0 0 0 1");
    // From 60 on: the gap alone breaks a's.
    assert_eq!(column("metric m : count = streak(marks >= 60)", MONTHS, "m"), "1 2 3 1 0 0 1");
    assert_eq!(column("metric m : count = streak(marks >= 50)", MONTHS, "m"), "1 2 3 1 1 2 3");
}

#[test]
fn three_periods_are_there_or_there_is_nothing() {
    // 70 + 80 + 90 = 240; b has 50 + 55 + 65 = 170; a's March lacks February.
    assert_eq!(column("metric m : points = sum(marks, over: 3 periods)", MONTHS, "m"), "- - 240 - - - 170");
    assert_eq!(column("metric m : points = min(marks, over: 2 periods)", MONTHS, "m"), "- 70 80 - - 50 55");
    assert_eq!(column("metric m : points = max(marks, over: 1 periods)", MONTHS, "m"), "70 80 90 60 50 55 65");
}

#[test]
fn up_to_three_periods_are_those_that_are_there() {
    // a's March: January and March; b's March: all three.
    assert_eq!(
        column("metric m : points = sum(marks, over: up to 3 periods)", MONTHS, "m"),
        "70 150 240 150 50 105 170"
    );
    let mean = "metric m : points, decimals 2 = average(marks, over: up to 3 periods)";
    assert_eq!(column(mean, MONTHS, "m"), "70 75 80 75 50 52.5 56.67");
}

#[test]
fn a_quarter_and_a_year_begin_anew() {
    // November lacks October, December too; January begins a year and a quarter; March lacks February.
    assert_eq!(column("metric m : points = sum(marks, over: quarter)", MONTHS, "m"), "- - 90 - 50 105 170");
    assert_eq!(column("metric m : points = sum(marks, over: year)", MONTHS, "m"), "- - 90 - 50 105 170");
    let second = "
        a 2024-04 10
        a 2024-05 20
        a 2024-06 30";
    assert_eq!(column("metric m : points = sum(marks, over: quarter)", second, "m"), "10 30 60");
    assert_eq!(column("metric m : points = sum(marks, over: year)", second, "m"), "- - -");
}

#[test]
fn weeks_belong_to_the_year_of_their_thursday() {
    // The first week of 2025 begins on 30 December 2024.
    let compiled = accepted("weeks", &policy("week", "metric m : points = sum(marks, over: year)"));
    let weeks = "
        a 2024-W52 5
        a 2025-W01 10
        a 2025-W02 20";
    assert_eq!(Sheet::of(&compiled, weeks).column("m"), "- 10 30");
}

#[test]
fn what_is_missing_does_not_count() {
    let declared = "metric x : points = if marks > 60 then marks else previous(marks)
        metric m : points = sum(x, over: up to 2 periods)
        metric n : points = sum(x, over: 2 periods)";
    // x: 70 80 90 – (February is not there); b: – 50 65
    assert_eq!(column(declared, MONTHS, "x"), "70 80 90 - - 50 65");
    assert_eq!(column(declared, MONTHS, "m"), "70 150 170 - - 50 115");
    assert_eq!(column(declared, MONTHS, "n"), "- 150 170 - - - 115");
}

#[test]
fn a_level_is_kept_for_two_good_months() {
    let kept = "
        grade now by marks -> pay : money { A : >= 80 => 300 CNY; B : < 80 => 200 CNY }
        metric level : now = if streak(now = A) >= 2 then A else if now = B then B else previous(level) otherwise B
        metric due : money = level.pay";
    let sheet = "
        a 2023-11 80
        a 2023-12 85
        a 2024-01 80
        a 2024-02 79
        a 2024-03 80";
    assert_eq!(column(kept, sheet, "level"), "B A A B B");
    assert_eq!(column(kept, sheet, "due"), "200 300 300 200 200");
}

#[test]
fn a_debt_is_carried_on_within_its_limits() {
    let debt =
        "metric debt : money = clamp((previous(debt) otherwise 0 CNY) + marks * 1 CNY / 1pt - 60 CNY, 0 CNY, 50 CNY)";
    // +10, +20 = 30, +30 = 60 held at 50; February lacks a, so March begins anew: 60 - 60 = 0.
    assert_eq!(column(debt, MONTHS, "debt"), "10 30 50 0 0 0 5");
}

#[test]
fn two_values_look_at_each_others_past() {
    let both = "
        metric one : points = min((previous(two) otherwise 0) + 1, 100)
        metric two : points = min(one + 1, 100)";
    let sheet = "
        a 2024-01 0
        a 2024-02 0
        a 2024-03 0";
    assert_eq!(column(both, sheet, "one"), "1 3 5");
    assert_eq!(column(both, sheet, "two"), "2 4 6");
}

#[test]
fn places_and_groups_have_a_past() {
    let declared = "
        metric place : count = rank(marks, within: all, ties: shared)
        metric before : count = previous(rank(marks, within: all, ties: shared)) otherwise 0
        metric firsts : count = streak(place = 1)
        metric longest : count = max(firsts, within: all)
        metric rise : points = sum(marks - (previous(marks) otherwise marks), within: all)";
    // January: a 90, b 50. February: b alone. March: b 65, a 60.
    assert_eq!(column(declared, MONTHS, "place"), "1 1 1 2 2 1 1");
    assert_eq!(column(declared, MONTHS, "before"), "0 1 1 0 0 2 1");
    assert_eq!(column(declared, MONTHS, "firsts"), "1 2 3 0 0 1 2");
    assert_eq!(column(declared, MONTHS, "longest"), "1 2 3 2 3 1 2");
    // January: 90 - 80 and b's first; February: 55 - 50; March: 65 - 55 and a's gap.
    assert_eq!(column(declared, MONTHS, "rise"), "0 10 10 10 10 5 10");
}
