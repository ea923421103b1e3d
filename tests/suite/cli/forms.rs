//! What every command writes for programs about the ready-made policies, held against the schemas.

use serde_json::Value;

use super::Shop;
use super::formats::unlike;
use crate::explain::ready_made::{SHEETS, Tried};

fn path(name: &str) -> String {
    format!("{}/policies/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// What a command needs to evaluate a sheet.
fn reads((names, sheet, with, history): &Tried) -> Vec<String> {
    let policies = names.iter().map(|name| path(&format!("{name}.merit")));
    let beside = with.iter().flat_map(|(name, file)| ["--with".to_owned(), format!("{name}={}", path(file))]);
    let earlier = history.iter().flat_map(|file| ["--history".to_owned(), path(file)]);
    policies.chain([path(sheet)]).chain(beside).chain(earlier).collect()
}

fn run(shop: &Shop, words: &[&str], more: &[String]) -> String {
    let words: Vec<&str> = words.iter().copied().chain(more.iter().map(String::as_str)).collect();
    shop.run(&words).out
}

fn held(text: &str, form: &str) -> Value {
    let json = serde_json::from_str(text).unwrap_or_else(|error| panic!("{form}: {error} {text}"));
    assert_eq!(unlike(&json, form), Vec::<String>::new(), "{form}");
    json
}

#[test]
fn what_is_told_of_records() {
    let shop = Shop::new();
    for tried in SHEETS {
        let reads = reads(tried);
        let all = run(&shop, &["why", "--all", "--format", "json"], &reads);
        let told: Vec<Value> = all.lines().map(|line| held(line, "why")).collect();
        let one = told.iter().find(|one| one["status"] == "ok").unwrap();
        let key = one["key"].as_object().unwrap().values().chain([&one["period"]]).filter(|part| !part.is_null());
        let key = key.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
        let asked: Vec<String> = reads.iter().cloned().chain(key).collect();
        let alone = held(&run(&shop, &["why", "--next", "0", "--format", "json"], &asked), "why");
        assert_eq!(alone["fields"], one["fields"], "{:?}", tried.0);
        let next = held(&run(&shop, &["next", "--format", "json"], &asked), "next");
        assert_eq!((&next["key"], &next["status"]), (&one["key"], &one["status"]));
        run(&shop, &["eval", "-o", "r.csv"], &reads);
        let agreed = held(&run(&shop, &["reconcile", "--against", "r.csv", "--format", "json"], &reads), "reconcile");
        assert_eq!(agreed["differ"], 0, "{:?}", tried.0);
    }
}

#[test]
fn what_is_told_of_policies() {
    let shop = Shop::new();
    for name in SHEETS.iter().flat_map(|(names, ..)| *names) {
        let policy = [path(&format!("{name}.merit"))];
        let twice = [policy.clone(), policy.clone()].concat();
        held(&run(&shop, &["check", "--stats", "--format", "json"], &policy), "stats");
        held(&run(&shop, &["test", "--coverage", "--format", "json"], &policy), "coverage");
        held(&run(&shop, &["cases", "--format", "json"], &policy), "cases");
        assert_eq!(held(&run(&shop, &["diff", "--format", "json"], &twice), "diff")["equal"], "proved", "{name}");
    }
}

#[test]
fn what_is_told_of_jumps() {
    let policy = [path("small-shop.merit")];
    held(&run(&Shop::new(), &["cliffs", "--format", "json"], &policy), "cliffs");
}
