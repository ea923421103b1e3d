//! Choices: one term where a condition holds, another where not; nested in the order of their axes.

use std::collections::HashMap;

use super::{Constant, Term, TermId, Terms};
use crate::analysis::coverage::Places;

impl Terms {
    /// What an axis comes to in each of its parts, which lie apart; parts that answer alike are one. Every choice in a
    /// part is on a later axis.
    fn choice(&mut self, axis: TermId, parts: Vec<(Places, TermId)>) -> TermId {
        let mut joined: Vec<(Places, TermId)> = vec![];
        for (places, term) in parts.into_iter().filter(|(places, _)| !places.is_empty()) {
            match joined.iter_mut().find(|(_, known)| *known == term) {
                Some((known, _)) => *known = known.union(&places),
                None => joined.push((places, term)),
            }
        }
        joined.sort_unstable();
        match joined.as_slice() {
            [] => self.constant(Constant::Missing),
            [(_, only)] => *only,
            _ => self.put(Term::Choice { axis, parts: joined }),
        }
    }

    /// Whether an axis lies in some places; `None` where it has none.
    pub(super) fn lies_in(&mut self, axis: TermId, places: &Places) -> Option<TermId> {
        let all = self.space(axis).places()?;
        let (yes, no) = (self.truth(true), self.truth(false));
        let within = places.intersection(&all);
        let without = all.without(places);
        Some(self.choice(axis, vec![(within, yes), (without, no)]))
    }

    /// `then` where a condition holds, else `otherwise`.
    pub fn select(&mut self, condition: TermId, then: TermId, otherwise: TermId) -> TermId {
        match self.as_truth(condition) {
            Some(true) => return then,
            Some(false) => return otherwise,
            None if then == otherwise => return then,
            None => {}
        }
        let key = (condition, then, otherwise);
        if let Some(known) = self.chosen.get(&key) {
            return *known;
        }
        if self.is_full() {
            return self.unlike(super::terms::UNKNOWN);
        }
        let axes = [condition, then, otherwise].into_iter().filter_map(|term| self.axis(term));
        let Some(axis) = axes.min() else {
            // A condition that is no choice, which an unknown value can be: nothing is known of what it chooses.
            return self.unlike(super::terms::UNKNOWN);
        };
        let [conditions, thens, others] = [condition, then, otherwise].map(|term| self.along(axis, term));
        let mut parts = vec![];
        for (places, condition) in &conditions {
            for (place, then) in meeting(places, &thens) {
                for (place, otherwise) in meeting(&place, &others) {
                    parts.push((place, self.select(*condition, then, otherwise)));
                }
            }
        }
        let chosen = self.choice(axis, parts);
        self.chosen.insert(key, chosen);
        chosen
    }

    /// The axis of a choice.
    fn axis(&self, term: TermId) -> Option<TermId> {
        match self.get(term) {
            Term::Choice { axis, .. } => Some(*axis),
            Term::Constant(_) | Term::Sum(_) | Term::Atom(_) => None,
        }
    }

    /// The parts of a term along an axis: of what does not choose there, one for all.
    pub fn along(&mut self, axis: TermId, term: TermId) -> Vec<(Places, TermId)> {
        match self.get(term) {
            Term::Choice { axis: own, parts } if *own == axis => parts.clone(),
            _ => vec![(self.space(axis).places().unwrap_or_default(), term)],
        }
    }

    /// What each end of a term's choices becomes.
    pub fn map(&mut self, term: TermId, make: &mut dyn FnMut(&mut Terms, TermId) -> TermId) -> TermId {
        self.map_known(term, make, &mut HashMap::new())
    }

    fn map_known(
        &mut self,
        term: TermId,
        make: &mut dyn FnMut(&mut Terms, TermId) -> TermId,
        known: &mut HashMap<TermId, TermId>,
    ) -> TermId {
        if let Some(known) = known.get(&term) {
            return *known;
        }
        let made = match self.get(term).clone() {
            Term::Choice { axis, parts } => {
                let parts = parts.into_iter().map(|(places, part)| (places, self.map_known(part, make, known)));
                let parts = parts.collect();
                self.joined(axis, parts)
            }
            Term::Constant(_) | Term::Sum(_) | Term::Atom(_) => make(self, term),
        };
        known.insert(term, made);
        made
    }

    /// The choice on an axis, wherever the axes of its parts stand in the order.
    fn joined(&mut self, axis: TermId, parts: Vec<(Places, TermId)>) -> TermId {
        if parts.iter().all(|(_, part)| self.axis(*part).is_none_or(|inner| inner > axis)) {
            return self.choice(axis, parts);
        }
        let mut parts = parts.into_iter();
        let first = parts.next().map_or_else(|| self.constant(Constant::Missing), |(_, part)| part);
        parts.fold(first, |rest, (places, part)| match self.lies_in(axis, &places) {
            Some(condition) => self.select(condition, part, rest),
            None => self.unlike(super::terms::UNKNOWN),
        })
    }

    /// How many ends the choices of a term have, up to a limit.
    pub(super) fn ends(&self, term: TermId, limit: usize) -> usize {
        match self.get(term) {
            Term::Choice { parts, .. } => {
                parts.iter().fold(0, |sum, (_, part)| if sum > limit { sum } else { sum + self.ends(*part, limit) })
            }
            Term::Constant(_) | Term::Sum(_) | Term::Atom(_) => 1,
        }
    }

    /// The first end of a term's choices that is there.
    pub(super) fn first_end(&self, term: TermId) -> Option<TermId> {
        match self.get(term) {
            Term::Choice { parts, .. } => parts.iter().find_map(|(_, part)| self.first_end(*part)),
            Term::Constant(Constant::Missing) => None,
            Term::Constant(_) | Term::Sum(_) | Term::Atom(_) => Some(term),
        }
    }

    /// Whether both hold.
    pub fn both(&mut self, one: TermId, other: TermId) -> TermId {
        let no = self.truth(false);
        self.select(one, other, no)
    }

    /// Whether one of both holds.
    pub fn either(&mut self, one: TermId, other: TermId) -> TermId {
        let yes = self.truth(true);
        self.select(one, yes, other)
    }

    /// Whether something does not hold.
    pub fn not(&mut self, condition: TermId) -> TermId {
        let (yes, no) = (self.truth(true), self.truth(false));
        self.select(condition, no, yes)
    }
}

/// The parts that have places in common with some, and these.
fn meeting(places: &Places, parts: &[(Places, TermId)]) -> Vec<(Places, TermId)> {
    let each = parts.iter().map(|(others, term)| (places.intersection(others), *term));
    each.filter(|(places, _)| !places.is_empty()).collect()
}
