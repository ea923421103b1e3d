//! Causes that reproduce one figure: the first in the order of the kinds is told, the others stand beside it.

use super::*;
use merit::reconcile::Kind;

/// Cutting the cents of 25.025 and rounding it to even give 25.02; so does last month, when it was 25.02.
#[test]
fn the_order_of_the_kinds() {
    let text = r#"policy "提成" {
    currency CNY
    period month
}
record {
    工号   : text, key
    月份   : month, period
    销售额 : money
}
pay 应发 { 提成 = 销售额 * 2.5% }
"#;
    let trial = Trial::new(text, "工号,月份,销售额\nA,2024-02,1000.80\nA,2024-03,1001\n");
    let told = trial.csv("工号,月份,应发\nA,2024-03,25.02\n");
    assert_eq!(told, ["应发: 25.03 -> 25.02 = half-even (also cut-off last-period)"]);
}

#[test]
fn each_kind_is_told_once() {
    let kinds = [
        Kind::RoundEachStep,
        Kind::HalfEven,
        Kind::CutOff,
        Kind::RoundedParts,
        Kind::BandEnd,
        Kind::MissingAsZero,
        Kind::PercentAsNumber,
        Kind::ShownValue,
        Kind::LastPeriod,
        Kind::TypedOver,
    ];
    assert!(kinds.is_sorted());
    let names = kinds.map(Kind::name).join(" ");
    assert_eq!(
        names,
        "round-each-step half-even cut-off rounded-parts band-end missing-as-zero percent-as-number shown-value \
         last-period typed-over"
    );
}
