//! Where pay jumps, in words and for programs.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::record_json;
use crate::analysis::dependents;
use crate::cliffs::{Cliff, Cliffs, Reversal, Side};
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::ir::{Policy, Role, SlotId, Value};
use crate::quantity::Number;
use crate::render::{Drawn, Grid, GridColumn, GridRow, Mood, Tongue, exact_number, say, spell};

/// For programs. Its form is `docs/cliffs.schema.json`.
pub fn cliffs_json(policy: &Policy, found: &Cliffs, people: &[Option<usize>]) -> Json {
    let number = |number: &Number| Json::Number(exact_number(number.clone()));
    let name = |slot: SlotId| policy.slot(slot).map_or("", |slot| slot.name.as_str());
    let cliff = |(cliff, people): (&Cliff, &Option<usize>)| {
        json!({
            "name": name(cliff.pay),
            "field": name(cliff.field),
            "at": number(&cliff.at),
            "side": if cliff.side == Side::At { "at" } else { "after" },
            "from": number(&cliff.between.0),
            "to": number(&cliff.between.1),
            "least_jump": number(&cliff.least),
            "most_jump": number(&cliff.most),
            "people": people,
            "exact": cliff.exact,
        })
    };
    let reversal = |of: &Reversal| {
        json!({
            "name": name(of.pay),
            "field": name(of.field),
            "at": number(&of.at),
            "witnesses": [record_json(policy, &of.witnesses.0), record_json(policy, &of.witnesses.1)],
            "loss": number(&of.loss),
            "exact": of.exact,
        })
    };
    json!({
        "cliffs": found.cliffs.iter().zip(people).map(cliff).collect::<Vec<_>>(),
        "reversals": found.reversals.iter().map(reversal).collect::<Vec<_>>(),
        "missed": found.missed,
    })
}

/// For people: a line a jump, then what is paid less for doing better, with two records.
pub fn cliffs_text(
    policy: &Policy,
    found: &Cliffs,
    people: &[Option<usize>],
    (tongue, ascii): (Tongue, bool),
    width: usize,
) -> String {
    let mut text = String::new();
    if found.cliffs.is_empty() && found.missed {
        text.push_str(&format!("{}\n", say("cliffs-none-seen", &[], tongue)));
    } else if found.cliffs.is_empty() {
        text.push_str(&format!("{}\n", say("cliffs-none", &[], tongue)));
    } else {
        let head = |id: &str| say(&format!("cliffs-{id}"), &[], tongue);
        let counted = people.iter().any(Option::is_some);
        // Where there is one pay alone, its name is what a narrow window can do without.
        let several = found.cliffs.iter().any(|cliff| Some(cliff.pay) != found.cliffs.first().map(|it| it.pay));
        let column = |id, rank| GridColumn { head: head(id), rank, ..GridColumn::default() };
        let pay = column("pay", if several { 0 } else { 2 });
        let mut columns = vec![pay, column("field", 0), column("step", 0), column("jump", 0)];
        columns.extend(counted.then(|| GridColumn { figures: true, ..column("people", 1) }));
        let rows = by_use(policy, found).into_iter().filter_map(|at| found.cliffs.get(at).zip(people.get(at)));
        let rows = rows.map(|(cliff, people)| {
            let mut cells = vec![title(policy, cliff.pay), title(policy, cliff.field)];
            let [from, to] = [&cliff.between.0, &cliff.between.1].map(|at| cell(policy, cliff.field, at));
            cells.push(say("cliffs-between", &[("from", from.into()), ("to", to.into())], tongue));
            cells.push(jumps(policy, cliff, tongue));
            cells.extend(people.map(|count| count.to_string()));
            GridRow::Cells(cells, Mood::Plain)
        });
        let Drawn { lines, .. } = Grid { columns, rows: rows.collect(), ascii }.draw(width);
        lines.into_iter().for_each(|(line, _)| text.push_str(&format!("{}\n", line.trim_end())));
        if found.cliffs.iter().any(|cliff| !cliff.exact) {
            text.push_str(&format!("{}\n", say("cliffs-inexact", &[], tongue)));
        }
    }
    if found.missed {
        text.push_str(&format!("{}\n", say("cliffs-missed", &[], tongue)));
    }
    for of in &found.reversals {
        text.push_str(&format!("\n{}\n", reversed(policy, of, tongue)));
    }
    text
}

