//! The inputs of a table as axes: the places of their values, in order.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::analysis::coverage::{Extent, Places, Shape};
use crate::ir::{Bound, Input, Pattern, Type, Value};
use crate::quantity::{Calendar, Domain, Moment, Number, Numbers, Rounding};

/// More steps than this are not counted: places beside the last must be numbers too.
const MOST_STEPS: i128 = i128::MAX / 4;

/// The values of an input, each with a place.
#[derive(Debug, Clone)]
pub(in crate::analysis) enum Points {
    /// Multiples of a step, from `lo` to `hi`.
    Grid { lo: Number, hi: Number, step: Number },
    /// A few numbers, or of more than can be counted those beside the bounds of the patterns: one at least between
    /// any two bounds.
    Numbers(Vec<Number>),
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
            Domain::Numbers(Numbers::Range { lo, hi, step }) => match distance(lo, hi, step) {
                Some(steps) => (Points::Grid { lo: lo.clone(), hi: hi.clone(), step: step.clone() }, steps + 1),
                None => few(beside(lo, hi, step, patterns.clone())),
            },
            Domain::Numbers(Numbers::Values(values)) => few(values.iter().cloned()),
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
        let at = usize::try_from(place);
        match &self.points {
            Points::Grid { lo, step, .. } => Some(Value::Number(lo + &(Number::from(BigInt::from(place)) * step))),
            Points::Numbers(values) => values.get(at.ok()?).cloned().map(Value::Number),
            Points::Listed(values) | Points::Texts(values) => values.get(at.ok()?).cloned(),
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

    /// The ends of a range of places, with the bounds that rows nearby were written with, each with whether it is in it.
    pub fn bounds(&self, (lo, hi): (i128, i128)) -> Option<((Value, bool), (Value, bool))> {
        let edge = |place: i128, included: bool| {
            let edges = self.edges.get(&place)?;
            edges.iter().find(|(_, begins)| *begins == included).or(edges.first()).cloned()
        };
        let lower = edge(lo, true).or_else(|| Some((self.value(lo)?, true)))?;
        let upper = edge(hi + 1, false).map(|(value, begins)| (value, !begins));
        Some((lower, upper.or_else(|| Some((self.value(hi)?, true)))?))
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
                let reached = value.reach(step, Rounding::Ceiling);
                let place = distance(lo, &reached, step)?;
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

fn few(values: impl Iterator<Item = Number>) -> (Points, i128) {
    let values: Vec<Number> = values.collect();
    let len = values.len() as i128;
    (Points::Numbers(values), len)
}

/// Of the multiples of `step` from `lo` to `hi` those beside the bounds of patterns, with a neighbour, and the ends:
/// whatever no pattern tells apart has one of them.
fn beside<'a>(
    lo: &Number,
    hi: &Number,
    step: &Number,
    patterns: impl Iterator<Item = &'a Pattern>,
) -> impl Iterator<Item = Number> {
    let reached = patterns.flat_map(numbers_of).flat_map(|bound| {
        let (below, above) = (bound.reach(step, Rounding::Floor), bound.reach(step, Rounding::Ceiling));
        [&below - step, &above + step, below, above]
    });
    let inside = reached.filter(|number| lo <= number && number <= hi);
    inside.chain([lo.clone(), hi.clone()]).collect::<BTreeSet<Number>>().into_iter()
}

/// The numbers that a pattern names or is bounded by.
fn numbers_of(pattern: &Pattern) -> Vec<&Number> {
    let bounds = match pattern {
        Pattern::Interval { lo, hi } => vec![lo, hi],
        _ => vec![],
    };
    let bounds = bounds.into_iter().flatten().map(|bound| &bound.value);
    bounds.chain(named(pattern)).filter_map(Value::number).collect()
}

/// How many steps `to` is above `from`, both multiples of it; `None` where that cannot be counted.
fn distance(from: &Number, to: &Number, step: &Number) -> Option<i128> {
    (to - from).index(step)?.to_i128().filter(|steps| *steps < MOST_STEPS)
}
