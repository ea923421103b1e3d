use super::kind::Kind;
use super::world::World;

const MODES: [&str; 8] = ["", ", half_up", ", half_even", ", half_down", ", up", ", down", ", floor", ", ceiling"];

/// An expression of that kind that is never missing, nested at most so deep.
pub fn number(world: &mut World, kind: Kind, depth: usize) -> String {
    if depth == 0 {
        return leaf(world, kind);
    }
    let below = depth - 1;
    match world.random.below(14) {
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
            format!("{name}({}, {})", number(world, kind, below), number(world, kind, below))
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
        _ => leaf(world, kind),
    }
}

/// Something that holds or does not.
pub fn condition(world: &mut World, depth: usize) -> String {
    match world.random.below(8) {
        0 if depth > 0 => format!("({} and {})", condition(world, depth - 1), condition(world, depth - 1)),
        1 if depth > 0 => format!("({} or {})", condition(world, depth - 1), condition(world, depth - 1)),
        2 if depth > 0 => format!("not ({})", condition(world, depth - 1)),
        3 if !world.bools.is_empty() => world.random.pick(&world.bools).clone(),
        4 if !world.labels.is_empty() => {
            let (name, labels) = world.random.pick(&world.labels).clone();
            let label = world.random.pick(&labels);
            format!("{name} = {label}")
        }
        5 => match absent(world) {
            Some(name) => format!("{name} is missing"),
            None => comparison(world, depth),
        },
        _ => comparison(world, depth),
    }
}

fn comparison(world: &mut World, depth: usize) -> String {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let sign = *world.random.pick(&["=", "!=", "<", "<=", ">", ">="]);
    format!("{} {sign} {}", number(world, kind, depth.min(1)), number(world, kind, 0))
}

/// A name or a figure. An optional field stands with what is taken where it is missing.
fn leaf(world: &mut World, kind: Kind) -> String {
    let names: Vec<String> = world.numbers.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect();
    if !names.is_empty() && world.random.chance(70) {
        return world.random.pick(&names).clone();
    }
    let optional = world.measured.iter().find(|field| field.optional && field.kind.of_expression() == kind).cloned();
    match optional {
        Some(field) if world.random.chance(50) => {
            let fallback = world.random.between(field.lo, field.hi);
            format!("({} otherwise {})", field.name, field.kind.spell(fallback))
        }
        _ => literal(world, kind),
    }
}

fn literal(world: &mut World, kind: Kind) -> String {
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

fn absent(world: &mut World) -> Option<String> {
    let optional: Vec<String> =
        world.measured.iter().filter(|field| field.optional).map(|field| field.name.clone()).collect();
    (!optional.is_empty()).then(|| world.random.pick(&optional).clone())
}
