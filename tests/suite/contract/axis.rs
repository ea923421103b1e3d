use merit::quantity::{Calendar, Moment};

use super::expression::number;
use super::kind::Kind;
use super::world::{Measured, TEXTS, World};

/// An input of a table, and patterns that share out its values among them.
pub struct Axis {
    pub input: String,
    pub patterns: Vec<Pattern>,
}

/// A pattern; over a piece with two ends a straight line can be drawn.
#[derive(Clone)]
pub struct Pattern {
    pub text: String,
    pub line: bool,
}

/// What the values of an axis are: so many ticks, or a place among the moments.
#[derive(Clone, Copy)]
enum Of {
    Number(Kind),
    Calendar(Calendar),
}

/// Any input that the world has.
pub fn any(world: &mut World) -> Axis {
    match world.random.below(7) {
        0 if !world.bools.is_empty() => {
            let input = world.random.pick(&world.bools).clone();
            let second = if world.random.chance(80) { "no" } else { "any" };
            Axis { input, patterns: vec![plain("yes"), plain(second)] }
        }
        1 | 2 if !world.labels.is_empty() => labels(world),
        3 if !world.dated.is_empty() => dated(world),
        4 if !world.texts.is_empty() => texts(world),
        _ => numeric(world),
    }
}

/// An input of numbers: a field, or any expression on either side of a figure.
pub fn numeric(world: &mut World) -> Axis {
    let fields = world.measured.clone();
    if world.random.chance(75) && !fields.is_empty() {
        let field = world.random.pick(&fields).clone();
        return over(world, field);
    }
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let (input, ticks) = (number(world, kind, 2), world.random.between(0, 500));
    let figure = world.figure(kind, ticks);
    let lower = if world.random.chance(70) { format!("< {figure}") } else { "any".to_owned() };
    Axis { input, patterns: vec![plain(&format!(">= {figure}")), plain(&lower)] }
}

/// The patterns of a field with known bounds.
pub fn over(world: &mut World, field: Measured) -> Axis {
    let patterns = share_out(world, Of::Number(field.kind), field.lo, field.hi);
    with_missing(world, field.name, patterns, field.optional)
}

fn dated(world: &mut World) -> Axis {
    let field = world.random.pick(&world.dated).clone();
    let patterns = share_out(world, Of::Calendar(field.kind), i64::from(field.lo), i64::from(field.hi));
    let patterns = patterns.into_iter().map(|pattern| plain(&pattern.text)).collect();
    with_missing(world, field.name, patterns, field.optional)
}

fn share_out(world: &mut World, of: Of, lo: i64, hi: i64) -> Vec<Pattern> {
    let count = world.random.below(5);
    let cuts = world.random.cuts(lo, hi, count);
    match world.random.below(7) {
        0 if hi - lo <= 12 => (lo..=hi).map(|tick| plain(&spell(world, of, tick))).collect(),
        1 => ladder(world, of, &cuts, ">="),
        2 => falling(world, of, &cuts),
        3 => touching(world, of, (lo, hi), &cuts),
        4 => all_but(world, of, (lo, hi)),
        5 => pieces(world, of, &cuts, ["<=", "(", "]", ">"]),
        _ => pieces(world, of, &cuts, ["<", "[", ")", ">="]),
    }
}

fn spell(world: &mut World, of: Of, tick: i64) -> String {
    match of {
        Of::Number(kind) => world.constant(kind, tick),
        Of::Calendar(kind) => Moment { kind, ordinal: i32::try_from(tick).unwrap() }.to_string(),
    }
}

fn with_missing(world: &mut World, input: String, mut patterns: Vec<Pattern>, optional: bool) -> Axis {
    if optional {
        let at = world.random.below(patterns.len() + 1);
        patterns.insert(at, plain("missing"));
    }
    Axis { input, patterns }
}

fn plain(text: &str) -> Pattern {
    Pattern { text: text.to_owned(), line: false }
}

fn labels(world: &mut World) -> Axis {
    let labelled = world.random.pick(&world.labels).clone();
    let labels = &labelled.labels;
    let (first, rest) = labels.split_first().unwrap();
    let patterns = match world.random.below(5) {
        _ if rest.is_empty() => vec![plain(if world.random.chance(50) { first } else { "any" })],
        0 => vec![plain(first), plain(&format!("{{{}}}", rest.join(", ")))],
        1 => vec![plain(first), plain(&format!("not {first}"))],
        2 => vec![plain(&format!("{{{}}}", rest.join(", "))), plain("any")],
        3 => vec![plain(&format!("not {{{}}}", rest.join(", "))), plain(&format!("not {first}"))],
        _ => labels.iter().map(|label| plain(label)).collect(),
    };
    with_missing(world, labelled.name, patterns, labelled.optional)
}

