//! The domains of expressions, worked by hand.

use merit::compile::compile;
use merit::diagnostic::Severity;
use merit::quantity::{Decimal, Domain, Numbers};
use merit::source::SourceFile;

const RECORD: &str = "policy \"x\" { currency CNY }
record {
    分 : points in [0, 100], decimals 1
    回复 : count in [0, 10]
    接待 : count in [1, 4]
    额 : money in [0元, 1000元]
    率 : percent in [0%, 100%]
    好 : bool
    级 : 甲 | 乙 | 丙
}
";

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The domain of `metric x : TYPE`, with what is said behind the name.
fn domain(metric: &str) -> Numbers {
    let compiled = compile(SourceFile::new("x.merit", format!("{RECORD}metric x : {metric}\n")), &[]);
    let errors: Vec<_> = compiled.diagnostics.iter().filter(|d| d.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{metric}: {errors:?}");
    let slot = compiled.policy.slot(compiled.policy.slot_named("x").unwrap()).unwrap();
    match &slot.domain {
        Domain::Numbers(numbers) => numbers.clone(),
        other => panic!("{metric}: {other:?}"),
    }
}

fn range(lo: &str, hi: &str, step: &str) -> Numbers {
    Numbers::Range { lo: decimal(lo).into(), hi: decimal(hi).into(), step: decimal(step).into() }
}

fn known(values: &[&str]) -> Numbers {
    Numbers::of(values.iter().map(|text| decimal(text))).unwrap()
}

#[test]
fn arithmetic_carries_interval_and_step() {
    // 100 + 0.5 × 100; what stands twice is one value: one and a half times a tenth.
    assert_eq!(domain("points = 分 + 分 * 0.5"), range("0", "150", "0.15"));
    assert_eq!(domain("points = 分 + 30 - 分"), known(&["30"]));
    assert_eq!(domain("points = 分 - 30"), range("-30", "70", "0.1"));
    assert_eq!(domain("points = -分"), range("-100", "0", "0.1"));
    // Cents times hundredths of a percent.
    assert_eq!(domain("money = 额 * 率"), range("0", "1000", "0.000001"));
    assert_eq!(domain("points = 分 / 4"), range("0", "25", "0.025"));
}

#[test]
fn rounding_sets_the_step() {
    assert_eq!(domain("points = round(分 * 率, 0.01)"), range("0", "100", "0.01"));
    assert_eq!(domain("points = ceiling(分, 1)"), range("0", "100", "1"));
    // From 0 ÷ 4 to 10 ÷ 1; two decimals of a percent are 0.0001.
    assert_eq!(domain("percent, decimals 2 = 回复 / 接待"), range("0", "10", "0.0001"));
    // 98% - 率 runs from -2% to 98%; below 0 there are no steps.
    assert_eq!(domain("number = steps(98% - 率, 1%, full)"), range("0", "98", "1"));
    assert_eq!(domain("number = steps(97.5% - 率, 1%, started)"), range("0", "98", "1"));
}

#[test]
fn bounds_cut_the_interval() {
    assert_eq!(domain("points = max(0, 分 - 30)"), range("0", "70", "0.1"));
    assert_eq!(domain("points = clamp(分 + 20, 0, 110)"), range("20", "110", "0.1"));
    assert_eq!(domain("points = abs(分 - 30)"), range("0", "70", "0.1"));
}

#[test]
fn branches_know_their_condition() {
    // Above 50 the least score is 50.1.
    assert_eq!(domain("points = if 分 > 50 then 分 else 60"), range("50.1", "100", "0.1"));
    assert_eq!(domain("points = if 50 <= 分 < 60 then 分 else 55"), range("50", "59.9", "0.1"));
    assert_eq!(domain("points = if not (分 in [20, 100]) then 分 else 0"), range("0", "19.9", "0.1"));
    // Where one of two conditions holds, both parts are possible.
    assert_eq!(domain("points = if 分 < 20 or 分 < 30 then 分 else 0"), range("0", "29.9", "0.1"));
    assert_eq!(domain("money = 300元 when 好"), known(&["0", "300"]));
    assert_eq!(domain("money = if 级 = 甲 then 3元 else (if 级 in {乙, 丙} then 2元 else 9元)"), known(&["2", "3"]));
}
