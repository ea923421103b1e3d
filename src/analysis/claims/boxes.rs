//! The areas of the inputs that a policy's `applies` claims.

use super::space::Space;
use super::{MOST_ROWS, Member, time};
use crate::analysis::coverage::{Area, Places};
use crate::analysis::tables::axis::Axis;
use crate::analysis::tables::condition::{Boxes, Condition};
use crate::ir::{Bound, Pattern, Type, Value};
use crate::quantity::{Domain, Moment};

/// The boxes that a policy claims; `None` where there are too many. A value that its own record cannot hold
/// decides nothing: such a cell does not read.
pub(super) fn of(space: &Space, axes: &[Axis], (at, member): (usize, Member), claim: &Condition) -> Option<Vec<Area>> {
    let own = axes.iter().enumerate().map(|(axis, known)| own(space, (axis, known), (at, member)));
    let boxes = Boxes { axes, own: own.collect(), most: MOST_ROWS };
    let within = in_effect(&boxes, space, member);
    let areas = boxes.areas(claim)?.into_iter();
    Some(areas.map(|area| area.intersection(&within)).filter(|area| !area.is_empty()).collect())
}

/// The time in which a policy holds.
fn in_effect(boxes: &Boxes, space: &Space, member: Member) -> Area {
    let everything = boxes.everything();
    let period = space.period.filter(|_| member.policy.header.is_bounded());
    let known = period.and_then(|at| Some((at, space.inputs.get(at)?.value.ty, boxes.axes.get(at)?)));
    let Some((at, Type::Calendar(kind), axis)) = known else { return everything };
    let (first, last) = time::effect(kind, member.policy.header.effective);
    let bound = |ordinal| {
        let value = Value::Calendar(Moment { kind, ordinal });
        Some(Bound { value, included: true, span: member.policy.header.claim })
    };
    let span = axis.places(&Pattern::Interval { lo: bound(first), hi: bound(last) }).unwrap_or_default();
    // A record that does not say when is held against no date.
    let places = Places::of(span.ranges().iter().copied().chain([(axis.extent.len, axis.extent.len)]));
    let own = boxes.own.get(at).map(|own| own.intersection(&places));
    everything.with(at, own.unwrap_or_default())
}

/// The places of an input that a policy's own record can hold; all, where it has no such field.
fn own(space: &Space, (axis, known): (usize, &Axis), (at, member): (usize, Member)) -> Places {
    let Some((domain, optional)) = space.own(axis, at, member.policy) else { return known.extent.all() };
    let bound = |value| Some(Bound { value, included: true, span: member.policy.header.claim });
    let present = match domain {
        Domain::Numbers(numbers) => {
            let end = |end| bound(Value::Number(end));
            known.places(&Pattern::Interval { lo: end(numbers.lo()), hi: end(numbers.hi()) })
        }
        Domain::Calendar { first, last } => {
            let kind = space.inputs.get(axis).map(|input| input.value.ty);
            let Some(Type::Calendar(kind)) = kind else { return known.extent.all() };
            let end = |ordinal| bound(Value::Calendar(Moment { kind, ordinal }));
            known.places(&Pattern::Interval { lo: end(first), hi: end(last) })
        }
        Domain::Labels(labels) => known.places(&Pattern::Values(labels.into_iter().map(Value::Label).collect())),
        _ => Some(known.extent.present()),
    };
    let missing = (optional && known.extent.missing).then_some((known.extent.len, known.extent.len));
    Places::of(present.unwrap_or_default().ranges().iter().copied().chain(missing))
}
