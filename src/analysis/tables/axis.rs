use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::coverage::{Extent, Places, Shape};
use crate::ir::{Bound, Input, Pattern, Type, Value};
use crate::quantity::{Calendar, Decimal, Domain, Moment, Numbers, Rounding, exact};

/// The values of an input, each with a place.
#[derive(Debug, Clone)]
pub(in crate::analysis) enum Points {
    /// Multiples of a step, from `lo` to `hi`.
    Grid { lo: Decimal, hi: Decimal, step: Decimal },
    /// A few numbers.
    Numbers(Vec<Decimal>),
    /// Labels of a set, or truth values.
    Listed(Vec<Value>),
    /// Texts that the table names; the place after the last is any other text.
    Texts(Vec<Value>),
    /// Calendar values from an ordinal on.
    Calendar { kind: Calendar, first: i32 },
}

/// An input as an axis.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Axis {
    /// Its values.
    pub points: Points,
    /// Its places.
    pub extent: Extent,
    /// How bounds of patterns cut it: at each place the value that stands there, and whether what
    /// begins at the place holds that value.
    pub edges: BTreeMap<i128, BTreeSet<(Value, bool)>>,
}

impl Axis {
    /// The axis of an input; `None` where its domain is not known.
    pub fn of<'a>(input: &Input, patterns: impl Iterator<Item = &'a Pattern> + Clone) -> Option<Axis> {
        let (points, len) = match &input.value.domain {
            Domain::Numbers(Numbers::Range { lo, hi, step }) => {
                let len = distance(*lo, *hi, *step)? + 1;
                (Points::Grid { lo: *lo, hi: *hi, step: *step }, len)
            }
            Domain::Numbers(Numbers::Values(values)) => {
                (Points::Numbers(values.iter().copied().collect()), values.len() as i128)
            }
            Domain::Calendar { first, last } => {
                let Type::Calendar(kind) = input.value.ty else { return None };
                (Points::Calendar { kind, first: *first }, i128::from(*last) - i128::from(*first) + 1)
            }
            Domain::Labels(labels) => listed(labels.iter().map(|label| Value::Label(*label))),
            Domain::Bool { no, yes } => {
                listed([(*no, false), (*yes, true)].into_iter().filter(|(can, _)| *can).map(|(_, is)| Value::Bool(is)))
            }
            Domain::Text => {
                let named: BTreeSet<Value> = patterns.clone().flat_map(named).cloned().collect();
                let len = named.len() as i128 + 1;
                (Points::Texts(named.into_iter().collect()), len)
            }
            Domain::Invalid => return None,
        };
        let ordered = matches!(points, Points::Grid { .. } | Points::Numbers(_) | Points::Calendar { .. });
        let extent = Extent { len, missing: input.value.optional, ordered };
        let mut axis = Axis { points, extent, edges: BTreeMap::new() };
        if ordered {
            patterns.for_each(|pattern| axis.note_edges(pattern));
        }
        Some(axis)
    }

    /// The places that a pattern takes; `None` where it is not known.
    pub fn places(&self, pattern: &Pattern) -> Option<Places> {
        let present = self.extent.present();
        Some(match pattern {
            Pattern::Any => present,
            Pattern::Otherwise => self.extent.all(),
            Pattern::Missing if self.extent.missing => Places::range(self.extent.len, self.extent.len),
            Pattern::Missing => Places::default(),
            Pattern::Interval { lo, hi } => {
                let first = lo.as_ref().map_or(Some(0), |bound| self.start(bound))?;
                let end = hi.as_ref().map_or(Some(self.extent.len), |bound| self.end(bound))?;
                Places::range(first, end - 1)
            }
            Pattern::Values(values) => self.values(values),
            Pattern::Not(values) => self.values(values).complement(0, self.extent.len - 1),
            Pattern::Invalid => return None,
        })
    }

    /// The value at a place; `None` for its absence and for texts that are not named.
    pub fn value(&self, place: i128) -> Option<Value> {
        let at = usize::try_from(place).ok()?;
        match &self.points {
            Points::Grid { lo, step, .. } => {
                let steps = Decimal::try_from_i128_with_scale(place, 0).ok()?;
                Some(Value::Number(exact::add(*lo, exact::mul(steps, *step)?)?))
            }
            Points::Numbers(values) => values.get(at).copied().map(Value::Number),
            Points::Listed(values) | Points::Texts(values) => values.get(at).cloned(),
            Points::Calendar { kind, first } => {
                let ordinal = i32::try_from(i128::from(*first) + place).ok()?;
                Some(Value::Calendar(Moment { kind: *kind, ordinal }))
            }
        }
    }

    /// The place of a number, where it is one of the values.
    pub fn place_of(&self, value: &Value) -> Option<i128> {
        let place = match &self.points {
            Points::Listed(values) | Points::Texts(values) => values.iter().position(|v| v == value)? as i128,
            _ => self.first_from(value, true)?,
        };
        // The place behind the last is the absence of a value, whatever the next value would be.
        (place < self.extent.len && self.value(place).as_ref() == Some(value)).then_some(place)
    }

    /// The place at which what a lower bound admits begins.
    pub fn start(&self, bound: &Bound) -> Option<i128> {
        self.first_from(&bound.value, bound.included)
    }

    /// The place after the last that an upper bound admits.
    pub fn end(&self, bound: &Bound) -> Option<i128> {
        self.first_from(&bound.value, !bound.included)
    }

    fn values(&self, values: &[Value]) -> Places {
        Places::of(values.iter().filter_map(|value| self.place_of(value)).map(|place| (place, place)))
    }

    /// The first place at (where `included`) or above `value`; the end of the axis where there is none.
    fn first_from(&self, value: &Value, included: bool) -> Option<i128> {
        match (&self.points, value) {
            (Points::Grid { lo, hi, step }, Value::Number(value)) => {
                if value < lo || (value == lo && included) {
                    return Some(0);
                }
                if value > hi {
                    return Some(self.extent.len);
                }
                let reached = exact::round(*value, *step, Rounding::Ceiling)?;
                let place = distance(*lo, reached, *step)?;
                Some(if reached == *value && !included { place + 1 } else { place })
            }
            (Points::Numbers(values), Value::Number(value)) => {
                Some(values.partition_point(|v| v < value || (v == value && !included)) as i128)
            }
            (Points::Calendar { first, .. }, Value::Calendar(moment)) => {
                let place = i128::from(moment.ordinal) - i128::from(*first) + i128::from(!included);
                Some(place.clamp(0, self.extent.len))
            }
            _ => None,
        }
    }

    fn note_edges(&mut self, pattern: &Pattern) {
        let mut cuts: Vec<(Value, bool)> = vec![];
        if let Pattern::Interval { lo, hi } = pattern {
            cuts.extend(lo.iter().map(|bound| (bound.value.clone(), bound.included)));
            cuts.extend(hi.iter().map(|bound| (bound.value.clone(), !bound.included)));
        }
        cuts.extend(named(pattern).flat_map(|value| [(value.clone(), true), (value.clone(), false)]));
        for (value, included) in cuts {
            if let Some(place) = self.first_from(&value, included) {
                self.edges.entry(place).or_default().insert((value, included));
            }
        }
    }
}

/// What a pattern looks like, as far as the rule of ladders asks.
pub(in crate::analysis) fn shape(pattern: &Pattern) -> Shape {
    match pattern {
        Pattern::Any => Shape::Any,
        Pattern::Interval { lo: Some(_), hi: None } => Shape::AtLeast,
        Pattern::Interval { lo: None, hi: Some(_) } => Shape::AtMost,
        _ => Shape::Other,
    }
}

/// The values that a pattern names one by one.
fn named(pattern: &Pattern) -> impl Iterator<Item = &Value> {
    match pattern {
        Pattern::Values(values) | Pattern::Not(values) => values.as_slice(),
        _ => &[],
    }
    .iter()
}

fn listed(values: impl Iterator<Item = Value>) -> (Points, i128) {
    let values: Vec<Value> = values.collect();
    let len = values.len() as i128;
    (Points::Listed(values), len)
}

/// How many steps `to` is above `from`, both multiples of it.
fn distance(from: Decimal, to: Decimal, step: Decimal) -> Option<i128> {
    exact::index(to, step)?.checked_sub(exact::index(from, step)?)
}
