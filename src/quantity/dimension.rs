//! What a number measures: exponents of money, time and points.

/// The dimension of a number: exponents of the three base units, and whether a number
/// without dimension is a percent. `money/points` is `money 1, points -1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Dimension {
    /// Exponent of the policy's currency.
    pub money: i8,
    /// Exponent of time; the base unit is the second.
    pub time: i8,
    /// Exponent of points.
    pub points: i8,
    /// A ratio that is written and read as a percentage. Only where all exponents are 0.
    pub percent: bool,
}

impl Dimension {
    /// A plain number; also a count.
    pub const NUMBER: Dimension = Dimension { money: 0, time: 0, points: 0, percent: false };
    /// A percent.
    pub const PERCENT: Dimension = Dimension { percent: true, ..Dimension::NUMBER };
    /// An amount of money.
    pub const MONEY: Dimension = Dimension { money: 1, ..Dimension::NUMBER };
    /// A duration.
    pub const TIME: Dimension = Dimension { time: 1, ..Dimension::NUMBER };
    /// Points.
    pub const POINTS: Dimension = Dimension { points: 1, ..Dimension::NUMBER };

    /// Number or percent: nothing that a unit measures.
    pub fn is_ratio(self) -> bool {
        self.money == 0 && self.time == 0 && self.points == 0
    }

    /// The dimension of a product. Percent times percent is a percent, number times percent a number.
    pub fn times(self, other: Dimension) -> Dimension {
        let exponents = Dimension {
            money: self.money.saturating_add(other.money),
            time: self.time.saturating_add(other.time),
            points: self.points.saturating_add(other.points),
            percent: false,
        };
        Dimension { percent: exponents.is_ratio() && self.percent && other.percent, ..exponents }
    }

    /// The dimension of a quotient. Of two ratios it is a plain number; the place that uses it may
    /// say percent instead.
    pub fn over(self, other: Dimension) -> Dimension {
        Dimension {
            money: self.money.saturating_sub(other.money),
            time: self.time.saturating_sub(other.time),
            points: self.points.saturating_sub(other.points),
            percent: false,
        }
    }
}