/// The jumps in their order, those along what earns points or a grade before those along what only pay goes by, as how many
/// days a month has.
fn by_use(policy: &Policy, found: &Cliffs) -> Vec<usize> {
    let mut known: BTreeMap<SlotId, bool> = BTreeMap::new();
    let mut earns = |field: SlotId| {
        *known.entry(field).or_insert_with(|| {
            let moved = policy.slots.iter().zip(dependents(policy, field)).filter(|(_, moves)| *moves);
            moved.into_iter().any(|(slot, _)| matches!(slot.role, Role::Grade | Role::Points))
        })
    };
    let mut order: Vec<usize> = (0..found.cliffs.len()).collect();
    order.sort_by_cached_key(|at| found.cliffs.get(*at).is_some_and(|cliff| !earns(cliff.field)));
    order
}

/// The least and the greatest jump: `+200 元 ~ +400 元`
fn jumps(policy: &Policy, cliff: &Cliff, tongue: Tongue) -> String {
    let mark = if cliff.exact { "" } else { " *" };
    let most = amount(policy, cliff.pay, &cliff.most, tongue);
    if cliff.least == cliff.most {
        return format!("{most}{mark}");
    }
    let args = [("least", amount(policy, cliff.pay, &cliff.least, tongue).into()), ("most", most.into())];
    format!("{}{mark}", say("cliffs-range", &args, tongue))
}

fn reversed(policy: &Policy, of: &Reversal, tongue: Tongue) -> String {
    let value = |record: &Vec<(SlotId, Value)>| {
        let found = record.iter().find(|(slot, _)| *slot == of.field).map(|(_, value)| value);
        found.and_then(Value::number).map_or(String::new(), |number| cell(policy, of.field, number))
    };
    let others = of.witnesses.0.iter().filter(|(slot, _)| *slot != of.field);
    let others = others.filter_map(|(slot, value)| {
        let known = policy.slot(*slot)?;
        let shown = match value {
            Value::Missing => say("term-missing", &[], tongue),
            value => spell_cell(policy, known, value),
        };
        Some(Arg::from(format!("{} = {shown}", known.name)))
    });
    let args = [
        ("pay", title(policy, of.pay).into()),
        ("field", title(policy, of.field).into()),
        ("from", value(&of.witnesses.0).into()),
        ("to", value(&of.witnesses.1).into()),
        ("loss", amount(policy, of.pay, &-&of.loss, tongue).into()),
        ("record", spell(&Arg::List(others.collect()), tongue).into()),
    ];
    say("cliffs-reversal", &args, tongue)
}

fn title(policy: &Policy, slot: SlotId) -> String {
    policy.slot(slot).map_or(String::new(), |slot| slot.title.clone().unwrap_or_else(|| slot.name.clone()))
}

fn cell(policy: &Policy, slot: SlotId, value: &Number) -> String {
    let Some(known) = policy.slot(slot) else { return String::new() };
    let notation = policy.notation_of(known).in_unit(known.time_unit);
    notation.written(&Value::Number(value.clone()))
}

/// An amount with its sign.
fn amount(policy: &Policy, pay: SlotId, value: &Number, tongue: Tongue) -> String {
    let shown = policy.slot(pay).map(|slot| policy.notation_of(slot).shown(&Value::Number(value.clone())));
    let shown = shown.map_or(String::new(), |shown| spell(&shown, tongue));
    if value.is_negative() { shown } else { format!("+{shown}") }
}
