//! A plan carried out for some records at a time.

use super::kernel::{self, Integer, Source};
use super::plan::{Kind, Operand, Operation, Plan, Register, Shape, Term};
use crate::data::{Lane, Width};

/// The registers of a plan, and what carries it out.
#[derive(Debug)]
pub struct Machine<'p> {
    plan: &'p Plan,
    lanes: Vec<Lane>,
    /// For each operation what its terms hold their integers against.
    lists: Vec<Vec<List>>,
}

/// Integers of a term: edges, or the first place, and what each of them adds.
#[derive(Debug)]
struct List {
    edges: Lane,
    parts: Lane,
}

/// Carries out a call for the width of a register.
macro_rules! by_width {
    ($width:expr, $type:ident => $call:expr) => {
        match $width {
            Width::Narrow => {
                type $type = i32;
                $call
            }
            Width::Wide => {
                type $type = i64;
                $call
            }
            Width::Widest => {
                type $type = i128;
                $call
            }
        }
    };
}

impl<'p> Machine<'p> {
    /// Registers of a plan, with no record in them.
    pub fn new(plan: &'p Plan) -> Self {
        let lists = plan.operations.iter().map(|operation| lists(plan, operation)).collect();
        Machine { plan, lanes: plan.widths.iter().map(|width| empty(*width)).collect(), lists }
    }

    /// A register.
    pub fn lane(&self, register: Register) -> Option<&Lane> {
        self.lanes.get(register.0)
    }

    /// A register to be filled: one of the inputs of the plan.
    pub fn lane_mut(&mut self, register: Register) -> Option<&mut Lane> {
        self.lanes.get_mut(register.0)
    }

    /// The integer of a record.
    pub fn get(&self, operand: Operand, record: usize) -> Option<i128> {
        match operand {
            Operand::Constant(constant) => Some(constant),
            Operand::Register(register) => self.lane(register)?.get(record),
        }
    }

    /// Does everything for so many records, which stand in the inputs.
    pub fn run(&mut self, records: usize) {
        for (operation, lists) in self.plan.operations.iter().zip(&self.lists) {
            let Some(place) = self.lanes.get_mut(operation.out.0) else { continue };
            let mut out = std::mem::replace(place, Lane::Narrow(vec![]));
            out.resize(records);
            self.perform((&operation.kind, lists), self.width(operation.out), &mut out);
            self.lanes.get_mut(operation.out.0).into_iter().for_each(|place| std::mem::swap(place, &mut out));
        }
    }

    fn width(&self, register: Register) -> Width {
        self.plan.widths.get(register.0).copied().unwrap_or(Width::Widest)
    }

    /// The width in which an operation compares what it takes.
    fn common(&self, left: Register, right: Operand) -> Width {
        let right = match right {
            Operand::Register(register) => self.width(register),
            Operand::Constant(constant) => Width::of(constant, constant),
        };
        self.width(left).max(right)
    }

    fn perform(&self, (kind, lists): (&Kind, &[List]), width: Width, out: &mut Lane) {
        match kind {
            Kind::Sum { constant, terms } => by_width!(width, T => self.sum::<T>(out, *constant, (terms, lists))),
            Kind::Select { condition, then, otherwise } => {
                by_width!(width, T => self.select::<T>(out, *condition, *then, *otherwise));
            }
            Kind::Product { left, right } => by_width!(width, T => {
                let (left, right) = (self.column::<T>(*left), self.column::<T>(*right));
                if let Some(out) = T::vector(out) {
                    kernel::product(out, &left, &right);
                }
            }),
            Kind::Extreme { greatest, left, right } => {
                by_width!(width.max(self.common(*left, *right)), T => {
                    let (left, held) = (self.column::<T>(*left), self.held::<T>(*right));
                    self.written::<T>(out, |out| kernel::extreme(out, *greatest, &left, held.source()));
                });
            }
            Kind::Quotient { dividend, divisor, unit, mode } => {
                by_width!(width.max(self.common(*dividend, *divisor)), T => {
                    let (left, held) = (self.column::<T>(*dividend), self.held::<T>(*divisor));
                    let by = (T::cut(*unit), *mode);
                    self.written::<T>(out, |out| kernel::quotient(out, &left, held.source(), by));
                });
            }
            Kind::Days { value, kind } => by_width!(width, T => {
                let of = self.column::<i32>(*value);
                if let Some(out) = T::vector(out) {
                    kernel::days(out, &of, *kind);
                }
            }),
            Kind::Compare { .. } | Kind::Within { .. } | Kind::Both { .. } | Kind::Not { .. } => {
                if let Some(out) = i32::vector(out) {
                    self.condition(kind, out);
                }
            }
        }
    }

