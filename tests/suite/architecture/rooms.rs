//! Which module may use which: the table and the drawing of `docs/architecture.md`, held against the `use` lines.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use super::{code, root, sources};

/// The modules in the order of the table in `docs/architecture.md`.
fn order() -> Vec<String> {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let cells = page.lines().filter(|line| line.starts_with("| `")).map(|line| line.split('|').nth(1).unwrap());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn a_module_uses_only_modules_before_it() {
    let order = order();
    let place = |module: &str| order.iter().position(|known| known == module);
    let mut wrong = String::new();
    for (name, text) in sources() {
        let Some(own) = name.split(['/', '.']).next().and_then(place) else { continue };
        for line in code(&text) {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if place(&used).is_some_and(|used| used > own) {
                    writeln!(wrong, "src/{name}: {line}").unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What each module uses, as its files say.
fn used() -> BTreeMap<String, BTreeSet<String>> {
    let order: BTreeSet<String> = order().into_iter().collect();
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, text) in sources() {
        let own = name.split(['/', '.']).next().unwrap();
        for used in code(&text).flat_map(|line| line.split("crate::").skip(1)) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != own && order.contains(own) && order.contains(&used) {
                arrows.entry(own.to_owned()).or_default().insert(used);
            }
        }
    }
    arrows
}

/// The arrows of the drawing: those that no way through another module stands for.
fn drawn() -> BTreeSet<String> {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let arrows = page.lines().filter_map(|line| line.split_once('→')).filter(|(own, _)| !own.trim().contains(' '));
    let arrows = arrows.flat_map(|(own, used)| {
        used.split_whitespace().map(|used| format!("{} → {used}", own.trim())).collect::<Vec<_>>()
    });
    arrows.collect()
}

#[test]
fn the_drawing_has_the_arrows_that_there_are() {
    let used = used();
    let mut reached: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut arrows = BTreeSet::new();
    for own in order() {
        let direct = used.get(&own).cloned().unwrap_or_default();
        let further: BTreeSet<String> = direct.iter().filter_map(|used| reached.get(used)).flatten().cloned().collect();
        arrows.extend(direct.difference(&further).map(|used| format!("{own} → {used}")));
        reached.insert(own, direct.union(&further).cloned().collect());
    }
    let drawn = drawn();
    let lacking: Vec<_> = arrows.difference(&drawn).collect();
    let too_many: Vec<_> = drawn.difference(&arrows).collect();
    assert!(lacking.is_empty() && too_many.is_empty(), "not drawn: {lacking:#?}; drawn, and not there: {too_many:#?}");
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned);
    assert_eq!(declared.collect::<BTreeSet<_>>(), order().into_iter().collect());
}

/// Files and what is made of them know nothing of each other: they meet in the data. So does neither word anything.
#[test]
fn reading_and_evaluating_meet_in_the_data() {
    let used = used();
    let apart = [("io", "batch"), ("batch", "io"), ("batch", "render"), ("data", "eval"), ("io", "eval")];
    for (own, stranger) in apart {
        assert!(!used[own].contains(stranger), "{own} uses {stranger}");
    }
}

/// What shows results makes no run of its own: it asks `batch` for one.
#[test]
fn no_face_makes_a_run() {
    let makes = |text: &str| {
        let text: String = code(text).collect::<Vec<_>>().join(" ");
        let mut used = text.split("eval::").skip(1).filter_map(|used| used.split(';').next());
        used.any(|used| used.split(|c: char| !c.is_alphanumeric()).any(|word| word == "Run" || word == "Subject"))
    };
    assert!(makes("use crate::eval::{Evaluation, Run};") && makes("let run = crate::eval::Run::new();"));
    let faces = sources().into_iter().filter(|(name, _)| name.starts_with("cli/") || name.starts_with("repl/"));
    let wrong: Vec<String> = faces.filter(|(_, text)| makes(text)).map(|(name, _)| name).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// The help in the reader's language takes longer to build than a short run: only what shows it builds it.
#[test]
fn the_help_is_built_where_it_is_shown() {
    let builds = |text: &str| code(text).any(|line| line.contains("help::command(") && !line.contains("shows_help"));
    let who: Vec<String> = sources().into_iter().filter(|(_, text)| builds(text)).map(|(name, _)| name).collect();
    assert_eq!(who, ["cli/asked.rs", "cli/completions.rs"]);
}
