use std::collections::{BTreeMap, BTreeSet};

use merit::quantity::{Calendar, Moment};

use super::kind::Kind;
use super::random::Random;

/// What a field of text may hold.
pub const TEXTS: [&str; 4] = ["旗舰店", "专营店", "直播间", "其他店"];

/// The kinds of calendar value, and a place among those of each from which fields run.
const CALENDARS: [(Calendar, &str, i32); 6] = [
    (Calendar::Date, "date", 19_780),
    (Calendar::Week, "week", 2_810),
    (Calendar::Month, "month", 24_280),
    (Calendar::Quarter, "quarter", 8_095),
    (Calendar::Year, "year", 2_020),
    (Calendar::Time, "time", 31_790),
];

/// A policy in the making: what it has declared and what can be named.
pub struct World {
    pub random: Random,
    /// The fields of the record, then each declaration.
    pub fields: Vec<String>,
    pub declarations: Vec<String>,
    /// Numbers that can be named, and are never missing.
    pub numbers: Vec<(Kind, String)>,
    /// Numbers that can be named, and can be missing.
    pub optionals: Vec<(Kind, String)>,
    /// Whether an item can be exempt.
    pub exempt: bool,
    /// Whether records have a key and a period, and are looked at together.
    pub together: bool,
    /// Whether fields have so few values that every record can be tried.
    small: bool,
    /// Fields with a domain known in ticks.
    pub measured: Vec<Measured>,
    pub dated: Vec<Dated>,
    pub texts: Vec<String>,
    pub bools: Vec<String>,
    pub labels: Vec<Labelled>,
    pub grades: Vec<Grade>,
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

/// A field of calendar values, from one ordinal to another.
#[derive(Clone)]
pub struct Dated {
    pub kind: Calendar,
    pub name: String,
    pub lo: i32,
    pub hi: i32,
    pub optional: bool,
}

/// Something that has one of some labels.
#[derive(Clone)]
pub struct Labelled {
    pub name: String,
    pub labels: Vec<String>,
    pub optional: bool,
}

/// A grade; its labels from best to worst.
#[derive(Clone)]
pub struct Grade {
    pub name: String,
    pub labels: Vec<String>,
}

impl World {
    pub fn new(seed: u64) -> World {
        let mut world = World::empty(seed);
        (0..world.random.between(2, 8)).for_each(|_| world.field());
        if world.random.chance(30) {
            super::together::identity(&mut world);
        }
        world
    }

    /// A world of which all records can be tried.
    pub fn small(seed: u64) -> World {
        let mut world = World { small: true, ..World::empty(seed) };
        (0..world.random.between(2, 4)).for_each(|_| world.field());
        world
    }

