//! All terms of a comparison, each once: two that are built alike have one number.

use std::collections::{BTreeMap, HashMap};

use super::{Atom, Constant, Head, Monomial, Space, TermId, Values};
use crate::analysis::coverage::Places;
use crate::ir::Text;
use crate::quantity::Fraction;

/// More terms than this are not made: what is left is not told apart any more.
const MOST: usize = 120_000;

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::compare) enum Term {
    /// A value that is no number.
    Constant(Constant),
    /// A number: monomials in their order, each with what it is multiplied by; of none, 0.
    Sum(Vec<(Monomial, Fraction)>),
    /// What is not taken apart.
    Atom(Atom),
    /// Parts of all that an axis can be, and what the term is in each; two parts at least, no two alike.
    Choice { axis: TermId, parts: Vec<(Places, TermId)> },
}

/// The terms of a comparison.
#[derive(Debug, Default)]
pub(in crate::compare) struct Terms {
    terms: Vec<Term>,
    numbers: HashMap<Term, TermId>,
    /// What each atom can be, as it was known when it was made.
    spaces: HashMap<TermId, Space>,
    /// What has been found of sums.
    pub(super) found: HashMap<TermId, Space>,
    /// The texts that are named.
    texts: Vec<Text>,
    /// What was chosen between.
    pub(super) chosen: HashMap<(TermId, TermId, TermId), TermId>,
    /// Choices as what they are in a sum.
    pub(super) settled: HashMap<TermId, (TermId, Fraction, TermId)>,
    unlike: usize,
}

impl Terms {
    /// The term of a number.
    pub fn get(&self, id: TermId) -> &Term {
        const NOTHING: &Term = &Term::Constant(Constant::Missing);
        self.terms.get(id.0 as usize).unwrap_or(NOTHING)
    }

    /// The number of a term.
    pub(super) fn put(&mut self, term: Term) -> TermId {
        if let Some(known) = self.numbers.get(&term) {
            return *known;
        }
        let id = TermId(u32::try_from(self.terms.len()).unwrap_or(u32::MAX));
        self.terms.push(term.clone());
        self.numbers.insert(term, id);
        id
    }

    /// Whether so much was made that no more is worth it.
    pub fn is_full(&self) -> bool {
        self.terms.len() > MOST
    }

    /// Something that is only itself.
    pub fn unlike(&mut self, space: Space) -> TermId {
        self.unlike += 1;
        self.atom(Head::Unlike(self.unlike), vec![], space)
    }

    /// An atom; what it can be is as it was said first.
    pub fn atom(&mut self, head: Head, of: Vec<TermId>, space: Space) -> TermId {
        let id = self.put(Term::Atom(Atom { head, of }));
        self.spaces.entry(id).or_insert(space);
        id
    }

    /// A value that is no number.
    pub fn constant(&mut self, constant: Constant) -> TermId {
        self.put(Term::Constant(constant))
    }

    /// `yes` or `no`
    pub fn truth(&mut self, is: bool) -> TermId {
        self.constant(Constant::Bool(is))
    }

    /// A number.
    pub fn number(&mut self, number: Fraction) -> TermId {
        let terms = if number.is_zero() { vec![] } else { vec![(vec![], number)] };
        self.put(Term::Sum(terms))
    }

    /// The number that a term is.
    pub fn as_number(&self, id: TermId) -> Option<Fraction> {
        match self.get(id) {
            Term::Sum(terms) => match terms.as_slice() {
                [] => Some(Fraction::ZERO),
                [(factors, number)] if factors.is_empty() => Some(number.clone()),
                _ => None,
            },
            Term::Constant(_) | Term::Atom(_) | Term::Choice { .. } => None,
        }
    }

    /// The value that a term is.
    pub fn as_constant(&self, id: TermId) -> Option<&Constant> {
        match self.get(id) {
            Term::Constant(constant) => Some(constant),
            Term::Sum(_) | Term::Atom(_) | Term::Choice { .. } => None,
        }
    }

    /// Whether a term is known to be `yes` or `no`.
    pub fn as_truth(&self, id: TermId) -> Option<bool> {
        match self.as_constant(id) {
            Some(Constant::Bool(is)) => Some(*is),
            _ => None,
        }
    }

