//! Several records at once, of which one comes out otherwise: what hangs on others shows in no record alone.

use super::names::{Names, carried};
use super::own::{self, Own};
use super::witness::Given;
use super::{Region, Verdict, equal};
use crate::analysis::marks;
use crate::batch::suppose;
use crate::data::Past;
use crate::eval::Evaluation;
use crate::ir::{Policy, Relation, RelationKind, Slot, SlotId, Step, Type, Value};

/// So many crowds are tried.
const CROWDS: usize = 400;
/// No crowd is greater.
const MOST: usize = 5;

/// A field of both policies, or of one, and values that both take.
struct Field {
    old: Option<SlotId>,
    new: Option<SlotId>,
    name: String,
    key: bool,
    period: bool,
    values: Vec<Value>,
    /// Of a lookup the places of the fields by which its row is found: those who agree in them have one row.
    joined: Option<Vec<usize>>,
}

/// Looks for some people of whom one comes out otherwise, where what both policies ask of others is asked of the people
/// alone; of earlier periods there are no records.
pub(super) fn differing(names: &Names, open: &[equal::Result]) -> Option<(Verdict, Vec<Region>)> {
    if [names.old, names.new].into_iter().any(|policy| !asks_only_people(policy)) {
        return None;
    }
    let fields = fields(names);
    let own = Own::of(names);
    let crowd = (0..CROWDS).find_map(|number| {
        let mut crowd = drawn(&fields, number);
        crowd.retain(|person| takes(names, &fields, &own, person));
        apart(names, &fields, open, &crowd).map(|_| crowd)
    })?;
    let crowd = fewest(names, &fields, open, crowd);
    let (at, both) = apart(names, &fields, open, &crowd)?;
    Some((Verdict::Differs, vec![region(names, &fields, open, (&crowd, at), &both)?]))
}

/// Whether a policy reads nothing but records and the row of each in a lookup, and at least something of others.
fn asks_only_people(policy: &Policy) -> bool {
    let far = |step: &Step| matches!(step, Step::OverRows(_));
    let is_row = |relation: &Relation| relation.kind == RelationKind::Lookup && relation.steps.is_empty();
    policy.relations.iter().all(is_row) && !policy.steps.iter().any(far) && policy.steps.iter().any(Step::is_joint)
}

fn fields(names: &Names) -> Vec<Field> {
    let of = |(old, new): (Option<SlotId>, Option<SlotId>)| {
        let (policy, slot) = new.map_or((names.old, old), |new| (names.new, Some(new)));
        let field = policy.field(slot?)?;
        let mut values = marks(policy, slot?, policy.steps.iter()).values;
        let lies = |value: &Value| policy.slot(slot?).map(|slot| value.lies_in(&slot.domain));
        values.extend(own::named(policy).into_iter().filter(|value| lies(value) == Some(true)));
        if let (Some(old), Some(new)) = (old, new) {
            values.retain(|value| is_taken(names, (old, new), value));
        }
        // People of one group, and of two.
        if policy.slot(slot?).is_some_and(|slot| slot.ty == Type::Text) {
            values.extend(["A", "B"].map(|text| Value::Text(text.into())));
        }
        let (name, key, period) = (field.name.clone(), field.key, field.period);
        Some(Field { old, new, name, key, period, values, joined: None })
    };
    let news = (0..names.new.fields.len()).map(SlotId).map(|new| (names.old_slot(new), Some(new)));
    let gone = (0..names.old.fields.len()).map(SlotId).filter(|old| names.new_slot(*old).is_none());
    let mut all: Vec<Field> = news.chain(gone.map(|old| (Some(old), None))).filter_map(of).collect();
    let own = all.len();
    let looked_up = |policy: &Policy| policy.relations.iter().flat_map(|it| it.slots.clone()).map(SlotId).collect();
    let (olds, news): (Vec<SlotId>, Vec<SlotId>) = (looked_up(names.old), looked_up(names.new));
    let news = news.into_iter().map(|new| (names.old_slot(new), Some(new)));
    let gone = olds.into_iter().filter(|old| names.new_slot(*old).is_none()).map(|old| (Some(old), None));
    for slots in news.chain(gone) {
        let Some(mut field) = of(slots) else { continue };
        // The key of a row says no more than the record does by which it is found.
        let joins = joins(names, slots);
        if joins.iter().any(|(_, row)| Some(*row) == slots.1.or(slots.0)) {
            continue;
        }
        let at = |slot: &SlotId| {
            all.iter().take(own).position(|it| (if slots.1.is_some() { it.new } else { it.old }) == Some(*slot))
        };
        field.joined = Some(joins.iter().filter_map(|(record, _)| at(record)).collect());
        (field.key, field.period) = (false, false);
        let slot = slots.1.map_or_else(|| names.old.slot(slots.0?), |new| names.new.slot(new));
        field.name = slot.map(|slot| slot.name.clone()).unwrap_or_default();
        all.push(field);
    }
    all
}

