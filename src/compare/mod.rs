//! Two policies held against each other: what changed, whether it matters, whom it touches and by how much.

mod admitted;
mod axis;
mod back;
mod causes;
mod change;
mod changes;
mod crowd;
mod equal;
mod names;
mod normal;
mod own;
mod pairs;
mod parts;
mod people;
mod regions;
mod search;
mod witness;

pub use admitted::Admitted;
pub use axis::Axis;
pub use causes::Cause;
pub use change::{Change, Kind};
pub use people::{Counts, OnCliff, Otherwise, People, Person, Refused, Runs, Side};
pub use witness::Given;

use crate::compile::Compiled;
use crate::ir::{Policy, SlotId, Value};
use changes::Held;
use names::Names;
use normal::Terms;
use witness::witness;

/// What there is between two policies.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What changed, in the order of the new policy; what is gone stands at the end.
    pub changes: Vec<Change>,
    /// Whether records that both admit have the same results.
    pub verdict: Verdict,
    /// Where they differ.
    pub regions: Vec<Region>,
    /// Which records only one of both admits.
    pub admitted: Admitted,
    /// What is called otherwise: the name that it had, and the one that it has.
    renames: Vec<(String, String)>,
    /// The results of both, old and new.
    results: Vec<(SlotId, SlotId)>,
}

impl Difference {
    /// Takes into account that of some records, evaluated by both policies, so many have another result.
    pub fn seen(&mut self, otherwise: usize) {
        if otherwise > 0 && self.verdict == Verdict::NotDecided {
            self.verdict = Verdict::Differs;
        }
    }
}

/// Whether every record that both policies admit has the same results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It has: both find them in the same way.
    Proved,
    /// One has not.
    Differs,
    /// Nothing was found that has not, and no proof.
    NotDecided,
    /// One of both policies may not be evaluated.
    NotChecked,
}

/// Where a value is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// What is found otherwise: its slot in the old policy.
    pub old_slot: SlotId,
    /// Its slot in the new policy.
    pub new_slot: SlotId,
    /// Where that which it reads lies; anywhere, where none is named.
    pub axes: Vec<Axis>,
    /// A record there.
    pub witness: Vec<Given>,
    /// Others among whom it comes to that; nobody, where it does by itself.
    pub beside: Vec<Vec<Given>>,
    /// What that comes to in the old policy: what is found otherwise, then all results that differ.
    pub old: Vec<(SlotId, Value)>,
    /// The same in the new policy.
    pub new: Vec<(SlotId, Value)>,
}

/// Whether two policies give the same results, and where they do not, of which the new one was compiled beside the old or
/// says the same.
pub fn decided(old: &Compiled, new: &Compiled) -> (Verdict, Vec<Region>) {
    let mut terms = Terms::default();
    let names = Names::of(&old.policy, &new.policy, &mut terms);
    let open = equal::open(&names, &mut terms);
    let mut held = Held::new(old, new, &names, &mut terms);
    equal::decide(&mut held, &open)
}

/// Holds two policies against each other, of which the new one was compiled beside the old.
pub fn compare(old: &Compiled, new: &Compiled) -> Difference {
    let mut terms = Terms::default();
    let names = Names::of(&old.policy, &new.policy, &mut terms);
    let open = equal::open(&names, &mut terms);
    let admitted = admitted::admitted(&names);
    let mut held = Held::new(old, new, &names, &mut terms);
    let changes = changes::changes(&mut held);
    let found = match equal::decide(&mut held, &open) {
        (Verdict::NotDecided, regions) => crowd::differing(&names, &open).unwrap_or((Verdict::NotDecided, regions)),
        decided => decided,
    };
    let (verdict, regions) = found;
    let renames = renames(&old.policy, &new.policy, &names.renamed);
    Difference { changes, verdict, regions, admitted, renames, results: names.results() }
}

/// What changed between two policies of which one may not be evaluated, as far as both read: nothing else can be told.
pub fn changed(old: &Compiled, new: &Compiled) -> Option<Difference> {
    let reads = |of: &Compiled| !of.diagnostics.iter().any(|told| told.code.is_syntax());
    if !reads(old) || !reads(new) {
        return None;
    }
    let mut terms = Terms::default();
    let names = Names::of(&old.policy, &new.policy, &mut terms);
    let changes = changes::changes(&mut Held::new(old, new, &names, &mut terms));
    let (verdict, regions, admitted) = (Verdict::NotChecked, vec![], Admitted::default());
    Some(Difference { changes, verdict, regions, admitted, renames: vec![], results: vec![] })
}

fn renames(old: &Policy, new: &Policy, slots: &[(SlotId, SlotId)]) -> Vec<(String, String)> {
    let name = |policy: &Policy, slot: SlotId| policy.slot(slot).map(|slot| slot.name.clone());
    slots.iter().filter_map(|(was, is)| name(old, *was).zip(name(new, *is))).filter(|(was, is)| was != is).collect()
}
