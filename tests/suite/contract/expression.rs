use merit::quantity::Calendar;

use super::condition::{condition, guarded};
use super::kind::Kind;
use super::together::over_many;
use super::world::World;

const MODES: [&str; 8] = ["", ", half_up", ", half_even", ", half_down", ", up", ", down", ", floor", ", ceiling"];

/// An expression of that kind that is never missing, nested at most so deep.
pub fn number(world: &mut World, kind: Kind, depth: usize) -> String {
    if depth == 0 {
        return leaf(world, kind);
    }
    let below = depth - 1;
    if world.together && world.random.chance(12) {
        return over_many(world, kind, below);
    }
    match world.random.below(17) {
        0 => format!("({} + {})", number(world, kind, below), number(world, kind, below)),
        1 => format!("({} - {})", number(world, kind, below), number(world, kind, below)),
        2 => {
            let factor = *world.random.pick(&[Kind::Number, Kind::Percent]);
            let ratio = kind == Kind::Number || kind == Kind::Percent;
            let factor = if ratio { kind } else { factor };
            format!("({} * {})", number(world, kind, below), number(world, factor, below))
        }
        3 => format!("(-{})", number(world, kind, below)),
        4 => {
            let name = *world.random.pick(&["min", "max"]);
            let values: Vec<String> = (0..world.random.between(2, 4)).map(|_| number(world, kind, below)).collect();
            format!("{name}({})", values.join(", "))
        }
        5 => format!("abs({})", number(world, kind, below)),
        6 => rounded(world, kind, below),
        7 => quotient(world, kind, below),
        8 => format!("({} / {})", number(world, kind, below), world.random.pick(&["2", "4", "100", "-8"])),
        9 => clamp(world, kind, below),
        10 => {
            let condition = condition(world, below);
            format!("(if {condition} then {} else {})", number(world, kind, below), number(world, kind, below))
        }
        11 if kind == Kind::Number => steps(world, below),
        12 | 13 => guarded(world, kind, below),
        14 => of_calendar(world, kind),
        15 => again(world, kind),
        _ => leaf(world, kind),
    }
}

/// A sum in which one value stands twice.
fn again(world: &mut World, kind: Kind) -> String {
    let (one, other) = (leaf(world, kind), leaf(world, kind));
    match world.random.below(5) {
        0 => format!("({one} + {other} - {one})"),
        1 => format!("(max({one}, {other}) - {one})"),
        2 => format!("({one} - min({other}, {one}))"),
        3 => format!("({one} * 2 - ({other} + {one}))"),
        _ => format!("(-({one} - {other}) + {one} / 4)"),
    }
}

/// A name or a figure. An optional field stands with what is taken where it is missing.
fn leaf(world: &mut World, kind: Kind) -> String {
    let names: Vec<String> = world.numbers.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect();
    if !names.is_empty() && world.random.chance(70) {
        return world.random.pick(&names).clone();
    }
    let optional = world.optionals.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone());
    let optional: Vec<String> = optional.collect();
    match optional.is_empty() {
        false if world.random.chance(50) => {
            let name = world.random.pick(&optional).clone();
            format!("({name} otherwise {})", literal(world, kind))
        }
        _ => literal(world, kind),
    }
}

/// A number that a calendar value gives, or a figure.
fn of_calendar(world: &mut World, kind: Kind) -> String {
    let there = |of: &[Calendar]| {
        let fit = world.dated.iter().filter(|field| !field.optional && of.contains(&field.kind));
        fit.map(|field| field.name.clone()).collect::<Vec<_>>()
    };
    let periods = there(&[Calendar::Month, Calendar::Quarter, Calendar::Year]);
    let days = there(&[Calendar::Date]);
    match kind {
        Kind::Number if !periods.is_empty() => format!("days_in({})", world.random.pick(&periods)),
        Kind::Duration if !days.is_empty() => {
            format!("({} - {})", world.random.pick(&days).clone(), world.random.pick(&days))
        }
        _ => leaf(world, kind),
    }
}

/// A figure.
pub fn literal(world: &mut World, kind: Kind) -> String {
    let ticks = *world.random.pick(&[0, 1, 5, 10, 50, 100, 995, 1_000, 5_000]);
    world.figure(kind, ticks)
}

fn rounded(world: &mut World, kind: Kind, depth: usize) -> String {
    let inner = number(world, kind, depth);
    let ticks = *world.random.pick(&[1, 5, 10, 100]);
    let step = kind.spell(ticks);
    match world.random.below(4) {
        0 => format!("floor({inner}, {step})"),
        1 => format!("ceiling({inner}, {step})"),
        _ => format!("round({inner}, {step}{})", world.random.pick(&MODES)),
    }
}

/// A quotient, rounded once, with what stands in for a division by zero.
fn quotient(world: &mut World, kind: Kind, depth: usize) -> String {
    let (above, below) = match kind {
        Kind::Number | Kind::Percent => {
            let of = *world.random.pick(&[kind, Kind::Money, Kind::Duration, Kind::Points]);
            (of, of)
        }
        _ => (kind, *world.random.pick(&[Kind::Number, Kind::Percent])),
    };
    let (dividend, divisor) = (number(world, above, depth), divisor(world, below));
    let fallback = literal(world, kind);
    let mode = *world.random.pick(&MODES);
    format!("round({dividend} / {divisor} otherwise {fallback}, {}{mode})", kind.spell(1))
}

/// A name, which may be 0, or a figure that is not.
pub fn divisor(world: &mut World, kind: Kind) -> String {
    let names = world.numbers.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone());
    let names: Vec<String> = names.collect();
    match names.is_empty() {
        true => kind.spell(*world.random.pick(&[1, 7, 30, 100])),
        false => world.random.pick(&names).clone(),
    }
}

fn clamp(world: &mut World, kind: Kind, depth: usize) -> String {
    let lo = world.random.between(0, 50);
    let hi = lo + world.random.between(0, 1_000);
    let (lo, hi) = (world.figure(kind, lo), world.figure(kind, hi));
    format!("clamp({}, {lo}, {hi})", number(world, kind, depth))
}

fn steps(world: &mut World, depth: usize) -> String {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let size = *world.random.pick(&[1, 10, 25, 100]);
    let word = *world.random.pick(&["full", "started"]);
    format!("steps({}, {}, {word})", number(world, kind, depth.min(1)), kind.spell(size))
}
