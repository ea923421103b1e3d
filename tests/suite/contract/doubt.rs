//! Records that were rejected: whatever they are mended to, a value that is told without doubt stays as it is.

use merit::eval::{Evaluation, Given, Identity, Lost, Run, Subject, Tables};
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
    let (run, doubtful) = (Run::new(policy, tables, &subjects), Run::in_doubt(policy, tables, &subjects, &away));
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
        let with = Run::new(policy, tables, &all);
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

fn columns(policy: &Policy) -> impl Iterator<Item = SlotId> {
    policy.columns.iter().map(|column| column.slot)
}

fn subject<'a>(policy: &Policy, (fields, rows): &'a Placed) -> Subject<'a> {
    Subject { given: Given::Fields(fields), rows: rows.clone(), identity: Identity::of(policy, fields), past: false }
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
