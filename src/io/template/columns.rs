//! The columns of an empty sheet: what stands at the head of each, and what may stand below it.

use std::collections::BTreeMap;

use crate::diagnostic::Arg;
use crate::io::cell::TitleUnit;
use crate::io::schema::unit;
use crate::ir::{Bare, Field, Policy, Slot, Type, Value, squeezed};
use crate::quantity::{Calendar, Dimension, Domain, Moment, Tongue};
use crate::render::{say, spell};

/// What a column is, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// What stands at its head.
    pub head: String,
    /// The unit of its numbers, or how its cells are written; empty for texts.
    pub unit: String,
    /// What may stand in it; empty, where anything may.
    pub allowed: String,
    /// Whether a record can do without it.
    pub needed: String,
}

/// What stands at the head of each column: the title that the shop's own sheets have, where no other column could be meant
/// by it.
pub(super) fn heads<'f>(fields: &'f [Field], slots: &[Slot]) -> Vec<&'f str> {
    let mut claims: BTreeMap<String, usize> = BTreeMap::new();
    let names = |field: &Field| -> Vec<String> {
        let mut names: Vec<String> =
            [&field.name].into_iter().chain(&field.title).chain(&field.columns).map(|name| squeezed(name)).collect();
        names.sort();
        names.dedup();
        names
    };
    fields.iter().flat_map(names).for_each(|name| *claims.entry(name).or_default() += 1);
    let own = |name: &&String| claims.get(&squeezed(name)) == Some(&1);
    let head = |(field, slot): (&'f Field, &Slot)| {
        let Field { columns, title, name, .. } = field;
        let title = title.as_ref().filter(|title| !says_other(title, field, slot));
        columns.first().or(title).filter(own).unwrap_or(name)
    };
    fields.iter().zip(slots).map(head).map(String::as_str).collect()
}

/// The columns for some fields.
pub(super) fn sheet_columns(policy: &Policy, fields: &[Field], slots: &[Slot], tongue: Tongue) -> Vec<SheetColumn> {
    let columns = fields.iter().zip(slots).zip(heads(fields, slots)).map(|((field, slot), head)| SheetColumn {
        head: head.to_owned(),
        unit: unit_below(head, field, slot)
            .map(|word| say("unit-time", &[("unit", word.into())], tongue))
            .or_else(|| unit(policy, slot, field.bare, tongue))
            .or_else(|| written(slot, tongue))
            .unwrap_or_default(),
        allowed: allowed(policy, field, slot, tongue).unwrap_or_default(),
        needed: needed(policy, field, slot, tongue),
    });
    columns.collect()
}

/// Whether the own title of a field names another unit than the field has, in which numbers below it are not read.
fn says_other(title: &str, field: &Field, slot: &Slot) -> bool {
    let Some((_, unit)) = TitleUnit::of(title) else { return false };
    match slot.ty {
        Type::Number(Dimension::MONEY) => unit.on_money().multiplies(),
        Type::Number(Dimension::TIME) => unit.time().is_some_and(|unit| unit != Some(slot.time_unit)),
        Type::Number(dimension) if dimension.percent => unit.contradicts(field.bare),
        Type::Number(Dimension::NUMBER) => unit.multiplies(),
        _ => false,
    }
}

/// The unit by which bare numbers below a head are read, where that is another than the field's own.
fn unit_below(head: &str, field: &Field, slot: &Slot) -> Option<String> {
    let (_, unit) = TitleUnit::of(head)?;
    let unit = if slot.ty == Type::Number(Dimension::MONEY) { unit.on_money() } else { unit };
    let read = is_below_permille(head, field, slot) || (slot.ty == Type::Number(Dimension::MONEY) && unit.multiplies());
    read.then_some(unit.word)
}

/// Whether a percent that names no form of its own stands below a `‰`.
pub(super) fn is_below_permille(head: &str, field: &Field, slot: &Slot) -> bool {
    let percent = matches!(slot.ty, Type::Number(dimension) if dimension.percent) && field.bare == Bare::Refused;
    percent && TitleUnit::of(head).is_some_and(|(_, unit)| unit.is_permille())
}

/// How a day or a month is written.
fn written(slot: &Slot, tongue: Tongue) -> Option<String> {
    let Type::Calendar(kind) = slot.ty else { return None };
    let example = Moment { kind, ordinal: example(kind) }.to_string();
    Some(say("unit-written", &[("example", example.into())], tongue))
}

/// 2026-03 and its like; half past nine.
fn example(kind: Calendar) -> i32 {
    const YEAR: i32 = 2026;
    match kind {
        Calendar::Year => YEAR,
        Calendar::Quarter => YEAR * 4,
        Calendar::Month => YEAR * 12 + 2,
        Calendar::Week => (YEAR - 1970) * 52 + 12,
        Calendar::Date => (YEAR - 1970) * 365 + 74,
        Calendar::Time => (9 * 60 + 30) * 60,
    }
}

/// What may stand in a cell, where not anything may.
fn allowed(policy: &Policy, field: &Field, slot: &Slot, tongue: Tongue) -> Option<String> {
    let notation = policy.notation(slot.ty).in_unit(slot.time_unit);
    match (&slot.domain, slot.ty) {
        (_, Type::Label(_)) => {
            Some(spell(&Arg::List(labels(policy, field, slot).into_iter().map(Arg::from).collect()), tongue))
        }
        (_, Type::Bool) => Some(truths(tongue).join(" / ")),
        (Domain::Numbers(numbers), _) => {
            let shown = |bound| notation.shown(&Value::Number(bound));
            Some(say("field-between", &[("from", shown(numbers.lo())), ("to", shown(numbers.hi()))], tongue))
        }
        _ => None,
    }
}

/// The labels as a sheet has them: by their titles, where they have some.
pub(super) fn labels<'a>(policy: &'a Policy, field: &'a Field, slot: &Slot) -> Vec<&'a str> {
    let labels = policy.labels(slot.ty).into_iter().flat_map(|set| &set.labels).enumerate();
    let titled = |at: usize| field.label_titles.get(at).and_then(Option::as_deref);
    labels.map(|(at, label)| titled(at).unwrap_or(&label.name)).collect()
}

/// Yes and no.
pub(super) fn truths(tongue: Tongue) -> [String; 2] {
    ["term-yes", "term-no"].map(|id| say(id, &[], tongue))
}

fn needed(policy: &Policy, field: &Field, slot: &Slot, tongue: Tongue) -> String {
    match &field.default {
        Some(value) => {
            let shown = policy.notation(slot.ty).in_unit(slot.time_unit).shown(value);
            say("field-default", &[("value", shown)], tongue)
        }
        None if field.optional => say("field-optional", &[], tongue),
        None => say("field-needed", &[], tongue),
    }
}
