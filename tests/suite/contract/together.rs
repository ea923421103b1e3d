//! Expressions over other records, rows and earlier periods, and records that are evaluated together.

use merit::data::Identity;
use std::collections::HashSet;

use merit::compile::Compiled;
use merit::eval::{Evaluation, Given, Run, Subject, Tables};
use merit::ir::{Policy, RelationId, SlotId, Value};

use super::condition::condition;
use super::expression::{literal, number};
use super::kind::Kind;
use super::random::Random;
use super::world::World;
use super::{held, points, record};

/// Rows that belong to a record, with what is computed of each.
const ROWS: &str = "details 行 {
    人 : text, key
    月 : month, period
    行额 : money in [0元, 500元]
    行数 : number in [-5, 20], decimals 1
    行好 : bool
    let 行双 = 行额 * 2
    table 行档 by 行数, 行好 -> 行率 : percent { >= 5, yes => 10%; >= 5, no => 5%; < 5, any => 0% }
}";

/// Tells the records of a policy apart, in one that looks at others.
pub fn identity(world: &mut World) {
    world.together = true;
    world.fields.push("人 : text, key".to_owned());
    world.fields.push("月 : month in [2023-10, 2024-03], period".to_owned());
    world.texts.push("人".to_owned());
    world.declarations.push(ROWS.to_owned());
}

/// A number that is found over several records, rows or periods.
pub fn over_many(world: &mut World, kind: Kind, depth: usize) -> String {
    let (value, other) = (number(world, kind, depth), literal(world, kind));
    let extreme = *world.random.pick(&["min", "max"]);
    let step = kind.spell(1);
    match world.random.below(9) {
        0 => format!("sum({value}, within: {})", group(world)),
        1 => format!("round(average({value}, within: {}), {step})", group(world)),
        2 => format!("{extreme}({value}, within: {})", group(world)),
        3 => {
            let (group, filter) = (group(world), condition(world, 1));
            let call = match world.random.below(3) {
                0 => format!("sum({value}, within: {group}, where: {filter})"),
                1 => format!("{extreme}({value}, within: {group}, where: {filter})"),
                _ => format!("round(average({value}, within: {group}, where: {filter}), {step})"),
            };
            format!("({call} otherwise {other})")
        }
        4 => format!("(previous({value}{}) otherwise {other})", world.random.pick(&["", ", 2"])),
        5 => {
            let window = *world.random.pick(&["2 periods", "up to 3 periods", "quarter", "year"]);
            match world.random.below(3) {
                0 => format!("(sum({value}, over: {window}) otherwise {other})"),
                1 => format!("({extreme}({value}, over: {window}) otherwise {other})"),
                _ => format!("(round(average({value}, over: {window}), {step}) otherwise {other})"),
            }
        }
        6 if kind == Kind::Money => {
            let (group, by) = (group(world), number(world, Kind::Points, depth));
            let pool = format!("round(sum({value}, within: {group}), 0.01元)");
            format!("(allocate({pool}, by: max({by}, 0), within: {group}) otherwise {other})")
        }
        6 if kind == Kind::Number => counted(world, depth),
        6 => only_where(world, kind),
        _ => of_rows(world, kind),
    }
}

/// A quotient that is right only of those whom the filter takes.
fn only_where(world: &mut World, kind: Kind) -> String {
    let factor = if kind == Kind::Percent { Kind::Percent } else { Kind::Number };
    let (divisor, plain, step) = (super::expression::divisor(world, factor), number(world, kind, 0), kind.spell(1));
    let (group, other) = (group(world), literal(world, kind));
    let quotient = format!("round({plain} / {divisor}, {step})");
    let filter = match world.random.below(3) {
        0 => format!("{divisor} != {}", factor.spell(0)),
        1 => format!("{divisor} > {}", factor.spell(0)),
        _ => format!("not ({divisor} <= {}) and {}", factor.spell(0), condition(world, 0)),
    };
    format!("(max({quotient}, within: {group}, where: {filter}) otherwise {other})")
}

/// How many people, which place, how many periods in a row.
fn counted(world: &mut World, depth: usize) -> String {
    let (group, holds) = (group(world), condition(world, 0));
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let ranked = number(world, kind, depth);
    let ties = match world.random.below(3) {
        0 => "ties: shared".to_owned(),
        1 => "ties: dense, order: ascending".to_owned(),
        _ => format!("then: {}", number(world, kind, 0)),
    };
    match world.random.below(5) {
        0 => format!("count(within: {group}, where: {holds})"),
        1 => format!("rank({ranked}, within: {group}, {ties})"),
        2 => format!("(rank({ranked}, within: {group}, {ties}, where: {holds}) otherwise 0)"),
        3 => format!("count(行 where {})", row_condition(world)),
        _ => format!("streak({holds})"),
    }
}

fn of_rows(world: &mut World, kind: Kind) -> String {
    let plain = number(world, kind, 0);
    let value = match kind {
        Kind::Money => format!("{} + {plain}", world.random.pick(&["行.行额", "行.行双", "行.行额 * 行.行档.行率"])),
        Kind::Number => format!("行.行数 - {plain}"),
        Kind::Percent => format!("行.行档.行率 + {plain}"),
        _ => format!("行.行数 * {plain}"),
    };
    let filter = if world.random.chance(50) { format!(" where {}", row_condition(world)) } else { String::new() };
    let other = literal(world, kind);
    match world.random.below(4) {
        0 => format!("sum({value}{filter})"),
        1 => format!("(min({value}{filter}) otherwise {other})"),
        2 => format!("(max({value}{filter}) otherwise {other})"),
        _ => format!("(round(average({value}{filter}), {}) otherwise {other})", kind.spell(1)),
    }
}

