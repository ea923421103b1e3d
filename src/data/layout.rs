//! What the rows of a file hold: the fields of a policy, of a lookup or details, or of earlier results.

use crate::ir::{Field, Policy, Relation, RelationKind, Slot};

/// What the rows of a file hold.
#[derive(Clone, Copy)]
pub struct Layout<'a> {
    /// The policy that they are for.
    pub policy: &'a Policy,
    /// How each field is read.
    pub fields: &'a [Field],
    /// The slot of each field.
    pub slots: &'a [Slot],
    /// Whether no two rows have one key and period.
    pub unique: bool,
    /// Whether they are results, which have every column.
    pub written: bool,
    /// Whether they are results that somebody found by other means: whatever stands there, under whatever title.
    pub foreign: bool,
    /// Whether they are tests: a cell that says that nothing is there is not an empty one.
    pub tests: bool,
    /// Whose rows they are, of a lookup or details.
    pub relation: Option<&'a Relation>,
}

impl<'a> Layout<'a> {
    /// The records of a policy.
    pub fn records(policy: &'a Policy) -> Self {
        let unique = policy.fields.iter().any(|field| field.key);
        Layout {
            policy,
            fields: &policy.fields,
            slots: &policy.slots,
            unique,
            written: false,
            foreign: false,
            tests: false,
            relation: None,
        }
    }

    /// The rows of a lookup or details.
    pub fn rows(policy: &'a Policy, relation: &'a Relation) -> Self {
        let slots = policy.slots.get(relation.slots.clone()).unwrap_or_default();
        // Many rows of details belong to one record, unless they have a key of their own.
        let joined = |at: usize| relation.join.iter().any(|(_, own)| own.0 == relation.slots.start + at);
        let mut keys = relation.fields.iter().enumerate().filter(|(_, field)| field.key || field.period);
        let unique = match relation.kind {
            RelationKind::Lookup => keys.next().is_some(),
            RelationKind::Details => keys.any(|(at, field)| field.key && !joined(at)),
        };
        Layout {
            policy,
            fields: &relation.fields,
            slots,
            unique,
            written: false,
            foreign: false,
            tests: false,
            relation: Some(relation),
        }
    }

    /// Whether the rows are records of the policy whose results details are.
    pub fn is_of_origin(self) -> bool {
        self.relation.is_some_and(|relation| relation.policy.is_some())
    }

    /// The places of the fields that tell one row from another.
    pub fn keys(self) -> Vec<usize> {
        (0..).zip(self.fields).filter(|(_, field)| field.key || field.period).map(|(at, _)| at).collect()
    }
}
