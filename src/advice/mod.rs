//! What would help: for each field alone, all else as it is, the least change by which an item earns more points, a
//! better grade is reached, or a pay block pays more.
//!
//! That nothing nearer would do is proved, not sampled: what every value can be between two values of the field
//! ([`reach`](crate::analysis::reach)) rules out whole stretches of it, and what is left is evaluated.

mod around;
mod axis;
mod effect;
mod given;
mod moves;
mod search;

pub use effect::{Change, Effect};
pub use given::given;
pub use search::Answer;

use crate::analysis::better;
use crate::eval::{Instead, Run, Standing};
use crate::ir::{Pattern, Policy, Role, SlotId, Step, TableKind, Value};
use around::Beside;
use axis::Axis;
use moves::Moves;
use search::Search;

/// Something to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// What kind of thing.
    pub kind: Kind,
    /// The item's points, the grade's label, the block's sum.
    pub slot: SlotId,
}

/// The kinds of goal, the one that matters most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A pay block pays more.
    Pay,
    /// A grade is better.
    Grade,
    /// An item earns more points.
    Points,
}

/// What a change of one field can do for a goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// The field; nothing where none reaches the goal.
    pub field: Option<SlotId>,
    /// What the field is.
    pub from: Value,
    /// The goal.
    pub goal: Goal,
    /// Whether, and where, it is reached.
    pub answer: Answer,
    /// What comes with it; before and after are alike where nothing is reached.
    pub effect: Effect,
}

/// A policy that is asked about one record after the other.
pub struct Adviser<'r> {
    policy: &'r Policy,
    goals: Vec<Goal>,
    /// What grades go by, for fields that bring nothing else: each brings somebody nearer to a better grade.
    totals: Vec<Goal>,
    fields: Vec<Field<'r>>,
}

/// A field that can be changed, and what is the same of it for everybody.
struct Field<'p> {
    slot: SlotId,
    axis: Axis,
    moves: Moves<'p>,
    /// Whether more of it is better, where that is known.
    better: Option<bool>,
}

impl<'r> Adviser<'r> {
    /// A policy that is asked; some fields cannot be changed.
    pub fn new(policy: &'r Policy, fixed: &[SlotId]) -> Self {
        let goals = goals(policy);
        let fields = (0..policy.fields.len()).map(SlotId).filter(|slot| can_change(policy, *slot, fixed));
        let field = |slot: SlotId| {
            let moves = Moves::of(policy, slot);
            // Of what hangs on it there is nothing to be reached.
            if !goals.iter().any(|goal| moves.moves(goal.slot)) {
                return None;
            }
            let axis = Axis::of(policy, slot, moves.steps())?;
            Some(Field { slot, axis, moves, better: better(policy, slot) })
        };
        let fields = fields.filter_map(field).collect();
        Adviser { policy, fields, totals: totals(policy), goals }
    }

    /// What would help one record of a run, among what those of its period bring; what helps most first.
    pub fn advice(&self, run: &Run, subject: usize, standing: &Standing) -> Vec<Advice> {
        let instead = run.instead(subject, standing);
        let goals: Vec<Goal> = self.goals.iter().copied().filter(|goal| self.is_open(&instead, *goal)).collect();
        let mut found = vec![];
        for field in &self.fields {
            found.extend(self.of_field(&instead, field, &goals));
        }
        for goal in goals {
            self.conclude(&instead, goal, &mut found);
        }
        effect::sort(self.policy, &mut found);
        found
    }

    /// Whether there is something of which more can be had: not of an item that does not count.
    fn is_open(&self, instead: &Instead, goal: Goal) -> bool {
        instead.evaluation().value(goal.slot).is_ok_and(|value| *value != Value::Missing)
    }

    fn of_field(&self, instead: &Instead, field: &Field, goals: &[Goal]) -> Vec<Advice> {
        let found = self.towards(instead, field, goals);
        if found.iter().any(|advice| advice.answer != Answer::Unreachable) {
            return found;
        }
        let nearer = self.towards(instead, field, &self.totals);
        found.into_iter().chain(nearer.into_iter().filter(|advice| advice.answer.reached().is_some())).collect()
    }

    fn towards(&self, instead: &Instead, field: &Field, goals: &[Goal]) -> Vec<Advice> {
        let Ok(from) = instead.evaluation().value(field.slot).cloned() else { return vec![] };
        let goals: Vec<Goal> = goals.iter().copied().filter(|goal| field.moves.moves(goal.slot)).collect();
        let beside = Beside::new(self.policy, instead, &field.moves.stirred);
        let mut search = Search::new((instead, &beside), field, &from, &goals);
        let each = goals.iter().enumerate().map(|(at, goal)| {
            let (answer, after) = search.nearest(at);
            let effect = Effect::of(self.policy, *goal, instead.evaluation(), after.as_ref());
            Advice { field: Some(field.slot), from: from.clone(), goal: *goal, answer, effect }
        });
        each.collect()
    }

    /// What no field reaches is told once.
    fn conclude(&self, instead: &Instead, goal: Goal, found: &mut Vec<Advice>) {
        let hopeless = |advice: &Advice| advice.goal != goal || advice.answer == Answer::Unreachable;
        if !found.iter().all(hopeless) {
            return;
        }
        found.retain(|advice| advice.goal != goal);
        let effect = Effect::of(self.policy, goal, instead.evaluation(), None);
        found.push(Advice { field: None, from: Value::Missing, goal, answer: Answer::Unreachable, effect });
    }
}

/// Everything of which more can be had, in the order of the policy.
fn goals(policy: &Policy) -> Vec<Goal> {
    let items = policy.items.iter().map(|item| Goal { kind: Kind::Points, slot: item.points });
    let of_role = |role: Role, kind: Kind| {
        let slots = policy.slots.iter().enumerate().filter(move |(_, slot)| slot.role == role);
        slots.map(move |(at, _)| Goal { kind, slot: SlotId(at) })
    };
    items.chain(of_role(Role::Grade, Kind::Grade)).chain(of_role(Role::Pay, Kind::Pay)).collect()
}

/// The metrics by which grades go that are the better the greater they are.
fn totals(policy: &Policy) -> Vec<Goal> {
    let by = |step: &Step| {
        let Step::Table(table) = step else { return None };
        let ([input], Some(first)) = (table.inputs.as_slice(), table.rows.first()) else { return None };
        let slot = input.value.slot().filter(|_| table.kind == TableKind::Grade)?;
        let rises = matches!(first.patterns.as_slice(), [Pattern::Interval { lo: Some(_), hi: None }]);
        let is_metric = policy.slot(slot).is_some_and(|slot| slot.role == Role::Metric);
        (rises && is_metric).then_some(Goal { kind: Kind::Points, slot })
    };
    policy.steps.iter().filter_map(by).collect()
}

/// Whether somebody could change a field: not who it is and when, nor what decides whose the record is and which rows
/// belong to it.
fn can_change(policy: &Policy, slot: SlotId, fixed: &[SlotId]) -> bool {
    let Some(field) = policy.field(slot) else { return false };
    let decides = policy.header.applies.as_ref().is_some_and(|applies| applies.value.slots().contains(&slot));
    let joins = policy.relations.iter().any(|relation| crate::analysis::joins(relation, slot));
    !(field.key || field.period || decides || joins || fixed.contains(&slot))
}
