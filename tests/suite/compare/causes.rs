//! Why pay moves: shares that were worked out apart, by writing every policy that lies between two as a text.

use merit::batch::{Appraisal, Inputs};
use merit::compare::{People, Runs, Side, compare};
use merit::compile::{Compiled, compile};
use merit::data::{Content, spell_cell};
use merit::io::{self, DataSource, ReadOptions};
use merit::ir::{Role, Value};
use merit::quantity::{Fraction, Number};
use merit::source::SourceFile;

use super::{SHOP, compiled, edited, untested};

/// Edits that are one change together.
pub(super) type Edits<'a> = &'a [(&'a str, &'a str)];

pub(super) fn read(policy: &Compiled, data: &str) -> Inputs {
    let policies = [&policy.policy];
    let read = io::read(&policies, &[DataSource::new("d.csv", data)], &ReadOptions::default()).unwrap();
    Inputs::new(&policies, read)
}

/// What becomes of people between two texts.
pub(super) fn people(old: &str, new: &str, data: &str) -> People {
    let (old, new) = compiled(old, new);
    let difference = compare(&old, &new);
    let policies = ([&old.policy], [&new.policy]);
    let was = Appraisal::new(&policies.0, read(&old, data), false);
    let is = Appraisal::new(&policies.1, read(&new, data), false);
    let (before, after) = (was.start(vec![]), is.start(vec![]));
    let old = Side { compiled: &old, inputs: was.inputs(), started: &before };
    let new = Side { compiled: &new, inputs: is.inputs(), started: &after };
    People::of(&Runs { old, new, by: None }, &difference)
}

/// What each record of some data is paid by a text; nothing, where that is no policy.
pub(super) fn paid(text: &str, data: &str) -> Option<Vec<(String, Number)>> {
    let policy = compile(SourceFile::new("p.merit", text), &[]);
    if !policy.accepted() {
        return None;
    }
    let policies = [&policy.policy];
    let appraisal = Appraisal::new(&policies, read(&policy, data), false);
    let of = &policy.policy;
    let pays = |values: &[Value]| {
        let blocks = of.slots.iter().zip(values).filter(|(slot, _)| slot.role == Role::Pay);
        blocks.filter_map(|(_, value)| value.number()).sum::<Number>()
    };
    let started = appraisal.start(vec![]);
    let each = started.outcomes().filter_map(|outcome| match &outcome.content {
        Content::Values(values, _) => {
            let key = of.keys().chain(of.period()).map(|slot| spell_cell(of, &of.slots[slot.0], &values[slot.0]));
            Some((key.collect::<Vec<_>>().join(" "), pays(values)))
        }
        _ => None,
    });
    Some(each.collect())
}

/// The mean of what each change adds, over all orders in which they can be made.
fn shares(texts: &dyn Fn(usize) -> Option<Number>, players: usize) -> Vec<Fraction> {
    let mut sums = vec![Number::ZERO; players];
    let mut orders = vec![vec![]];
    for player in 0..players {
        let put = |order: &Vec<usize>| {
            (0..=order.len()).map(|at| [&order[..at], &[player], &order[at..]].concat()).collect::<Vec<_>>()
        };
        orders = orders.iter().flat_map(put).collect();
    }
    for order in &orders {
        let mut made = 0;
        for player in order {
            let before = texts(made).unwrap();
            made |= 1 << player;
            sums[*player] = &sums[*player] + &(texts(made).unwrap() - before);
        }
    }
    sums.iter().map(|sum| Fraction::new(sum, &Number::from(orders.len())).unwrap()).collect()
}

