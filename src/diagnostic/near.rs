//! The known word that an unknown one was probably meant to be.

use strsim::damerau_levenshtein;

use super::opposed::opposed;

/// The candidate that `name` most probably was meant to be; `None` where none is near. A near word that means the
/// opposite was not meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let near = |candidate: &&str| damerau_levenshtein(name, candidate);
    let (distance, candidate) = candidates
        .into_iter()
        .filter(|candidate| *candidate != name && !opposed(name, candidate))
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= tolerance(length))
        .map(|candidate| (near(&candidate), candidate))
        .min_by_key(|(distance, _)| *distance)?;
    (distance <= tolerance(length)).then_some(candidate)
}

/// The same, where the candidates stand in no order: of several that are as near, the first by its letters.
pub fn nearest_of<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut candidates: Vec<&str> = candidates.into_iter().collect();
    candidates.sort_unstable();
    nearest(name, candidates)
}

/// How many letters may differ: a Chinese name has few, and each tells much.
fn tolerance(length: usize) -> usize {
    match length {
        0 | 1 => 0,
        2..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}
