//! Conditions, and expressions that are right only because of what a condition has told.

use merit::quantity::Moment;

use super::expression::{literal, number};
use super::guard;
use super::kind::Kind;
use super::together::holds_for;
use super::world::{TEXTS, World};

/// Something that holds or does not.
pub fn condition(world: &mut World, depth: usize) -> String {
    if world.together && world.random.chance(8) {
        return holds_for(world);
    }
    match world.random.below(12) {
        0 if depth > 0 => format!("({} and {})", condition(world, depth - 1), condition(world, depth - 1)),
        1 if depth > 0 => format!("({} or {})", condition(world, depth - 1), condition(world, depth - 1)),
        2 if depth > 0 => format!("not ({})", condition(world, depth - 1)),
        3 if !world.bools.is_empty() => world.random.pick(&world.bools).clone(),
        4 | 5 if !world.labels.is_empty() => of_label(world),
        6 if !world.dated.is_empty() => of_moment(world),
        7 if !world.texts.is_empty() => {
            let (text, sign) = (world.random.pick(&world.texts).clone(), *world.random.pick(&["=", "!="]));
            format!("{text} {sign} \"{}\"", world.random.pick(&TEXTS))
        }
        8 if !world.optionals.is_empty() => of_absence(world),
        9 => chain(world, depth),
        _ => comparison(world, depth),
    }
}

fn comparison(world: &mut World, depth: usize) -> String {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let sign = *world.random.pick(&["=", "!=", "<", "<=", ">", ">="]);
    format!("{} {sign} {}", number(world, kind, depth.min(1)), number(world, kind, 0))
}

/// `a <= x < b`, `x in [a, b)`, `x not in {a, b}`
fn chain(world: &mut World, depth: usize) -> String {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let value = number(world, kind, depth.min(1));
    let lo = world.random.between(0, 300);
    let hi = lo + world.random.between(1, 300);
    let (lo, hi) = (world.figure(kind, lo), world.figure(kind, hi));
    let not = *world.random.pick(&["", "not "]);
    match world.random.below(3) {
        0 => format!("{lo} <= {value} < {hi}"),
        1 => format!("{value} {not}in ({lo}, {hi}]"),
        _ => format!("{value} {not}in {{{lo}, {hi}}}"),
    }
}

fn of_label(world: &mut World) -> String {
    let labelled = world.random.pick(&world.labels).clone();
    let (one, other) = (world.random.pick(&labelled.labels).clone(), world.random.pick(&labelled.labels).clone());
    let name = &labelled.name;
    let holds = match world.random.below(4) {
        0 => format!("{name} != {one}"),
        1 if one != other => format!("{name} in {{{one}, {other}}}"),
        2 if one != other => format!("{name} not in {{{one}, {other}}}"),
        _ => format!("{name} = {one}"),
    };
    if labelled.optional { present(world, name, &holds) } else { holds }
}

fn of_moment(world: &mut World) -> String {
    let field = world.random.pick(&world.dated).clone();
    let (lo, hi) = (i64::from(field.lo), i64::from(field.hi));
    let from = world.random.between(lo, hi);
    let to = world.random.between(from, hi);
    let [from, to] = [from, to].map(|tick| Moment { kind: field.kind, ordinal: i32::try_from(tick).unwrap() });
    let name = &field.name;
    let sign = *world.random.pick(&["=", "!=", "<", "<=", ">", ">="]);
    let holds = match world.random.below(2) {
        0 => format!("{name} in [{from}, {to}]"),
        _ => format!("{name} {sign} {from}"),
    };
    if field.optional { present(world, name, &holds) } else { holds }
}

/// A condition on what can be missing.
fn present(world: &mut World, name: &str, holds: &str) -> String {
    match world.random.chance(50) {
        true => format!("({name} is not missing and {holds})"),
        false => format!("({name} is missing or {holds})"),
    }
}

fn of_absence(world: &mut World) -> String {
    let (kind, name) = world.random.pick(&world.optionals).clone();
    match world.random.below(3) {
        0 => format!("{name} is missing"),
        1 => format!("{name} is not missing"),
        _ => {
            let holds = format!("{name} > {}", literal(world, kind));
            present(world, &name, &holds)
        }
    }
}

