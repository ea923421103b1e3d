//! Records at the bounds of a policy, for programs and as a sheet.

use indexmap::IndexSet;
use serde_json::{Map, Value as Json, json};

use crate::cases::{Block, Given};
use crate::compile::Compiled;
use crate::data::spell_cell;
use crate::ir::{Policy, SlotId, Value};
use crate::render::exact_value;

/// A record for programs. Its form is `docs/cases.schema.json`.
pub fn case_json(compiled: &Compiled, block: &Block) -> Json {
    let place = compiled.sources.place(block.case.span);
    let file = compiled.sources.get(block.case.span.file).map_or("", |file| file.name.as_str());
    json!({
        "name": block.name,
        "file": file,
        "line": place.line,
        "given": record_json(&compiled.policy, &block.case.given),
        "expect": record_json(&compiled.policy, &block.case.expect),
    })
}

/// Some values by their names, exact.
pub fn record_json(policy: &Policy, values: &Given) -> Map<String, Json> {
    let each = values.iter().filter_map(|(id, value)| {
        let slot = policy.slot(*id)?;
        Some((slot.name.clone(), exact_value(policy, slot.ty, value)))
    });
    each.collect()
}

/// The records as the rows of a sheet that `merit test --from` reads: a column a value.
pub fn case_rows(policy: &Policy, blocks: &[Block]) -> Vec<Vec<String>> {
    let slots = |of: fn(&Block) -> &Given| -> Vec<SlotId> {
        let all: IndexSet<SlotId> = blocks.iter().flat_map(|block| of(block).iter().map(|(slot, _)| *slot)).collect();
        let mut all: Vec<SlotId> = all.into_iter().collect();
        all.sort();
        all
    };
    let (given, expect) = (slots(|block| &block.case.given), slots(|block| &block.case.expect));
    let name = |slot: &SlotId| policy.slot(*slot).map_or(String::new(), |slot| slot.name.clone());
    let heads = std::iter::once("test".to_owned()).chain(given.iter().map(name));
    let heads = heads.chain(expect.iter().map(|slot| format!("= {}", name(slot)))).collect();
    let row = |block: &Block| {
        let cells =
            |slots: &[SlotId], values: &Given| slots.iter().map(|slot| cell(policy, *slot, values)).collect::<Vec<_>>();
        [vec![block.name.clone()], cells(&given, &block.case.given), cells(&expect, &block.case.expect)].concat()
    };
    std::iter::once(heads).chain(blocks.iter().map(row)).collect()
}

fn cell(policy: &Policy, id: SlotId, values: &Given) -> String {
    let value = values.iter().find(|(slot, _)| *slot == id).map(|(_, value)| value);
    match (value, policy.slot(id)) {
        (Some(Value::Missing), _) => "missing".to_owned(),
        (Some(value), Some(slot)) => spell_cell(policy, slot, value),
        _ => String::new(),
    }
}
