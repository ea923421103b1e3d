//! Every jump of a pay block along every figure of a policy, and every place where doing better pays less.
//!
//! Along a field or a metric, with all else free: a metric takes the place of its definition, so that what acts through
//! it is told there, once. What is found over several records counts as read.

mod axis;
mod choice;
mod direction;
mod jump;
mod parted;
mod sources;

use crate::ir::{Policy, Role, SlotId, Step, Type, Value};
use crate::quantity::{Domain, Number};
use axis::{Axis, Pair};
use choice::Choices;
use jump::Jump;
use sources::Sources;

/// So many records are looked at where all of them can be; of those that are too many so many, for one place no fewer
/// than the least.
const EVALUATIONS: usize = 60_000;
const SAMPLED: usize = 12_000;
const LEAST: usize = 24;

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
}

/// The jumps and reversals of a policy.
pub fn cliffs(policy: &Policy) -> Cliffs {
    let mut found = Cliffs::default();
    let blocks = policy.steps.iter().filter_map(|step| if let Step::Pay(pay) = step { Some(pay) } else { None });
    let figure = |slot: &&SlotId| {
        policy.slot(**slot).is_some_and(|slot| {
            matches!(slot.role, Role::Field | Role::Lookup | Role::Metric)
                && matches!((slot.ty, &slot.domain), (Type::Number(_), Domain::Numbers(_)))
        })
    };
    let slots: Vec<SlotId> = (0..policy.slots.len()).map(SlotId).collect();
    let figures: Vec<SlotId> = slots.iter().filter(figure).copied().collect();
    let choices = &Choices::of(Sources::of(policy));
    let axes: Vec<Axis> =
        blocks.flat_map(|pay| figures.iter().filter_map(move |slot| Axis::of(choices, pay, *slot))).collect();
    let each = axes.iter().map(|axis| (axis, axis.pairs()));
    let mut each: Vec<(&Axis, Vec<Pair>)> = each.filter(|(_, pairs)| !pairs.is_empty()).collect();
    // What can be looked at whole comes first, so that as much as can be is exact.
    each.sort_by_cached_key(|(axis, pairs)| axis.count().saturating_mul(pairs.len()));
    let (mut left, mut sampled) = (EVALUATIONS, SAMPLED);
    for (at, (axis, pairs)) in each.iter().enumerate() {
        let whole = axis.count().saturating_mul(pairs.len());
        let budget = if whole <= left {
            left -= whole;
            axis.count()
        } else {
            let share = sampled / (each.len() - at);
            sampled -= share;
            share / pairs.len()
        };
        along(axis, pairs, budget.max(LEAST), &mut found);
    }
    found.cliffs.sort_by_key(|cliff| std::cmp::Reverse(cliff.most.abs()));
    found.reversals.sort_by(|one, other| other.loss.cmp(&one.loss));
    found
}

fn along(axis: &Axis, pairs: &[Pair], budget: usize, found: &mut Cliffs) {
    let better = direction::rises(axis.policy, axis.pay.slot, axis.field);
    for pair in pairs {
        let Some(Jump { least, most, lowest, highest, exact }) = jump::at(axis, pair, budget.max(LEAST)) else {
            continue;
        };
        let common = (axis.pay.slot, axis.field, pair.at.clone());
        found.cliffs.push(Cliff {
            pay: common.0,
            field: common.1,
            at: pair.at.clone(),
            side: if pair.at == pair.to { Side::At } else { Side::After },
            between: (pair.from.clone(), pair.to.clone()),
            least,
            most,
            exact,
        });
        let worst = match better {
            Some(true) => lowest.filter(|(jump, _)| jump.is_negative()).map(|it| (it, (&pair.from, &pair.to))),
            Some(false) => highest
                .filter(|(jump, _)| !jump.is_negative() && !jump.is_zero())
                .map(|it| (it, (&pair.to, &pair.from))),
            None => None,
        };
        if let Some(((_, record), (worse, good))) = worst {
            let witness = |value: &Number| axis.record(&record, value);
            let witnesses = (witness(worse), witness(good));
            let loss = axis.pays(&witnesses.0).zip(axis.pays(&witnesses.1)).map(|(less, more)| less - more);
            let loss = loss.filter(|loss| !loss.is_negative() && !loss.is_zero());
            let Some(loss) = loss else { continue };
            found.reversals.push(Reversal { pay: common.0, field: common.1, at: common.2, witnesses, loss, exact });
        }
    }
}

impl Cliff {
    /// Whether a value of the field lies within two steps of it.
    pub fn is_near(&self, value: &Number) -> bool {
        let step = &self.between.1 - &self.between.0;
        &self.between.0 - &step <= *value && *value <= &self.between.1 + &step
    }
}
