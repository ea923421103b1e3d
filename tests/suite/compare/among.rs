//! Changes of what hangs on others: they show among several people.

use super::compiled;
use merit::batch::suppose;
use merit::compare::{Difference, Given, Verdict, compare};
use merit::compile::Compiled;
use merit::data::Past;

const PLACES: &str = "policy \"P\" { currency CNY; period month }
record { who : text, key; month : month, period; team : East | West; sold : count }
metric place : count = rank(sold, within: team, ties: shared)
grade g by place -> p : money { first : 1 => 500 CNY; others : > 1 => 0 CNY }
pay w { p = g.p }
";

/// What both policies give for the people of the witness is what is told.
fn held(old: &Compiled, new: &Compiled, found: &Difference) {
    let region = found.regions.first().expect("a region");
    let all: Vec<&Vec<Given>> = std::iter::once(&region.witness).chain(&region.beside).collect();
    let side = |old: bool| -> Vec<Vec<_>> {
        let of = |one: &Given| if old { one.old.clone() } else { one.new.clone() };
        all.iter().map(|person| person.iter().filter_map(of).collect()).collect()
    };
    let was = suppose(&old.policy, &side(true), vec![], &Past::default());
    let is = suppose(&new.policy, &side(false), vec![], &Past::default());
    for ((slot, before), (place, after)) in region.old.iter().zip(&region.new) {
        assert_eq!(was[0].value(*slot), Ok(before));
        assert_eq!(is[0].value(*place), Ok(after));
        assert_ne!(before, after);
    }
}

#[track_caller]
fn differs(from: &str, to: &str, people: usize) {
    assert_eq!(PLACES.matches(from).count(), 1, "{from}");
    let (old, new) = compiled(PLACES, &PLACES.replace(from, to));
    let found = compare(&old, &new);
    assert_eq!(found.verdict, Verdict::Differs, "{from} {to}");
    held(&old, &new, &found);
    assert_eq!(found.regions[0].beside.len() + 1, people, "{from} {to}");
}

/// Of two in two teams one is second where all are ranked together; two who are first alike need a third who is third or
/// second behind them.
#[test]
fn as_few_people_as_show_it() {
    differs("within: team", "within: all", 2);
    differs("ties: shared", "ties: dense", 3);
    differs("rank(sold, ", "rank(sold, order: ascending, ", 2);
}

#[test]
fn what_is_the_same_is_proved_or_left_open() {
    let (old, new) = compiled(PLACES, &PLACES.replace("metric place", "# a word\nmetric place"));
    assert_eq!(compare(&old, &new).verdict, Verdict::Proved);
}

/// The pool of a shop stands in a lookup: who shares it shows only beside another of the same shop.
#[test]
fn people_of_one_row_of_a_lookup_have_it_in_common() {
    const POOL: &str = "policy \"P\" { currency CNY }
record { who : text, key; shop : text; sold : count in [0, 999] }
lookup shops { shop : text, key; pool : money in [0 CNY, 9000 CNY], required }
metric all : count = sum(sold, within: shop)
pay w { share = round(shops.pool * sold / all otherwise 0 CNY, 0.01 CNY) }
";
    let (old, new) = compiled(POOL, &POOL.replace("within: shop)", "within: all)"));
    let found = compare(&old, &new);
    assert_eq!(found.verdict, Verdict::Differs);
    held(&old, &new, &found);
    let people: Vec<&Vec<Given>> = std::iter::once(&found.regions[0].witness).chain(&found.regions[0].beside).collect();
    let value =
        |person: &Vec<Given>, name: &str| person.iter().find(|it| it.name == name).unwrap().new.clone().unwrap().1;
    for one in &people {
        for other in people.iter().filter(|other| value(other, "shop") == value(one, "shop")) {
            assert_eq!(value(one, "shops.pool"), value(other, "shops.pool"));
        }
    }
    assert!(people.len() > 1);
}