    fn condition(&self, kind: &Kind, out: &mut [i32]) {
        match kind {
            Kind::Compare { op, left, right } => by_width!(self.common(*left, *right), T => {
                kernel::compare(out, *op, &self.column::<T>(*left), self.held::<T>(*right).source());
            }),
            Kind::Within { value, lo, hi } => {
                by_width!(self.width(*value).max(Width::of(*lo, *hi)), T => {
                    kernel::within(out, &self.column::<T>(*value), T::cut(*lo), T::cut(*hi));
                });
            }
            Kind::Both { and, left, right } => {
                kernel::both(out, *and, &self.column::<i32>(*left), &self.column::<i32>(*right));
            }
            Kind::Not { value } => kernel::not(out, &self.column::<i32>(*value)),
            Kind::Sum { .. }
            | Kind::Product { .. }
            | Kind::Quotient { .. }
            | Kind::Extreme { .. }
            | Kind::Select { .. }
            | Kind::Days { .. } => {}
        }
    }

    fn select<T: Integer>(&self, out: &mut Lane, condition: Register, then: Operand, otherwise: Operand) {
        let (then, otherwise) = (self.held::<T>(then), self.held::<T>(otherwise));
        let condition = self.column::<i32>(condition);
        if let Some(out) = T::vector(out) {
            kernel::select(out, &condition, then.source(), otherwise.source());
        }
    }

    fn sum<T: Integer>(&self, out: &mut Lane, constant: i128, (terms, lists): (&[Term], &[List])) {
        let Some(out) = T::vector(out) else { return };
        kernel::filled(out, T::cut(constant));
        for (term, list) in terms.iter().zip(lists) {
            by_width!(self.width(term.of), X => self.term::<T, X>(out, term, list));
        }
    }

    fn term<T: Integer, X: Integer>(&self, out: &mut [T], term: &Term, list: &List) {
        let of = self.lanes.get(term.of.0).map_or(&[] as &[X], X::slice);
        let (edges, parts) = (X::slice(&list.edges), T::slice(&list.parts));
        match &term.shape {
            Shape::Times(factor) => kernel::times(out, of, T::cut(*factor)),
            Shape::Steps(_) => kernel::steps(out, of, (edges, parts)),
            Shape::Ramps(_) => kernel::ramps(out, of, (edges, parts)),
            Shape::Table { base, .. } => kernel::table(out, of, X::cut(*base), parts),
        }
    }

    /// A column in some width.
    fn column<T: Integer>(&self, register: Register) -> std::borrow::Cow<'_, [T]> {
        let Some(lane) = self.lanes.get(register.0) else { return (&[] as &[T]).into() };
        fn cast<T: Integer, X: Integer>(of: &[X]) -> Vec<T> {
            of.iter().map(|one| T::of(*one)).collect()
        }
        match lane {
            lane if !T::slice(lane).is_empty() => T::slice(lane).into(),
            Lane::Narrow(all) => cast::<T, _>(all).into(),
            Lane::Wide(all) => cast::<T, _>(all).into(),
            Lane::Widest(all) => cast::<T, _>(all).into(),
        }
    }

    fn held<T: Integer>(&self, operand: Operand) -> Held<'_, T> {
        match operand {
            Operand::Constant(constant) => Held::Same(T::cut(constant)),
            Operand::Register(register) => Held::Lane(self.column(register)),
        }
    }

    /// Lets an operation write in its own width, and takes over what it wrote.
    fn written<T: Integer>(&self, out: &mut Lane, write: impl FnOnce(&mut [T])) {
        if let Some(own) = T::vector(out) {
            return write(own);
        }
        let mut wider = vec![T::default(); out.len()];
        write(&mut wider);
        match out {
            Lane::Narrow(all) => all.iter_mut().zip(&wider).for_each(|(out, one)| *out = i32::of(*one)),
            Lane::Wide(all) => all.iter_mut().zip(&wider).for_each(|(out, one)| *out = i64::of(*one)),
            Lane::Widest(all) => all.iter_mut().zip(&wider).for_each(|(out, one)| *out = i128::of(*one)),
        }
    }
}

fn empty(width: Width) -> Lane {
    match width {
        Width::Narrow => Lane::Narrow(vec![]),
        Width::Wide => Lane::Wide(vec![]),
        Width::Widest => Lane::Widest(vec![]),
    }
}

/// The integers of the terms of an operation, in the widths in which they are used.
fn lists(plan: &Plan, operation: &Operation) -> Vec<List> {
    let Kind::Sum { terms, .. } = &operation.kind else { return vec![] };
    let width = |register: Register| plan.widths.get(register.0).copied().unwrap_or(Width::Widest);
    let list = |term: &Term| {
        let mut list = List { edges: empty(width(term.of)), parts: empty(width(operation.out)) };
        match &term.shape {
            Shape::Times(_) => {}
            Shape::Steps(edges) | Shape::Ramps(edges) => {
                for (edge, part) in edges {
                    list.edges.push(*edge);
                    list.parts.push(*part);
                }
            }
            Shape::Table { values, .. } => values.iter().for_each(|value| list.parts.push(*value)),
        }
        list
    };
    terms.iter().map(list).collect()
}

/// What an operation takes, in its width.
enum Held<'a, T: Clone> {
    Lane(std::borrow::Cow<'a, [T]>),
    Same(T),
}

impl<T: Integer> Held<'_, T> {
    fn source(&self) -> Source<'_, T> {
        match self {
            Held::Lane(lane) => Source::Lane(lane),
            Held::Same(one) => Source::Same(*one),
        }
    }
}
