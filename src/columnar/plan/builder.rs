//! The plan while it is made: what is known of each slot, and operations of which none is done twice.

use std::collections::HashMap;

use super::{Held, Kind, Operand, Operation, Plan, Register, Shape, Term, Unplanned};
use crate::data::{Form, Width};
use crate::ir::{Comparison, Expr, ExprKind, Pattern, Policy, Role, SlotId, Step, Text, Type, Value};

/// A value while the plan is made: where it stands, and what its integers stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lowered {
    /// The integers.
    pub value: Operand,
    /// What they stand for.
    pub form: Form,
    /// Whether it is there; nothing, where it always is.
    pub present: Option<Operand>,
}

/// What could be planned.
pub(super) type Planned<T> = Result<T, Unplanned>;

/// A plan that is being made.
pub(super) struct Builder<'p> {
    pub policy: &'p Policy,
    plan: Plan,
    /// Results that are there already.
    done: HashMap<(Kind, Width), Register>,
    /// What is known of each slot.
    slots: HashMap<SlotId, Lowered>,
    /// Where bounds change amounts.
    acted: Vec<Operand>,
}

impl<'p> Builder<'p> {
    /// A plan of nothing as yet.
    pub fn new(policy: &'p Policy) -> Self {
        let plan = Plan { texts: texts(policy), ..Plan::default() };
        Builder { policy, plan, done: HashMap::new(), slots: HashMap::new(), acted: vec![] }
    }

    /// The plan, with what was asked for as its outputs.
    pub fn finish(mut self, wanted: &[SlotId]) -> Plan {
        for slot in wanted {
            let Ok(held) = self.slot(*slot) else { continue };
            let Some(ty) = self.policy.slot(*slot).map(|slot| slot.ty) else { continue };
            let Lowered { value, form, present } = held;
            self.plan.outputs.push(Held { slot: *slot, ty, form, value, present });
        }
        self.plan
    }

    /// Finds of which records more is to be told than their values: those for which a gate does not hold, a bound acts,
    /// an item does not count or a flag is raised, and those that break one of these promises.
    pub fn tell(&mut self, promises: &[SlotId]) -> Planned<()> {
        let policy = self.policy;
        let left = self
            .plan
            .unplanned
            .iter()
            .find(|(at, _)| matches!(policy.steps.get(*at), Some(Step::Gate(_) | Step::Pay(_))));
        if let Some((_, why)) = left {
            return Err(*why);
        }
        let mut told = std::mem::take(&mut self.acted);
        for step in &policy.steps {
            if let Step::Gate(gate) = step {
                told.push(self.fails(gate.slot)?);
            }
        }
        for item in &policy.items {
            let present = self.slot(item.points)?.present.unwrap_or(Operand::Constant(1));
            told.push(self.not(present));
        }
        for flag in policy.flags() {
            told.push(self.slot(flag)?.value);
        }
        for promise in promises {
            told.push(self.fails(*promise)?);
        }
        let any = told.into_iter().fold(Operand::Constant(0), |any, one| self.both(false, any, one));
        self.plan.told = Some(any);
        Ok(())
    }

    /// Whether a truth value is there and does not hold.
    fn fails(&mut self, slot: SlotId) -> Planned<Operand> {
        let Lowered { value, present, .. } = self.slot(slot)?;
        let fails = self.not(value);
        Ok(self.both(true, present.unwrap_or(Operand::Constant(1)), fails))
    }

    /// Says that a bound changes an amount where this holds.
    pub fn acts(&mut self, acts: Operand) {
        self.acted.push(acts);
    }

    /// Says that a step is not done by columns.
    pub fn leave(&mut self, step: usize, why: Unplanned) {
        self.plan.unplanned.push((step, why));
    }

    /// Says where the values of a slot stand.
    pub fn define(&mut self, slot: SlotId, lowered: Lowered) {
        self.slots.insert(slot, lowered);
    }

