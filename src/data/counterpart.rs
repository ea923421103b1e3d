//! What is read of a sheet in which somebody found the results by other means: any of their columns that it has.

use super::Layout;
use crate::ir::{Bare, Field, Policy, Slot, SlotId, Type};
use crate::quantity::{Decimal, Dimension, Domain, Numbers, exact};

/// The fields of a sheet that is held against results.
#[derive(Debug, Clone)]
pub struct Counterpart {
    /// The slot of the policy for each field.
    pub of: Vec<SlotId>,
    /// How each is read.
    pub fields: Vec<Field>,
    /// Their types; of numbers, every one may stand there.
    pub slots: Vec<Slot>,
}

impl Counterpart {
    /// What a sheet may have of a policy's columns. Its rows are told apart by the keys, or `by_name`. A column may stand
    /// under another title, which then is its only one.
    pub fn of(policy: &Policy, by_name: bool, titles: &[(SlotId, String)]) -> Option<Self> {
        let keys: Vec<SlotId> = match by_name {
            true => vec![policy.name_field()?],
            false => policy.keys().collect(),
        };
        let apart = |slot: SlotId| keys.contains(&slot) || (by_name && policy.keys().any(|key| key == slot));
        let columns = policy.columns.iter().map(|column| column.slot);
        let columns = columns.filter(|slot| !apart(*slot) && policy.period() != Some(*slot));
        let mut all: Vec<SlotId> = keys.iter().copied().chain(policy.period()).chain(columns).collect();
        // A title that is given counts before the name of another.
        all.sort_by_key(|slot| !titles.iter().any(|(of, _)| of == slot));
        let mut sheet = Counterpart { of: vec![], fields: vec![], slots: vec![] };
        for id in all {
            let Some(slot) = policy.slot(id) else { continue };
            let title = titles.iter().find(|(of, _)| *of == id).map(|(_, title)| title.as_str());
            sheet.of.push(id);
            sheet.fields.push(field(policy, id, (keys.contains(&id), title)));
            sheet.slots.push(Slot { domain: any(slot), optional: true, ..slot.clone() });
        }
        (!keys.is_empty()).then_some(sheet)
    }

    /// How its rows are read.
    pub fn layout<'a>(&'a self, policy: &'a Policy) -> Layout<'a> {
        let (fields, slots) = (&self.fields, &self.slots);
        Layout { policy, fields, slots, unique: false, written: false, foreign: true, tests: false, relation: None }
    }

    /// The place of the period, where the policy has one.
    pub fn period(&self) -> Option<usize> {
        self.fields.iter().position(|field| field.period)
    }

    /// The places of what tells whose a row is.
    pub fn keys(&self) -> Vec<usize> {
        (0..).zip(&self.fields).filter(|(_, field)| field.key).map(|(at, _)| at).collect()
    }

    /// The places of what is compared.
    pub fn compared(&self) -> impl Iterator<Item = usize> {
        (0..).zip(&self.fields).filter(|(_, field)| !field.key && !field.period).map(|(at, _)| at)
    }
}

/// How a column of the sheet is read. What is a field is read as in the data.
fn field(policy: &Policy, id: SlotId, (key, title): (bool, Option<&str>)) -> Field {
    let own = policy.field(id).filter(|_| id.0 < policy.fields.len());
    let slot = policy.slot(id);
    let bare = match (slot.map(|slot| slot.ty), own.map(|field| field.bare)) {
        (Some(Type::Number(Dimension::TIME)), _) => slot.map_or(Bare::Plain, |slot| Bare::Time(slot.time_unit)),
        (Some(Type::Number(dimension)), Some(bare @ (Bare::Percent | Bare::Fraction))) if dimension.percent => bare,
        (Some(Type::Number(dimension)), _) if dimension.percent => Bare::Fraction,
        (_, Some(bare)) => bare,
        (_, None) => Bare::Plain,
    };
    let name = title.or(slot.map(|slot| slot.name.as_str())).unwrap_or_default();
    let own = own.filter(|_| title.is_none());
    Field {
        name: name.to_owned(),
        title: own.and_then(|field| field.title.clone()),
        columns: own.map(|field| field.columns.clone()).unwrap_or_default(),
        label_titles: policy.field(id).map(|field| field.label_titles.clone()).unwrap_or_default(),
        key,
        period: policy.period() == Some(id),
        optional: !key,
        default: None,
        bare,
        rounded: false,
        step: None,
        span: slot.map(|slot| slot.span).unwrap_or_default(),
    }
}

/// Every value of a type.
fn any(slot: &Slot) -> Domain {
    match slot.ty {
        Type::Number(_) => {
            let step = exact::ulp(28).unwrap_or(Decimal::ONE);
            Domain::Numbers(Numbers::Range { lo: Decimal::MIN.into(), hi: Decimal::MAX.into(), step: step.into() })
        }
        Type::Calendar(kind) => {
            let (first, last) = kind.bounds();
            Domain::Calendar { first, last }
        }
        Type::Bool | Type::Label(_) | Type::Text | Type::Invalid => slot.domain.clone(),
    }
}
