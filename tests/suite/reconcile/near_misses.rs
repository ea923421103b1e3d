//! Figures that no cause gives to the last digit: none is claimed.

use super::*;

const PAID: &str = r#"policy "提成" {
    currency CNY
    period month
}
record {
    工号   : text, key
    月份   : month, period
    销售额 : money
    评分   : points in [0, 100], decimals 1, optional
}
grade 等级 by 评分 otherwise 60 -> 奖金 : money {
    A : >= 90 => 500元
    B : < 90  => 300元
}
pay 应发 {
    提成 = 销售额 * 2.5%
    奖金 = 等级.奖金
}
"#;

/// The policy gives 25.03 + 500 = 525.03.
#[test]
fn a_figure_beside_every_cause() {
    let trial = Trial::new(PAID, "工号,月份,销售额,评分\nA,2024-02,900,90\nA,2024-03,1001,90.1\n");
    // A cent beside half-even and cut off (525.02), the other band (325.03), February (522.5), no decimals (525).
    for figure in ["525.01", "525.04", "325.02", "325.04", "522.51", "522.49", "524.99", "525.001"] {
        let told = trial.csv(&format!("工号,月份,应发\nA,2024-03,{figure}\n"));
        assert_eq!(told.len(), 1, "{figure}");
        assert!(told[0].ends_with("= ?"), "{told:?}");
    }
}

/// 90.1 is not on the bound, so the other end changes nothing.
#[test]
fn the_other_band_without_standing_on_its_bound() {
    let trial = Trial::new(PAID, "工号,月份,销售额,评分\nA,2024-03,1001,90.1\n");
    assert_eq!(trial.csv("工号,月份,应发\nA,2024-03,325.03\n"), ["应发: 525.03 -> 325.03 = ?"]);
}

/// A score that is there is not missing.
#[test]
fn nothing_is_missing() {
    let trial = Trial::new(PAID, "工号,月份,销售额,评分\nA,2024-03,1001,95\n");
    assert_eq!(trial.csv("工号,月份,应发\nA,2024-03,25.03\n"), ["应发: 525.03 -> 25.03 = ?"]);
}

/// The month before is another person's.
#[test]
fn the_month_before_of_somebody_else() {
    let trial = Trial::new(PAID, "工号,月份,销售额,评分\nB,2024-02,800,90\nA,2024-03,1001,90.1\n");
    assert_eq!(trial.csv("工号,月份,应发\nA,2024-03,520\n"), ["应发: 525.03 -> 520.00 = ?"]);
}
