//! Guards over sums, differences and dates, sound and unsound: what is accepted must hold for every record.

use super::condition::named;
use super::expression::{literal, number};
use super::kind::Kind;
use super::random::Random;
use super::world::World;

/// A value with how often it counts.
type Term = (i64, String);

/// `(if x > 0 or y > 0 then round(a / (x + y), step) else b)`, its parts written in one of many ways.
pub fn guarded(world: &mut World, kind: Kind) -> String {
    let dates = kind == Kind::Duration || world.random.chance(20);
    if dates && world.random.chance(50) {
        return between_dates(world, kind);
    }
    let ratio = kind == Kind::Number || kind == Kind::Percent;
    let of = if ratio { *world.random.pick(&Kind::OF_EXPRESSIONS) } else { Kind::Number };
    let Some(terms) = terms(world, of) else { return literal(world, kind) };
    let apart = world.random.chance(25);
    let (guard, holds) = if apart { compared(world, &terms) } else { guard(world, of, &terms) };
    let divisor = match world.random.chance(85) {
        true if apart => difference(world, &terms),
        true => sum(world, &terms),
        false => divisor(world, of, &terms),
    };
    let (dividend, other) = (number(world, if ratio { of } else { kind }, 0), number(world, kind, 0));
    chosen(world, (&guard, holds), &format!("round({dividend} / {divisor}, {})", kind.spell(1)), &other)
}

fn chosen(world: &mut World, (guard, holds): (&str, bool), then: &str, other: &str) -> String {
    let guard = if world.random.chance(20) { named(world, guard) } else { guard.to_owned() };
    match holds {
        true => format!("(if {guard} then {then} else {other})"),
        false => format!("(if {guard} then {other} else {then})"),
    }
}

/// Two or three names of one kind, mostly of what is not below 0.
fn terms(world: &mut World, of: Kind) -> Option<Vec<Term>> {
    let fields = world.measured.iter().filter(|field| field.lo >= 0 && !field.optional);
    let fields = fields.filter(|field| field.kind.of_expression() == of).map(|field| field.name.clone());
    let mut names: Vec<String> = fields.collect();
    if names.len() < 2 || world.random.chance(25) {
        names = world.numbers.iter().filter(|(kind, _)| *kind == of).map(|it| it.1.clone()).collect();
    }
    world.random.shuffle(&mut names);
    names.truncate(if world.random.chance(30) { 3 } else { 2 });
    // So many times a percent is a number, which is not added to a percent.
    let factors: &[i64] = if of == Kind::Percent { &[1, 1, 1, -1] } else { &[1, 1, 1, 1, 1, 2, 3, -1] };
    let factor = |random: &mut Random| *random.pick(factors);
    let terms: Vec<Term> = names.into_iter().map(|name| (factor(&mut world.random), name)).collect();
    (terms.len() > 1).then_some(terms)
}

/// One term held against another.
fn compared(world: &mut World, terms: &[Term]) -> (String, bool) {
    let sign = *world.random.pick(&["!=", "<", ">", "=", "<=", ">="]);
    (format!("{} {sign} {}", terms[0].1, terms[1].1), matches!(sign, "!=" | "<" | ">"))
}

/// What lies between two terms.
fn difference(world: &mut World, terms: &[Term]) -> String {
    let (one, other) = (&terms[0].1, &terms[1].1);
    let between = if world.random.chance(50) { format!("{one} - {other}") } else { format!("{other} - {one}") };
    if world.random.chance(30) { let_be(world, &between) } else { format!("({between})") }
}

/// A condition on some terms, and whether it is to hold.
fn guard(world: &mut World, of: Kind, terms: &[Term]) -> (String, bool) {
    let zero = of.spell(0);
    let each = |sign: &str, word: &str| {
        let all: Vec<String> = terms.iter().map(|(_, name)| format!("{name} {sign} {zero}")).collect();
        all.join(word)
    };
    let (first, last) = (&terms[0].1, &terms[terms.len() - 1].1);
    let whole = sum(world, terms);
    match world.random.below(9) {
        0 => (each("!=", " or "), true),
        1 => (each(">", " or "), true),
        2 => (each("=", " and "), false),
        3 => (format!("not ({})", each("<=", " and ")), true),
        4 => (format!("max({}) > {zero}", names(terms)), true),
        5 => (format!("min({}) > {zero}", names(terms)), true),
        6 => (format!("{whole} > {zero} and {first} = {zero}"), true),
        7 => (format!("({first} > {zero} or {}) and {last} = {zero}", each("!=", " or ")), true),
        _ => {
            let ticks = world.random.between(0, 2);
            let (sign, figure) = (*world.random.pick(&["!=", "=", ">", "<", ">="]), world.figure(of, ticks));
            (format!("{whole} {sign} {figure}"), sign != "=")
        }
    }
}

fn names(terms: &[Term]) -> String {
    terms.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
}

/// A term, a difference, or a sum with more in it.
fn divisor(world: &mut World, of: Kind, terms: &[Term]) -> String {
    match world.random.below(5) {
        0 => difference(world, terms),
        1 => world.random.pick(terms).1.clone(),
        2 => format!("({} + {})", sum(world, terms), of.spell(1)),
        3 => format!("({} * 2)", sum(world, terms)),
        _ => {
            let one = number(world, of, 0);
            format!("({} + {one})", sum(world, terms))
        }
    }
}

/// The sum of some terms in some order, perhaps in part or as a whole behind a name.
fn sum(world: &mut World, terms: &[Term]) -> String {
    let mut terms = terms.to_vec();
    world.random.shuffle(&mut terms);
    let written = |(factor, name): &Term| match factor {
        1 => name.clone(),
        -1 => format!("(-{name})"),
        factor => format!("{name} * {factor}"),
    };
    let mut whole = written(&terms[0]);
    for term in &terms[1..] {
        if world.random.chance(25) {
            whole = let_be(world, &whole);
        }
        whole = match term.0 {
            -1 => format!("{whole} - {}", term.1),
            _ => format!("{whole} + {}", written(term)),
        };
    }
    if world.random.chance(30) { let_be(world, &whole) } else { format!("({whole})") }
}

fn let_be(world: &mut World, value: &str) -> String {
    let name = world.fresh("和");
    world.declarations.push(format!("let {name} = {value}"));
    name
}

/// `(if b >= a then b - a else 0s)`, or a quotient by what lies between.
fn between_dates(world: &mut World, kind: Kind) -> String {
    let (mut from, mut to) = (world.date(), world.date());
    if world.random.chance(30) {
        std::mem::swap(&mut from, &mut to);
    }
    let between = format!("({to} - {from})");
    let between = if world.random.chance(40) { let_be(world, &between) } else { between };
    let sign = *world.random.pick(&["<", "<", "<=", "=", "!=", ">"]);
    let guard = match world.random.chance(70) {
        true => (format!("{from} {sign} {to}"), sign != "=" && sign != ">"),
        false => (format!("{between} {} 0s", world.random.pick(&[">", ">=", "!="])), true),
    };
    let other = number(world, kind, 0);
    let then = match kind {
        Kind::Duration if world.random.chance(60) => between,
        _ => format!("round({} / {}, {})", number(world, kind, 0), ratio(world, &between), kind.spell(1)),
    };
    chosen(world, (&guard.0, guard.1), &then, &other)
}

/// What lies between, in days.
fn ratio(world: &mut World, between: &str) -> String {
    let days = format!("steps({between}, 1d, full)");
    if world.random.chance(50) { days } else { format!("(1 + {days})") }
}
