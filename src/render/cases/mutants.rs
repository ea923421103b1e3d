//! Altered policies that the tests do not notice, in words and for programs.

use serde_json::{Map, Value as Json, json};

use crate::cases::Block;
use crate::compile::Compiled;
use crate::diagnostic::Arg;
use crate::ir::Type;
use crate::mutants::{Apart, Mutants, Survivor};
use crate::render::{Tongue, exact_value, say};

/// For programs. Its form is `docs/mutants.schema.json`.
pub fn mutants_json(compiled: &Compiled, found: &Mutants, tests: &[Option<Block>]) -> Json {
    let survivor = |(survivor, test): (&Survivor, &Option<Block>)| {
        json!({
            "file": compiled.sources.get(survivor.span.file).map(|file| file.name.as_str()),
            "line": compiled.sources.place(survivor.span).line,
            "kind": survivor.kind.word(),
            "change": { "old": survivor.old, "new": survivor.new },
            "record": survivor.apart.as_ref().map(|apart| record(compiled, apart)),
            "test": test.as_ref().map(|block| block.text.trim()),
        })
    };
    json!({
        "mutants": found.count(),
        "noticed": found.noticed,
        "equivalent": found.equivalent,
        "survivors": found.survivors.iter().zip(tests).map(survivor).collect::<Vec<_>>(),
    })
}

/// A record by the names of its fields; what stands nowhere is null.
fn record(compiled: &Compiled, apart: &Apart) -> Map<String, Json> {
    let policy = &compiled.policy;
    let each = apart.given.iter().map(|given| {
        let value =
            given.old.as_ref().filter(|_| !given.absent).map(|(slot, value)| {
                exact_value(policy, policy.slot(*slot).map_or(Type::Invalid, |slot| slot.ty), value)
            });
        (given.name.clone(), value.unwrap_or(Json::Null))
    });
    each.collect()
}

/// For people: how many, then each that goes unnoticed with the test to add.
pub fn mutants_text(compiled: &Compiled, found: &Mutants, tests: &[Option<Block>], tongue: Tongue) -> String {
    let args = [
        ("count", found.count().into()),
        ("noticed", found.noticed.into()),
        ("left", found.survivors.len().into()),
        ("equivalent", found.equivalent.into()),
    ];
    let id = match () {
        () if found.count() == 0 => "mutants-none",
        () if compiled.policy.tests.is_empty() => "mutants-untested",
        () if found.survivors.is_empty() => "mutants-all",
        () => "mutants-head",
    };
    let mut text = format!("{}\n", say(id, &args, tongue));
    if found.equivalent > 0 {
        text.push_str(&format!("{}\n", say("mutants-equivalent", &args, tongue)));
    }
    // One test often notices several.
    let mut told: Vec<&str> = vec![];
    for (survivor, test) in found.survivors.iter().zip(tests) {
        text.push_str(&format!("\n{}\n", head(compiled, survivor, tongue)));
        let id = match (test, &survivor.apart) {
            (Some(block), _) if told.contains(&body(block)) => "mutants-same",
            (Some(block), _) => {
                told.push(body(block));
                text.push_str(&format!("{}\n", block.text.trim()));
                continue;
            }
            (None, Some(_)) => "mutants-unwritten",
            (None, None) => "mutants-open",
        };
        text.push_str(&format!("{}\n", say(id, &[], tongue)));
    }
    text
}

/// A test without what it is called.
fn body(block: &Block) -> &str {
    block.text.trim().split_once('\n').map_or("", |(_, body)| body)
}

fn head(compiled: &Compiled, survivor: &Survivor, tongue: Tongue) -> String {
    let line = Arg::from(compiled.sources.place(survivor.span).line);
    let args = [
        ("line", line),
        ("file", compiled.used_file(survivor.span).unwrap_or_default().into()),
        ("kind", say(&format!("mutants-kind-{}", survivor.kind.word()), &[], tongue).into()),
        ("old", survivor.old.as_str().into()),
        ("new", survivor.new.clone().unwrap_or_default().into()),
    ];
    let used = if compiled.used_file(survivor.span).is_some() { "-in" } else { "" };
    let id = if survivor.new.is_some() { "mutants-line" } else { "mutants-dropped" };
    say(&format!("{id}{used}"), &args, tongue)
}
