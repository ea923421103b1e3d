//! In a folder of `src`, no two parts use each other, however many stand between them: each can be read by itself, and
//! moved. A part is a file, or a folder with all that is in it. What a part takes from the head of its own folder
//! (`mod.rs`) counts only where the head takes it from another part.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::{code, sources};

/// The circles that may be, by folder: one thing over several files.
const NAMED: &[(&str, &[&str])] = &[
    // An expression holds expressions, and each kind of them is evaluated in a file of its own.
    ("eval", &["aggregate", "arithmetic", "condition", "expression", "pay", "related", "scale", "step", "table"]),
    // What an expression can be hangs on what its parts can be, and each kind of them has a file of its own.
    ("analysis/reach", &["expression", "many", "numbers", "truth"]),
    // What rises or falls along an expression hangs on what its parts do.
    ("analysis/ensures", &["course", "kinds", "rows"]),
    // The help tells of all commands, and is one.
    ("repl/command", &["help", "table"]),
];

type Path = Vec<String>;

/// A file: its own code, and the names that it takes in.
struct Module {
    body: String,
    uses: Vec<Use>,
}

struct Use {
    public: bool,
    name: String,
    path: Path,
}

/// What uses what, by the parts of each folder, each with one place that does.
type Arrows = BTreeMap<Path, BTreeMap<String, BTreeMap<String, String>>>;

fn path(text: &str) -> Path {
    text.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The paths that a tree of uses stands for, each with the name that it gets.
fn expand(tree: &str) -> Vec<(Path, String)> {
    let Some((lead, rest)) = tree.split_once('{') else {
        let (written, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name)));
        let mut path = path(written);
        path.pop_if(|last| last == "self");
        let name = name.map_or_else(|| path.last().cloned().unwrap_or_default(), |name| name.trim().to_owned());
        return vec![(path, name)];
    };
    let inner = rest.trim_end().strip_suffix('}').unwrap();
    let (mut depth, mut start) = (0, 0);
    let mut parts = vec![];
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    let lead = path(lead);
    let full = |(rest, name): (Path, String)| {
        let name = if rest.is_empty() { lead.last().cloned().unwrap_or_default() } else { name };
        ([lead.clone(), rest].concat(), name)
    };
    parts.into_iter().filter(|part| !part.trim().is_empty()).flat_map(expand).map(full).collect()
}

impl Module {
    fn read(text: &str) -> Module {
        let mut module = Module { body: String::new(), uses: vec![] };
        let mut lines = code(text);
        let is_lead =
            |lead: &str| lead.is_empty() || lead == "pub " || (lead.starts_with("pub(") && lead.ends_with(") "));
        while let Some(line) = lines.next() {
            let Some((lead, tree)) = line.split_once("use ").filter(|(lead, _)| is_lead(lead)) else {
                module.body.extend([line, "\n"]);
                continue;
            };
            let mut tree = tree.to_owned();
            while !tree.contains(';') {
                tree.push_str(lines.next().unwrap());
            }
            let names = expand(tree.trim_end_matches(';')).into_iter();
            module.uses.extend(names.map(|(path, name)| Use { public: !lead.is_empty(), name, path }));
        }
        module
    }

    /// Whether its own code has a name that it hands on as well.
    fn names(&self, name: &str) -> bool {
        self.body.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
    }

    /// The paths in its own code that begin with a word for a module.
    fn paths(&self) -> Vec<Path> {
        let ends = |c: char| !c.is_alphanumeric() && c != '_' && c != ':';
        self.body.split(ends).filter(|word| word.contains("::") && !word.starts_with(':')).map(path).collect()
    }
}

