//! Whether two policies give the same results: proved where they find them by the same terms, refuted by a record.

use super::changes::Held;
use super::names::Names;
use super::normal::{Builder, Cut, TermId, Terms};
use super::own;
use super::parts::{Part, parts};
use super::regions::{self, is_in};
use super::search::{Both, Entry, Record, Search};
use super::{Axis, Region, Verdict, witness};
use crate::ir::{Role, SlotId};

/// A result of both policies: its slots, old and new.
pub(super) type Result = (SlotId, SlotId);

/// The results of both of which it is not proved that they are the same.
pub(super) fn open(names: &Names, terms: &mut Terms) -> Vec<Result> {
    let mut old = Builder::new(names.old, &names.old_side, Cut::default());
    let mut new = Builder::new(names.new, &names.new_side, Cut::default());
    old.all(terms);
    new.all(terms);
    let own = own::term(names, [&mut old, &mut new], terms);
    let results = names.results().into_iter();
    results
        .filter(|(was, is)| {
            let found: [TermId; 2] = [old.slot(terms, *was), new.slot(terms, *is)];
            let [one, other] = terms.where_own(own, found);
            one != other
        })
        .collect()
}

/// What becomes of results of which it is not proved that they are the same, and where they differ.
pub(super) fn decide(held: &mut Held, open: &[Result]) -> (Verdict, Vec<Region>) {
    if open.is_empty() {
        return (Verdict::Proved, vec![]);
    }
    let names = held.names;
    let parts = parts(held);
    let slots = |old: bool| {
        let each = open.iter().copied().chain(parts.iter().map(|part| (part.old, part.new)));
        each.map(|(was, is)| if old { was } else { is }).collect::<Vec<SlotId>>()
    };
    let search = Search::towards(names, &slots(true), &slots(false));
    if !search_is_sound(names, &search) {
        return (Verdict::NotDecided, vec![]);
    }
    let mut regions = vec![];
    let mut differs = false;
    for part in &parts {
        let Some(record) = regions::witness(held.terms, names, &search, part) else { continue };
        let moved = |both: &Both| open.iter().any(|(was, is)| search.differs(both, *was, *is));
        let told = moved(&search.evaluate(&record));
        let record = search.plain(&record, &mut |both: &Both| {
            search.differs(both, part.old, part.new) && (!told || moved(both)) && is_in(held.terms, names, part, both)
        });
        differs |= told;
        regions.push(region(held, &search, open, part, &record));
    }
    search.renew();
    if !differs {
        let mut found: Option<Record> = None;
        search.each(&mut |record, both| {
            let differs = open.iter().any(|(was, is)| search.differs(both, *was, *is));
            if differs {
                found = Some(record.clone());
            }
            differs
        });
        let Some(record) = found else { return (Verdict::NotDecided, regions) };
        let wanted = |both: &Both| open.iter().any(|(was, is)| search.differs(both, *was, *is));
        let record = search.plain(&record, &mut |both| wanted(both));
        let both = search.evaluate(&record);
        let first = open.iter().find(|(was, is)| search.differs(&both, *was, *is));
        if let Some((old, new)) = first {
            let inside = parts
                .iter()
                .find(|part| search.differs(&both, part.old, part.new) && is_in(held.terms, names, part, &both));
            let whole = Part { old: *old, new: *new, axes: vec![] };
            regions.push(region(held, &search, open, inside.unwrap_or(&whole), &record));
        }
    }
    (Verdict::Differs, regions)
}

/// Whether every record that is tried may be one: what is found over several records is found in the same way by both.
fn search_is_sound(names: &Names, search: &Search) -> bool {
    let joint = |read: &super::search::Read| {
        let is = |policy: &crate::ir::Policy, slot: Option<SlotId>| {
            slot.and_then(|slot| policy.slot(slot)).is_some_and(|slot| slot.role == Role::Joint)
        };
        is(names.old, read.old) || is(names.new, read.new)
    };
    let mut terms = Terms::default();
    let mut old = Builder::new(names.old, &names.old_side, Cut::default());
    let mut new = Builder::new(names.new, &names.new_side, Cut::default());
    search.reads.iter().filter(|read| joint(read)).all(|read| match (read.old, read.new) {
        (Some(was), Some(is)) => old.slot(&mut terms, was) == new.slot(&mut terms, is),
        _ => false,
    })
}

fn region(held: &mut Held, search: &Search, open: &[Result], part: &Part, record: &Record) -> Region {
    let names = held.names;
    let both = search.evaluate(record);
    let mut shown = vec![(part.old, part.new)];
    shown.extend(open.iter().copied().filter(|it| *it != (part.old, part.new) && search.differs(&both, it.0, it.1)));
    let (first, second) = (&both.0, &both.1);
    let of = |old: bool| {
        shown.iter().filter_map(move |(was, is)| {
            let (evaluation, slot) = if old { (first, *was) } else { (second, *is) };
            Some((slot, evaluation.value(slot).ok()?.clone()))
        })
    };
    // Where a record must lie to be both's own nobody need be told.
    let own = held.own().map(|own| held.terms.ways_to_hold(own)).unwrap_or_default();
    let axes = part.axes.iter().filter(|way| !own.contains(way));
    let mut axes: Vec<Axis> = axes.map(|(axis, places)| Axis::of(held.terms, names, *axis, places)).collect();
    let empty = search.reads.iter().zip(record).filter(|(_, entry)| **entry == Entry::Absent);
    axes.extend(empty.map(|(read, _)| Axis::absent(names, &read.called)));
    Region {
        old_slot: part.old,
        new_slot: part.new,
        axes,
        witness: witness(names, search, record),
        beside: vec![],
        old: of(true).collect(),
        new: of(false).collect(),
    }
}
