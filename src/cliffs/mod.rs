//! Every jump of a pay block along every figure of a policy, and every place where doing better pays less.
//!
//! Along a field or a metric, with all else free: a metric takes the place of its definition, so that what acts through
//! it is told there, once. What is found over several records counts as read.

mod axis;
mod bound;
mod cone;
mod cut;
mod direction;
mod drawn;
mod factor;
mod jump;
mod linear;
mod listed;
mod neighbours;
mod paid;
mod part;
mod parted;
mod rise;
mod sources;
mod spans;
mod spread;
mod sums;
mod wide;

use crate::ir::{Policy, Role, SlotId, Step, Type, Value};
use crate::quantity::{Domain, Number};
use axis::{Axis, Pair};
use drawn::Inputs;
use jump::{Jump, Looked};
use sources::Sources;

/// Along one field no more stretches of numbers are settled than so many, and for one place than so many.
const SETTLED: usize = 30_000;
const MOST: usize = 6_000;

/// Some slots and their values.
pub type Record = Vec<(SlotId, Value)>;

/// A jump of a pay block.
#[derive(Debug, Clone, PartialEq)]
pub struct Cliff {
    /// The pay block.
    pub pay: SlotId,
    /// Along what it jumps.
    pub field: SlotId,
    /// Where, as the policy has it.
    pub at: Number,
    /// Whether what holds at that value is already the other side.
    pub side: Side,
    /// Neighbours on the step of the field, between which it jumps.
    pub between: (Number, Number),
    /// The least and the greatest jump of those that do.
    pub least: Number,
    /// The greatest, by its size.
    pub most: Number,
    /// Whether everything that matters was looked at.
    pub exact: bool,
}

/// On which side of a cliff its bound lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The other side begins at it.
    At,
    /// The other side begins after it.
    After,
}

/// A place where doing better pays less.
#[derive(Debug, Clone, PartialEq)]
pub struct Reversal {
    /// The pay block.
    pub pay: SlotId,
    /// What gets better.
    pub field: SlotId,
    /// Where.
    pub at: Number,
    /// Two records one step apart, the better one last.
    pub witnesses: (Record, Record),
    /// How much less it pays.
    pub loss: Number,
    /// Whether nobody loses more.
    pub exact: bool,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cliffs {
    /// The jumps, the largest first.
    pub cliffs: Vec<Cliff>,
    /// The places where doing better pays less, the largest first.
    pub reversals: Vec<Reversal>,
    /// Whether there may be jumps that were not found: where none was, not everything that matters was looked at.
    pub missed: bool,
}

/// Where pay jumps, without by how much.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Places {
    /// A figure, and from where to where a value of it lies within two steps of a jump.
    pub near: Vec<(SlotId, (Number, Number))>,
    /// Where it may jump: some records do not show it, and nothing tells that none does.
    pub open: Vec<Open>,
}

/// A place at which pay may jump.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// The pay block.
    pay: SlotId,
    /// The figure.
    pub field: SlotId,
    /// From where to where a value of it lies within two steps.
    pub near: (Number, Number),
}

impl Open {
    /// Whether it does jump, by looking at everything that matters; nothing, where not all of it was looked at.
    pub fn jumps(&self, policy: &Policy) -> Option<bool> {
        let mut told = None;
        let sources = &Sources::of(policy);
        let block = policy.steps.iter().find_map(|step| match step {
            Step::Pay(pay) if pay.slot == self.pay => Some(pay),
            _ => None,
        });
        if let Some(axis) = block.and_then(|pay| Axis::of(sources, pay, self.field)) {
            let pairs = axis.pairs();
            let most = settled(&pairs);
            let own = pairs.iter().find(|pair| pair.near() == self.near);
            told = own.and_then(|pair| match jump::at(&axis, pair, most) {
                Looked::Jumps(_) => Some(true),
                Looked::Not(surely) => surely.then_some(false),
            });
        }
        told
    }
}

/// The jumps and reversals of a policy.
pub fn cliffs(policy: &Policy) -> Cliffs {
    let mut found = Cliffs::default();
    each_axis(policy, |axis| along(axis, &mut found));
    found.cliffs.sort_by_key(|cliff| std::cmp::Reverse(cliff.most.abs()));
    found.reversals.sort_by(|one, other| other.loss.cmp(&one.loss));
    found
}

