//! What is odd in a policy that holds: most likely a slip, and nothing that could give a wrong value.

mod bounds;
mod crossing;
mod deduction;
mod equal_grades;
mod extremes;
mod gapped_span;
mod idle_item;
mod idle_value;
mod mergeable_rows;
mod partial;
mod pay_bounds;
mod rows;
mod short_score;

use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Policy, SlotId, Step, Type};
use crate::quantity::Number;
use crate::source::Sources;

/// A policy and what every look at it needs.
struct Odd<'a> {
    policy: &'a Policy,
    sources: &'a Sources,
    /// For each slot, whether its value depends on a param: what is odd with one value of it may be right with another.
    set: Vec<bool>,
}

/// Everything odd, in the order of the policy.
pub(super) fn tell(policy: &Policy, sources: &Sources) -> Vec<Diagnostic> {
    let odd = Odd { policy, sources, set: depends_on_params(policy) };
    let mut told = idle_item::tell(&odd);
    told.extend(short_score::tell(&odd));
    told.extend(deduction::tell(&odd));
    let of_rows = policy.relations.iter().flat_map(|relation| &relation.steps);
    for step in policy.steps.iter().chain(of_rows) {
        for expr in step.expressions() {
            told.extend(extremes::tell(&odd, expr));
            told.extend(gapped_span::tell(&odd, expr));
            expr.walk(&mut |expr| told.extend(idle_value::tell_set(&odd, expr)));
        }
        match step {
            Step::Table(table) => {
                told.extend(idle_value::tell_rows(&odd, table));
                told.extend(equal_grades::tell(&odd, table));
                told.extend(mergeable_rows::tell(&odd, table));
            }
            Step::Pay(pay) => {
                told.extend(pay_bounds::tell(&odd, pay));
                told.extend(partial::tell(&odd, pay));
            }
            _ => {}
        }
    }
    told
}

/// Items on another scale than that of full marks, and the rows that nobody gets to because of them.
pub(super) fn blame_scales(policy: &Policy, sources: &Sources, told: &mut Vec<Diagnostic>) {
    let odd = Odd { policy, sources, set: depends_on_params(policy) };
    let short = short_score::tell(&odd).into_iter().filter(|found| found.code == Code::ShortScale);
    let short: Vec<Diagnostic> = short.collect();
    let Some(first) = short.first() else { return };
    for row in told.iter_mut().filter(|told| told.code == Code::DeadRow) {
        row.blame(["outside", "short"], first, &["item", "most", "full"]);
        row.edits.extend(first.edits.first().filter(|_| row.edits.is_empty()).cloned());
    }
    told.extend(short);
}

/// Steps stand in the order of evaluation, so one pass finds all.
fn depends_on_params(policy: &Policy) -> Vec<bool> {
    let mut set = vec![false; policy.slots.len()];
    for step in &policy.steps {
        if step.expressions().into_iter().any(|expr| has_param(expr, &set)) {
            for slot in step.outputs() {
                if let Some(slot) = set.get_mut(slot.0) {
                    *slot = true;
                }
            }
        }
    }
    set
}

fn has_param(expr: &Expr, set: &[bool]) -> bool {
    let mut found = false;
    expr.walk(&mut |expr| {
        found |= match expr.kind {
            ExprKind::Param(_) => true,
            ExprKind::Slot(id) => set.get(id.0).copied().unwrap_or(false),
            _ => false,
        }
    });
    found
}

impl Odd<'_> {
    /// Whether the values of an expression come from records alone.
    fn is_measured(&self, expr: &Expr) -> bool {
        expr.reads(|_| true) && !self.has_param(expr)
    }

    /// Whether a value depends on a param.
    fn has_param(&self, expr: &Expr) -> bool {
        has_param(expr, &self.set)
    }

    /// How many steps read a slot.
    fn readers(&self, slot: SlotId) -> usize {
        let reads = |step: &&Step| step.expressions().into_iter().any(|expr| expr.reads(|read| read == slot));
        self.policy.steps.iter().filter(reads).count()
    }

    /// Whether any declaration reads a slot.
    fn is_read(&self, slot: SlotId) -> bool {
        let steps = self.policy.steps.iter().flat_map(Step::expressions);
        steps.into_iter().any(|expr| expr.reads(|read| read == slot))
    }

    /// The text of an expression.
    fn text(&self, expr: &Expr) -> String {
        self.sources.slice(expr.span).to_owned()
    }

    /// A number as a message shows it.
    fn quantity(&self, value: impl Into<Number>, ty: Type) -> Arg {
        let value = value.into();
        match ty {
            Type::Number(dimension) => Arg::Quantity(value, dimension, self.policy.header.currency.clone()),
            _ => Arg::Number(value),
        }
    }
}
