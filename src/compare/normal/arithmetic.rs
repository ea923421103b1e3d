//! Sums, products and what rounds them.

use std::collections::BTreeMap;

use super::terms::UNKNOWN;
use super::{Constant, Head, Monomial, Space, Term, TermId, Terms, Values};
use crate::quantity::{Decimal, Fraction, Number, Rounding};

/// A product of choices is told apart up to so many ends.
const MOST_ENDS: usize = 192;

impl Terms {
    /// The sum of some numbers.
    pub(super) fn sum(&mut self, parts: &[(TermId, Fraction)]) -> TermId {
        let mut all: BTreeMap<Monomial, Fraction> = BTreeMap::new();
        for (term, times) in parts {
            if self.is_missing(*term) {
                return *term;
            }
            self.add(&mut all, *term, times);
        }
        self.summed(all)
    }

    /// Adds a number so many times; a choice as its first end and how it departs from that.
    fn add(&mut self, all: &mut BTreeMap<Monomial, Fraction>, term: TermId, times: &Fraction) {
        if times.is_zero() {
            return;
        }
        if matches!(self.get(term), Term::Choice { .. }) {
            let (choice, scale, first) = self.settled(term);
            note(all, vec![choice], &(times * &scale));
            self.add(all, first, times);
            return;
        }
        for (factors, number) in self.monomials(term) {
            note(all, factors, &(times * &number));
        }
    }

    /// The number that monomials come to. One choice among what is none is a choice between sums.
    fn summed(&mut self, all: BTreeMap<Monomial, Fraction>) -> TermId {
        let is_choice = |terms: &Terms, factor: &TermId| matches!(terms.get(*factor), Term::Choice { .. });
        let with: Vec<&Monomial> =
            all.keys().filter(|factors| factors.iter().any(|factor| is_choice(self, factor))).collect();
        if let [only] = with.as_slice()
            && let [choice] = only.as_slice()
        {
            let (choice, only) = (*choice, (*only).clone());
            let mut rest = all;
            let times = rest.remove(&only).unwrap_or(Fraction::ONE);
            return self.map(choice, &mut |terms, end| {
                if terms.is_missing(end) {
                    return end;
                }
                let mut sum = rest.clone();
                for (factors, number) in terms.monomials(end) {
                    note(&mut sum, factors, &(&times * &number));
                }
                terms.plain(sum)
            });
        }
        self.plain(all)
    }

    fn plain(&mut self, all: BTreeMap<Monomial, Fraction>) -> TermId {
        let terms: Vec<(Monomial, Fraction)> = all.into_iter().collect();
        match terms.as_slice() {
            [(factors, number)] if *number == Fraction::ONE && factors.len() == 1 => {
                factors.first().copied().unwrap_or(TermId(0))
            }
            _ => self.put(Term::Sum(terms)),
        }
    }

    /// A choice as `scale × choice + first`, where the choice is 0 at its first end and has 1 as its first factor
    /// where it is something else.
    fn settled(&mut self, term: TermId) -> (TermId, Fraction, TermId) {
        if let Some(known) = self.settled.get(&term) {
            return known.clone();
        }
        let first = self.first_end(term).unwrap_or(term);
        let minus = -&Fraction::ONE;
        let apart = self.map(term, &mut |terms, end| terms.sum(&[(end, Fraction::ONE), (first, minus.clone())]));
        let scale = self.lead(apart).unwrap_or(Fraction::ONE);
        let by = Fraction::ONE.over(&scale).unwrap_or(Fraction::ONE);
        let choice = self.map(apart, &mut |terms, end| terms.sum(&[(end, by.clone())]));
        let settled = (choice, scale, first);
        self.settled.insert(term, settled.clone());
        settled
    }

    /// The first number in a term that is not 0.
    fn lead(&self, term: TermId) -> Option<Fraction> {
        match self.get(term) {
            Term::Choice { parts, .. } => parts.iter().find_map(|(_, part)| self.lead(*part)),
            Term::Sum(terms) => terms.first().map(|(_, number)| number.clone()),
            Term::Atom(_) => Some(Fraction::ONE),
            Term::Constant(_) => None,
        }
    }

    /// A number so many times.
    pub(super) fn times(&mut self, term: TermId, times: &Fraction) -> TermId {
        self.sum(&[(term, times.clone())])
    }

    /// One number less another.
    pub fn difference(&mut self, one: TermId, other: TermId) -> TermId {
        self.sum(&[(one, Fraction::ONE), (other, -&Fraction::ONE)])
    }

