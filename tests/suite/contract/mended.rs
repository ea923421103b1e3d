//! What `check --fix` leaves gives the same results: policies full of rows that nothing reaches, of slices beside the
//! domain and of what nobody uses are evaluated before and after, over records at the ends of every domain.
//! A policy that is refused for such rows alone has its meaning all the same: the first row that takes a value
//! answers, and every slice is filled as far as the value reaches.

use std::collections::BTreeMap;

use merit::compile::{Compiled, InMemory, compile, mend};
use merit::diagnostic::{Code, Severity};
use merit::eval;
use merit::ir::{Policy, Role, SlotId, Value};
use merit::source::SourceFile;

use super::kind::Kind;
use super::random::Random;
use super::world::{Measured, World};
use super::{declaration, record};

#[derive(Debug, Default)]
struct Tally {
    changed: usize,
    refused_before: usize,
}

#[test]
fn mended_policies_give_what_they_gave() {
    let tally = hold(0..80);
    assert!(tally.changed > 25 && tally.refused_before > 10, "too few to say anything: {tally:?}");
}

/// Takes minutes: `cargo test --release --test suite mended -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn many_mended_policies_give_what_they_gave() {
    eprintln!("{:?}", hold(200_000..205_000));
}

fn hold(seeds: std::ops::Range<u64>) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        let text = policy(seed);
        if let Err(told) = same(&text, seed, &mut tally) {
            panic!("seed {seed}: {told}\n{text}");
        }
    }
    tally
}

fn same(text: &str, seed: u64, tally: &mut Tally) -> Result<(), String> {
    let before = compile(SourceFile::new("generated", text), &[]);
    if !errors(&before).iter().all(|code| *code == Code::DeadRow) {
        return Ok(());
    }
    let mended = mend(&SourceFile::new("generated", text), &InMemory::default());
    if mended.left_out > 0 {
        return Err("an edit that is called safe would have changed a result".to_owned());
    }
    let [(_, after)] = mended.changed.as_slice() else { return Ok(()) };
    if !mended.compiled.accepted() {
        // A grade keeps its rows, since they are its labels.
        return errors(&mended.compiled)
            .iter()
            .all(|code| *code == Code::DeadRow)
            .then_some(())
            .ok_or_else(|| format!("refused after it was mended: {:?}\n{}", errors(&mended.compiled), after.text));
    }
    tally.changed += 1;
    tally.refused_before += usize::from(!before.accepted());
    let world = World::new(seed);
    for record in record::records(&before.policy, &world, &mut Random::new(seed)) {
        let (was, is) = (results(&before.policy, &record), results(&mended.compiled.policy, &record));
        for (name, was) in &was {
            if is.get(name) != Some(was) {
                return Err(format!("{name} was {was}, is {:?}, for {record:?}\n{}", is.get(name), after.text));
            }
        }
    }
    Ok(())
}

fn errors(compiled: &Compiled) -> Vec<Code> {
    let errors = compiled.diagnostics.iter().filter(|told| told.severity() == Severity::Error);
    errors.map(|told| told.code).collect()
}

/// What comes out, by name.
fn results(policy: &Policy, record: &[Value]) -> BTreeMap<String, String> {
    let evaluation = eval::evaluate(policy, record);
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| !matches!(slot.role, Role::Details | Role::Field));
    slots.map(|(at, slot)| (slot.name.clone(), format!("{:?}", evaluation.value(SlotId(at))))).collect()
}

/// A policy in which much is never reached or used.
fn policy(seed: u64) -> String {
    let mut world = World::new(seed);
    let fields = world.random.between(1, 3);
    (0..fields).for_each(|_| world.field_above());
    if world.random.chance(20) {
        declaration::policy(&mut world);
    }
    for _ in 0..world.random.between(1, 4) {
        let fit = world.measured.iter().filter(|field| !field.optional);
        let fit: Vec<Measured> = fit.cloned().collect();
        let field = world.random.pick(&fit).clone();
        match world.random.below(5) {
            0 | 1 => marginal(&mut world, &field),
            2 => whole(&mut world, &field),
            3 => table(&mut world, &field),
            _ => ladder(&mut world, &field),
        }
    }
    world.text()
}

/// What a rate of a scale on a field is.
fn rate(world: &mut World, field: &Measured) -> String {
    let ticks = world.random.between(-50, 1_000);
    let kind = if field.kind == Kind::Count { Kind::Money } else { Kind::Percent };
    world.figure(kind, ticks)
}

