//! Whom a change touches, for programs and in words.

use serde_json::{Map, Value as Json, json};

use super::Compared;
use super::causes::causes;
use crate::compare::{Cause, Counts, OnCliff, People, Person, Refused};
use crate::diagnostic::Arg;
use crate::quantity::{Number, minor_unit_places, spell_amount, spell_places};
use crate::render::{Grid, GridColumn, GridRow, Mood, Tongue, exact_fraction, exact_number, rejected, say, why};

/// The names of the classes, in their order.
const CLASSES: [&str; 6] = ["lose_over_5", "lose", "within_0_1", "gain", "gain_over_5", "from_zero"];

/// What becomes of people, for programs: the members that stand beside what changed.
pub fn people_json(people: &People, by: Option<&str>, tongue: Tongue) -> Map<String, Json> {
    let mut all = counts(&people.all);
    let parts = people.parts();
    let quantiles = parts.iter().map(|part| {
        json!({
            "q": exact_fraction(&part.q), "old_upto": number(&part.upto), "count": part.count,
            "mean_delta": exact_fraction(&part.mean),
        })
    });
    let (old, new) = people.gini();
    all.insert("otherwise".into(), people.otherwise.all.into());
    all.insert("only_old".into(), people.only.0.into());
    all.insert("only_new".into(), people.only.1.into());
    all.insert("newly_rejected".into(), people.newly_rejected.into());
    all.insert("refused".into(), people.refused.iter().map(|it| refused(it, tongue)).collect());
    all.insert("rejected".into(), people.only.2.into());
    all.insert("quantiles".into(), quantiles.collect());
    all.insert("gini".into(), json!({ "old": old.to_string(), "new": new.to_string() }));
    all.insert("on_cliff".into(), on_cliff(&people.on_cliff));
    let groups = people.by.iter().map(|(value, found)| {
        let mut group = Map::from_iter([
            ("field".to_owned(), Json::from(by.unwrap_or_default())),
            ("value".to_owned(), Json::from(value.as_str())),
        ]);
        group.extend(counts(found));
        Json::Object(group)
    });
    let grades = people.grades.iter().map(|((from, to), count)| json!({ "from": from, "to": to, "count": count }));
    let pay = people.pay.iter().map(|(name, old, new)| {
        let zero = Number::ZERO;
        let delta = new.as_ref().unwrap_or(&zero) - old.as_ref().unwrap_or(&zero);
        json!({ "name": name, "old": old.as_ref().map(number), "new": new.as_ref().map(number), "delta": number(&delta) })
    });
    let largest = people.largest.iter().map(|person| {
        let key: Map<String, Json> =
            person.key.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
        let delta = number(&person.delta());
        let cause: Vec<Json> = person.cause.iter().filter_map(cause).collect();
        json!({
            "key": key, "old": number(&person.old), "new": number(&person.new), "delta": delta,
            "cause": cause, "sampled": people.sampled,
        })
    });
    Map::from_iter([
        ("people".to_owned(), Json::Object(all)),
        ("by".to_owned(), groups.collect()),
        ("grades".to_owned(), grades.collect()),
        ("pay".to_owned(), pay.collect()),
        ("largest".to_owned(), largest.collect()),
    ])
}

/// How many stand within two steps of a cliff; not exact where there may be cliffs that were not found.
fn on_cliff((old, new): &(OnCliff, OnCliff)) -> Json {
    json!({ "old": old.people, "new": new.people, "exact": old.exact && new.exact })
}

/// Whose record is now rejected, and why.
fn refused(of: &Refused, tongue: Tongue) -> Json {
    let key: Map<String, Json> = of.key.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
    json!({ "key": key, "reasons": rejected(&of.why, tongue) })
}

/// A change and what it has of the difference; where several cannot be without each other, with the others.
fn cause(cause: &Cause) -> Option<Json> {
    let (first, others) = cause.changes.split_first()?;
    let mut object = Map::from_iter([("change".to_owned(), Json::from(*first))]);
    if !others.is_empty() {
        object.insert("with".into(), others.into());
    }
    object.insert("share".into(), exact_fraction(&cause.share));
    Some(Json::Object(object))
}

fn number(number: &Number) -> Json {
    Json::Number(exact_number(number.clone()))
}

fn counts(of: &Counts) -> Map<String, Json> {
    let classes = CLASSES.iter().zip(of.classes).map(|(name, count)| ((*name).to_owned(), Json::from(count)));
    Map::from_iter([
        ("compared".to_owned(), of.compared.into()),
        ("same".to_owned(), of.same.into()),
        ("gain".to_owned(), of.gain.into()),
        ("lose".to_owned(), of.lose.into()),
        ("gain_total".to_owned(), number(&of.gain_total)),
        ("lose_total".to_owned(), number(&of.lose_total)),
        ("classes".to_owned(), Json::Object(classes.collect())),
    ])
}