/// An expression that only a condition makes right: a divisor that is not 0, a value that is there.
pub fn guarded(world: &mut World, kind: Kind, depth: usize) -> String {
    let optional: Vec<String> =
        world.optionals.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect();
    if !optional.is_empty() && world.random.chance(50) {
        let name = world.random.pick(&optional).clone();
        let (other, figure) = (number(world, kind, depth), literal(world, kind));
        return match world.random.below(3) {
            0 => format!("(if {name} is missing then {other} else {name})"),
            1 => format!("(if {name} is not missing and {name} < {figure} then {name} else {other})"),
            _ => format!("(if {name} is missing or {name} < {figure} then {other} else {name})"),
        };
    }
    match world.random.below(5) {
        0 | 1 => divided(world, kind, depth),
        2 => guard::guarded(world, kind),
        _ => narrowed(world, kind, depth),
    }
}

/// `(if x > 0 then round(a / x, step) else b)`
fn divided(world: &mut World, kind: Kind, depth: usize) -> String {
    let ratio = kind == Kind::Number || kind == Kind::Percent;
    let of = if ratio { *world.random.pick(&Kind::OF_EXPRESSIONS) } else { Kind::Number };
    let above = if ratio { of } else { kind };
    let names: Vec<String> =
        world.numbers.iter().filter(|(kind, _)| *kind == of).map(|(_, name)| name.clone()).collect();
    if names.is_empty() {
        return literal(world, kind);
    }
    let name = world.random.pick(&names).clone();
    let (zero, other) = (of.spell(0), number(world, kind, depth));
    let quotient = format!("round({} / {name}, {})", number(world, above, depth), kind.spell(1));
    let further = condition(world, 0);
    match world.random.below(8) {
        0 => format!("(if {name} != {zero} then {quotient} else {other})"),
        1 => format!("(if {name} = {zero} or {further} then {other} else {quotient})"),
        2 => format!("(if not ({name} <= {zero}) then {quotient} else {other})"),
        3 => format!("(if {name} = {zero} then {other} else {quotient})"),
        4 => {
            let word = named(world, &format!("{name} > {zero} and {further}"));
            format!("(if {word} then {quotient} else {other})")
        }
        5 => {
            let word = named(world, &format!("{name} <= {zero}"));
            format!("(if {word} or {further} then {other} else {quotient})")
        }
        6 => summed(world, (of, above, kind), &name),
        _ => format!("(if {name} > {zero} and {further} then {quotient} else {other})"),
    }
}

/// A condition behind a name: a `let`, a metric, a flag or a gate.
pub fn named(world: &mut World, condition: &str) -> String {
    let name = world.fresh("名");
    world.declarations.push(match world.random.below(4) {
        0 => format!("metric {name} : bool = {condition}"),
        1 => format!("flag {name} when {condition}"),
        2 => format!("gate {name} {{ {condition} }}"),
        _ => format!("let {name} = {condition}"),
    });
    world.bools.push(name.clone());
    name
}

/// `(if x + y > 0 then round(a / (x + y), step) else b)`, or of a difference
fn summed(world: &mut World, (of, above, kind): (Kind, Kind, Kind), name: &str) -> String {
    let (second, zero) = (number(world, of, 0), of.spell(0));
    let (dividend, other, step) = (number(world, above, 0), number(world, kind, 0), kind.spell(1));
    match world.random.below(3) {
        0 => {
            format!("(if {name} + {second} > {zero} then round({dividend} / ({name} + {second}), {step}) else {other})")
        }
        1 => format!("(if {name} > {second} then round({dividend} / ({name} - {second}), {step}) else {other})"),
        _ => format!("(if {name} >= {second} then {other} else round({dividend} / ({second} - {name}), {step}))"),
    }
}

/// `(if x < a then … x … else if x < b then … else …)`
fn narrowed(world: &mut World, kind: Kind, depth: usize) -> String {
    let of = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let names: Vec<String> =
        world.numbers.iter().filter(|(kind, _)| *kind == of).map(|(_, name)| name.clone()).collect();
    if names.is_empty() {
        return literal(world, kind);
    }
    let name = world.random.pick(&names).clone();
    let lo = world.random.between(0, 100);
    let hi = lo + world.random.between(1, 500);
    let (lo, hi) = (world.figure(of, lo), world.figure(of, hi));
    let branch = |world: &mut World| match of == kind {
        true => format!("({name} {} {})", world.random.pick(&["+", "-"]), number(world, kind, depth)),
        false => number(world, kind, depth),
    };
    let (first, second, third) = (branch(world), branch(world), branch(world));
    match world.random.below(3) {
        0 => format!("(if {name} < {lo} then {first} else if {name} <= {hi} then {second} else {third})"),
        1 => format!("(if {name} in [{lo}, {hi}) then {first} else {second})"),
        _ => format!("(if {name} not in [{lo}, {hi}] or {name} = {lo} then {first} else {second})"),
    }
}