/// Every way of making some of the changes is written out and evaluated. What each has of every difference is found so,
/// and is what is told.
fn hold(text: &str, data: &str, changes: &[Edits]) {
    let all: Vec<(&str, &str)> = changes.concat();
    let new = edited(text, &all);
    let found = people(text, &new, data);
    let mut by_set: Vec<Option<Vec<(String, Number)>>> = vec![];
    for set in 0..1 << changes.len() {
        let made: Vec<(&str, &str)> =
            (0..changes.len()).filter(|at| set >> at & 1 == 1).flat_map(|at| changes[at].to_vec()).collect();
        by_set.push(paid(&edited(text, &made), data));
    }
    assert!(!found.largest.is_empty() && !found.sampled, "{changes:?}");
    counted(&found, by_set.first().unwrap().as_ref().unwrap(), by_set.last().unwrap().as_ref().unwrap());
    for person in &found.largest {
        let who = person.key.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ");
        let pay = |set: usize| by_set[set].as_ref()?.iter().find(|(key, _)| *key == who).map(|(_, pay)| pay.clone());
        let wanted = shares(&pay, changes.len());
        let mut told: Vec<Fraction> = person.cause.iter().map(|cause| cause.share.clone()).collect();
        assert!(told.windows(2).all(|pair| pair[0].abs() >= pair[1].abs()));
        let sum = told.iter().fold(Fraction::ZERO, |sum, share| &sum + share);
        assert_eq!(sum, Fraction::from(person.delta()), "{who}");
        let mut wanted: Vec<Fraction> = wanted.into_iter().filter(|share| !share.is_zero()).collect();
        wanted.sort();
        told.sort();
        assert_eq!(told, wanted, "{who}: {:?} {changes:?}", person.cause);
    }
}

/// Who gains and who loses, and how much, are what both policies give one record after the other.
fn counted(found: &People, old: &[(String, Number)], new: &[(String, Number)]) {
    let deltas: Vec<Number> = old.iter().zip(new).map(|((_, old), (_, new))| new - old).collect();
    let of = |is: &dyn Fn(&&Number) -> bool| {
        let those: Vec<&Number> = deltas.iter().filter(is).collect();
        (those.len(), those.into_iter().sum::<Number>())
    };
    let (gain, lose) = (of(&|delta| **delta > Number::ZERO), of(&|delta| delta.is_negative()));
    assert_eq!((found.all.compared, found.all.same), (deltas.len(), deltas.len() - gain.0 - lose.0));
    assert_eq!((found.all.gain, found.all.gain_total.clone()), gain);
    assert_eq!((found.all.lose, found.all.lose_total.clone()), lose);
}

const STAFF: &str = include_str!("../../../policies/small-shop.csv");

const A_LOWER: Edits = &[("A : >= 90 ", "A : >= 86 "), ("[80, 90) ", "[80, 86) ")];
const B_LOWER: Edits = &[("B : [80, ", "B : [74, "), ("[60, 80) ", "[60, 74) ")];
const A_PAYS: Edits = &[("=> 500元", "=> 650元")];
const C_PAYS: Edits = &[("=> 100元", "=> 80元")];
const QUICKER: Edits = &[("<= 30s ", "<= 36s "), ("(30s, 60s] ", "(36s, 60s] ")];
const WEIGHTS: Edits = &[("回复率 weight 40%", "回复率 weight 50%"), ("响应时间 weight 40%", "响应时间 weight 30%")];
const RATE: Edits = &[("=> 1.5%", "=> 1.8%")];
const FACTOR: Edits = &[("主管评分 * 10", "主管评分 * 9")];
const ROUNDED: Edits = &[("round(scores, 0.1)", "round(scores, 1)")];
const LINE: Edits = &[("    提成     = 提成\n", "    提成     = 提成\n    全勤     = 50元 when 响应时间 <= 40s\n")];
const AT_MOST: Edits = &[("    提成     = 提成\n", "    提成 at most 600元 = 提成\n")];
const NO_LINE: Edits = &[("    提成     = 提成\n", "")];
const ROW: Edits = &[("    < 95%        => 60", "    [92%, 95%) => 75\n    < 92% => 60")];
const WHOLE: Edits = &[("marginal {", "whole {")];
const AT_LEAST: Edits = &[("pay 应发工资 {", "pay 应发工资 at least 3300元 {")];

#[test]
fn changes_of_a_table_and_of_what_it_reads() {
    let shop = untested(SHOP);
    hold(&shop, STAFF, &[A_LOWER, A_PAYS]);
    hold(&shop, STAFF, &[A_LOWER, B_LOWER]);
    hold(&shop, STAFF, &[A_LOWER, B_LOWER, A_PAYS, C_PAYS]);
    hold(&shop, STAFF, &[QUICKER, B_LOWER, C_PAYS]);
}

