use super::axis::{self, Axis};
use super::condition::condition;
use super::expression::number;
use super::kind::Kind;
use super::world::{Grade, Labelled, World};

/// `table N by … -> a : …, b : … { … }`
pub fn table(world: &mut World) {
    let name = world.fresh("表");
    let axes = axes(world);
    let outputs: Vec<Output> = (0..world.random.between(1, 2)).map(|at| output(world, &name, at)).collect();
    let answer = |world: &mut World, line: bool| {
        let values: Vec<String> = outputs.iter().map(|output| output.answer(world, line)).collect();
        values.join(", ")
    };
    let rows = rows(world, &axes, answer);
    let inputs: Vec<&str> = axes.iter().map(|axis| axis.input.as_str()).collect();
    let header: Vec<&str> = outputs.iter().map(|output| output.header.as_str()).collect();
    let text = format!("table {name} by {} -> {} {{\n{}\n}}", inputs.join(", "), header.join(", "), rows.join("\n"));
    world.declarations.push(text);
    for output in outputs {
        let named = if output.optional { &mut world.optionals } else { &mut world.numbers };
        named.push((output.kind, output.name));
    }
}

/// Some inputs; that one stands in two columns is rare, since it leaves most rows without a value.
fn axes(world: &mut World) -> Vec<Axis> {
    let mut axes: Vec<Axis> = vec![];
    for _ in 0..world.random.between(1, 3) {
        let axis = axis::any(world);
        let again = axes.iter().any(|known| known.input == axis.input);
        if !again || world.random.chance(5) {
            axes.push(axis);
        }
    }
    axes
}

/// An output of a table.
struct Output {
    name: String,
    header: String,
    kind: Kind,
    optional: bool,
    lines: bool,
}

fn output(world: &mut World, table: &str, at: i64) -> Output {
    let kind = *world.random.pick(&Kind::OF_EXPRESSIONS);
    let (optional, lines) = (world.random.chance(15), world.random.chance(30));
    let places = if lines { ", decimals 2" } else { "" };
    let absent = if optional { ", optional" } else { "" };
    let header = format!("出{at} : {}{places}{absent}", kind.name());
    Output { name: format!("{table}.出{at}"), header, kind, optional, lines }
}

impl Output {
    fn answer(&self, world: &mut World, line: bool) -> String {
        if self.optional && world.random.chance(30) {
            return "missing".to_owned();
        }
        if self.lines && line {
            let (from, to) = (world.random.between(-500, 500), world.random.between(0, 1_000));
            return format!("{} to {}", self.kind.spell(from), self.kind.spell(to));
        }
        answer(world, self.kind)
    }
}

/// `grade N by … -> 系数 : percent { LABEL : pattern => … }`, and a label that is shifted.
pub fn grade(world: &mut World) {
    let name = world.fresh("等");
    let axes = [axis::numeric(world)];
    let rows = rows(world, &axes, |world, _| answer(world, Kind::Percent));
    let mut labels: Vec<String> = vec![];
    let labelled = rows.iter().enumerate().map(|(at, row)| {
        labels.push(format!("{name}之{at}"));
        format!("{name}之{at} : {row}")
    });
    let labelled: Vec<String> = labelled.collect();
    let text = format!("grade {name} by {} -> 系数 : percent {{\n{}\n}}", axes[0].input, labelled.join("\n"));
    world.declarations.push(text);
    world.numbers.push((Kind::Percent, format!("{name}.系数")));
    world.labels.push(Labelled { name: name.clone(), labels: labels.clone(), optional: false });
    world.grades.push(Grade { name, labels });
    if world.random.chance(60) {
        shifted(world);
    }
}

/// A metric of a grade's labels: the grade moved up or down, perhaps only under a condition.
pub fn shifted(world: &mut World) {
    if world.grades.is_empty() {
        return;
    }
    let Grade { name, labels } = world.random.pick(&world.grades).clone();
    let metric = world.fresh("移");
    let verb = *world.random.pick(&["promote", "demote"]);
    let places = places(world);
    let (then, label) = (format!("{verb}({name}, {places})"), world.random.pick(&labels).clone());
    let value = match world.random.below(4) {
        0 => format!("if {} then {then} else {name}", condition(world, 1)),
        1 => format!("if {name} = {label} then {then} else demote(promote({name}, 1), 1)"),
        2 => format!("if {} then {label} else {then}", condition(world, 1)),
        _ => then,
    };
    world.declarations.push(format!("metric {metric} : {name} = {value}"));
    world.numbers.push((Kind::Percent, format!("{metric}.系数")));
    world.labels.push(Labelled { name: metric, labels, optional: false });
}