/// By which slots of a record the row is found that has a slot, and which of the row they are.
fn joins(names: &Names, (old, new): (Option<SlotId>, Option<SlotId>)) -> Vec<(SlotId, SlotId)> {
    let (policy, slot) = new.map_or((names.old, old), |new| (names.new, Some(new)));
    let relation = policy.relations.iter().find(|it| slot.is_some_and(|slot| it.place(slot).is_some()));
    let period = relation.and_then(|it| it.period).zip(policy.period()).map(|(row, record)| (record, row));
    relation.into_iter().flat_map(|it| it.join.iter().copied()).chain(period).collect()
}

/// Whether the old policy takes a value of the new one.
fn is_taken(names: &Names, (old, new): (SlotId, SlotId), value: &Value) -> bool {
    let fits = |slot: &Slot, value: &Value| match value {
        Value::Missing => slot.optional,
        value => value.lies_in(&slot.domain),
    };
    let (Some(was), Some(is)) = (names.old.slot(old), names.new.slot(new)) else { return false };
    carried((names.new, is.ty), (names.old, was.ty), value).is_some_and(|value| fits(was, &value))
}

/// Some people without system, always the same for one number: of each field they have few values, so that some are alike.
fn drawn(fields: &[Field], number: usize) -> Vec<Vec<Value>> {
    let mut state = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % below.max(1) as u64).unwrap_or(0)
    };
    let size = 2 + number % (MOST - 1);
    let few: Vec<Vec<Value>> = fields
        .iter()
        .map(|field| (0..3).filter_map(|_| field.values.get(random(field.values.len())).cloned()).collect())
        .collect();
    let person = |who: usize, random: &mut dyn FnMut(usize) -> usize| {
        let own = fields.iter().zip(&few).filter(|(field, _)| field.joined.is_none());
        let each = own.map(|(field, few)| match field.values.first() {
            Some(Value::Text(_)) if field.key => Value::Text(format!("P{}", who + 1).as_str().into()),
            _ if field.key => field.values.get(who).cloned().unwrap_or(Value::Missing),
            Some(first) if field.period => first.clone(),
            _ => few.get(random(few.len())).cloned().unwrap_or(Value::Missing),
        });
        let mut person: Vec<Value> = each.collect();
        for (field, few) in fields.iter().zip(&few).skip(person.len()) {
            let value = |at: &usize| person.get(*at).zip(fields.get(*at));
            let place = |(value, of): (&Value, &Field)| of.values.iter().position(|known| known == value).unwrap_or(0);
            let joined = field.joined.iter().flatten().filter_map(value).map(place);
            let row = joined.fold(number, |row, at| row.wrapping_mul(31).wrapping_add(at));
            person.push(few.get(row % few.len().max(1)).cloned().unwrap_or(Value::Missing));
        }
        person
    };
    (0..size).map(|who| person(who, &mut random)).collect()
}

/// What the people come to in both policies, with the place of the first who comes out otherwise.
type Both = (Evaluation, Evaluation);

