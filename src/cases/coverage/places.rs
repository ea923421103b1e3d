//! The places of a policy that a test can reach, and what tells that one did.

use std::collections::BTreeSet;

use super::{Kind, Side};
use crate::data::BoundActed;
use crate::eval::{BoundedAmount, Observed, Trace};
use crate::ir::{
    Bound, Bounds, Expr, ExprKind, Gate, Pattern, Pay, Policy, RelationId, Role, Row, Scale, SlotId, Step, Table, Value,
};
use crate::quantity::{Domain, Numbers, Rounding};
use crate::source::Span;

/// A place that a test can reach.
pub(super) struct Place<'p> {
    /// What stands there.
    pub kind: Kind,
    /// Where.
    pub span: Span,
    /// As it is told, on one line.
    pub text: String,
    sign: Sign<'p>,
}

/// What tells that a place is reached.
enum Sign<'p> {
    /// The row of that number answered.
    Row(Home, usize),
    /// A condition was evaluated, and came to that.
    Truth(&'p Expr, Side),
    /// An expression was evaluated.
    Seen(&'p Expr),
    /// Of several values the one of this expression was taken.
    Taken(&'p Expr, &'p Expr),
    /// An input of a table stood at one of these values.
    Input(Home, usize, Vec<Value>),
    /// An expression had one of these values.
    At(&'p Expr, Vec<Value>),
    /// A bound of a pay block changed its sum, or the line of that number.
    Acted(usize, Option<usize>, BoundActed),
}

/// The steps among which one stands: those of the policy, or what is computed of each row of a relation.
#[derive(Clone, Copy)]
struct Home {
    relation: Option<RelationId>,
    step: usize,
}

impl Place<'_> {
    /// Which side of a condition is meant.
    pub fn side(&self) -> Option<Side> {
        if let Sign::Truth(_, side) = self.sign { Some(side) } else { None }
    }

    /// Whether a record reaches it.
    pub fn is_reached(&self, observed: &Observed) -> bool {
        match &self.sign {
            Sign::Row(home, row) => home.traces(observed).any(|trace| match trace {
                Trace::Row(found) => found.row == *row,
                Trace::Slices(slices) => slices.iter().any(|slice| slice.slice == *row),
                _ => false,
            }),
            Sign::Truth(expr, side) => observed.values(expr).any(|value| *value == Value::Bool(*side == Side::Holds)),
            Sign::Seen(expr) => observed.values(expr).next().is_some(),
            Sign::Taken(whole, part) => observed.values(whole).zip(observed.values(part)).any(|(all, one)| all == one),
            Sign::Input(home, input, values) => home.traces(observed).any(|trace| match trace {
                Trace::Row(found) => found.inputs.get(*input).is_some_and(|found| values.contains(found)),
                _ => false,
            }),
            Sign::At(expr, values) => observed.values(expr).any(|value| values.contains(value)),
            Sign::Acted(step, line, bound) => match observed.evaluation.trace(*step) {
                Some(Trace::Pay { lines, sum }) => {
                    let amount = line.map_or(sum.as_ref(), |at| lines.get(at).and_then(Option::as_ref));
                    amount.is_some_and(|amount: &BoundedAmount| amount.acted == Some(*bound))
                }
                _ => false,
            },
        }
    }
}

impl Home {
    fn traces<'o>(self, observed: &'o Observed) -> impl Iterator<Item = &'o Trace> {
        let of_rows = self.relation.map_or(&[] as &[_], |relation| observed.row_traces(relation));
        let own = self.relation.is_none().then(|| observed.evaluation.trace(self.step)).flatten();
        own.into_iter().chain(of_rows.iter().filter_map(move |row: &Vec<Trace>| row.get(self.step)))
    }
}

/// The places of a policy, whose text it is asked for.
pub(super) fn places<'p>(policy: &'p Policy, text: &dyn Fn(Span) -> String) -> Vec<Place<'p>> {
    let mut found = Found { policy, text, places: vec![] };
    for (step, of) in policy.steps.iter().enumerate() {
        found.step(Home { relation: None, step }, of);
    }
    for (at, relation) in policy.relations.iter().enumerate() {
        for (step, of) in relation.steps.iter().enumerate() {
            found.step(Home { relation: Some(RelationId(at)), step }, of);
        }
    }
    found.places
}

struct Found<'p, 't> {
    policy: &'p Policy,
    text: &'t dyn Fn(Span) -> String,
    places: Vec<Place<'p>>,
}

