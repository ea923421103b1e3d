//! Which word a message proposes for one that is not known.

use merit::diagnostic::nearest;

/// Each differs from the other in no more letters than a slip of the pen may.
#[test]
fn what_means_the_opposite_is_not_proposed() {
    let pairs = [
        ("decreasing", "increasing"),
        ("descending", "ascending"),
        ("max_score", "min_score"),
        ("promotions", "demotions"),
        ("好评率", "差评率"),
        ("税前工资", "税后工资"),
        ("合格", "不合格"),
        ("unpaid", "paid"),
        ("q1", "q2"),
        ("一级", "二级"),
        ("甲级", "乙级"),
        ("最高分", "最低分"),
        ("应发工资", "实发工资"),
        ("without_tax", "with_tax"),
    ];
    for (one, other) in pairs {
        assert_eq!(nearest(one, [other]), None, "{one}");
    }
    assert_eq!(nearest("increasing", ["decreasing"]), None);
    assert_eq!(nearest("不合格", ["合格"]), None);
}

#[test]
fn slips_of_the_pen_are_near() {
    let pairs = [
        ("increasng", "increasing"),
        ("回复律", "回复率"),
        ("总份", "总分"),
        ("bonous", "bonus"),
        ("ascendng", "ascending"),
        ("差评律", "差评率"),
        ("q1_totl", "q1_total"),
        ("promot", "promote"),
    ];
    for (one, other) in pairs {
        assert_eq!(nearest(one, [other]), Some(other), "{one}");
    }
}
