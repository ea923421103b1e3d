//! With another name at its declaration and all uses of something, a policy is the same but for that name.

use std::collections::BTreeMap;

use merit::check::Symbol;
use merit::compile::Compiled;
use merit::source::{FileId, Span};

use super::{ACCEPTED, Kind, Named, alone, tokens};

/// The name that a symbol gets: no word of the language, and in no policy.
fn fresh(at: usize) -> String {
    format!("q名{at}q")
}

/// The texts of the policy and of its files with other names for some symbols, each with its number.
fn renamed(compiled: &Compiled, symbols: &[(usize, &Symbol)]) -> BTreeMap<FileId, String> {
    let mut edits: Vec<(Span, String)> = vec![];
    for (at, symbol) in symbols {
        let places = compiled.references.uses_of(symbol).chain([symbol.span]);
        edits.extend(places.map(|place| (place, fresh(*at))));
    }
    edits.sort();
    let of = |id: &FileId| {
        let source = compiled.sources.get(*id).unwrap();
        let (found, mut text) = (tokens(*id, source), source.text.clone());
        for (span, name) in edits.iter().rev().filter(|(span, _)| span.file == *id) {
            let quoted = found.at(span.range().start).is_some_and(|at| found.list[at].kind == Kind::Text);
            let name = if quoted { format!("\"{name}\"") } else { name.clone() };
            text.replace_range(span.range(), &name);
        }
        (*id, text)
    };
    compiled.files.iter().map(of).collect()
}

/// What a policy is, but for places and its tongue, with the names that symbols had before.
fn bones(compiled: &Compiled, symbols: &[(usize, &Symbol)]) -> String {
    let debug = format!("{:#?}", compiled.policy);
    let own = |line: &&str| !["start:", "end:", "tongue:"].iter().any(|other| line.trim_start().starts_with(other));
    let bones: String = debug.lines().filter(own).map(|line| format!("{line}\n")).collect();
    let mut pieces = bones.split("q名");
    let mut named = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('q').unwrap();
        let at: usize = number.parse().unwrap();
        named.push_str(&symbols.iter().find(|(other, _)| *other == at).unwrap().1.name);
        named.push_str(rest);
    }
    named
}

fn hold(named: &Named, compiled: &Compiled, own: &str, symbols: &[(usize, &Symbol)]) {
    let texts = renamed(compiled, symbols);
    let text_of = |name: &str| {
        let file = texts.iter().find(|(id, _)| compiled.sources.get(**id).unwrap().name == name);
        file.map(|(_, text)| text.clone())
    };
    let text = text_of(&named.name).unwrap();
    let files = named.files.iter().map(|(name, old)| (name.clone(), text_of(name).unwrap_or(old.clone())));
    let other = named.with(&text, &files.collect::<Vec<_>>());
    assert!(other.accepted(), "{} {:?}:\n{text}\n{:?}", named.name, symbols.first(), other.diagnostics);
    let bones = bones(&other, symbols);
    let differing = own.lines().zip(bones.lines()).find(|(one, other)| one != other);
    assert!(
        differing.is_none() && own.lines().count() == bones.lines().count(),
        "{}: {differing:?}\n{text}",
        named.name
    );
}

/// The symbols, each with the number of its new name. In a generated policy what was called alike stays so: which outputs
/// of grades a label might have is found by their names, and with it the order of the declarations. The field with the
/// names of people keeps its own, by which it is known.
fn numbered<'a>(named: &Named, compiled: &'a Compiled) -> Vec<(usize, &'a Symbol)> {
    let symbols = compiled.references.symbols();
    let first = |symbol: &Symbol| symbols.iter().position(|other| other.name == symbol.name).unwrap();
    let number = |at: usize, symbol: &Symbol| if named.name.starts_with("seed") { first(symbol) } else { at };
    let called = compiled.policy.name_field().and_then(|slot| compiled.policy.slot(slot)).map(|slot| &slot.name);
    let others = symbols.iter().enumerate().filter(|(_, symbol)| Some(&symbol.name) != called);
    others.map(|(at, symbol)| (number(at, symbol), symbol)).collect()
}

#[test]
fn every_policy_may_have_other_names_for_all() {
    for (named, compiled) in ACCEPTED.iter().filter(|(_, compiled)| alone(compiled)) {
        hold(named, compiled, &bones(compiled, &[]), &numbered(named, compiled));
    }
}

#[test]
fn each_symbol_may_have_another_name_by_itself() {
    let few = ["conditions.merit", "gates-and-streaks.merit", "seed 3", "seed 7"];
    for (named, compiled) in ACCEPTED.iter().filter(|(named, _)| few.iter().any(|few| named.name.ends_with(few))) {
        let own = bones(compiled, &[]);
        for symbol in compiled.references.symbols().iter().enumerate() {
            hold(named, compiled, &own, &[symbol]);
        }
    }
}
