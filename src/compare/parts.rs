//! The parts of what two policies read in which they answer otherwise.

use super::changes::Held;
use super::normal::{Term, TermId, Terms, Values};
use crate::analysis::coverage::Places;
use crate::ir::{Role, SlotId};
use crate::quantity::{Fraction, Number};

/// More regions than this are not told of one name.
const MOST: usize = 12;
/// As many paths are looked at before they are joined.
const MOST_PATHS: usize = 64;
/// Where each axis lies.
type Path = Vec<(TermId, Places)>;

/// A path, and what both terms are at its end.
struct Way {
    path: Path,
    ends: (TermId, TermId),
    /// Whether not both are a value, so that it is no step that lies between them.
    bent: bool,
}

/// A part of what two slots read, in which they answer differently.
pub(super) struct Part {
    /// The slot in the old policy.
    pub old: SlotId,
    /// The slot in the new policy.
    pub new: SlotId,
    /// Where each axis lies.
    pub axes: Path,
}

/// The parts in which slots that are found otherwise differ.
pub(super) fn parts(held: &mut Held) -> Vec<Part> {
    let names = held.names;
    let pairs: Vec<(SlotId, SlotId)> = (0..names.new.slots.len())
        .map(SlotId)
        .filter(|new| names.new.slot(*new).is_some_and(|slot| answers(slot.role)))
        .filter_map(|new| Some((names.old_slot(new)?, new)))
        .collect();
    let own = held.own();
    let mut found = vec![];
    for (old, new) in pairs {
        let Some(both) = held.terms_of(old, new, false).filter(|[one, other]| one != other) else { continue };
        let [one, other] = held.terms.where_own(own, both);
        let mut axes = vec![];
        held.terms.apart(one, other, &mut vec![], &mut axes);
        found.extend(joined(axes).into_iter().take(MOST).map(|way| Part { old, new, axes: way.path }));
    }
    found
}

/// Ways that part on one axis alone are one, on which that axis lies in either of both: where they end in the same, or
/// one policy goes on as a line where the other has reached its bound.
fn joined(ways: Vec<Way>) -> Vec<Way> {
    let mut found: Vec<Way> = vec![];
    for mut way in ways {
        while let Some((at, both)) = found.iter().enumerate().find_map(|(at, known)| Some((at, as_one(known, &way)?))) {
            found.remove(at);
            way = both;
        }
        found.push(way);
    }
    found
}

fn as_one(one: &Way, other: &Way) -> Option<Way> {
    let bent = (one.bent || other.bent) && (one.ends.0 == other.ends.0 || one.ends.1 == other.ends.1);
    let alike = one.path.len() == other.path.len() && one.path.iter().zip(&other.path).all(|(a, b)| a.0 == b.0);
    let apart = one.path.iter().zip(&other.path).filter(|(a, b)| a.1 != b.1).count();
    if !alike || apart > 1 || !(bent || one.ends == other.ends) {
        return None;
    }
    let path = one.path.iter().zip(&other.path).map(|(a, b)| (a.0, a.1.union(&b.1))).collect();
    Some(Way { path, ends: one.ends, bent: one.bent || other.bent })
}

fn answers(role: Role) -> bool {
    !matches!(role, Role::Field | Role::Lookup | Role::Details | Role::Joint | Role::Total | Role::Ensure | Role::Let)
}

impl Terms {
    /// The paths along which two terms end in others.
    fn apart(&mut self, one: TermId, other: TermId, path: &mut Path, found: &mut Vec<Way>) {
        if one == other || found.len() >= MOST_PATHS {
            return;
        }
        let axes = [one, other].map(|term| match self.get(term) {
            Term::Choice { axis, .. } => Some(*axis),
            Term::Constant(_) | Term::Sum(_) | Term::Atom(_) => None,
        });
        let Some(axis) = axes.into_iter().flatten().min() else {
            let path = self.without_equals(one, other, path.clone());
            let is_value = |term: TermId| matches!(self.get(term), Term::Constant(_)) || self.as_number(term).is_some();
            let bent = !is_value(one) || !is_value(other);
            found.extend(path.map(|path| Way { path, ends: (one, other), bent }));
            return;
        };
        let [ones, others] = [one, other].map(|term| self.along(axis, term));
        for (places, left) in &ones {
            for (others, right) in &others {
                let both = places.intersection(others);
                if !both.is_empty() {
                    path.push((axis, both));
                    self.apart(*left, *right, path, found);
                    path.pop();
                }
            }
        }
    }

    /// A path without the value at which two lines along one axis meet; nothing where there is no other.
    fn without_equals(&mut self, one: TermId, other: TermId, mut path: Path) -> Option<Path> {
        let is_line = |term: TermId| matches!(self.get(term), Term::Sum(_) | Term::Atom(_));
        if !is_line(one) && !is_line(other) {
            return Some(path);
        }
        let apart = self.difference(one, other);
        let mut all = self.monomials(apart);
        let rest = all.remove(&vec![]).unwrap_or(Fraction::ZERO);
        let mut each = all.into_iter();
        let (Some((factors, times)), None) = (each.next(), each.next()) else { return Some(path) };
        let [axis] = factors.as_slice() else { return Some(path) };
        let space = self.space(*axis);
        let (Values::Numbers { step, .. }, Some(all)) = (&space.values, space.places()) else { return Some(path) };
        let meet = (-&rest).over(&times).and_then(|at| at.over(step)).and_then(|at| whole(&at));
        let Some(meet) = meet.filter(|meet| all.contains(*meet)) else { return Some(path) };
        let meet = Places::range(meet, meet);
        match path.iter_mut().find(|(known, _)| known == axis) {
            Some((_, places)) => *places = places.without(&meet),
            None => path.push((*axis, all.without(&meet))),
        }
        path.iter().all(|(_, places)| !places.is_empty()).then_some(path)
    }
}

/// A whole number.
pub(super) fn whole(number: &Fraction) -> Option<i128> {
    use num_traits::ToPrimitive;
    let (whole, one) = number.parts();
    (*one == Number::ONE).then(|| whole.decimal()?.to_i128()).flatten()
}
