//! Other ways to round.

use super::*;

/// A day's pay is 5000 ÷ 21.75 = 229.8850574…
const DAYS: &str = r#"policy "日薪" { currency CNY }
record {
    工号 : text, key
    底薪 : money
    出勤 : count in [0, 31]
}
pay 应发 {
    出勤工资 = round(底薪 * 出勤 / 21.75, 0.01元)
}
"#;

/// 5000 × 18 ÷ 21.75 = 4137.931…, rounded 4137.93; 229.89 × 18 = 4138.02.
#[test]
fn a_day_is_rounded_before_it_is_multiplied() {
    let trial = Trial::new(DAYS, "工号,底薪,出勤\nA,5000,18\nB,4350,20\n");
    let told = trial.csv("工号,应发\nA,4138.02\nB,4000\n");
    assert_eq!(told, ["应发: 4137.93 -> 4138.02 = round-each-step"]);
}

/// 3333 × 33.35% = 1111.5555 is 1111.56 as a step; × 3 = 3334.68 where the whole is 3334.6665, 3334.67.
#[test]
fn a_metric_is_rounded_to_cents_on_the_way() {
    let text = r#"policy "分步" { currency CNY }
record {
    工号 : text, key
    底薪 : money
    月数 : count in [0, 12]
}
metric 标准 : money, decimals 4 = 底薪 * 33.35%
pay 应发 { 奖金 = 标准 * 月数 }
"#;
    let trial = Trial::new(text, "工号,底薪,月数\nA,3333,3\n");
    assert_eq!(trial.csv("工号,应发\nA,3334.68\n"), ["应发: 3334.67 -> 3334.68 = round-each-step (also shown-value)"]);
}

/// A half of a cent: 2.5% of 1001 is 25.025, which half-up makes 25.03 and half-even and cutting 25.02.
const HALF: &str = r#"policy "提成" { currency CNY }
record {
    工号   : text, key
    销售额 : money
}
pay 应发 {
    提成 = 销售额 * 2.5%
}
"#;

#[test]
fn a_half_goes_to_the_even_cent() {
    let trial = Trial::new(HALF, "工号,销售额\nA,1001\nB,1003\n");
    // 1003 × 2.5% = 25.075: 25.08 either way.
    let told = trial.csv("工号,应发.提成,应发\nA,25.02,25.02\nB,25.08,25.08\n");
    let cut = "half-even (also cut-off)";
    assert_eq!(told, [format!("应发.提成: 25.03 -> 25.02 = {cut}"), format!("应发: 25.03 -> 25.02 = {cut}")]);
}

/// 1003 × 2.5% = 25.075 is even 25.08; only who cuts off gets 25.07.
#[test]
fn cents_are_cut_off() {
    let trial = Trial::new(HALF, "工号,销售额\nB,1003\nC,1234.56\n");
    // 1234.56 × 2.5% = 30.864
    assert_eq!(trial.csv("工号,应发\nB,25.07\nC,30.86\n"), ["应发: 25.08 -> 25.07 = cut-off"]);
}

/// Who drops the cents: 25.08 becomes 25, and 30.86 becomes 30, where half-up would give 31.
#[test]
fn cents_are_dropped() {
    let trial = Trial::new(HALF, "工号,销售额\nC,1234.56\n");
    assert_eq!(trial.csv("工号,应发\nC,30\n"), ["应发: 30.86 -> 30.00 = cut-off"]);
}

/// 83.45 × 40% + 71.35 × 60% = 33.38 + 42.81 = 76.19; parts to one decimal 33.4 + 42.8 = 76.2.
#[test]
fn parts_are_rounded_before_they_are_added() {
    let text = r#"policy "两项" { currency CNY }
record {
    工号 : text, key
    服务 : points in [0, 100], decimals 2
    业绩 : points in [0, 100], decimals 2
}
score 服务 weight 40%
score 业绩 weight 60%
metric 总分 : points = round(scores, 0.01)
"#;
    let trial = Trial::new(text, "工号,服务,业绩\nA,83.37,71.26\n");
    // 33.348 + 42.756 = 76.104, rounded 76.1; parts to whole 33 + 43 = 76; to one decimal 33.3 + 42.8 = 76.1.
    assert_eq!(trial.csv("工号,总分\nA,76\n"), ["总分: 76.1 -> 76 = rounded-parts (also shown-value)"]);
    let trial = Trial::new(text, "工号,服务,业绩\nA,83.62,71.42\n");
    // 33.448 + 42.852 = 76.3; parts to one decimal 33.4 + 42.9 = 76.3; to whole 33 + 43 = 76.
    assert!(trial.csv("工号,总分\nA,76.3\n").is_empty());
    let trial = Trial::new(text, "工号,服务,业绩\nA,83.88,71.44\n");
    // 33.552 + 42.864 = 76.416, rounded 76.42; parts to one decimal 33.6 + 42.9 = 76.5.
    assert_eq!(trial.csv("工号,总分\nA,76.5\n"), ["总分: 76.42 -> 76.5 = rounded-parts"]);
}

/// Slices of 1% of 20000 and 1.5% of 79311.50 − 20000: rounded by itself each gives the same; of 333.33 they differ.
#[test]
fn the_slices_of_a_scale_are_rounded() {
    let text = r#"policy "分段" { currency CNY }
record {
    工号   : text, key
    销售额 : money
}
scale 提成 on 销售额, marginal {
    [0元, 100.50元) => 1%
    >= 100.50元     => 1.5%
}
pay 应发 { 提成 = 提成 }
"#;
    let trial = Trial::new(text, "工号,销售额\nA,101.13\n");
    // 1.005 + 0.63 × 1.5% = 1.005 + 0.00945 = 1.01445, 1.01; each rounded 1.01 + 0.01 = 1.02.
    let told = trial.csv("工号,应发\nA,1.02\n");
    assert_eq!(told, ["应发: 1.01 -> 1.02 = round-each-step (also rounded-parts)"]);
}

/// The lines are not rounded, their sum is: 0.1248 + 0.1248 = 0.2496, so 0.25, where the policy has 0.12 + 0.12 = 0.24.
#[test]
fn lines_that_are_not_rounded() {
    let text = r#"policy "两行" { currency CNY }
record {
    工号   : text, key
    销售额 : money
}
pay 应发 {
    甲 = 销售额 * 2.4%
    乙 = 销售额 * 2.4%
}
"#;
    let trial = Trial::new(text, "工号,销售额\nA,5.20\n");
    assert_eq!(trial.csv("工号,应发\nA,0.25\n"), ["应发: 0.24 -> 0.25 = unrounded-parts"]);
    // Not even the sum is.
    assert_eq!(trial.csv("工号,应发\nA,0.2496\n"), ["应发: 0.24 -> 0.2496 = unrounded-parts"]);
}
