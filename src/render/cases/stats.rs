//! How large a policy is.

use serde_json::{Value as Json, json};

use crate::compile::Stats;
use crate::diagnostic::Arg;
use crate::render::{Tongue, say};

/// For programs. Its form is `docs/stats.schema.json`.
pub fn stats_json(file: &str, stats: &Stats) -> Json {
    json!({
        "file": file,
        "declarations": stats.declarations,
        "items": stats.items,
        "tables": stats.tables,
        "rows": stats.rows,
        "fields": stats.fields,
        "tests": stats.tests,
        "nesting": stats.nesting,
        "proofs": {
            "tables": stats.proved_tables,
            "promises": { "proved": stats.proved, "refuted": stats.refuted, "not_decided": stats.not_decided },
        },
    })
}

/// For people, a line each.
pub fn stats_lines(file: &str, stats: &Stats, tongue: Tongue) -> Vec<String> {
    let promises = stats.proved + stats.refuted + stats.not_decided;
    let line = |(id, count): (&str, usize)| {
        let args = [
            ("count", Arg::from(count)),
            ("tables", stats.proved_tables.into()),
            ("proved", stats.proved.into()),
            ("open", stats.not_decided.into()),
        ];
        format!("  {}", say(&format!("stats-{id}"), &args, tongue))
    };
    let figures = [
        ("declarations", stats.declarations),
        ("fields", stats.fields),
        ("items", stats.items),
        ("tables", stats.tables),
        ("rows", stats.rows),
        ("tests", stats.tests),
        ("nesting", stats.nesting),
        ("promises", promises),
    ];
    std::iter::once(file.to_owned()).chain(figures.into_iter().map(line)).collect()
}
