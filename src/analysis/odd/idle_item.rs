//! W0510: an item that can change no grade and no pay, whatever it scores.

use std::collections::HashMap;

use super::Odd;
use super::crossing::{Crossing, Cut, Sum, crossing, cuts};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Item, Role, RowValue, SlotId, Step, Table};
use crate::quantity::{Decimal, Number, Numbers, Rounding};

/// How the total is rounded on its way to a place, first to last.
type Rounds = Vec<(Decimal, Rounding)>;

/// The places at which the total is looked at, with its rounding there.
type Looks = Vec<(Cut, Rounds)>;

/// Tells items whose weight is too small, where all that comes of the total is known.
pub(super) fn tell(odd: &Odd) -> Vec<Diagnostic> {
    let Some(total) = odd.policy.slots.iter().position(|slot| slot.role == Role::Scores).map(SlotId) else {
        return vec![];
    };
    if odd.policy.items.len() < 2 || !is_sum_of_items(odd, total) {
        return vec![];
    }
    let Some(looks) = looks(odd, total).filter(|looks| !looks.is_empty()) else { return vec![] };
    let readers = readers(odd);
    let items = odd.policy.items.iter().zip(rests(odd));
    let idle = items.filter(|(item, _)| is_apart(odd, item, total, &readers));
    idle.filter_map(|(item, rest)| tell_one(odd, item, &rest?, &looks)).collect()
}

fn is_sum_of_items(odd: &Odd, total: SlotId) -> bool {
    odd.policy.steps.iter().any(|step| match step {
        Step::Value(step) if step.slot == total => matches!(&step.value.kind, ExprKind::Sum(terms)
            if terms.len() == odd.policy.items.len()
                && terms.iter().zip(&odd.policy.items).all(|(term, item)| term.kind == ExprKind::Slot(item.weighted))),
        _ => false,
    })
}

/// Where the total parts the rows of tables; `None` where it goes anywhere else.
fn looks(odd: &Odd, total: SlotId) -> Option<Looks> {
    let mut carriers: HashMap<SlotId, Rounds> = HashMap::from([(total, vec![])]);
    let mut looks = vec![];
    for step in &odd.policy.steps {
        match step {
            Step::Value(step) if step.slot == total => {}
            Step::Value(step) => match carried(&step.value, &carriers) {
                Some(rounds) => {
                    carriers.insert(step.slot, rounds);
                }
                None if reads(&step.value, &carriers) => return None,
                None => {}
            },
            Step::Table(table) => looks.extend(looks_of(table, &carriers)?),
            _ => {
                if step.expressions().into_iter().any(|expr| reads(expr, &carriers)) {
                    return None;
                }
            }
        }
    }
    Some(looks)
}

fn looks_of(table: &Table, carriers: &HashMap<SlotId, Rounds>) -> Option<Looks> {
    let mut looks = vec![];
    let guards = table.rows.iter().filter_map(|row| row.guard.as_ref());
    let values = table.rows.iter().flat_map(|row| &row.values);
    let answers = values.filter_map(|value| if let RowValue::Expr(expr) = value { Some(expr) } else { None });
    if guards.chain(answers).any(|expr| reads(expr, carriers)) {
        return None;
    }
    for (axis, input) in table.inputs.iter().enumerate() {
        let Some(rounds) = carried(&input.value, carriers) else {
            if reads(&input.value, carriers) {
                return None;
            }
            continue;
        };
        if table.rows.iter().flat_map(|row| &row.values).any(|value| matches!(value, RowValue::Line(_))) {
            return None;
        }
        let patterns = table.rows.iter().filter_map(|row| row.patterns.get(axis));
        looks.extend(patterns.flat_map(cuts).map(|cut| (cut, rounds.clone())));
    }
    Some(looks)
}

