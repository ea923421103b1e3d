//! The policy of `bonus.merit` in whole numbers, each scaled as the column that it is about.

/// Points by where a figure lies: the column, its decimals, the points below the first bound, each bound with the points
/// from it on, and the weight in thousandths.
pub struct Score {
    pub column: usize,
    pub below: i32,
    pub bounds: &'static [(i32, i32)],
    pub weight: i32,
}

/// How many decimals each figure of a record has, in the order of the columns.
pub const DECIMALS: [u32; 9] = [2, 1, 0, 1, 2, 0, 1, 2, 1];
/// The places of what is paid upon, and of points that are added.
pub const SALES: usize = 7;
pub const EXTRA: usize = 8;

/// A figure that is the better the less it is has the points of its best band below the first bound.
pub const SCORES: [Score; 7] = [
    Score { column: 0, below: 30, bounds: &[(9_000, 60), (9_500, 75), (9_700, 90), (9_900, 100)], weight: 200 },
    Score { column: 1, below: 100, bounds: &[(201, 90), (301, 75), (451, 55), (601, 25)], weight: 200 },
    Score { column: 2, below: 100, bounds: &[(1, 85), (2, 60), (4, 30), (6, 0)], weight: 150 },
    Score { column: 3, below: 100, bounds: &[(41, 85), (81, 65), (241, 20)], weight: 100 },
    Score { column: 4, below: 100, bounds: &[(201, 85), (401, 65), (601, 35), (1_001, 0)], weight: 150 },
    Score { column: 5, below: 100, bounds: &[(1, 80), (2, 50), (4, 0)], weight: 50 },
    Score { column: 6, below: 30, bounds: &[(750, 60), (850, 80), (900, 90), (950, 100)], weight: 150 },
];

/// The least total of each grade but the last, in thousandths of a point.
pub const GRADES: [i32; 4] = [95_000, 85_000, 75_000, 60_000];
/// What a grade makes of the bonus, in hundredths.
pub const FACTORS: [i64; 5] = [150, 120, 100, 60, 0];
/// The levels, with base and bonus in cents.
pub const LEVELS: [(&str, i64, i64); 3] = [("初级", 305_000, 80_000), ("中级", 418_050, 125_000), ("高级", 562_575, 188_888)];
/// Of sales above so many cents, so many hundredths of a percent.
pub const COMMISSION: [(i64, i64); 4] = [(0, 100), (1_000_000, 150), (3_000_000, 225), (8_000_000, 300)];

/// Base, bonus and commission at a millionth of the currency: what is paid is rounded once, half up, to cents.
pub fn fixed(level: usize, grade: usize, probation: bool) -> i64 {
    let (_, base, bonus) = LEVELS[level];
    let (of_base, of_bonus) = if probation { (80, 50) } else { (100, 100) };
    base * of_base * 100 + bonus * FACTORS[grade] * of_bonus
}
