//! Records that were rejected: whatever they are mended to, a value that is told without doubt stays as it is.

use merit::data::{Identity, Lost};
use merit::eval::{Evaluation, Given, Run, Subject, Tables};
use merit::ir::{Policy, SlotId, Value};

use super::random::Random;
use super::record;

/// A rejected record, and what reads of each of its fields.
type Rejected = (Lost, Vec<Option<Value>>);
/// A record with the places of its rows.
type Placed = (Vec<Value>, Vec<Vec<usize>>);

/// Rejects some of the records, and holds what is said of the others against what they come to once those are mended.
pub fn holds(policy: &Policy, tables: &Tables, records: &[Placed], random: &mut Random) -> Result<(), String> {
    let (mut kept, mut lost): (Vec<&Placed>, Vec<Rejected>) = (vec![], vec![]);
    for placed in records {
        if random.chance(80) {
            kept.push(placed);
            continue;
        }
        let known: Vec<Option<Value>> = placed.0.iter().map(|value| random.chance(60).then(|| value.clone())).collect();
        lost.push((Lost::of(policy, |slot| known.get(slot.0)?.as_ref()), known));
    }
    let away: Vec<Lost> = lost.iter().map(|(lost, _)| lost.clone()).collect();
    let subjects: Vec<Subject> = kept.iter().map(|placed| subject(policy, placed)).collect();
    let doubtful = Run::in_doubt(policy, tables, subjects.clone(), away);
    let run = Run::new(policy, tables, subjects);
    let plain: Vec<Evaluation> = (0..kept.len()).map(|at| run.evaluation(at)).collect();
    for (at, plain) in plain.iter().enumerate() {
        let evaluation = doubtful.evaluation(at);
        let sure = |slot: SlotId| evaluation.value(slot).is_ok();
        if let Some(slot) = columns(policy).find(|slot| sure(*slot) && evaluation.value(*slot) != plain.value(*slot)) {
            return Err(format!("{} is another in a run in doubt, for {:?}", policy.slots[slot.0].name, kept[at].0));
        }
        if columns(policy).all(sure) != doubtful.doubts(at).is_empty() {
            return Err(format!("{:?} for {:?}", doubtful.doubts(at), kept[at].0));
        }
    }
    for _ in 0..3 {
        let mended = mended(policy, &kept, &lost, records, random);
        let all: Vec<Subject> = kept.iter().copied().chain(&mended).map(|placed| subject(policy, placed)).collect();
        let with = Run::new(policy, tables, all);
        for (at, plain) in plain.iter().enumerate().filter(|(at, _)| doubtful.doubts(*at).is_empty()) {
            let with = with.evaluation(at);
            if let Some(slot) = columns(policy).find(|slot| with.value(*slot) != plain.value(*slot)) {
                let name = &policy.slots[slot.0].name;
                return Err(format!("{name} changes without a word for {:?}, with {mended:?}", kept[at].0));
            }
        }
    }
    Ok(())
}

/// Everything that is found over others, in columns of its own.
const ALL: &str = "policy \"p\" { currency CNY; period month }
record { id : text, key; m : month in [2024-01, 2024-04], period; shop : a | b; n : count in [0, 4]; on : bool; x : money in [0 CNY, 9 CNY] }
metric place  : count = rank(n, within: shop, ties: shared, where: on) otherwise 0
metric dense  : count = rank(n, within: all, ties: dense, order: ascending)
metric total  : count = sum(n, within: shop, where: on)
metric heads  : count = count(within: shop)
metric mean   : number, decimals 1 = average(n, within: {shop, on})
metric least  : count = min(n, within: all)
metric most   : count = max(n, within: shop, where: on) otherwise 0
flag all_on when every(on, within: shop)
flag some_on when some(on, within: all)
metric part   : money = allocate(1 CNY, by: n, within: shop) otherwise 0 CNY
metric staged : count = sum(n, within: all, where: place = 1)
metric before : count = previous(n) otherwise 0
metric row    : count = streak(n >= 2)
metric recent : count = sum(n, over: up to 3 periods)
metric two    : count = sum(n, over: 2 periods) otherwise 0
metric debt   : money = clamp((previous(debt) otherwise 0 CNY) + x - 5 CNY, 0 CNY, 100 CNY)";

#[test]
fn each_way_to_look_at_others_says_on_whom_it_hangs() {
    for line in ALL.lines().skip(2) {
        let text: Vec<&str> = ALL
            .lines()
            .filter(|known| {
                known == &line
                    || !known.starts_with("m") && !known.starts_with("f")
                    || line.contains("staged") && known.contains("place  ")
            })
            .collect();
        let compiled = merit::compile::compile(merit::source::SourceFile::new("p.merit", text.join("\n")), &[]);
        assert!(compiled.accepted(), "{:#?}", compiled.diagnostics);
        let policy = &compiled.policy;
        let choices: Vec<Vec<Value>> =
            policy.slots.iter().take(policy.fields.len()).map(|slot| record::choices(slot, &[])).collect();
        for seed in 0..40 {
            let mut random = Random::new(seed);
            let (mut seen, mut records): (Vec<Identity>, Vec<Placed>) = (vec![], vec![]);
            for _ in 0..12 {
                let fields: Vec<Value> = choices.iter().map(|values| random.pick(values).clone()).collect();
                let identity = Identity::of(policy, &fields);
                if !seen.contains(&identity) {
                    seen.push(identity);
                    records.push((fields, vec![]));
                }
            }
            holds(policy, Tables::NONE, &records, &mut random).unwrap_or_else(|told| panic!("{line}: {told}"));
        }
    }
}

fn columns(policy: &Policy) -> impl Iterator<Item = SlotId> {
    policy.columns.iter().map(|column| column.slot)
}

fn subject<'a>(policy: &Policy, (fields, rows): &'a Placed) -> Subject<'a> {
    Subject {
        given: Given::Fields(fields.into()),
        rows: rows.clone(),
        identity: Identity::of(policy, fields),
        past: false,
    }
}

/// Some of the rejected records with what was not known as it may be, nobody standing twice.
fn mended(
    policy: &Policy,
    kept: &[&Placed],
    lost: &[Rejected],
    records: &[Placed],
    random: &mut Random,
) -> Vec<Placed> {
    let mut known: Vec<Identity> = kept.iter().map(|(fields, _)| Identity::of(policy, fields)).collect();
    let mut mended = vec![];
    for (_, fields) in lost {
        let fields = fields
            .iter()
            .zip(&policy.slots)
            .map(|(value, slot)| value.clone().unwrap_or_else(|| random.pick(&record::choices(slot, &[])).clone()));
        let fields: Vec<Value> = fields.collect();
        let identity = Identity::of(policy, &fields);
        if random.chance(75) && !known.contains(&identity) {
            known.push(identity);
            mended.push((fields, random.pick(records).1.clone()));
        }
    }
    mended
}
