//! What is done to columns, in order, so that the slots of a policy get their values: made once, of the policy alone.
//!
//! Every scale and every width is settled here. An operation works on registers, columns of integers; what each of
//! them stands for is known while the plan is made and forgotten by those who carry it out.

mod builder;
mod condition;
mod expression;
mod fuse;
mod number;
mod show;
mod step;
mod table;
mod trim;

pub use show::Shown;

use crate::data::{Form, Width};
use crate::ir::{Comparison, Policy, SlotId, Text, Type};
use crate::quantity::{Calendar, Rounding};

/// A column of integers, by its place in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Register(pub usize);

/// What an operation takes: a column, or one integer for all records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operand {
    /// A column.
    Register(Register),
    /// One integer.
    Constant(i128),
}

/// An operation and where its result stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// What is written.
    pub out: Register,
    /// What is done.
    pub kind: Kind,
}

/// The kinds of operation. Truth values are 0 and 1. None of them can fail: where an integer does not fit, or a
/// divisor is 0, the result is of no account, since the policy takes another way there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A constant and terms, added up.
    Sum { constant: i128, terms: Vec<Term> },
    /// `a × b`
    Product { left: Register, right: Register },
    /// `a ÷ b` rounded once to a whole number, times `unit`
    Quotient { dividend: Register, divisor: Operand, unit: i128, mode: Rounding },
    /// The greater, or the lesser, of two.
    Extreme { greatest: bool, left: Register, right: Operand },
    /// Whether two compare so.
    Compare { op: Comparison, left: Register, right: Operand },
    /// Whether it lies between two ends, both included.
    Within { value: Register, lo: i128, hi: i128 },
    /// Whether both hold, or one of them.
    Both { and: bool, left: Register, right: Register },
    /// Whether it does not hold.
    Not { value: Register },
    /// One where a condition holds, else the other.
    Select { condition: Register, then: Operand, otherwise: Operand },
    /// The days that a calendar value has.
    Days { value: Register, kind: Calendar },
}

/// What stands in a sum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// Of what.
    pub of: Register,
    /// What it adds.
    pub shape: Shape,
}

/// What a term adds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// So many times the integer.
    Times(i128),
    /// For each edge that it reaches, so much.
    Steps(Vec<(i128, i128)>),
    /// For each edge that it passes, so many times what lies above it.
    Ramps(Vec<(i128, i128)>),
    /// One of some integers by its place among them; the first stands for `base`.
    Table { base: i128, values: Vec<i128> },
}

/// Where the values of a slot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The slot.
    pub slot: SlotId,
    /// Its type.
    pub ty: Type,
    /// What its integers stand for.
    pub form: Form,
    /// The integers.
    pub value: Operand,
    /// Whether it is there; nothing, where it always is.
    pub present: Option<Operand>,
}

/// Why the values of a step are not found by columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unplanned {
    /// It is found over several records, rows or periods.
    Joint,
    /// It goes over rows of details.
    Rows,
    /// It compares or gives texts that stand in the data.
    Text,
    /// An intermediate number may need more than 127 bits.
    Width,
    /// It was told as an error.
    Invalid,
}

/// What is done to columns so that slots get their values.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The width of each register.
    pub widths: Vec<Width>,
    /// What must be given: fields, and the slots of steps that stand in `unplanned`.
    pub inputs: Vec<Held>,
    /// What is done, in order.
    pub operations: Vec<Operation>,
    /// What was asked for.
    pub outputs: Vec<Held>,
    /// Of which records more is to be told than their values, where that was asked for.
    pub told: Option<Operand>,
    /// The steps whose values are found otherwise, by their places, and why. Their slots are inputs.
    pub unplanned: Vec<(usize, Unplanned)>,
    /// The texts that the policy names. The integer of a text is its place among them, or -1.
    pub texts: Vec<Text>,
}

impl Plan {
    /// The plan by which these slots get their values.
    pub fn of(policy: &Policy, wanted: &[SlotId]) -> Plan {
        Plan::made(Plan::steps(policy), wanted)
    }

    /// The same, with what tells of which records there is more to say, that they break one of these promises too; why
    /// not, where that is not found by columns.
    pub fn telling(policy: &Policy, wanted: &[SlotId], promises: &[SlotId]) -> Result<Plan, Unplanned> {
        let mut builder = Plan::steps(policy);
        builder.tell(promises)?;
        Ok(Plan::made(builder, wanted))
    }

    fn steps(policy: &Policy) -> builder::Builder<'_> {
        let mut builder = builder::Builder::new(policy);
        for (at, step) in policy.steps.iter().enumerate() {
            builder.step(at, step);
        }
        builder
    }

    fn made(builder: builder::Builder, wanted: &[SlotId]) -> Plan {
        let mut plan = builder.finish(wanted);
        fuse::fuse(&mut plan);
        trim::trim(&mut plan);
        plan
    }
}

impl Plan {
    /// The registers that must hold what was asked for in the end.
    fn asked(&self) -> impl Iterator<Item = Register> {
        let told = self.told.and_then(|told| told.register());
        self.outputs.iter().flat_map(Held::registers).chain(told)
    }
}

impl Kind {
    /// The registers that it reads.
    pub fn reads(&self) -> Vec<Register> {
        let of = |operand: &Operand| operand.register();
        match self {
            Kind::Sum { terms, .. } => terms.iter().map(|term| term.of).collect(),
            Kind::Product { left, right } | Kind::Both { left, right, .. } => vec![*left, *right],
            Kind::Quotient { dividend: left, divisor: right, .. }
            | Kind::Extreme { left, right, .. }
            | Kind::Compare { left, right, .. } => std::iter::once(*left).chain(of(right)).collect(),
            Kind::Within { value, .. } | Kind::Not { value } | Kind::Days { value, .. } => vec![*value],
            Kind::Select { condition, then, otherwise } => {
                std::iter::once(*condition).chain(of(then)).chain(of(otherwise)).collect()
            }
        }
    }
}

impl Operand {
    /// The register, where it is one.
    pub fn register(&self) -> Option<Register> {
        match self {
            Operand::Register(register) => Some(*register),
            Operand::Constant(_) => None,
        }
    }
}
