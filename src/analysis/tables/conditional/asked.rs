//! What the conditions of a table ask, each value once.

use std::cell::{Cell, RefCell};

use super::super::axis::Axis;
use super::super::condition::{Condition, Inputs, read};
use super::super::model::Model;
use crate::ir::{Expr, ExprKind, Input, Pattern, Policy, Row, Step, Type};
use crate::quantity::Domain;

/// So many names are read in their place.
const MOST_NAMES: usize = 200;

/// The inputs of a table, then what its conditions ask.
pub(super) struct Asked {
    /// The inputs.
    pub inputs: Vec<Input>,
    /// An axis for each.
    pub axes: Vec<Axis>,
    /// The condition of each row that has one.
    pub conditions: Vec<Option<Condition>>,
}

/// What the conditions of a table ask; `None` where that cannot be told.
pub(super) fn asked(model: &Model) -> Option<Asked> {
    let own = model.table.inputs.len();
    let names = Names {
        policy: model.policy,
        text: &|expr| model.sources.slice(expr.span).to_owned(),
        inputs: RefCell::new(model.table.inputs.clone()),
        left: Cell::new(MOST_NAMES),
    };
    let rows = &model.table.rows;
    let conditions = rows.iter().map(|row| of_row(&names, row)).collect::<Option<Vec<_>>>()?;
    let inputs = names.inputs.into_inner();
    let axis = |(at, input): (usize, &Input)| {
        let first = model.firsts.get(at).copied().unwrap_or(at);
        let alike = |column: &usize| model.firsts.get(*column) == Some(&first);
        let columns: Vec<usize> = (0..own).filter(alike).collect();
        let valid = rows.iter().filter(|row| !row.invalid);
        let of_rows = valid.flat_map(|row| columns.iter().filter_map(|column| row.patterns.get(*column)));
        let asked = conditions.iter().flatten().flat_map(|condition| condition.patterns(first));
        let patterns: Vec<&Pattern> = of_rows.chain(asked).collect();
        Axis::of(input, patterns.into_iter())
    };
    let axes = inputs.iter().enumerate().map(axis).collect::<Option<Vec<_>>>()?;
    Some(Asked { axes, inputs, conditions })
}

/// The condition of a row, if it has one; `None` where it cannot be told.
fn of_row<'e>(names: &Names<'_, 'e>, row: &'e Row) -> Option<Option<Condition>> {
    row.guard.as_ref().map(|guard| read(names, guard).ok()).map_or(Some(None), |read| read.map(Some))
}

/// The values that conditions ask, found as they are read.
struct Names<'a, 'e> {
    policy: &'e Policy,
    text: &'a dyn Fn(&Expr) -> String,
    inputs: RefCell<Vec<Input>>,
    left: Cell<usize>,
}

impl Names<'_, '_> {
    /// The place of an input; a new one, where it is asked for the first time.
    fn place(&self, new: Input) -> usize {
        let mut inputs = self.inputs.borrow_mut();
        let known = inputs.iter().position(|input| input.value.alike(&new.value));
        known.unwrap_or_else(|| {
            inputs.push(new);
            inputs.len() - 1
        })
    }
}

impl<'e> Inputs<'e> for Names<'_, 'e> {
    fn policy(&self) -> &'e Policy {
        self.policy
    }

    fn axis(&self, value: &Expr) -> Option<usize> {
        let slot = self.policy.slot(value.slot()?)?;
        // What is known of it where it is asked is not all that it can be.
        let whole = Expr { domain: slot.domain.clone(), optional: slot.optional, ..value.clone() };
        Some(self.place(Input { name: slot.name.clone(), value: whole }))
    }

    fn definition(&self, of: &Expr) -> Option<&'e Expr> {
        let slot = of.slot()?;
        let Step::Value(step) = self.policy.steps.get(self.policy.step_of(slot)?)? else { return None };
        self.left.set(self.left.get().checked_sub(1)?);
        (!self.policy.slot(slot)?.optional).then_some(&step.value)
    }

    fn whole(&self, condition: &Expr) -> Option<(usize, bool)> {
        let whole =
            |kind| Expr { kind, ty: Type::Bool, domain: Domain::ANY_BOOL, optional: false, ..condition.clone() };
        if let ExprKind::Compare { op, left, right } = condition.kind.clone() {
            let denied = whole(ExprKind::Compare { op: op.denied(), left, right });
            let known = self.inputs.borrow().iter().position(|input| input.value.alike(&denied));
            if let Some(known) = known {
                return Some((known, false));
            }
        }
        let input = Input { name: (self.text)(condition), value: whole(condition.kind.clone()) };
        Some((self.place(input), true))
    }
}
