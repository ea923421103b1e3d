use super::axis;
use super::expression::number;
use super::kind::Kind;
use super::table;
use super::world::World;

/// Scored items in sections, whose weights or full marks add up.
pub fn scoring(world: &mut World) {
    let weighted = world.random.chance(60);
    world.exempt = false;
    let shares = shares(world);
    let mut at = 0;
    while at < shares.len() {
        let until = (at + 1 + world.random.below(3)).min(shares.len());
        let group = &shares[at..until];
        match world.random.below(3) {
            0 => items(world, group, weighted).into_iter().for_each(|item| world.declarations.push(item)),
            1 if weighted => own_weights(world, group.iter().sum()),
            _ => {
                let (name, items) = (world.fresh("类"), items(world, group, weighted));
                world.declarations.push(format!("section {name} {{\n{}\n}}", items.join("\n")));
                world.numbers.push((Kind::Points, format!("{name}.points")));
            }
        }
        at = until;
    }
    let name = world.fresh("总");
    let otherwise = if world.exempt { " otherwise 60" } else { "" };
    world.declarations.push(format!("metric {name} : points, decimals 1 = scores{otherwise}"));
}

/// Whole numbers above 0 that add to 100.
fn shares(world: &mut World) -> Vec<i64> {
    let count = world.random.below(6);
    let cuts = world.random.cuts(0, 100, count);
    let starts = [0].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([100]);
    starts.zip(ends).map(|(start, end)| end - start).collect()
}

fn own_weights(world: &mut World, weight: i64) {
    let (name, shares) = (world.fresh("类"), shares(world));
    let items = items(world, &shares, true);
    world.declarations.push(format!("section {name} weight {weight}% {{\n{}\n}}", items.join("\n")));
    world.numbers.push((Kind::Points, format!("{name}.weighted")));
}

fn items(world: &mut World, shares: &[i64], weighted: bool) -> Vec<String> {
    shares.iter().map(|share| item(world, *share, weighted)).collect()
}

fn item(world: &mut World, share: i64, weighted: bool) -> String {
    let name = world.fresh("项");
    let (full, share) = if weighted { (100, format!("weight {share}%")) } else { (share, format!("out of {share}")) };
    if world.random.chance(25) {
        let inner = number(world, Kind::Points, 2);
        return format!("score {name} {share} = clamp({inner}, 0, {full})");
    }
    let axis = axis::numeric(world);
    let lines = world.random.chance(40);
    let input = axis.input.clone();
    let exempt = world.random.chance(20);
    let rows = table::rows(world, &[axis], |world, line| {
        if exempt && world.random.chance(40) {
            return "exempt".to_owned();
        }
        let (from, to) = (world.random.between(0, full), world.random.between(0, full));
        if lines && line { format!("{from} to {to}") } else { from.to_string() }
    });
    let places = if lines { ", decimals 2" } else { "" };
    let absent = rows.iter().any(|row| row.ends_with("exempt"));
    world.exempt |= absent;
    let named = if absent { &mut world.optionals } else { &mut world.numbers };
    named.push((Kind::Points, format!("{name}.points")));
    format!("score {name} by {input} {share}{places} {{\n{}\n}}", rows.join("\n"))
}
