//! Comparisons and patterns: which places of an axis they hold at.

use super::space::index;
use super::terms::UNKNOWN;
use super::{Constant, Head, MISSING, Space, Term, TermId, Terms, Values};
use crate::analysis::coverage::Places;
use crate::ir::{Comparison, Pattern, Value};
use crate::quantity::{Fraction, Rounding};

const TRUTH: Space = Space { values: Values::Bool, missing: false };

impl Terms {
    /// Whether one number is below another.
    pub(super) fn is_below(&mut self, one: TermId, other: TermId) -> TermId {
        self.compare_numbers(Comparison::Less, one, other)
    }

    fn compare_numbers(&mut self, op: Comparison, one: TermId, other: TermId) -> TermId {
        let apart = self.difference(one, other);
        self.map(apart, &mut |terms, end| terms.against_zero(op, end))
    }

    /// Whether a number that is no choice compares so with 0.
    fn against_zero(&mut self, op: Comparison, number: TermId) -> TermId {
        if self.as_constant(number).is_some() {
            return self.truth(false);
        }
        if let Some(number) = self.as_number(number) {
            return self.truth(holds(op, &number, &Fraction::ZERO));
        }
        let mut all = self.monomials(number);
        let rest = all.remove(&vec![]).unwrap_or(Fraction::ZERO);
        let lead = all.values().next().cloned().unwrap_or(Fraction::ONE);
        let by = Fraction::ONE.over(&lead).unwrap_or(Fraction::ONE);
        let rest = self.number(rest);
        let bare = self.difference(number, rest);
        let axis = self.times(bare, &by);
        let bound = self.as_number(rest).map_or(Fraction::ZERO, |rest| -&(&rest * &by));
        let op = if lead.is_negative() { op.mirrored() } else { op };
        self.on_axis(op, axis, &bound)
    }

    /// Whether an axis of numbers compares so with a bound.
    fn on_axis(&mut self, op: Comparison, axis: TermId, bound: &Fraction) -> TermId {
        let space = self.space(axis);
        if let Values::Numbers { step, .. } = &space.values
            && let Some(all) = space.places()
            && let Some(places) = places(op, bound, step, &all)
            && let Some(found) = self.lies_in(axis, &places)
        {
            return found;
        }
        let bound = self.number(bound.clone());
        let atom = self.atom(Head::Compare(op, vec![]), vec![axis, bound], TRUTH);
        self.holds(atom)
    }

    /// A truth value as a choice.
    pub fn holds(&mut self, term: TermId) -> TermId {
        if !matches!(self.get(term), Term::Atom(_)) {
            return term;
        }
        self.lies_in(term, &Places::range(1, 1)).unwrap_or(term)
    }

    /// Whether two values compare so; the labels in their order, where these are labels.
    pub(super) fn compare(&mut self, op: Comparison, one: TermId, other: TermId, labels: &[String]) -> TermId {
        self.map(one, &mut |terms, left| terms.map(other, &mut |terms, right| terms.compared(op, left, right, labels)))
    }

    fn compared(&mut self, op: Comparison, left: TermId, right: TermId, labels: &[String]) -> TermId {
        if self.is_missing(left) || self.is_missing(right) {
            return self.truth(false);
        }
        match (self.as_constant(left).cloned(), self.as_constant(right).cloned()) {
            (Some(one), Some(other)) => {
                let found = order(&one, &other, labels).is_some_and(|order| by_order(op, order));
                self.truth(found)
            }
            (None, Some(value)) => self.with_constant(op, left, &value, labels),
            (Some(value), None) => self.with_constant(op.mirrored(), right, &value, labels),
            (None, None) if self.is_number(left) || self.is_number(right) => self.compare_numbers(op, left, right),
            (None, None) => {
                let (op, of) = match op {
                    Comparison::Equal | Comparison::NotEqual if right < left => (op, vec![right, left]),
                    _ => (op, vec![left, right]),
                };
                let labels =
                    if matches!(op, Comparison::Equal | Comparison::NotEqual) { vec![] } else { labels.to_vec() };
                let atom = self.atom(Head::Compare(op, labels), of, TRUTH);
                self.holds(atom)
            }
        }
    }

    fn is_number(&mut self, term: TermId) -> bool {
        matches!(self.get(term), Term::Sum(_)) || matches!(self.space(term).values, Values::Numbers { .. })
    }