#[test]
fn changes_of_every_kind() {
    let shop = untested(SHOP);
    hold(&shop, STAFF, &[WEIGHTS, A_LOWER, RATE]);
    hold(&shop, STAFF, &[FACTOR, ROUNDED, C_PAYS]);
    hold(&shop, STAFF, &[LINE, AT_LEAST, B_LOWER]);
    hold(&shop, STAFF, &[AT_MOST, RATE, A_PAYS]);
    hold(&shop, STAFF, &[NO_LINE, RATE, A_PAYS]);
    hold(&shop, STAFF, &[WHOLE, QUICKER, A_LOWER]);
}

#[test]
fn six_changes_at_once() {
    hold(&untested(SHOP), STAFF, &[A_LOWER, B_LOWER, A_PAYS, QUICKER, RATE, AT_LEAST]);
}

/// A row that was put in and the bound below it cannot be one without the other; two weights neither.
#[test]
fn changes_that_need_each_other_are_one() {
    let shop = untested(SHOP);
    hold(&shop, STAFF, &[ROW, A_PAYS, C_PAYS]);
    let found = people(&shop, &edited(&shop, &[ROW, WEIGHTS, RATE].concat()), STAFF);
    let together = |changes: &[usize]| found.largest.iter().flat_map(|it| &it.cause).any(|it| it.changes == changes);
    assert!(together(&[0, 3]) && together(&[1, 2]), "{:?}", found.largest);
    let apart =
        found.largest.iter().flat_map(|it| &it.cause).all(|it| [vec![0, 3], vec![1, 2], vec![4]].contains(&it.changes));
    assert!(apart, "{:?}", found.largest);
}

/// The least one gets more, so that others are pushed down: what others get moves somebody's pay.
#[test]
fn changes_of_what_is_found_over_several() {
    let text = "policy \"p\" {\n    currency CNY\n}\nrecord {\n    who : text, key\n    sold : money\n    points : points in [0, 10]\n}\nmetric worth : money = sold * 100%\nmetric place : count = rank(worth, within: all, ties: shared)\ntable prize by place -> money {\n    1 => 300元\n    2 => 200元\n    otherwise => 0元\n}\npay wage {\n    base = 1000元\n    prize = prize\n}\n";
    let data = "who,sold,points\na,500,1\nb,490,9\nc,480,5\nd,100,10\n";
    let by: Edits = &[("sold * 100%", "sold * 100% + 10元 * points / 1分")];
    let first: Edits = &[("1 => 300元", "1 => 400元")];
    let second: Edits = &[("2 => 200元", "2 => 250元")];
    hold(text, data, &[by, first]);
    hold(text, data, &[by, first, second]);
}

/// Nine figures: all orders are too many, and the shares still sum to the difference.
#[test]
fn too_many_changes_are_sampled() {
    let shop = untested(SHOP);
    let nine = [A_LOWER, B_LOWER, A_PAYS, C_PAYS, QUICKER, RATE, AT_LEAST, FACTOR, ROUNDED];
    let found = people(&shop, &edited(&shop, &nine.concat()), STAFF);
    assert!(found.sampled && !found.largest.is_empty());
    for person in &found.largest {
        let sum = person.cause.iter().fold(Fraction::ZERO, |sum, cause| &sum + &cause.share);
        assert_eq!(sum, Fraction::from(person.delta()));
    }
}

/// What is only declared, called otherwise or told in other words moves nobody's pay.
#[test]
fn changes_without_effect_have_no_share() {
    let shop = untested(SHOP);
    let edits = [
        ("=> 500元", "=> 650元"),
        ("metric 总分 : points", "metric 总得分 : points"),
        ("grade 等级 by 总分", "grade 等级 by 总得分"),
        ("pay 应发工资 {", "flag 要谈话 \"总分低\" when 总得分 < 60\npay 应发工资 {"),
    ];
    let found = people(&shop, &edited(&shop, &edits), STAFF);
    let mut causes = found.largest.iter().map(|person| person.cause.as_slice());
    assert!(causes.all(|cause| cause.len() == 1 && cause[0].changes.len() == 1), "{:?}", found.largest);
}