/// What becomes of people, in lines of at most so many columns.
pub fn people_lines(
    people: &People,
    of: Compared,
    by: Option<&str>,
    (tongue, ascii, width): (Tongue, bool, usize),
) -> Vec<String> {
    let currency = of.new.policy.header.currency.as_str();
    let places = minor_unit_places(currency).unwrap_or_default();
    let figure = |amount: &Number| spell_places(amount, places);
    let moved = |amount: &Number| if *amount > Number::ZERO { format!("+{}", figure(amount)) } else { figure(amount) };
    let mut lines = vec![String::new()];
    lines.extend(crate::render::wrap(&counted(&people.all, currency, tongue), width));
    lines.extend(otherwise(people, of, tongue).iter().flat_map(|text| crate::render::wrap(text, width)));
    if people.only != (0, 0, 0) {
        let args = [("old", people.only.0.into()), ("new", people.only.1.into()), ("neither", people.only.2.into())];
        lines.extend(crate::render::wrap(&say("diff-people-only", &args, tongue), width));
    }
    if people.only.2 > 0 {
        lines.extend(crate::render::wrap(&say("diff-people-why", &[], tongue), width));
    }
    if people.newly_rejected > 0 {
        let count = [("count", people.newly_rejected.into())];
        lines.extend(crate::render::wrap(&say("diff-refused", &count, tongue), width));
        for of in &people.refused {
            let key = of.key.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ");
            let reasons = why::listed(rejected(&of.why, tongue), tongue);
            let text = say("diff-refused-one", &[("key", key.into()), ("reasons", reasons.into())], tongue);
            lines.extend(super::words::indented(&text, width));
        }
    }
    let mut table = |title: &str, heads: &[&str], rows: Vec<Vec<String>>| {
        lines.extend(drawn(title, (heads, by), rows, (tongue, ascii, width)));
    };
    let grades = people.grades.iter().map(|((from, to), count)| vec![from.clone(), to.clone(), count.to_string()]);
    table("diff-grades", &["from", "to", "count"], grades.collect());
    let shown = |amount: &Option<Number>| amount.as_ref().map_or_else(|| "—".to_owned(), figure);
    let pay = people.pay.iter().map(|(name, old, new)| {
        let zero = Number::ZERO;
        let delta = new.as_ref().unwrap_or(&zero) - old.as_ref().unwrap_or(&zero);
        vec![name.clone(), shown(old), shown(new), moved(&delta)]
    });
    table("diff-pay", &["name", "old", "new", "delta"], pay.collect());
    let groups = people.by.iter().map(|(value, of)| {
        let counts = [of.same, of.gain, of.lose].map(|count| count.to_string());
        [value.clone()].into_iter().chain(counts).chain([moved(&of.gain_total), figure(&of.lose_total)]).collect()
    });
    table("diff-by", &["by", "same", "gain", "lose", "more", "less"], groups.collect());
    let largest = people.largest.iter().map(|person: &Person| {
        let key = person.key.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ");
        vec![key, figure(&person.old), figure(&person.new), moved(&person.delta())]
    });
    table("diff-largest", &["key", "old", "new", "delta"], largest.collect());
    lines.extend(causes(people, currency, (tongue, width)));
    lines
}

/// How many there are, who gain and lose, and how much.
fn counted(all: &Counts, currency: &str, tongue: Tongue) -> String {
    let args = [
        ("compared", all.compared.into()),
        ("same", all.same.into()),
        ("gain", all.gain.into()),
        ("lose", all.lose.into()),
        ("more", Arg::from(spell_amount(&all.gain_total, currency, tongue))),
        ("less", Arg::from(spell_amount(&all.lose_total, currency, tongue))),
    ];
    say("diff-people", &args, tongue)
}

/// That some are paid the same and have another result, with one of them.
fn otherwise(people: &People, of: Compared, tongue: Tongue) -> Option<String> {
    let first = people.otherwise.first.as_ref()?;
    let key = first.key.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ");
    let moved = super::words::moved(of, (&first.old, &first.new), tongue);
    let args = [("count", people.otherwise.paid_same.into()), ("key", Arg::from(key)), ("moved", moved)];
    Some(say("diff-people-otherwise", &args, tongue))
}

/// A table with its title; nothing where it has no row.
fn drawn(
    title: &str,
    (heads, by): (&[&str], Option<&str>),
    rows: Vec<Vec<String>>,
    (tongue, ascii, width): (Tongue, bool, usize),
) -> Vec<String> {
    if rows.is_empty() {
        return vec![];
    }
    let head = |head: &str| match head {
        "by" => by.unwrap_or_default().to_owned(),
        head => say(&format!("diff-head-{head}"), &[], tongue),
    };
    let columns = heads.iter().enumerate().map(|(at, name)| GridColumn {
        head: head(name),
        figures: at > 0 && *name != "to",
        ..GridColumn::default()
    });
    let rows = rows.into_iter().map(|cells| GridRow::Cells(cells, Mood::Plain)).collect();
    let grid = Grid { columns: columns.collect(), rows, ascii };
    let lines = grid.draw(width).lines.into_iter().map(|(line, _)| line);
    [String::new(), say(title, &[], tongue)].into_iter().chain(lines).collect()
}
