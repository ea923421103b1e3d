//! Conditions: 1 where one holds, else 0.

use super::{Integer, Source};
use crate::ir::Comparison;

/// Whether two compare so.
pub(in crate::columnar) fn compare<T: Integer>(out: &mut [i32], op: Comparison, left: &[T], right: Source<T>) {
    match op {
        Comparison::Equal => each(out, left, right, |left, right| left == right),
        Comparison::NotEqual => each(out, left, right, |left, right| left != right),
        Comparison::Less => each(out, left, right, |left, right| left < right),
        Comparison::LessEqual => each(out, left, right, |left, right| left <= right),
        Comparison::Greater => each(out, left, right, |left, right| left > right),
        Comparison::GreaterEqual => each(out, left, right, |left, right| left >= right),
    }
}

fn each<T: Integer>(out: &mut [i32], left: &[T], right: Source<T>, holds: impl Fn(T, T) -> bool) {
    match right {
        Source::Same(right) => {
            out.iter_mut().zip(left).for_each(|(out, left)| *out = i32::from(holds(*left, right)));
        }
        Source::Lane(right) => {
            let pairs = out.iter_mut().zip(left).zip(right);
            pairs.for_each(|((out, left), right)| *out = i32::from(holds(*left, *right)));
        }
    }
}

/// Whether it lies between two ends, both included.
pub(in crate::columnar) fn within<T: Integer>(out: &mut [i32], of: &[T], lo: T, hi: T) {
    out.iter_mut().zip(of).for_each(|(out, of)| *out = i32::from(lo <= *of) & i32::from(*of <= hi));
}

/// Whether both hold, or one of them.
pub(in crate::columnar) fn both(out: &mut [i32], and: bool, left: &[i32], right: &[i32]) {
    let pairs = out.iter_mut().zip(left).zip(right);
    if and {
        pairs.for_each(|((out, left), right)| *out = left & right);
    } else {
        pairs.for_each(|((out, left), right)| *out = left | right);
    }
}

/// Whether it does not hold.
pub(in crate::columnar) fn not(out: &mut [i32], of: &[i32]) {
    out.iter_mut().zip(of).for_each(|(out, of)| *out = of ^ 1);
}