    /// Where the values of a slot stand. What no operation gives must be given.
    pub fn slot(&mut self, id: SlotId) -> Planned<Lowered> {
        if let Some(known) = self.slots.get(&id) {
            return Ok(*known);
        }
        let slot = self.policy.slot(id).ok_or(Unplanned::Invalid)?;
        if slot.role == Role::Details {
            return Err(Unplanned::Rows);
        }
        let form = Form::of(&slot.domain, self.plan.texts.len()).ok_or(Unplanned::Width)?;
        let value = Operand::Register(self.register(form.width()));
        let present = slot.optional.then(|| Operand::Register(self.register(Form::BOOL.width())));
        self.plan.inputs.push(Held { slot: id, ty: slot.ty, form, value, present });
        let lowered = Lowered { value, form, present };
        self.define(id, lowered);
        Ok(lowered)
    }

    /// A constant.
    pub fn constant(&self, value: &Value) -> Planned<Lowered> {
        let form = |code| Form { places: 0, lo: code, hi: code };
        let there = |code, form| Ok(Lowered { value: Operand::Constant(code), form, present: None });
        match value {
            Value::Missing => {
                let none = Some(Operand::Constant(0));
                Ok(Lowered { value: Operand::Constant(0), form: form(0), present: none })
            }
            Value::Number(number) => {
                let places = number.places();
                let code = crate::data::scaled(number, places).ok_or(Unplanned::Width)?;
                there(code, Form { places, ..form(code) })
            }
            Value::Text(text) => {
                let code = self.text(text).ok_or(Unplanned::Text)?;
                there(code, form(code))
            }
            value => {
                let code = Form::BOOL.code(value).ok_or(Unplanned::Invalid)?;
                there(code, form(code))
            }
        }
    }

    /// The integer of a text that the policy names.
    fn text(&self, text: &Text) -> Option<i128> {
        let place = self.plan.texts.iter().position(|known| known == text)?;
        i128::try_from(place).ok()
    }

    /// A new register.
    fn register(&mut self, width: Width) -> Register {
        self.plan.widths.push(width);
        Register(self.plan.widths.len() - 1)
    }

    /// The result of an operation, which is done once.
    pub fn put(&mut self, kind: Kind, form: Form) -> Operand {
        let width = form.width();
        if let Some(known) = self.done.get(&(kind.clone(), width)) {
            return Operand::Register(*known);
        }
        let out = self.register(width);
        self.done.insert((kind.clone(), width), out);
        self.plan.operations.push(Operation { out, kind });
        Operand::Register(out)
    }

    /// A sum of constants and products with constants.
    pub fn sum(&mut self, parts: &[(Operand, i128)], form: Form) -> Planned<Operand> {
        let mut constant = 0_i128;
        let mut terms: Vec<Term> = vec![];
        for (of, times) in parts.iter().filter(|(_, times)| *times != 0) {
            match of {
                Operand::Constant(value) => {
                    let part = value.checked_mul(*times).and_then(|part| constant.checked_add(part));
                    constant = part.ok_or(Unplanned::Width)?;
                }
                Operand::Register(of) => terms.push(Term { of: *of, shape: Shape::Times(*times) }),
            }
        }
        match terms.as_slice() {
            [] => Ok(Operand::Constant(constant)),
            [Term { of, shape: Shape::Times(1) }] if constant == 0 => Ok(Operand::Register(*of)),
            _ => Ok(self.put(Kind::Sum { constant, terms }, form)),
        }
    }

    /// Whether a value compares so with a constant.
    pub fn compared(&mut self, op: Comparison, left: Operand, right: Operand) -> Operand {
        match (left, right) {
            (Operand::Constant(left), Operand::Constant(right)) => Operand::Constant(compare(op, left, right).into()),
            (Operand::Constant(_), Operand::Register(register)) => {
                self.put(Kind::Compare { op: op.mirrored(), left: register, right: left }, Form::BOOL)
            }
            (Operand::Register(left), right) => self.put(Kind::Compare { op, left, right }, Form::BOOL),
        }
    }

