//! Where two policies give other results, and a record in each of these regions.

use super::names::Names;
use super::normal::{Head, MISSING, Term, TermId, Terms, Values};
use super::parts::{Part, whole};
use super::search::{Both, Entry, Record, Search, with};
use crate::analysis::coverage::Places;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::{Calendar, Fraction, Moment, Number};

/// So many records are begun from for one region.
const STARTS: usize = 30;
/// So many of them are moved on for long.
const MOVED: usize = 6;

impl Terms {
    /// Where an axis stands in a record: at which place.
    pub(super) fn place_of(&mut self, axis: TermId, names: &Names, old: &crate::eval::Evaluation) -> Option<i128> {
        match self.get(axis).clone() {
            Term::Atom(atom) => {
                let (Head::Named(name) | Head::Input(name)) = &atom.head else { return None };
                let slot = names.old.slot_named(name)?;
                let value = old.value(slot).ok()?.clone();
                self.place(axis, names.old, slot, &value)
            }
            Term::Sum(terms) => {
                let mut sum = Fraction::ZERO;
                for (factors, times) in terms {
                    let mut product = times;
                    for factor in factors {
                        let Term::Atom(atom) = self.get(factor) else { return None };
                        let (Head::Named(name) | Head::Input(name)) = &atom.head else { return None };
                        let value = old.value(names.old.slot_named(name)?).ok()?.number()?.clone();
                        product = &product * &value.into();
                    }
                    sum = &sum + &product;
                }
                let Values::Numbers { step, .. } = self.space(axis).values else { return None };
                whole(&sum.over(&step)?)
            }
            Term::Constant(_) | Term::Choice { .. } => None,
        }
    }

    fn place(&mut self, axis: TermId, policy: &Policy, slot: SlotId, value: &Value) -> Option<i128> {
        let space = self.space(axis);
        match (value, &space.values) {
            (Value::Missing, _) => Some(MISSING),
            (Value::Number(number), Values::Numbers { step, .. }) => whole(&Fraction::from(number.clone()).over(step)?),
            (Value::Bool(is), _) => Some(i128::from(*is)),
            (Value::Label(at), _) => space.label(policy.label(policy.slot(slot)?.ty, *at)?),
            (Value::Calendar(moment), _) => Some(moment.ordinal.into()),
            (Value::Text(text), _) => Some(self.text(text)),
            _ => None,
        }
    }

    /// The value at a place of an axis that is an input.
    pub(super) fn value_at(&mut self, axis: TermId, policy: &Policy, slot: SlotId, place: i128) -> Option<Value> {
        if place == MISSING {
            return Some(Value::Missing);
        }
        let ty = policy.slot(slot)?.ty;
        Some(match self.space(axis).values {
            Values::Numbers { step, .. } => {
                let steps = Fraction::from(Number::from(num_bigint::BigInt::from(place)));
                Value::Number((&steps * &step).number()?)
            }
            Values::Labels(names) => {
                let name = names.get(usize::try_from(place).ok()?)?;
                Value::Label(policy.labels(ty)?.place(name)?)
            }
            Values::Bool => Value::Bool(place == 1),
            Values::Calendar(..) => {
                let kind: Calendar = match ty {
                    crate::ir::Type::Calendar(kind) => kind,
                    _ => return None,
                };
                Value::Calendar(Moment { kind, ordinal: i32::try_from(place).ok()? })
            }
            Values::Text => Value::Text(self.text_at(place).cloned().unwrap_or_else(|| "—".into())),
            Values::Unknown => return None,
        })
    }
}

