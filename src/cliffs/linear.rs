//! Sums, taken apart into what moves with a field and what does not: all that the rest of a sum can come to is one
//! value, whatever it consists of.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Expr, ExprKind, Operator, Policy, Role, Slot, SlotId, Step, Type, Value};
use crate::quantity::{Domain, Number, Numbers, TimeUnit};

/// What is added: an expression times a factor.
#[derive(Clone)]
pub(super) struct Term {
    /// What it is multiplied by.
    pub factor: Number,
    /// What is added.
    pub expr: Expr,
}

/// The part of a sum that does not move, which has a slot of its own.
pub(super) struct Rest {
    /// The slot.
    pub slot: SlotId,
    /// What is added up.
    pub terms: Vec<Term>,
}

/// Rewrites what moves with a field.
pub(super) struct Apart<'a> {
    /// The policy as it is; slots of rests are added to it.
    pub policy: Policy,
    /// What gives slots their values, where it is an expression.
    pub defined: BTreeMap<SlotId, Expr>,
    /// What moves.
    pub moving: &'a BTreeSet<SlotId>,
    /// What was split off.
    pub rests: Vec<Rest>,
}

impl Apart<'_> {
    /// An expression in which the rest of each sum is read from a slot.
    pub fn expr(&mut self, expr: &Expr) -> Expr {
        let mut terms = vec![];
        if matches!(expr.ty, Type::Number(_)) {
            self.flatten(expr, &Number::ONE, &mut terms);
        }
        let terms = merged(terms);
        let (moving, still): (Vec<Term>, Vec<Term>) =
            terms.into_iter().partition(|term| term.expr.reads(|slot| self.moving.contains(&slot)));
        if still.is_empty() || moving.is_empty() || moving.iter().chain(&still).any(|term| term.expr.optional) {
            let mut own = expr.clone();
            for child in own.children_mut() {
                let inner = self.expr(child);
                *child = inner;
            }
            return own;
        }
        let rest = self.rest(expr, still);
        let read = Expr { kind: ExprKind::Slot(rest), domain: self.domain(rest), ..expr.clone() };
        let moving: Vec<Expr> = moving.into_iter().map(|term| self.times(term)).collect();
        Expr { kind: ExprKind::Sum(std::iter::once(read).chain(moving).collect()), optional: false, ..expr.clone() }
    }

    fn times(&mut self, Term { factor, expr }: Term) -> Expr {
        let mut inner = expr.clone();
        for child in inner.children_mut() {
            let rewritten = self.expr(child);
            *child = rewritten;
        }
        if factor == Number::ONE {
            return inner;
        }
        let by = Numbers::one(&factor);
        let domain = inner.domain.numbers().map_or(Domain::Invalid, |own| Domain::Numbers(own.mul(&by)));
        let constant =
            Expr { kind: ExprKind::Constant(Value::Number(factor)), domain: Domain::Numbers(by), ..expr.clone() };
        let kind = ExprKind::Arithmetic { op: Operator::Mul, left: Box::new(inner), right: Box::new(constant) };
        Expr { kind, domain, ..expr }
    }

    fn domain(&self, slot: SlotId) -> Domain {
        self.policy.slot(slot).map_or(Domain::Invalid, |slot| slot.domain.clone())
    }

    /// A slot for the rest of a sum.
    fn rest(&mut self, whole: &Expr, terms: Vec<Term>) -> SlotId {
        let start = Some(Numbers::one(Number::ZERO));
        let sum = terms
            .iter()
            .fold(start, |sum, term| Some(sum?.add(&term.expr.domain.numbers()?.mul(&Numbers::one(&term.factor)))));
        let slot = Slot {
            name: String::new(),
            title: None,
            ty: whole.ty,
            domain: sum.map_or(Domain::Invalid, Domain::Numbers),
            optional: false,
            time_unit: TimeUnit::default(),
            span: whole.span,
            role: Role::Let,
        };
        let id = SlotId(self.policy.slots.len());
        self.policy.slots.push(slot);
        self.rests.push(Rest { slot: id, terms });
        id
    }

    /// The terms of an expression, those of what it names with it.
    fn flatten(&self, expr: &Expr, factor: &Number, terms: &mut Vec<Term>) {
        let constant = |expr: &Expr| match &expr.kind {
            ExprKind::Constant(Value::Number(number)) => Some(number.clone()),
            ExprKind::Param(id) => self.policy.params.get(id.0)?.value.number().cloned(),
            _ => None,
        };
        match &expr.kind {
            ExprKind::Sum(each) => each.iter().for_each(|term| self.flatten(term, factor, terms)),
            ExprKind::Negate(value) => self.flatten(value, &-factor, terms),
            ExprKind::Arithmetic { op, left, right } => match op {
                Operator::Add | Operator::Sub => {
                    self.flatten(left, factor, terms);
                    let sign = if *op == Operator::Sub { -factor } else { factor.clone() };
                    self.flatten(right, &sign, terms);
                }
                Operator::Mul => match (constant(left), constant(right)) {
                    (Some(by), _) => self.flatten(right, &(factor * &by), terms),
                    (_, Some(by)) => self.flatten(left, &(factor * &by), terms),
                    _ => terms.push(Term { factor: factor.clone(), expr: expr.clone() }),
                },
            },
            ExprKind::Slot(slot) => match self.defined.get(slot).filter(|own| is_linear(own)) {
                Some(own) => self.flatten(own, factor, terms),
                None => terms.push(Term { factor: factor.clone(), expr: expr.clone() }),
            },
            _ => terms.push(Term { factor: factor.clone(), expr: expr.clone() }),
        }
    }
}

fn is_linear(expr: &Expr) -> bool {
    !expr.optional
        && matches!(expr.kind, ExprKind::Sum(_) | ExprKind::Negate(_) | ExprKind::Arithmetic { .. } | ExprKind::Slot(_))
}

/// Terms of one slot as one; none that is nothing.
fn merged(terms: Vec<Term>) -> Vec<Term> {
    let mut found: Vec<Term> = vec![];
    for term in terms {
        let same = found.iter_mut().find(|other| term.expr.slot().is_some() && other.expr.slot() == term.expr.slot());
        match same {
            Some(other) => other.factor = &other.factor + &term.factor,
            None => found.push(term),
        }
    }
    found.retain(|term| !term.factor.is_zero());
    found
}

/// What gives slots their values, of these steps.
pub(super) fn defined<'s>(steps: impl Iterator<Item = &'s Step>) -> BTreeMap<SlotId, Expr> {
    let of = |step: &Step| match step {
        Step::Value(step) => Some((step.slot, step.value.clone())),
        _ => None,
    };
    steps.filter_map(of).collect()
}