/// Slices over more than the field can be.
fn marginal(world: &mut World, field: &Measured) {
    let (from, to) = around(world, field);
    let count = world.random.below(6);
    let cuts = world.random.cuts(from, to, count);
    let closed = world.random.chance(30);
    let mut rows = vec![];
    let mut begin = match (from < 0, cuts.first()) {
        (true, _) => Some(from),
        _ => (from > 0 || world.random.chance(50) || cuts.is_empty()).then_some(0),
    };
    for cut in cuts {
        let (lo, hi) = (begin.map(|begin| world.figure(field.kind, begin)), world.figure(field.kind, cut));
        let rate = rate(world, field);
        rows.push(match (lo, closed, rows.is_empty()) {
            (None, false, _) => format!("< {hi} => {rate}"),
            (None, true, _) => format!("<= {hi} => {rate}"),
            (Some(lo), false, _) => format!("[{lo}, {hi}) => {rate}"),
            (Some(lo), true, true) => format!("[{lo}, {hi}] => {rate}"),
            (Some(lo), true, false) => format!("({lo}, {hi}] => {rate}"),
        });
        begin = Some(cut);
    }
    let lo = world.figure(field.kind, begin.unwrap_or(0));
    let sign = if closed && !rows.is_empty() { ">" } else { ">=" };
    rows.push(format!("{sign} {lo} => {}", rate(world, field)));
    push(world, field, "marginal", &rows);
}

/// Rows over more than the field can be, in any order.
fn whole(world: &mut World, field: &Measured) {
    let patterns = pieces(world, field);
    let rows: Vec<String> = patterns.iter().map(|pattern| format!("{pattern} => {}", rate(world, field))).collect();
    push(world, field, "whole", &rows);
}

fn push(world: &mut World, field: &Measured, mode: &str, rows: &[String]) {
    let (name, head) = (world.fresh("阶"), world.fresh("列"));
    let rows = rows.join("\n");
    world.declarations.push(format!("scale {name} on {}, {mode} {{\n{rows}\n}}", field.name));
    world.declarations.push(format!("let {head} = {name}"));
}

/// Rows over more than the field can be, some of them twice, and `otherwise`; as a table or with straight lines.
fn table(world: &mut World, field: &Measured) {
    let (name, lines) = (world.fresh("表"), world.random.chance(40));
    let mut patterns = pieces(world, field);
    let again = world.random.pick(&patterns).clone();
    patterns.push(again);
    patterns.push("otherwise".to_owned());
    let answer = |world: &mut World, pattern: &String| {
        let (from, to) = (world.random.between(0, 100), world.random.between(0, 100));
        match lines && pattern.starts_with(['[', '(']) {
            true => format!("{pattern} => {from} to {to}"),
            false => format!("{pattern} => {from}"),
        }
    };
    let rows: Vec<String> = patterns.iter().map(|pattern| answer(world, pattern)).collect();
    let decimals = if lines { ", decimals 2" } else { "" };
    let (input, rows) = (&field.name, rows.join("; "));
    let text =
        format!("table {name} by {input} -> 值 : number{decimals} {{ {rows} }}\nmetric 取{name} : number = {name}.值");
    world.declarations.push(text);
}

/// Rungs of a grade, and a label that is moved along them.
fn ladder(world: &mut World, field: &Measured) {
    let name = world.fresh("等");
    let (from, to) = around(world, field);
    let count = 1 + world.random.below(4);
    let cuts = world.random.cuts(from, to, count);
    let rungs: Vec<String> = cuts.iter().rev().map(|cut| world.figure(field.kind, *cut)).collect();
    let labelled = rungs.iter().enumerate().map(|(at, figure)| format!("{name}之{at} : >= {figure} => {at}"));
    let rows: Vec<String> = labelled.chain([format!("{name}末 : otherwise => 99")]).collect();
    let text = format!("grade {name} by {} -> 级 : number {{\n{}\n}}", field.name, rows.join("\n"));
    world
        .declarations
        .push(format!("{text}\nmetric 升{name} : {name} = promote({name}, 1)\nmetric 数{name} : number = 升{name}.级"));
}

/// Ends well below and above what a field can be, yet not below 0 where it is not.
fn around(world: &mut World, field: &Measured) -> (i64, i64) {
    let width = (field.hi - field.lo).max(2);
    let below = world.random.between(0, 2 * width);
    let from = if field.lo >= 0 { (field.lo - below).max(0) } else { field.lo - below };
    (from, field.hi + world.random.between(1, 2 * width))
}

/// `< a`, `[a, b)`, `>= b` over more than the field can be.
fn pieces(world: &mut World, field: &Measured) -> Vec<String> {
    let (from, to) = around(world, field);
    let count = 1 + world.random.below(5);
    let cuts = world.random.cuts(from, to, count);
    let figures: Vec<String> = cuts.iter().map(|cut| world.figure(field.kind, *cut)).collect();
    let (Some(lowest), Some(highest)) = (figures.first(), figures.last()) else { return vec!["any".to_owned()] };
    let between = figures.windows(2).map(|ends| format!("[{}, {})", ends[0], ends[1]));
    let mut patterns: Vec<String> = between.chain([format!("< {lowest}"), format!(">= {highest}")]).collect();
    world.random.shuffle(&mut patterns);
    patterns
}