fn texts(world: &mut World) -> Axis {
    let input = world.random.pick(&world.texts).clone();
    let [first, second, ..] = TEXTS;
    let patterns = match world.random.below(3) {
        0 => vec![format!("\"{first}\""), format!("not \"{first}\"")],
        1 => vec![format!("{{\"{first}\", \"{second}\"}}"), "any".to_owned()],
        _ => vec![format!("\"{first}\""), format!("\"{second}\""), format!("not {{\"{first}\", \"{second}\"}}")],
    };
    Axis { input, patterns: patterns.iter().map(|text| plain(text)).collect() }
}

fn spelled(world: &mut World, of: Of, ticks: &[i64]) -> Vec<String> {
    ticks.iter().map(|tick| spell(world, of, *tick)).collect()
}

/// `< a`, `[a, b)`, `>= b`, or the same closed on the other side.
fn pieces(world: &mut World, of: Of, cuts: &[i64], [first, open, close, last]: [&str; 4]) -> Vec<Pattern> {
    let figures = spelled(world, of, cuts);
    let (Some(lowest), Some(highest)) = (figures.first(), figures.last()) else { return vec![plain("any")] };
    let between =
        figures.windows(2).map(|ends| Pattern { text: format!("{open}{}, {}{close}", ends[0], ends[1]), line: true });
    let one_sided = [plain(&format!("{first} {lowest}")), plain(&format!("{last} {highest}"))];
    let mut patterns: Vec<Pattern> = between.chain(one_sided).collect();
    world.random.shuffle(&mut patterns);
    patterns
}

/// `>= c`, `>= b`, `>= a`, and what is left
fn ladder(world: &mut World, of: Of, cuts: &[i64], sign: &str) -> Vec<Pattern> {
    let figures = spelled(world, of, cuts);
    let Some(lowest) = figures.first() else { return vec![plain("any")] };
    let rungs = figures.iter().rev().map(|figure| plain(&format!("{sign} {figure}")));
    let rest = if world.random.chance(70) { format!("< {lowest}") } else { "any".to_owned() };
    rungs.chain([plain(&rest)]).collect()
}

/// `< a`, `< b`, `>= b`, or in the words of the civil code
fn falling(world: &mut World, of: Of, cuts: &[i64]) -> Vec<Pattern> {
    let figures = spelled(world, of, cuts);
    let Some(highest) = figures.last() else { return vec![plain("any")] };
    let civil = world.random.chance(50) && matches!(of, Of::Number(_));
    let rung = |figure: &String| plain(&if civil { format!("不满 {figure}") } else { format!("< {figure}") });
    let rest = if civil { format!("{highest} 以上") } else { format!(">= {highest}") };
    figures.iter().map(rung).chain([plain(&rest)]).collect()
}

/// `[lo, a]`, `[a + 1 tick, hi]`: the step closes what lies between.
fn touching(world: &mut World, of: Of, (lo, hi): (i64, i64), cuts: &[i64]) -> Vec<Pattern> {
    let starts: Vec<i64> = [lo].into_iter().chain(cuts.iter().copied()).collect();
    let ends: Vec<i64> = cuts.iter().map(|cut| cut - 1).chain([hi]).collect();
    let pieces = starts.into_iter().zip(ends).map(|(start, end)| Pattern {
        text: format!("[{}, {}]", spell(world, of, start), spell(world, of, end)),
        line: start < end,
    });
    pieces.collect()
}

/// `{a, b}`, `not {a, b}`
fn all_but(world: &mut World, of: Of, (lo, hi): (i64, i64)) -> Vec<Pattern> {
    let count = world.random.between(1, 3);
    let mut ticks: Vec<i64> = (0..count).map(|_| world.random.between(lo, hi)).collect();
    ticks.sort_unstable();
    ticks.dedup();
    let figures = spelled(world, of, &ticks).join(", ");
    vec![plain(&format!("{{{figures}}}")), plain(&format!("not {{{figures}}}"))]
}
