//! Places among others.

use super::part::Member;
use crate::ir::{Rank, Value};
use crate::quantity::Number;

/// The place of each member of a group; of one that is left out, none.
pub(super) fn places(rank: &Rank, group: &[Member]) -> Vec<(usize, Value)> {
    let mut ranked: Vec<(&[Value], usize)> =
        group.iter().filter_map(|member| Some((member.values.as_deref()?, member.at))).collect();
    ranked.sort_by(|a, b| if rank.ascending { a.0.cmp(b.0) } else { b.0.cmp(a.0) });
    let left_out = group.iter().filter(|member| member.values.is_none());
    let mut places: Vec<(usize, Value)> = left_out.map(|member| (member.at, Value::Missing)).collect();
    let (mut place, mut before): (usize, Option<&[Value]>) = (0, None);
    for (above, (values, at)) in ranked.iter().enumerate() {
        if before != Some(*values) {
            place = if rank.dense { place + 1 } else { above + 1 };
        }
        before = Some(values);
        places.push((*at, Value::Number(Number::from(place))));
    }
    places
}