impl<'p> Found<'p, '_> {
    fn add(&mut self, kind: Kind, span: Span, sign: Sign<'p>) {
        self.places.push(Place { kind, span, text: (self.text)(span), sign });
    }

    /// What stands in for a value that is missing, or for a quotient by 0: told with what it stands in for.
    fn fallback(&mut self, whole: &'p Expr, fallback: &'p Expr) {
        let (span, text) = (fallback.span, (self.text)(whole.span));
        self.places.push(Place { kind: Kind::Branch, span, text, sign: Sign::Seen(fallback) });
    }

    /// A value at which something stands on an edge.
    fn edge(&mut self, of: &str, span: Span, sign: Sign<'p>) {
        let text = format!("{of} = {}", (self.text)(span));
        self.places.push(Place { kind: Kind::Bound, span, text, sign });
    }

    fn both(&mut self, kind: Kind, condition: &'p Expr) {
        for side in [Side::Holds, Side::Fails] {
            self.add(kind, condition.span, Sign::Truth(condition, side));
        }
    }

    fn step(&mut self, home: Home, step: &'p Step) {
        match step {
            Step::Table(table) => self.table(home, table),
            Step::Scale(scale) => self.scale(home, scale),
            Step::Gate(gate) => self.gate(gate),
            Step::Pay(pay) => self.pay(home, pay),
            // All rows of a lookup are nobody's own.
            Step::OverRows(_) => return,
            Step::Value(step) if self.is_made(step.slot) => return,
            Step::Value(step) if self.role(step.slot) == Some(Role::Flag) => self.both(Kind::Branch, &step.value),
            Step::Value(_) | Step::Cohort(_) | Step::History(_) => {}
        }
        step.expressions().into_iter().for_each(|expr| self.ways(expr));
    }

    fn role(&self, slot: SlotId) -> Option<Role> {
        self.policy.slot(slot).map(|slot| slot.role)
    }

    /// Whether nobody wrote it: sums over items, and what is promised.
    fn is_made(&self, slot: SlotId) -> bool {
        use Role::{Ensure, GradeOutput, Scores, SectionPoints, TableOutput, Total, Weighted};
        let made = [Ensure, GradeOutput, Scores, SectionPoints, TableOutput, Total, Weighted];
        self.role(slot).is_some_and(|role| made.contains(&role))
    }

    fn table(&mut self, home: Home, table: &'p Table) {
        for (at, row) in table.rows.iter().enumerate() {
            self.add(Kind::Row, row.span, Sign::Row(home, at));
            row.guard.iter().for_each(|guard| self.both(Kind::Guard, guard));
        }
        for (at, input) in table.inputs.iter().enumerate() {
            let mut known = BTreeSet::new();
            let bounds = table.rows.iter().flat_map(|row| bounds(row, at)).collect::<Vec<_>>();
            // A bound between two rows is told at the one to which it belongs.
            let (own, others): (Vec<&Bound>, Vec<&Bound>) = bounds.into_iter().partition(|bound| bound.included);
            for bound in own.into_iter().chain(others) {
                let at_it = nearest(&bound.value, &input.value.domain);
                if is_cut(bound, &input.value.domain) && known.insert(bound.value.clone()) && !at_it.is_empty() {
                    self.edge(&input.name, bound.span, Sign::Input(home, at, at_it));
                }
            }
        }
    }

    fn scale(&mut self, home: Home, scale: &'p Scale) {
        for (at, slice) in scale.slices.iter().enumerate() {
            self.add(Kind::Row, slice.span, Sign::Row(home, at));
            let Pattern::Interval { lo: Some(lo), .. } = &slice.interval else { continue };
            let values = nearest(&lo.value, &scale.input.value.domain);
            if is_cut(lo, &scale.input.value.domain) && !values.is_empty() {
                self.edge(&scale.input.name, lo.span, Sign::At(&scale.input.value, values));
            }
        }
    }

    fn gate(&mut self, gate: &'p Gate) {
        gate.conditions.iter().for_each(|condition| self.both(Kind::Condition, &condition.value));
    }

    fn pay(&mut self, home: Home, pay: &'p Pay) {
        for (at, line) in pay.lines.iter().enumerate() {
            self.bounds(home.step, (Some(at), line.slot), &line.bounds);
        }
        self.bounds(home.step, (None, pay.slot), &pay.bounds);
    }

    fn bounds(&mut self, step: usize, (line, slot): (Option<usize>, SlotId), bounds: &Bounds) {
        let Some(slot) = self.policy.slot(slot) else { return };
        let each = [(&bounds.at_least, BoundActed::AtLeast), (&bounds.at_most, BoundActed::AtMost)];
        for (value, acted) in each.into_iter().filter_map(|(value, acted)| Some((value.as_ref()?, acted))) {
            let sign = if acted == BoundActed::AtLeast { ">=" } else { "<=" };
            let text = format!("{} {sign} {}", slot.name, self.policy.notation(slot.ty).written(value));
            self.places.push(Place { kind: Kind::Bound, span: slot.span, text, sign: Sign::Acted(step, line, acted) });
        }
    }

    /// The ways that an expression goes, and the values at which it goes another.
    fn ways(&mut self, whole: &'p Expr) {
        whole.walk(&mut |expr| match &expr.kind {
            ExprKind::If { condition, .. } => self.both(Kind::Branch, condition),
            ExprKind::Otherwise { value, fallback } => {
                self.add(Kind::Branch, value.span, Sign::Taken(expr, value));
                self.fallback(expr, fallback);
            }
            ExprKind::Quotient { fallback: Some(fallback), .. } => self.fallback(expr, fallback),
            ExprKind::Extreme { values, .. } => {
                for value in values {
                    self.add(Kind::Branch, value.span, Sign::Taken(expr, value));
                }
            }
            ExprKind::Compare { left, right, .. } => {
                let sides = [(left, right), (right, left)];
                for (value, constant) in sides {
                    self.compared(expr, value, constant);
                }
            }
            ExprKind::Matches { value, pattern: Pattern::Interval { lo, hi } } => {
                for bound in [lo, hi].into_iter().flatten().filter(|bound| is_cut(bound, &value.domain)) {
                    let values = nearest(&bound.value, &value.domain);
                    if values.is_empty() {
                        continue;
                    }
                    let of = (self.text)(value.span);
                    self.edge(&of, bound.span, Sign::At(value, values));
                }
            }
            _ => {}
        });
    }

    fn compared(&mut self, whole: &'p Expr, value: &'p Expr, constant: &'p Expr) {
        let known = |expr: &Expr| matches!(expr.kind, ExprKind::Constant(_) | ExprKind::Param(_));
        let number = |expr: &Expr| match &expr.kind {
            ExprKind::Constant(value) => Some(value.clone()),
            ExprKind::Param(id) => self.policy.params.get(id.0).map(|param| param.value.clone()),
            _ => None,
        };
        let ordered = |value: &Value| matches!(value, Value::Number(_) | Value::Calendar(_));
        if let Some(bound) = number(constant).filter(ordered).filter(|_| !known(value)) {
            let values = nearest(&bound, &value.domain);
            if !values.is_empty() {
                self.add(Kind::Bound, whole.span, Sign::At(value, values));
            }
        }
    }
}

