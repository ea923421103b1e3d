//! How long the survey of large tables takes. Run with `cargo test --release -- --ignored --nocapture speed`.

use std::time::{Duration, Instant};

use merit::analysis::coverage::{Area, Cover, Extent, Places, Shape, Survey, survey};

/// Numbers that look random and are the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: i128) -> i128 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i128::from(self.0 >> 33) % limit
    }
}

fn cover(ranges: &[(i128, i128)]) -> Option<Cover> {
    let area = Area(ranges.iter().map(|(lo, hi)| Places::range(*lo, *hi)).collect());
    Some(Cover { shapes: vec![Shape::Other; ranges.len()], area, guarded: false, rest: false })
}

/// A space cut in two again and again, at random, until there are `rows` parts: complete and disjoint.
fn partition(axes: usize, len: i128, rows: usize) -> (Vec<Extent>, Vec<Option<Cover>>) {
    let mut dice = Dice(7);
    let mut parts = vec![vec![(0, len - 1); axes]];
    while parts.len() < rows {
        let part = parts.swap_remove(dice.below(parts.len() as i128) as usize);
        let axis = dice.below(axes as i128) as usize;
        let (lo, hi) = part[axis];
        if lo == hi {
            parts.push(part);
            continue;
        }
        let cut = lo + 1 + dice.below(hi - lo);
        for half in [(lo, cut - 1), (cut, hi)] {
            let mut next = part.clone();
            next[axis] = half;
            parts.push(next);
        }
    }
    (vec![Extent { len, missing: false, ordered: true }; axes], parts.iter().map(|part| cover(part)).collect())
}

/// Rows at random: they overlap, and leave much to nobody.
fn scattered(axes: usize, len: i128, rows: usize) -> (Vec<Extent>, Vec<Option<Cover>>) {
    let mut dice = Dice(11);
    let mut range = || {
        let (a, b) = (dice.below(len), dice.below(len));
        (a.min(b), a.max(b))
    };
    let rows = (0..rows).map(|_| cover(&(0..axes).map(|_| range()).collect::<Vec<_>>())).collect();
    (vec![Extent { len, missing: false, ordered: true }; axes], rows)
}

fn timed(name: &str, (extents, rows): &(Vec<Extent>, Vec<Option<Cover>>)) -> (Survey, Duration) {
    let begin = Instant::now();
    let found = survey(extents, rows);
    let time = begin.elapsed();
    let (gaps, overlaps, dead) = (found.gaps.len(), found.overlaps.len(), found.dead.len());
    println!("{name}: {time:?}, {gaps} gaps, {overlaps} overlaps, {dead} dead, gave up: {}", found.exhausted);
    (found, time)
}

#[test]
#[ignore = "prints times"]
fn speed() {
    let shapes = [(8, 100), (3, 1_000), (1, 10_000), (5, 300)];
    for (axes, rows) in shapes {
        let mut table = partition(axes, 1_000_000, rows);
        let (found, _) = timed(&format!("{axes} inputs, {rows} rows, complete"), &table);
        assert_eq!(found, Survey::default());
        table.1.remove(rows / 2);
        let (found, _) = timed(&format!("{axes} inputs, {rows} rows, one lost"), &table);
        assert!(!found.gaps.is_empty());
        timed(&format!("{axes} inputs, {rows} rows, scattered"), &scattered(axes, 1_000_000, rows));
    }
}

/// A table of the stated sizes is decided, whatever the machine.
#[test]
fn large_tables_are_decided() {
    for (axes, rows) in [(8, 100), (3, 400)] {
        assert_eq!(survey(&partition(axes, 1_000_000, rows).0, &partition(axes, 1_000_000, rows).1), Survey::default());
    }
}
