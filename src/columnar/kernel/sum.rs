//! Sums: each term is added to what is there already.

use super::Integer;

/// So many edges are gone through at once.
const AT_ONCE: usize = 4;
/// Of more edges than this the last that is reached is sought.
const MOST_EDGES: usize = 16;

/// The same integer everywhere.
pub(in crate::columnar) fn filled<T: Integer>(sum: &mut [T], constant: T) {
    sum.fill(constant);
}

/// Adds so many times each integer.
pub(in crate::columnar) fn times<T: Integer, X: Integer>(sum: &mut [T], of: &[X], factor: T) {
    if factor == T::ONE {
        return sum.iter_mut().zip(of).for_each(|(sum, of)| *sum = sum.add(T::of(*of)));
    }
    sum.iter_mut().zip(of).for_each(|(sum, of)| *sum = sum.add(T::of(*of).mul(factor)));
}

/// Adds for each edge that is reached its part.
pub(in crate::columnar) fn steps<T: Integer, X: Integer>(sum: &mut [T], of: &[X], (edges, parts): (&[X], &[T])) {
    if edges.len() > MOST_EDGES {
        return sought(sum, of, (edges, parts));
    }
    let ((whole, rest), (whole_parts, rest_parts)) = (edges.as_chunks::<AT_ONCE>(), parts.as_chunks::<AT_ONCE>());
    for (edges, parts) in whole.iter().zip(whole_parts) {
        for (sum, of) in sum.iter_mut().zip(of) {
            let reached = edges.iter().zip(parts).map(|(edge, part)| if *of >= *edge { *part } else { T::default() });
            *sum = reached.fold(*sum, T::add);
        }
    }
    for (edge, part) in rest.iter().zip(rest_parts) {
        sum.iter_mut().zip(of).for_each(|(sum, of)| *sum = sum.add(if *of >= *edge { *part } else { T::default() }));
    }
}

/// The same where there are many edges, which stand in order.
fn sought<T: Integer, X: Integer>(sum: &mut [T], of: &[X], (edges, parts): (&[X], &[T])) {
    let mut reached = T::default();
    let mut sums = vec![reached];
    for part in parts {
        reached = reached.add(*part);
        sums.push(reached);
    }
    for (sum, of) in sum.iter_mut().zip(of) {
        let place = edges.partition_point(|edge| edge <= of);
        *sum = sum.add(sums.get(place).copied().unwrap_or_default());
    }
}

/// Adds for each edge that is passed so many times what lies above it.
pub(in crate::columnar) fn ramps<T: Integer, X: Integer>(sum: &mut [T], of: &[X], (edges, rates): (&[X], &[T])) {
    for (edge, rate) in edges.iter().zip(rates) {
        for (sum, of) in sum.iter_mut().zip(of) {
            let above = T::of(*of).sub(T::of(*edge)).mul(*rate);
            *sum = sum.add(if *of > *edge { above } else { T::default() });
        }
    }
}

/// Adds one of some integers by its place, the first of which is `base`.
pub(in crate::columnar) fn table<T: Integer, X: Integer>(sum: &mut [T], of: &[X], base: X, values: &[T]) {
    for (sum, of) in sum.iter_mut().zip(of) {
        *sum = sum.add(values.get(of.sub(base).place()).copied().unwrap_or_default());
    }
}

/// The products of two columns.
pub(in crate::columnar) fn product<T: Integer>(out: &mut [T], left: &[T], right: &[T]) {
    for ((out, left), right) in out.iter_mut().zip(left).zip(right) {
        *out = left.mul(*right);
    }
}
