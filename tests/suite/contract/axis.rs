use super::expression::number;
use super::kind::Kind;
use super::world::{Measured, World};

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

/// Any input that the world has.
pub fn any(world: &mut World) -> Axis {
    match world.random.below(4) {
        0 if !world.bools.is_empty() => {
            let input = world.random.pick(&world.bools).clone();
            Axis { input, patterns: vec![plain("yes"), plain("no")] }
        }
        1 if !world.labels.is_empty() => labels(world),
        _ => numeric(world),
    }
}

/// An input of numbers: a field, or any expression on either side of a figure.
pub fn numeric(world: &mut World) -> Axis {
    let fields = world.measured.clone();
    if world.random.chance(65) && !fields.is_empty() {
        let field = world.random.pick(&fields).clone();
        return over(world, field);
    }
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let (input, ticks) = (number(world, kind, 2), world.random.between(0, 500));
    let figure = world.figure(kind, ticks);
    Axis { input, patterns: vec![plain(&format!(">= {figure}")), plain(&format!("< {figure}"))] }
}

/// The patterns of a field with known bounds.
pub fn over(world: &mut World, field: Measured) -> Axis {
    let count = world.random.below(5);
    let cuts = world.random.cuts(field.lo, field.hi, count);
    let mut patterns = match world.random.below(5) {
        0 if field.hi - field.lo <= 4 => {
            (field.lo..=field.hi).map(|ticks| plain(&world.figure(field.kind, ticks))).collect()
        }
        1 => ladder(world, &field, &cuts),
        2 => touching(world, &field, &cuts),
        3 => pieces(world, &field, &cuts, ["<=", "(", "]", ">"]),
        _ => pieces(world, &field, &cuts, ["<", "[", ")", ">="]),
    };
    if field.optional {
        let at = world.random.below(patterns.len() + 1);
        patterns.insert(at, plain("missing"));
    }
    Axis { input: field.name, patterns }
}

fn plain(text: &str) -> Pattern {
    Pattern { text: text.to_owned(), line: false }
}

fn labels(world: &mut World) -> Axis {
    let (input, labels) = world.random.pick(&world.labels).clone();
    let patterns = match world.random.below(3) {
        0 => {
            let (first, rest) = labels.split_first().unwrap();
            vec![plain(first), plain(&format!("{{{}}}", rest.join(", ")))]
        }
        1 => vec![plain(&labels[0]), plain(&format!("not {}", labels[0]))],
        _ => labels.iter().map(|label| plain(label)).collect(),
    };
    Axis { input, patterns }
}

/// `< a`, `[a, b)`, `>= b`, or the same closed on the other side.
fn pieces(world: &mut World, field: &Measured, cuts: &[i64], [first, open, close, last]: [&str; 4]) -> Vec<Pattern> {
    let figures: Vec<String> = cuts.iter().map(|cut| world.figure(field.kind, *cut)).collect();
    let (Some(lowest), Some(highest)) = (figures.first(), figures.last()) else { return vec![plain("any")] };
    let between =
        figures.windows(2).map(|ends| Pattern { text: format!("{open}{}, {}{close}", ends[0], ends[1]), line: true });
    let one_sided = [plain(&format!("{first} {lowest}")), plain(&format!("{last} {highest}"))];
    let mut patterns: Vec<Pattern> = between.chain(one_sided).collect();
    world.random.shuffle(&mut patterns);
    patterns
}

/// `>= c`, `>= b`, `>= a`, `< a`
fn ladder(world: &mut World, field: &Measured, cuts: &[i64]) -> Vec<Pattern> {
    let figures: Vec<String> = cuts.iter().map(|cut| world.figure(field.kind, *cut)).collect();
    let Some(lowest) = figures.first() else { return vec![plain("any")] };
    let rungs = figures.iter().rev().map(|figure| plain(&format!(">= {figure}")));
    rungs.chain([plain(&format!("< {lowest}"))]).collect()
}

/// `[lo, a]`, `[a + 1 tick, hi]`: the step closes what lies between.
fn touching(world: &mut World, field: &Measured, cuts: &[i64]) -> Vec<Pattern> {
    let starts: Vec<i64> = [field.lo].into_iter().chain(cuts.iter().copied()).collect();
    let ends: Vec<i64> = cuts.iter().map(|cut| cut - 1).chain([field.hi]).collect();
    let pieces = starts.into_iter().zip(ends).map(|(start, end)| Pattern {
        text: format!("[{}, {}]", world.figure(field.kind, start), world.figure(field.kind, end)),
        line: start < end,
    });
    pieces.collect()
}
