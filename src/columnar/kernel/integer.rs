//! Integers of three widths, alike to the operations.

use crate::data::Lane;

/// An integer of a column.
pub(in crate::columnar) trait Integer: Copy + Ord + Default + 'static {
    /// 0 and 1
    const ONE: Self;

    /// The lower bits of an integer.
    fn cut(code: i128) -> Self;

    /// The integer in the width of all of them.
    fn whole(self) -> i128;

    /// The lower bits of an integer of another width.
    fn of<X: Integer>(other: X) -> Self {
        Self::cut(other.whole())
    }

    /// The sum, modulo its width.
    fn add(self, other: Self) -> Self;

    /// The difference, modulo its width.
    fn sub(self, other: Self) -> Self;

    /// The product, modulo its width.
    fn mul(self, other: Self) -> Self;

    /// The quotient towards 0 and the rest; by 0, as by 1.
    fn div_rem(self, by: Self) -> (Self, Self);

    /// Whether it is below 0.
    fn is_negative(self) -> bool;

    /// Its size, as a number that is not below 0 where it has one.
    fn size(self) -> Self;

    /// Whether it is odd.
    fn is_odd(self) -> bool;

    /// It as a place in a list; where it is none, one that no list has.
    fn place(self) -> usize;

    /// The integers of a lane of this width; of another, none.
    fn slice(lane: &Lane) -> &[Self];

    /// The same to be written.
    fn vector(lane: &mut Lane) -> Option<&mut Vec<Self>>;
}

macro_rules! integer {
    ($type:ty, $lane:ident) => {
        impl Integer for $type {
            const ONE: Self = 1;

            fn cut(code: i128) -> Self {
                code as $type
            }

            fn whole(self) -> i128 {
                i128::from(self)
            }

            fn add(self, other: Self) -> Self {
                self.wrapping_add(other)
            }

            fn sub(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }

            fn mul(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }

            fn div_rem(self, by: Self) -> (Self, Self) {
                let by = if by == 0 { 1 } else { by };
                (self.wrapping_div(by), self.wrapping_rem(by))
            }

            fn is_negative(self) -> bool {
                self < 0
            }

            fn size(self) -> Self {
                self.wrapping_abs()
            }

            fn is_odd(self) -> bool {
                self & 1 == 1
            }

            fn place(self) -> usize {
                usize::try_from(self).unwrap_or(usize::MAX)
            }

            fn slice(lane: &Lane) -> &[Self] {
                if let Lane::$lane(all) = lane { all } else { &[] }
            }

            fn vector(lane: &mut Lane) -> Option<&mut Vec<Self>> {
                if let Lane::$lane(all) = lane { Some(all) } else { None }
            }
        }
    };
}

integer!(i32, Narrow);
integer!(i64, Wide);
integer!(i128, Widest);
