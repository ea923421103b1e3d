//! Which record of one run is which of another over the same rows.

use crate::batch::Inputs;

/// The places of each row in what two policies read of the same files; one of both may take no row there for a record.
pub(super) fn pairs(old: &Inputs, new: &Inputs) -> Vec<(Option<usize>, Option<usize>)> {
    let place = |inputs: &Inputs, at: usize| inputs.shared.place(at).map(|(_, place)| (place.input, place.row));
    let (mut was, mut is, mut found) = (0, 0, vec![]);
    loop {
        let pair = match (place(old, was), place(new, is)) {
            (None, None) => return found,
            (Some(one), Some(other)) if one == other => (Some(was), Some(is)),
            (Some(one), Some(other)) if one < other => (Some(was), None),
            (Some(_), None) => (Some(was), None),
            (_, Some(_)) => (None, Some(is)),
        };
        was += usize::from(pair.0.is_some());
        is += usize::from(pair.1.is_some());
        found.push(pair);
    }
}
