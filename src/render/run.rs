//! What came of a run, for programs.

use serde_json::{Map, Value as Json, json};

use super::exact_number;
use crate::batch::{Counts, Doubts, Flagged, Part, Person, groups};
use crate::ir::Policy;

/// People by grade and what is paid of one policy, with the records that hang on others.
pub fn part_json(policy: &Policy, part: &Part, (doubts, held): (&Doubts, &Doubts)) -> Vec<(&'static str, Json)> {
    let pay = part.pay().map(|paid| (paid.name.to_owned(), exact_number(paid.sum).into()));
    vec![
        ("grades", Json::Object(part.grades().map(people).collect())),
        ("pay", Json::Object(pay.collect())),
        ("flags", flagged(policy, part.flags())),
        ("below_zero", flagged(policy, part.below())),
        ("ensures", part.broken().map(|(text, count)| json!({ "text": text, "broken": count })).collect()),
        ("provisional", provisional_json(policy, doubts, held)),
        ("currency", policy.header.currency.clone().into()),
    ]
}

/// How many records there are of each kind.
pub fn counts_json(counts: Counts) -> Json {
    counts.named().into_iter().map(|(name, count)| (name.to_owned(), Json::from(count))).collect::<Map<_, _>>().into()
}

fn people<'a>((grade, labels): (&str, impl Iterator<Item = (&'a str, usize)>)) -> (String, Json) {
    (grade.to_owned(), labels.map(|(label, count)| (label.to_owned(), Json::from(count))).collect())
}

/// For whom flags are raised.
fn flagged(policy: &Policy, flags: &[Flagged]) -> Json {
    let of = |flagged: &Flagged| {
        let slot = policy.slot(flagged.flag)?;
        let first: Vec<Json> = flagged.first.iter().map(who).collect();
        Some(json!({ "name": slot.name, "text": slot.title, "count": flagged.count, "first": first }))
    };
    flags.iter().filter_map(of).collect()
}

fn who(person: &Person) -> Json {
    let key: Map<String, Json> =
        person.key.iter().map(|(name, value)| (name.clone(), Json::from(value.as_str()))).collect();
    json!({ "key": key, "name": person.name, "period": person.period })
}

/// The records that hang on rejected ones, and the groups that lack these.
fn provisional_json(policy: &Policy, doubts: &Doubts, held: &Doubts) -> Json {
    let groups = groups(policy, [doubts, held].into_iter()).into_iter().map(|group| {
        let keys = group.keys.into_iter().map(|(name, value)| (name, Json::from(value)));
        json!({ "group": keys.collect::<Map<_, _>>(), "rejected": group.rejected })
    });
    json!({ "records": doubts.len(), "held_back": held.len(), "groups": groups.collect::<Vec<_>>() })
}
