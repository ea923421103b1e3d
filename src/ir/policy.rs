//! The policy as a whole: its slots, params, fields, steps and columns.

use std::collections::HashSet;

use super::field::name_field;
use super::{Condition, Ensure, Expr, ExprKind, Field, LabelSet, Relation, RelationId, Step, Test, Total, Type, Value};
use crate::quantity::{Calendar, Decimal, Domain, Moment, Number, TimeUnit, Tongue, holds_chinese};
use crate::source::Span;

/// An index into [`Policy::slots`]. The fields of the record are the first slots, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub usize);

/// An index into [`Policy::params`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParamId(pub usize);

/// A checked policy.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Policy {
    /// The `policy` block.
    pub header: Header,
    /// The label sets.
    pub label_sets: Vec<LabelSet>,
    /// The params with their values.
    pub params: Vec<Param>,
    /// How each field is read; the slot of field `i` is `SlotId(i)`.
    pub fields: Vec<Field>,
    /// The lookups and details.
    pub relations: Vec<Relation>,
    /// Everything that has a value.
    pub slots: Vec<Slot>,
    /// What is evaluated, in order.
    pub steps: Vec<Step>,
    /// The scored items, in order.
    pub items: Vec<Item>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The sums over the items: of each section, then of all.
    pub totals: Vec<Total>,
    /// The columns of a result, in order.
    pub columns: Vec<Column>,
    /// What must hold of every record, proved or not.
    pub ensures: Vec<Ensure>,
    /// The tests.
    pub tests: Vec<Test>,
}

/// The `policy` block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// Its title.
    pub title: String,
    /// An ISO 4217 code.
    pub currency: String,
    /// The least amount that is paid: 0.01 for CNY.
    pub minor_unit: Decimal,
    /// How long a period is.
    pub period: Option<Calendar>,
    /// The first and last period in which the policy holds.
    pub effective: (Option<Moment>, Option<Moment>),
    /// Which records are its own, by their fields; all, where it says nothing.
    pub applies: Option<Condition>,
    /// Where the policy says which records are its own: that condition, the time, else the title.
    pub claim: Span,
    /// What a perfect record scores.
    pub full_marks: Decimal,
    /// The tongue in which the policy spells amounts: `300元` or `300 CNY`.
    pub tongue: Tongue,
}

/// A constant of the policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// What it may be set to.
    pub domain: Domain,
    /// What it is.
    pub value: Value,
    /// Its declaration.
    pub span: Span,
}

/// Something that has a value in every evaluation.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Its name in the policy and the result: `总分`, `等级.系数`, `应发工资.提成`, `回复率.points`.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Its type.
    pub ty: Type,
    /// Every value it can have.
    pub domain: Domain,
    /// Whether it can be missing.
    pub optional: bool,
    /// The unit of a duration that is read or written without one.
    pub time_unit: TimeUnit,
    /// Where its name is declared.
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// What a slot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A field of the record.
    Field,
    /// A field of a lookup: of the row that belongs to the record.
    Lookup,
    /// A field of a `details` block, or what is computed of its rows.
    Details,
    /// Something over several records or periods that stands in an expression.
    Joint,
    /// A metric.
    Metric,
    /// A `let`.
    Let,
    /// What an item scores: `X.points`.
    Points,
    /// What an item or section adds to the total: `X.weighted`.
    Weighted,
    /// What a section scores: `S.points`.
    SectionPoints,
    /// `scores`
    Scores,
    /// A part of a [`Total`] of which an item can be exempt: what was earned, or could be.
    Total,
    /// A grade's label.
    Grade,
    /// An output of a grade.
    GradeOutput,
    /// An output of a table.
    TableOutput,
    /// A scale's amount, or the rate that a `whole` scale reached (`N.rate`).
    Scale,
    /// A gate.
    Gate,
    /// A line of a pay block.
    PayLine,
    /// A pay block's sum.
    Pay,
    /// A flag.
    Flag,
    /// What an `ensure` is about.
    Ensure,
}

/// A scored item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// The section it stands in.
    pub section: Option<usize>,
    /// What it scores; missing where it is exempt.
    pub points: SlotId,
    /// What it adds to the total; 0 where it is exempt.
    pub weighted: SlotId,
    /// The most it can score: `full_marks`, or its `out of`.
    pub full: Decimal,
    /// Its part of the whole total (its weight times its section's); 1 for `out of`.
    pub weight: Number,
    /// Its declaration.
    pub span: Span,
}

/// A section.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// What it scores; where it has a weight and an item of it can be exempt, what its items earned.
    pub points: SlotId,
    /// What it adds to the total.
    pub weighted: SlotId,
    /// Its declaration.
    pub span: Span,
}

/// A column of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub name: String,
    /// Its value.
    pub slot: SlotId,
    /// Whether it is there without `--columns`.
    pub default: bool,
}

