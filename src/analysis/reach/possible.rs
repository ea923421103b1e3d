//! What a value can be.

use std::collections::BTreeSet;

use crate::ir::{Slot, Text, Value, values};
use crate::quantity::{Domain, Numbers};

/// A set of values, as wide as it must be: those that are there, and whether it can be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    /// What it can be where it is there; nothing, where it never is.
    pub domain: Option<Domain>,
    /// Whether it can be missing.
    pub missing: bool,
    /// Of a text the only one that it can be, where that is known.
    pub text: Option<Text>,
}

impl Possible {
    /// No value at all: where it stands nothing is evaluated.
    pub const NOTHING: &'static Possible = &Possible { domain: None, missing: false, text: None };
    /// No value but missing.
    pub const MISSING: Possible = Possible { domain: None, missing: true, text: None };

    /// What is there.
    pub fn there(domain: Domain) -> Self {
        Possible { domain: Some(domain), ..Possible::NOTHING.clone() }
    }

    /// Numbers; of none nothing.
    pub fn numbers(numbers: Option<Numbers>) -> Self {
        Possible { domain: numbers.map(Domain::Numbers), ..Possible::NOTHING.clone() }
    }

    /// One truth value or both.
    pub fn truth(no: bool, yes: bool) -> Self {
        Possible { domain: (no || yes).then_some(Domain::Bool { no, yes }), ..Possible::NOTHING.clone() }
    }

    /// Anything that a slot can be.
    pub fn of_slot(slot: &Slot) -> Self {
        Possible { missing: slot.optional, ..Possible::there(slot.domain.clone()) }
    }

    /// One value.
    pub fn one(value: &Value) -> Self {
        match value {
            Value::Missing => Possible::MISSING,
            Value::Number(number) => Possible::there(Domain::Numbers(Numbers::one(number))),
            Value::Bool(is) => Possible::truth(!is, *is),
            Value::Label(label) => Possible::there(Domain::Labels(BTreeSet::from([*label]))),
            Value::Text(text) => Possible { text: Some(text.clone()), ..Possible::there(Domain::Text) },
            Value::Calendar(moment) => {
                Possible::there(Domain::Calendar { first: moment.ordinal, last: moment.ordinal })
            }
        }
    }

    /// Whether there is no value.
    pub fn is_nothing(&self) -> bool {
        self.domain.is_none() && !self.missing
    }

    /// Whether a value is one of these.
    pub fn holds(&self, value: &Value) -> bool {
        match value {
            Value::Missing => self.missing,
            Value::Text(text) if self.text.is_some() => self.text.as_ref() == Some(text),
            value => self.domain.as_ref().is_some_and(|domain| value.lies_in(domain)),
        }
    }

    /// Whether it is one value for sure.
    pub fn is_one(&self) -> bool {
        match &self.domain {
            None => self.missing,
            Some(_) if self.missing => false,
            Some(Domain::Numbers(numbers)) => numbers.single().is_some(),
            Some(Domain::Calendar { first, last }) => first == last,
            Some(Domain::Labels(labels)) => labels.len() == 1,
            Some(Domain::Bool { no, yes }) => no != yes,
            Some(Domain::Text) => self.text.is_some(),
            Some(Domain::Invalid) => false,
        }
    }

    /// The numbers, where it can be some.
    pub fn as_numbers(&self) -> Option<&Numbers> {
        self.domain.as_ref().and_then(Domain::numbers)
    }

    /// Whether it can be `no`, and whether it can be `yes`.
    pub fn truths(&self) -> (bool, bool) {
        match self.domain {
            Some(Domain::Bool { no, yes }) => (no, yes),
            Some(_) => (true, true),
            None => (false, false),
        }
    }

    /// Everything that is in one or the other.
    pub fn or(self, other: Possible) -> Possible {
        let text = match (&self.domain, &other.domain) {
            (Some(_), Some(_)) => self.text.filter(|text| other.text.as_ref() == Some(text)),
            _ => self.text.or(other.text),
        };
        let domain = match (self.domain, other.domain) {
            (Some(one), Some(other)) => Some(one.union(&other)),
            (one, other) => one.or(other),
        };
        Possible { domain, missing: self.missing || other.missing, text }
    }

    /// What is in both, the other given as a domain and whether missing is in it.
    pub(super) fn within(self, domain: &Domain, optional: bool) -> Possible {
        let both = match self.domain {
            Some(own) if own == *domain => Some(own),
            Some(own) => values::meet(&own, domain),
            None => None,
        };
        Possible { domain: both, missing: self.missing && optional, text: self.text }
    }

    /// Without missing.
    pub(super) fn present(mut self) -> Possible {
        self.missing = false;
        self
    }
}
