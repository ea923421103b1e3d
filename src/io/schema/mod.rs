//! The JSON Schema of what a policy reads and gives: records, rows of lookups and details, results.
//!
//! It describes values as `merit eval` writes them, which is one of the ways in which it reads them.

mod result;
mod value;

use serde_json::{Map, Value as Json, json};

use crate::ir::{Field, Policy, Relation, Slot};
use crate::quantity::Tongue;
use value::{Described, described, sentence};
pub(super) use value::{Scale, unit};

/// JSON Schema 2020-12 of the records of a policy, with `result` and the rows of each table that it reads beside it.
pub fn json_schema(policy: &Policy, tongue: Tongue) -> Json {
    let mut parts = Map::new();
    parts.insert("record".to_owned(), record(policy, tongue));
    parts.insert("result".to_owned(), result::schema(policy, tongue));
    for relation in &policy.relations {
        parts.insert(format!("rows.{}", relation.name), rows(policy, relation, tongue));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": policy.header.title,
        "$ref": "#/$defs/record",
        "$defs": parts,
    })
}

fn record(policy: &Policy, tongue: Tongue) -> Json {
    object(policy, policy.fields.iter().zip(&policy.slots), tongue)
}

/// A row of a lookup or of details; of a policy's results, what that one reads.
fn rows(policy: &Policy, relation: &Relation, tongue: Tongue) -> Json {
    match &relation.policy {
        Some(origin) => record(&origin.policy, tongue),
        None => {
            let slots = policy.slots.get(relation.slots.clone()).unwrap_or_default();
            object(policy, relation.fields.iter().zip(slots), tongue)
        }
    }
}

fn object<'a>(policy: &Policy, fields: impl Iterator<Item = (&'a Field, &'a Slot)>, tongue: Tongue) -> Json {
    let (mut properties, mut required) = (Map::new(), vec![]);
    for (field, slot) in fields {
        let Described { mut schema, told } = described(policy, field, slot, tongue);
        let absent = field.optional || field.default.is_some();
        if absent {
            schema = json!({ "anyOf": [schema, { "type": "null" }] });
        } else {
            required.push(Json::from(field.name.as_str()));
        }
        if let Json::Object(members) = &mut schema {
            members.extend(field.title.iter().map(|title| ("title".to_owned(), Json::from(title.as_str()))));
            let told = [told, field.default.as_ref().and_then(|value| value::default(policy, slot, value, tongue))];
            if let Some(told) = sentence(told.into_iter().flatten(), tongue) {
                members.insert("description".to_owned(), told.into());
            }
        }
        properties.insert(field.name.clone(), schema);
    }
    json!({ "type": "object", "properties": properties, "required": required })
}