fn row_condition(world: &mut World) -> String {
    match world.random.below(4) {
        0 => "行.行好".to_owned(),
        1 => format!("行.行额 >= {}", literal(world, Kind::Money)),
        2 => "行.行数 > 0 and 行.行档.行率 < 10%".to_owned(),
        _ => format!("行.行双 > {}", number(world, Kind::Money, 0)),
    }
}

/// A condition on all or some of a group, or of the rows.
pub fn holds_for(world: &mut World) -> String {
    let word = *world.random.pick(&["every", "some"]);
    match world.random.chance(30) {
        true => format!("{word}({})", row_condition(world)),
        false => format!("{word}({}, within: {})", condition(world, 0), group(world)),
    }
}

/// A value that depends on its own past, within bounds.
pub fn kept(world: &mut World) {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let name = world.fresh("保");
    let (first, more) = (literal(world, kind), number(world, kind, 1));
    let (lo, hi) = (kind.spell(world.random.between(-500, 0)), kind.spell(world.random.between(1, 2_000)));
    let value = format!("clamp((previous({name}) otherwise {first}) + {more}, {lo}, {hi})");
    world.declarations.push(format!("metric {name} : {}, decimals {} = {value}", kind.name(), kind.places()));
    world.numbers.push((kind, name));
}

fn group(world: &mut World) -> String {
    let labels = world.labels.iter().filter(|labelled| !labelled.optional).map(|labelled| labelled.name.clone());
    let keys: Vec<String> = world.texts.iter().cloned().chain(labels).chain(world.bools.iter().cloned()).collect();
    match world.random.below(4) {
        0 | 1 => "all".to_owned(),
        2 => world.random.pick(&keys).clone(),
        _ => format!("{{{}, {}}}", world.random.pick(&keys), world.random.pick(&keys)),
    }
}

/// Evaluates the records together: every slot of each, and of every row, has a value of its domain, in
/// whatever order they come.
pub fn every_value(compiled: &Compiled, records: &[Vec<Value>], random: &mut Random) -> Result<(), String> {
    let policy = &compiled.policy;
    let mut seen = HashSet::new();
    let records: Vec<&Vec<Value>> = records.iter().filter(|record| seen.insert(Identity::of(policy, record))).collect();
    let mut tables = Tables::new(policy);
    let rows: Vec<Vec<Vec<usize>>> = records.iter().map(|record| rows(policy, &mut tables, record, random)).collect();
    of_rows_held(policy, &tables)?;
    let subject = |at: usize| Subject {
        given: Given::Fields(records[at].into()),
        rows: rows[at].clone(),
        identity: Identity::of(policy, records[at]),
        past: false,
    };
    let subjects: Vec<Subject> = (0..records.len()).map(subject).collect();
    let backwards: Vec<Subject> = subjects.iter().rev().cloned().collect();
    let (run, other) = (Run::new(policy, &tables, subjects), Run::new(policy, &tables, backwards));
    for (at, record) in records.iter().enumerate() {
        let evaluation: Evaluation = run.evaluation(at);
        held(&run.observed(at), &evaluation, record)?;
        if evaluation != other.evaluation(records.len() - 1 - at) {
            return Err(format!("the order of the records matters, for {record:?}"));
        }
    }
    let placed: Vec<_> = records.iter().map(|record| (*record).clone()).zip(rows.iter().cloned()).collect();
    super::doubt::holds(policy, &tables, &placed, random)
}

/// Some rows for each relation that belong to a record.
fn rows(policy: &Policy, tables: &mut Tables, record: &[Value], random: &mut Random) -> Vec<Vec<usize>> {
    let relations = policy.relations.iter().enumerate();
    let rows = relations.map(|(at, relation)| {
        let one = |random: &mut Random, tables: &mut Tables| {
            let slots = (relation.slots.clone().map(SlotId)).take(relation.fields.len());
            let given = slots.map(|slot| {
                let joined = relation.join.iter().find(|(_, own)| *own == slot);
                let value = joined.map_or_else(
                    || random.pick(&record::choices(&policy.slots[slot.0], &[])).clone(),
                    |(of_record, _)| record[of_record.0].clone(),
                );
                (slot, value)
            });
            let given: Vec<(SlotId, Value)> = given.collect();
            tables.add(policy, RelationId(at), &given).unwrap()
        };
        (0..random.below(4)).map(|_| one(random, tables)).collect()
    });
    rows.collect()
}

fn of_rows_held(policy: &Policy, tables: &Tables) -> Result<(), String> {
    for (at, relation) in policy.relations.iter().enumerate() {
        for row in tables.of(RelationId(at)) {
            for (slot, value) in policy.slots[relation.slots.clone()].iter().zip(row) {
                match value {
                    Ok(Value::Missing) if slot.optional => {}
                    Ok(value) if points::admits(&slot.domain, value) => {}
                    other => return Err(format!("{}: {other:?} is outside {:?}", slot.name, slot.domain)),
                }
            }
        }
    }
    Ok(())
}
