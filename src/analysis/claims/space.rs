//! The inputs by which several policies say which records are theirs, as one space.

use std::collections::BTreeSet;

use super::Member;
use super::time;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Input, Label, LabelSet, LabelSetId, Pattern, Policy, Slot, SlotId, Type, Value};
use crate::quantity::{Dimension, Domain};

/// What the claims of several policies are about.
#[derive(Debug, Clone)]
pub(super) struct Space {
    /// The inputs, each with what it can be in any of the policies.
    pub inputs: Vec<Input>,
    /// For each input the field of each policy; of a policy that has none, nothing.
    pub fields: Vec<Vec<Option<SlotId>>>,
    /// The input that is the period.
    pub period: Option<usize>,
    /// Of an input of labels all of them, in the place that its type names.
    label_sets: Vec<LabelSet>,
}

impl Space {
    /// The inputs; `None` where fields do not fit together, which is told.
    pub fn of(members: &[Member], told: &mut Vec<Diagnostic>) -> Option<Space> {
        let before = told.len();
        let mut space = Space { inputs: vec![], fields: vec![], period: None, label_sets: vec![] };
        for key in keys(members) {
            let fields: Vec<Option<SlotId>> = members.iter().map(|member| key.field(members, *member)).collect();
            if key == Key::Period {
                space.period = Some(space.inputs.len());
            }
            match space.joined(members, &fields) {
                Ok(input) => {
                    space.inputs.push(input);
                    space.fields.push(fields);
                }
                Err(found) => told.push(*found),
            }
        }
        told.extend(members.iter().filter_map(|member| time::untold(*member)));
        (told.len() == before).then_some(space)
    }

    /// The input of which a field of a policy is.
    pub fn axis(&self, member: usize, slot: SlotId) -> Option<usize> {
        self.fields.iter().position(|fields| fields.get(member) == Some(&Some(slot)))
    }

    /// A value as the inputs of all policies know it: a label has another place among those of all.
    pub fn value(&self, axis: usize, policy: &Policy, of: &Expr, value: Value) -> Value {
        let place = |place| policy.labels(of.ty)?.place_in(self.labels_of(axis)?, place);
        match value {
            Value::Label(own) => Value::Label(place(own).unwrap_or(own)),
            _ => value,
        }
    }

    /// The labels of all policies that an input can be.
    fn labels_of(&self, axis: usize) -> Option<&LabelSet> {
        let Type::Label(all) = self.inputs.get(axis)?.value.ty else { return None };
        self.label_sets.get(all.0)
    }

    /// A pattern as the inputs of all policies know it.
    pub fn pattern(&self, axis: usize, policy: &Policy, of: &Expr, pattern: Pattern) -> Pattern {
        let all = |values: Vec<Value>| values.into_iter().map(|value| self.value(axis, policy, of, value)).collect();
        match pattern {
            Pattern::Values(values) => Pattern::Values(all(values)),
            Pattern::Not(values) => Pattern::Not(all(values)),
            other => other,
        }
    }

    /// What a policy's own record can hold of an input, with its labels among those of all.
    pub fn own(&self, axis: usize, member: usize, policy: &Policy) -> Option<(Domain, bool)> {
        let slot = policy.slot((*self.fields.get(axis)?.get(member)?)?)?;
        Some((self.domain(axis, policy, slot), slot.optional))
    }

    /// A policy that knows the labels of all, for what words a finding.
    pub fn policy(&self, members: &[Member]) -> Policy {
        let header = members.first().map(|member| member.policy.header.clone()).unwrap_or_default();
        Policy { header, label_sets: self.label_sets.clone(), ..Policy::default() }
    }

    /// One input of the fields of all policies.
    fn joined(&mut self, members: &[Member], fields: &[Option<SlotId>]) -> Result<Input, Box<Diagnostic>> {
        let slots = || {
            let slots = members
                .iter()
                .zip(fields)
                .filter_map(|(member, field)| Some((*member, member.policy.slot((*field)?)?)));
            slots.collect::<Vec<(Member, &Slot)>>()
        };
        let all = slots();
        let Some((first, known)) = all.first().copied() else { return Err(Box::new(unfit(members, fields))) };
        if let Some((member, slot)) = all.iter().find(|(member, slot)| !alike((first, known), (*member, slot))) {
            let told = Diagnostic::new(Code::ClaimUndecided, member.place(slot.span)).variant("type");
            return Err(Box::new(told.arg("name", slot.name.as_str()).label(first.place(known.span), "other")));
        }
        let ty = match known.ty {
            Type::Label(_) => self.labels(&all),
            ty => ty,
        };
        let kind = ExprKind::Invalid;
        let value = Expr { kind, ty, domain: Domain::Invalid, optional: false, span: first.place(known.span) };
        let mut input = Input { name: known.name.clone(), value };
        // The labels of a policy are found by the type of the input that is made.
        self.inputs.push(input.clone());
        let at = self.inputs.len() - 1;
        let domains = all.iter().map(|(member, slot)| self.domain(at, member.policy, slot));
        let domain = domains.reduce(|a, b| a.union(&b));
        self.inputs.pop();
        input.value.optional = all.iter().any(|(_, slot)| slot.optional);
        match domain {
            Some(domain) => {
                input.value.domain = domain;
                Ok(input)
            }
            _ => Err(Box::new(unfit(members, fields))),
        }
    }

