//! What there is between two policies, for programs. Its form is `docs/diff.schema.json`.

use serde_json::{Map, Value as Json, json};

use super::{Compared, name, one_line, ranges, sentence, with_rows};
use crate::compare::{Change, Difference, Given, Region, Verdict};
use crate::ir::{Policy, SlotId, Type, Value};
use crate::render::{Tongue, exact_value};
use crate::source::{Sources, Span};

/// A difference for programs: what changed, whether it matters and where. What it does to people is added by who has the data.
pub fn difference_json(of: Compared, difference: &Difference, tongue: Tongue) -> Map<String, Json> {
    let equal = match difference.verdict {
        Verdict::Proved => "proved",
        Verdict::Differs => "differs",
        Verdict::NotDecided | Verdict::NotChecked => "not-decided",
    };
    let changes = difference.changes.iter().map(|found| change(of, &with_rows(found, of), tongue));
    let alone = |given: &Option<Given>| given.as_ref().map_or(Json::Null, |given| Json::Object(record(of, [given])));
    let mut object = Map::new();
    object.insert("changes".into(), changes.collect());
    object.insert("equal".into(), equal.into());
    object.insert("over".into(), "results".into());
    object.insert("regions".into(), difference.regions.iter().map(|found| region(of, found)).collect());
    object.insert(
        "admitted".into(),
        json!({ "only_old": alone(&difference.admitted.only_old), "only_new": alone(&difference.admitted.only_new) }),
    );
    object
}

fn change(of: Compared, change: &Change, tongue: Tongue) -> Json {
    let at = |span: Option<Span>| span.map_or(Json::Null, |span| place(&of.new.sources, span));
    let mut object = Map::new();
    object.insert("kind".into(), change.kind.as_str().into());
    object.insert("name".into(), change.name.clone().into());
    if let Some(within) = &change.within {
        object.insert("within".into(), within.clone().into());
    }
    object.insert("old".into(), at(change.old));
    object.insert("new".into(), at(change.new));
    object.insert("from".into(), change.pieces.0.as_deref().map(one_line).into());
    object.insert("to".into(), change.pieces.1.as_deref().map(one_line).into());
    object.insert("words".into(), sentence(change, tongue).into());
    Json::Object(object)
}

fn place(sources: &Sources, span: Span) -> Json {
    let Some(file) = sources.get(span.file) else { return Json::Null };
    json!({ "file": file.name, "line": file.place(span.start as usize).line, "text": one_line(file.slice(span)) })
}

fn region(of: Compared, region: &Region) -> Json {
    let axes = region.axes.iter().map(|axis| {
        let text = if axis.absent { "absent".to_owned() } else { ranges(&of.old.policy, axis, None) };
        (axis.name.clone(), Json::from(text))
    });
    let values = |policy: &Policy, values: &[(SlotId, Value)]| {
        let each = values.iter().map(|(slot, value)| (name(policy, *slot).to_owned(), exact(policy, *slot, value)));
        Json::Object(each.collect())
    };
    json!({
        "name": name(&of.new.policy, region.new_slot),
        "region": axes.collect::<Map<_, _>>(),
        "witness": witness(of, region),
        "old": values(&of.old.policy, &region.old),
        "new": values(&of.new.policy, &region.new),
    })
}

/// A record, or where it is so among others, all of them and the key of the one.
fn witness(of: Compared, region: &Region) -> Json {
    if region.beside.is_empty() {
        return Json::Object(record(of, &region.witness));
    }
    let is_key = |given: &&Given| {
        given.new.as_ref().and_then(|(slot, _)| of.new.policy.field(*slot)).is_some_and(|field| field.key)
    };
    let all = std::iter::once(&region.witness).chain(&region.beside);
    json!({
        "records": all.map(|one| Json::Object(record(of, one))).collect::<Json>(),
        "key": record(of, region.witness.iter().filter(is_key)),
    })
}

/// A record by the names of its fields; of what stands nowhere, null.
fn record<'g>(of: Compared, given: impl IntoIterator<Item = &'g Given>) -> Map<String, Json> {
    let each = given.into_iter().map(|given| {
        let value = match (&given.new, &given.old) {
            _ if given.absent => Json::Null,
            (Some((slot, value)), _) => exact(&of.new.policy, *slot, value),
            (None, Some((slot, value))) => exact(&of.old.policy, *slot, value),
            (None, None) => Json::Null,
        };
        (given.name.clone(), value)
    });
    each.collect()
}

/// A value as it is, without its unit.
fn exact(policy: &Policy, slot: SlotId, value: &Value) -> Json {
    exact_value(policy, policy.slot(slot).map_or(Type::Invalid, |slot| slot.ty), value)
}
