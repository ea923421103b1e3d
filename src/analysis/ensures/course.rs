//! How a value moves as one field grows, all else of the record being equal.

use crate::analysis::lineage::{Lineage, dependents, joins};
use crate::ir::{Expr, Policy, RelationId, SlotId, Step};
use crate::quantity::{Decimal, Domain, Number};

use super::{kinds, rows, sum};

/// Where a value can go. One that does not hang on the field goes nowhere: both hold. Of labels, those further
/// down their list count as more; of truth values, yes. Whether a value is missing never changes with the field
/// where one of both holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Course {
    /// It never falls.
    pub up: bool,
    /// It never rises.
    pub down: bool,
}

/// The courses of a policy's values along one field.
pub(super) struct Courses<'a> {
    pub policy: &'a Policy,
    pub lineage: &'a Lineage<'a>,
    /// The field.
    pub along: SlotId,
    slots: Vec<Course>,
}

impl Course {
    /// It stays as it is.
    pub const FLAT: Course = Course { up: true, down: true };
    /// It grows with the field.
    pub const RISES: Course = Course { up: true, down: false };
    /// Nothing is known.
    pub const UNKNOWN: Course = Course { up: false, down: false };

    /// Of a sum of both, or of one or the other.
    pub fn and(self, other: Course) -> Course {
        Course { up: self.up && other.up, down: self.down && other.down }
    }

    /// Of the negative.
    pub fn flip(self) -> Course {
        Course { up: self.down, down: self.up }
    }

    /// Whether it stays as it is.
    pub fn is_flat(self) -> bool {
        self == Course::FLAT
    }

    /// Of a product with something of that domain, as far as this factor is concerned.
    pub fn times(self, other: &Domain) -> Course {
        match other.numbers().map(|numbers| (numbers.lo() >= Decimal::ZERO, numbers.hi() <= Decimal::ZERO)) {
            _ if self.is_flat() => Course::FLAT,
            Some((true, _)) => self,
            Some((_, true)) => self.flip(),
            _ => Course::UNKNOWN,
        }
    }

    /// Of several at once.
    pub fn all(courses: impl IntoIterator<Item = Course>) -> Course {
        courses.into_iter().fold(Course::FLAT, Course::and)
    }
}

impl<'a> Courses<'a> {
    /// The courses of all values along a field.
    pub fn along(policy: &'a Policy, lineage: &'a Lineage<'a>, along: SlotId) -> Self {
        let moving = dependents(policy, along);
        let slots = moving.iter().map(|moves| if *moves { Course::UNKNOWN } else { Course::FLAT }).collect();
        let mut courses = Courses { policy, lineage, along, slots };
        courses.set(along, Course::RISES);
        for step in policy.steps.iter().filter(|step| step.outputs().into_iter().any(|slot| moves(&moving, slot))) {
            courses.note(step);
        }
        courses
    }

    /// The course of a slot.
    pub fn slot(&self, slot: SlotId) -> Course {
        self.slots.get(slot.0).copied().unwrap_or(Course::UNKNOWN)
    }

    /// The course of an expression.
    pub fn of(&self, expr: &Expr) -> Course {
        kinds::course(self, expr)
    }

    /// Whether an expression is the field itself: of that both records have a value.
    pub fn is_field(&self, expr: &Expr) -> bool {
        expr.slot() == Some(self.along)
    }

    /// Whether the rows that belong to the record depend on the field.
    pub fn joins(&self, relation: RelationId) -> bool {
        self.policy.relation(relation).is_some_and(|relation| joins(relation, self.along))
    }

    /// Whether `more` is never less than `less`, the one read of a record with more of the field than the other.
    pub fn not_less(&self, more: &Expr, less: &Expr) -> bool {
        let apart = matches!((ends(&more.domain), ends(&less.domain)), (Some(more), Some(less)) if more.0 >= less.1);
        let alike = self.of(more).is_flat() && self.of(less).is_flat();
        apart || (alike && sum::never_less(self.lineage, self.policy, more, less))
    }

    fn set(&mut self, slot: SlotId, course: Course) {
        self.slots.get_mut(slot.0).into_iter().for_each(|place| *place = course);
    }

    fn note(&mut self, step: &Step) {
        match step {
            Step::Value(step) => self.set(step.slot, self.of(&step.value)),
            Step::Gate(gate) => {
                let course = Course::all(gate.conditions.iter().map(|condition| self.of(&condition.value)));
                self.set(gate.slot, course);
            }
            // Bounds keep the order of what they bound.
            Step::Pay(pay) => {
                for line in &pay.lines {
                    self.set(line.slot, self.of(&line.value));
                }
                self.set(pay.slot, Course::all(pay.lines.iter().map(|line| self.slot(line.slot))));
            }
            Step::Scale(scale) => {
                let input = self.of(&scale.input.value);
                let by_slice =
                    scale.slices.iter().map(|slice| input.times(&slice.rate.domain).and(self.of(&slice.rate)));
                self.set(scale.output, Course::all(by_slice));
            }
            Step::Table(table) => {
                let courses = rows::courses(self, table);
                table.outputs.iter().zip(courses).for_each(|(slot, course)| self.set(*slot, course));
            }
            Step::Cohort(_) | Step::OverRows(_) | Step::History(_) => {}
        }
    }
}

/// The least and the greatest value of a domain, labels and truth values as numbers.
pub(super) fn ends(domain: &Domain) -> Option<(Number, Number)> {
    match domain {
        Domain::Numbers(numbers) => Some((numbers.lo(), numbers.hi())),
        Domain::Labels(labels) => Some((Number::from(*labels.first()?), Number::from(*labels.last()?))),
        Domain::Bool { no, yes } => {
            let number = |is: bool| if is { Number::ONE } else { Number::ZERO };
            Some((number(!no), number(*yes)))
        }
        _ => None,
    }
}

fn moves(moving: &[bool], slot: SlotId) -> bool {
    moving.get(slot.0).copied().unwrap_or(false)
}
