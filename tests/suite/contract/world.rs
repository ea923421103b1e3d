use std::collections::{BTreeMap, BTreeSet};

use super::kind::Kind;
use super::random::Random;

/// A policy in the making: what it has declared and what can be named.
pub struct World {
    pub random: Random,
    /// The fields of the record, then each declaration.
    pub fields: Vec<String>,
    pub declarations: Vec<String>,
    /// Numbers that can be named, and are never missing.
    pub numbers: Vec<(Kind, String)>,
    /// Fields with a domain known in ticks.
    pub measured: Vec<Measured>,
    pub bools: Vec<String>,
    /// Label sets: a name, and its labels.
    pub labels: Vec<(String, Vec<String>)>,
    /// Every figure that was written: where records should lie.
    pub edges: BTreeMap<Kind, BTreeSet<i64>>,
    count: usize,
}

/// Something with known bounds.
#[derive(Clone)]
pub struct Measured {
    pub kind: Kind,
    pub name: String,
    pub lo: i64,
    pub hi: i64,
    pub optional: bool,
}

impl World {
    pub fn new(seed: u64) -> World {
        let mut world = World {
            random: Random::new(seed),
            fields: vec![],
            declarations: vec![],
            numbers: vec![],
            measured: vec![],
            bools: vec![],
            labels: vec![],
            edges: BTreeMap::new(),
            count: 0,
        };
        (0..world.random.between(2, 8)).for_each(|_| world.field());
        world
    }

    /// A name that is not taken.
    pub fn fresh(&mut self, stem: &str) -> String {
        self.count += 1;
        format!("{stem}{}", self.count)
    }

    /// A figure, noted as a place where records should lie.
    pub fn figure(&mut self, kind: Kind, ticks: i64) -> String {
        self.edges.entry(kind).or_default().insert(ticks);
        kind.spell(ticks)
    }

    /// The whole text; declarations stand in any order.
    pub fn text(&mut self) -> String {
        let mut declarations = self.declarations.clone();
        self.random.shuffle(&mut declarations);
        assemble(&self.fields, &declarations)
    }

    fn field(&mut self) {
        match self.random.below(10) {
            0 => self.bool_field(),
            1 | 2 => self.label_field(),
            3 => {
                let name = self.fresh("月份");
                let optional = if self.random.chance(20) { ", optional" } else { "" };
                self.fields.push(format!("{name} : month{optional}"));
            }
            _ => self.number_field(),
        }
    }

    fn bool_field(&mut self) {
        let name = self.fresh("是否");
        self.fields.push(format!("{name} : bool"));
        self.bools.push(name);
    }

    fn label_field(&mut self) {
        let name = self.fresh("标签");
        let labels: Vec<String> = (0..self.random.between(2, 4)).map(|at| format!("{name}之{at}")).collect();
        self.fields.push(format!("{name} : {}", labels.join(" | ")));
        self.labels.push((name, labels));
    }

    fn number_field(&mut self) {
        let kind = *self.random.pick(&Kind::ALL);
        let name = self.fresh("量");
        let lo = if kind == Kind::Number && self.random.chance(40) { self.random.between(-500, 0) } else { 0 };
        let hi = lo + *self.random.pick(&[1, 2, 7, 100, 1_000, 10_000]);
        let (optional, mut attributes) = (self.random.chance(15), String::new());
        if optional {
            attributes.push_str(", optional");
        } else if self.random.chance(15) {
            let default = self.random.between(lo, hi);
            attributes = format!(", default {}", kind.spell(default));
        }
        let (left, first) = if self.random.chance(20) { ("(", lo - 1) } else { ("[", lo) };
        let (right, last) = if self.random.chance(20) { (")", hi + 1) } else { ("]", hi) };
        let domain = format!("{left}{}, {}{right}", kind.spell(first), kind.spell(last));
        let places = if kind == Kind::Count { String::new() } else { format!(", decimals {}", kind.places()) };
        self.fields.push(format!("{name} : {} in {domain}{places}{attributes}", kind.name()));
        self.edges.entry(kind).or_default().extend([lo, hi]);
        if !optional {
            self.numbers.push((kind.of_expression(), name.clone()));
        }
        self.measured.push(Measured { kind, name, lo, hi, optional });
    }
}

/// A policy of these fields and declarations.
pub fn assemble(fields: &[String], declarations: &[String]) -> String {
    format!("policy \"合约\" {{ currency CNY }}\nrecord {{\n{}\n}}\n{}\n", fields.join("\n"), declarations.join("\n"))
}
