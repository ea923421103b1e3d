//! The schema of a result: what `merit eval` writes by default, as one object of JSON.

use serde_json::{Map, Value as Json, json};

use super::value::{Scale, number, plain, unit};
use crate::data::{Mark, Status};
use crate::ir::{Bare, Column, Policy, Role, Slot, SlotId, Type};
use crate::quantity::{Dimension, Tongue};

/// The schema of results. Of a record that is not evaluated the cells stand as they were read.
pub(super) fn schema(policy: &Policy, tongue: Tongue) -> Json {
    let columns = policy.columns.iter().filter(|column| column.default);
    let known = columns.filter_map(|column| Some((column, policy.slot(column.slot)?)));
    let (mut values, mut names) = (Map::new(), vec![]);
    for (column, slot) in known {
        names.push(Json::from(column.name.as_str()));
        values.insert(column.name.clone(), value(policy, column, slot, tongue));
    }
    let statuses = [Status::Ok, Status::Rejected, Status::Skipped].map(Status::as_str);
    let (status, reasons) = (Mark::Status.name(), Mark::Reasons.name());
    names.extend([Json::from(status), Json::from(reasons)]);
    json!({
        "type": "object",
        "properties": {
            status: { "enum": statuses },
            reasons: { "type": "array", "items": { "type": "string" } },
        },
        "required": names,
        "if": { "properties": { status: { "const": Status::Ok.as_str() } } },
        "then": { "properties": values },
    })
}

fn value(policy: &Policy, column: &Column, slot: &Slot, tongue: Tongue) -> Json {
    let bare = bare(policy, column.slot);
    let mut schema = match slot.ty {
        Type::Number(dimension) if dimension.percent && bare == Bare::Refused => {
            json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?%$" })
        }
        // What no finite figure in its unit is stands in seconds, as a text.
        Type::Number(Dimension::TIME) => json!({
            "anyOf": [number(slot, None, &Scale::of(slot, bare)), { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?s$" }]
        }),
        Type::Number(_) => number(slot, None, &Scale::of(slot, bare)),
        Type::Bool if slot.role == Role::Gate => json!({ "type": "string", "pattern": "^(yes|no(: .*)?)$" }),
        _ => plain(policy, slot, &[]),
    };
    if slot.optional {
        schema = json!({ "anyOf": [schema, { "type": "null" }] });
    }
    if let Json::Object(members) = &mut schema {
        members.extend(slot.title.iter().map(|title| ("title".to_owned(), Json::from(title.as_str()))));
        let told = unit(policy, slot, bare, tongue);
        members.extend(told.map(|unit| ("description".to_owned(), Json::from(unit))));
    }
    schema
}

/// A field stands as it is read; anything else that is a percent as its fraction.
fn bare(policy: &Policy, slot: SlotId) -> Bare {
    policy.field(slot).map_or(Bare::Fraction, |field| field.bare)
}