/// Where the pay of a policy jumps.
pub fn places(policy: &Policy) -> Places {
    let mut found = Places::default();
    each_axis(policy, |axis| {
        let inputs = Inputs::of(axis);
        for pair in axis.pairs().into_iter().filter(|pair| axis.parts(pair)) {
            match jump::is_seen(axis, &inputs, &pair) {
                Some(true) => found.near.push((axis.field, pair.near())),
                Some(false) => {}
                None => found.open.push(Open { pay: axis.pay.slot, field: axis.field, near: pair.near() }),
            }
        }
    });
    found
}

fn each_axis<'p>(policy: &'p Policy, mut of: impl FnMut(&Axis<'p>)) {
    let blocks = policy.steps.iter().filter_map(|step| if let Step::Pay(pay) = step { Some(pay) } else { None });
    let figure = |slot: &&SlotId| {
        policy.slot(**slot).is_some_and(|slot| {
            matches!(slot.role, Role::Field | Role::Lookup | Role::Metric)
                && matches!((slot.ty, &slot.domain), (Type::Number(_), Domain::Numbers(_)))
        })
    };
    let slots: Vec<SlotId> = (0..policy.slots.len()).map(SlotId).collect();
    let figures: Vec<SlotId> = slots.iter().filter(figure).copied().collect();
    let sources = &Sources::of(policy);
    let axes = blocks.flat_map(|pay| figures.iter().filter_map(move |slot| Axis::of(sources, pay, *slot)));
    axes.for_each(|axis| of(&axis));
}

/// How many stretches of numbers are settled for each of some places.
fn settled(pairs: &[Pair]) -> usize {
    (SETTLED / pairs.len().max(1)).min(MOST)
}

fn along(axis: &Axis, found: &mut Cliffs) {
    let better = direction::rises(axis.policy, axis.pay.slot, axis.field);
    let pairs = axis.pairs();
    let most = settled(&pairs);
    for pair in pairs.into_iter().filter(|pair| axis.parts(pair)) {
        match jump::at(axis, &pair, most) {
            Looked::Jumps(jump) => {
                found.reversals.extend(reversal(axis, &pair, &jump, better));
                found.cliffs.push(Cliff {
                    pay: axis.pay.slot,
                    field: axis.field,
                    side: if pair.at == pair.to { Side::At } else { Side::After },
                    at: pair.at,
                    between: (pair.from, pair.to),
                    least: jump.least,
                    most: jump.most,
                    exact: jump.exact,
                });
            }
            Looked::Not(surely) => found.missed |= !surely,
        }
    }
}

/// What is paid less to whoever does better, where somebody is.
fn reversal(axis: &Axis, pair: &Pair, jump: &Jump, better: Option<bool>) -> Option<Reversal> {
    let (seen, worse, good) = match better? {
        true => (jump.lowest.as_ref().filter(|(jump, _)| jump.is_negative())?, &pair.from, &pair.to),
        false => {
            let rises = |jump: &Number| !jump.is_negative() && !jump.is_zero();
            (jump.highest.as_ref().filter(|(jump, _)| rises(jump))?, &pair.to, &pair.from)
        }
    };
    let (_, record) = seen;
    let loss = axis.pays(record, worse)? - axis.pays(record, good)?;
    (!loss.is_negative() && !loss.is_zero()).then(|| Reversal {
        pay: axis.pay.slot,
        field: axis.field,
        at: pair.at.clone(),
        witnesses: (axis.at(record, worse), axis.at(record, good)),
        loss,
        exact: jump.exact,
    })
}

impl Cliff {
    /// Whether a value of the field lies within two steps of it.
    pub fn is_near(&self, value: &Number) -> bool {
        let (lo, hi) = near(&self.between.0, &self.between.1);
        lo <= *value && *value <= hi
    }
}

impl Pair {
    /// From where to where a value of the field lies within two steps.
    fn near(&self) -> (Number, Number) {
        near(&self.from, &self.to)
    }
}

fn near(from: &Number, to: &Number) -> (Number, Number) {
    let step = to - from;
    (from - &step, to + &step)
}
