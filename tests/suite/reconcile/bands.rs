//! Bounds that belong to the other band.

use super::*;

const GRADED: &str = r#"policy "档位" { currency CNY }
record {
    工号 : text, key
    分   : points in [0, 100], decimals 1
    好评 : percent
}
grade 等级 by 分 -> 奖金 : money {
    A : >= 90      => 500元
    B : [80, 90)   => 300元
    C : < 80       => 0元
}
pay 应发 {
    档位奖 = 等级.奖金
    好评奖 = 100元 when 好评 >= 98%
}
"#;

#[test]
fn who_stands_on_the_bound_gets_the_lower_band() {
    let trial = Trial::new(GRADED, "工号,分,好评\nA,90,90%\nB,89.9,90%\n");
    let told = trial.csv("工号,等级,应发\nA,B,300\nB,B,300\n");
    assert_eq!(told, ["等级: A -> B = band-end", "应发: 500.00 -> 300.00 = band-end"]);
}

/// 98% typed as 0.98% would miss the condition as well.
#[test]
fn a_condition_has_its_other_end() {
    let trial = Trial::new(GRADED, "工号,分,好评\nA,70,98%\n");
    assert_eq!(trial.csv("工号,应发\nA,0\n"), ["应发: 100.00 -> 0.00 = band-end (also percent-as-number)"]);
}

#[test]
fn two_bounds_at_once() {
    let trial = Trial::new(GRADED, "工号,分,好评\nA,90,98%\n");
    assert_eq!(trial.csv("工号,应发\nA,300\n"), ["应发: 600.00 -> 300.00 = band-end"]);
}

/// One step beside the bound nothing is claimed.
#[test]
fn beside_the_bound() {
    let trial = Trial::new(GRADED, "工号,分,好评\nA,90.1,90%\n");
    assert_eq!(trial.csv("工号,等级\nA,B\n"), ["等级: A -> B = ?"]);
}