    /// Whether it is the absence of a value.
    pub fn is_missing(&self, id: TermId) -> bool {
        self.as_constant(id) == Some(&Constant::Missing)
    }

    /// The monomials of a number.
    pub fn monomials(&self, id: TermId) -> BTreeMap<Monomial, Fraction> {
        match self.get(id) {
            Term::Sum(terms) => terms.iter().cloned().collect(),
            Term::Constant(_) | Term::Atom(_) | Term::Choice { .. } => BTreeMap::from([(vec![id], Fraction::ONE)]),
        }
    }

    /// The place of a text.
    pub fn text(&mut self, text: &Text) -> i128 {
        let at = self.texts.iter().position(|known| known == text).unwrap_or_else(|| {
            self.texts.push(text.clone());
            self.texts.len() - 1
        });
        i128::try_from(at).unwrap_or(0)
    }

    /// The text of a place.
    pub fn text_at(&self, place: i128) -> Option<&Text> {
        self.texts.get(usize::try_from(place).ok()?)
    }

    /// What a term can be.
    pub fn space(&mut self, id: TermId) -> Space {
        if let Some(known) = self.spaces.get(&id).or_else(|| self.found.get(&id)) {
            return known.clone();
        }
        let space = match self.get(id).clone() {
            Term::Sum(terms) => self.space_of_sum(&terms),
            Term::Choice { parts, .. } => {
                let each = parts.iter().map(|(_, term)| self.space(*term)).collect::<Vec<_>>();
                each.into_iter().reduce(|all, part| either(&all, &part)).unwrap_or(UNKNOWN)
            }
            Term::Constant(Constant::Missing) => Space { values: Values::Unknown, missing: true },
            Term::Constant(Constant::Bool(_)) => Space { values: Values::Bool, missing: false },
            Term::Constant(_) | Term::Atom(_) => UNKNOWN,
        };
        self.found.insert(id, space.clone());
        space
    }

    fn space_of_sum(&mut self, terms: &[(Monomial, Fraction)]) -> Space {
        let (mut lo, mut hi, mut step) = (Fraction::ZERO, Fraction::ZERO, Fraction::ZERO);
        for (factors, times) in terms {
            let Some((least, most, width)) = self.product(factors) else { return UNKNOWN };
            let (a, b) = (&least * times, &most * times);
            (lo, hi) = (&lo + (&a).min(&b), &hi + (&a).max(&b));
            let width = &width * times;
            let width = if width.is_negative() { -&width } else { width };
            step = step.common_step(&width);
        }
        Space { values: Values::Numbers { lo, hi, step }, missing: false }
    }

    /// The ends and the step of a product.
    fn product(&mut self, factors: &[TermId]) -> Option<(Fraction, Fraction, Fraction)> {
        factors.iter().try_fold((Fraction::ONE, Fraction::ONE, Fraction::ONE), |(lo, hi, step), factor| {
            let Values::Numbers { lo: low, hi: high, step: width } = self.space(*factor).values else { return None };
            let corners = [&lo * &low, &lo * &high, &hi * &low, &hi * &high];
            let least = corners.iter().min().cloned()?;
            let most = corners.iter().max().cloned()?;
            Some((least, most, &step * &width))
        })
    }
}

/// Nothing is known.
pub(super) const UNKNOWN: Space = Space { values: Values::Unknown, missing: false };

/// What is one or the other.
fn either(one: &Space, other: &Space) -> Space {
    let missing = one.missing || other.missing;
    let values = match (&one.values, &other.values) {
        (Values::Unknown, values) if one.missing => values.clone(),
        (values, Values::Unknown) if other.missing => values.clone(),
        (Values::Numbers { lo, hi, step }, Values::Numbers { lo: low, hi: high, step: width }) => {
            Values::Numbers { lo: lo.min(low).clone(), hi: hi.max(high).clone(), step: step.common_step(width) }
        }
        (one, other) if one == other => one.clone(),
        _ => Values::Unknown,
    };
    Space { values, missing }
}