/// So many places: a figure, a count, or how many steps a number holds.
fn places(world: &mut World) -> String {
    let counts = world.measured.iter().filter(|field| field.kind == Kind::Count && !field.optional);
    let counts: Vec<String> = counts.map(|field| field.name.clone()).collect();
    match world.random.below(4) {
        0 if !counts.is_empty() => world.random.pick(&counts).clone(),
        1 => format!("steps({}, 10分, full)", number(world, Kind::Points, 1)),
        2 => format!("if {} then 1 else 0", condition(world, 1)),
        _ => (*world.random.pick(&["0", "1", "2", "100"])).to_owned(),
    }
}

/// The rows over some inputs, which take every value once; one table in twelve is then spoilt.
pub fn rows(world: &mut World, axes: &[Axis], mut answer: impl FnMut(&mut World, bool) -> String) -> Vec<String> {
    let mut patterns = shares(world, axes);
    if patterns.len() > 2 && world.random.chance(30) {
        patterns.truncate(patterns.len() - 1 - world.random.below(2));
        patterns.push(("otherwise".to_owned(), false));
    }
    if world.random.chance(8) {
        spoil(world, &mut patterns);
    }
    for _ in 0..world.random.below(3) {
        guard(world, axes, &mut patterns);
    }
    patterns.into_iter().map(|(pattern, line)| format!("{pattern} => {}", answer(world, line))).collect()
}

/// Every combination of the axes' patterns; now and then what the first of them takes whole is one row.
fn shares(world: &mut World, axes: &[Axis]) -> Vec<(String, bool)> {
    let Some((first, rest)) = axes.split_first() else { return vec![(String::new(), true)] };
    let absent = rest.iter().any(|axis| axis.patterns.iter().any(|pattern| pattern.text == "missing"));
    let mut rows = vec![];
    for pattern in &first.patterns {
        if rest.is_empty() {
            rows.push((pattern.text.clone(), pattern.line));
        } else if !absent && world.random.chance(20) {
            rows.push((format!("{}{}", pattern.text, ", any".repeat(rest.len())), false));
        } else {
            let shares = shares(world, rest);
            rows.extend(shares.into_iter().map(|(text, _)| (format!("{}, {text}", pattern.text), false)));
        }
    }
    rows
}

/// A row with a guard, which takes nothing away from the rest.
fn guard(world: &mut World, axes: &[Axis], rows: &mut Vec<(String, bool)>) {
    if !world.random.chance(20) {
        return;
    }
    let patterns: Vec<String> = axes
        .iter()
        .map(|axis| match world.random.chance(60) {
            true => "any".to_owned(),
            false => world.random.pick(&axis.patterns).text.clone(),
        })
        .collect();
    let at = world.random.below(rows.len());
    rows.insert(at, (format!("{} when {}", patterns.join(", "), condition(world, 1)), false));
}

/// Makes a gap, an overlap or a dead row, or nothing at all.
fn spoil(world: &mut World, patterns: &mut Vec<(String, bool)>) {
    let at = world.random.below(patterns.len());
    let (text, line) = patterns[at].clone();
    match world.random.below(6) {
        0 if patterns.len() > 1 => {
            patterns.remove(at);
        }
        1 => patterns.insert(at, (text, line)),
        2 => patterns.swap(0, at),
        3 => patterns[at].0 = text.replace('[', "("),
        4 => patterns[at].0 = text.replace(')', "]"),
        _ => patterns[at].0 = text.replace(">=", ">").replace("<=", "<"),
    }
}

fn answer(world: &mut World, kind: Kind) -> String {
    if world.random.chance(60) {
        let ticks = *world.random.pick(&[0, 1, 50, 100, 800, 1_000]);
        return kind.spell(ticks);
    }
    number(world, kind, 1)
}
