//! What the tests of a policy reach: a table, a listing of its lines, JSON.

use serde_json::{Value as Json, json};

use crate::cases::{Coverage, Kind, Reached, Side};
use crate::compile::Compiled;
use crate::render::{Drawn, Grid, GridColumn, GridRow, Mood, Tongue, say};

/// For programs. Its form is `docs/coverage.schema.json`.
pub fn coverage_json(compiled: &Compiled, coverage: &Coverage) -> Vec<Json> {
    let place = |place: &Reached| {
        json!({
            "file": file(compiled, place),
            "line": compiled.sources.place(place.span).line,
            "kind": place.kind.word(),
            "text": place.text,
            "side": place.side.map(side),
            "hits": place.hits,
        })
    };
    coverage.places.iter().map(place).collect()
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Holds => "holds",
        Side::Fails => "fails",
    }
}

fn file<'c>(compiled: &'c Compiled, place: &Reached) -> &'c str {
    compiled.sources.get(place.span.file).map_or("", |file| file.name.as_str())
}

/// What is reached of each kind, then what is not, each with its line.
pub fn coverage_table(
    compiled: &Compiled,
    coverage: &Coverage,
    (tongue, ascii): (Tongue, bool),
    width: usize,
) -> String {
    let mut text = counts(coverage, tongue);
    let missed: Vec<&Reached> = coverage.missed().collect();
    if missed.is_empty() {
        return text;
    }
    let head = |id: &str| say(&format!("coverage-{id}"), &[], tongue);
    let column = |id, figures| GridColumn { head: head(id), rank: 0, group: None, figures, wraps: false };
    let columns = vec![column("line", false), column("what", false), column("text", false)];
    let rows = missed.into_iter().map(|place| GridRow::Cells(cells(compiled, place, tongue), Mood::Plain));
    let Drawn { lines, .. } = Grid { columns, rows: rows.collect(), ascii }.draw(width);
    text.push_str(&format!("\n{}\n", say("coverage-missed", &[], tongue)));
    lines.into_iter().for_each(|(line, _)| text.push_str(&format!("{}\n", line.trim_end())));
    text
}

fn counts(coverage: &Coverage, tongue: Tongue) -> String {
    let line = |kind: &Kind| {
        let (reached, all) = coverage.count(*kind);
        let kind = say(&format!("coverage-all-{}", kind.word()), &[], tongue);
        let args = [("kind", kind.into()), ("reached", reached.into()), ("all", all.into())];
        (all > 0).then(|| format!("{}\n", say("coverage-count", &args, tongue)))
    };
    Kind::ALL.iter().filter_map(line).collect()
}

fn cells(compiled: &Compiled, place: &Reached, tongue: Tongue) -> Vec<String> {
    let line = ("line", compiled.sources.place(place.span).line.into());
    let at = match compiled.used_file(place.span) {
        Some(file) => say("coverage-at-in", &[line, ("file", file.into())], tongue),
        None => say("coverage-at", &[line], tongue),
    };
    let kind = say(&format!("coverage-one-{}", place.kind.word()), &[], tongue);
    let kind = match place.side {
        Some(side) => say(&format!("coverage-{}", self::side(side)), &[("kind", kind.into())], tongue),
        None => kind,
    };
    vec![at, kind, place.text.clone()]
}

/// The text of the policy and what it uses, each line with a mark: how many tests reach what stands in it.
pub fn coverage_lines(compiled: &Compiled, coverage: &Coverage, ascii: bool) -> String {
    let least = coverage.lines(|span| compiled.sources.place(span).line);
    let files: Vec<_> = compiled.files.iter().filter(|id| least.keys().any(|(file, _)| file == *id)).collect();
    let mut text = String::new();
    for id in &files {
        let Some(file) = compiled.sources.get(**id) else { continue };
        if files.len() > 1 {
            text.push_str(&format!("{}\n", file.name));
        }
        for (number, line) in (1..).zip(file.text.lines()) {
            let mark = match least.get(&(**id, number)) {
                None => String::new(),
                Some(0) => if ascii { "!" } else { "✗" }.to_owned(),
                Some(hits) => hits.to_string(),
            };
            text.push_str(format!("{mark:>4} {number:>4} | {line}").trim_end());
            text.push('\n');
        }
    }
    text
}