/// The rounding of an expression that is the total, rounded or not.
fn carried(expr: &Expr, carriers: &HashMap<SlotId, Rounds>) -> Option<Rounds> {
    let mut own = vec![];
    let mut inner = expr;
    while let ExprKind::Round { value, step, mode } = &inner.kind {
        own.push((*step, *mode));
        inner = value;
    }
    let ExprKind::Slot(slot) = inner.kind else { return None };
    let before = carriers.get(&slot)?;
    Some(before.iter().copied().chain(own.into_iter().rev()).collect())
}

fn reads(expr: &Expr, carriers: &HashMap<SlotId, Rounds>) -> bool {
    expr.reads(|slot| carriers.contains_key(&slot))
}

fn tell_one(odd: &Odd, item: &Item, rest: &Numbers, looks: &Looks) -> Option<Diagnostic> {
    let weighted = odd.policy.slot(item.weighted)?;
    let own = weighted.domain.numbers()?;
    if own.single().is_some() {
        return None;
    }
    let mut nearest: Option<(Number, Number, &Cut)> = None;
    for (cut, rounds) in looks {
        let sum = Sum { rest, part: (own.lo(), own.hi()), rounds };
        match crossing(&sum, cut) {
            Crossing::Possible => return None,
            Crossing::Below(rest) => {
                let gap = &cut.at - &rest;
                if nearest.as_ref().is_none_or(|(least, ..)| gap < *least) {
                    nearest = Some((gap, rest, cut));
                }
            }
            Crossing::Above => {}
        }
    }
    let (_, rest, cut) = nearest?;
    let points = |value: &Number| odd.quantity(value, weighted.ty);
    let told = Diagnostic::new(Code::IdleItem, odd.policy.slot(item.points)?.span)
        .arg("item", item.name.as_str())
        .arg("most", points(&own.hi()))
        .arg("rest", points(&rest))
        .arg("sum", points(&(&rest + &own.hi())))
        .arg("bound", points(&cut.at));
    Some(told)
}

/// For each item, what all others can add to; `None` where it is not known.
fn rests(odd: &Odd) -> Vec<Option<Numbers>> {
    let parts = || odd.policy.items.iter().map(|item| odd.policy.slot(item.weighted)?.domain.numbers());
    let add = |sum: &mut Option<Numbers>, part: Option<&Numbers>| {
        let before = sum.clone();
        *sum = sum.as_ref().zip(part).map(|(sum, part)| sum.add(part));
        Some(before)
    };
    let none = || Some(Numbers::one(Decimal::ZERO));
    let before: Vec<Option<Numbers>> = parts().scan(none(), add).collect();
    let mut after: Vec<Option<Numbers>> = parts().rev().scan(none(), add).collect();
    after.reverse();
    before.into_iter().zip(after).map(|(before, after)| Some(before?.add(&after?))).collect()
}

/// For each slot, the steps that read it.
fn readers(odd: &Odd) -> Vec<Vec<usize>> {
    let mut readers = vec![vec![]; odd.policy.slots.len()];
    for (at, step) in odd.policy.steps.iter().enumerate() {
        for expr in step.expressions() {
            expr.walk(&mut |expr| {
                if let ExprKind::Slot(slot) = expr.kind
                    && let Some(readers) = readers.get_mut(slot.0)
                {
                    readers.push(at);
                }
            });
        }
    }
    readers
}

/// Whether what an item scores goes into the total, and nowhere else.
fn is_apart(odd: &Odd, item: &Item, total: SlotId, readers: &[Vec<usize>]) -> bool {
    let section = item.section.and_then(|at| odd.policy.sections.get(at));
    let mut own = vec![item.points, item.weighted];
    own.extend(section.iter().flat_map(|section| [section.points, section.weighted]));
    let inside = |step: &Step| step.outputs().iter().all(|slot| *slot == total || own.contains(slot));
    let steps = own.iter().filter_map(|slot| readers.get(slot.0)).flatten();
    steps.filter_map(|at| odd.policy.steps.get(*at)).all(inside)
}
