//! Which records only one of two policies admits.

use super::names::{Names, carried};
use super::own;
use super::witness::Given;
use crate::analysis::marks;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::{Calendar, Moment};

/// A record for each policy that only that one admits, as far as one is found in its fields and the time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Admitted {
    /// The field of a record that only the old policy admits, with its value.
    pub only_old: Option<Given>,
    /// The field of a record that only the new policy admits, with its value.
    pub only_new: Option<Given>,
}

/// Looks for both.
pub(super) fn admitted(names: &Names) -> Admitted {
    let pairs = (0..names.new.fields.len()).map(SlotId).filter_map(|new| Some((names.old_slot(new)?, new)));
    let pairs: Vec<(SlotId, SlotId)> = pairs.filter(|(old, _)| names.old.field(*old).is_some()).collect();
    let alone = |old: bool| {
        let (one, other) = if old { (names.old, names.new) } else { (names.new, names.old) };
        let found = pairs.iter().find_map(|(was, is)| {
            let (slot, place) = if old { (*was, *is) } else { (*is, *was) };
            outside((one, slot), (other, place)).map(|value| (slot, value))
        });
        let found =
            found.or_else(|| required(names, old)).or_else(|| time(one, other)).or_else(|| own::alone(names, old));
        found.map(|(slot, value)| {
            let name = one.slot(slot).or_else(|| other.slot(slot)).map(|slot| slot.name.clone()).unwrap_or_default();
            let given = Some((slot, value));
            let (was, is) = if old { (given, None) } else { (None, given) };
            Given { name, old: was, new: is, absent: false, matters: true }
        })
    };
    Admitted { only_old: alone(true), only_new: alone(false) }
}

/// A value of a field that the other policy does not take.
fn outside((one, slot): (&Policy, SlotId), (other, place): (&Policy, SlotId)) -> Option<Value> {
    let (own, theirs) = (one.slot(slot)?, other.slot(place)?);
    let (field, their) = (one.field(slot)?, other.field(place)?);
    if field.is_required() != their.is_required() && !field.is_required() && !field.key && !field.period {
        return Some(Value::Missing);
    }
    let taken = |value: &Value| {
        carried((one, own.ty), (other, theirs.ty), value)
            .is_some_and(|value| value == Value::Missing || value.lies_in(&theirs.domain) || their.rounded)
    };
    marks(one, slot, std::iter::empty()).values.into_iter().find(|value| *value != Value::Missing && !taken(value))
}

/// A field that only the other policy has, and needs.
fn required(names: &Names, old: bool) -> Option<(SlotId, Value)> {
    let lacking = |policy: &Policy, known: &dyn Fn(SlotId) -> bool| {
        let mut fields = policy.fields.iter().enumerate().map(|(at, field)| (SlotId(at), field));
        fields.find(|(slot, field)| field.is_required() && !known(*slot)).map(|(slot, _)| slot)
    };
    let found = if old {
        lacking(names.new, &|slot| names.old_slot(slot).is_some())
    } else {
        lacking(names.old, &|slot| names.new_slot(slot).is_some())
    };
    found.map(|slot| (slot, Value::Missing))
}

/// A period in which only one of both holds.
fn time(one: &Policy, other: &Policy) -> Option<(SlotId, Value)> {
    let slot = one.period()?;
    let holds = |policy: &Policy, moment: Moment| {
        let (from, until) = policy.header.effective;
        from.is_none_or(|from| from <= moment) && until.is_none_or(|until| moment <= until)
    };
    let (from, until) = one.header.effective;
    let (start, end) = other.header.effective;
    let beside = |moment: Moment, by: i32| Moment { ordinal: moment.ordinal.saturating_add(by), ..moment };
    let tried = [from, until, start.map(|it| beside(it, -1)), end.map(|it| beside(it, 1))];
    let kind: Option<Calendar> = one.header.period;
    let mut tried = tried.into_iter().flatten().filter(|moment| Some(moment.kind) == kind);
    tried.find(|moment| holds(one, *moment) && !holds(other, *moment)).map(|moment| (slot, Value::Calendar(moment)))
}