/// The bounds of what a row asks of an input.
fn bounds(row: &Row, input: usize) -> impl Iterator<Item = &Bound> {
    let ends = match row.patterns.get(input) {
        Some(Pattern::Interval { lo, hi }) => [lo.as_ref(), hi.as_ref()],
        _ => [None, None],
    };
    ends.into_iter().flatten()
}

/// Whether values lie to both sides of a bound.
fn is_cut(bound: &Bound, domain: &Domain) -> bool {
    match (&bound.value, domain) {
        (Value::Number(at), Domain::Numbers(numbers)) => {
            let (lo, hi) = (numbers.lo(), numbers.hi());
            // The end of the domain parts nothing, unless it is itself left out.
            (lo < *at && *at < hi) || ((*at == lo || *at == hi) && !bound.included && lo < hi)
        }
        (Value::Calendar(at), Domain::Calendar { first, last }) => *first < at.ordinal && at.ordinal < *last,
        _ => false,
    }
}

/// The value itself where the domain has it, else its neighbours on the step of an interval: between a few known values
/// nothing stands on an edge.
fn nearest(value: &Value, domain: &Domain) -> Vec<Value> {
    let (Value::Number(number), Domain::Numbers(numbers)) = (value, domain) else { return vec![value.clone()] };
    let step = numbers.step();
    if numbers.contains(number) || step.is_zero() {
        return vec![value.clone()];
    }
    if matches!(numbers, Numbers::Values(_)) {
        return vec![];
    }
    let both = [Rounding::Floor, Rounding::Ceiling].map(|mode| number.reach(&step, mode));
    both.into_iter().filter(|near| numbers.contains(near)).map(Value::Number).collect()
}
