//! What the place of an expression expects of it.

use super::units::Wanted;
use super::unrounded::Outer;
use crate::ir::Type;
use crate::quantity::{Decimal, Rounding};
use crate::syntax::ast;

/// What is known of the place of an expression before it is checked.
#[derive(Clone, Copy, Default)]
pub(super) struct Expected<'a> {
    /// The type that the place would like: bare numbers, labels and quotients of ratios take it on.
    /// `Some(Type::Invalid)` lets everything open pass in silence.
    pub ty: Option<Type>,
    /// The rounding that it stands directly under; without one, its exact value is needed.
    pub round: Option<RoundTo<'a>>,
    /// What a product or quotient is a part of, where that is told of.
    pub outer: Option<&'a Outer<'a>>,
}

/// The rounding that an expression stands directly under.
#[derive(Clone, Copy)]
pub(super) struct RoundTo<'a> {
    /// The step.
    pub step: Decimal,
    /// How.
    pub mode: Rounding,
    /// What stands behind `otherwise`, for a divisor of 0 and for a missing value.
    pub fallback: Option<&'a ast::Expr>,
}

impl Expected<'_> {
    /// What a part of the expression expects whose value can be that of the whole, as a branch of `if`.
    pub fn of_part(self, ty: Option<Type>) -> Self {
        Expected { ty, outer: None, ..self }
    }
}

impl From<Option<Type>> for Expected<'_> {
    fn from(ty: Option<Type>) -> Self {
        Expected { ty, ..Expected::default() }
    }
}

impl From<Type> for Expected<'_> {
    fn from(ty: Type) -> Self {
        Some(ty).into()
    }
}

impl From<Wanted> for Expected<'_> {
    fn from(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Anything => Expected::default(),
            Wanted::Type(ty) => ty.into(),
        }
    }
}