    fn empty(seed: u64) -> World {
        World {
            random: Random::new(seed),
            fields: vec![],
            declarations: vec![],
            numbers: vec![],
            optionals: vec![],
            exempt: false,
            together: false,
            small: false,
            measured: vec![],
            dated: vec![],
            texts: vec![],
            bools: vec![],
            labels: vec![],
            grades: vec![],
            edges: BTreeMap::new(),
            count: 0,
        }
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

    /// A figure where a constant stands: now and then a param, or a sum with one.
    pub fn constant(&mut self, kind: Kind, ticks: i64) -> String {
        let figure = self.figure(kind, ticks);
        match self.random.below(20) {
            0 => self.param(kind, ticks),
            1 => {
                let param = self.param(kind, ticks - 7);
                format!("{param} + {}", kind.spell(7))
            }
            _ => figure,
        }
    }

    fn param(&mut self, kind: Kind, ticks: i64) -> String {
        let name = self.fresh("界");
        let (lo, hi) = (kind.spell(ticks.min(0)), kind.spell(ticks.max(0) + 1_000));
        let kind = (kind.of_expression().name(), kind.spell(ticks));
        self.declarations.push(format!("param {name} : {} in [{lo}, {hi}], decimals 4 = {}", kind.0, kind.1));
        name
    }

    /// The whole text; declarations stand in any order.
    pub fn text(&mut self) -> String {
        let mut declarations = self.declarations.clone();
        self.random.shuffle(&mut declarations);
        assemble(&self.fields, &declarations)
    }

    fn field(&mut self) {
        match self.random.below(14) {
            0 => self.bool_field(),
            1 | 2 => self.label_field(),
            3 | 4 if !self.small => self.calendar_field(),
            5 if !self.small => self.text_field(),
            _ => self.number_field(),
        }
    }

    fn bool_field(&mut self) {
        let name = self.fresh("是否");
        if self.random.chance(20) {
            self.fields.push(format!("{name} : bool, optional"));
            self.bools.push(format!("({name} otherwise no)"));
        } else {
            self.fields.push(format!("{name} : bool"));
            self.bools.push(name);
        }
    }

    fn text_field(&mut self) {
        let name = self.fresh("文");
        self.fields.push(format!("{name} : text"));
        self.texts.push(name);
    }

    fn label_field(&mut self) {
        let name = self.fresh("标签");
        let labels: Vec<String> = (0..self.random.between(2, 4)).map(|at| format!("{name}之{at}")).collect();
        let optional = self.random.chance(20);
        let attribute = if optional { ", optional" } else { "" };
        self.fields.push(format!("{name} : {}{attribute}", labels.join(" | ")));
        self.labels.push(Labelled { name, labels, optional });
    }

    /// A date that is always there: one of the fields, or a new one.
    pub fn date(&mut self) -> String {
        let there = self.dated.iter().filter(|field| field.kind == Calendar::Date && !field.optional);
        let there: Vec<String> = there.map(|field| field.name.clone()).collect();
        if there.len() > 1 {
            return self.random.pick(&there).clone();
        }
        self.moments(CALENDARS[0], false)
    }

    fn calendar_field(&mut self) {
        let (of, optional) = (*self.random.pick(&CALENDARS), self.random.chance(20));
        self.moments(of, optional);
    }

    fn moments(&mut self, (kind, word, from): (Calendar, &str, i32), optional: bool) -> String {
        let name = self.fresh("期");
        let lo = from + i32::try_from(self.random.below(10)).unwrap();
        let hi = lo + *self.random.pick(&[1, 2, 5, 12, 40]);
        let attribute = if optional { ", optional" } else { "" };
        let (first, last) = (Moment { kind, ordinal: lo }, Moment { kind, ordinal: hi });
        self.fields.push(format!("{name} : {word} in [{first}, {last}]{attribute}"));
        self.dated.push(Dated { kind, name: name.clone(), lo, hi, optional });
        name
    }

    /// A field of amounts, counts or durations of which the least value is more than nothing, mostly.
    pub fn field_above(&mut self) {
        let kind = *self.random.pick(&[Kind::Money, Kind::Count, Kind::Duration]);
        let (name, lo) = (self.fresh("量"), self.random.between(0, 400));
        let hi = lo + *self.random.pick(&[1, 7, 100, 1_000]);
        let places = if kind == Kind::Count { String::new() } else { format!(", decimals {}", kind.places()) };
        self.fields.push(format!("{name} : {} in [{}, {}]{places}", kind.name(), kind.spell(lo), kind.spell(hi)));
        self.edges.entry(kind).or_default().extend([lo, hi]);
        self.numbers.push((kind.of_expression(), name.clone()));
        self.measured.push(Measured { kind, name, lo, hi, optional: false });
    }

    fn number_field(&mut self) {
        let kind = *self.random.pick(&Kind::ALL);
        let name = self.fresh("量");
        let lo = if kind == Kind::Number && self.random.chance(40) { self.random.between(-500, 0) } else { 0 };
        let widths: &[i64] = if self.small { &[1, 2, 4] } else { &[1, 2, 7, 100, 1_000, 10_000] };
        let hi = lo + *self.random.pick(widths);
        let (optional, mut attributes) = (self.random.chance(20), String::new());
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
        let named = if optional { &mut self.optionals } else { &mut self.numbers };
        named.push((kind.of_expression(), name.clone()));
        self.measured.push(Measured { kind, name, lo, hi, optional });
    }
}

/// A policy of these fields and declarations.
pub fn assemble(fields: &[String], declarations: &[String]) -> String {
    format!("policy \"合约\" {{ currency CNY }}\nrecord {{\n{}\n}}\n{}\n", fields.join("\n"), declarations.join("\n"))
}
