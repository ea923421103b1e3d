//! One of two values: by a condition, or the greater.

use super::{Integer, Source};

/// One where a condition holds, else the other.
pub(in crate::columnar) fn select<T: Integer>(out: &mut [T], condition: &[i32], then: Source<T>, otherwise: Source<T>) {
    let choose = |condition: &i32, then: T, otherwise: T| if *condition != 0 { then } else { otherwise };
    let out = out.iter_mut().zip(condition);
    match (then, otherwise) {
        (Source::Same(one), Source::Same(other)) => out.for_each(|(out, is)| *out = choose(is, one, other)),
        (Source::Lane(one), Source::Same(other)) => {
            out.zip(one).for_each(|((out, is), one)| *out = choose(is, *one, other));
        }
        (Source::Same(one), Source::Lane(other)) => {
            out.zip(other).for_each(|((out, is), other)| *out = choose(is, one, *other));
        }
        (Source::Lane(one), Source::Lane(other)) => {
            out.zip(one.iter().zip(other)).for_each(|((out, is), (one, other))| *out = choose(is, *one, *other));
        }
    }
}

/// The greater, or the lesser, of two.
pub(in crate::columnar) fn extreme<T: Integer>(out: &mut [T], greatest: bool, left: &[T], right: Source<T>) {
    if greatest { each(out, left, right, T::max) } else { each(out, left, right, T::min) }
}

fn each<T: Integer>(out: &mut [T], left: &[T], right: Source<T>, better: impl Fn(T, T) -> T) {
    let out = out.iter_mut().zip(left);
    match right {
        Source::Same(right) => out.for_each(|(out, left)| *out = better(*left, right)),
        Source::Lane(right) => out.zip(right).for_each(|((out, left), right)| *out = better(*left, *right)),
    }
}