    /// Whether both hold, or one of them.
    pub fn both(&mut self, and: bool, left: Operand, right: Operand) -> Operand {
        match (left, right) {
            (Operand::Constant(one), other) | (other, Operand::Constant(one)) => {
                if (one != 0) == and {
                    other
                } else {
                    Operand::Constant(one)
                }
            }
            (Operand::Register(left), Operand::Register(right)) if left == right => Operand::Register(left),
            (Operand::Register(left), Operand::Register(right)) => {
                self.put(Kind::Both { and, left, right }, Form::BOOL)
            }
        }
    }

    /// Whether it does not hold.
    pub fn not(&mut self, truth: Operand) -> Operand {
        match truth {
            Operand::Constant(truth) => Operand::Constant(i128::from(truth == 0)),
            Operand::Register(value) => self.put(Kind::Not { value }, Form::BOOL),
        }
    }

    /// One where a condition holds, else the other.
    pub fn select(&mut self, condition: Operand, then: Operand, otherwise: Operand, form: Form) -> Operand {
        match condition {
            Operand::Constant(0) => otherwise,
            Operand::Constant(_) => then,
            Operand::Register(_) if then == otherwise => then,
            Operand::Register(condition) => match (then, otherwise) {
                (Operand::Constant(1), Operand::Constant(0)) => Operand::Register(condition),
                _ => self.put(Kind::Select { condition, then, otherwise }, form),
            },
        }
    }

    /// Whether a value lies between two ends, both included, of which one at least is there.
    pub fn within(&mut self, value: Operand, form: Form, lo: Option<i128>, hi: Option<i128>) -> Operand {
        let lo = lo.filter(|lo| form.lo < *lo);
        let hi = hi.filter(|hi| *hi < form.hi);
        let at = |end: i128| Operand::Constant(end);
        match (value, lo, hi) {
            (_, None, None) => Operand::Constant(1),
            (Operand::Constant(value), lo, hi) => {
                let is = lo.is_none_or(|lo| lo <= value) && hi.is_none_or(|hi| value <= hi);
                Operand::Constant(is.into())
            }
            (value, Some(lo), None) => self.compared(Comparison::GreaterEqual, value, at(lo)),
            (value, None, Some(hi)) => self.compared(Comparison::LessEqual, value, at(hi)),
            (Operand::Register(value), Some(lo), Some(hi)) if lo == hi => {
                self.put(Kind::Compare { op: Comparison::Equal, left: value, right: at(lo) }, Form::BOOL)
            }
            (Operand::Register(value), Some(lo), Some(hi)) => self.put(Kind::Within { value, lo, hi }, Form::BOOL),
        }
    }
}

fn compare(op: Comparison, left: i128, right: i128) -> bool {
    match op {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
    }
}

/// The texts that a policy names, each once.
fn texts(policy: &Policy) -> Vec<Text> {
    let mut texts: Vec<Text> = vec![];
    let mut take = |value: &Value| {
        if let Value::Text(text) = value
            && !texts.contains(text)
        {
            texts.push(text.clone());
        }
    };
    policy.params.iter().filter(|param| param.ty == Type::Text).for_each(|param| take(&param.value));
    for step in &policy.steps {
        for expr in step.expressions() {
            expr.walk(&mut |expr: &Expr| match &expr.kind {
                ExprKind::Constant(value) => take(value),
                ExprKind::Matches { pattern, .. } => named(pattern).iter().for_each(&mut take),
                _ => {}
            });
        }
        if let Step::Table(table) = step {
            table.rows.iter().flat_map(|row| &row.patterns).flat_map(named).for_each(&mut take);
        }
    }
    texts
}

/// The values that a pattern names one by one.
fn named(pattern: &Pattern) -> &[Value] {
    match pattern {
        Pattern::Values(values) | Pattern::Not(values) => values,
        _ => &[],
    }
}
