use super::axis::{self, Axis};
use super::expression::{condition, number};
use super::kind::Kind;
use super::world::World;

/// `table N by … -> a : …, b : … { … }`
pub fn table(world: &mut World) {
    let name = world.fresh("表");
    let axes: Vec<Axis> = (0..world.random.between(1, 3)).map(|_| axis::any(world)).collect();
    let outputs: Vec<(String, Kind)> = (0..world.random.between(1, 2))
        .map(|at| (format!("出{at}"), *world.random.pick(&Kind::OF_EXPRESSIONS)))
        .collect();
    let answer = |world: &mut World, _: bool| {
        let values: Vec<String> = outputs.iter().map(|(_, kind)| answer(world, *kind)).collect();
        values.join(", ")
    };
    let rows = rows(world, &axes, answer);
    let inputs: Vec<&str> = axes.iter().map(|axis| axis.input.as_str()).collect();
    let header: Vec<String> = outputs.iter().map(|(output, kind)| format!("{output} : {}", kind.name())).collect();
    let text = format!("table {name} by {} -> {} {{\n{}\n}}", inputs.join(", "), header.join(", "), rows.join("\n"));
    world.declarations.push(text);
    world.numbers.extend(outputs.into_iter().map(|(output, kind)| (kind, format!("{name}.{output}"))));
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
    if world.random.chance(50) {
        let shifted = world.fresh("移");
        let verb = *world.random.pick(&["promote", "demote"]);
        let places = *world.random.pick(&["0", "1", "2", "100"]);
        world.declarations.push(format!("metric {shifted} : {name} = {verb}({name}, {places})"));
        world.numbers.push((Kind::Percent, format!("{shifted}.系数")));
    }
}

/// The rows over some inputs, which take every value once; one table in twelve is then spoilt.
pub fn rows(world: &mut World, axes: &[Axis], mut answer: impl FnMut(&mut World, bool) -> String) -> Vec<String> {
    let mut combinations: Vec<(Vec<String>, bool)> = vec![(vec![], true)];
    for axis in axes {
        let longer = combinations.iter().flat_map(|(texts, _)| {
            axis.patterns.iter().map(|pattern| {
                let texts = texts.iter().cloned().chain([pattern.text.clone()]).collect();
                (texts, axes.len() == 1 && pattern.line)
            })
        });
        combinations = longer.collect();
    }
    let mut patterns: Vec<(String, bool)> =
        combinations.into_iter().map(|(texts, line)| (texts.join(", "), line)).collect();
    if patterns.len() > 2 && world.random.chance(30) {
        patterns.truncate(patterns.len() - 1 - world.random.below(2));
        patterns.push(("otherwise".to_owned(), false));
    }
    if world.random.chance(8) {
        spoil(world, &mut patterns);
    }
    if world.random.chance(20) {
        let anything = vec!["any"; axes.len()].join(", ");
        patterns.insert(0, (format!("{anything} when {}", condition(world, 1)), false));
    }
    patterns.into_iter().map(|(pattern, line)| format!("{pattern} => {}", answer(world, line))).collect()
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
