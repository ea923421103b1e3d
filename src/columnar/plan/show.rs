//! A plan as a text: what must be given, what is done, what comes out.

use std::fmt;

use super::{Held, Kind, Operand, Plan, Register, Shape, Term};
use crate::data::Width;
use crate::ir::{Comparison, Policy};

/// A plan beside the policy whose names it has.
pub struct Shown<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The policy.
    pub policy: &'a Policy,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shown { plan, policy } = self;
        let name = |held: &Held| policy.slot(held.slot).map_or("", |slot| slot.name.as_str());
        let held = |f: &mut fmt::Formatter<'_>, what: &str, held: &Held| {
            write!(f, "{what:<8} {} = {}", name(held), held.value)?;
            if held.form.places > 0 {
                write!(f, " e-{}", held.form.places)?;
            }
            match held.present {
                Some(present) => writeln!(f, " if {present}"),
                None => writeln!(f),
            }
        };
        for (at, width) in plan.widths.iter().enumerate() {
            writeln!(f, "register {} : {width}", Register(at))?;
        }
        plan.inputs.iter().try_for_each(|input| held(f, "input", input))?;
        for (step, why) in &plan.unplanned {
            writeln!(f, "by rows  step {step}: {why:?}")?;
        }
        for operation in &plan.operations {
            writeln!(f, "{:<8} {} = {}", "do", operation.out, operation.kind)?;
        }
        plan.outputs.iter().try_for_each(|output| held(f, "output", output))?;
        plan.told.iter().try_for_each(|told| writeln!(f, "told     {told}"))
    }
}

impl fmt::Display for Width {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Width::Narrow => "i32",
            Width::Wide => "i64",
            Width::Widest => "i128",
        })
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "r{}", self.0)
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Operand::Register(register) => register.fmt(f),
            Operand::Constant(constant) => constant.fmt(f),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Sum { constant, terms } => {
                write!(f, "{constant}")?;
                terms.iter().try_for_each(|term| write!(f, " + {term}"))
            }
            Kind::Product { left, right } => write!(f, "{left} * {right}"),
            Kind::Quotient { dividend, divisor, unit, mode } => {
                write!(f, "{dividend} / {divisor} {mode:?}")?;
                if *unit == 1 { Ok(()) } else { write!(f, " * {unit}") }
            }
            Kind::Extreme { greatest, left, right } => {
                write!(f, "{}({left}, {right})", if *greatest { "max" } else { "min" })
            }
            Kind::Compare { op, left, right } => write!(f, "{left} {} {right}", sign(*op)),
            Kind::Within { value, lo, hi } => write!(f, "{value} in [{lo}, {hi}]"),
            Kind::Both { and, left, right } => write!(f, "{left} {} {right}", if *and { "and" } else { "or" }),
            Kind::Not { value } => write!(f, "not {value}"),
            Kind::Select { condition, then, otherwise } => write!(f, "if {condition} then {then} else {otherwise}"),
            Kind::Days { value, kind } => write!(f, "days({value} : {kind:?})"),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Term { of, shape } = self;
        let edges = |f: &mut fmt::Formatter<'_>, name: &str, edges: &[(i128, i128)]| {
            write!(f, "{name}({of}")?;
            edges.iter().try_for_each(|(edge, by)| write!(f, ", {edge}: {by:+}"))?;
            f.write_str(")")
        };
        match shape {
            Shape::Times(1) => write!(f, "{of}"),
            Shape::Times(factor) => write!(f, "{factor} * {of}"),
            Shape::Steps(by) => edges(f, "steps", by),
            Shape::Ramps(by) => edges(f, "ramps", by),
            Shape::Table { base, values } => write!(f, "table({of} - {base}, {} values)", values.len()),
        }
    }
}

fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::LessEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterEqual => ">=",
    }
}
