//! Whether two texts of a policy give everybody the same: both are evaluated on records at the ends of every
//! domain and at each value where one of them parts its inputs. What is found to differ does; that nothing was
//! found is no proof, and only withholds nothing from an edit that has one.

use std::collections::HashMap;

use super::world::{World, with};
use crate::analysis::marks;
use crate::data::Identity;
use crate::eval::{Evaluation, Given, Run, Subject, Tables, testing};
use crate::ir::{Policy, Relation, RelationId, Role, SlotId, Step, Value};
use crate::quantity::Domain;

/// As many records are made at most.
const RECORDS: usize = 600;
/// Records around which each input goes through all of its values.
const BASES: usize = 3;
/// As many rows of each lookup or details.
const ROWS: usize = 24;
/// A record has fewer rows of each than this.
const OWN_ROWS: usize = 4;

/// What is known of something, by what tells it apart in both texts.
type Named = Vec<((Role, String), Value)>;

/// Whether both read the same data and give the same for every record that is tried.
pub fn agree(before: &Policy, after: &Policy) -> bool {
    let trial = || {
        let (records, rows) = (records(before, after), rows(before, after));
        let outcomes = |policy, joint| outcomes(policy, &records, &rows, joint);
        [true, false].into_iter().all(|joint| outcomes(before, joint) == outcomes(after, joint))
    };
    reads(before) == reads(after) && tested(before) == tested(after) && trial()
}

/// What a policy reads: names, types and domains.
fn reads(policy: &Policy) -> Vec<(&str, crate::ir::Type, &Domain, bool)> {
    let read = policy.slots.iter().enumerate().filter(|(at, _)| policy.field(SlotId(*at)).is_some());
    read.map(|(_, slot)| (slot.name.as_str(), slot.ty, &slot.domain, slot.optional)).collect()
}

/// What came out in each test.
fn tested(policy: &Policy) -> Vec<(String, Vec<Option<Value>>)> {
    let tests = testing::run(policy).into_iter();
    tests.map(|test| (test.name, test.expectations.into_iter().map(|of| of.got.ok()).collect())).collect()
}

/// Records at which one policy or the other may do something else.
fn records(before: &Policy, after: &Policy) -> Vec<Named> {
    let worlds = [World::whole(before), World::whole(after)];
    let each = worlds.iter().flat_map(|world| {
        let along = (0..BASES).flat_map(|number| {
            let base = world.scattered(number);
            let values = world.inputs.iter().enumerate();
            let values = values.flat_map(|(at, input)| input.marks.values.iter().map(move |value| (at, value)));
            values.map(|(at, value)| with(&base, at, value.clone())).collect::<Vec<_>>()
        });
        let along: Vec<_> = along.collect();
        // Of very many, some of all inputs.
        let thin = along.len().div_ceil(RECORDS / 4).max(1);
        let scattered = (0..RECORDS / 4).map(|number| world.scattered(number));
        let all: Vec<_> = along.into_iter().step_by(thin).chain(scattered).collect();
        all.into_iter().map(|record| named(world.policy, world.named(&record)))
    });
    each.collect()
}

/// Rows of each lookup and details at which one policy or the other may do something else.
fn rows(before: &Policy, after: &Policy) -> Vec<Vec<Named>> {
    let pairs = before.relations.iter().zip(&after.relations);
    pairs.map(|(one, other)| [rows_of(before, one), rows_of(after, other)].concat()).collect()
}

fn rows_of(policy: &Policy, relation: &Relation) -> Vec<Named> {
    let computed: Vec<SlotId> = relation.steps.iter().flat_map(Step::outputs).collect();
    let given: Vec<SlotId> = relation.slots.clone().map(SlotId).filter(|slot| !computed.contains(slot)).collect();
    let steps = || relation.steps.iter().chain(&policy.steps);
    let marks: Vec<_> = given.iter().map(|slot| (*slot, marks(policy, *slot, steps()).values)).collect();
    let row = |number: usize| {
        let value = |(at, (slot, values)): (usize, &(SlotId, Vec<Value>))| {
            let turn = number.wrapping_mul(2 * at + 1).wrapping_add(at);
            Some((*slot, values.get(turn.checked_rem(values.len())?)?.clone()))
        };
        named(policy, marks.iter().enumerate().filter_map(value).collect())
    };
    let most = marks.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    (0..most.max(ROWS)).map(row).collect()
}

/// What each record comes to. `joint`: what is found over several records or periods is as the record says, else
/// it is found over all of these.
fn outcomes(
    policy: &Policy,
    records: &[Named],
    rows: &[Vec<Named>],
    joint: bool,
) -> Vec<HashMap<(Role, String), Option<Value>>> {
    let mut tables = Tables::new(policy);
    let places = (0..).zip(rows).map(|(at, rows)| {
        let add = |row: &Named| tables.add(policy, RelationId(at), &known(policy, row, |_| true));
        rows.iter().filter_map(add).collect::<Vec<usize>>()
    });
    let places: Vec<Vec<usize>> = places.collect();
    let given: Vec<_> =
        records.iter().map(|record| known(policy, record, |role| joint || role != Role::Joint)).collect();
    let subjects: Vec<Subject> =
        given.iter().enumerate().map(|(at, given)| subject(policy, at, given, &places)).collect();
    let run = Run::new(policy, &tables, subjects);
    (0..given.len()).map(|at| outcome(policy, &run.evaluation(at))).collect()
}

fn subject<'a>(policy: &Policy, at: usize, given: &'a [(SlotId, Value)], places: &[Vec<usize>]) -> Subject<'a> {
    let own = |places: &Vec<usize>| {
        let turn = |nth: usize| places.get((at / OWN_ROWS + nth).checked_rem(places.len())?).copied();
        (0..at % OWN_ROWS).filter_map(turn).collect()
    };
    let period = given.iter().find(|(slot, _)| policy.period() == Some(*slot)).and_then(|(_, value)| match value {
        Value::Calendar(moment) => Some(moment.ordinal),
        _ => None,
    });
    // So that several periods are somebody's.
    let key = vec![Value::Label(at / OWN_ROWS)];
    Subject {
        given: Given::Values(given),
        rows: places.iter().map(own).collect(),
        identity: Identity { key, period },
        past: false,
    }
}

/// The value of each thing that has a name; where there is none, none.
fn outcome(policy: &Policy, evaluation: &Evaluation) -> HashMap<(Role, String), Option<Value>> {
    let lasting = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role != Role::Joint);
    let value = |at: usize| evaluation.value(SlotId(at)).ok().cloned();
    lasting.map(|(at, slot)| ((slot.role, slot.name.clone()), value(at))).collect()
}

fn named(policy: &Policy, values: Vec<(SlotId, Value)>) -> Named {
    let name = |(slot, value): (SlotId, Value)| policy.slot(slot).map(|slot| ((slot.role, slot.name.clone()), value));
    values.into_iter().filter_map(name).collect()
}

fn known(policy: &Policy, values: &Named, wanted: impl Fn(Role) -> bool) -> Vec<(SlotId, Value)> {
    let place = |(role, name): &(Role, String)| {
        let same = |slot: &crate::ir::Slot| slot.role == *role && slot.name == *name;
        policy.slots.iter().position(same).map(SlotId)
    };
    let values = values.iter().filter(|((role, _), _)| wanted(*role));
    values.filter_map(|(key, value)| Some((place(key)?, value.clone()))).collect()
}
