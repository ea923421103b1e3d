//! What is read of results of earlier runs: only what the policy looks back at, and whose they are.

use super::{InputRecord, Layout, Mark};
use crate::ir::{Bare, Field, Policy, Role, Slot, SlotId, Text, Type, Value};
use crate::quantity::{Dimension, Domain, TimeUnit};

/// The fields of a result.
#[derive(Debug, Clone)]
pub struct ResultFields {
    /// The slot of the policy for each field; none for what a result says besides.
    pub of: Vec<Option<SlotId>>,
    /// How each is read.
    pub fields: Vec<Field>,
    /// Their types and domains.
    pub slots: Vec<Slot>,
}

impl ResultFields {
    /// What a policy asks of its results.
    pub fn of(policy: &Policy) -> Self {
        let mut asked: Vec<SlotId> = policy.keys().chain(policy.period()).collect();
        asked.extend(policy.looked_back());
        asked.sort_unstable();
        asked.dedup();
        let mut wanted = ResultFields { of: vec![], fields: vec![], slots: vec![] };
        for id in asked {
            if let Some(slot) = policy.slot(id) {
                wanted.add(Some(id), slot.clone(), field(policy, id, slot));
            }
        }
        for mark in [Mark::Status, Mark::Policy] {
            let slot = text(mark.name());
            let field = field(policy, SlotId(usize::MAX), &slot);
            wanted.add(None, slot, Field { optional: true, ..field });
        }
        wanted
    }

    fn add(&mut self, of: Option<SlotId>, slot: Slot, field: Field) {
        self.of.push(of);
        self.slots.push(slot);
        self.fields.push(field);
    }

    /// How the rows of results are read.
    pub fn layout<'a>(&'a self, policy: &'a Policy) -> Layout<'a> {
        Layout {
            policy,
            fields: &self.fields,
            slots: &self.slots,
            unique: true,
            written: true,
            foreign: false,
            tests: false,
            relation: None,
        }
    }

    /// What became of the record, as a result says.
    pub fn status<'r>(&self, record: &'r InputRecord) -> Option<&'r Text> {
        self.said(record, Mark::Status)
    }

    /// The title of the policy that decided, where a result says it.
    pub fn title<'r>(&self, record: &'r InputRecord) -> Option<&'r Text> {
        self.said(record, Mark::Policy)
    }

    fn said<'r>(&self, record: &'r InputRecord, mark: Mark) -> Option<&'r Text> {
        let at = self.slots.iter().position(|slot| slot.name == mark.name())?;
        match record.reading.known(at)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How a column of a result is read: as it was written. An empty cell is missing; whether it may be is seen
/// once it is known that the row is a result.
fn field(policy: &Policy, id: SlotId, slot: &Slot) -> Field {
    let known = policy.field(id);
    let bare = match slot.ty {
        Type::Number(Dimension::TIME) => Bare::Time(slot.time_unit),
        Type::Number(dimension) if dimension.percent => known.map_or(Bare::Fraction, |field| field.bare),
        _ => Bare::Plain,
    };
    Field {
        name: slot.name.clone(),
        title: None,
        columns: vec![],
        label_titles: vec![],
        key: known.is_some_and(|field| field.key) && slot.role == Role::Field,
        period: known.is_some_and(|field| field.period) && slot.role == Role::Field,
        // Its column must be there, an empty cell need not be wrong.
        optional: false,
        default: Some(Value::Missing),
        bare,
        rounded: false,
        step: slot.domain.numbers().and_then(|numbers| numbers.step().decimal()),
        span: slot.span,
    }
}

fn text(name: &str) -> Slot {
    Slot {
        name: name.to_owned(),
        title: None,
        ty: Type::Text,
        domain: Domain::Text,
        optional: true,
        time_unit: TimeUnit::Second,
        span: crate::source::Span::default(),
        role: Role::Field,
    }
}