    /// The labels of fields of several policies as one type.
    fn labels(&mut self, slots: &[(Member, &Slot)]) -> Type {
        let mut labels: Vec<Label> = vec![];
        for (member, slot) in slots {
            for label in member.policy.labels(slot.ty).map_or(&[] as &[Label], |set| &set.labels) {
                if labels.iter().all(|known| known.name != label.name) {
                    labels.push(Label { span: member.place(label.span), ..label.clone() });
                }
            }
        }
        self.label_sets.push(LabelSet { name: None, labels, ranked: false });
        Type::Label(LabelSetId(self.label_sets.len() - 1))
    }

    fn domain(&self, axis: usize, policy: &Policy, slot: &Slot) -> Domain {
        let Domain::Labels(labels) = &slot.domain else { return slot.domain.clone() };
        let of =
            Expr { kind: ExprKind::Invalid, ty: slot.ty, domain: Domain::Invalid, optional: false, span: slot.span };
        let all = labels.iter().filter_map(|label| match self.value(axis, policy, &of, Value::Label(*label)) {
            Value::Label(at) => Some(at),
            _ => None,
        });
        Domain::Labels(all.collect::<BTreeSet<usize>>())
    }
}

/// What an input is found by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(String),
    Period,
}

impl Key {
    fn of(members: &[Member], member: Member, slot: SlotId) -> Option<Key> {
        let name = &member.policy.slot(slot)?.name;
        let is_period = |member: &Member| {
            member
                .policy
                .period()
                .and_then(|period| member.policy.slot(period))
                .is_some_and(|period| period.name == *name)
        };
        Some(if members.iter().any(is_period) { Key::Period } else { Key::Field(name.clone()) })
    }

    /// The field of a policy: for the period its period, else one that is called as somebody's period.
    fn field(&self, members: &[Member], member: Member) -> Option<SlotId> {
        let named = |name: &String| member.policy.fields.iter().position(|field| field.name == *name).map(SlotId);
        match self {
            Key::Field(name) => named(name),
            Key::Period => member.policy.period().or_else(|| {
                let periods = members.iter().filter_map(|other| other.policy.slot(other.policy.period()?));
                periods.map(|period| &period.name).find_map(named)
            }),
        }
    }
}

/// What the policies claim by.
fn keys(members: &[Member]) -> Vec<Key> {
    let mut keys = vec![];
    for member in members {
        let slots = member.policy.header.applies.iter().flat_map(|applies| applies.value.slots());
        keys.extend(slots.filter_map(|slot| Key::of(members, *member, slot)));
        keys.extend(member.policy.header.is_bounded().then_some(Key::Period));
    }
    let mut kept: Vec<Key> = vec![];
    for key in keys {
        if !kept.contains(&key) && members.iter().any(|member| key.field(members, *member).is_some()) {
            kept.push(key);
        }
    }
    kept
}

/// Whether values of two fields can be held against each other.
fn alike((one, a): (Member, &Slot), (other, b): (Member, &Slot)) -> bool {
    match (a.ty, b.ty) {
        (Type::Label(_), Type::Label(_)) => true,
        (Type::Number(Dimension::MONEY), Type::Number(Dimension::MONEY)) => {
            one.policy.header.currency == other.policy.header.currency
        }
        (a, b) => a == b,
    }
}

fn unfit(members: &[Member], fields: &[Option<SlotId>]) -> Diagnostic {
    let place = members.iter().zip(fields).find_map(|(member, field)| {
        let slot = member.policy.slot((*field)?)?;
        Some((member.place(slot.span), slot.name.as_str()))
    });
    let (span, name) = place.unwrap_or_default();
    Diagnostic::new(Code::ClaimUndecided, span).variant("domain").arg("name", name)
}