/// Looks for a record in a part that gives another result there.
pub(super) fn witness(terms: &mut Terms, names: &Names, search: &Search, part: &Part) -> Option<Record> {
    for number in 0..STARTS {
        let mut record = search.scattered(number);
        for (axis, places) in &part.axes {
            set(terms, names, search, &mut record, (*axis, places));
        }
        // Of the first some are moved on by one input after the other, where no one of them is enough.
        let moves = if number < MOVED { 3 + search.reads.len().min(8) } else { 3 };
        for _ in 0..moves {
            let both = search.evaluate(&record);
            if is_in(terms, names, part, &both) && search.differs(&both, part.old, part.new) {
                return Some(record);
            }
            let Some(lacking) = part.axes.iter().find(|(axis, places)| {
                terms.place_of(*axis, names, &both.0).is_some_and(|place| !places.contains(place))
            }) else {
                break;
            };
            match nearer(terms, names, search, &record, lacking) {
                Some(next) => record = next,
                None => break,
            }
        }
    }
    None
}

/// Whether a record lies in a part, as far as that can be told.
pub(super) fn is_in(terms: &mut Terms, names: &Names, part: &Part, both: &Both) -> bool {
    part.axes
        .iter()
        .all(|(axis, places)| terms.place_of(*axis, names, &both.0).is_none_or(|place| places.contains(place)))
}

/// Puts an input that is an axis where it is to be.
fn set(terms: &mut Terms, names: &Names, search: &Search, record: &mut Record, (axis, places): (TermId, &Places)) {
    let Term::Atom(atom) = terms.get(axis).clone() else { return };
    let (Head::Input(name) | Head::Named(name) | Head::Absent(name)) = &atom.head else { return };
    let Some(at) = search.reads.iter().position(|read| read.called == *name) else { return };
    if matches!(atom.head, Head::Absent(_)) {
        if places.contains(1) {
            *record = with(record, at, Entry::Absent);
        }
        return;
    }
    let Some(slot) = names.old.slot_named(name) else { return };
    let known = search.reads.get(at).map(|read| read.values.clone()).unwrap_or_default();
    let liked = known.into_iter().find(|entry| match entry {
        Entry::Value(value) => terms.place(axis, names.old, slot, value).is_some_and(|place| places.contains(place)),
        Entry::Absent => false,
    });
    let entry = liked.or_else(|| terms.value_at(axis, names.old, slot, places.first()?).map(Entry::Value));
    if let Some(entry) = entry {
        *record = with(record, at, entry);
    }
}

/// A record in which an axis that is worked out lies where it is to be, or nearer to that, one input being changed.
fn nearer(
    terms: &mut Terms,
    names: &Names,
    search: &Search,
    record: &Record,
    (axis, places): &(TermId, Places),
) -> Option<Record> {
    let mut place = |record: &Record| terms.place_of(*axis, names, &search.evaluate(record).0);
    let (first, last) = (places.first()?, places.last()?);
    let far = |place: i128| first.saturating_sub(place).max(place.saturating_sub(last));
    let mut best = (far(place(record)?), None);
    for at in 0..search.reads.len() {
        let values = search.reads.get(at).map(|read| read.values.clone()).unwrap_or_default();
        let (mut below, mut above): (Option<Value>, Option<Value>) = (None, None);
        for entry in values {
            let next = with(record, at, entry.clone());
            let Some(found) = place(&next) else { continue };
            if places.contains(found) {
                return Some(next);
            }
            if let Entry::Value(value @ Value::Number(_)) = entry {
                if found < first {
                    below = Some(value);
                } else if found > last {
                    above = Some(value);
                }
                if far(found) < best.0 {
                    best = (far(found), Some(next));
                }
            }
        }
        let (Some(mut low), Some(mut high)) = (below, above) else { continue };
        for _ in 0..64 {
            let (least, most) = if low < high { (&low, &high) } else { (&high, &low) };
            let Some(middle) = search.between(at, least, most) else { break };
            let next = with(record, at, Entry::Value(middle.clone()));
            let Some(found) = place(&next) else { break };
            if places.contains(found) {
                return Some(next);
            }
            if found < first { low = middle } else { high = middle }
        }
    }
    best.1
}
