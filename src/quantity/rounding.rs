//! The seven ways to round a number to a step.

/// The seven ways to round to a step. Ties and signs as in the General Decimal Arithmetic
/// specification (Cowlishaw), where `half_up` is away from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rounding {
    /// A half goes away from zero (四舍五入). What a policy means unless it names another.
    #[default]
    HalfUp,
    /// A half goes to the even neighbour (四舍六入五成双).
    HalfEven,
    /// A half goes towards zero (五舍六入).
    HalfDown,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards negative infinity.
    Floor,
    /// Towards positive infinity.
    Ceiling,
}

impl Rounding {
    /// The word of the language for it.
    pub fn name(self) -> &'static str {
        match self {
            Rounding::HalfUp => "half_up",
            Rounding::HalfEven => "half_even",
            Rounding::HalfDown => "half_down",
            Rounding::Up => "up",
            Rounding::Down => "down",
            Rounding::Floor => "floor",
            Rounding::Ceiling => "ceiling",
        }
    }
}
