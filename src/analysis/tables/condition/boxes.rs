//! The boxes in which a condition holds.

use super::super::axis::Axis;
use super::{Absent, Atom, Condition};
use crate::analysis::coverage::{Area, Places};

/// Inputs as axes, and what each can be.
pub(in crate::analysis) struct Boxes<'a> {
    /// The axes.
    pub axes: &'a [Axis],
    /// What is asked about of each.
    pub own: Vec<Places>,
    /// More boxes than this are not made.
    pub most: usize,
}

impl Boxes<'_> {
    /// Every combination.
    pub fn everything(&self) -> Area {
        Area(self.axes.iter().map(|axis| axis.extent.all()).collect())
    }

    /// Where a condition holds; `None` where it takes too many boxes.
    pub fn areas(&self, condition: &Condition) -> Option<Vec<Area>> {
        Some(match condition {
            Condition::Fixed(true) => vec![self.everything()],
            Condition::Fixed(false) => vec![],
            Condition::Atom(atom) => vec![self.everything().with(atom.axis, self.places(atom)?)],
            Condition::Either(a, b) => [self.areas(a)?, self.areas(b)?].concat(),
            Condition::Both(a, b) => {
                let (a, b) = (self.areas(a)?, self.areas(b)?);
                if a.len() * b.len() > self.most {
                    return None;
                }
                let pairs = a.iter().flat_map(|a| b.iter().map(move |b| a.intersection(b)));
                pairs.filter(|area| !area.is_empty()).collect()
            }
        })
    }

    /// The places of one input at which an atom holds.
    fn places(&self, atom: &Atom) -> Option<Places> {
        let (axis, own) = (self.axes.get(atom.axis)?, self.own.get(atom.axis)?);
        let taken = axis.places(&atom.pattern)?.intersection(&axis.extent.present());
        let absent = match &atom.absent {
            Absent::Unasked => None,
            Absent::Fixed(holds) => Some(*holds),
            Absent::As(value) => Some(axis.place_of(value).is_some_and(|place| taken.contains(place))),
        };
        let present = if atom.holds { taken } else { taken.complement(0, axis.extent.len - 1) };
        let missing = (absent == Some(atom.holds)).then_some((axis.extent.len, axis.extent.len));
        Some(Places::of(present.ranges().iter().copied().chain(missing)).intersection(own))
    }
}