/// The module in which something stands that a file calls by a path, through all names that stand for others.
fn target(modules: &BTreeMap<Path, Module>, from: &Path, called: &[String]) -> Option<Path> {
    let mut here = match called.first()?.as_str() {
        "crate" => vec![],
        "super" | "self" => from.clone(),
        first if modules.contains_key(&[from.clone(), vec![first.to_owned()]].concat()) => from.clone(),
        _ => return None,
    };
    let mut rest = called;
    while let [first, more @ ..] = rest {
        let inner = [here.clone(), vec![first.clone()]].concat();
        match first.as_str() {
            "crate" | "self" => {}
            "super" => _ = here.pop(),
            _ if modules.contains_key(&inner) => here = inner,
            _ => {
                // Of what stands in the module itself there is no use, and one that leads back is of a part inside the file.
                let used = modules.get(&here).and_then(|module| module.uses.iter().find(|used| used.name == *first));
                let further = used.map(|used| [used.path.clone(), more.to_vec()].concat());
                let further = further.filter(|further| further[0] != "super" || !called.ends_with(&further[1..]));
                return further.and_then(|further| target(modules, &here, &further)).or(Some(here));
            }
        }
        rest = more;
    }
    Some(here)
}

fn modules() -> BTreeMap<Path, Module> {
    let named = sources().into_iter().filter(|(name, _)| !matches!(name.as_str(), "lib.rs" | "main.rs"));
    let place = |name: &str| -> Path {
        let name = name.trim_end_matches(".rs").trim_end_matches("/mod");
        name.split('/').map(str::to_owned).collect()
    };
    named.map(|(name, text)| (place(&name), Module::read(&text))).collect()
}

fn arrows(modules: &BTreeMap<Path, Module>) -> Arrows {
    let mut arrows = Arrows::new();
    for (from, module) in modules {
        let used = module.uses.iter().filter(|used| !used.public || module.names(&used.name));
        let called = used.map(|used| used.path.clone()).chain(module.paths());
        for (to, written) in called.filter_map(|called| Some((target(modules, from, &called)?, called.join("::")))) {
            let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
            if let (true, Some(one), Some(other)) = (common > 0, from.get(common), to.get(common)) {
                let folder = arrows.entry(from[..common].to_vec()).or_default();
                let place = format!("{} uses {written}", from.join("/"));
                folder.entry(one.clone()).or_default().entry(other.clone()).or_insert(place);
            }
        }
    }
    arrows
}

/// What can be reached from a part, itself where it lies on a circle.
fn reached<'a>(parts: &'a BTreeMap<String, BTreeMap<String, String>>, from: &str) -> BTreeSet<&'a str> {
    let (mut open, mut seen) = (vec![from.to_owned()], BTreeSet::new());
    while let Some(part) = open.pop() {
        for next in parts.get(&part).into_iter().flatten().map(|(next, _)| next.as_str()) {
            if seen.insert(next) {
                open.push(next.to_owned());
            }
        }
    }
    seen
}

#[test]
fn parts_of_a_folder_make_no_circle() {
    let modules = modules();
    let arrows = arrows(&modules);
    assert!(modules.len() > 200 && arrows.len() > 20, "{} {}", modules.len(), arrows.len());
    let mut found = BTreeSet::new();
    let mut wrong = String::new();
    for (folder, parts) in &arrows {
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            parts.keys().map(|part| (part.as_str(), reached(parts, part))).collect();
        for (part, there) in reach.iter().filter(|(part, there)| there.contains(*part)) {
            let circle: BTreeSet<&str> = there
                .iter()
                .copied()
                .filter(|other| reach.get(other).is_some_and(|back| back.contains(part)))
                .collect();
            let folder = folder.join("/");
            let known = NAMED
                .iter()
                .position(|(named, parts)| *named == folder && circle.iter().all(|part| parts.contains(part)));
            match known {
                Some(known) => _ = found.insert(known),
                None => {
                    let places = parts[*part].iter().filter(|(next, _)| circle.contains(next.as_str()));
                    places.for_each(|(_, place)| writeln!(wrong, "{place}").unwrap());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "circles:\n{wrong}");
    let gone: Vec<_> = NAMED.iter().enumerate().filter(|(at, _)| !found.contains(at)).collect();
    assert!(gone.is_empty(), "no circles any more: {gone:?}");
}
