//! Which places of a policy its tests reach, against lists that were made by hand.

use merit::cases::{Kind, Side, coverage};

use super::accepted;

const POLICY: &str = "policy \"p\" { currency CNY; period month }
record { 工号 : text, key; 月份 : month, period; 分 : points in [0, 100], decimals 0; 迟到 : count in [0, 31]; 奖 : money, optional }
details 单 { 工号 : text, key; 月份 : month, period; 额 : money
    table 档 by 额 -> 率 : percent { >= 100元 => 2%; < 100元 => 1% } }
grade 等级 by 分 {
    C : any when 迟到 > 3
    A : >= 90
    B : [60, 90)
    C : < 60
}
gate 全勤 { 迟到 = 0; 分 >= 60 }
metric 单数 : count = count(单 where 单.档.率 = 2%)
pay 工资 at least 50元 {
    奖 at most 500元 = 奖 otherwise 10元
    勤 = 100元 when 全勤
    大 = max(0元, 1元 * 单数)
}
";

/// What is told: line, kind, text, side, hits.
type Told = (usize, Kind, String, Option<Side>, usize);

fn told(tests: &str) -> Vec<Told> {
    let compiled = accepted(&format!("{POLICY}{tests}"));
    let line = |span| compiled.sources.place(span).line;
    let found = coverage(&compiled).places.into_iter();
    found.map(|place| (line(place.span), place.kind, place.text, place.side, place.hits)).collect()
}

fn hits(told: &[Told], line: usize, kind: Kind, text: &str, side: Option<Side>) -> usize {
    let found: Vec<_> =
        told.iter().filter(|it| (it.0, it.1, it.2.as_str(), it.3) == (line, kind, text, side)).collect();
    assert_eq!(found.len(), 1, "{line} {kind:?} {text} {side:?} among {told:#?}");
    found[0].4
}

#[test]
fn without_a_test_all_places_are_there_and_none_is_reached() {
    let told = told("");
    assert!(told.iter().all(|place| place.4 == 0));
    let count = |kind| told.iter().filter(|place| place.1 == kind).count();
    // Two rows of details, four of the grade.
    assert_eq!(count(Kind::Row), 6);
    assert_eq!((count(Kind::Guard), count(Kind::Condition)), (2, 4));
    // `otherwise` two ways, `when` two, `max` two.
    assert_eq!(count(Kind::Branch), 6);
    // 额 = 100, 分 = 90 and 60, 迟到 > 3, 迟到 = 0, 分 >= 60, 率 = 2%, 50 yuan at least, 500 at most.
    assert_eq!(count(Kind::Bound), 9);
}

#[test]
fn what_a_record_goes_through_is_reached_and_nothing_else() {
    let told = told(
        "test \"a\" { given { 分 = 90, 迟到 = 0, 奖 = 600元, 单 { 额 = 100元 }, 单 { 额 = 99元 } } expect { 工资 = 601元 } }
test \"b\" { given { 分 = 59, 迟到 = 3 } expect { 工资 = 50元 } }
",
    );
    let row = |line, text| hits(&told, line, Kind::Row, text, None);
    assert_eq!((row(6, "C : any when 迟到 > 3"), row(7, "A : >= 90")), (0, 1));
    assert_eq!((row(8, "B : [60, 90)"), row(9, "C : < 60")), (0, 1));
    assert_eq!((row(4, ">= 100元 => 2%"), row(4, "< 100元 => 1%")), (1, 1));
    let side = |line, kind, text, side| hits(&told, line, kind, text, Some(side));
    assert_eq!(side(6, Kind::Guard, "迟到 > 3", Side::Holds), 0);
    assert_eq!(side(6, Kind::Guard, "迟到 > 3", Side::Fails), 2);
    assert_eq!(
        (side(11, Kind::Condition, "迟到 = 0", Side::Holds), side(11, Kind::Condition, "迟到 = 0", Side::Fails)),
        (1, 1)
    );
    assert_eq!((side(15, Kind::Branch, "全勤", Side::Holds), side(15, Kind::Branch, "全勤", Side::Fails)), (1, 1));
    let bound = |line, text| hits(&told, line, Kind::Bound, text, None);
    assert_eq!((bound(7, "分 = 90"), bound(8, "分 = 60"), bound(4, "额 = 100元")), (1, 0, 1));
    assert_eq!(bound(6, "迟到 > 3"), 1, "the second stands on 3");
    assert_eq!((bound(13, "工资 >= 50元"), bound(14, "工资.奖 <= 500元")), (1, 1));
    let way = |line, text| hits(&told, line, Kind::Branch, text, None);
    assert_eq!((way(14, "奖"), way(14, "奖 otherwise 10元")), (1, 1));
    assert_eq!((way(16, "0元"), way(16, "1元 * 单数")), (1, 2), "of equal ones both are taken");
}

#[test]
fn a_given_value_reaches_nothing_of_its_definition() {
    let told = told("test \"a\" { given { 单数 = 2 } expect { 工资.大 = 2元 } }\n");
    assert_eq!(hits(&told, 16, Kind::Branch, "1元 * 单数", None), 1);
    assert_eq!(hits(&told, 14, Kind::Branch, "奖 otherwise 10元", None), 1, "not given, an optional field is missing");
    assert_eq!(told.iter().map(|place| place.4).sum::<usize>(), 2);
}
