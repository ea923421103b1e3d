//! Random tables over small spaces, held against looking at every combination of inputs.

use merit::analysis::coverage::{Area, Cover, Extent, Places, Shape, Survey, survey};
use proptest::prelude::*;

/// A random table: its axes, and its rows (a `None` was told as an error).
type Table = (Vec<Extent>, Vec<Option<Cover>>);

fn extent() -> impl Strategy<Value = Extent> {
    (1..9i128, any::<bool>(), any::<bool>()).prop_map(|(len, missing, ordered)| Extent { len, missing, ordered })
}

fn pattern(extent: Extent) -> BoxedStrategy<(Places, Shape)> {
    let len = extent.len;
    let range = (0..len, 0..len).prop_map(|(a, b)| (Places::range(a.min(b), a.max(b)), Shape::Other));
    let values = prop::collection::vec(0..len, 0..4)
        .prop_map(|values| (Places::of(values.into_iter().map(|v| (v, v))), Shape::Other));
    let missing = if extent.missing { Places::range(len, len) } else { Places::default() };
    prop_oneof![
        2 => Just((extent.present(), Shape::Any)),
        2 => (0..=len).prop_map(move |lo| (Places::range(lo, len - 1), Shape::AtLeast)),
        2 => (-1..len).prop_map(|hi| (Places::range(0, hi), Shape::AtMost)),
        5 => range,
        3 => values,
        1 => Just((missing, Shape::Other)),
    ]
    .boxed()
}

fn row(extents: &[Extent]) -> impl Strategy<Value = Option<Cover>> + use<> {
    let patterns: Vec<_> = extents.iter().map(|extent| pattern(*extent)).collect();
    let rest = Area(extents.iter().map(Extent::all).collect());
    (patterns, prop::bool::weighted(0.15), prop::bool::weighted(0.06), prop::bool::weighted(0.02)).prop_map(
        move |(patterns, guarded, otherwise, invalid)| {
            let (area, shapes): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
            let area = if otherwise { rest.clone() } else { Area(area) };
            let shapes = if otherwise { vec![Shape::Other; shapes.len()] } else { shapes };
            (!invalid).then_some(Cover { area, shapes, guarded, rest: otherwise })
        },
    )
}

fn table() -> impl Strategy<Value = Table> {
    prop::collection::vec(extent(), 1..4).prop_flat_map(|extents| {
        let rows = prop::collection::vec(row(&extents), 0..9);
        (Just(extents), rows)
    })
}

/// Every combination of inputs.
fn points(extents: &[Extent]) -> Vec<Vec<i128>> {
    extents.iter().fold(vec![vec![]], |points, extent| {
        let places = 0..extent.len + i128::from(extent.missing);
        let longer = |point: &Vec<i128>| {
            let point = point.clone();
            places.clone().map(move |place| point.iter().copied().chain([place]).collect()).collect::<Vec<_>>()
        };
        points.iter().flat_map(longer).collect()
    })
}

fn takes(row: &Option<Cover>, point: &[i128]) -> bool {
    row.as_ref().is_some_and(|row| !row.guarded && row.area.contains(point))
}

/// The gaps are exactly the combinations that no row takes, and none can be made larger.
fn check_gaps((extents, rows): &Table, found: &Survey) {
    if rows.iter().any(Option::is_none) {
        assert!(found.gaps.is_empty(), "a row of which nothing is known may take everything");
        return;
    }
    for point in points(extents) {
        let free = !rows.iter().any(|row| takes(row, &point));
        assert_eq!(free, found.gaps.iter().any(|gap| gap.contains(&point)), "{point:?}");
    }
    for gap in &found.gaps {
        assert!(!gap.is_empty());
        let others = found.gaps.iter().filter(|other| *other != gap);
        assert!(others.into_iter().all(|other| !other.covers(gap)), "{gap:?} lies in another gap");
    }
}

/// A row is dead where every combination it takes was taken before.
fn is_dead(points: &[Vec<i128>], rows: &[Option<Cover>], at: usize) -> bool {
    let row = rows[at].as_ref().unwrap();
    let own = points.iter().filter(|point| row.area.contains(point));
    own.into_iter().all(|point| rows[..at].iter().any(|row| takes(row, point)))
}

fn check_rows((extents, rows): &Table, found: &Survey) {
    let points = points(extents);
    let valid = |at: &usize| rows[*at].is_some();
    let dead: Vec<usize> = (0..rows.len()).filter(valid).filter(|at| is_dead(&points, rows, *at)).collect();
    assert_eq!(dead, found.dead.iter().map(|(row, _)| *row).collect::<Vec<_>>());
    for later in (0..rows.len()).filter(valid) {
        for earlier in (0..later).filter(valid) {
            let (one, two) = (rows[earlier].as_ref().unwrap(), rows[later].as_ref().unwrap());
            let common: Vec<_> = points.iter().filter(|p| one.area.contains(p) && two.area.contains(p)).collect();
            let exempt = one.guarded || two.guarded || one.rest || two.rest || is_rung(one, two);
            let claimed = !common.is_empty() && !exempt && !dead.contains(&earlier) && !dead.contains(&later);
            let told = found.overlaps.iter().find(|overlap| (overlap.earlier, overlap.later) == (earlier, later));
            assert_eq!(claimed, told.is_some(), "{earlier} {later}");
            if let Some(told) = told {
                let area: Vec<_> = points.iter().filter(|point| told.area.contains(point)).collect();
                assert_eq!(area, common);
            }
        }
    }
}

/// The rule of ladders, once more.
fn is_rung(earlier: &Cover, later: &Cover) -> bool {
    (0..later.shapes.len()).all(|column| {
        let same_side = earlier.shapes[column] == later.shapes[column]
            && matches!(later.shapes[column], Shape::AtLeast | Shape::AtMost);
        later.shapes[column] == Shape::Any || earlier.area.0[column] == later.area.0[column] || same_side
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn survey_is_what_enumeration_finds(table in table()) {
        let found = survey(&table.0, &table.1);
        assert!(!found.exhausted);
        check_gaps(&table, &found);
        check_rows(&table, &found);
    }
}

#[test]
fn places_join_where_they_touch() {
    assert_eq!(Places::of([(5, 9), (0, 4), (12, 11), (11, 20)]).ranges(), [(0, 9), (11, 20)]);
}

#[test]
fn complement_is_what_is_left() {
    assert_eq!(Places::of([(2, 3), (7, 30)]).complement(0, 9).ranges(), [(0, 1), (4, 6)]);
    assert_eq!(Places::default().complement(0, 9).ranges(), [(0, 9)]);
}
