use super::axis;
use super::condition::condition;
use super::expression::{divisor, number};
use super::kind::Kind;
use super::world::{Measured, World};
use super::{table, together};

/// A random policy of 1 to 40 declarations.
pub fn policy(world: &mut World) {
    let scored = world.random.chance(50);
    for _ in 0..world.random.between(1, if scored { 30 } else { 40 }) {
        declaration(world);
    }
    if scored {
        super::scoring::scoring(world);
    }
}

fn declaration(world: &mut World) {
    if world.together && world.random.chance(10) {
        return together::kept(world);
    }
    match world.random.below(20) {
        0..=3 => metric(world),
        4 | 5 => quotient(world),
        6 => intermediate(world),
        7 => notice(world),
        8 => gate(world),
        9 => param(world),
        10 => table::grade(world),
        11 => scale(world),
        12 => pay(world),
        13 => bounded(world),
        14 => table::shifted(world),
        15 => absent(world),
        _ => table::table(world),
    }
}

fn metric(world: &mut World) {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let (name, value) = (world.fresh("值"), number(world, kind, 3));
    let bound = if world.random.chance(40) { format!(", decimals {}", kind.places()) } else { String::new() };
    world.declarations.push(format!("metric {name} : {}{bound} = {value}", kind.name()));
    world.numbers.push((kind, name));
}

/// A metric with bounds, on which tables and scales can stand.
fn bounded(world: &mut World) {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let (name, lo) = (world.fresh("限"), 0);
    let hi = lo + *world.random.pick(&[1, 20, 500, 1_000]);
    let (inner, step) = (number(world, kind, 2), kind.spell(1));
    let value = format!("clamp(round({inner}, {step}), {}, {})", kind.spell(lo), kind.spell(hi));
    world.declarations.push(format!("metric {name} : {}, decimals {} = {value}", kind.name(), kind.places()));
    world.numbers.push((kind, name.clone()));
    world.measured.push(Measured { kind, name, lo, hi, optional: false });
}

/// A `let` or metric that can be missing.
fn absent(world: &mut World) {
    if world.optionals.is_empty() {
        return;
    }
    let (kind, optional) = world.random.pick(&world.optionals).clone();
    let name = world.fresh("缺");
    let value = match world.random.below(2) {
        0 => format!("if {} then {optional} else {}", condition(world, 1), number(world, kind, 1)),
        _ => optional,
    };
    let head = match world.random.chance(50) {
        true => format!("let {name}"),
        false => format!("metric {name} : {}", kind.name()),
    };
    world.declarations.push(format!("{head} = {value}"));
    world.optionals.push((kind, name));
}

/// A quotient directly under its declared decimals.
fn quotient(world: &mut World) {
    let of = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let kind = *world.random.pick(&[Kind::Number, Kind::Percent]);
    let name = world.fresh("率");
    let (dividend, divisor) = (number(world, of, 1), divisor(world, of));
    let fallback = match world.random.below(12) {
        0 => String::new(),
        _ => format!(" otherwise {}", number(world, kind, 0)),
    };
    let text = format!("metric {name} : {}, decimals 2 = {dividend} / {divisor}{fallback}", kind.name());
    world.declarations.push(text);
    world.numbers.push((kind, name));
}

fn intermediate(world: &mut World) {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let name = world.fresh("中");
    let mut value = number(world, kind, 2);
    if world.random.chance(40) {
        value = format!("{value} when {}", condition(world, 1));
    }
    world.declarations.push(format!("let {name} = {value}"));
    world.numbers.push((kind, name));
}

fn notice(world: &mut World) {
    let (name, condition) = (world.fresh("旗"), condition(world, 2));
    world.declarations.push(format!("flag {name} when {condition}"));
    world.bools.push(name);
}

fn gate(world: &mut World) {
    let name = world.fresh("门");
    let conditions: Vec<String> = (0..world.random.between(1, 3)).map(|_| condition(world, 1)).collect();
    world.declarations.push(format!("gate {name} {{ {} }}", conditions.join("; ")));
    world.bools.push(name);
}

fn param(world: &mut World) {
    let kind = *world.random.pick(&Kind::ALL);
    let (name, ticks) = (world.fresh("参"), world.random.between(0, 200));
    let hi = kind.spell(ticks + 100);
    world.declarations.push(format!(
        "param {name} : {} in [{}, {hi}] = {}",
        kind.name(),
        kind.spell(0),
        kind.spell(ticks)
    ));
    world.numbers.push((kind.of_expression(), name));
}

/// A scale on a field of amounts or counts that is never below 0 or missing.
fn scale(world: &mut World) {
    let fit = world.measured.iter().filter(|field| {
        field.lo >= 0 && !field.optional && matches!(field.kind, Kind::Money | Kind::Count | Kind::Duration)
    });
    let fit: Vec<_> = fit.cloned().collect();
    if fit.is_empty() {
        return;
    }
    let field = world.random.pick(&fit).clone();
    let (rate, kind) = match field.kind {
        Kind::Count => (Kind::Money, Kind::Money),
        kind => (Kind::Percent, kind),
    };
    let name = world.fresh("阶");
    let (kind_of_scale, rows) = match world.random.chance(50) {
        true => {
            let axis = axis::over(world, field.clone());
            ("whole", table::rows(world, &[axis], |world, _| number(world, rate, 0)))
        }
        false => ("marginal", slices(world, &field, rate)),
    };
    world.declarations.push(format!("scale {name} on {}, {kind_of_scale} {{\n{}\n}}", field.name, rows.join("\n")));
    world.numbers.push((kind, name));
}

fn slices(world: &mut World, field: &Measured, rate: Kind) -> Vec<String> {
    let count = world.random.below(4);
    let cuts = world.random.cuts(0, field.hi, count);
    let mut from = field.kind.spell(0);
    let mut rows = vec![];
    for cut in cuts {
        let to = world.figure(field.kind, cut);
        rows.push(format!("[{from}, {to}) => {}", number(world, rate, 0)));
        from = to;
    }
    rows.push(format!(">= {from} => {}", number(world, rate, 1)));
    rows
}

fn pay(world: &mut World) {
    let name = world.fresh("薪");
    let count = world.random.between(1, 4);
    let lines: Vec<String> = (0..count)
        .map(|at| {
            let bounds = bounds(world);
            let condition =
                if world.random.chance(30) { format!(" when {}", condition(world, 1)) } else { String::new() };
            format!("行{at}{bounds} = {}{condition}", number(world, Kind::Money, 2))
        })
        .collect();
    let whole = bounds(world);
    world.declarations.push(format!("pay {name}{whole} {{\n{}\n}}", lines.join("\n")));
    world.numbers.push((Kind::Money, name.clone()));
    world.numbers.extend((0..count).map(|at| (Kind::Money, format!("{name}.行{at}"))));
}

fn bounds(world: &mut World) -> String {
    match world.random.below(5) {
        0 => " at least 0元".to_owned(),
        1 => " at most 5000元".to_owned(),
        2 => " at least -100元 at most 88.88元".to_owned(),
        _ => String::new(),
    }
}
