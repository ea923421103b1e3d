//! Places as a policy writes them, for what an edit puts in.

use super::axis::Points;
use super::model::Model;
use crate::analysis::coverage::Places;
use crate::ir::{Bound, Pattern, Value};
use crate::source::Span;

impl Model<'_> {
    /// Places as the pattern of a row; `None` where one pattern cannot say them.
    pub fn pattern_text(&self, axis: usize, places: &Places) -> Option<String> {
        let known = self.axes.get(axis)?;
        if *places == known.extent.present() {
            return Some("any".to_owned());
        }
        if places.first() == Some(known.extent.len) {
            return Some("missing".to_owned());
        }
        (!places.contains(known.extent.len)).then(|| self.values_text(axis, places))?
    }

    /// Values as a pattern.
    pub fn values_text(&self, axis: usize, places: &Places) -> Option<String> {
        let known = self.axes.get(axis)?;
        let written = |place: i128| Some(self.written(axis, &known.value(place)?));
        let (first, last) = (places.first()?, places.last()?);
        if first == last {
            return written(first);
        }
        match known.points {
            Points::Listed(_) => {
                let each = places.ranges().iter().flat_map(|(lo, hi)| *lo..=*hi);
                Some(format!("{{{}}}", each.map(written).collect::<Option<Vec<_>>>()?.join(", ")))
            }
            Points::Texts(_) => None,
            _ => {
                let (lower, upper) = known.bounds((first, last))?;
                let bound = |(value, included): (Value, bool)| Bound { value, included, span: Span::NOWHERE };
                let lo = (first > 0).then(|| bound(lower));
                let hi = (last + 1 < known.extent.len).then(|| bound(upper));
                let one = places.ranges().len() == 1;
                one.then(|| self.interval(axis, &Pattern::Interval { lo, hi }))?
            }
        }
    }
}
