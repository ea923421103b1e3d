//! Where records should stand: at each bound and one step to either side, at each value that a row names, with each
//! field missing that may be, with each default.

use crate::ir::{Bound, Bounds, Expr, ExprKind, Pattern, Policy, Role, Row, Scale, SlotId, Step, Table, Type, Value};
use crate::quantity::{Domain, Moment, Rounding};
use crate::source::Span;

/// Where a record should stand.
pub(super) struct Aim<'p> {
    /// A name, and the value as the policy writes it.
    pub name: (String, String),
    /// What must be so, in this order.
    pub wanted: Vec<Wanted<'p>>,
    /// The place of the policy.
    pub span: Span,
}

/// Something that a record should have.
pub(super) enum Wanted<'p> {
    /// An expression has this value.
    Value(&'p Expr, Value),
    /// A slot has.
    Slot(SlotId, Value),
    /// A field is not given, and has its default.
    Default(SlotId),
}

struct Aims<'p, 't> {
    policy: &'p Policy,
    text: &'t dyn Fn(Span) -> String,
    found: Vec<Aim<'p>>,
}

/// All of them, in the order of the steps.
pub(super) fn aims<'p>(policy: &'p Policy, text: &dyn Fn(Span) -> String) -> Vec<Aim<'p>> {
    let mut aims = Aims { policy, text, found: vec![] };
    for step in &policy.steps {
        match step {
            Step::Table(table) => aims.table(table),
            Step::Scale(scale) => aims.scale(scale),
            Step::Pay(pay) => {
                pay.lines.iter().for_each(|line| aims.limits(line.slot, &line.bounds));
                aims.limits(pay.slot, &pay.bounds);
            }
            Step::Value(step) if policy.slot(step.slot).is_some_and(|slot| slot.role == Role::Ensure) => continue,
            _ => {}
        }
        if !step.is_joint() {
            step.expressions().into_iter().for_each(|expr| aims.conditions(expr));
        }
    }
    aims.fields();
    aims.found
}

impl<'p> Aims<'p, '_> {
    fn add(&mut self, of: &str, value: &Value, ty: Type, wanted: Vec<Wanted<'p>>, span: Span) {
        let written = match value {
            Value::Missing => "missing".to_owned(),
            value => self.policy.notation(ty).written(value),
        };
        self.found.push(Aim { name: (of.to_owned(), written), wanted, span });
    }

    /// A bound and one step to either side, the other inputs as the row wants them.
    fn bound(&mut self, of: &str, (expr, bound): (&'p Expr, &Value), others: &[(&'p Expr, Value)], span: Span) {
        for value in around(bound, &expr.domain) {
            let others = others.iter().map(|(expr, value)| Wanted::Value(expr, value.clone()));
            let wanted = others.chain([Wanted::Value(expr, value.clone())]).collect();
            self.add(of, &value, expr.ty, wanted, span);
        }
    }

    fn table(&mut self, table: &'p Table) {
        for row in &table.rows {
            for (at, (input, pattern)) in table.inputs.iter().zip(&row.patterns).enumerate() {
                let others = companions(table, row, at);
                let span = row.pattern_spans.get(at).copied().unwrap_or(row.span);
                match pattern {
                    Pattern::Interval { lo, hi } => {
                        for bound in [lo, hi].into_iter().flatten() {
                            self.bound(&input.name, (&input.value, &bound.value), &others, span);
                        }
                    }
                    Pattern::Values(values) | Pattern::Not(values) => {
                        for value in values {
                            self.bound(&input.name, (&input.value, value), &others, span);
                        }
                    }
                    Pattern::Missing => self.bound(&input.name, (&input.value, &Value::Missing), &others, span),
                    Pattern::Any | Pattern::Otherwise | Pattern::Invalid => {}
                }
            }
        }
    }

    fn scale(&mut self, scale: &'p Scale) {
        for slice in &scale.slices {
            if let Pattern::Interval { lo, hi } = &slice.interval {
                for bound in [lo, hi].into_iter().flatten() {
                    self.bound(&scale.input.name, (&scale.input.value, &bound.value), &[], slice.interval_span);
                }
            }
        }
    }

    /// Amounts at which a bound of pay begins to act, and one beside.
    fn limits(&mut self, slot: SlotId, bounds: &Bounds) {
        let Some(known) = self.policy.slot(slot) else { return };
        for bound in [&bounds.at_least, &bounds.at_most].into_iter().flatten() {
            for value in around(bound, &known.domain) {
                self.add(&known.name, &value, known.ty, vec![Wanted::Slot(slot, value.clone())], known.span);
            }
        }
    }

    fn conditions(&mut self, whole: &'p Expr) {
        whole.walk(&mut |expr| match &expr.kind {
            ExprKind::Compare { left, right, .. } => {
                for (value, constant) in [(&**left, &**right), (&**right, &**left)] {
                    if let Some(bound) = self.constant(constant).filter(|_| self.constant(value).is_none()) {
                        self.bound(&(self.text)(value.span), (value, &bound), &[], expr.span);
                    }
                }
            }
            ExprKind::Matches { value, pattern } => {
                let bounds: Vec<&Value> = match pattern {
                    Pattern::Interval { lo, hi } => {
                        [lo, hi].into_iter().flatten().map(|bound: &Bound| &bound.value).collect()
                    }
                    Pattern::Values(values) | Pattern::Not(values) => values.iter().collect(),
                    _ => vec![],
                };
                for bound in bounds {
                    self.bound(&(self.text)(value.span), (value, bound), &[], expr.span);
                }
            }
            ExprKind::Extreme { values, .. } => {
                let constants: Vec<Value> = values.iter().filter_map(|value| self.constant(value)).collect();
                let open: Vec<&Expr> = values.iter().filter(|value| self.constant(value).is_none()).collect();
                for value in open {
                    for bound in &constants {
                        self.bound(&(self.text)(value.span), (value, bound), &[], expr.span);
                    }
                }
            }
            _ => {}
        });
    }

    fn constant(&self, expr: &Expr) -> Option<Value> {
        match &expr.kind {
            ExprKind::Constant(value) => Some(value.clone()),
            ExprKind::Param(id) => self.policy.params.get(id.0).map(|param| param.value.clone()),
            _ => None,
        }
    }

    /// Each label and truth value of a field, missing, and what it is by default.
    fn fields(&mut self) {
        let read = self.policy.read_slots();
        for (at, (slot, field)) in self.policy.slots.iter().zip(&self.policy.fields).enumerate() {
            let id = SlotId(at);
            if !read.contains(&id) {
                continue;
            }
            let mut values: Vec<Value> = match &slot.domain {
                Domain::Labels(labels) => labels.iter().map(|label| Value::Label(*label)).collect(),
                Domain::Bool { .. } => vec![Value::Bool(true), Value::Bool(false)],
                _ => vec![],
            };
            values.extend((field.optional && field.default.is_none()).then_some(Value::Missing));
            for value in values {
                self.add(&slot.name, &value, slot.ty, vec![Wanted::Slot(id, value.clone())], slot.span);
            }
            if field.default.is_some() {
                let name = (slot.name.clone(), "default".to_owned());
                self.found.push(Aim { name, wanted: vec![Wanted::Default(id)], span: slot.span });
            }
        }
    }
}

