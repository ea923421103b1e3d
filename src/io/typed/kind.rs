//! What stored values mean, beyond the bits that they have.

/// What the values of a column mean, beyond their physical type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What the physical type says.
    Plain,
    /// Whole numbers without a sign.
    Unsigned,
    /// Numbers of which so many digits stand behind the point.
    Decimal(usize),
    /// Days since 1970.
    Date,
    /// Units of a day since its midnight, so many of them a second.
    Time(i64),
    /// Units since 1970, so many a second, on a clock in nobody's zone or in that of Greenwich.
    Moment { second: i64, zoned: bool },
    /// Binary numbers of 16 bits.
    Half,
    /// Identifiers of 16 bytes.
    Uuid,
}
