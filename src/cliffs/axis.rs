//! A field or a metric along which a pay block is looked at, and all that it is found from besides.

use std::collections::BTreeSet;

use super::Record;
use super::choice::{Choice, Choices, pick};
use super::parted::named;
use crate::analysis::marks;
use crate::eval::evaluate_steps;
use crate::ir::{Pay, PayLine, Policy, SlotId, Value};
use crate::quantity::{Number, Numbers};

/// Of a field with no more values than this every pair of neighbours is looked at.
const MOST_PAIRS: usize = 256;

/// A pay block and a field or metric along which it is looked at.
pub(super) struct Axis<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The block.
    pub pay: &'p Pay,
    /// The field or metric.
    pub field: SlotId,
    /// Its values.
    pub numbers: &'p Numbers,
    /// What else the block is found from, as far as it can matter for a jump.
    pub choices: Vec<Choice>,
    /// What only adds to what is paid, the same on either side.
    fixed: Record,
    steps: Vec<usize>,
    marks: Vec<Number>,
    /// The values at which the policy parts the field itself.
    named: BTreeSet<Number>,
}

/// Two neighbours on the step of a field, and the bound at which they part.
pub(super) struct Pair {
    pub from: Number,
    pub to: Number,
    pub at: Number,
}

impl<'p> Axis<'p> {
    /// The axis, where the block depends on the field.
    pub fn of(all: &Choices<'p>, pay: &'p Pay, field: SlotId) -> Option<Self> {
        let (sources, policy) = (&all.sources, all.sources.policy);
        let numbers = policy.slot(field)?.domain.numbers()?;
        let cut = BTreeSet::from([field]);
        let hangs = |line: &&PayLine| sources.of_slots(&[line.slot], &cut).seen.contains(&field);
        if !pay.lines.iter().any(|line| hangs(&line)) {
            return None;
        }
        let bounded = pay.bounds.at_least.is_some() || pay.bounds.at_most.is_some();
        let lines = pay.lines.iter().filter(|line| bounded || hangs(line));
        let choices = all.behind(&lines.map(|line| line.slot).collect::<Vec<_>>(), Some(field));
        // Behind a metric that is chosen nothing is asked for, unless what is paid reads it besides.
        let chosen = choices.iter().flat_map(|choice| &choice.options).flatten().map(|(slot, _)| *slot);
        let found = sources.of_slots(&[pay.slot], &chosen.chain([field]).collect());
        let own = || sources.steps(&found.steps);
        let first = |slot: SlotId| marks(policy, slot, own()).values.first().cloned().unwrap_or(Value::Missing);
        let fixed = found.inputs.iter().map(|slot| (*slot, first(*slot))).collect();
        let mut values: Vec<Number> =
            marks(policy, field, own()).values.iter().filter_map(Value::number).cloned().collect();
        values.sort_unstable();
        let named = named(policy, own(), field);
        let steps = found.steps.iter().copied().collect();
        Some(Axis { policy, pay, field, numbers, choices, fixed, steps, marks: values, named })
    }

    /// The neighbours between which there may be a jump: all of them, of a field with few values.
    pub fn pairs(&self) -> Vec<Pair> {
        let step = self.numbers.step();
        if step.is_zero() {
            return vec![];
        }
        let pair = |from: &Number, to: &Number| {
            let at = if self.named.contains(from) && !self.named.contains(to) { from } else { to };
            Pair { from: from.clone(), to: to.clone(), at: at.clone() }
        };
        let all: Vec<Number> = match self.numbers {
            Numbers::Values(values) => values.iter().cloned().collect(),
            Numbers::Range { lo, hi, .. } => {
                let few = lo + &(Number::from(MOST_PAIRS) * &step);
                match *hi <= few {
                    true => std::iter::successors(Some(lo.clone()), |at| Some(at + &step).filter(|next| next <= hi))
                        .collect(),
                    false => self.marks.clone(),
                }
            }
        };
        let each = all.iter().zip(all.iter().skip(1));
        let of_values = matches!(self.numbers, Numbers::Values(_));
        each.filter(|(from, to)| of_values || *to - *from == step).map(|(from, to)| pair(from, to)).collect()
    }

    /// A record with a value of the field.
    pub fn record(&self, chosen: &[usize], value: &Number) -> Record {
        let others = pick(&self.choices, chosen).into_iter().chain(self.fixed.iter().cloned());
        others.chain([(self.field, Value::Number(value.clone()))]).collect()
    }

    /// What the block pays to a record.
    pub fn pays(&self, record: &Record) -> Option<Number> {
        let evaluation = evaluate_steps(self.policy, record, &self.steps);
        evaluation.value(self.pay.slot).ok()?.number().cloned()
    }

    /// How many records there are to look at for one place.
    pub fn count(&self) -> usize {
        self.choices.iter().fold(1, |all, choice| all.saturating_mul(choice.options.len().max(1)))
    }

    /// How many amounts of the block are rounded, at most.
    pub fn lines(&self) -> usize {
        self.pay.lines.len() + 1
    }
}