    /// Whether something that is no number compares so with a value.
    fn with_constant(&mut self, op: Comparison, term: TermId, value: &Constant, labels: &[String]) -> TermId {
        let space = self.space(term);
        let found = space.places().and_then(|all| {
            let present = all.without(&Places::range(MISSING, MISSING));
            match value {
                Constant::Label(name) => {
                    let at = labels.iter().position(|label| label == name)?;
                    let taken = labels.iter().enumerate().filter(|(place, _)| by_order(op, place.cmp(&at)));
                    Some(Places::of(taken.filter_map(|(_, label)| space.label(label)).map(|at| (at, at))))
                }
                Constant::Bool(is) => places(op, &truth(*is), &Fraction::ONE, &present),
                Constant::Calendar(moment) => {
                    places(op, &Fraction::from(crate::quantity::Number::from(moment.ordinal)), &Fraction::ONE, &present)
                }
                Constant::Text(text) => {
                    let at = self.text(text);
                    let same = Places::range(at, at);
                    match op {
                        Comparison::Equal => Some(same),
                        Comparison::NotEqual => Some(present.without(&same)),
                        _ => None,
                    }
                }
                Constant::Missing => None,
            }
        });
        match found.and_then(|places| self.lies_in(term, &places)) {
            Some(found) => found,
            None => {
                let value = self.constant(value.clone());
                let atom = self.atom(Head::Compare(op, labels.to_vec()), vec![term, value], TRUTH);
                self.holds(atom)
            }
        }
    }

    /// Whether there is no value.
    pub(super) fn missing(&mut self, term: TermId) -> TermId {
        self.map(term, &mut |terms, end| {
            if terms.is_missing(end) {
                return terms.truth(true);
            }
            let space = terms.space(end);
            if terms.as_constant(end).is_some() || !space.missing {
                return terms.truth(false);
            }
            terms.lies_in(end, &Places::range(MISSING, MISSING)).unwrap_or_else(|| terms.unlike(UNKNOWN))
        })
    }

    /// Whether a pattern takes a value; `constant` makes a term of one of its bounds or values.
    pub(super) fn takes(
        &mut self,
        term: TermId,
        pattern: &Pattern,
        labels: &[String],
        constant: &mut dyn FnMut(&mut Terms, &Value) -> TermId,
    ) -> TermId {
        let present = |terms: &mut Terms| {
            let missing = terms.missing(term);
            terms.not(missing)
        };
        match pattern {
            Pattern::Otherwise => self.truth(true),
            Pattern::Any => present(self),
            Pattern::Missing => self.missing(term),
            Pattern::Invalid => self.unlike(UNKNOWN),
            Pattern::Values(values) => {
                let none = self.truth(false);
                values.iter().fold(none, |found, value| {
                    let value = constant(self, value);
                    let same = self.compare(Comparison::Equal, term, value, labels);
                    self.either(found, same)
                })
            }
            Pattern::Not(values) => {
                let there = present(self);
                values.iter().fold(there, |found, value| {
                    let value = constant(self, value);
                    let other = self.compare(Comparison::NotEqual, term, value, labels);
                    self.both(found, other)
                })
            }
            Pattern::Interval { lo, hi } => {
                let all = present(self);
                let ends = [
                    (lo, [Comparison::Greater, Comparison::GreaterEqual]),
                    (hi, [Comparison::Less, Comparison::LessEqual]),
                ];
                ends.into_iter().filter_map(|(bound, ops)| Some((bound.as_ref()?, ops))).fold(
                    all,
                    |found, (bound, [open, closed])| {
                        let value = constant(self, &bound.value);
                        let op = if bound.included { closed } else { open };
                        let within = self.compare(op, term, value, labels);
                        self.both(found, within)
                    },
                )
            }
        }
    }
}

/// The places, of multiples of a step, that compare so with a bound.
fn places(op: Comparison, bound: &Fraction, step: &Fraction, all: &Places) -> Option<Places> {
    let present = all.without(&Places::range(MISSING, MISSING));
    let (first, last) = (present.first()?, present.last()?);
    let (below, above) = (index(bound, step, Rounding::Floor)?, index(bound, step, Rounding::Ceiling)?);
    let on = below == above;
    let same = if on { Places::range(below, below) } else { Places::default() };
    Some(match op {
        Comparison::Equal => same.intersection(&present),
        Comparison::NotEqual => present.without(&same),
        Comparison::Less => Places::range(first, above - 1),
        Comparison::LessEqual => Places::range(first, below),
        Comparison::Greater => Places::range(below + 1, last),
        Comparison::GreaterEqual => Places::range(above, last),
    })
}

fn holds(op: Comparison, one: &Fraction, other: &Fraction) -> bool {
    by_order(op, one.cmp(other))
}

fn by_order(op: Comparison, order: std::cmp::Ordering) -> bool {
    match op {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterEqual => order.is_ge(),
    }
}

/// How two values stand to each other; of labels, by their places.
fn order(one: &Constant, other: &Constant, labels: &[String]) -> Option<std::cmp::Ordering> {
    Some(match (one, other) {
        (Constant::Label(one), Constant::Label(other)) => {
            let place = |name: &String| labels.iter().position(|label| label == name);
            match (place(one), place(other)) {
                (Some(one), Some(other)) => one.cmp(&other),
                _ => one.cmp(other),
            }
        }
        (Constant::Bool(one), Constant::Bool(other)) => one.cmp(other),
        (Constant::Text(one), Constant::Text(other)) => one.cmp(other),
        (Constant::Calendar(one), Constant::Calendar(other)) => one.cmp(other),
        _ => return None,
    })
}

fn truth(is: bool) -> Fraction {
    if is { Fraction::ONE } else { Fraction::ZERO }
}