    /// The product of two numbers.
    pub(super) fn product_of(&mut self, one: TermId, other: TermId) -> TermId {
        if let Some(number) = self.as_number(one) {
            return self.times(other, &number);
        }
        if let Some(number) = self.as_number(other) {
            return self.times(one, &number);
        }
        if self.is_missing(one) || self.is_missing(other) {
            return self.constant(Constant::Missing);
        }
        let ends = self.ends(one, MOST_ENDS).saturating_mul(self.ends(other, MOST_ENDS));
        if ends > 1 && ends <= MOST_ENDS {
            return self
                .map(one, &mut |terms, left| terms.map(other, &mut |terms, right| terms.product_of(left, right)));
        }
        let [mut left, mut right] = [BTreeMap::new(), BTreeMap::new()];
        self.add(&mut left, one, &Fraction::ONE);
        self.add(&mut right, other, &Fraction::ONE);
        let mut all = BTreeMap::new();
        for (factors, number) in &left {
            for (others, times) in &right {
                let mut factors: Monomial = factors.iter().chain(others).copied().collect();
                factors.sort_unstable();
                note(&mut all, factors, &(number * times));
            }
        }
        self.summed(all)
    }

    /// A number rounded; one that surely is a multiple of the step, as it is.
    pub(super) fn round(&mut self, term: TermId, step: Decimal, mode: Rounding) -> TermId {
        if step.is_zero() {
            return term;
        }
        self.map(term, &mut |terms, end| {
            if terms.is_missing(end) {
                return end;
            }
            if let Some(number) = terms.as_number(end) {
                let (dividend, divisor) = number.parts();
                let rounded = dividend.quotient(divisor, step, mode).unwrap_or_default();
                return terms.number(rounded.into());
            }
            let to = Fraction::from(Number::from(step));
            let space = terms.space(end);
            let values = match &space.values {
                Values::Numbers { step: width, .. } if is_whole(width, &to) => return end,
                Values::Numbers { lo, hi, .. } => {
                    let [lo, hi] = [lo, hi].map(|side| {
                        let (dividend, divisor) = side.parts();
                        Fraction::from(dividend.quotient(divisor, step, mode).unwrap_or_default())
                    });
                    Values::Numbers { lo, hi, step: to }
                }
                other => other.clone(),
            };
            terms.atom(Head::Round(step, mode), vec![end], Space { values, missing: false })
        })
    }

    /// One number over another, rounded; what it can be is as it is said, where there is no telling.
    pub(super) fn quotient(
        &mut self,
        (one, other): (TermId, TermId),
        (step, mode): (Decimal, Rounding),
        space: &Space,
    ) -> TermId {
        self.map(other, &mut |terms, divisor| {
            if let Some(number) = terms.as_number(divisor) {
                let Some(by) = Fraction::ONE.over(&number) else { return terms.constant(Constant::Missing) };
                let over = terms.times(one, &by);
                return terms.round(over, step, mode);
            }
            // Both may be multiplied by the same.
            let by = terms.lead(divisor).and_then(|lead| Fraction::ONE.over(&lead)).unwrap_or(Fraction::ONE);
            let below = terms.times(divisor, &by);
            terms.map(one, &mut |terms, dividend| {
                if terms.as_number(dividend).is_some_and(|number| number.is_zero()) {
                    return dividend;
                }
                let above = terms.times(dividend, &by);
                terms.atom(Head::Quotient(step, mode), vec![above, below], space.clone())
            })
        })
    }

    /// The greatest or least of some numbers.
    pub(super) fn extreme(&mut self, greatest: bool, mut values: Vec<TermId>) -> TermId {
        values.sort_unstable();
        values.dedup();
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return self.unlike(UNKNOWN) };
        values.fold(first, |best, next| {
            let below = self.is_below(best, next);
            if greatest { self.select(below, next, best) } else { self.select(below, best, next) }
        })
    }
}

/// Whether one step is a whole number of another.
pub(super) fn is_whole(width: &Fraction, step: &Fraction) -> bool {
    width.is_zero() || width.over(step).is_some_and(|times| *times.parts().1 == Number::ONE)
}

fn note(all: &mut BTreeMap<Monomial, Fraction>, factors: Monomial, number: &Fraction) {
    let sum = all.entry(factors).or_insert(Fraction::ZERO);
    *sum = &*sum + number;
    if sum.is_zero() {
        all.retain(|_, number| !number.is_zero());
    }
}