fn apart(names: &Names, fields: &[Field], open: &[equal::Result], crowd: &[Vec<Value>]) -> Option<(usize, Both)> {
    let given = |old: bool| -> Vec<Vec<(SlotId, Value)>> {
        crowd.iter().map(|person| given(names, fields, person, old)).collect()
    };
    let run = |policy: &Policy, old: bool| suppose(policy, &given(old), vec![], &Past::default());
    let both = run(names.old, true).into_iter().zip(run(names.new, false));
    both.enumerate().find(|(_, both)| open.iter().any(|slots| differs(names, both, *slots)))
}

/// Whether a person is both policies' own.
fn takes(names: &Names, fields: &[Field], own: &Own, person: &[Value]) -> bool {
    let (was, is) = (given(names, fields, person, true), given(names, fields, person, false));
    own.takes(|slot| value_of(&was, slot), |slot| value_of(&is, slot))
}

fn value_of(given: &[(SlotId, Value)], slot: SlotId) -> Option<&Value> {
    given.iter().find(|(known, _)| *known == slot).map(|(_, value)| value)
}

/// A person as one of both policies reads it.
fn given(names: &Names, fields: &[Field], person: &[Value], old: bool) -> Vec<(SlotId, Value)> {
    let ty = |policy: &Policy, slot: SlotId| policy.slot(slot).map_or(Type::Invalid, |slot| slot.ty);
    let each = fields.iter().zip(person).filter_map(|(field, value)| match (old, field.old, field.new) {
        (false, _, Some(new)) => Some((new, value.clone())),
        (true, Some(was), Some(is)) => {
            Some((was, carried((names.new, ty(names.new, is)), (names.old, ty(names.old, was)), value)?))
        }
        (true, Some(was), None) => Some((was, value.clone())),
        _ => None,
    });
    each.collect()
}

fn differs(names: &Names, (was, is): &Both, (old, new): equal::Result) -> bool {
    let (Ok(one), Ok(other)) = (was.value(old), is.value(new)) else { return false };
    let types = names.old.slot(old).zip(names.new.slot(new)).map(|(old, new)| (old.ty, new.ty));
    types.is_some_and(|(was, is)| carried((names.old, was), (names.new, is), one).as_ref() != Some(other))
}

/// The same people without those who are not needed.
fn fewest(names: &Names, fields: &[Field], open: &[equal::Result], mut crowd: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
    let mut at = 0;
    while at < crowd.len() {
        let mut fewer = crowd.clone();
        fewer.remove(at);
        if apart(names, fields, open, &fewer).is_some() { crowd = fewer } else { at += 1 }
    }
    crowd
}

fn region(
    names: &Names,
    fields: &[Field],
    open: &[equal::Result],
    (crowd, at): (&[Vec<Value>], usize),
    both: &Both,
) -> Option<Region> {
    let moved: Vec<equal::Result> = open.iter().copied().filter(|slots| differs(names, both, *slots)).collect();
    let person = |person: &[Value]| -> Vec<Given> {
        let (old, new) = (given(names, fields, person, true), given(names, fields, person, false));
        let of = |given: &[(SlotId, Value)], slot: Option<SlotId>| {
            given.iter().find(|(known, _)| Some(*known) == slot).cloned()
        };
        let each = fields.iter().map(|field| Given {
            name: field.name.clone(),
            old: of(&old, field.old),
            new: of(&new, field.new),
            absent: false,
            matters: true,
        });
        each.collect()
    };
    let of = |evaluation: &Evaluation, old: bool| {
        let slots = moved.iter().map(|(was, is)| if old { *was } else { *is });
        slots.filter_map(|slot| Some((slot, evaluation.value(slot).ok()?.clone()))).collect()
    };
    let first = *moved.first()?;
    let others = crowd.iter().enumerate().filter(|(other, _)| *other != at);
    Some(Region {
        old_slot: first.0,
        new_slot: first.1,
        axes: vec![],
        witness: person(crowd.get(at)?),
        beside: others.map(|(_, other)| person(other)).collect(),
        old: of(&both.0, true),
        new: of(&both.1, false),
    })
}