/// What the other inputs of a row should be.
fn companions<'p>(table: &'p Table, row: &Row, but: usize) -> Vec<(&'p Expr, Value)> {
    let others = table.inputs.iter().zip(&row.patterns).enumerate().filter(|(at, _)| *at != but);
    others.filter_map(|(_, (input, pattern))| Some((&input.value, within(pattern, &input.value.domain)?))).collect()
}

/// A value that a pattern takes; of one that takes all, none need be said.
fn within(pattern: &Pattern, domain: &Domain) -> Option<Value> {
    match pattern {
        Pattern::Interval { lo, hi } => {
            let bounds = [lo, hi].into_iter().flatten();
            let mut near = bounds.flat_map(|bound| around(&bound.value, domain));
            near.find(|value| pattern.takes(value))
        }
        Pattern::Values(values) => values.first().cloned(),
        Pattern::Missing => Some(Value::Missing),
        Pattern::Not(_) => match domain {
            Domain::Labels(labels) => labels.iter().map(|at| Value::Label(*at)).find(|value| pattern.takes(value)),
            Domain::Numbers(numbers) => {
                let ends = [numbers.lo(), numbers.hi()].map(Value::Number);
                ends.into_iter().find(|value| pattern.takes(value))
            }
            _ => None,
        },
        Pattern::Any | Pattern::Otherwise | Pattern::Invalid => None,
    }
}

/// A value and its neighbours, as far as a domain has them.
pub(super) fn around(value: &Value, domain: &Domain) -> Vec<Value> {
    let all: Vec<Value> = match (value, domain) {
        (Value::Number(at), Domain::Numbers(numbers)) => {
            let step = numbers.step();
            if step.is_zero() {
                vec![value.clone()]
            } else {
                let (below, above) = (at.reach(&step, Rounding::Floor), at.reach(&step, Rounding::Ceiling));
                let ends = if below == above { vec![at.clone()] } else { vec![] };
                let (under, over) = if below == above { (&below - &step, &above + &step) } else { (below, above) };
                std::iter::once(under).chain(ends).chain([over]).map(Value::Number).collect()
            }
        }
        (Value::Calendar(at), Domain::Calendar { .. }) => {
            let moment = |ordinal| Value::Calendar(Moment { kind: at.kind, ordinal });
            [at.ordinal.saturating_sub(1), at.ordinal, at.ordinal.saturating_add(1)].map(moment).to_vec()
        }
        _ => vec![value.clone()],
    };
    all.into_iter().filter(|value| *value == Value::Missing || value.lies_in(domain)).collect()
}