impl Header {
    /// Whether it is an earlier version: of the same title, and over before the other begins.
    pub fn precedes(&self, other: &Header) -> bool {
        let last = self.effective.1.and_then(Moment::last_day);
        let first = other.effective.0.and_then(Moment::first_day);
        self.title == other.title && last.zip(first).is_some_and(|(last, first)| last < first)
    }

    /// Whether the policy holds for a time only.
    pub fn is_bounded(&self) -> bool {
        self.effective != (None, None)
    }
}

impl Policy {
    /// The tongue of the people it is for: Chinese, if it writes or calls anything in Chinese.
    pub fn tongue(&self) -> Tongue {
        let slots = self.slots.iter().flat_map(|slot| slot.title.iter().chain([&slot.name]));
        let labels = self.label_sets.iter().flat_map(|set| &set.labels).map(|label| &label.name);
        let chinese = slots.chain(labels).chain([&self.header.title]).any(|text| holds_chinese(text));
        if chinese { Tongue::Zh } else { self.header.tongue }
    }

    /// The slot with that id.
    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.slots.get(id.0)
    }

    /// The lookup or details with that id.
    pub fn relation(&self, id: RelationId) -> Option<&Relation> {
        self.relations.get(id.0)
    }

    /// The places of the key fields; of the period, not.
    pub fn keys(&self) -> impl Iterator<Item = SlotId> {
        self.fields.iter().enumerate().filter(|(_, field)| field.key && !field.period).map(|(at, _)| SlotId(at))
    }

    /// The field with the names of people, beside their keys; the first, where there are several.
    pub fn name_field(&self) -> Option<SlotId> {
        name_field(&self.fields, &self.slots)
    }

    /// The flags, in order.
    pub fn flags(&self) -> impl Iterator<Item = SlotId> {
        self.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Flag).map(|(at, _)| SlotId(at))
    }

    /// The period field.
    pub fn period(&self) -> Option<SlotId> {
        self.fields.iter().position(|field| field.period).map(SlotId)
    }

    /// Whether something goes through all rows of a lookup that are of a period.
    pub fn goes_through(&self, relation: RelationId) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::OverRows(over) if over.relation == relation))
    }

    /// Whether a record cannot be evaluated by its fields alone.
    pub fn is_joint(&self) -> bool {
        !self.relations.is_empty() || self.steps.iter().any(Step::is_joint)
    }

    /// Whether something is found over earlier periods.
    pub fn looks_back(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::History(_)))
    }

    /// The fields in which records agree of which one cannot be evaluated without the others: its group, its own earlier
    /// periods. Nothing, where each stands alone; none, where all belong together.
    pub fn together(&self) -> Option<Vec<SlotId>> {
        let own = |expr: &Expr| match expr.kind {
            ExprKind::Slot(slot) if slot.0 < self.fields.len() => Some(slot),
            _ => None,
        };
        let of = |step: &Step| -> Option<Vec<SlotId>> {
            match step {
                Step::Cohort(cohort) => {
                    Some(self.period().into_iter().chain(cohort.within.iter().filter_map(own)).collect())
                }
                Step::History(_) => Some(self.keys().collect()),
                _ => None,
            }
        };
        let both = |one: Vec<SlotId>, other: Vec<SlotId>| one.into_iter().filter(|slot| other.contains(slot)).collect();
        self.steps.iter().filter_map(of).reduce(both)
    }

    /// What is looked at of earlier periods.
    pub fn looked_back(&self) -> Vec<SlotId> {
        let histories = self.steps.iter().filter_map(|step| if let Step::History(it) = step { Some(it) } else { None });
        let mut slots: Vec<SlotId> = histories.flat_map(|history| history.value.slots()).collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// The slots from which something is worked out, and those that tell whose a row or a record is.
    pub fn read_slots(&self) -> HashSet<SlotId> {
        let rows = self.relations.iter();
        let joined = rows.clone().flat_map(|relation| &relation.join).flat_map(|(record, row)| [*record, *row]);
        let periods = rows.clone().filter_map(|relation| relation.period);
        let steps = self.steps.iter().chain(rows.flat_map(|relation| &relation.steps));
        let values = steps.flat_map(Step::expressions).chain(self.header.applies.iter().map(|applies| &applies.value));
        values.flat_map(Expr::slots).chain(joined).chain(periods).collect()
    }

    /// How a slot that is read from data is read: a field of the record or of a lookup.
    pub fn field(&self, id: SlotId) -> Option<&Field> {
        let of_row = || self.relations.iter().find_map(|relation| relation.fields.get(relation.place(id)?));
        self.fields.get(id.0).or_else(of_row)
    }

    /// The slot of that name.
    pub fn slot_named(&self, name: &str) -> Option<SlotId> {
        self.slots.iter().position(|slot| slot.name == name).map(SlotId)
    }

    /// The index of the step that gives a slot its value; `None` for a field.
    pub fn step_of(&self, id: SlotId) -> Option<usize> {
        self.steps.iter().position(|step| step.outputs().contains(&id))
    }
}
